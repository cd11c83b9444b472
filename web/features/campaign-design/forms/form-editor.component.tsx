import { For, Show, createMemo, createSignal, lazy, untrack } from 'solid-js';
import type { JSX } from 'solid-js';
import type { CampaignProblem, CampaignRule } from '#plugins/sdk/check/problem.ts';
import { columnShadows, formReferences, visibleLooksBack } from '#plugins/sdk/check/rules/forms.ts';
import type { FieldKind } from '#schema/contracts/campaign/form.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { FieldGroup } from '#web/ui/field.component.tsx';
import { TextArea, TextField } from '#web/ui/text-field.component.tsx';
import { createBodyEditor } from '../body-editor.ts';
import type { BodyEditor } from '../body-editor.ts';
import { DesignFrame } from '../design-frame.component.tsx';
import type { DesignProps } from '../design-props.ts';
import { landingIndex } from '../drag-items.driver.ts';
import { findingsOf } from '../findings.ts';
import { freeKey } from '../part-keys.ts';
import { PasteButton } from '../paste-sheet.component.tsx';
import { chinese, withChinese, withOptional } from '../texts.ts';
import { ChecksEditor } from './checks-editor.component.tsx';
import { createFieldFrame } from './field-frame.ts';
import {
  changeTable,
  columnsIn,
  fieldAt,
  fieldKinds,
  insertField,
  intoTable,
  keysOfForm,
  moveTo,
  newField,
  outOfTable,
  placeIn,
  removeField,
} from './field-list.ts';
import type { FieldAddress } from './field-list.ts';
import { FieldRow } from './field-row.component.tsx';
import type { FieldActs } from './field-row.component.tsx';
import { FormPreview } from './form-preview.component.tsx';
import { RemoveField } from './remove-field.component.tsx';

const PasteFields = lazy(async () => ({
  default: (await import('./paste-fields.component.tsx')).PasteFields,
}));

const sameAddress = (left: FieldAddress | undefined, right: FieldAddress) =>
  left?.field === right.field && left.column === right.column;

/** What may be done to the list of fields, and which one of them is open. */
const createActs = (
  props: DesignProps<'form'>,
  editor: BodyEditor<'form'>,
  findings: () => readonly CampaignProblem[],
) => {
  const [open, setOpen] = createSignal<FieldAddress>();
  const [leaving, setLeaving] = createSignal<FieldAddress>();
  const opened = untrack(() => props.body);
  const taken = () => [...keysOfForm(editor.body()), ...keysOfForm(opened)];
  const words = () => ({
    label: t('editors.new-field'),
    option: (number: number) => t('editors.option-number', { number }),
  });
  const acts: FieldActs = {
    findings,
    frameOf: (address) => {
      const field = fieldAt(editor.body(), address);
      return field && createFieldFrame(editor, props.campaign, address, field);
    },
    isOpen: (address) => sameAddress(open(), address),
    toggle: (address) => setOpen((before) => (sameAddress(before, address) ? undefined : address)),
    move: (address, to) => editor.change((form) => moveTo(form, address, to)),
    drop: (list, landing) => {
      const table = list === 'fields' ? undefined : list.slice('columns/'.length);
      const holder = editor.body().fields.find(({ key }) => key === table);
      const order = (holder ? columnsIn(holder) : editor.body().fields).map(({ key }) => key);
      const address =
        table === undefined
          ? { field: landing.dragged }
          : { field: table, column: landing.dragged };
      editor.change((form) => moveTo(form, address, landingIndex(order, landing)));
    },
    intoTable: (key, table) => {
      editor.change((form) => intoTable(form, key, table));
      setOpen({ field: table, column: key });
    },
    outOfTable: (table, column) => {
      editor.change((form) => outOfTable(form, table, column));
      setOpen({ field: column });
    },
    addColumn: (table) => {
      const column = {
        kind: 'text' as const,
        key: freeKey('field', taken()),
        label: words().label,
      };
      editor.change((form) => changeTable(form, table, (columns) => [...columns, column]));
      setOpen({ field: table, column: column.key });
    },
    remove: setLeaving,
  };
  const add = (kind: FieldKind) => {
    const field = newField(kind, taken(), words());
    const behind = open();
    const at = behind ? placeIn(editor.body(), { field: behind.field }).at : -1;
    editor.change((form) => insertField(form, field, at < 0 ? form.fields.length : at + 1));
    setOpen({ field: field.key });
  };
  return { acts, add, leaving, setLeaving, open: setOpen };
};

const Palette = (props: { onAdd: (kind: FieldKind) => void; children: JSX.Element }) => (
  <FieldGroup name="palette" label={t('editors.palette')} hint={t('editors.palette-hint')}>
    <div class="design-palette">
      <For each={fieldKinds}>
        {(kind) => (
          <Button small onClick={() => props.onAdd(kind)}>
            {t(`editors.kind-${kind}`)}
          </Button>
        )}
      </For>
      {props.children}
    </div>
  </FieldGroup>
);

const Head = (props: { editor: BodyEditor<'form'> }) => (
  <div class="stack">
    <TextField
      name="title"
      label={t('editors.form-title')}
      required
      error={props.editor.errorOf('title')}
      value={chinese(props.editor.body().title)}
      onInput={(zh) =>
        props.editor.change((form) => ({ ...form, title: withChinese(form.title, zh) }), 'title')
      }
    />
    <TextArea
      name="note"
      label={t('editors.form-note')}
      rows={2}
      value={chinese(props.editor.body().note)}
      onInput={(zh) =>
        props.editor.change((form) => ({ ...form, note: withOptional(form.note, zh) }), 'note')
      }
    />
  </div>
);

const pathLabel = (editor: BodyEditor<'form'>, path: string): string | undefined => {
  const [, at] = /^fields\/(\d+)/.exec(path) ?? [];
  const field = at === undefined ? undefined : editor.body().fields[Number(at)];
  return field && localText(field.label);
};

const rules: readonly CampaignRule[] = [formReferences, visibleLooksBack, columnShadows];

/** 填报表: the fields as on paper, what each says of itself, and the form as hospitals will see it. */
export const FormEditor = (props: DesignProps<'form'>) => {
  const editor = createBodyEditor({ kind: 'form', ...untrack(() => ({ ...props })) });
  const findings = createMemo(() => findingsOf(props.campaign, 'form', editor.body(), rules));
  const { acts, add, leaving, setLeaving, open } = createActs(props, editor, findings);
  const keys = createMemo(() => editor.body().fields.map(({ key }) => key));
  const goTo = ({ path }: CampaignProblem) => {
    const [, , key = ''] = path.split('/');
    open({ field: key });
    queueMicrotask(() => document.getElementById(`design-${key}`)?.scrollIntoView?.());
  };
  return (
    <DesignFrame
      label={t('editors.edit-form')}
      editor={editor}
      mayEdit={props.mayEdit}
      findings={findings()}
      labelOf={(path) => pathLabel(editor, path)}
      onGo={goTo}
      onCancel={() => props.onCancel()}
    >
      <div class="design-columns">
        <div class="stack">
          <Head editor={editor} />
          <Palette onAdd={add}>
            <PasteButton
              label={t('editors.paste-fields')}
              dialog={(close) => <PasteFields editor={editor} onClose={close} />}
            />
          </Palette>
          <ol class="field-rows" aria-label={t('editors.fields')}>
            <For each={keys()}>
              {(key) => (
                <Show when={acts.frameOf({ field: key })} keyed={false}>
                  {(frame) => <FieldRow frame={untrack(frame)} acts={acts} />}
                </Show>
              )}
            </For>
          </ol>
          <ChecksEditor editor={editor} />
        </div>
        <FormPreview form={editor.body()} />
      </div>
      <RemoveField
        form={editor.body()}
        campaign={props.campaign}
        address={leaving()}
        onRemove={(address) => {
          setLeaving(undefined);
          editor.change((form) => removeField(form, address));
        }}
        onCancel={() => setLeaving(undefined)}
      />
    </DesignFrame>
  );
};
