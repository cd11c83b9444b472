import type { Campaign, CampaignPartKind } from '#schema/contracts/campaign/campaign.ts';
import { computeCampaignDates } from '../../dates/campaign-dates.ts';
import type { Day } from '../../dates/days.ts';
import type { ComputedDate } from '../../dates/rule.ts';
import { itemsOf, lockedChange } from '../../inherit/locked.ts';
import { words, type CampaignProblem, type CampaignRule, type Wording } from '../problem.ts';

const lists: Record<Exclude<CampaignPartKind, 'head'>, readonly [string, Wording]> = {
  clause: ['clauses', words('条款', 'clause')],
  phase: ['phases', words('阶段', 'phase')],
  task: ['tasks', words('任务', 'task')],
  form: ['forms', words('报表', 'form')],
  register: ['registers', words('台账', 'register')],
  indicator: ['indicators', words('指标', 'indicator')],
  scorecard: ['scorecards', words('考评细则', 'scorecard')],
  dictionary: ['dictionaries', words('字典', 'dictionary')],
};

function error(path: string, code: string, message: Wording, mend: Wording): CampaignProblem {
  return { severity: 'error', code, path, message, mend };
}

function lockedItems(lower: Campaign, upper: Campaign): CampaignProblem[] {
  const bodies = new Map(itemsOf(lower).map(({ kind, key, body }) => [`${kind}/${key}`, body]));
  return itemsOf(upper).flatMap(({ kind, key }) => {
    const change = lockedChange(upper, { kind, key, body: bodies.get(`${kind}/${key}`) });
    if (change === undefined) return [];
    const [list, name] = lists[kind];
    const isGone = change === 'removed';
    return [
      error(
        `${list}/${key}`,
        `inheritance.${change}`,
        isGone
          ? words(
              `上级方案的${name.zh}“${key}”被删去了`,
              `The ${name.en} “${key}” from above is gone`,
            )
          : words(
              `上级方案的${name.zh}“${key}”被改动了`,
              `The ${name.en} “${key}” from above was changed`,
            ),
        words(
          '承接的内容不能增删改动，请恢复原文；本级要求请另加一条',
          'Items from above stay as they are: restore it, and add an item of your own',
        ),
      ),
    ];
  });
}

function later(path: string, own: Day | undefined, above: Day): CampaignProblem[] {
  if (own !== undefined && own <= above) return [];
  return [
    error(
      path,
      'inheritance.later',
      own === undefined
        ? words(`上级要求${above}，本级没有期限`, `Due ${above} above, without a day here`)
        : words(`比上级要求的${above}晚（${own}）`, `Later (${own}) than above (${above})`),
      words(
        '承接任务的时间可以提前，不能推后；请改到该日或之前',
        'Days may be earlier than above, never later: move it to that day or before',
      ),
    ),
  ];
}

const dayOf = (date: ComputedDate | undefined): Day | undefined =>
  date?.status === 'dated' ? date.day : undefined;

function unknownUpper(title: string): CampaignProblem {
  return {
    severity: 'warning',
    code: 'inheritance.unknown',
    path: 'inherits',
    message: words(
      `没有上级方案《${title}》的原件，承接的内容未能核对`,
      `Without “${title}” at hand, the items from above could not be checked`,
    ),
    mend: words('请先导入上级的方案文件', 'Import the campaign file of the higher authority first'),
  };
}

/** Items from above stay as they are; their days may be earlier, never later. */
export const inheritedItems: CampaignRule = (campaign, { upper, dates, calendar }) => {
  if (campaign.inherits === undefined) return [];
  if (upper === undefined) return [unknownUpper(campaign.inherits.title)];
  const above = computeCampaignDates(upper, { calendar });
  const problems = lockedItems(campaign, upper);
  for (const { key } of upper.phases) {
    const day = dayOf(above.phases.get(key)?.to);
    const own = dates.phases.get(key);
    if (day !== undefined && own) problems.push(...later(`phases/${key}/to`, dayOf(own.to), day));
  }
  for (const { key } of upper.tasks) {
    const [was, is] = [above.tasks.get(key), dates.tasks.get(key)];
    if (was === undefined || is === undefined) continue;
    const day = dayOf(was.due);
    if (day !== undefined) problems.push(...later(`tasks/${key}/due`, dayOf(is.due), day));
    for (const turn of was.occurrences ?? []) {
      const own = is.occurrences?.find((each) => each.key === turn.key);
      problems.push(...later(`tasks/${key}/recurs`, own?.due, turn.due).slice(0, 1));
    }
  }
  return problems;
};
