import { A, useNavigate } from '@solidjs/router';
import { For, Show } from 'solid-js';
import { bulletinKinds } from '#schema/contracts/bulletins.ts';
import type { BulletinKind, BulletinMoved, BulletinSummary } from '#schema/contracts/bulletins.ts';
import { useSession } from '#web/features/identity/session.ts';
import { createCommand } from '#web/shared/command.ts';
import { formatInstant } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import { Button } from '#web/ui/button.component.tsx';
import { DataTable } from '#web/ui/data-table.component.tsx';
import type { Column } from '#web/ui/data-table.component.tsx';
import { LoadMore } from '#web/ui/load-more.component.tsx';
import { PageHeader } from '#web/ui/page.component.tsx';
import { Refusal } from '#web/ui/refusal.component.tsx';
import { Status } from '#web/ui/status.component.tsx';
import type { StatusKind } from '#web/ui/status.component.tsx';
import { useBulletins, useBulletinsChanged } from './bulletins.queries.ts';

const kinds: Readonly<Record<BulletinSummary['state'], StatusKind>> = {
  drafting: 'draft',
  signing: 'waiting',
  signed: 'current',
  registered: 'current',
  sent: 'done',
};

export const BulletinStatus = (props: { row: BulletinSummary }) => (
  <>
    <Status kind={kinds[props.row.state]}>{t(`bulletins.state-${props.row.state}`)}</Status>
    <Show when={props.row.waitsFor}>
      {(step) => <span class="small soft"> {t('bulletins.waits-for', { post: step() })}</span>}
    </Show>
  </>
);

/** 新建: a first draft from the template of its kind. */
const Begin = (props: { kind: BulletinKind }) => {
  const navigate = useNavigate();
  const changed = useBulletinsChanged();
  const command = createCommand<void, BulletinMoved>(() => ({
    method: 'POST',
    path: '/api/bulletins',
    body: { kind: props.kind },
  }));
  const begin = async () => {
    const made = await command.attempt();
    if (!made) return;
    navigate(`/bulletins/${made.data.id}`);
    await changed();
  };
  return (
    <>
      <Button small busy={command.isBusy()} onClick={() => void begin()}>
        {t(`bulletins.new-${props.kind}`)}
      </Button>
      <Refusal problem={command.problem()} />
    </>
  );
};

const receiptWords = ({ sent }: BulletinSummary): string =>
  sent === undefined ? '' : t('bulletins.receipts-count', sent);

const columns = (): Column<BulletinSummary>[] => [
  {
    key: 'title',
    header: t('bulletins.paper-title'),
    rowHeader: true,
    cell: (row) => (
      <A href={`/bulletins/${row.id}`} lang="zh-CN">
        {row.title}
      </A>
    ),
    text: ({ title }) => title,
  },
  {
    key: 'kind',
    header: t('bulletins.kind'),
    cell: (row) => t(`bulletins.kind-${row.kind}`),
    text: ({ kind }) => t(`bulletins.kind-${kind}`),
  },
  {
    key: 'state',
    header: t('bulletins.state'),
    cell: (row) => <BulletinStatus row={row} />,
    text: ({ state }) => t(`bulletins.state-${state}`),
  },
  {
    key: 'number',
    header: t('bulletins.number'),
    cell: (row) => <span lang="zh-CN">{row.number}</span>,
    text: ({ number }) => number ?? '',
  },
  { key: 'receipts', header: t('bulletins.receipts'), cell: receiptWords, text: receiptWords },
  {
    key: 'updated',
    header: t('bulletins.updated'),
    cell: ({ updatedAt }) => formatInstant(updatedAt),
    text: ({ updatedAt }) => formatInstant(updatedAt),
  },
];

/** 通报、总结、简报, the newest first. */
export const BulletinTable = () => {
  const { permissions } = useSession();
  const list = useBulletins();
  const rows = () => (list.isPending ? undefined : list.data?.pages.flatMap(({ items }) => items));
  return (
    <>
      <PageHeader
        title={t('bulletins.title')}
        actions={
          <Show when={permissions.can('bulletins.draft', {})}>
            <For each={bulletinKinds}>{(kind) => <Begin kind={kind} />}</For>
          </Show>
        }
      />
      <DataTable
        caption={t('bulletins.title')}
        captionHidden
        rows={rows()}
        columns={columns()}
        error={list.error}
        onRetry={() => void list.refetch()}
        empty={{ title: t('bulletins.none'), next: t('bulletins.none-next') }}
        footer={<LoadMore shown={rows()?.length} list={list} />}
      />
    </>
  );
};
