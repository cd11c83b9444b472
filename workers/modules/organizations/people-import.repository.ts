import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import { grants, people } from '#schema/tables/identity.table.ts';
import { invitations } from '#schema/tables/tenant/imports.table.ts';
import { organizations } from '#schema/tables/tenant/organizations.table.ts';
import type { Step } from '#workers/platform/database/change.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import { build, toStatement } from '#workers/platform/database/statement.ts';
import type { StoredInvitation } from './invitations.repository.ts';
import type { KnownAccount, KnownInvitation } from './people-plan.domain.ts';

const listed = (texts: readonly string[]) =>
  sql`(select value from json_each(${JSON.stringify(texts)}))`;

/** Accounts that have one of these login names, with the posts that were not taken back. */
export async function readAccountsNamed(
  db: TenantDatabase,
  usernames: readonly string[],
  day: string,
): Promise<Map<string, KnownAccount>> {
  const { role, relation, organizationId, validTo } = grants;
  const rows = await db
    .select({
      username: people.username,
      unitName: organizations.name,
      role,
      relation,
      organizationId,
    })
    .from(people)
    .leftJoin(organizations, eq(organizations.id, people.organizationId))
    .leftJoin(
      grants,
      and(
        eq(grants.personId, people.id),
        isNull(grants.revokedAt),
        or(isNull(validTo), sql`${validTo} >= ${day}`),
      ),
    )
    .where(sql`${people.username} in ${listed(usernames)}`);
  const accounts = new Map<string, KnownAccount>();
  for (const { username, unitName, role: held, ...seat } of rows) {
    if (username === null) continue;
    const seats = accounts.get(username)?.seats ?? [];
    accounts.set(username, {
      unitName,
      seats: held === null ? seats : [...seats, { ...seat, role: held }],
    });
  }
  return accounts;
}

export type SealedInvitation = Omit<KnownInvitation, 'phone'> & {
  readonly phoneSealed: string | null;
};

/** Invitations that wait under one of these login names, their phones closed. */
export async function readInvitationsNamed(
  db: TenantDatabase,
  usernames: readonly string[],
): Promise<Map<string, SealedInvitation>> {
  const { id, version, state, organizationId, role, relation, post, addressee } = invitations;
  const { phoneSealed, validFrom: from, username } = invitations;
  const rows = await db
    .select({
      username,
      id,
      version,
      state,
      organizationId,
      role,
      relation,
      post,
      addressee,
      phoneSealed,
      from,
      unitName: organizations.name,
    })
    .from(invitations)
    .leftJoin(organizations, eq(organizations.id, organizationId))
    .where(
      and(
        sql`${username} in ${listed(usernames)}`,
        sql`${username} is not null and ${state} in ('asked', 'authorized')`,
      ),
    );
  return new Map(
    rows.flatMap(({ username: name, state: standing, ...row }) =>
      name !== null && (standing === 'asked' || standing === 'authorized')
        ? [[name, { ...row, state: standing }] as const]
        : [],
    ),
  );
}

/** Which of these units are open still. */
export async function readOpenUnits(
  db: TenantDatabase,
  ids: readonly string[],
): Promise<Set<string>> {
  const { id, status } = organizations;
  const rows = await db
    .select({ id })
    .from(organizations)
    .where(and(inArray(id, [...ids]), eq(status, 'open')));
  return new Set(rows.map((row) => row.id));
}

const ROWS_A_STATEMENT = 100;

export function insertInvitations(rows: readonly StoredInvitation[]): Step[] {
  const count = Math.ceil(rows.length / ROWS_A_STATEMENT);
  return Array.from({ length: count }, (_, index) => {
    const chunk = rows.slice(index * ROWS_A_STATEMENT, (index + 1) * ROWS_A_STATEMENT);
    return { statement: toStatement(build.insert(invitations).values(chunk)) };
  });
}
