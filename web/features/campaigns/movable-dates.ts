import type { CampaignDetail, OutlineDate } from '#schema/contracts/campaign-outline.ts';
import { textIn } from '#schema/contracts/campaign/text.ts';
import type { Movable, Moving } from './move-date-dialog.component.tsx';

const movable = (name: Movable['name'], date: OutlineDate | undefined): Movable[] =>
  date?.on === undefined ? [] : [{ name, wording: date.wording, on: date.on }];

/** What of a published task or phase has a day that can be moved; what recurs has none. */
export const movingOf = (
  campaign: CampaignDetail,
  kind: string,
  key: string,
): Moving | undefined => {
  if (kind === 'phase') {
    const phase = campaign.phases.find((each) => each.key === key);
    if (!phase) return undefined;
    const dates = [...movable('from', phase.from), ...movable('to', phase.to)];
    return dates.length === 0 ? undefined : { kind, key, title: phase.title, dates };
  }
  if (kind !== 'task') return undefined;
  const task = campaign.clauses.flatMap(({ tasks }) => tasks).find((each) => each.key === key);
  if (!task || task.occurrences.length > 1) return undefined;
  const dates = movable('due', task.due);
  const title = textIn(task.title, 'zh-CN').value;
  return dates.length === 0 ? undefined : { kind, key, title, dates };
};
