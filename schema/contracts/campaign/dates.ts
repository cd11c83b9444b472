import * as v from 'valibot';
import { KeySchema } from './keys.ts';
import { SourceSchema } from './source.ts';

const isRealDay = (day: string): boolean => {
  const instant = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(day);
};

/** A day of the calendar: 30 February has the form of one and is none. */
export const DaySchema = v.pipe(
  v.string(),
  v.isoDate(),
  v.check(isRealDay, '没有这一天，请填写真实存在的日期，格式为 2026-07-08。'),
);
const MonthSchema = v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/));

export const monthParts = ['beginning', 'early', 'middle', 'late', 'end', 'whole'] as const;
export const dayUnits = ['natural', 'working'] as const;
export const dateAnchors = [
  'issue',
  'publication',
  'phase-start',
  'phase-end',
  'task-due',
] as const;

/** What every date keeps: the document's own words, and where they stand. */
const wording = { wording: v.string(), source: v.optional(SourceSchema) };

/**
 * A date as the document says it. `on`: a calendar day (`exclusive` when the day itself does not
 * count). `month-part`: 月初, 上旬, 月底 …. `after`: a term counted from something, the first day not
 * counted. `by-document`: fixed by another paper; `on` once that is known. `undated`: 定期, 适时.
 */
export const DateRuleSchema = v.variant('kind', [
  v.object({
    kind: v.literal('on'),
    on: DaySchema,
    exclusive: v.optional(v.boolean()),
    ...wording,
  }),
  v.object({
    kind: v.literal('month-part'),
    month: MonthSchema,
    part: v.picklist(monthParts),
    ...wording,
  }),
  v.object({
    kind: v.literal('after'),
    anchor: v.picklist(dateAnchors),
    ref: v.optional(KeySchema),
    days: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1000)),
    unit: v.picklist(dayUnits),
    ...wording,
  }),
  v.object({
    kind: v.literal('by-document'),
    document: v.string(),
    on: v.optional(DaySchema),
    ...wording,
  }),
  v.object({ kind: v.literal('undated'), ...wording }),
]);
export type DateRule = v.InferOutput<typeof DateRuleSchema>;

export const recurrencePeriods = ['month', 'quarter', 'half-year', 'year'] as const;

/** A due date in each period: so many natural days after the period's end (negative: before it). */
export const RecurrenceSchema = v.object({
  every: v.picklist(recurrencePeriods),
  dueOffsetDays: v.pipe(v.number(), v.integer(), v.minValue(-90), v.maxValue(90)),
  from: DaySchema,
  to: DaySchema,
  /** First month of the statistical year; 12 where it runs from December to November. */
  yearStarts: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(12))),
  ...wording,
});
export type Recurrence = v.InferOutput<typeof RecurrenceSchema>;

export const phasePermissions = ['file', 'rectify', 'inspect', 'appraise'] as const;

export const PhaseSchema = v.object({
  key: KeySchema,
  title: v.string(),
  clause: v.optional(KeySchema),
  from: DateRuleSchema,
  to: DateRuleSchema,
  permits: v.optional(v.array(v.picklist(phasePermissions))),
});
export type Phase = v.InferOutput<typeof PhaseSchema>;
