import * as v from 'valibot';
import { DaySchema } from './campaign/dates.ts';
import { FormSchema, OptionSchema } from './campaign/form.ts';
import { KeySchema } from './campaign/keys.ts';
import { handOverVerbs } from './campaign/register.ts';
import { SourceSchema } from './campaign/source.ts';
import { TextSchema } from './campaign/text.ts';
import { milestones, workflowActors } from './campaign/workflow.ts';
import { EvidenceSchema } from './evidence.ts';
import { InstantSchema, VersionSchema, idSchema } from './ids.ts';
import { OrganizationIdSchema } from './organizations.ts';
import { HandOverViewSchema } from './register-hand-over.ts';
import { AnswersSchema } from './submissions.ts';

export const EntryIdSchema = idSchema('ent');

/** Where an entry came from, with the number it has there (12345工单号). */
export const EntrySourceSchema = v.strictObject({
  channel: KeySchema,
  number: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(60))),
});

const ReasonSchema = v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(1000));
const SourcesSchema = v.pipe(v.array(EntrySourceSchema), v.maxLength(20));

export const RecordEntrySchema = v.strictObject({
  register: KeySchema,
  organizationId: OrganizationIdSchema,
  answers: AnswersSchema,
  sources: v.optional(SourcesSchema),
});
export type RecordEntry = v.InferOutput<typeof RecordEntrySchema>;

export const EditEntrySchema = v.strictObject({ answers: AnswersSchema });

export const TakeStepSchema = v.strictObject({
  transition: KeySchema,
  reason: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(1000))),
  ticks: v.optional(v.pipe(v.array(KeySchema), v.maxLength(12))),
  answers: v.optional(AnswersSchema),
  /** 合并: the entry that this one goes into. */
  into: v.optional(EntryIdSchema),
});
export type TakeStep = v.InferOutput<typeof TakeStepSchema>;

export const LinkEntrySchema = v.strictObject({ link: KeySchema, entry: EntryIdSchema });
export const SplitEntrySchema = v.strictObject({ answers: AnswersSchema, reason: ReasonSchema });
export const RecheckEntrySchema = v.strictObject({
  result: v.picklist(['held', 'relapsed', 'untrue']),
  reason: ReasonSchema,
});
export const UnmaskEntrySchema = v.strictObject({ reason: ReasonSchema });

/** What a write answers: the entry as it stands now. */
export const EntryMovedSchema = v.object({
  id: EntryIdSchema,
  state: KeySchema,
  version: VersionSchema,
});
export type EntryMoved = v.InferOutput<typeof EntryMovedSchema>;
/** The same, with the entry that was made beside it (拆分, 反弹). */
export const EntryMadeSchema = v.object({
  ...EntryMovedSchema.entries,
  made: v.optional(EntryIdSchema),
});

const BothSchema = v.object({ zh: v.string(), en: v.string() });

/** A clock in words: 「信访工作条例 60日，剩12日（自然日）」, with the sign of its days. */
export const ClockViewSchema = v.object({
  key: KeySchema,
  title: TextSchema,
  words: BothSchema,
  sign: v.picklist(['□', '▣']),
  status: v.picklist(['waiting', 'running', 'stopped', 'ended']),
  dueOn: v.optional(DaySchema),
  overdue: v.boolean(),
  provisional: v.boolean(),
  source: SourceSchema,
});

const StateSchema = v.object({
  key: KeySchema,
  title: TextSchema,
  ends: v.optional(v.picklist(['closed', 'merged', 'void'])),
  longTerm: v.optional(v.boolean()),
});

export const EntrySummarySchema = v.object({
  id: EntryIdSchema,
  number: v.number(),
  /** The first words of what it is about. */
  title: TextSchema,
  organizationId: v.string(),
  organizationName: v.string(),
  state: StateSchema,
  responsible: v.string(),
  recordedOn: DaySchema,
  row: v.optional(KeySchema),
  channels: v.array(TextSchema),
  clock: v.optional(ClockViewSchema),
  overdue: v.boolean(),
  version: VersionSchema,
});
export type EntrySummary = v.InferOutput<typeof EntrySummarySchema>;

export const RegisterViewSchema = v.object({
  key: KeySchema,
  title: TextSchema,
  noun: TextSchema,
  campaignId: v.string(),
  campaignTitle: v.string(),
  source: SourceSchema,
  form: FormSchema,
  channels: v.array(OptionSchema),
  states: v.array(StateSchema),
  steps: v.array(v.object({ key: KeySchema, title: TextSchema })),
  links: v.array(v.object({ key: KeySchema, title: TextSchema, register: KeySchema })),
  /** The fields that are filled when an entry is put on record; the others belong to steps. */
  recordFields: v.array(KeySchema),
  /** The fields by whose answers a list is filtered. */
  listed: v.array(KeySchema),
  hasMaster: v.boolean(),
  mayRecord: v.boolean(),
});
export type RegisterView = v.InferOutput<typeof RegisterViewSchema>;

export const RegisterListSchema = v.object({
  registers: v.array(
    v.object({ ...RegisterViewSchema.entries, open: v.number(), overdue: v.number() }),
  ),
});

export const EntryListSchema = v.object({
  asOf: InstantSchema,
  register: RegisterViewSchema,
  /** Counted to 1000; more is said as 1000+. */
  total: v.number(),
  rows: v.array(EntrySummarySchema),
  next: v.optional(v.string()),
});
export type EntryList = v.InferOutput<typeof EntryListSchema>;

const UnmetSchema = v.object({ guard: v.string(), message: BothSchema });

/** A step as a button in words, with what stands against it and what it asks for. */
export const MoveViewSchema = v.object({
  key: KeySchema,
  title: TextSchema,
  as: v.picklist(workflowActors),
  unmet: v.array(UnmetSchema),
  fields: v.array(KeySchema),
  reason: v.boolean(),
  ticks: v.array(v.object({ key: KeySchema, title: TextSchema })),
  merges: v.boolean(),
});
export type MoveView = v.InferOutput<typeof MoveViewSchema>;

/** A line of the history; persons stand in it by post. */
export const EntryHistorySchema = v.object({
  kind: v.picklist([
    'recorded',
    'edited',
    'step',
    'extended',
    'sourced',
    'linked',
    'took-in',
    'split',
    'rechecked',
    'handed-over',
    'signed-for',
    'handed-back',
    'withdrawn',
    'version-moved',
    'version-restored',
    'unit-changed',
  ]),
  /** 转办, 交办, 转送 or 移送, of what was handed over, signed for or handed back. */
  verb: v.optional(v.picklist(handOverVerbs)),
  /** The post it went to, with the organ outside. */
  receiver: v.optional(v.string()),
  /** 回执: who received it and when, with its number. */
  receipt: v.optional(
    v.object({ post: v.string(), on: DaySchema, number: v.optional(v.string()) }),
  ),
  basis: v.optional(v.string()),
  /** What a move to another version had no place for. */
  lost: v.optional(v.array(TextSchema)),
  /** 单位变更: the unit it was of, and the one it is of since. */
  units: v.optional(v.object({ from: v.string(), to: v.string() })),
  on: DaySchema,
  post: v.string(),
  /** The step, the clock, the channel, the link or the result, in words. */
  title: v.optional(TextSchema),
  to: v.optional(TextSchema),
  reason: v.optional(v.string()),
  entry: v.optional(v.string()),
});

export const EntryDetailSchema = v.object({
  asOf: InstantSchema,
  register: RegisterViewSchema,
  summary: EntrySummarySchema,
  answers: AnswersSchema,
  evidence: v.array(EvidenceSchema),
  masked: v.array(KeySchema),
  mayUnmask: v.boolean(),
  mayEdit: v.boolean(),
  mayRecheck: v.boolean(),
  mayTie: v.boolean(),
  handOver: HandOverViewSchema,
  sources: v.array(v.object({ channel: TextSchema, number: v.optional(v.string()) })),
  ties: v.array(
    v.object({ title: TextSchema, entry: EntryIdSchema, number: v.number(), register: KeySchema }),
  ),
  milestones: v.partial(
    v.object(
      Object.fromEntries(milestones.map((key) => [key, DaySchema])) as Record<
        (typeof milestones)[number],
        typeof DaySchema
      >,
    ),
  ),
  clocks: v.array(ClockViewSchema),
  moves: v.array(MoveViewSchema),
  history: v.array(EntryHistorySchema),
});
export type EntryDetail = v.InferOutput<typeof EntryDetailSchema>;

/** 挂图作战: every row of the master list with 已销号 41/58. */
export const WallSchema = v.object({
  asOf: InstantSchema,
  register: RegisterViewSchema,
  rows: v.array(
    v.object({
      row: KeySchema,
      title: TextSchema,
      words: v.optional(v.string()),
      closed: v.number(),
      total: v.number(),
      overdue: v.number(),
      isClosed: v.boolean(),
    }),
  ),
});
export type Wall = v.InferOutput<typeof WallSchema>;

const CountsSchema = v.object({
  entries: v.number(),
  open: v.number(),
  longTerm: v.number(),
  due: v.number(),
  overdue: v.number(),
  rectified: v.number(),
  closed: v.number(),
  accepted: v.number(),
  done: v.number(),
  dueRectified: v.number(),
  dueClosed: v.number(),
  dueOnTime: v.number(),
  dueAccepted: v.number(),
  dueDone: v.number(),
  dueVerification: v.number(),
  verified: v.number(),
  dueReply: v.number(),
  replied: v.number(),
});

/** 台账情况 as of today: by unit in official order, and over all of them. */
export const RegisterBoardSchema = v.object({
  asOf: InstantSchema,
  register: RegisterViewSchema,
  total: CountsSchema,
  units: v.array(
    v.object({ organizationId: v.string(), organizationName: v.string(), counts: CountsSchema }),
  ),
});
export type RegisterBoard = v.InferOutput<typeof RegisterBoardSchema>;
