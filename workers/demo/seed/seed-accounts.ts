import { createAccounts, disableAccount } from '#workers/modules/identity/index.ts';
import type { AccountContext } from '#workers/modules/identity/index.ts';
import { giveGrants } from '#workers/modules/organizations/index.ts';
import type { GrantDraft } from '#workers/modules/organizations/index.ts';
import type { Database } from '#workers/platform/database/database.driver.ts';
import { controlAccounts } from '../world/accounts.ts';
import type { DemoAccount } from '../world/accounts.ts';
import { demoActor } from './demo-tenant.ts';
import { readAccounts } from './ledger.repository.ts';

type Input = {
  accounts: readonly DemoAccount[];
  /** Ids of units by their keys. */
  units: ReadonlyMap<string, string>;
  /** All accounts of a demo share one password, hashed once a start. */
  passwordHash: () => Promise<string>;
};

/** Creates what is missing of the accounts and gives them their posts. */
export async function seedAccounts(
  context: AccountContext & { readonly db: Database },
  input: Input,
): Promise<{ accounts: number }> {
  const { accounts } = input;
  const usernames = accounts.map(({ username }) => username);
  const before = await readAccounts(context.db, usernames);
  const missing = accounts.filter(({ username }) => !before.has(username));
  if (missing.length > 0) await create(context, { ...input, accounts: missing });
  const known = await readAccounts(context.db, usernames);
  const grants = accounts
    .filter(({ username }) => known.get(username)?.hasGrants === false)
    .flatMap((account) => grantsOf(account, known.get(account.username)?.id ?? '', input.units));
  const scope = accounts === controlAccounts ? 'control' : 'tenant';
  if (grants.length > 0) await giveGrants({ context, input: { grants, actor: demoActor, scope } });
  for (const { username, left } of accounts) {
    const account = known.get(username);
    if (left !== true || account === undefined || account.disabledAt !== null) continue;
    const leaving = { personId: account.id, reason: '已调离本岗位', actor: demoActor };
    await disableAccount({ context, input: leaving });
  }
  return { accounts: accounts.length };
}

async function create(context: AccountContext, { accounts, units, passwordHash }: Input) {
  const secret = { passwordHash: await passwordHash() };
  const created = accounts.map(({ username, post, units: keys }) => {
    const organizationId = keys === undefined ? undefined : units.get(keys[0] ?? '');
    return {
      username,
      name: post,
      post,
      secret,
      ...(organizationId === undefined ? {} : { organizationId }),
    };
  });
  await createAccounts({ context, input: { accounts: created, actor: demoActor } });
}

function grantsOf(
  { role, units: keys, relation }: DemoAccount,
  personId: string,
  units: ReadonlyMap<string, string>,
): GrantDraft[] {
  if (keys === undefined) return [{ personId, role }];
  return keys.flatMap((key) => {
    const organizationId = units.get(key);
    if (organizationId === undefined) return [];
    return [{ personId, role, organizationId, ...(relation ? { relation } : {}) }];
  });
}
