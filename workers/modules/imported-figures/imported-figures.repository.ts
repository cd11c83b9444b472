import { and, asc, desc, eq, gt, isNull, lte, or, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { FigureLevel } from '#schema/contracts/imported-figures.ts';
import type { Range } from '#schema/contracts/permission.ts';
import { figureImports, importedFigures } from '#schema/tables/tenant/imported-figures.table.ts';
import { organizationPaths, organizations } from '#schema/tables/tenant/organizations.table.ts';
import { nameOn, unitRangeCondition } from '#workers/modules/organizations/index.ts';
import type { Step } from '#workers/platform/database/change.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import { build, toStatement } from '#workers/platform/database/statement.ts';
import type { FigurePlan } from './figure-plan.domain.ts';

export type StoredFigureImport = typeof figureImports.$inferSelect;

/** The imports of a campaign that held at an instant, the older ones first. */
export function readStanding(
  db: TenantDatabase,
  { campaignId, asOf }: { campaignId: string; asOf: number },
): Promise<StoredFigureImport[]> {
  const { knownAt, withdrawnAt } = figureImports;
  return db
    .select()
    .from(figureImports)
    .where(
      and(
        eq(figureImports.campaignId, campaignId),
        lte(knownAt, asOf),
        or(isNull(withdrawnAt), gt(withdrawnAt, asOf)),
      ),
    )
    .orderBy(asc(knownAt), asc(figureImports.id));
}

/** Every import of a campaign, the newest first. */
export function listFigureImports(
  db: TenantDatabase,
  campaignId: string,
): Promise<StoredFigureImport[]> {
  return db
    .select()
    .from(figureImports)
    .where(eq(figureImports.campaignId, campaignId))
    .orderBy(desc(figureImports.knownAt), desc(figureImports.id))
    .limit(200);
}

export async function findFigureImport(
  db: TenantDatabase,
  id: string,
): Promise<StoredFigureImport | undefined> {
  const [row] = await db.select().from(figureImports).where(eq(figureImports.id, id));
  return row;
}

const among = (ids: readonly string[]): SQL =>
  sql`${importedFigures.importId} in (select value from json_each(${JSON.stringify(ids)}))`;

const { organizationId, value, numerator, sample, importId } = importedFigures;
/** Of its path of today the first unit; what is of the whole stands nowhere. */
const areaNow = sql<string>`coalesce(substr(${organizationPaths.path}, 1,
  instr(${organizationPaths.path}, '/') - 1), '')`;
const order = sql<number>`coalesce(${organizations.order}, 0)`;

type Reading = { readonly range: Range; readonly day: string | undefined };

/** What some imports say, within a range, each unit under the name of the day. */
export function readValues(db: TenantDatabase, ids: readonly string[], { range, day }: Reading) {
  return select(db, day)
    .where(and(among(ids), unitRangeCondition(range)))
    .orderBy(order, organizationId);
}

/** One page of what an import says, in official unit order. */
export function listValues(
  db: TenantDatabase,
  {
    id,
    range,
    after,
    limit,
  }: {
    id: string;
    range: Range;
    after: readonly [number, string] | undefined;
    limit: number;
  },
) {
  const later = after && sql`(${order}, ${organizationId}) > (${after[0]}, ${after[1]})`;
  return select(db, undefined)
    .where(and(eq(importId, id), unitRangeCondition(range), later))
    .orderBy(order, organizationId)
    .limit(limit);
}

function select(db: TenantDatabase, day: string | undefined) {
  return db
    .select({
      organizationId,
      organizationName: sql<string | null>`${nameOn(day)}`,
      kind: organizations.kind,
      order,
      area: areaNow,
      importId,
      value,
      numerator,
      sample,
    })
    .from(importedFigures)
    .leftJoin(organizations, eq(organizations.id, organizationId))
    .leftJoin(
      organizationPaths,
      and(
        eq(organizationPaths.relation, 'territory'),
        eq(organizationPaths.organizationId, organizationId),
      ),
    );
}

/** The rows of one step; a step that is repeated writes them once. */
export function insertValues(id: string, plans: readonly FigurePlan[]): Step[] {
  if (plans.length === 0) return [];
  const query = sql`insert into imported_figures
      (import_id, organization_id, value, numerator, sample)
    select ${id}, value ->> '$.organizationId', value ->> '$.value', value ->> '$.numerator',
      value ->> '$.sample'
    from json_each(${JSON.stringify(plans)}) where true
    on conflict (import_id, organization_id) do nothing`;
  return [{ statement: toStatement(query) }];
}

/** What the rows of an import are of; they are all of one kind. */
export async function readLevel(db: TenantDatabase, id: string): Promise<FigureLevel> {
  const [row] = await db
    .select({ organizationId, kind: organizations.kind })
    .from(importedFigures)
    .leftJoin(organizations, eq(organizations.id, organizationId))
    .where(eq(importId, id))
    .limit(1);
  if (row?.organizationId === '') return 'whole';
  return row?.kind === 'bureau' ? 'area' : 'unit';
}

export function insertFigureImport(row: StoredFigureImport): Step {
  return { statement: toStatement(build.insert(figureImports).values(row)) };
}

export function withdrawFigureImport(
  id: string,
  withdrawn: Pick<StoredFigureImport, 'withdrawnAt' | 'withdrawnByPost' | 'withdrawnReason'>,
): Step {
  const query = build
    .update(figureImports)
    .set(withdrawn)
    .where(and(eq(figureImports.id, id), isNull(figureImports.withdrawnAt)));
  return { statement: toStatement(query), expectRows: 1, otherwise: 'imported-figures.withdrawn' };
}
