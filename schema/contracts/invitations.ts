import * as v from 'valibot';
import { AccountReasonSchema, GiveGrantSchema, OpenAccountSchema } from './accounts.ts';
import { relationKinds } from './campaign/audience.ts';
import { DaySchema } from './campaign/dates.ts';
import { PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH } from './identity.ts';
import { InstantSchema, VersionSchema, idSchema } from './ids.ts';
import { ImportIdSchema } from './imports.ts';
import { RoleSchema } from './permission.ts';

export const InvitationIdSchema = idSchema('inv');

/**
 * `asked` 待授权 · `authorized` 已授权，未制链接 · `linked` 链接有效 · `expired` 链接已过期 ·
 * `used` 已使用 · `withdrawn` 已撤销
 */
export const invitationStates = [
  'asked',
  'authorized',
  'linked',
  'expired',
  'used',
  'withdrawn',
] as const;
export type InvitationState = (typeof invitationStates)[number];

/** 邀请: a post for somebody who has no account yet. Who asks for it does not authorize it. */
export const OpenInvitationSchema = v.object({
  role: GiveGrantSchema.entries.role,
  organizationId: GiveGrantSchema.entries.organizationId,
  relation: GiveGrantSchema.entries.relation,
  post: OpenAccountSchema.entries.post,
  /** Whom to hand the link to, such as a department; forgotten once it is used or withdrawn. */
  addressee: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(60, '最多 60 字。'))),
  ...AccountReasonSchema.entries,
});
export type OpenInvitation = v.InferOutput<typeof OpenInvitationSchema>;

export const InvitationSchema = v.object({
  id: InvitationIdSchema,
  state: v.picklist(invitationStates),
  role: RoleSchema,
  organization: v.nullable(v.object({ id: v.string(), name: v.string() })),
  relation: v.nullable(v.picklist(relationKinds)),
  post: v.string(),
  /** As it was said for one; masked for who came with a list. */
  addressee: v.nullable(v.string()),
  /** Set by a list: the account will be called so. */
  username: v.nullable(v.string()),
  phone: v.nullable(v.string()),
  /** From which day the post holds; at once unless told. */
  from: v.nullable(DaySchema),
  importId: v.nullable(v.string()),
  reason: v.string(),
  expiresAt: v.nullable(InstantSchema),
  openedByPost: v.string(),
  openedAt: InstantSchema,
  authorizedByPost: v.nullable(v.string()),
  closedAt: v.nullable(InstantSchema),
  version: VersionSchema,
});
export type Invitation = v.InferOutput<typeof InvitationSchema>;

export const InvitationPageSchema = v.object({
  items: v.array(InvitationSchema),
  nextCursor: v.nullable(v.string()),
  asOf: InstantSchema,
});
export type InvitationPage = v.InferOutput<typeof InvitationPageSchema>;

export const InvitationMovedSchema = v.object({
  id: InvitationIdSchema,
  state: v.picklist(invitationStates),
  version: VersionSchema,
});
export type InvitationMoved = v.InferOutput<typeof InvitationMovedSchema>;

/** The link's secret, in this answer and nowhere else. */
export const InvitationLinkedSchema = v.object({
  ...InvitationMovedSchema.entries,
  token: v.string(),
  expiresAt: InstantSchema,
});
export type InvitationLinked = v.InferOutput<typeof InvitationLinkedSchema>;

/** What the invited person sees before anything is typed. */
export const InvitedSchema = v.object({
  role: RoleSchema,
  organizationName: v.nullable(v.string()),
  relation: v.nullable(v.picklist(relationKinds)),
  post: v.string(),
  /** The name that the account will have; free to choose where none is set. */
  username: v.nullable(v.string()),
  from: v.nullable(DaySchema),
  expiresAt: InstantSchema,
});
export type Invited = v.InferOutput<typeof InvitedSchema>;

export const AcceptInvitationSchema = v.object({
  username: OpenAccountSchema.entries.username,
  /** How the person wants to be addressed; without it the account bears its post's name. */
  name: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(40, '姓名最多 40 字。'))),
  password: v.pipe(
    v.string('请设置密码。'),
    v.minLength(PASSWORD_MIN_LENGTH, '密码至少 10 个字符。'),
    v.maxLength(PASSWORD_MAX_LENGTH, '密码最多 128 个字符。'),
  ),
});
export type AcceptInvitation = v.InferOutput<typeof AcceptInvitationSchema>;

export const InvitationAcceptedSchema = v.object({ username: v.string() });
export type InvitationAccepted = v.InferOutput<typeof InvitationAcceptedSchema>;

/** 批次: what one file of people asked for, decided by one act and handed out in one go. */
export const InvitationBatchSchema = v.object({
  id: ImportIdSchema,
  fileName: v.string(),
  openedByPost: v.string(),
  openedAt: InstantSchema,
  asked: v.number(),
  authorized: v.number(),
  linked: v.number(),
  used: v.number(),
  withdrawn: v.number(),
  /** Every row of the file has joined: before that nobody decides. */
  isTaken: v.boolean(),
  /** Of what waits for a decision: it changes with every change of that. */
  version: VersionSchema,
});
export type InvitationBatch = v.InferOutput<typeof InvitationBatchSchema>;
export const InvitationBatchesSchema = v.object({ items: v.array(InvitationBatchSchema) });

export const DecideBatchSchema = v.pipe(
  v.object({
    /** Those that are not let through; every other one is. */
    refused: v.pipe(v.array(InvitationIdSchema), v.maxLength(20_000)),
    reason: v.optional(AccountReasonSchema.entries.reason),
  }),
  v.check(
    ({ refused, reason }) => refused.length === 0 || reason !== undefined,
    '不予授权的，请写明原因。',
  ),
);
export type DecideBatch = v.InferOutput<typeof DecideBatchSchema>;
export const BatchDecidedSchema = v.object({
  id: ImportIdSchema,
  authorized: v.number(),
  refused: v.number(),
});
export type BatchDecided = v.InferOutput<typeof BatchDecidedSchema>;

export const MOST_SLIPS = 200;
/** Links for those of a batch who have none that opens; `again` for all who have not joined. */
export const LinkBatchSchema = v.object({
  again: v.optional(v.boolean()),
  /** The last one of the answer before. */
  after: v.optional(InvitationIdSchema),
});
export type LinkBatch = v.InferOutput<typeof LinkBatchSchema>;

/** One slip: whom it goes to and the link's secret, in this answer and nowhere else. */
export const SlipSchema = v.object({
  id: InvitationIdSchema,
  unit: v.nullable(v.object({ id: v.string(), name: v.string(), order: v.number() })),
  addressee: v.nullable(v.string()),
  username: v.nullable(v.string()),
  post: v.string(),
  role: RoleSchema,
  from: v.nullable(DaySchema),
  token: v.string(),
  expiresAt: InstantSchema,
});
export type Slip = v.InferOutput<typeof SlipSchema>;
export const SlipPageSchema = v.object({
  items: v.array(SlipSchema),
  after: v.nullable(InvitationIdSchema),
});
export type SlipPage = v.InferOutput<typeof SlipPageSchema>;
