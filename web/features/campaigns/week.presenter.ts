import { addDays } from '#plugins/sdk/dates/days.ts';
import type { CampaignDetail } from '#schema/contracts/campaign-outline.ts';
import type { DraftSummary } from '#schema/contracts/campaigns.ts';
import { dayOf, formatDay } from '#web/shared/dates.ts';
import { localText, t } from '#web/shared/i18n.ts';
import { formatCount } from '#web/shared/numbers.ts';
import type { Permission } from '#web/shared/permissions.ts';
import type { StatusKind } from '#web/ui/status.component.tsx';
import { waitingAct, waitsForMe } from './approval.presenter.ts';

export type WeekLine = {
  readonly kind: StatusKind;
  readonly label: string;
  readonly words: string;
  readonly href: string;
};

type MayDo = (permission: Permission) => boolean;
type Days = { readonly from: string; readonly to: string };

/** Today and the six days after it. */
export const weekFrom = (now: number): Days => {
  const from = dayOf(now);
  return { from, to: addDays(from, 6) };
};

/** 待我签: drafts whose turn is at this person's post. */
export const signingLines = (drafts: readonly DraftSummary[], may: MayDo): WeekLine[] =>
  drafts
    .filter((draft) => waitsForMe(draft, may))
    .map((draft) => ({
      kind: 'current',
      label: t('console.to-sign', { act: waitingAct(draft) }),
      words: draft.title,
      href: `/campaigns/drafts/${draft.id}`,
    }));

const isWithin = (day: string | undefined, { from, to }: Days): day is string =>
  day !== undefined && day >= from && day <= to;

type Turn = { day: string; line: WeekLine };

/** 将到期节点: tasks due this week and phases that end in it, the nearest first. */
export const dueLines = (campaign: CampaignDetail, week: Days): WeekLine[] => {
  const { id } = campaign.summary;
  const tasks = campaign.clauses.flatMap((clause) =>
    clause.tasks.flatMap((task): Turn[] =>
      [task.due?.on, ...task.occurrences.map(({ on }) => on)]
        .filter((day): day is string => isWithin(day, week))
        .map((day) => ({
          day,
          line: {
            kind: 'waiting',
            label: t('console.due-on', { day: formatDay(day) }),
            words: localText(task.title),
            href: `/progress?campaign=${id}&task=${task.key}`,
          },
        })),
    ),
  );
  const phases = campaign.phases.flatMap((phase): Turn[] =>
    isWithin(phase.to.on, week)
      ? [
          {
            day: phase.to.on,
            line: {
              kind: 'draft',
              label: t('console.phase-ends', { day: formatDay(phase.to.on) }),
              words: phase.title,
              href: `/campaigns/${id}`,
            },
          },
        ]
      : [],
  );
  return [...tasks, ...phases]
    .sort((left, right) => (left.day < right.day ? -1 : left.day > right.day ? 1 : 0))
    .map(({ line }) => line);
};

/** 待审: how many filings wait, and for how long the longest. */
export const reviewLine = (total: number, longest: number | undefined): WeekLine[] =>
  total === 0
    ? []
    : [
        {
          kind: (longest ?? 0) >= 7 ? 'late' : 'waiting',
          label: t('console.to-review'),
          words: t('console.to-review-words', { count: formatCount(total), days: longest ?? 0 }),
          href: '/reviews',
        },
      ];

/** 逾期未报. */
export const overdueLine = (
  campaign: string,
  totals: { overdue: number; overdueUnits: number },
): WeekLine[] =>
  totals.overdue === 0
    ? []
    : [
        {
          kind: 'late',
          label: t('console.overdue'),
          words: t('console.overdue-words', {
            count: formatCount(totals.overdue),
            units: formatCount(totals.overdueUnits),
          }),
          href: `/progress?campaign=${campaign}&overdue=true`,
        },
      ];

const most = 7;

/** 3 to 7 lines: what waits for a signature comes first, then what is late, then what falls due. */
export const weekLines = (parts: readonly (readonly WeekLine[])[]): WeekLine[] =>
  parts.flatMap((lines) => [...lines]).slice(0, most);
