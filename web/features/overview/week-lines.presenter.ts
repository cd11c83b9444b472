import type { RequestSummary } from '#schema/contracts/request-overview.ts';
import type { WeekLine } from '#web/features/campaigns/week.presenter.ts';
import { localText, t } from '#web/shared/i18n.ts';

/** 处置建议 that wait for a decision. */
export const proposalLine = (proposed: number): WeekLine[] =>
  proposed === 0
    ? []
    : [
        {
          kind: 'current',
          label: t('figures.to-decide'),
          words: t('figures.to-decide-words', { count: proposed }),
          href: '/proposals',
        },
      ];

const dayIn = (label: RequestSummary['dueLabel']): string =>
  label === undefined ? t('figures.request') : localText(label);

/** 临时任务 out with somebody: those that are overdue, and those still waited for. */
export const requestLines = (
  requests: readonly RequestSummary[],
): { late: WeekLine[]; waiting: WeekLine[] } => {
  const open = requests.filter(({ counts }) => (counts?.outstanding ?? 0) > 0);
  const late = open.filter(({ counts }) => (counts?.overdue ?? 0) > 0);
  const waiting = open.filter(({ counts }) => (counts?.overdue ?? 0) === 0);
  const lineOf = (request: RequestSummary, isLate: boolean): WeekLine => ({
    kind: isLate ? 'late' : 'waiting',
    label: isLate ? t('figures.request-late') : dayIn(request.dueLabel),
    words: t('figures.request-words', {
      title: request.title,
      count: request.counts?.outstanding ?? 0,
    }),
    href: `/requests/${request.id}`,
  });
  return {
    late: late.map((request) => lineOf(request, true)),
    waiting: waiting.map((request) => lineOf(request, false)),
  };
};
