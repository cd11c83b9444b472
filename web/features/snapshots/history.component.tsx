import type { SnapshotSummary } from '#schema/contracts/snapshots.ts';
import { formatInstant } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { periodWords } from '#web/shared/period-words.ts';
import { Button } from '#web/ui/button.component.tsx';
import { DataTable } from '#web/ui/data-table.component.tsx';
import type { Column } from '#web/ui/data-table.component.tsx';
import { Status } from '#web/ui/status.component.tsx';
import { statusOf } from './snapshot.presenter.ts';

type HistoryProps = {
  items: readonly SnapshotSummary[] | undefined;
  error: unknown;
  onRetry: () => void;
  onOpen: (item: SnapshotSummary) => void;
};

const periodOf = (item: SnapshotSummary): string =>
  item.corrects === undefined
    ? periodWords(item.period)
    : `${periodWords(item.period)}（${t('snapshots.corrects')}）`;

const instantWords = (at: number | undefined): string =>
  at === undefined ? '—' : formatInstant(at);

const StateOf = (props: { item: SnapshotSummary }) => {
  const status = () => statusOf(props.item.state);
  return <Status kind={status().kind}>{status().words}</Status>;
};

const columnsOf = (props: HistoryProps): Column<SnapshotSummary>[] => [
  {
    key: 'period',
    header: t('snapshots.period'),
    rowHeader: true,
    cell: periodOf,
    text: periodOf,
  },
  {
    key: 'state',
    header: t('snapshots.col-state'),
    cell: (item) => <StateOf item={item} />,
    text: ({ state }) => statusOf(state).words,
  },
  {
    key: 'created',
    header: t('snapshots.col-created'),
    cell: ({ createdAt }) => instantWords(createdAt),
    text: ({ createdAt }) => instantWords(createdAt),
  },
  {
    key: 'sent',
    header: t('snapshots.sent-at'),
    cell: ({ sentAt }) => instantWords(sentAt),
    text: ({ sentAt }) => instantWords(sentAt),
  },
  {
    key: 'receipt',
    header: t('snapshots.receipt'),
    cell: ({ receipt }) => receipt ?? '—',
    text: ({ receipt }) => receipt ?? '',
  },
  {
    key: 'open',
    header: '',
    width: 'narrow',
    cell: (item) => (
      <Button small kind="quiet" onClick={() => props.onOpen(item)}>
        {t('snapshots.open')}
      </Button>
    ),
  },
];

/** What was prepared and sent before; a correction says that it is one. */
export const History = (props: HistoryProps) => (
  <DataTable
    caption={t('snapshots.history')}
    rows={props.items}
    columns={columnsOf(props)}
    error={props.error}
    onRetry={props.onRetry}
    empty={{ title: t('snapshots.history-empty'), next: t('snapshots.history-empty-next') }}
  />
);
