import * as v from 'valibot';
import { relationKinds } from './campaign/audience.ts';
import { InstantSchema, idSchema } from './ids.ts';
import { RoleSchema } from './permission.ts';

export const PersonIdSchema = idSchema('per');

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

export const AccountMovedSchema = v.object({ id: PersonIdSchema, disabled: v.boolean() });
export type AccountMoved = v.InferOutput<typeof AccountMovedSchema>;
