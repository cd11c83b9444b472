import type { RegisterStatistic } from '#schema/contracts/campaign/indicator.ts';
import type { Register } from '#schema/contracts/campaign/register.ts';
import type { Milestone } from '#schema/contracts/campaign/workflow.ts';
import { evaluateCondition } from '../conditions/evaluate.ts';
import type { WorkCalendar } from '../dates/calendar.ts';
import type { Day } from '../dates/days.ts';
import { clockFor, mainClock, readClocks } from './entry-clocks.ts';
import type { Milestones, RegisterEntry } from './entry.ts';
import { stateOf, workflowOf } from './workflow-of.ts';

/** Counts of entries; they add up over units and over registers. */
export const totalKeys = [
  'entries',
  'open',
  'longTerm',
  'due',
  'overdue',
  'rectified',
  'closed',
  'accepted',
  'done',
  'dueRectified',
  'dueClosed',
  'dueOnTime',
  'dueAccepted',
  'dueDone',
  'dueVerification',
  'verified',
  'dueReply',
  'replied',
] as const;
export type TotalKey = (typeof totalKeys)[number];
export type RegisterTotals = { readonly [key in TotalKey]: number };

export const noTotals = Object.fromEntries(totalKeys.map((key) => [key, 0])) as RegisterTotals;

export function addTotals(left: RegisterTotals, right: RegisterTotals): RegisterTotals {
  const sums = totalKeys.map((key) => [key, left[key] + right[key]]);
  return Object.fromEntries(sums) as RegisterTotals;
}

/** What the totals look at; the server keeps the same in columns. */
export type EntryStanding = {
  /** Neither merged nor void. */
  counted: boolean;
  open: boolean;
  longTerm: boolean;
  /** Until when it is due as a whole, to be verified, to be answered; absent while a clock stands. */
  dueOn?: Day | undefined;
  verificationDueOn?: Day | undefined;
  replyDueOn?: Day | undefined;
  mustVerify: boolean;
  mustReply: boolean;
  milestones: Milestones;
};

/** Without any clock an entry is due from the day it is on record. */
export function dueDayOf(
  register: Register,
  readings: ReturnType<typeof readClocks>,
  milestone: Milestone | 'whole',
  recordedOn: Day | undefined,
): Day | undefined {
  const clock = milestone === 'whole' ? mainClock(register) : clockFor(register, milestone);
  if (clock === undefined) return recordedOn;
  return readings.find(({ key }) => key === clock.key)?.dueOn;
}

/** The entry as it was at the end of a day: what came later is not known yet. */
export function entryAsOf(register: Register, entry: RegisterEntry, day: Day): RegisterEntry {
  const events = entry.events.filter(({ on }) => on <= day);
  let state = workflowOf(register).start;
  let { answers } = entry;
  let milestones: Milestones = {};
  for (const event of events) {
    if (event.answers !== undefined) answers = event.answers;
    if (event.kind === 'version-moved' || event.kind === 'version-restored') {
      // Steps of the version it left may be unknown here: what they had reached stands in the move.
      ({ state, milestones } = event);
    }
    if (event.kind !== 'step') continue;
    state = event.to;
    const step = register.workflow?.transitions.find(({ key }) => key === event.transition);
    const kept = Object.entries(milestones).filter(
      ([key]) => !step?.leaves?.some((each) => each === key),
    );
    const before = milestones;
    const set = (step?.reaches ?? []).map((key): [string, Day] => [key, before[key] ?? event.on]);
    milestones = Object.fromEntries([...kept, ...set]);
  }
  return { ...entry, events, state, answers, milestones };
}

/** How an entry stands on a day. */
export function standingOf(
  register: Register,
  entry: RegisterEntry,
  view: { calendar: WorkCalendar; today: Day },
): EntryStanding {
  const then = entryAsOf(register, entry, view.today);
  const readings = readClocks(register, then, view);
  const state = stateOf(register, then.state);
  const recordedOn = then.events[0]?.on;
  const must = (condition: NonNullable<Register['duties']>['reply']) =>
    condition === undefined || evaluateCondition(condition, then.answers);
  return {
    counted: recordedOn !== undefined && state?.ends !== 'merged' && state?.ends !== 'void',
    open: state?.ends === undefined,
    longTerm: state?.longTerm ?? false,
    dueOn: dueDayOf(register, readings, 'whole', recordedOn),
    verificationDueOn: dueDayOf(register, readings, 'verified', recordedOn),
    replyDueOn: dueDayOf(register, readings, 'replied', recordedOn),
    mustVerify: must(register.duties?.verification),
    mustReply: must(register.duties?.reply),
    milestones: then.milestones,
  };
}

/** One entry as counts of 0 and 1. What is not yet due stands in no denominator. */
export function totalsOf(entry: EntryStanding, asOf: Day): RegisterTotals {
  const { milestones, dueOn, longTerm } = entry;
  const has = (milestone: Milestone) => (milestones[milestone] ?? '9999') <= asOf;
  const isDue = (day: Day | undefined) => !longTerm && day !== undefined && day <= asOf;
  const closed = has('closed');
  const finishedOn = milestones.done ?? milestones.closed;
  const rectified = has('rectified') || closed || has('done');
  const due = isDue(dueOn);
  const mustVerify = entry.mustVerify && isDue(entry.verificationDueOn);
  const mustReply = entry.mustReply && isDue(entry.replyDueOn);
  const flags: Record<TotalKey, boolean> = {
    entries: true,
    open: entry.open,
    longTerm,
    due,
    overdue: !longTerm && dueOn !== undefined && dueOn < asOf && !rectified,
    rectified,
    closed,
    accepted: has('accepted'),
    done: has('done'),
    dueRectified: due && rectified,
    dueClosed: due && closed,
    dueOnTime: due && finishedOn !== undefined && finishedOn <= (dueOn ?? ''),
    dueAccepted: due && has('accepted'),
    dueDone: due && has('accepted') && has('done'),
    dueVerification: mustVerify,
    verified: mustVerify && has('verified'),
    dueReply: mustReply,
    replied: mustReply && has('replied'),
  };
  if (!entry.counted) return noTotals;
  const counts = totalKeys.map((key) => [key, Number(flags[key])]);
  return Object.fromEntries(counts) as RegisterTotals;
}

/** The numerator and denominator of each rate, exactly as it is defined. */
const terms = {
  'rectification-rate': ['dueRectified', 'due'],
  'closing-rate': ['dueClosed', 'due'],
  'on-time-completion-rate': ['dueOnTime', 'due'],
  'completion-rate': ['dueDone', 'dueAccepted'],
  'verification-rate': ['verified', 'dueVerification'],
  'reply-rate': ['replied', 'dueReply'],
} as const satisfies Partial<Record<RegisterStatistic, readonly [TotalKey, TotalKey]>>;
export type RegisterRate = keyof typeof terms;
export const registerRates = Object.keys(terms) as RegisterRate[];

/** 整改率, 销号率, 按期办结率, 办结率, 查办率 or 回复率; nothing when nothing is due. */
export function rateOf(
  totals: RegisterTotals,
  rate: RegisterRate,
): { numerator: number; denominator: number } | undefined {
  const [numerator, denominator] = terms[rate];
  if (totals[denominator] === 0) return undefined;
  return { numerator: totals[numerator], denominator: totals[denominator] };
}
