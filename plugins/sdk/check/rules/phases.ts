import type { CampaignDates } from '../../dates/campaign-dates.ts';
import { dayLabel } from '../../dates/words.ts';
import { nameOf, words, type CampaignProblem, type CampaignRule } from '../problem.ts';

type Span = { key: string; title: string; clause?: string; from: string; to: string };

function spansOf(
  phases: readonly { key: string; title: string; clause?: string | undefined }[],
  dates: CampaignDates,
): Span[] {
  return phases.flatMap(({ key, title, clause }) => {
    const date = dates.phases.get(key);
    if (date?.from.status !== 'dated' || date.to.status !== 'dated') return [];
    const span = { key, title, from: date.from.day, to: date.to.day };
    return [clause === undefined ? span : { ...span, clause }];
  });
}

const at = (span: Span, place: string): Pick<CampaignProblem, 'path' | 'clause'> => ({
  path: `phases/${span.key}/${place}`,
  ...(span.clause === undefined ? {} : { clause: span.clause }),
});

/** A phase that ends before it starts. */
export const phaseOrder: CampaignRule = (campaign, { dates }) =>
  spansOf(campaign.phases, dates)
    .filter(({ from, to }) => to < from)
    .map((span) => ({
      ...at(span, 'to'),
      severity: 'error' as const,
      code: 'phases.reversed',
      message: words(`“${span.title}”的结束早于开始`, `“${span.title}” ends before it starts`),
      mend: words('请核对两个日期', 'Check both dates'),
    }));

/** A task due outside the phase it belongs to. */
export const taskOutsidePhase: CampaignRule = (campaign, { dates }) => {
  const spans = new Map(spansOf(campaign.phases, dates).map((span) => [span.key, span]));
  return campaign.tasks.flatMap((task) => {
    const span = task.phase === undefined ? undefined : spans.get(task.phase);
    const due = dates.tasks.get(task.key)?.due;
    if (!span || due?.status !== 'dated' || (due.day >= span.from && due.day <= span.to)) return [];
    return [
      {
        severity: 'warning' as const,
        code: 'phases.task-outside',
        path: `tasks/${task.key}/due`,
        clause: task.clause,
        message: words(
          `“${nameOf(task)}”的截止日${dayLabel(due.day)}不在“${span.title}”阶段内`,
          `“${nameOf(task)}” is due on ${dayLabel(due.day, 'en')}, outside “${span.title}”`,
        ),
        mend: words('请核对截止日，或改正所属阶段', 'Check the due day or the phase'),
      },
    ];
  });
};

/** Work that had begun before the document was issued: lawful, and good to know. */
export const phaseBeforeIssue: CampaignRule = (campaign, { dates, issuedOn }) =>
  spansOf(campaign.phases, dates)
    .filter(({ from }) => issuedOn !== undefined && from < issuedOn)
    .map((span) => ({
      ...at(span, 'from'),
      severity: 'hint' as const,
      code: 'phases.before-issue',
      message: words(
        `“${span.title}”在文件印发前已${span.to < (issuedOn ?? '') ? '结束' : '开始'}`,
        `“${span.title}” had ${span.to < (issuedOn ?? '') ? 'ended' : 'begun'} before the document was issued`,
      ),
      mend: words(
        '如属实可保留；该阶段内不能再要求报送',
        'Keep it if it is so; nothing can be asked for inside it any more',
      ),
    }));

/** Phases that run at the same time. */
export const phaseOverlap: CampaignRule = (campaign, { dates }) => {
  const spans = spansOf(campaign.phases, dates);
  return spans.flatMap((later, index) =>
    spans
      .slice(0, index)
      .filter((earlier) => earlier.from <= later.to && later.from <= earlier.to)
      .map((earlier) => ({
        ...at(later, 'from'),
        severity: 'hint' as const,
        code: 'phases.overlap',
        message: words(
          `“${earlier.title}”与“${later.title}”有一段时间重叠`,
          `“${earlier.title}” and “${later.title}” overlap`,
        ),
        mend: words('如文件如此规定可保留', 'Keep it if the document says so'),
      })),
  );
};
