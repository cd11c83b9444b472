import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { DateRule, Recurrence } from '#schema/contracts/campaign/dates.ts';
import type { WorkCalendar } from '../dates/calendar.ts';
import { computeCampaignDates } from '../dates/campaign-dates.ts';
import type { Day } from '../dates/days.ts';
import type { ComputedDate } from '../dates/rule.ts';

type Lists =
  | 'clauses'
  | 'phases'
  | 'tasks'
  | 'forms'
  | 'registers'
  | 'indicators'
  | 'scorecards'
  | 'crosswalk';

/** What a lower authority adds: its own paper and posts, its own items, its own earlier days. */
export type Additions = Pick<
  Campaign,
  'key' | 'title' | 'year' | 'period' | 'document' | 'offices' | 'approval'
> &
  Partial<Pick<Campaign, Lists | 'workstreams' | 'labels' | 'dictionaries'>> & {
    /** Days of items from above, by the key of the task. */
    dates?: Readonly<Record<string, { due: DateRule } | { recurs: Recurrence }>>;
  };

type Named = { key: string };

/** Those from above first, in their order; an own item never takes the place of one of them. */
function joined<T extends Named>(upper: readonly T[] = [], added: readonly T[] = []): T[] {
  const known = new Set(upper.map(({ key }) => key));
  return [...upper, ...added.filter(({ key }) => !known.has(key))];
}

const dayOf = (date: ComputedDate | undefined): Day | undefined =>
  date?.status === 'dated' ? date.day : undefined;

/** A day counted from the upper paper stays that day, whenever the lower one is issued. */
function fixed(rule: DateRule, day: Day | undefined): DateRule {
  const isFromPaper =
    rule.kind === 'after' && (rule.anchor === 'issue' || rule.anchor === 'publication');
  if (!isFromPaper || day === undefined) return rule;
  const { wording, source } = rule;
  return { kind: 'on', on: day, wording, ...(source === undefined ? {} : { source }) };
}

/**
 * 承接: the campaign of a lower authority that carries out an upper one. Items from above are taken
 * over word for word, own items come after them, days may be earlier (the check finds later ones).
 * `inherit({ campaign: province, hash }, city, calendar)`
 */
export function inherit(
  upper: { campaign: Campaign; hash: string },
  additions: Additions,
  calendar: WorkCalendar,
): Campaign {
  const { campaign: above, hash } = upper;
  const { dates = {}, ...own } = additions;
  const days = computeCampaignDates(above, { calendar });
  const tasks = above.tasks.map((task) => {
    const { due } = task;
    const day = dayOf(days.tasks.get(task.key)?.due);
    const { due: _due, recurs: _recurs, ...rest } = task;
    const changed = dates[task.key];
    if (changed !== undefined) return { ...rest, ...changed };
    return due === undefined ? task : { ...task, due: fixed(due, day) };
  });
  const dictionaries = joined(above.dictionaries, own.dictionaries);
  const workstreams = joined(above.workstreams, own.workstreams);
  const labels = joined(above.labels, own.labels);
  return {
    ...own,
    languageVersion: above.languageVersion,
    inherits: {
      key: above.key,
      year: above.year,
      title: above.title,
      issuer: above.document.issuer,
      hash,
    },
    offices: joined(own.offices, above.offices),
    clauses: joined(above.clauses, own.clauses),
    phases: joined(above.phases, own.phases),
    tasks: joined(tasks, own.tasks),
    forms: joined(above.forms, own.forms),
    registers: joined(above.registers, own.registers),
    indicators: joined(above.indicators, own.indicators),
    scorecards: joined(above.scorecards, own.scorecards),
    crosswalk: [...above.crosswalk, ...(own.crosswalk ?? [])],
    ...(dictionaries.length > 0 ? { dictionaries } : {}),
    ...(workstreams.length > 0 ? { workstreams } : {}),
    ...(labels.length > 0 ? { labels } : {}),
  };
}
