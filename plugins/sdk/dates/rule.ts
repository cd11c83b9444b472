import type { DateRule } from '#schema/contracts/campaign/dates.ts';
import { addWorkingDays, isProvisional, workingDayFrom, type WorkCalendar } from './calendar.ts';
import { addDays, lastDayOfMonth, type Day } from './days.ts';

/** The days a rule may be counted from. What is not known yet is absent. */
export type DateContext = {
  calendar: WorkCalendar;
  issuedOn?: Day | undefined;
  publishedOn?: Day | undefined;
  phases?: ReadonlyMap<string, { from?: Day | undefined; to?: Day | undefined }>;
  tasks?: ReadonlyMap<string, Day | undefined>;
};

export type ComputedDate =
  | { status: 'dated'; day: Day; wording: string; provisional: boolean }
  | { status: 'undated'; reason: 'undated' | 'by-document' | 'anchor-unknown'; wording: string };

type Edge = 'start' | 'end';
type RuleOf<K extends DateRule['kind']> = Extract<DateRule, { kind: K }>;

/** First and last day of 月初, 上旬, 中旬, 下旬, 月底 or a whole month. */
export function monthPartDays(rule: Pick<RuleOf<'month-part'>, 'month' | 'part'>): [Day, Day] {
  const last = lastDayOfMonth(rule.month);
  const nth = (day: number): Day => `${rule.month}-${String(day).padStart(2, '0')}`;
  switch (rule.part) {
    case 'beginning':
      return [nth(1), nth(5)];
    case 'early':
      return [nth(1), nth(10)];
    case 'middle':
      return [nth(11), nth(20)];
    case 'late':
      return [nth(21), last];
    case 'end':
      return [addDays(last, -4), last];
    case 'whole':
      return [nth(1), last];
  }
}

function anchorOf(rule: RuleOf<'after'>, context: DateContext): Day | undefined {
  switch (rule.anchor) {
    case 'issue':
      return context.issuedOn;
    case 'publication':
      return context.publishedOn;
    case 'phase-start':
      return context.phases?.get(rule.ref ?? '')?.from;
    case 'phase-end':
      return context.phases?.get(rule.ref ?? '')?.to;
    case 'task-due':
      return context.tasks?.get(rule.ref ?? '');
  }
}

/** The first day is not counted; a term of natural days that ends on a rest day moves on. */
function termEnd(anchor: Day, rule: RuleOf<'after'>, edge: Edge, calendar: WorkCalendar): Day {
  if (rule.days === 0) return anchor;
  if (rule.unit === 'working') return addWorkingDays(anchor, rule.days, calendar);
  const end = addDays(anchor, rule.days);
  return edge === 'end' ? workingDayFrom(end, calendar) : end;
}

function compute(rule: DateRule, edge: Edge, context: DateContext): ComputedDate {
  const { wording } = rule;
  const dated = (day: Day, provisional = false): ComputedDate => ({
    status: 'dated',
    day,
    wording,
    provisional,
  });
  switch (rule.kind) {
    case 'on':
      return dated(rule.exclusive ? addDays(rule.on, edge === 'end' ? -1 : 1) : rule.on);
    case 'month-part': {
      const [first, last] = monthPartDays(rule);
      return dated(edge === 'start' ? first : last);
    }
    case 'after': {
      const anchor = anchorOf(rule, context);
      if (anchor === undefined) return { status: 'undated', reason: 'anchor-unknown', wording };
      const day = termEnd(anchor, rule, edge, context.calendar);
      return dated(day, rule.days > 0 && isProvisional(day, context.calendar));
    }
    case 'by-document':
      return rule.on === undefined
        ? { status: 'undated', reason: 'by-document', wording }
        : dated(rule.on);
    case 'undated':
      return { status: 'undated', reason: 'undated', wording };
  }
}

/**
 * The day by which something is due; the day itself counts and a fixed day never moves off a rest
 * day. `computeDueDay(on('2020-11-15', '11月15日前'), context)` is 2020-11-15, a Sunday.
 */
export function computeDueDay(rule: DateRule, context: DateContext): ComputedDate {
  return compute(rule, 'end', context);
}

/** The first day of something: 8月初 starts on 1 August. */
export function computeStartDay(rule: DateRule, context: DateContext): ComputedDate {
  return compute(rule, 'start', context);
}
