import * as v from 'valibot';
import { AccountReasonSchema, GrantIdSchema, PersonIdSchema } from './accounts.ts';
import { DaySchema } from './campaign/dates.ts';
import { InstantSchema, VersionSchema, idSchema } from './ids.ts';
import { RoleSchema } from './permission.ts';

export const HandoverIdSchema = idSchema('hdo');

/**
 * `asked` 待授权 · `authorized` 待接任人确认 · `acknowledged` 已确认，到日生效 · `settled` 已交接 ·
 * `withdrawn` 已撤销
 */
export const handoverStates = [
  'asked',
  'authorized',
  'acknowledged',
  'settled',
  'withdrawn',
] as const;
export type HandoverState = (typeof handoverStates)[number];

const UnitSchema = v.nullable(v.object({ id: v.string(), name: v.string() }));

/** One thing in hand: of the unit, or of the person such as an opinion asked for. */
export const HandoverItemSchema = v.object({
  kind: v.picklist(['filing', 'entry', 'reply', 'petition', 'opinion', 'recusal']),
  id: v.string(),
  title: v.string(),
  state: v.string(),
  dueOn: v.nullable(v.string()),
});
export type HandoverItem = v.InferOutput<typeof HandoverItemSchema>;

/** A post that somebody may hand over, and the accounts it can go to. */
export const HandoverPostSchema = v.object({
  grantId: GrantIdSchema,
  role: RoleSchema,
  organization: UnitSchema,
  username: v.string(),
  post: v.string(),
  candidates: v.array(v.object({ id: PersonIdSchema, username: v.string(), post: v.string() })),
});
export type HandoverPost = v.InferOutput<typeof HandoverPostSchema>;
export const HandoverPostsSchema = v.object({ items: v.array(HandoverPostSchema) });

export const OpenHandoverSchema = v.object({
  grantId: GrantIdSchema,
  toId: v.pipe(v.string('请选择接任人。'), PersonIdSchema),
  /** The day from which the successor has the post; the predecessor's ends the day before. */
  on: DaySchema,
  note: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(1000, '最多 1000 字。'))),
  ...AccountReasonSchema.entries,
});
export type OpenHandover = v.InferOutput<typeof OpenHandoverSchema>;

export const HandoverSchema = v.object({
  id: HandoverIdSchema,
  state: v.picklist(handoverStates),
  role: RoleSchema,
  organization: UnitSchema,
  fromUsername: v.string(),
  fromPost: v.string(),
  toUsername: v.string(),
  toPost: v.string(),
  on: DaySchema,
  reason: v.string(),
  note: v.nullable(v.string()),
  openedByPost: v.string(),
  openedAt: InstantSchema,
  authorizedByPost: v.nullable(v.string()),
  acknowledgedAt: v.nullable(InstantSchema),
  settledAt: v.nullable(InstantSchema),
  /** What the reader may do with it now. */
  may: v.array(v.picklist(['authorize', 'acknowledge', 'withdraw'])),
  version: VersionSchema,
});
export type Handover = v.InferOutput<typeof HandoverSchema>;
export const HandoversSchema = v.object({ items: v.array(HandoverSchema), asOf: InstantSchema });
export type Handovers = v.InferOutput<typeof HandoversSchema>;

/** With what is in hand: as it is now, or as it was when the successor acknowledged it. */
export const HandoverDetailSchema = v.object({
  ...HandoverSchema.entries,
  items: v.array(HandoverItemSchema),
  asOf: InstantSchema,
});
export type HandoverDetail = v.InferOutput<typeof HandoverDetailSchema>;

export const HandoverMovedSchema = v.object({
  id: HandoverIdSchema,
  state: v.picklist(handoverStates),
  version: VersionSchema,
});
export type HandoverMoved = v.InferOutput<typeof HandoverMovedSchema>;
