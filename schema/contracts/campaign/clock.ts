import * as v from 'valibot';
import { dayUnits } from './dates.ts';
import { KeySchema } from './keys.ts';
import { SourceSchema } from './source.ts';
import { TextSchema } from './text.ts';

const DaysSchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1000));

/**
 * What sets a clock going: the entry itself is put on record, a day that a field holds, or a step of
 * the workflow. The day it starts from is never counted.
 */
export const ClockStartSchema = v.variant('on', [
  v.strictObject({ on: v.literal('entry') }),
  v.strictObject({ on: v.literal('field'), field: KeySchema }),
  v.strictObject({ on: v.literal('transition'), transition: KeySchema }),
]);

/** Who answers for the time: the unit of the entry, the post named in it, or the office. */
export const clockOwners = ['unit', 'responsible', 'office'] as const;

/**
 * A term with the rule that sets it (“信访工作条例 60日”). `days` in natural or working days, or the
 * day that field `until` holds (整改期限). It stands still in the states `stopsIn` and goes on after
 * them with what was left. An extension is asked for before the term ends, at most `times`.
 */
export const ClockSchema = v.strictObject({
  key: KeySchema,
  title: TextSchema,
  rule: TextSchema,
  term: v.variant('kind', [
    v.strictObject({ kind: v.literal('days'), days: DaysSchema, unit: v.picklist(dayUnits) }),
    v.strictObject({ kind: v.literal('until'), field: KeySchema }),
  ]),
  starts: ClockStartSchema,
  /** The states in which the duty is met; there the clock has ended. */
  endsIn: v.pipe(v.array(KeySchema), v.minLength(1)),
  stopsIn: v.optional(v.array(KeySchema)),
  owner: v.picklist(clockOwners),
  extension: v.optional(
    v.strictObject({
      days: DaysSchema,
      unit: v.picklist(dayUnits),
      times: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10)),
    }),
  ),
  source: SourceSchema,
});
export type Clock = v.InferOutput<typeof ClockSchema>;
