import { and, desc, eq, sql } from 'drizzle-orm';
import type { CommonIndicator } from '#schema/contracts/oversight.ts';
import type { Period } from '#schema/contracts/period.ts';
import type { SnapshotContent } from '#schema/contracts/snapshots.ts';
import {
  commonIndicators,
  regionFigures,
  regionKeys,
  regionSnapshots,
} from '#schema/tables/control/oversight.table.ts';
import type { Step } from '#workers/platform/database/change.ts';
import type { ControlDatabase } from '#workers/platform/database/database.driver.ts';
import { build, toStatement } from '#workers/platform/database/statement.ts';
import type { ArrivedFigure } from './board.domain.ts';

export type StoredRegionSnapshot = typeof regionSnapshots.$inferSelect;
export type RegionKey = typeof regionKeys.$inferSelect;

export async function listCommonIndicators(db: ControlDatabase): Promise<CommonIndicator[]> {
  const rows = await db
    .select({ definition: commonIndicators.definition })
    .from(commonIndicators)
    .orderBy(commonIndicators.orderNumber, commonIndicators.key);
  return rows.map(({ definition }) => definition);
}

/** Writes definitions; one that is there is replaced and counted one version up. */
export function upsertCommonIndicators(definitions: readonly CommonIndicator[]): Step[] {
  return definitions.map((definition) => {
    const row = { definition, orderNumber: definition.order };
    const query = build
      .insert(commonIndicators)
      .values({ key: definition.key, ...row, version: 1 })
      .onConflictDoUpdate({
        target: commonIndicators.key,
        set: { ...row, version: sql`${commonIndicators.version} + 1` },
      });
    return { statement: toStatement(query) };
  });
}

export async function findRegionKey(
  db: ControlDatabase,
  keyId: string,
): Promise<RegionKey | undefined> {
  const [row] = await db.select().from(regionKeys).where(eq(regionKeys.keyId, keyId));
  return row;
}

export function insertRegionKey(row: RegionKey): Step {
  return { statement: toStatement(build.insert(regionKeys).values(row)) };
}

export async function findRegionSnapshot(
  db: ControlDatabase,
  id: string,
): Promise<StoredRegionSnapshot | undefined> {
  const [row] = await db.select().from(regionSnapshots).where(eq(regionSnapshots.id, id));
  return row;
}

export async function findCurrentSnapshot(
  db: ControlDatabase,
  { slug, period }: { slug: string; period: Period },
): Promise<StoredRegionSnapshot | undefined> {
  const [row] = await db
    .select()
    .from(regionSnapshots)
    .where(
      and(
        eq(regionSnapshots.slug, slug),
        eq(regionSnapshots.period, period),
        eq(regionSnapshots.current, true),
      ),
    );
  return row;
}

/** What stands for a period, region by region; the figures are read beside it. */
export function listCurrentSnapshots(db: ControlDatabase, period: Period) {
  const { slug, receivedAt, correctsId, current } = regionSnapshots;
  return db
    .select({
      slug,
      receivedAt,
      correctsId,
      cutOff: sql<string>`${regionSnapshots.content} ->> '$.cutOff'`,
      correctionReason: sql<string | null>`${regionSnapshots.content} ->> '$.correctionReason'`,
      unitsDue: sql<number>`${regionSnapshots.content} ->> '$.reporting.unitsDue'`,
      unitsReported: sql<number>`${regionSnapshots.content} ->> '$.reporting.unitsReported'`,
    })
    .from(regionSnapshots)
    .where(and(eq(regionSnapshots.period, period), eq(current, true)));
}

/** Periods for which anything has arrived, the newest first. */
export async function listPeriods(db: ControlDatabase): Promise<Period[]> {
  const rows = await db
    .selectDistinct({ period: regionSnapshots.period })
    .from(regionSnapshots)
    .orderBy(desc(regionSnapshots.period))
    .limit(40);
  return rows.map(({ period }) => period);
}

export async function listFigures(
  db: ControlDatabase,
  input: { period: Period; common?: string },
): Promise<ArrivedFigure[]> {
  const { period, commonKey } = regionFigures;
  const rows = await db
    .select()
    .from(regionFigures)
    .where(
      and(
        eq(period, input.period),
        input.common === undefined ? undefined : eq(commonKey, input.common),
      ),
    );
  return rows.map((row) => ({
    region: row.slug,
    common: row.commonKey,
    match: row.match,
    state: row.state,
    numerator: row.numerator ?? undefined,
    denominator: row.denominator ?? undefined,
    verified: row.verified ?? undefined,
    verifiedWrong: row.verifiedWrong ?? undefined,
    note: row.note ?? undefined,
    explanation: row.explanation ?? undefined,
  }));
}

export function insertRegionSnapshot(row: StoredRegionSnapshot): Step {
  return { statement: toStatement(build.insert(regionSnapshots).values(row)) };
}

/** A corrected one stays as it was signed; it only is no longer what stands. */
export function retireSnapshot(id: string): Step {
  const query = build
    .update(regionSnapshots)
    .set({ current: false })
    .where(and(eq(regionSnapshots.id, id), eq(regionSnapshots.current, true)));
  return { statement: toStatement(query), expectRows: 1 };
}

/** The figures of a period of one region, in place of those that stood before. */
export function replaceFigures(snapshotId: string, content: SnapshotContent): Step[] {
  const { region, period } = content;
  const forget = build
    .delete(regionFigures)
    .where(and(eq(regionFigures.period, period), eq(regionFigures.slug, region.slug)));
  const inserts = content.figures.map((figure) =>
    build.insert(regionFigures).values({
      period,
      commonKey: figure.common,
      slug: region.slug,
      snapshotId,
      level: region.level,
      divisionCode: region.divisionCode,
      match: figure.match,
      state: figure.state,
      numerator: figure.numerator ?? null,
      denominator: figure.denominator ?? null,
      units: figure.units,
      verified: figure.verified ?? null,
      verifiedWrong: figure.verifiedWrong ?? null,
      note: figure.note ?? null,
      explanation: figure.explanation ?? null,
    }),
  );
  return [forget, ...inserts].map((query) => ({ statement: toStatement(query) }));
}
