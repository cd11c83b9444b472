import { For, Show, createEffect, createSignal, on } from 'solid-js';
import type { RollUpTable } from '#schema/contracts/roll-up.ts';
import { formatInstant } from '#web/shared/dates.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { PrintButton } from '#web/ui/copy.component.tsx';
import { LoadFailed, QueryView } from '#web/ui/state.component.tsx';
import { Callout, Status } from '#web/ui/status.component.tsx';
import { TextField } from '#web/ui/text-field.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import type { Filing } from './filing.ts';
import {
  adjustmentsOf,
  cellStatus,
  cellWords,
  countWords,
  figureWords,
  isBehind,
  missingNames,
  shownTable,
  typedOf,
} from './roll-up.presenter.ts';
import type { Typed } from './roll-up.presenter.ts';
import { createTakeSums, useRollUp } from './roll-up.queries.ts';
import './roll-up.css';

type Shown = ReturnType<typeof shownTable>;

const headOf = ({ label, unit }: RollUpTable['fields'][number]) =>
  unit === undefined ? localText(label) : `${localText(label)}（${unit}）`;

/** Units by indicators; the last row adds up what is 已审 or 代报. */
const Cells = (props: { table: Shown }) => (
  <div class="table-scroll">
    <table class="table roll-up-table">
      <caption class="visually-hidden">{localText(props.table.task.title)}</caption>
      <thead>
        <tr>
          <th scope="col">{t('submissions.roll-up-unit')}</th>
          <th scope="col">{t('submissions.roll-up-state')}</th>
          <For each={props.table.fields}>
            {(field) => (
              <th scope="col" class="cell-end">
                {headOf(field)}
              </th>
            )}
          </For>
        </tr>
      </thead>
      <tbody>
        <For each={props.table.units}>
          {(unit) => (
            <tr>
              <th scope="row">{unit.organizationName}</th>
              <td>
                <Status kind={cellStatus(unit).kind}>{cellStatus(unit).words}</Status>
              </td>
              <For each={props.table.fields}>
                {({ field }) => <td class="cell-end">{cellWords(unit, field)}</td>}
              </For>
            </tr>
          )}
        </For>
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('submissions.roll-up-sum')}</th>
          <td />
          <For each={props.table.fields}>
            {({ field }) => (
              <td class="cell-end">
                {figureWords(props.table.figures.find((each) => each.field === field)?.sum)}
              </td>
            )}
          </For>
        </tr>
      </tfoot>
    </table>
  </div>
);

/** 汇总数、填报数、调整原因, line by line, to be read. */
const Figures = (props: { table: Shown }) => (
  <table class="table roll-up-figures">
    <caption>{t('submissions.roll-up-figures')}</caption>
    <thead>
      <tr>
        <th scope="col">{t('submissions.roll-up-indicator')}</th>
        <th scope="col" class="cell-end">
          {t('submissions.roll-up-sum')}
        </th>
        <th scope="col" class="cell-end">
          {t('submissions.roll-up-figure')}
        </th>
        <th scope="col">{t('submissions.roll-up-reason')}</th>
      </tr>
    </thead>
    <tbody>
      <For each={props.table.fields}>
        {(field) => {
          const line = () => props.table.figures.find((each) => each.field === field.field);
          return (
            <tr>
              <th scope="row">{headOf(field)}</th>
              <td class="cell-end">{figureWords(line()?.sum)}</td>
              <td class="cell-end">{figureWords(line()?.figure)}</td>
              <td>
                <Show when={line()?.standing === 'unexplained'} fallback={line()?.reason}>
                  <Status kind="late">{t('submissions.roll-up-unexplained')}</Status>
                </Show>
              </td>
            </tr>
          );
        }}
      </For>
    </tbody>
  </table>
);

/** What the bureau types over the sums, and the way to the server. */
const createAdjusting = (props: { table: RollUpTable; filing: Filing }) => {
  const [typed, setTyped] = createSignal<Typed>({});
  const [wrong, setWrong] = createSignal<readonly { path: string; message: string }[]>([]);
  const take = createTakeSums(() => props.filing.draft.id());
  createEffect(
    on(
      () => props.table.figures,
      (figures) => setTyped(typedOf(figures)),
    ),
  );
  const write = (field: string, change: Partial<Typed[string]>) =>
    setTyped((before) => ({
      ...before,
      [field]: { figure: '', reason: '', ...before[field], ...change },
    }));
  const errorOf = (path: string) => wrong().find((each) => each.path === path)?.message;
  const save = async () => {
    const read = adjustmentsOf(props.table, typed());
    setWrong(read.status === 'wrong' ? read.errors : []);
    if (read.status === 'wrong') return;
    if (!(await take.attempt({ adjustments: read.adjustments }))) return;
    props.filing.setErrors([]);
    announce(t('submissions.roll-up-taken'));
    await props.filing.refresh();
  };
  return { typed, write, errorOf, save, take };
};
type Adjustment = ReturnType<typeof createAdjusting>;

const AdjustedLine = (props: {
  adjusting: Adjustment;
  field: RollUpTable['fields'][number];
  sum: string;
}) => (
  <div class="roll-up-adjustment">
    <TextField
      name={props.field.field}
      label={`${headOf(props.field)}：${t('submissions.roll-up-adjusted')}`}
      inputMode="decimal"
      placeholder={props.sum}
      value={props.adjusting.typed()[props.field.field]?.figure ?? ''}
      error={props.adjusting.errorOf(props.field.field)}
      onInput={(figure) => props.adjusting.write(props.field.field, { figure })}
    />
    <TextField
      name={`${props.field.field}-reason`}
      label={t('submissions.roll-up-reason')}
      value={props.adjusting.typed()[props.field.field]?.reason ?? ''}
      error={props.adjusting.errorOf(`${props.field.field}-reason`)}
      onInput={(reason) => props.adjusting.write(props.field.field, { reason })}
    />
  </div>
);

/** 调整数 with its reason; an empty one is the sum. */
const Adjusting = (props: { table: RollUpTable; filing: Filing }) => {
  const adjusting = createAdjusting(props);
  const sumOf = (field: string) =>
    figureWords(props.table.figures.find((each) => each.field === field)?.sum);
  return (
    <div class="stack no-print">
      <h3>{t('submissions.roll-up-adjust')}</h3>
      <p class="small soft">{t('submissions.roll-up-adjust-words')}</p>
      <For each={props.table.fields.filter(({ computed }) => !computed)}>
        {(field) => <AdjustedLine adjusting={adjusting} field={field} sum={sumOf(field.field)} />}
      </For>
      <Show when={adjusting.take.error()}>
        <LoadFailed error={adjusting.take.error()} />
      </Show>
      <div class="row">
        <Button kind="primary" busy={adjusting.take.isBusy()} onClick={() => void adjusting.save()}>
          {t('submissions.roll-up-take')}
        </Button>
      </div>
    </div>
  );
};

const Signatures = () => (
  <p class="print-only roll-up-signatures">{t('submissions.roll-up-signatures')}</p>
);

/** 汇总上报: what the units below have filed, beside the figures of this filing. */
export const RollUpSection = (props: { filing: Filing }) => {
  const rollUp = useRollUp(() => props.filing.draft.id());
  return (
    <section class="filing-part roll-up">
      <h2>{t('submissions.roll-up')}</h2>
      <QueryView query={rollUp}>
        {(data) => {
          const table = () => shownTable(data(), props.filing.summary().state);
          return (
            <div class="stack">
              <p>
                {t('submissions.roll-up-as-of', { time: formatInstant(table().asOf) })}
                {countWords(table().counts)}
              </p>
              <Show when={missingNames(table().units)}>
                {(names) => <p>{t('submissions.roll-up-missing-names', { names: names() })}</p>}
              </Show>
              <Show when={table().isFiled && isBehind(data())}>
                <Callout kind="note" title={t('submissions.roll-up-behind')} />
              </Show>
              <Cells table={table()} />
              <Figures table={table()} />
              <Show when={props.filing.isEditing()}>
                <Adjusting table={data()} filing={props.filing} />
              </Show>
              <Signatures />
              <div class="row no-print">
                <PrintButton label={t('submissions.roll-up-print')} />
              </div>
            </div>
          );
        }}
      </QueryView>
    </section>
  );
};
