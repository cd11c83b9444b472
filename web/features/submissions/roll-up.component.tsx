import { For, Show, Suspense, createEffect, createSignal, lazy, on } from 'solid-js';
import type { RollUpTable } from '#schema/contracts/roll-up.ts';
import { formatInstant } from '#web/shared/dates.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { LoadFailed, QueryView } from '#web/ui/state.component.tsx';
import { Callout, Status } from '#web/ui/status.component.tsx';
import { Disclosure } from '#web/ui/tabs.component.tsx';
import { TextField } from '#web/ui/text-field.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import type { Filing } from './filing.ts';
import { RollUpPaper } from './roll-up-paper.component.tsx';
import {
  adjustmentsOf,
  cellStatus,
  cellWords,
  countWords,
  figureWords,
  headOf,
  isBehind,
  listsOf,
  shownTable,
  typedOf,
} from './roll-up.presenter.ts';
import type { ShownTable, Typed } from './roll-up.presenter.ts';
import { createTakeSums, useRollUp } from './roll-up.queries.ts';
import './roll-up.css';

/** Units by indicators; the last row adds up what is 已审 or 代报. */
const Cells = (props: { table: ShownTable }) => (
  <div
    class="table-scroll roll-up-scroll no-print"
    tabindex="0"
    role="region"
    aria-label={t('rollup.units-by-indicators')}
  >
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

const Adjusted = (props: {
  adjusting: Adjustment;
  field: RollUpTable['fields'][number];
  sum: string;
}) => {
  const typed = () => props.adjusting.typed()[props.field.field];
  return (
    <>
      <td class="cell-end roll-up-typed">
        <TextField
          name={props.field.field}
          label={t('rollup.adjusted-of', { label: headOf(props.field) })}
          inputMode="decimal"
          placeholder={props.sum}
          value={typed()?.figure ?? ''}
          error={props.adjusting.errorOf(props.field.field)}
          onInput={(figure) => props.adjusting.write(props.field.field, { figure })}
        />
      </td>
      <td class="roll-up-typed">
        <TextField
          name={`${props.field.field}-reason`}
          label={t('rollup.reason-of', { label: headOf(props.field) })}
          value={typed()?.reason ?? ''}
          error={props.adjusting.errorOf(`${props.field.field}-reason`)}
          onInput={(reason) => props.adjusting.write(props.field.field, { reason })}
        />
      </td>
    </>
  );
};

const ReadLine = (props: { line: RollUpTable['figures'][number] | undefined }) => (
  <>
    <td class="cell-end">
      {props.line?.standing === 'adjusted' ? figureWords(props.line.figure) : ''}
    </td>
    <td>
      <Show when={props.line?.standing === 'unexplained'} fallback={props.line?.reason}>
        <Status kind="late">{t('submissions.roll-up-unexplained')}</Status>
      </Show>
    </td>
  </>
);

/** 汇总数、调整数、原因、上报数, line by line; what is worked out by the form cannot be adjusted. */
const Figures = (props: { table: ShownTable; adjusting?: Adjustment | undefined }) => (
  <div class="table-scroll no-print">
    <table class="table roll-up-figures">
      <caption>{t('submissions.roll-up-figures')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('submissions.roll-up-indicator')}</th>
          <th scope="col" class="cell-end">
            {t('submissions.roll-up-sum')}
          </th>
          <th scope="col" class="cell-end">
            {t('submissions.roll-up-adjusted')}
          </th>
          <th scope="col">{t('submissions.roll-up-reason')}</th>
          <th scope="col" class="cell-end">
            {t('submissions.roll-up-figure')}
          </th>
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
                <Show
                  when={!field.computed && props.adjusting}
                  fallback={<ReadLine line={line()} />}
                >
                  {(adjusting) => (
                    <Adjusted
                      adjusting={adjusting()}
                      field={field}
                      sum={figureWords(line()?.sum)}
                    />
                  )}
                </Show>
                <td class="cell-end">{figureWords(line()?.figure)}</td>
              </tr>
            );
          }}
        </For>
      </tbody>
    </table>
  </div>
);

/** 调整数 with its reason; an empty one is the sum. */
const Adjusting = (props: { table: RollUpTable; shown: ShownTable; filing: Filing }) => {
  const adjusting = createAdjusting(props);
  return (
    <>
      <Figures table={props.shown} adjusting={adjusting} />
      <div class="stack-tight no-print">
        <Show when={adjusting.take.error()}>
          <LoadFailed error={adjusting.take.error()} />
        </Show>
        <div class="row">
          <Button
            kind="primary"
            busy={adjusting.take.isBusy()}
            onClick={() => void adjusting.save()}
          >
            {t('submissions.roll-up-take')}
          </Button>
          <span class="small soft">{t('submissions.roll-up-adjust-words')}</span>
        </div>
      </div>
    </>
  );
};

/** 「应汇总 60 家，已审 52 家，未审 3 家，未报 5 家（名单）。」 with every list behind it. */
const Counts = (props: { table: ShownTable }) => (
  <div class="stack-tight no-print">
    <p class="figure-sentence">
      {t('submissions.roll-up-as-of', { time: formatInstant(props.table.asOf) })}
      {countWords(props.table.counts)}
    </p>
    <div class="roll-up-lists">
      <For each={listsOf(props.table.units)}>
        {({ title, names, isOpen }) => (
          <Disclosure summary={title} open={isOpen}>
            <p>{names}</p>
          </Disclosure>
        )}
      </For>
    </div>
  </div>
);

const ExcelButton = lazy(async () => ({
  default: (await import('./roll-up-excel.component.tsx')).RollUpExcel,
}));

const printing = 'printing-roll-up';

/** Prints the table and its signatures, and nothing of the page around. */
const printTable = () => {
  const { body } = document;
  const done = () => {
    body.classList.remove(printing);
    window.removeEventListener('afterprint', done);
  };
  window.addEventListener('afterprint', done);
  body.classList.add(printing);
  window.print();
};

/** 打印汇总表 → 上传盖章扫描件 → 报送, in the order in which it is done. */
const Acts = (props: { table: ShownTable; filing: Filing }) => {
  const needsScan = () => props.filing.summary().needsStamp;
  const scans = () =>
    props.filing
      .detail()
      .deliverables.filter(({ kind }) => kind === 'stamped-scan')
      .flatMap(({ key }) => props.filing.detail().deliverableEvidence[key] ?? []).length;
  return (
    <div class="row no-print">
      <Button onClick={printTable}>{t('submissions.roll-up-print')}</Button>
      <Show when={needsScan()}>
        <a href="#materials">
          {t(scans() === 0 ? 'rollup.upload-scan' : 'rollup.scan-there', { count: scans() })}
        </a>
      </Show>
      <Suspense>
        <ExcelButton table={props.table} unit={props.filing.summary().organizationName} />
      </Suspense>
    </div>
  );
};

const Loaded = (props: { data: RollUpTable; filing: Filing }) => {
  const table = () => shownTable(props.data, props.filing.summary().state);
  return (
    <div class="stack">
      <Counts table={table()} />
      <Show when={table().isFiled && isBehind(props.data)}>
        <Callout kind="note" title={t('submissions.roll-up-behind')} />
      </Show>
      <Cells table={table()} />
      <Show when={props.filing.isEditing()} fallback={<Figures table={table()} />}>
        <Adjusting table={props.data} shown={table()} filing={props.filing} />
      </Show>
      <Acts table={table()} filing={props.filing} />
      <RollUpPaper table={table()} detail={props.filing.detail()} />
    </div>
  );
};

/** 汇总上报: what the units below have filed, beside the figures of this filing. */
export const RollUpSection = (props: { filing: Filing }) => {
  const rollUp = useRollUp(() => props.filing.draft.id());
  return (
    <section class="filing-part roll-up">
      <h2 class="no-print">{t('submissions.roll-up')}</h2>
      <QueryView query={rollUp}>
        {(data) => <Loaded data={data()} filing={props.filing} />}
      </QueryView>
    </section>
  );
};
