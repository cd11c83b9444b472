import * as v from 'valibot';
import { organizationKinds, relationKinds } from './campaign/audience.ts';
import { InstantSchema } from './ids.ts';
import { PermissionSchema, RoleSchema } from './permission.ts';

export const PASSWORD_MIN_LENGTH = 10;
export const PASSWORD_MAX_LENGTH = 128;

export const UsernameSchema = v.pipe(
  v.string(),
  v.minLength(3, '用户名至少 3 个字符。'),
  v.maxLength(60, '用户名最多 60 个字符。'),
  v.regex(/^[a-z0-9][a-z0-9._-]*$/, '用户名只能用小写字母、数字、点、横线和下划线。'),
);

export const SignInSchema = v.object({
  username: v.pipe(v.string('请填写用户名。'), v.minLength(1, '请填写用户名。'), v.maxLength(60)),
  password: v.pipe(
    v.string('请填写密码。'),
    v.minLength(1, '请填写密码。'),
    v.maxLength(PASSWORD_MAX_LENGTH),
  ),
});
export type SignIn = v.InferOutput<typeof SignInSchema>;

export const ChangePasswordSchema = v.object({
  current: v.pipe(
    v.string('请填写原密码。'),
    v.minLength(1, '请填写原密码。'),
    v.maxLength(PASSWORD_MAX_LENGTH, '最多 128 个字符。'),
  ),
  next: v.pipe(
    v.string('请填写新密码。'),
    v.minLength(PASSWORD_MIN_LENGTH, '至少 10 个字符。'),
    v.maxLength(PASSWORD_MAX_LENGTH, '最多 128 个字符。'),
  ),
});
export type ChangePassword = v.InferOutput<typeof ChangePasswordSchema>;

export const SessionAnswerSchema = v.object({
  personId: v.string(),
  username: v.string(),
  name: v.string(),
  idleUntil: InstantSchema,
  expiresAt: InstantSchema,
});
export type SessionAnswer = v.InferOutput<typeof SessionAnswerSchema>;

/** One post of a person: a role, where it reaches, what it permits there. */
export const PostSchema = v.object({
  grantId: v.string(),
  role: RoleSchema,
  relation: v.nullable(v.picklist(relationKinds)),
  organization: v.nullable(
    v.object({ id: v.string(), name: v.string(), kind: v.picklist(organizationKinds) }),
  ),
  /** The unit's path in the tree of `relation`; null where the post reaches the unit alone. */
  path: v.nullable(v.string()),
  permissions: v.array(PermissionSchema),
  tasks: v.optional(v.array(v.string())),
  sections: v.optional(v.array(v.string())),
  from: v.string(),
  to: v.nullable(v.string()),
});

/** `GET /api/me`: who is signed in, in which posts, and what is permitted where. */
export const MeSchema = v.object({
  person: v.object({
    id: v.string(),
    username: v.string(),
    name: v.string(),
    post: v.nullable(v.string()),
    organizationId: v.nullable(v.string()),
  }),
  posts: v.array(PostSchema),
  permissions: v.array(PermissionSchema),
  recusedFrom: v.array(v.string()),
  session: v.object({
    idleUntil: InstantSchema,
    expiresAt: InstantSchema,
    /** Signed in with a one-time password: nothing is open before a new one is chosen. */
    mustChangePassword: v.optional(v.boolean()),
  }),
});
export type Me = v.InferOutput<typeof MeSchema>;
