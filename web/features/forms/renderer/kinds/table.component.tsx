import { For, Show, createSignal } from 'solid-js';
import { formatPath } from '#plugins/sdk/forms/answers.ts';
import type { Column } from '#schema/contracts/campaign/form.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { FieldNotes, fieldId } from '#web/ui/field.component.tsx';
import { frameOf } from '../field-frame.component.tsx';
import type { KindOf, KindProps } from '../field-frame.component.tsx';
import { useForm } from '../form-model.ts';
import { PasteDialog } from '../paste-dialog.component.tsx';
import { createRowId } from '../row-id.ts';
import { createTablePaste } from '../table-paste.ts';
import { CellView } from './cell.component.tsx';

type TableField = KindOf<'table'>;

const focusFirst = (table: string, row: string, columns: readonly Column[]) => {
  const [first] = columns;
  if (!first) return;
  const path = formatPath({ field: table, row, column: first.key });
  queueMicrotask(() => document.getElementById(fieldId(path))?.focus());
};

const Row = (props: { field: TableField; rowId: string; place: number; onRemove: () => void }) => {
  const form = useForm();
  const shown = () => form.columnsOf(props.field, props.rowId);
  return (
    <tr id={fieldId(`${props.field.key}/${props.rowId}`)} tabindex="-1">
      <th scope="row" class="cell-narrow">
        <span class="row-word">{t('forms.row-name', { place: props.place })}</span>
        <span class="row-number" aria-hidden="true">
          {props.place}
        </span>
      </th>
      <For each={props.field.columns}>
        {(column) => (
          <td>
            <Show
              when={shown().has(column.key)}
              fallback={<span class="soft">{t('forms.not-applicable')}</span>}
            >
              <CellView
                field={column}
                path={formatPath({
                  field: props.field.key,
                  row: props.rowId,
                  column: column.key,
                })}
              />
            </Show>
          </td>
        )}
      </For>
      <td class="cell-narrow row-acts">
        <Button small kind="quiet" onClick={() => props.onRemove()}>
          {t('acts.remove')}
          <span class="visually-hidden">{t('forms.row-name', { place: props.place })}</span>
        </Button>
      </td>
    </tr>
  );
};

const Head = (props: { columns: readonly Column[] }) => (
  <thead>
    <tr>
      <th scope="col">
        <span class="visually-hidden">{t('forms.row-number')}</span>
      </th>
      <For each={props.columns}>
        {(column) => (
          <th scope="col">
            {localText(column.label)}
            <Show when={column.required === true}>
              <span class="field-required">{t('kit.required')}</span>
            </Show>
            <Show when={'unit' in column && column.unit}>
              {(unit) => <span class="soft">{`（${localText(unit() || undefined)}）`}</span>}
            </Show>
          </th>
        )}
      </For>
      <th scope="col">
        <span class="visually-hidden">{t('acts.edit')}</span>
      </th>
    </tr>
  </thead>
);

const Grid = (props: { field: TableField; ids: readonly string[] }) => {
  const form = useForm();
  const paste = createTablePaste(form, () => props.field);
  const remove = (id: string, place: number) => {
    form.removeRow(props.field.key, id);
    const next = props.ids[Math.min(place, props.ids.length - 1)];
    const target = next ? `${props.field.key}/${next}` : props.field.key;
    queueMicrotask(() => document.getElementById(fieldId(target))?.focus());
  };
  return (
    <div class="table-scroll" onPaste={(pasted) => paste.intoCells(pasted)}>
      <table class="table table-stacked form-table" aria-label={localText(props.field.label)}>
        <Head columns={props.field.columns} />
        <tbody>
          <For each={props.ids}>
            {(id, index) => (
              <Row
                field={props.field}
                rowId={id}
                place={index() + 1}
                onRemove={() => remove(id, index())}
              />
            )}
          </For>
        </tbody>
      </table>
    </div>
  );
};

/** Rows are added one by one or pasted from Excel; each is known by its id, never by its place. */
export const TableKind = (props: KindProps<'table'>) => {
  const form = useForm();
  const [isPasting, setPasting] = createSignal(false);
  const ids = () => form.rowIds(props.field.key);
  const isFull = () => ids().length >= (props.field.maxRows ?? 2000);
  const frame = () => frameOf(form, props);
  const add = () => {
    const id = createRowId();
    form.addRow(props.field.key, id);
    focusFirst(props.field.key, id, props.field.columns);
  };
  return (
    <section
      class={`field form-table-field${frame().error ? ' field-invalid' : ''}`}
      id={fieldId(props.path)}
      tabindex="-1"
      aria-labelledby={`${fieldId(props.path)}-label`}
      aria-describedby={frame().error ? `${fieldId(props.path)}-error` : undefined}
    >
      <div class="field-head">
        <h4 class="field-label" id={`${fieldId(props.path)}-label`}>
          {frame().label}
        </h4>
        <Show when={frame().required}>
          <span class="field-required">{t('kit.required')}</span>
        </Show>
        <span class="field-aside">
          {frame().aside} {t('forms.row-count', { count: ids().length })}
        </span>
      </div>
      <Show when={frame().hint}>
        <p class="field-hint">{frame().hint}</p>
      </Show>
      <Show when={ids().length > 0} fallback={<p class="soft">{t('forms.no-rows')}</p>}>
        <Grid field={props.field} ids={ids()} />
      </Show>
      <div class="row form-table-acts">
        <Button small disabled={isFull()} onClick={add}>
          {t('forms.add-row')}
          <span class="visually-hidden">{frame().label}</span>
        </Button>
        <Button small kind="quiet" disabled={isFull()} onClick={() => setPasting(true)}>
          {t('forms.paste-rows')}
        </Button>
      </div>
      <FieldNotes {...frame()} />
      <PasteDialog field={props.field} open={isPasting()} onClose={() => setPasting(false)} />
    </section>
  );
};
