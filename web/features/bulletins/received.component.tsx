import { A } from '@solidjs/router';
import { Show } from 'solid-js';
import type { ReceivedBulletins } from '#schema/contracts/bulletins.ts';
import { createCommand } from '#web/shared/command.ts';
import { formatInstant } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { DataTable } from '#web/ui/data-table.component.tsx';
import type { Column } from '#web/ui/data-table.component.tsx';
import { PageHeader } from '#web/ui/page.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { QueryView, dataOf } from '#web/ui/state.component.tsx';
import { Status } from '#web/ui/status.component.tsx';
import {
  bulletinPath,
  useBulletinsChanged,
  useReceivedBulletin,
  useReceivedBulletins,
} from './bulletins.queries.ts';
import { PaperText } from './paper-text.component.tsx';
import './bulletins.css';

type Row = ReceivedBulletins['items'][number];

const Receipt = (props: { receipt: Row['receipt'] }) => (
  <Show
    when={props.receipt.signedForAt}
    fallback={<Status kind="waiting">{t('bulletins.not-signed-for')}</Status>}
  >
    {(at) => (
      <Status kind="done">
        {t('bulletins.signed-for-by', {
          post: props.receipt.signedForByPost ?? '',
          time: formatInstant(at()),
        })}
      </Status>
    )}
  </Show>
);

const columns = (): Column<Row>[] => [
  {
    key: 'title',
    header: t('bulletins.paper-title'),
    rowHeader: true,
    cell: (row) => (
      <A href={`/bulletins/${row.id}/${row.receipt.organizationId}`} lang="zh-CN">
        {row.head.title}
      </A>
    ),
    text: ({ head }) => head.title,
  },
  {
    key: 'number',
    header: t('bulletins.number'),
    cell: (row) => <span lang="zh-CN">{row.issue.number}</span>,
    text: ({ issue }) => issue.number ?? '',
  },
  {
    key: 'sent',
    header: t('bulletins.sent-at'),
    cell: ({ sentAt }) => formatInstant(sentAt),
    text: ({ sentAt }) => formatInstant(sentAt),
  },
  {
    key: 'receipt',
    header: t('bulletins.receipts'),
    cell: (row) => <Receipt receipt={row.receipt} />,
    text: ({ receipt }) => receipt.signedForByPost ?? '',
  },
];

/** 文件: what one's own unit received and signs for. */
export const ReceivedTable = () => {
  const list = useReceivedBulletins();
  return (
    <>
      <PageHeader title={t('bulletins.received')} />
      <DataTable
        caption={t('bulletins.received')}
        captionHidden
        rows={dataOf(list)?.items}
        columns={columns()}
        error={list.error}
        onRetry={() => void list.refetch()}
        empty={{ title: t('bulletins.none-received'), next: t('bulletins.none-received-next') }}
      />
    </>
  );
};

/** One paper for one unit, with 签收. */
export const ReceivedPaper = (props: { id: string; organizationId: string }) => {
  const paper = useReceivedBulletin(() => props);
  const changed = useBulletinsChanged();
  const command = createCommand<void, unknown>(() => ({
    method: 'POST',
    path: `${bulletinPath(props.id)}/sign-for`,
    body: { organizationId: props.organizationId },
  }));
  const sign = async () => {
    if (await command.attempt()) await changed();
  };
  return (
    <QueryView query={paper}>
      {(found) => (
        <>
          <PageHeader
            title={<span lang="zh-CN">{found().head.title}</span>}
            breadcrumb={[{ label: t('bulletins.received'), href: '/bulletins' }]}
            summary={<Receipt receipt={found().receipt} />}
            actions={
              <Show when={found().receipt.signedForAt === undefined}>
                <Button kind="primary" busy={command.isBusy()} onClick={() => void sign()}>
                  {t('bulletins.sign-for')}
                </Button>
              </Show>
            }
          />
          <Refusal problem={command.problem()} />
          <PaperText head={found().head} parts={found().parts} issue={found().issue} />
        </>
      )}
    </QueryView>
  );
};
