import { and, asc, eq, gte, inArray, isNull, lte, ne, or } from 'drizzle-orm';
import type { Permission, Role, Subject } from '#schema/contracts/permission.ts';
import { roles } from '#schema/contracts/permission.ts';
import { grants, people } from '#schema/tables/identity.table.ts';
import { recusals } from '#schema/tables/tenant/organizations.table.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import { permissionsOf } from './roles.ts';

export type Judge = { readonly personId: string; readonly post: string };

type Asked = {
  readonly permission: Permission;
  readonly subject: Subject & { readonly organizationId: string };
  /** Day on which the grants have to be in force. */
  readonly day: string;
};

/**
 * Who may judge a unit's work on a day: a grant that reaches it, an account in use, a post outside
 * the unit itself, and no recusal from it. By post.
 */
export async function listJudges(db: TenantDatabase, asked: Asked): Promise<Judge[]> {
  const { organizationId } = asked.subject;
  const holding = await db
    .select({
      personId: people.id,
      name: people.name,
      post: people.post,
      relation: grants.relation,
      grantedOver: grants.organizationId,
      tasks: grants.tasks,
    })
    .from(grants)
    .innerJoin(people, eq(people.id, grants.personId))
    .where(
      and(
        or(isNull(grants.organizationId), inArray(grants.organizationId, seatsOver(asked))),
        inArray(grants.role, rolesWith(asked.permission)),
        isNull(grants.revokedAt),
        lte(grants.validFrom, asked.day),
        or(isNull(grants.validTo), gte(grants.validTo, asked.day)),
        isNull(people.disabledAt),
        or(isNull(people.organizationId), ne(people.organizationId, organizationId)),
      ),
    )
    .orderBy(asc(people.post), asc(people.id));
  const reaching = holding.filter((grant) => reachesUnit(grant, asked));
  const ids = [...new Set(reaching.map(({ personId }) => personId))];
  const away = await listRecused(db, { ids, organizationId, day: asked.day });
  return ids.flatMap((personId) => {
    const found = reaching.find((each) => each.personId === personId);
    if (found === undefined || away.has(personId)) return [];
    return [{ personId, post: found.post ?? found.name }];
  });
}

type HeldGrant = {
  readonly relation: keyof NonNullable<Subject['paths']> | null;
  readonly grantedOver: string | null;
  readonly tasks: string[] | null;
};

function reachesUnit({ relation, grantedOver, tasks }: HeldGrant, { subject }: Asked): boolean {
  if (tasks !== null && subject.task !== undefined && !tasks.includes(subject.task)) return false;
  if (grantedOver === null) return true;
  if (grantedOver === subject.organizationId || relation === null) return false;
  return (subject.paths?.[relation] ?? '').split('/').includes(grantedOver);
}

/** Every unit that the subject stands under, in whichever relation. */
function seatsOver({ subject }: Asked): string[] {
  const paths = Object.values(subject.paths ?? {});
  return [...new Set(paths.flatMap((path) => (path ?? '').split('/')))].filter(Boolean);
}

function rolesWith(permission: Permission): Role[] {
  return roles.filter((role) => permissionsOf(role).includes(permission));
}

async function listRecused(
  db: TenantDatabase,
  input: { ids: readonly string[]; organizationId: string; day: string },
): Promise<Set<string>> {
  if (input.ids.length === 0) return new Set();
  const rows = await db
    .select({ personId: recusals.personId })
    .from(recusals)
    .where(
      and(
        inArray(recusals.personId, [...input.ids]),
        eq(recusals.organizationId, input.organizationId),
        lte(recusals.validFrom, input.day),
        or(isNull(recusals.validTo), gte(recusals.validTo, input.day)),
      ),
    );
  return new Set(rows.map(({ personId }) => personId));
}

/** The post that a person named as taking over, when standing aside from a unit. */
export async function findSuccessor(
  db: TenantDatabase,
  input: { personId: string; organizationId: string },
): Promise<string | undefined> {
  const rows = await db
    .select({ post: recusals.successorPost })
    .from(recusals)
    .where(
      and(eq(recusals.personId, input.personId), eq(recusals.organizationId, input.organizationId)),
    );
  return rows.flatMap(({ post }) => post ?? []).at(-1);
}
