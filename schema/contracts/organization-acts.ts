import * as v from 'valibot';
import { relationKinds } from './campaign/audience.ts';
import { DaySchema } from './campaign/dates.ts';
import { KeySchema } from './campaign/keys.ts';
import { InstantSchema, VersionSchema, idSchema } from './ids.ts';

export const organizationActKinds = [
  'rename',
  'change-fact',
  'change-superior',
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

const NameSchema = v.pipe(
  v.string('请填写单位名称。'),
  v.trim(),
  v.minLength(2, '单位名称至少两个字。'),
  v.maxLength(120, '单位名称最多 120 字。'),
);
const ReasonSchema = v.pipe(
  v.string('请写明依据或原因。'),
  v.trim(),
  v.minLength(2, '请写明依据或原因，至少两个字。'),
  v.maxLength(200, '最多 200 字。'),
);
const OrgSchema = idSchema('org');

export const RenameUnitSchema = v.object({
  name: NameSchema,
  shortName: v.optional(NameSchema),
  on: DaySchema,
  reason: ReasonSchema,
});
export type RenameUnit = v.InferOutput<typeof RenameUnitSchema>;

export const ChangeFactSchema = v.object({
  key: KeySchema,
  /** No value: from that day nothing is on record. */
  value: v.nullable(
    v.union([
      v.pipe(v.string(), v.maxLength(200)),
      v.pipe(v.number(), v.safeInteger()),
      v.boolean(),
    ]),
  ),
  on: DaySchema,
  reason: ReasonSchema,
});
export type ChangeFact = v.InferOutput<typeof ChangeFactSchema>;

export const ChangeSuperiorSchema = v.object({
  relation: v.picklist(relationKinds),
  /** `null`: directly under the commission. Absent: the relation ends. */
  superiorId: v.optional(v.nullable(OrgSchema)),
  on: DaySchema,
  reason: ReasonSchema,
});
export type ChangeSuperior = v.InferOutput<typeof ChangeSuperiorSchema>;

export const EndUnitSchema = v.object({
  /** 并入: the unit that goes on with it. */
  intoId: v.optional(OrgSchema),
  on: DaySchema,
  reason: ReasonSchema,
});
export type EndUnit = v.InferOutput<typeof EndUnitSchema>;

export const ReopenUnitSchema = v.object({ reason: ReasonSchema });

export const UnitActedSchema = v.object({
  id: OrgSchema,
  version: VersionSchema,
  state: v.picklist(organizationActStates),
});
export type UnitActed = v.InferOutput<typeof UnitActedSchema>;

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

/** Work that a unit has in hand. `continues` stays with the unit's own name to its end. */
export const OpenWorkSchema = v.object({
  kind: v.picklist(['filing', 'entry', 'reply', 'petition']),
  id: v.string(),
  title: v.string(),
  organizationId: v.string(),
  state: v.string(),
  dueOn: v.nullable(v.string()),
  responsible: v.nullable(v.string()),
  /** What becomes of it when the unit ends. */
  fate: v.picklist(['exempted', 'passed-on', 'continues']),
});
export type OpenWork = v.InferOutput<typeof OpenWorkSchema>;

/** 先告知: what would happen, before anything does. */
export const EndingPreviewSchema = v.object({
  work: v.array(OpenWorkSchema),
  subordinates: v.array(
    v.object({ id: v.string(), name: v.string(), relation: v.picklist(relationKinds) }),
  ),
  accounts: v.array(v.object({ username: v.nullable(v.string()), post: v.nullable(v.string()) })),
});
export type EndingPreview = v.InferOutput<typeof EndingPreviewSchema>;
