import type { AccountOpened, OpenAccount } from '#schema/contracts/accounts.ts';
import { createAccounts, makeOneTimePassword } from '#workers/modules/identity/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { assertCan } from '#workers/platform/http/authorization.ts';
import { createOrganizationNotFoundError } from '../organizations.errors.ts';
import { findOrganizations } from '../organizations.repository.ts';

/**
 * 开设账号: an account of a post with a one-time password, in this answer and nowhere else. It holds
 * no permission: whoever opens accounts does not authorize them.
 */
export async function openAccount(request: {
  context: TenantContext;
  input: OpenAccount;
}): Promise<AccountOpened> {
  const { context, input } = request;
  assertCan(context.actor, 'identity.enroll', {});
  const { username, post, organizationId } = input;
  if (organizationId !== undefined) {
    const [known] = await findOrganizations(context.db, [organizationId]);
    if (known === undefined) throw createOrganizationNotFoundError();
  }
  const oneTimePassword = makeOneTimePassword();
  const place = organizationId === undefined ? {} : { organizationId };
  const account = { username, name: post, post, ...place, secret: { oneTimePassword } };
  const actor = { kind: 'person' as const, id: context.actor.personId };
  const [created] = await createAccounts({ context, input: { accounts: [account], actor } });
  return { id: created?.personId ?? '', username, password: oneTimePassword };
}
