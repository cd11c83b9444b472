import * as v from 'valibot';
import { relationKinds } from './campaign/audience.ts';
import { DaySchema } from './campaign/dates.ts';
import { UsernameSchema } from './identity.ts';
import { InstantSchema, idSchema } from './ids.ts';
import { RoleSchema, roles } from './permission.ts';

export const PersonIdSchema = idSchema('per');
export const GrantIdSchema = idSchema('grt');

const UnitSchema = v.object({ id: v.string(), name: v.string() });

/** A post of an account: the role and how far it reaches; no unit means the commission itself. */
export const AccountGrantSchema = v.object({
  id: v.string(),
  role: RoleSchema,
  organization: v.nullable(UnitSchema),
  relation: v.nullable(v.picklist(relationKinds)),
  from: v.string(),
  to: v.nullable(v.string()),
});
export type AccountGrant = v.InferOutput<typeof AccountGrantSchema>;

export const AccountSchema = v.object({
  id: PersonIdSchema,
  username: v.nullable(v.string()),
  post: v.nullable(v.string()),
  organization: v.nullable(UnitSchema),
  grants: v.array(AccountGrantSchema),
  disabledAt: v.nullable(InstantSchema),
  /** After failed sign-ins; nothing when the name may sign in. */
  lockedUntil: v.nullable(InstantSchema),
  /** The newest sign-in whose session is still kept. */
  lastSessionAt: v.nullable(InstantSchema),
});
export type Account = v.InferOutput<typeof AccountSchema>;

export const AccountPageSchema = v.object({
  items: v.array(AccountSchema),
  nextCursor: v.nullable(v.string()),
  asOf: InstantSchema,
});
export type AccountPage = v.InferOutput<typeof AccountPageSchema>;

export const AccountReasonSchema = v.object({
  reason: v.pipe(
    v.string('请写明原因。'),
    v.trim(),
    v.minLength(2, '请写明原因，至少两个字。'),
    v.maxLength(200, '原因最多 200 字。'),
  ),
});

/** A new account stands for a post, not for a person's name; it can do nothing until it is authorized. */
export const OpenAccountSchema = v.object({
  username: v.pipe(v.string('请填写用户名。'), v.trim(), UsernameSchema),
  post: v.pipe(
    v.string('请填写岗位。'),
    v.trim(),
    v.minLength(2, '请填写岗位，至少两个字。'),
    v.maxLength(60, '岗位最多 60 字。'),
  ),
  /** Absent: the commission itself. */
  organizationId: v.optional(idSchema('org')),
});
export type OpenAccount = v.InferOutput<typeof OpenAccountSchema>;

/** Roles that a tenant's security administrator gives; the hosts above have their own. */
export const grantableRoles = roles.filter(
  (role) => role !== 'oversight-analyst' && role !== 'platform-operator',
);

export const GiveGrantSchema = v.object({
  role: v.picklist(grantableRoles, '请选择角色。'),
  /** Absent: the commission itself. */
  organizationId: v.optional(idSchema('org')),
  /** What stands under the unit in this relation too; absent: the unit alone. */
  relation: v.optional(v.picklist(relationKinds)),
  from: v.optional(DaySchema),
  to: v.optional(DaySchema),
  ...AccountReasonSchema.entries,
});
export type GiveGrant = v.InferOutput<typeof GiveGrantSchema>;

export const GrantGivenSchema = v.object({ id: GrantIdSchema });
export const GrantEndedSchema = v.object({ id: GrantIdSchema, ended: v.literal(true) });
/** Told once; nobody can read it again. */
export const AccountOpenedSchema = v.object({
  id: PersonIdSchema,
  username: v.string(),
  password: v.string(),
});
export type AccountOpened = v.InferOutput<typeof AccountOpenedSchema>;

/** Told once; nobody can read it again. */
export const PasswordResetSchema = v.object({ id: PersonIdSchema, password: v.string() });
export type PasswordReset = v.InferOutput<typeof PasswordResetSchema>;

export const AccountMovedSchema = v.object({ id: PersonIdSchema, disabled: v.boolean() });
export type AccountMoved = v.InferOutput<typeof AccountMovedSchema>;
