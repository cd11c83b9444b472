import { For, Show } from 'solid-js';
import type { SubmissionDetail } from '#schema/contracts/submissions.ts';
import { formatInstant } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { titleOf } from './occurrence.presenter.ts';
import {
  cellStatus,
  cellWords,
  countWords,
  figureWords,
  headOf,
  listsOf,
} from './roll-up.presenter.ts';
import type { ShownTable } from './roll-up.presenter.ts';

type Fields = ShownTable['fields'];

const columnsOnPaper = 7;

/** A sheet of paper takes so many columns; the rest goes on under the same units. */
const inSheets = (fields: Fields): Fields[] => {
  const sheets: Fields[] = [];
  for (let at = 0; at < fields.length; at += columnsOnPaper) {
    sheets.push(fields.slice(at, at + columnsOnPaper));
  }
  return sheets;
};

const Sheet = (props: { table: ShownTable; fields: Fields }) => (
  <table class="table roll-up-sheet">
    <thead>
      <tr>
        <th>{t('submissions.roll-up-unit')}</th>
        <th>{t('submissions.roll-up-state')}</th>
        <For each={props.fields}>{(field) => <th class="cell-end">{headOf(field)}</th>}</For>
      </tr>
    </thead>
    <tbody>
      <For each={props.table.units}>
        {(unit) => (
          <tr>
            <td>{unit.organizationName}</td>
            <td>{cellStatus(unit).words}</td>
            <For each={props.fields}>
              {({ field }) => <td class="cell-end">{cellWords(unit, field)}</td>}
            </For>
          </tr>
        )}
      </For>
      <tr class="roll-up-sheet-sum">
        <td>{t('submissions.roll-up-sum')}</td>
        <td />
        <For each={props.fields}>
          {({ field }) => (
            <td class="cell-end">
              {figureWords(props.table.figures.find((each) => each.field === field)?.sum)}
            </td>
          )}
        </For>
      </tr>
      <tr class="roll-up-sheet-sum">
        <td>{t('submissions.roll-up-figure')}</td>
        <td />
        <For each={props.fields}>
          {({ field }) => (
            <td class="cell-end">
              {figureWords(props.table.figures.find((each) => each.field === field)?.figure)}
            </td>
          )}
        </For>
      </tr>
    </tbody>
  </table>
);

const Adjustments = (props: { table: ShownTable }) => {
  const adjusted = () => props.table.figures.filter(({ standing }) => standing === 'adjusted');
  const labelOf = (key: string) => {
    const field = props.table.fields.find((each) => each.field === key);
    return field ? headOf(field) : key;
  };
  return (
    <Show when={adjusted().length > 0}>
      <p>{t('rollup.adjusted-note')}</p>
      <ol class="changes">
        <For each={adjusted()}>
          {(figure) => (
            <li>
              {t('rollup.adjusted-line', {
                label: labelOf(figure.field),
                sum: figureWords(figure.sum),
                figure: figureWords(figure.figure),
                reason: figure.reason ?? '',
              })}
            </li>
          )}
        </For>
      </ol>
    </Show>
  );
};

/** 汇总表 on paper: the table, why figures differ, and 审核人、分管领导、盖章处. */
export const RollUpPaper = (props: { table: ShownTable; detail: SubmissionDetail }) => (
  <div class="print-only roll-up-paper" aria-hidden="true">
    <h2 class="roll-up-paper-title">
      {t('rollup.paper-title', { title: titleOf(props.detail.summary) })}
    </h2>
    <p>{t('rollup.paper-unit', { unit: props.detail.summary.organizationName })}</p>
    <p>
      {t('submissions.roll-up-as-of', { time: formatInstant(props.table.asOf) })}
      {countWords(props.table.counts)}
    </p>
    <For each={listsOf(props.table.units).filter(({ state }) => state === 'missing')}>
      {({ title, names }) => (
        <p>
          {title}：{names}
        </p>
      )}
    </For>
    <For each={inSheets(props.table.fields)}>
      {(fields) => <Sheet table={props.table} fields={fields} />}
    </For>
    <Adjustments table={props.table} />
    <div class="roll-up-signatures">
      <p>{t('rollup.sign-reviewer')}</p>
      <p>{t('rollup.sign-leader')}</p>
      <p>{t('rollup.sign-seal')}</p>
    </div>
  </div>
);
