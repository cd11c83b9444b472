import { A } from '@solidjs/router';
import { Show } from 'solid-js';
import { localText, t } from '#web/shared/i18n.ts';
import { DataTable } from '#web/ui/data-table.component.tsx';
import type { Column } from '#web/ui/data-table.component.tsx';
import { PageHeader } from '#web/ui/page.component.tsx';
import { dataOf } from '#web/ui/state.component.tsx';
import { Status } from '#web/ui/status.component.tsx';
import { useRegisters } from './registers.queries.ts';
import type { RegisterLine } from './registers.queries.ts';

const columns = (): Column<RegisterLine>[] => [
  {
    key: 'title',
    header: t('registers.register'),
    rowHeader: true,
    cell: (line) => (
      <>
        <A href={`/registers/${line.key}`}>{localText(line.title)}</A>
        <Show when={line.hasMaster}>
          {'　'}
          <A href={`/registers/${line.key}/wall`}>{t('registers.to-wall')}</A>
        </Show>
      </>
    ),
    text: (line) => localText(line.title),
  },
  {
    key: 'campaign',
    header: t('registers.campaign'),
    cell: (line) => <span lang="zh-CN">{line.campaignTitle}</span>,
    text: (line) => line.campaignTitle,
  },
  {
    key: 'open',
    header: t('registers.open'),
    align: 'end',
    width: 'narrow',
    cell: (line) => line.open,
    text: (line) => line.open,
  },
  {
    key: 'overdue',
    header: t('registers.overdue'),
    align: 'end',
    width: 'narrow',
    cell: (line) => (
      <Show when={line.overdue > 0} fallback={0}>
        <A href={`/registers/${line.key}?overdue=true`}>
          <Status kind="late">{line.overdue}</Status>
        </A>
      </Show>
    ),
    text: (line) => line.overdue,
  },
];

/** 台账: every register of the person's range, with what is open and overdue. */
export const RegisterOverview = () => {
  const registers = useRegisters();
  return (
    <>
      <PageHeader title={t('registers.title')} />
      <DataTable
        caption={t('registers.title')}
        captionHidden
        rows={dataOf(registers)?.registers}
        error={registers.error}
        onRetry={() => void registers.refetch()}
        columns={columns()}
        empty={{ title: t('registers.none'), next: t('registers.none-next') }}
      />
    </>
  );
};
