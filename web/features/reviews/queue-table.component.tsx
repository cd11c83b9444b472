import { A } from '@solidjs/router';
import { Show } from 'solid-js';
import type { JSX } from 'solid-js';
import type { ReviewQueueRow } from '#schema/contracts/reviews.ts';
import { titleOf } from '#web/features/submissions/occurrence.presenter.ts';
import { t } from '#web/shared/i18n.ts';
import { LinkButton } from '#web/ui/button.component.tsx';
import { DataTable } from '#web/ui/data-table.component.tsx';
import type { Column } from '#web/ui/data-table.component.tsx';
import { Status } from '#web/ui/status.component.tsx';
import {
  doubleStatus,
  filedWords,
  isLongWait,
  paperNote,
  queueStatus,
  waitedWords,
} from './queue-row.presenter.ts';

const whatColumns = (): Column<ReviewQueueRow>[] => [
  {
    key: 'title',
    header: t('reviews.filing'),
    rowHeader: true,
    cell: (row) => <A href={`/reviews/${row.id}`}>{titleOf(row)}</A>,
    text: titleOf,
  },
  {
    key: 'unit',
    header: t('reviews.unit'),
    cell: (row) => row.organizationName,
    text: (row) => row.organizationName,
  },
  {
    key: 'state',
    header: t('reviews.state'),
    width: 'narrow',
    cell: (row) => (
      <>
        <Status kind={queueStatus(row).kind}>{queueStatus(row).words}</Status>
        <Show when={row.late}>
          {' '}
          <Status kind="late">{t('reviews.late')}</Status>
        </Show>
        <Show when={doubleStatus(row)}>
          {(double) => (
            <>
              {' '}
              <Status kind={double().kind}>{double().words}</Status>
            </>
          )}
        </Show>
        <Show when={paperNote(row)}>{(words) => <span class="small"> {words()}</span>}</Show>
      </>
    ),
    text: (row) =>
      [queueStatus(row).words, doubleStatus(row)?.words, paperNote(row)].filter(Boolean).join(' '),
  },
];

const whenColumns = (): Column<ReviewQueueRow>[] => [
  {
    key: 'filed',
    header: t('reviews.filed'),
    width: 'narrow',
    cell: filedWords,
    text: filedWords,
  },
  {
    key: 'waited',
    header: t('reviews.waited'),
    width: 'narrow',
    cell: (row) => (
      <Show when={isLongWait(row)} fallback={waitedWords(row)}>
        <Status kind="late">{waitedWords(row)}</Status>
      </Show>
    ),
    text: waitedWords,
  },
  {
    key: 'office',
    header: t('reviews.office'),
    cell: (row) => row.office,
    text: (row) => row.office,
  },
];

const actColumn = (): Column<ReviewQueueRow> => ({
  key: 'acts',
  header: '',
  width: 'narrow',
  cell: (row) => (
    <Show
      when={row.barred}
      fallback={
        <LinkButton small href={`/reviews/${row.id}`}>
          {t('reviews.act-review')}
          <span class="visually-hidden">
            ：{row.organizationName} {titleOf(row)}
          </span>
        </LinkButton>
      }
    >
      {(bar) => <Status kind="stopped">{t(`reviews.bar-${bar()}`)}</Status>}
    </Show>
  ),
});

/** 待审: the longest waiting first; what this person must keep away from says so. */
export const QueueTable = (props: {
  rows: readonly ReviewQueueRow[] | undefined;
  error: unknown;
  isFiltered: boolean;
  onRetry: () => void;
  footer: JSX.Element;
}) => (
  <DataTable
    caption={t('reviews.queue')}
    captionHidden
    rows={props.rows}
    error={props.error}
    onRetry={props.onRetry}
    columns={[...whatColumns(), ...whenColumns(), actColumn()]}
    footer={props.footer}
    empty={
      props.isFiltered
        ? { title: t('reviews.none-found'), next: t('reviews.none-found-next') }
        : { title: t('reviews.queue-empty'), next: t('reviews.queue-empty-next') }
    }
  />
);
