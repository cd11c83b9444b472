import { and, eq, gte, inArray, lt, or, sql } from 'drizzle-orm';
import type { SQL, SQLWrapper } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
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
  return or(...range.reaches.map((reach) => reachCondition(reach, columns))) ?? nothing;
}

function reachCondition(reach: Reach, columns: RangeColumns): SQL {
  const place = placeOf(reach, (relation, path) => {
    const column = columns.paths[relation];
    return column && and(gte(column, path), lt(column, endOfPrefix(path)));
  });
  const unit = place && or(eq(columns.organizationId, place.organizationId), place.under);
  const task = reach.tasks && columns.task ? inArray(columns.task, [...reach.tasks]) : undefined;
  return and(unit, task) ?? sql`1 = 1`;
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
