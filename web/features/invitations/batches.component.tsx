import { A } from '@solidjs/router';
import type { InvitationBatch } from '#schema/contracts/invitations.ts';
import { formatInstant } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { formatCount } from '#web/shared/numbers.ts';
import { DataTable } from '#web/ui/data-table.component.tsx';
import type { Column } from '#web/ui/data-table.component.tsx';
import { PageHeader } from '#web/ui/page.component.tsx';
import { dataOf } from '#web/ui/state.component.tsx';
import { useBatches } from './batches.queries.ts';

const counts = ['asked', 'authorized', 'linked', 'used', 'withdrawn'] as const;

const columns = (): Column<InvitationBatch>[] => [
  {
    key: 'file',
    header: t('people.batch-file'),
    rowHeader: true,
    cell: (batch) => <A href={`/accounts/batches/${batch.id}`}>{batch.fileName}</A>,
    text: ({ fileName }) => fileName,
  },
  {
    key: 'opened',
    header: t('people.col-opened'),
    cell: ({ openedByPost, openedAt }) => `${openedByPost} ${formatInstant(openedAt)}`,
    text: ({ openedByPost, openedAt }) => `${openedByPost} ${formatInstant(openedAt)}`,
  },
  ...counts.map((state): Column<InvitationBatch> => ({
    key: state,
    header: t(`people.batch-${state}`),
    align: 'end',
    cell: (batch) => formatCount(batch[state]),
    text: (batch) => batch[state],
  })),
];

/** 导入批次: what each list of people asked for, and how far it is. */
export const BatchesView = () => {
  const query = useBatches();
  return (
    <div class="stack">
      <PageHeader
        title={t('people.batches')}
        breadcrumb={[
          { label: t('accounts.title'), href: '/accounts' },
          { label: t('people.invitations'), href: '/accounts/invitations' },
          { label: t('people.batches') },
        ]}
        summary={t('people.batches-note')}
      />
      <DataTable
        caption={t('people.batches')}
        captionHidden
        rows={dataOf(query)?.items}
        columns={columns()}
        loading={dataOf(query) === undefined}
        error={query.error}
        onRetry={() => void query.refetch()}
        empty={{ title: t('people.batches-empty'), next: t('people.batches-empty-next') }}
      />
    </div>
  );
};
