import { addDays, daysBetween, lastDayOfMonth } from '#plugins/sdk/dates/days.ts';
import { dayOfRule, moveRule } from '#plugins/sdk/drafting/moved-date.ts';
import type { DateRule } from '#schema/contracts/campaign/dates.ts';
import { textIn } from '#schema/contracts/campaign/text.ts';
import type { Draft } from '#schema/contracts/campaigns.ts';
import { headOf, partsOf } from '#web/features/campaigns/draft-parts.ts';
import type { PartOf } from '#web/features/campaigns/draft-parts.ts';

type Parts = Pick<Draft, 'parts'>;
export type DateName = 'due' | 'from' | 'to';
type DatedPart = PartOf<'task'> | PartOf<'phase'>;

/** One line of the 进度安排: the days it lies on, and the rules that say so. */
export type Bar = {
  readonly part: DatedPart;
  readonly title: string;
  readonly dates: readonly { name: DateName; rule: DateRule; day: string }[];
};

const edgeOf = (name: DateName): 'start' | 'end' => (name === 'from' ? 'start' : 'end');

export const ruleOf = (part: DatedPart, name: DateName): DateRule | undefined => {
  if (part.kind === 'task') return name === 'due' ? part.body.due : undefined;
  return name === 'due' ? undefined : part.body[name];
};

const namesOf = (part: DatedPart): readonly DateName[] =>
  part.kind === 'task' ? ['due'] : ['from', 'to'];

export const titleOf = (part: DatedPart): string =>
  part.kind === 'task' ? textIn(part.body.title, 'zh-CN').value : part.body.title;

const toBar = (part: DatedPart): Bar => ({
  part,
  title: titleOf(part),
  dates: namesOf(part).flatMap((name) => {
    const rule = ruleOf(part, name);
    const day = rule && dayOfRule(rule, edgeOf(name));
    return rule !== undefined && day !== undefined ? [{ name, rule, day }] : [];
  }),
});

/** Phases first, then tasks, in document order; what has no day of its own has no mark. */
export const barsOf = (draft: Parts): Bar[] => [
  ...partsOf(draft, 'phase').map(toBar),
  ...partsOf(draft, 'task').map(toBar),
];

export type Span = { readonly from: string; readonly days: number };
export type Month = { readonly month: string; readonly at: number };

/** A rest day may move a turn on by as much as a long holiday. */
const longestRest = 9;

/** About when the last turn of a recurring task is due, for the room it needs. */
const lastTurnOf = (part: DatedPart): string[] => {
  const recurs = part.kind === 'task' ? part.body.recurs : undefined;
  if (recurs === undefined || recurs.to === '') return [];
  return [addDays(recurs.to, Math.max(0, recurs.dueOffsetDays) + longestRest)];
};

/** The months that everything lies in, whole. */
export const spanOf = (draft: Parts, bars: readonly Bar[]): Span => {
  const period = headOf(draft)?.body.period;
  const days = bars.flatMap(({ part, dates }) => [
    ...dates.map(({ day }) => day),
    ...lastTurnOf(part),
  ]);
  const all = [...days, ...(period ? [period.from, period.to] : [])].sort();
  const first = `${(all[0] ?? '2000-01-01').slice(0, 7)}-01`;
  const last = lastDayOfMonth((all[all.length - 1] ?? first).slice(0, 7));
  return { from: first, days: daysBetween(first, last) + 1 };
};

export const monthsOf = ({ from, days }: Span): Month[] => {
  const months: Month[] = [];
  for (let at = 0; at < days;) {
    const month = addDays(from, at).slice(0, 7);
    months.push({ month, at });
    at = daysBetween(from, lastDayOfMonth(month)) + 1;
  }
  return months;
};

/** Where a day stands, in parts of a hundred. */
export const placeOfDay = ({ from, days }: Span, day: string): number =>
  (daysBetween(from, day) / days) * 100;

/** The part with the named dates moved; the document's words stay until they are changed. */
export const withDays = (
  part: DatedPart,
  days: Partial<Record<DateName, string>>,
  wordings: Partial<Record<DateName, string>> = {},
): object => {
  const moved = namesOf(part).flatMap((name) => {
    const rule = ruleOf(part, name);
    const day = days[name];
    const wording = wordings[name];
    if (rule === undefined || (day === undefined && wording === undefined)) return [];
    const next =
      day === undefined
        ? { ...rule, wording: wording ?? rule.wording }
        : moveRule(rule, day, {
            edge: edgeOf(name),
            ...(wording === undefined ? {} : { wording }),
          });
    return [[name, next] as const];
  });
  return { ...part.body, ...Object.fromEntries(moved) };
};
