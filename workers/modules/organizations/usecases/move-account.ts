import type { AccountMoved } from '#schema/contracts/accounts.ts';
import { disableAccount, enableAccount } from '#workers/modules/identity/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { assertCan } from '#workers/platform/http/authorization.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import { createOwnAccountError } from '../organizations.errors.ts';

/** 停用 or 启用 of an account with its reason; nobody does it to the own account. */
export async function moveAccount(request: {
  context: TenantContext;
  input: {
    readonly id: string;
    readonly disabled: boolean;
    readonly reason: string;
    readonly requestKey: RequestKey | undefined;
  };
}): Promise<AccountMoved> {
  const { context, input } = request;
  assertCan(context.actor, 'identity.manage', {});
  if (input.id === context.actor.personId) throw createOwnAccountError();
  const { id: personId, reason, requestKey } = input;
  const actor = { kind: 'person' as const, id: context.actor.personId };
  const move = input.disabled ? disableAccount : enableAccount;
  return move({ context, input: { personId, reason, actor, requestKey } });
}
