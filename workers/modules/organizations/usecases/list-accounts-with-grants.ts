import * as v from 'valibot';
import type { Account, AccountGrant, AccountPage } from '#schema/contracts/accounts.ts';
import { listAccounts } from '#workers/modules/identity/index.ts';
import type { ListedAccount } from '#workers/modules/identity/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { assertCan } from '#workers/platform/http/authorization.ts';
import { pageRequestOf, toPage } from '#workers/platform/http/pagination.ts';
import { listGrantsOf } from '../grants.repository.ts';
import { findOrganizations } from '../organizations.repository.ts';

type AccountsInput = {
  readonly cursor?: string | undefined;
  readonly limit?: string | undefined;
  readonly search?: string | undefined;
};

type GrantRow = Awaited<ReturnType<typeof listGrantsOf>>[number];

/** A page of accounts by user name, each with its posts and how far they reach. */
export async function listAccountsWithGrants(request: {
  context: TenantContext;
  input: AccountsInput;
}): Promise<AccountPage> {
  const { context, input } = request;
  assertCan(context.actor, 'identity.manage', {});
  const { db, clock } = context;
  const { limit, after } = pageRequestOf(input, v.string());
  const asked = { search: input.search, after, limit: limit + 1 };
  const rows = await listAccounts({ context, input: asked });
  const page = toPage(rows, limit, ({ username }) => username ?? '');
  const unitIds = page.items.flatMap(({ organizationId }) => organizationId ?? []);
  const [grants, units] = await Promise.all([
    listGrantsOf(
      db,
      page.items.map(({ id }) => id),
    ),
    findOrganizations(db, [...new Set(unitIds)]),
  ]);
  const names = new Map(units.map(({ id, name }) => [id, name]));
  return {
    items: page.items.map((row) => toAccount(row, grants, names)),
    nextCursor: page.nextCursor,
    asOf: clock.now(),
  };
}

function toAccount(
  { organizationId, ...account }: ListedAccount,
  grants: readonly GrantRow[],
  names: ReadonlyMap<string, string>,
): Account {
  const own = grants.filter(({ personId }) => personId === account.id);
  return {
    ...account,
    organization: unitOf(organizationId, names.get(organizationId ?? '')),
    grants: own.map(toGrant),
  };
}

function toGrant({ id, role, relation, from, to, ...unit }: GrantRow): AccountGrant {
  const organization = unitOf(unit.organizationId, unit.organizationName ?? undefined);
  return { id, role, relation, organization, from, to };
}

function unitOf(id: string | null, name: string | undefined) {
  return id === null ? null : { id, name: name ?? id };
}
