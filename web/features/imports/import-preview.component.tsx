import { For, Show, createSignal } from 'solid-js';
import { importOutcomes } from '#schema/contracts/imports.ts';
import type {
  ImportChoice,
  ImportJob,
  ImportOutcome,
  ImportRow,
} from '#schema/contracts/imports.ts';
import { t } from '#web/shared/i18n.ts';
import { formatCount } from '#web/shared/numbers.ts';
import { ProblemError } from '#web/shared/problem.ts';
import { Button } from '#web/ui/button.component.tsx';
import { DataTable } from '#web/ui/data-table.component.tsx';
import type { Column } from '#web/ui/data-table.component.tsx';
import { LoadMore } from '#web/ui/load-more.component.tsx';
import { LoadFailed, dataOf } from '#web/ui/state.component.tsx';
import { Callout } from '#web/ui/status.component.tsx';
import { Tabs } from '#web/ui/tabs.component.tsx';
import { changeWords, problemLines, rowName } from './import.presenter.ts';
import { checkAgain, dropJob, readErrors, takeRows, useImportRows } from './imports.queries.ts';
import { errorSheet } from './templates.ts';
import { makeWorkbook, saveFile } from './workbook.driver.ts';

const columns = (job: ImportJob): Column<ImportRow>[] => [
  {
    key: 'row',
    header: t('imports.col-row'),
    align: 'end',
    width: 'narrow',
    cell: ({ row }) => row,
  },
  {
    key: 'name',
    header: t('imports.col-name'),
    rowHeader: true,
    cell: (row) => rowName(job, row),
    text: (row) => rowName(job, row),
  },
  {
    key: 'said',
    header: t('imports.col-said'),
    width: 'wide',
    cell: (row) => (
      <For each={[...problemLines(row), ...row.changes.map(changeWords)]}>
        {(line) => <p>{line}</p>}
      </For>
    ),
    text: (row) => [...problemLines(row), ...row.changes.map(changeWords)].join('；'),
  },
];

const RowsOf = (props: { job: ImportJob; outcome: ImportOutcome }) => {
  const query = useImportRows(
    () => props.job,
    () => props.outcome,
  );
  const rows = () => dataOf(query)?.pages.flatMap(({ items }) => items);
  return (
    <DataTable
      caption={t(`imports.outcome-${props.outcome}`)}
      captionHidden
      rows={rows()}
      columns={columns(props.job)}
      loading={rows() === undefined}
      error={query.error}
      onRetry={() => void query.refetch()}
      empty={{ title: t('imports.rows-empty') }}
      footer={
        <LoadMore shown={rows()?.length} total={props.job.counts[props.outcome]} list={query} />
      }
    />
  );
};

const saveErrors = async (job: ImportJob) => {
  const sheet = errorSheet(job, await readErrors(job));
  saveFile(await makeWorkbook([sheet]), `${t('imports.errors-file')}.xlsx`);
};

type PreviewProps = { job: ImportJob; onMoved: (job: ImportJob) => void };

/** What is done with the job next; the job goes on as the server says. */
const createMoves = (props: PreviewProps) => {
  const [isBusy, setBusy] = createSignal(false);
  const [failure, setFailure] = createSignal<unknown>();
  const run = async (moving: Promise<ImportJob>) => {
    setBusy(true);
    setFailure(undefined);
    try {
      props.onMoved(await moving);
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return {
    isBusy,
    failure,
    check: () => run(checkAgain(props.job)),
    drop: () => run(dropJob(props.job)),
    take: () => {
      const choice: ImportChoice = props.job.counts.error > 0 ? 'good' : 'all';
      return run(takeRows(props.job, choice, props.onMoved));
    },
  };
};

const Acts = (props: PreviewProps) => {
  const moves = createMoves(props);
  const isOutdated = () => {
    const error = moves.failure();
    return error instanceof ProblemError && error.code === 'organizations.import_outdated';
  };
  const rows = () => props.job.counts.new + props.job.counts.changed;
  const label = () =>
    t(props.job.counts.error > 0 ? 'imports.take-good' : 'imports.take-all', { rows: rows() });
  return (
    <div class="stack-tight">
      <Show when={moves.failure()}>
        <LoadFailed error={moves.failure()} />
      </Show>
      <Show when={props.job.subject === 'people' && props.job.counts.error > 0}>
        <p class="soft">{t('imports.errors-first')}</p>
      </Show>
      <div class="row">
        <Show when={isOutdated()}>
          <Button busy={moves.isBusy()} onClick={() => void moves.check()}>
            {t('imports.check-again')}
          </Button>
        </Show>
        <Show when={props.job.counts.error > 0}>
          <Button onClick={() => void saveErrors(props.job)}>{t('imports.errors')}</Button>
        </Show>
        <Button kind="quiet" onClick={() => void moves.drop()}>
          {t('imports.drop')}
        </Button>
        <Show when={rows() > 0}>
          <Button kind="primary" busy={moves.isBusy()} onClick={() => void moves.take()}>
            {label()}
          </Button>
        </Show>
      </div>
    </div>
  );
};

/** What would be new, changed, unchanged or wrong; then all or the good rows are taken. */
export const ImportPreview = (props: PreviewProps) => {
  const first = () =>
    importOutcomes.find((outcome) => outcome === 'error' && props.job.counts.error > 0) ??
    importOutcomes.find((outcome) => props.job.counts[outcome] > 0) ??
    'new';
  const [chosen, setChosen] = createSignal<string>();
  const counts = () => props.job.counts;
  return (
    <div class="stack">
      <p class="figure-sentence">
        {t('imports.sentence', {
          total: formatCount(props.job.total),
          fresh: formatCount(counts().new),
          changed: formatCount(counts().changed),
          unchanged: formatCount(counts().unchanged),
          error: formatCount(counts().error),
        })}
      </p>
      <Show when={counts().new + counts().changed === 0 && counts().unchanged > 0}>
        <Callout
          kind="note"
          title={t(counts().error > 0 ? 'imports.nothing-new-good' : 'imports.nothing-new')}
        />
      </Show>
      <Tabs
        label={t('imports.outcomes')}
        value={chosen() ?? first()}
        onChange={setChosen}
        tabs={importOutcomes.map((outcome) => ({
          key: outcome,
          label: t(`imports.outcome-${outcome}`),
          count: counts()[outcome],
          content: () => <RowsOf job={props.job} outcome={outcome} />,
        }))}
      />
      <Acts job={props.job} onMoved={props.onMoved} />
    </div>
  );
};
