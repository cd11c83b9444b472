import { For, Match, Show, Switch } from 'solid-js';
import { isNotAsked } from '#plugins/sdk/forms/shape.ts';
import type { Column, Field } from '#schema/contracts/campaign/form.ts';
import { PreviousAnswer } from './field-frame.component.tsx';
import type { KindOf } from './field-frame.component.tsx';
import { FormProvider } from './form-model.ts';
import type { FormModel } from './form-model.ts';
import { CellView } from './kinds/cell.component.tsx';
import { EvidenceKind } from './kinds/evidence.component.tsx';
import { ComputedKind, OriginValue } from './kinds/given.component.tsx';
import { SectionKind } from './kinds/section.component.tsx';
import { TableKind } from './kinds/table.component.tsx';
import { shownFields } from './shown-fields.presenter.ts';
import './renderer.css';

const ofKind = <K extends Field['kind']>(field: Field, kind: K): KindOf<K> | undefined =>
  field.kind === kind ? (field as KindOf<K>) : undefined;

const isOrigin = (field: Field) =>
  field.kind !== 'section' && field.kind !== 'computed' && isNotAsked(field);

const FieldView = (props: { field: Field }) => (
  <Switch fallback={<CellView field={props.field as Column} path={props.field.key} />}>
    <Match when={ofKind(props.field, 'section')}>
      {(field) => <SectionKind field={field()} path={field().key} />}
    </Match>
    <Match when={ofKind(props.field, 'computed')}>
      {(field) => <ComputedKind field={field()} path={field().key} />}
    </Match>
    <Match when={isOrigin(props.field)}>
      <OriginValue field={props.field} path={props.field.key} />
    </Match>
    <Match when={ofKind(props.field, 'table')}>
      {(field) => <TableKind field={field()} path={field().key} />}
    </Match>
    <Match when={ofKind(props.field, 'evidence')}>
      {(field) => <EvidenceKind field={field()} path={field().key} />}
    </Match>
  </Switch>
);

const lineClass = (field: Field) =>
  `form-line form-line-${field.kind === 'section' ? 'section' : field.kind === 'table' ? 'wide' : 'field'}`;

/** Any form of the language, in the order of the paper form. */
export const FormFields = (props: { model: FormModel }) => (
  <Show when={props.model} keyed>
    {(model) => (
      <FormProvider value={model}>
        <div class="form-lines">
          <For each={shownFields(model.form, model.isVisible)}>
            {(field) => (
              <div class={lineClass(field)}>
                <FieldView field={field} />
                <PreviousAnswer field={field} />
              </div>
            )}
          </For>
        </div>
      </FormProvider>
    )}
  </Show>
);
