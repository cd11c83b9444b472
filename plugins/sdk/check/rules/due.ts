import { nameOf, words, type CampaignRule } from '../problem.ts';

/** 未定期限: what has no date is lawful, and listed. */
export const undatedTask: CampaignRule = (campaign, { dates }) =>
  campaign.tasks.flatMap((task) => {
    const due = dates.tasks.get(task.key)?.due;
    if (task.recurs || due?.status === 'dated') return [];
    const wording = due ? `（原文：${due.wording}）` : '';
    return [
      {
        severity: 'hint' as const,
        code: 'dates.undated',
        path: `tasks/${task.key}/due`,
        clause: task.clause,
        message: words(`“${nameOf(task)}”未定期限${wording}`, `“${nameOf(task)}” has no date yet`),
        mend: words(
          '可保留，或由本委（局）另定日期并注明为建议',
          'Keep it, or propose a date marked as the commission’s own',
        ),
      },
    ];
  });

/** Once or again and again, not both. */
export const dueTwice: CampaignRule = (campaign) =>
  campaign.tasks
    .filter((task) => task.due !== undefined && task.recurs !== undefined)
    .map((task) => ({
      severity: 'error' as const,
      code: 'dates.due-twice',
      path: `tasks/${task.key}/recurs`,
      clause: task.clause,
      message: words(
        '既定了一次性期限，又定了周期',
        'It is due once and again and again at the same time',
      ),
      mend: words('请只保留其中一种', 'Keep one of them'),
    }));

/** A cycle without a single turn would never ask for anything. */
export const emptyRecurrence: CampaignRule = (campaign, { dates }) =>
  campaign.tasks
    .filter((task) => task.recurs && dates.tasks.get(task.key)?.occurrences?.length === 0)
    .map((task) => ({
      severity: 'error' as const,
      code: 'dates.never',
      path: `tasks/${task.key}/recurs`,
      clause: task.clause,
      message: words(
        '起止日期之间没有一个完整的周期结束',
        'No period ends between the first and the last day',
      ),
      mend: words('请核对周期的起止日期', 'Check the first and the last day of the cycle'),
    }));

/** An anchor that never becomes known: two dates counted from each other. */
export const circularDate: CampaignRule = (campaign, { dates }) =>
  campaign.tasks.flatMap((task) => {
    const due = dates.tasks.get(task.key)?.due;
    const isCounted = task.due?.kind === 'after' && task.due.anchor === 'task-due';
    if (!isCounted || due?.status !== 'undated' || due.reason !== 'anchor-unknown') return [];
    return [
      {
        severity: 'warning' as const,
        code: 'dates.anchor-unknown',
        path: `tasks/${task.key}/due`,
        clause: task.clause,
        message: words('所依据的任务没有日期，无法推算', 'The task it is counted from has no date'),
        mend: words(
          '请给所依据的任务定日期，或改写本期限',
          'Date the other task, or write this date another way',
        ),
      },
    ];
  });
