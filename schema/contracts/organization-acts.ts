import * as v from 'valibot';
import { DaySchema } from './campaign/dates.ts';
import { InstantSchema } from './ids.ts';

export const organizationActKinds = [
  'found',
  'rename',
  'change-fact',
  'change-superior',
  'reorder',
  'merge',
  'close',
  'reopen',
] as const;
export type OrganizationActKind = (typeof organizationActKinds)[number];

/**
 * `planned` from a day to come · `standing` in force, may be taken back on the day it was done ·
 * `settled` with all its consequences · `undone` taken back
 */
export const organizationActStates = ['planned', 'standing', 'settled', 'undone'] as const;
export type OrganizationActState = (typeof organizationActStates)[number];

export const OrganizationActSchema = v.object({
  id: v.string(),
  kind: v.picklist(organizationActKinds),
  effectiveOn: DaySchema,
  reason: v.string(),
  facts: v.record(v.string(), v.nullable(v.union([v.string(), v.number(), v.boolean()]))),
  byPost: v.string(),
  at: InstantSchema,
  state: v.picklist(organizationActStates),
});
export type OrganizationAct = v.InferOutput<typeof OrganizationActSchema>;

export const FormerNameSchema = v.object({
  name: v.string(),
  shortName: v.string(),
  from: v.nullable(DaySchema),
  to: DaySchema,
});
export type FormerName = v.InferOutput<typeof FormerNameSchema>;
