import * as v from 'valibot';
import { AudienceSchema, relationKinds } from './audience.ts';
import { ClockSchema } from './clock.ts';
import { ConditionSchema } from './condition.ts';
import { OptionSchema } from './form.ts';
import { KeySchema } from './keys.ts';
import { SourceSchema } from './source.ts';
import { TextSchema } from './text.ts';
import { WorkflowSchema } from './workflow.ts';

/** A tie from an entry to one of another register, or of its own (反弹 → the old problem). */
export const EntryLinkSchema = v.strictObject({
  key: KeySchema,
  title: TextSchema,
  register: KeySchema,
});
export type EntryLink = v.InferOutput<typeof EntryLinkSchema>;

/**
 * 母清单: rows that the authority lays down and every unit of `audience` answers for. Each row gets
 * an instance per unit, an entry of this register; the row is struck off when all of them are.
 */
export const MasterListSchema = v.strictObject({
  audience: AudienceSchema,
  rows: v.pipe(
    v.array(
      v.strictObject({
        key: KeySchema,
        title: TextSchema,
        words: v.optional(v.string()),
        source: v.optional(SourceSchema),
      }),
    ),
    v.maxLength(500),
  ),
});

/**
 * Who sees an entry beside the office: its own unit, the units above it in the register's relation,
 * or every unit. Under `embargo` neither the unit concerned nor the bureau over it sees the entry
 * before it is in one of the states `until`.
 */
export const VisibilitySchema = v.strictObject({
  units: v.picklist(['own', 'above', 'all']),
  embargo: v.optional(v.strictObject({ until: v.pipe(v.array(KeySchema), v.minLength(1)) })),
  /** Fields that show as 「某」 until somebody entitled unmasks them, with a reason on record. */
  masked: v.optional(v.array(KeySchema)),
});

/** 转办 (inside), 交办 (down, a result is asked for), 转送 (another organ), 移送 (discipline, justice). */
export const handOverVerbs = ['pass-on', 'assign', 'refer', 'transfer'] as const;
export type HandOverVerb = (typeof handOverVerbs)[number];

/**
 * 首接负责: whoever received an entry first keeps the duty until another post signs for it. It may be
 * refused within `refuseWithin` working days; after two refusals the coordinator has it.
 */
export const HandOverSchema = v.strictObject({
  verbs: v.pipe(v.array(v.picklist(handOverVerbs)), v.minLength(1), v.maxLength(4)),
  refuseWithin: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(30)),
  coordinator: v.pipe(v.string(), v.minLength(1), v.maxLength(60)),
  source: v.optional(SourceSchema),
});

/** The relations whose places an entry carries. */
export const countedRelations = ['supervision', 'territory'] as const;
export type CountedRelation = (typeof countedRelations)[number];

/** Which entries are 应核查 and 应答复; without a condition all of them are. */
const DutiesSchema = v.strictObject({
  verification: v.optional(ConditionSchema),
  reply: v.optional(ConditionSchema),
});

/**
 * A list of cases that outlives its campaign. `noun` is its own word for an entry (问题, 风险点, 件).
 * `form` is what an entry says, `workflow` how it is handled, `clocks` in which time. `channels` are
 * the sources an entry may have, several at once.
 * A register that only names its list has none of these yet.
 */
export const RegisterSchema = v.object({
  key: KeySchema,
  title: TextSchema,
  noun: TextSchema,
  clause: KeySchema,
  sealed: v.optional(v.boolean()),
  source: SourceSchema,
  form: v.optional(KeySchema),
  office: v.optional(KeySchema),
  /** Who may put an entry on record: the units of `audience`, the office, or both. */
  recordedBy: v.optional(v.array(v.picklist(['unit', 'office']))),
  audience: v.optional(AudienceSchema),
  /** The field that names the responsible post; until it is filled whoever recorded answers. */
  responsible: v.optional(KeySchema),
  workflow: v.optional(WorkflowSchema),
  clocks: v.optional(v.array(ClockSchema)),
  channels: v.optional(v.array(OptionSchema)),
  links: v.optional(v.array(EntryLinkSchema)),
  /** How entries are handed over and signed for; 转办 alone unless told. */
  handOver: v.optional(HandOverSchema),
  master: v.optional(MasterListSchema),
  /** Whom entries are counted for, level by level; 主管 unless told. */
  relation: v.optional(v.picklist(relationKinds)),
  /** Where it is several (主管 and 属地): each is counted for itself, and offered on screen. */
  relations: v.optional(
    v.pipe(v.array(v.picklist(countedRelations)), v.minLength(1), v.maxLength(2)),
  ),
  visibility: v.optional(VisibilitySchema),
  duties: v.optional(DutiesSchema),
  /** Fields by which lists are filtered and sorted. */
  listed: v.optional(v.pipe(v.array(KeySchema), v.maxLength(8))),
  /** Whether the basis for a list of names is given; without one it is not published (名单依据). */
  basis: v.optional(v.string()),
});
export type Register = v.InferOutput<typeof RegisterSchema>;
