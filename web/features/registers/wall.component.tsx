import { A } from '@solidjs/router';
import { Show } from 'solid-js';
import type { Wall } from '#schema/contracts/registers.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { LinkButton } from '#web/ui/button.component.tsx';
import { DataTable } from '#web/ui/data-table.component.tsx';
import type { Column } from '#web/ui/data-table.component.tsx';
import { ComputedAsOf, DocumentBar, PageHeader } from '#web/ui/page.component.tsx';
import { QueryView } from '#web/ui/state.component.tsx';
import { Status } from '#web/ui/status.component.tsx';
import { useWall } from './registers.queries.ts';
import './registers.css';

type Row = Wall['rows'][number];

const shareOf = ({ closed, total }: Row) => t('registers.wall-share', { closed, total });
const stateOf = (row: Row): string => {
  if (row.total === 0) return t('registers.wall-empty');
  return row.isClosed
    ? t('registers.wall-done')
    : t('registers.wall-open', { count: row.total - row.closed });
};

const columns = (register: string): Column<Row>[] => [
  {
    key: 'row',
    header: t('registers.wall-row'),
    rowHeader: true,
    cell: (row) => (
      <A href={`/registers/${register}?row=${row.row}`} lang="zh-CN">
        {localText(row.title)}
      </A>
    ),
    text: (row) => localText(row.title),
  },
  {
    key: 'closed',
    header: t('registers.wall-closed'),
    align: 'end',
    width: 'narrow',
    cell: (row) => (
      <span class="wall-share figures">
        {shareOf(row)}
        <progress
          class="wall-bar"
          max={Math.max(1, row.total)}
          value={row.closed}
          aria-label={shareOf(row)}
        />
      </span>
    ),
    text: shareOf,
  },
  {
    key: 'state',
    header: t('registers.wall-state'),
    cell: (row) => <Status kind={row.isClosed ? 'done' : 'current'}>{stateOf(row)}</Status>,
    text: stateOf,
  },
  {
    key: 'overdue',
    header: t('registers.overdue'),
    align: 'end',
    width: 'narrow',
    cell: (row) => (
      <Show when={row.overdue > 0} fallback={0}>
        <A href={`/registers/${register}?row=${row.row}&overdue=true`}>
          <Status kind="late">{row.overdue}</Status>
        </A>
      </Show>
    ),
    text: (row) => row.overdue,
  },
];

const WallTable = (props: { wall: Wall }) => {
  const register = () => props.wall.register;
  return (
    <>
      <DocumentBar title={register().campaignTitle} />
      <PageHeader
        title={t('registers.to-wall')}
        breadcrumb={[
          { label: t('registers.title'), href: '/registers' },
          { label: localText(register().title), href: `/registers/${register().key}` },
          { label: t('registers.to-wall') },
        ]}
        summary={<ComputedAsOf at={props.wall.asOf} />}
        actions={
          <LinkButton href={`/registers/${register().key}`}>{t('registers.to-list')}</LinkButton>
        }
      />
      <DataTable
        caption={localText(register().title)}
        captionHidden
        rows={props.wall.rows}
        columns={columns(register().key)}
        empty={{ title: t('registers.wall-empty'), next: t('registers.wall-empty-next') }}
      />
    </>
  );
};

/** 挂图作战: rows × 已销号 41/58; a row is struck off when its last unit is. */
export const RegisterWall = (props: { register: string }) => {
  const wall = useWall(() => props.register);
  return <QueryView query={wall}>{(found) => <WallTable wall={found()} />}</QueryView>;
};
