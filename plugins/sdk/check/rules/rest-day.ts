import type { DateRule } from '#schema/contracts/campaign/dates.ts';
import { isProvisional, isWorkingDay, workingDayUntil } from '../../dates/calendar.ts';
import type { ComputedDate } from '../../dates/rule.ts';
import { dayLabel, weekdayName } from '../../dates/words.ts';
import {
  nameOf,
  words,
  type CampaignProblem,
  type CampaignRule,
  type CheckContext,
} from '../problem.ts';

const shortDay = (day: string) => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;

/** Terms of days move by themselves; whatever the calendar fixes stays where it fell. */
const isFixed = (rule: DateRule) => rule.kind !== 'after';

function problemAt(
  at: Pick<CampaignProblem, 'path' | 'clause' | 'severity'>,
  subject: { zh: string; en: string },
  day: string,
  { calendar }: CheckContext,
): CampaignProblem[] {
  if (isWorkingDay(day, calendar)) return [];
  const better = workingDayUntil(day, calendar);
  const [zhDay, enDay] = [weekdayName(day), weekdayName(day, 'en')];
  const isWeekend = zhDay === '周六' || zhDay === '周日';
  const provisional = isProvisional(day, calendar) ? '（暂按周末推算）' : '';
  const rest = isWeekend
    ? { zh: zhDay, en: enDay }
    : { zh: `${zhDay}，休息日`, en: `${enDay}, a rest day` };
  return [
    {
      ...at,
      code: 'dates.rest-day',
      message: words(
        `${subject.zh}为${rest.zh}，建议改为${shortDay(better)}或说明${provisional}`,
        `${subject.en} is a ${rest.en}; better ${dayLabel(better, 'en')}, or explain`,
      ),
      mend: words(
        `固定日期不因休息日自动顺延：可改为${dayLabel(better, 'zh-CN', { year: true })}，或保留原日期并在填报说明中写明`,
        `A fixed date does not move by itself: set ${dayLabel(better, 'en', { year: true })}, or keep it and say so in the guidance`,
      ),
    },
  ];
}

const dayOf = (date: ComputedDate | undefined) => (date?.status === 'dated' ? date.day : undefined);

/** A fixed date on a rest day: a warning for a deadline, a hint for the end of a phase. */
export const restDay: CampaignRule = (campaign, context) => [
  ...campaign.tasks.flatMap((task) => {
    const day = dayOf(context.dates.tasks.get(task.key)?.due);
    if (!task.due || !isFixed(task.due) || day === undefined) return [];
    const at = { path: `tasks/${task.key}/due`, clause: task.clause, severity: 'warning' } as const;
    return problemAt(at, words('截止日', `The due day of “${nameOf(task)}”`), day, context);
  }),
  ...campaign.phases.flatMap((phase) => {
    const day = dayOf(context.dates.phases.get(phase.key)?.to);
    if (!isFixed(phase.to) || day === undefined) return [];
    const at = {
      path: `phases/${phase.key}/to`,
      severity: 'hint',
      ...(phase.clause === undefined ? {} : { clause: phase.clause }),
    } as const;
    return problemAt(
      at,
      words(`“${phase.title}”结束日`, `The end of “${phase.title}”`),
      day,
      context,
    );
  }),
];
