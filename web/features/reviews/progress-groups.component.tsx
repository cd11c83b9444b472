import { A } from '@solidjs/router';
import { Show } from 'solid-js';
import { t } from '#web/shared/i18n.ts';
import { formatCount, formatShare } from '#web/shared/numbers.ts';
import { DataTable } from '#web/ui/data-table.component.tsx';
import type { Column } from '#web/ui/data-table.component.tsx';
import { ComputedAsOf } from '#web/ui/page.component.tsx';
import { Status } from '#web/ui/status.component.tsx';
import { groupProgress, hasAreas } from './progress-groups.presenter.ts';
import type { ProgressGroup } from './progress-groups.presenter.ts';
import type { Progress } from './reviews.queries.ts';

type Figure = 'units' | 'due' | 'arrived';

const figure = (key: Figure, header: string): Column<ProgressGroup> => ({
  key,
  header,
  align: 'end',
  cell: (group) => formatCount(group[key]),
  text: (group) => group[key],
});

const overdueWords = ({ overdue, overdueUnits }: ProgressGroup): string =>
  overdue === 0 ? '0' : t('reviews.group-overdue', { count: overdue, units: overdueUnits });

const shareWords = ({ due, arrived }: ProgressGroup): string =>
  due === 0 ? '—' : formatShare(arrived, due);

const columnsOf = (
  name: string,
  hrefOf: (group: ProgressGroup) => string,
): Column<ProgressGroup>[] => [
  {
    key: 'name',
    header: name,
    rowHeader: true,
    cell: (group) => <A href={hrefOf(group)}>{group.name}</A>,
    text: (group) => group.name,
  },
  figure('units', t('reviews.group-units')),
  figure('due', t('reviews.due')),
  figure('arrived', t('reviews.arrived')),
  {
    key: 'share',
    header: t('reviews.group-share'),
    align: 'end',
    cell: shareWords,
    text: shareWords,
  },
  {
    key: 'overdue',
    header: t('reviews.group-late'),
    align: 'end',
    cell: (group) => (
      <Show when={group.overdue > 0} fallback={<span class="soft">0</span>}>
        <Status kind="late">{overdueWords(group)}</Status>
      </Show>
    ),
    text: overdueWords,
  },
];

/** 按市: how the places stand beside each other in official order, each leading to its units. */
export const ProgressGroups = (props: { progress: Progress; campaign: string }) => {
  const caption = () => t(hasAreas(props.progress.rows) ? 'reviews.by-area' : 'reviews.by-kind');
  const name = () => t(hasAreas(props.progress.rows) ? 'reviews.area' : 'reviews.kind');
  const hrefOf = ({ filter }: ProgressGroup) =>
    `/progress?${new URLSearchParams({ campaign: props.campaign, ...filter }).toString()}`;
  return (
    <div class="progress-groups">
      <DataTable
        caption={caption()}
        rows={groupProgress(props.progress.rows)}
        columns={columnsOf(name(), hrefOf)}
        empty={{ title: t('reviews.nothing-due'), next: t('reviews.nothing-due-next') }}
        tools={<ComputedAsOf at={props.progress.asOf} />}
      />
    </div>
  );
};
