import { A } from '@solidjs/router';
import { Show } from 'solid-js';
import type { JSX } from 'solid-js';
import type { EntrySummary, RegisterView } from '#schema/contracts/registers.ts';
import { formatDate } from '#web/shared/dates.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { DataTable } from '#web/ui/data-table.component.tsx';
import type { Column } from '#web/ui/data-table.component.tsx';
import { Status } from '#web/ui/status.component.tsx';
import { clockLine, numberWords, statusOf } from './entry.presenter.ts';
import './registers.css';

const what = (): Column<EntrySummary>[] => [
  {
    key: 'number',
    header: t('registers.number'),
    width: 'narrow',
    cell: numberWords,
    text: numberWords,
  },
  {
    key: 'about',
    header: t('registers.about'),
    rowHeader: true,
    cell: (entry) => <A href={`/entries/${entry.id}`}>{localText(entry.title)}</A>,
    text: (entry) => localText(entry.title),
  },
  {
    key: 'unit',
    header: t('registers.unit'),
    cell: (entry) => entry.organizationName,
    text: (entry) => entry.organizationName,
  },
];

const how = (): Column<EntrySummary>[] => [
  {
    key: 'state',
    header: t('registers.state'),
    width: 'narrow',
    cell: (entry) => (
      <Status kind={statusOf(entry.state).kind}>{statusOf(entry.state).words}</Status>
    ),
    text: (entry) => statusOf(entry.state).words,
  },
  {
    key: 'clock',
    header: t('registers.clock'),
    cell: (entry) => (
      <Show when={entry.clock}>
        {(clock) => (
          <Show when={clock().overdue} fallback={clockLine(clock())}>
            <span class="clock-words">
              <Status kind="late">{clockLine(clock())}</Status>
            </span>
          </Show>
        )}
      </Show>
    ),
    text: (entry) => (entry.clock ? clockLine(entry.clock) : ''),
  },
  {
    key: 'responsible',
    header: t('registers.responsible'),
    cell: (entry) => entry.responsible,
    text: (entry) => entry.responsible,
  },
  {
    key: 'source',
    header: t('registers.source'),
    cell: (entry) => entry.channels.map(localText).join('、'),
    text: (entry) => entry.channels.map(localText).join('、'),
  },
  {
    key: 'recorded',
    header: t('registers.recorded'),
    width: 'narrow',
    cell: (entry) => formatDate(entry.recordedOn),
    text: (entry) => formatDate(entry.recordedOn),
  },
];

/** The entries of a register in official unit order; the clock names its rule. */
export const EntryTable = (props: {
  register: RegisterView | undefined;
  rows: readonly EntrySummary[] | undefined;
  error: unknown;
  onRetry: () => void;
  footer: JSX.Element;
}) => {
  const noun = () => localText(props.register?.noun);
  const hasChannels = () => (props.register?.channels.length ?? 0) > 0;
  return (
    <DataTable
      caption={t('registers.list', { noun: noun() })}
      captionHidden
      rows={props.rows}
      error={props.error}
      onRetry={props.onRetry}
      columns={[...what(), ...how()].filter(({ key }) => key !== 'source' || hasChannels())}
      tools={<span class="small soft">{t('registers.legend')}</span>}
      footer={props.footer}
      empty={{
        title: t('registers.empty-list', { noun: noun() }),
        next: t('registers.empty-next', { noun: noun() }),
      }}
    />
  );
};
