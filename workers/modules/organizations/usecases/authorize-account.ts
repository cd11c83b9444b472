import type { GiveGrant, PasswordReset } from '#schema/contracts/accounts.ts';
import { resetPassword } from '#workers/modules/identity/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { assertCan } from '#workers/platform/http/authorization.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import { findGrantOwner } from '../grants.repository.ts';
import {
  createGrantNotFoundError,
  createOwnGrantError,
  createOwnPasswordError,
} from '../organizations.errors.ts';
import { giveGrants } from './give-grants.ts';
import { revokeGrant } from './revoke-grant.ts';

const actorOf = ({ actor }: TenantContext) => ({ kind: 'person' as const, id: actor.personId });

/** 授予: a post for somebody else, with its reason; nobody gives the own. */
export async function authorizeAccount(request: {
  context: TenantContext;
  input: GiveGrant & { readonly id: string; readonly requestKey: RequestKey | undefined };
}): Promise<{ id: string }> {
  const { context, input } = request;
  assertCan(context.actor, 'identity.authorize', {});
  const { id: personId, requestKey, reason, ...draft } = input;
  if (personId === context.actor.personId) throw createOwnGrantError();
  const grants = [{ ...draft, personId }];
  const [id = ''] = await giveGrants({
    context,
    input: { grants, actor: actorOf(context), reason, requestKey },
  });
  return { id };
}

/** 收回: somebody else's post ends at once, with its reason. */
export async function endGrant(request: {
  context: TenantContext;
  input: { readonly id: string; readonly grantId: string; readonly reason: string };
}): Promise<{ id: string; ended: true }> {
  const { context, input } = request;
  assertCan(context.actor, 'identity.authorize', {});
  const { id, grantId, reason } = input;
  if ((await findGrantOwner(context.db, grantId)) !== id) throw createGrantNotFoundError();
  if (id === context.actor.personId) throw createOwnGrantError();
  await revokeGrant({ context, input: { grantId, reason, actor: actorOf(context) } });
  return { id: grantId, ended: true };
}

/** 重置密码: a one-time password, in this answer and nowhere else. */
export async function resetAccountPassword(request: {
  context: TenantContext;
  input: { readonly id: string; readonly reason: string };
}): Promise<PasswordReset> {
  const { context, input } = request;
  assertCan(context.actor, 'identity.authorize', {});
  const { id, reason } = input;
  if (id === context.actor.personId) throw createOwnPasswordError();
  const about = { personId: id, reason, actor: actorOf(context) };
  return { id, password: await resetPassword({ context, input: about }) };
}
