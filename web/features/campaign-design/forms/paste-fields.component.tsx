import { For, createMemo, createSignal } from 'solid-js';
import { fieldHeadings, readFieldRows } from '#plugins/sdk/drafting/field-rows.ts';
import type { FieldFault, FieldRow } from '#plugins/sdk/drafting/field-rows.ts';
import { readCells } from '#plugins/sdk/drafting/task-rows.ts';
import { t } from '#web/shared/i18n.ts';
import { announce } from '#web/ui/toast.component.tsx';
import type { BodyEditor } from '../body-editor.ts';
import { PasteSheet } from '../paste-sheet.component.tsx';
import { chinese } from '../texts.ts';
import { withFieldRows } from './field-rows.ts';

const faultWords = ({ column, code, value }: FieldFault): string =>
  t(`plan.row-${code}`, { column: t(`editors.field-column-${column}`), value });

const Line = (props: { row: FieldRow }) => (
  <tr>
    <td>{props.row.line}</td>
    <th scope="row" lang="zh-CN">
      {props.row.label}
      <For each={props.row.faults}>
        {(fault) => <p class="design-found">{faultWords(fault)}</p>}
      </For>
    </th>
    <td>{props.row.kind === undefined ? '' : t(`editors.kind-${props.row.kind}`)}</td>
    <td>{props.row.required ? t('editors.yes') : ''}</td>
    <td lang="zh-CN">{props.row.options.join(t('editors.list-mark'))}</td>
    <td lang="zh-CN">{props.row.table}</td>
  </tr>
);

/** 从 Excel 粘贴项目: a form that stands in a spreadsheet becomes one here. */
export const PasteFields = (props: { editor: BodyEditor<'form'>; onClose: () => void }) => {
  const [text, setText] = createSignal('');
  const labels = () => props.editor.body().fields.map(({ label }) => chinese(label));
  const rows = createMemo(() => readFieldRows(readCells(text()), labels()));
  const good = () => rows().filter(({ faults }) => faults.length === 0);
  const take = () => {
    const taken = good();
    props.editor.change((form) =>
      withFieldRows(form, taken, {
        label: t('editors.new-field'),
        option: (number) => t('editors.option-number', { number }),
        started: [t('editors.new-field'), t('plan.new-form-field')],
      }),
    );
    announce(t('editors.fields-taken', { count: taken.length }));
    props.onClose();
  };
  return (
    <PasteSheet
      title={t('editors.paste-fields')}
      hint={t('editors.paste-fields-hint', { headings: fieldHeadings })}
      act={t('editors.act-take-fields', { count: good().length })}
      good={good().length}
      bad={rows().length - good().length}
      text={text()}
      onText={setText}
      onTake={take}
      onClose={props.onClose}
    >
      <table class="table">
        <caption class="visually-hidden">{t('editors.rows-preview')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('plan.row-line')}</th>
            <th scope="col">{t('editors.field-column-label')}</th>
            <th scope="col">{t('editors.field-column-kind')}</th>
            <th scope="col">{t('editors.field-column-required')}</th>
            <th scope="col">{t('editors.field-column-options')}</th>
            <th scope="col">{t('editors.field-column-table')}</th>
          </tr>
        </thead>
        <tbody>
          <For each={rows()}>{(row) => <Line row={row} />}</For>
        </tbody>
      </table>
    </PasteSheet>
  );
};
