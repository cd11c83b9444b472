import { For, Show, Suspense, lazy } from 'solid-js';
import type { RollUpTable } from '#schema/contracts/roll-up.ts';
import { formatInstant } from '#web/shared/dates.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { QueryView } from '#web/ui/state.component.tsx';
import { Callout, Status } from '#web/ui/status.component.tsx';
import { Disclosure } from '#web/ui/tabs.component.tsx';
import type { Filing } from './filing.ts';
import { Adjusting, Figures } from './roll-up-figures.component.tsx';
import { RollUpPaper } from './roll-up-paper.component.tsx';
import {
  cellStatus,
  cellWords,
  countWords,
  figureWords,
  headOf,
  isBehind,
  listsOf,
  shownTable,
} from './roll-up.presenter.ts';
import type { ShownTable } from './roll-up.presenter.ts';
import { useRollUp } from './roll-up.queries.ts';
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
