import * as v from 'valibot';
import { AccountReasonSchema, GiveGrantSchema, OpenAccountSchema } from './accounts.ts';
import { relationKinds } from './campaign/audience.ts';
import { PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH } from './identity.ts';
import { InstantSchema, VersionSchema, idSchema } from './ids.ts';
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
  addressee: v.nullable(v.string()),
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
