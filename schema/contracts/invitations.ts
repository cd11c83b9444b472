import * as v from 'valibot';
import { AccountReasonSchema, grantableRoles } from './accounts.ts';
import { relationKinds } from './campaign/audience.ts';
import { PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH, UsernameSchema } from './identity.ts';
import { InstantSchema, VersionSchema, idSchema } from './ids.ts';

export const InvitationIdSchema = idSchema('inv');

/** `asked` 待授权 · `authorized` 已授权 · `used` 已启用账号 · `withdrawn` 已撤回 */
export const invitationStates = ['asked', 'authorized', 'used', 'withdrawn'] as const;
export type InvitationState = (typeof invitationStates)[number];

const PostSchema = v.pipe(
  v.string('请填写岗位。'),
  v.trim(),
  v.minLength(2, '请填写岗位，至少两个字。'),
  v.maxLength(60, '岗位最多 60 字。'),
);
const AddresseeSchema = v.pipe(v.string(), v.trim(), v.maxLength(60, '收件人最多 60 字。'));

export const OpenInvitationSchema = v.object({
  role: v.picklist(grantableRoles, '请选择角色。'),
  organizationId: v.optional(idSchema('org')),
  relation: v.optional(v.picklist(relationKinds)),
  post: PostSchema,
  addressee: v.optional(AddresseeSchema),
  ...AccountReasonSchema.entries,
});
export type OpenInvitation = v.InferOutput<typeof OpenInvitationSchema>;

export const InvitationSchema = v.object({
  id: InvitationIdSchema,
  state: v.picklist(invitationStates),
  organization: v.nullable(v.object({ id: v.string(), name: v.string() })),
  role: v.picklist(grantableRoles),
  relation: v.nullable(v.picklist(relationKinds)),
  post: v.string(),
  addressee: v.nullable(v.string()),
  reason: v.string(),
  hasLink: v.boolean(),
  expiresAt: v.nullable(InstantSchema),
  openedByPost: v.string(),
  openedAt: InstantSchema,
  authorizedByPost: v.nullable(v.string()),
  authorizedAt: v.nullable(InstantSchema),
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
  ids: v.array(InvitationIdSchema),
  state: v.picklist(invitationStates),
});
export type InvitationMoved = v.InferOutput<typeof InvitationMovedSchema>;

const IdsSchema = v.pipe(v.array(InvitationIdSchema), v.minLength(1), v.maxLength(500));
export const InvitationIdsSchema = v.object({ ids: IdsSchema });
export const CloseInvitationsSchema = v.object({ ids: IdsSchema, ...AccountReasonSchema.entries });

/** Told once: the links of some invitations; the ones before them are dead. */
export const InvitationLinksSchema = v.object({
  links: v.array(
    v.object({
      id: InvitationIdSchema,
      token: v.string(),
      expiresAt: InstantSchema,
      unit: v.nullable(v.string()),
      post: v.string(),
      addressee: v.nullable(v.string()),
    }),
  ),
});
export type InvitationLinks = v.InferOutput<typeof InvitationLinksSchema>;

const TokenSchema = v.pipe(v.string(), v.regex(/^lnk_[0-9a-z]{26}$/));
export const InvitationTokenSchema = v.object({ token: TokenSchema });
/** What the bearer of a link is told about the post it is for. */
export const OfferedPostSchema = v.object({
  tenant: v.string(),
  unit: v.nullable(v.string()),
  post: v.string(),
  role: v.picklist(grantableRoles),
  expiresAt: InstantSchema,
});
export type OfferedPost = v.InferOutput<typeof OfferedPostSchema>;

export const AcceptInvitationSchema = v.object({
  token: TokenSchema,
  username: v.pipe(v.string('请填写用户名。'), v.trim(), UsernameSchema),
  password: v.pipe(
    v.string('请填写密码。'),
    v.minLength(PASSWORD_MIN_LENGTH, '至少 10 个字符。'),
    v.maxLength(PASSWORD_MAX_LENGTH, '最多 128 个字符。'),
  ),
});
export type AcceptInvitation = v.InferOutput<typeof AcceptInvitationSchema>;
export const InvitationAcceptedSchema = v.object({ username: v.string() });
