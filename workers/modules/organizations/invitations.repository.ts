import { and, desc, eq, getTableColumns, inArray, sql } from 'drizzle-orm';
import { invitations } from '#schema/tables/tenant/imports.table.ts';
import { organizations } from '#schema/tables/tenant/organizations.table.ts';
import type { Step } from '#workers/platform/database/change.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import { build, toStatement } from '#workers/platform/database/statement.ts';

export type StoredInvitation = typeof invitations.$inferSelect;
export type InvitationRow = StoredInvitation & { readonly organizationName: string | null };
type InvitationUpdate = Partial<Omit<StoredInvitation, 'id' | 'version'>>;
export type InvitationKey = readonly [openedAt: number, id: string];

export function insertInvitation(invitation: StoredInvitation): Step {
  return { statement: toStatement(build.insert(invitations).values(invitation)) };
}

/** Moves an invitation on as it was read; of two at once one goes through. */
export function updateInvitation(
  current: Pick<StoredInvitation, 'id' | 'version' | 'state'>,
  update: InvitationUpdate,
): Step {
  const { id, version, state } = invitations;
  const query = build
    .update(invitations)
    .set({ ...update, version: sql`${version} + 1` })
    .where(and(eq(id, current.id), eq(version, current.version), eq(state, current.state)));
  return { statement: toStatement(query), expectRows: 1 };
}

const columns = { ...getTableColumns(invitations), organizationName: organizations.name };

export async function findInvitation(
  db: TenantDatabase,
  id: string,
): Promise<InvitationRow | undefined> {
  const [row] = await selectInvitations(db).where(eq(invitations.id, id));
  return row;
}

export async function findInvitationByToken(
  db: TenantDatabase,
  tokenHash: string,
): Promise<InvitationRow | undefined> {
  const [row] = await selectInvitations(db).where(eq(invitations.tokenHash, tokenHash));
  return row;
}

/** Invitations, the newest first. */
export function listInvitationRows(
  db: TenantDatabase,
  input: {
    states: readonly StoredInvitation['state'][];
    importId?: string | undefined;
    after: InvitationKey | undefined;
    limit: number;
  },
): Promise<InvitationRow[]> {
  const { openedAt, id, state } = invitations;
  const { after } = input;
  return selectInvitations(db)
    .where(
      and(
        inArray(state, [...input.states]),
        input.importId === undefined ? undefined : eq(invitations.importId, input.importId),
        after && sql`(${openedAt}, ${id}) < (${after[0]}, ${after[1]})`,
      ),
    )
    .orderBy(desc(openedAt), desc(id))
    .limit(input.limit);
}

function selectInvitations(db: TenantDatabase) {
  return db
    .select(columns)
    .from(invitations)
    .leftJoin(organizations, eq(organizations.id, invitations.organizationId));
}
