import { A } from '@solidjs/router';
import { Match, Show, Switch, createEffect, createSignal } from 'solid-js';
import type { ImportJob, ImportSubject } from '#schema/contracts/imports.ts';
import { formatInstant } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { formatCount } from '#web/shared/numbers.ts';
import { Button } from '#web/ui/button.component.tsx';
import { DataTable } from '#web/ui/data-table.component.tsx';
import { dataOf } from '#web/ui/state.component.tsx';
import { Callout, Status } from '#web/ui/status.component.tsx';
import { announce } from '#web/ui/toast.component.tsx';
import { ImportPreview } from './import-preview.component.tsx';
import { ImportStart } from './import-start.component.tsx';
import type { FiguresWanted } from './import-start.component.tsx';
import { jobStatus } from './import.presenter.ts';
import { takeRows, useImports, useImportsChanged } from './imports.queries.ts';

const Progress = (props: { job: ImportJob; onGoOn: () => void }) => {
  const all = () => props.job.counts.new + props.job.counts.changed;
  const done = () => props.job.taken + props.job.refused;
  return (
    <div class="stack-tight">
      <label class="stack-tight">
        <span role="status">
          {t('imports.progress', { done: formatCount(done()), total: formatCount(all()) })}
        </span>
        <progress max={all()} value={done()} />
      </label>
      <p class="soft">{t('imports.progress-note')}</p>
      <div class="row">
        <Button onClick={() => props.onGoOn()}>{t('imports.go-on')}</Button>
      </div>
    </div>
  );
};

const Done = (props: { job: ImportJob }) => (
  <Callout kind="done" title={t('imports.done', { rows: formatCount(props.job.taken) })}>
    <Show when={props.job.subject === 'people'}>
      <p>{t('imports.done-people')}</p>
      <p>
        <A href={`/accounts/batches/${props.job.id}`}>{t('imports.done-open')}</A>
      </p>
    </Show>
    <Show when={props.job.subject === 'figures' && props.job.taken > 0}>
      <p>
        <A href={`/imported-figures/${props.job.id}`}>{t('imports.done-open')}</A>
      </p>
    </Show>
    <Show when={props.job.refused > 0}>
      <p>{t('imports.done-refused', { rows: props.job.refused })}</p>
    </Show>
    <Show when={props.job.counts.error > 0}>
      <p>{t('imports.done-errors', { rows: props.job.counts.error })}</p>
    </Show>
  </Callout>
);

const Recent = (props: { subject: ImportSubject; onOpen: (job: ImportJob) => void }) => {
  const query = useImports(() => props.subject);
  const isOpen = ({ state }: ImportJob) => state === 'checked' || state === 'taking';
  return (
    <DataTable
      caption={t('imports.recent')}
      rows={dataOf(query)?.items}
      loading={dataOf(query) === undefined}
      error={query.error}
      onRetry={() => void query.refetch()}
      copy={false}
      empty={{ title: t('imports.recent-empty'), next: t('imports.recent-empty-next') }}
      columns={[
        { key: 'file', header: t('imports.file'), rowHeader: true, cell: (job) => job.fileName },
        { key: 'at', header: t('imports.col-at'), cell: (job) => formatInstant(job.createdAt) },
        { key: 'by', header: t('imports.col-by'), cell: (job) => job.openedByPost },
        {
          key: 'state',
          header: t('imports.col-state'),
          cell: (job) => (
            <Status kind={jobStatus[job.state]}>{t(`imports.state-${job.state}`)}</Status>
          ),
        },
        {
          key: 'taken',
          header: t('imports.col-taken'),
          align: 'end',
          cell: (job) => `${formatCount(job.taken)} / ${formatCount(job.total)}`,
        },
        {
          key: 'act',
          header: t('imports.col-act'),
          noPrint: true,
          cell: (job) => (
            <Show when={isOpen(job)}>
              <Button small onClick={() => props.onOpen(job)}>
                {t('imports.open')}
              </Button>
            </Show>
          ),
        },
      ]}
    />
  );
};

/** 导入: a file is checked, looked at, taken; what was begun and left is found again below. */
export const ImportDesk = (props: {
  subject: ImportSubject;
  figures?: FiguresWanted | undefined;
  /** Hears which import is being looked at. */
  onJob?: ((job: ImportJob | undefined) => void) | undefined;
}) => {
  const [job, setJob] = createSignal<ImportJob>();
  createEffect(() => props.onJob?.(job()));
  const changed = useImportsChanged();
  const move = (moved: ImportJob) => {
    // The last step tells it, and the whole taking once more.
    const isToldAlready = moved.state === 'done' && job()?.state === 'done';
    setJob(moved.state === 'dropped' ? undefined : moved);
    if (moved.state === 'taking' || isToldAlready) return;
    if (moved.state === 'done') announce(t('imports.done', { rows: moved.taken }), 'done');
    void changed();
  };
  const goOn = async (begun: ImportJob) => move(await takeRows(begun, 'good', setJob));
  return (
    <div class="stack-wide">
      <Switch fallback={<ImportStart {...props} onChecked={move} />}>
        <Match when={job()?.state === 'checked' && job()}>
          {(open) => <ImportPreview job={open()} onMoved={move} />}
        </Match>
        <Match when={job()?.state === 'taking' && job()}>
          {(open) => <Progress job={open()} onGoOn={() => void goOn(open())} />}
        </Match>
        <Match when={job()?.state === 'done' && job()}>
          {(open) => (
            <div class="stack">
              <Done job={open()} />
              <div class="row">
                <Button onClick={() => setJob(undefined)}>{t('imports.another')}</Button>
              </div>
            </div>
          )}
        </Match>
      </Switch>
      <Recent subject={props.subject} onOpen={setJob} />
    </div>
  );
};
