import { and, eq, gte, inArray, lt, or, sql } from 'drizzle-orm';
import type { SQL, SQLWrapper } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { RelationKind } from '#schema/contracts/campaign/audience.ts';
import type { Range, Reach } from '#schema/contracts/permission.ts';
import { organizationPaths, organizations } from '#schema/tables/tenant/organizations.table.ts';
import { build } from '#workers/platform/database/statement.ts';
import { endOfPrefix } from './organizations.domain.ts';

export type RangeColumns = {
  readonly organizationId: SQLiteColumn;
  /** The paths that the record copied, for the relations it names. */
  readonly paths: { readonly [relation in RelationKind]?: SQLiteColumn };
  readonly task?: SQLiteColumn;
};

const nothing = sql`1 = 0`;

/** The SQL of a range over records that carry a unit and its paths; nothing when unlimited. */
export function rangeCondition(range: Range, columns: RangeColumns): SQL | undefined {
  if (range.everything) return undefined;
  return or(...range.reaches.flatMap((reach) => armsOf(reach, columns))) ?? nothing;
}

/**
 * The records of a range among those that `among` names, found place by place. SQLite takes no
 * index for an `or` of places once `among` offers one, and goes through a whole campaign for a
 * county. So `among` leads the indexes of unit and path, and is not said again beside this.
 */
export function recordsInRange(
  range: Range,
  { table, columns, among }: { table: SQLiteTable; columns: RangeColumns; among: SQL },
): SQL {
  if (range.everything) return among;
  const found = range.reaches
    .flatMap((reach) => armsOf(reach, columns))
    .map((arm) => sql`select rowid from ${table} where ${and(among, arm)}`);
  if (found.length === 0) return nothing;
  return sql`${table}.rowid in (${sql.join(found, sql` union all `)})`;
}

/** What a reach shows: the unit's own records, and those below it. */
function armsOf(reach: Reach, columns: RangeColumns): SQL[] {
  const task = reach.tasks && columns.task ? inArray(columns.task, [...reach.tasks]) : undefined;
  const place = placeOf(reach, (relation, path) => {
    const column = columns.paths[relation];
    return column && and(gte(column, path), lt(column, endOfPrefix(path)));
  });
  if (place === undefined) return [task ?? sql`1 = 1`];
  const own = eq(columns.organizationId, place.organizationId);
  return [own, place.under].flatMap((arm) => (arm && and(arm, task)) ?? []);
}

/** The same over the units themselves, by the table of paths. */
export function unitRangeCondition(range: Range): SQL | undefined {
  if (range.everything) return undefined;
  const conditions = range.reaches.map((reach) => {
    const place = placeOf(reach, (relation, path) =>
      inArray(organizations.id, unitsUnder(relation, path)),
    );
    return place ? or(eq(organizations.id, place.organizationId), place.under) : sql`1 = 1`;
  });
  return or(...conditions) ?? nothing;
}

function unitsUnder(relation: RelationKind, path: string): SQLWrapper {
  return build
    .select({ id: organizationPaths.organizationId })
    .from(organizationPaths)
    .where(
      and(
        eq(organizationPaths.relation, relation),
        gte(organizationPaths.path, path),
        lt(organizationPaths.path, endOfPrefix(path)),
      ),
    );
}

function placeOf(
  { organizationId, relation, path }: Reach,
  toCondition: (relation: RelationKind, path: string) => SQL | undefined,
): { organizationId: string; under: SQL | undefined } | undefined {
  if (organizationId === null) return undefined;
  const hasTree = relation !== null && path !== null;
  return { organizationId, under: hasTree ? toCondition(relation, path) : undefined };
}
