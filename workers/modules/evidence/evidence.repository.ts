import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Evidence } from '#schema/contracts/evidence.ts';
import { evidence, evidenceLinks } from '#schema/tables/tenant/evidence.table.ts';
import type { Step } from '#workers/platform/database/change.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import { build, toStatement } from '#workers/platform/database/statement.ts';

export type StoredEvidence = Evidence & { storageKey: string; uploadedBy: string };

/** What cites a file: a field or a deliverable of a filing, a step of an approval. */
export type EvidencePlace = { subjectKind: string; subjectId: string; slot: string };

/** More names than this for one file are hardly a unit's own work. */
const sameBytesLimit = 100;

function fromRow(row: typeof evidence.$inferSelect): StoredEvidence {
  const { provesFrom, provesTo, version: _version, ...rest } = row;
  return {
    ...rest,
    ...(provesFrom === null ? {} : { provesFrom }),
    ...(provesTo === null ? {} : { provesTo }),
  };
}

export async function findEvidence(
  db: TenantDatabase,
  id: string,
): Promise<StoredEvidence | undefined> {
  const [row] = await db.select().from(evidence).where(eq(evidence.id, id));
  return row && fromRow(row);
}

export async function listEvidence(
  db: TenantDatabase,
  ids: readonly string[],
): Promise<StoredEvidence[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .select()
    .from(evidence)
    .where(inArray(evidence.id, [...ids]));
  return rows.map(fromRow);
}

/** The same bytes uploaded before by the same unit, under whatever name; the oldest first. */
export async function listByHash(
  db: TenantDatabase,
  input: { organizationId: string; sha256: string },
): Promise<StoredEvidence[]> {
  const rows = await db
    .select()
    .from(evidence)
    .where(
      and(eq(evidence.organizationId, input.organizationId), eq(evidence.sha256, input.sha256)),
    )
    .orderBy(asc(evidence.uploadedAt), asc(evidence.id))
    .limit(sameBytesLimit);
  return rows.map(fromRow);
}

export function insertEvidence(record: StoredEvidence): Step {
  const row = {
    ...record,
    provesFrom: record.provesFrom ?? null,
    provesTo: record.provesTo ?? null,
    version: 1,
  };
  return { statement: toStatement(build.insert(evidence).values(row)) };
}

/** Cites files at one place and no others there; a file that is cited stays. */
export function citeEvidence(
  place: EvidencePlace,
  evidenceIds: readonly string[],
  at: number,
): Step[] {
  const forget = build
    .delete(evidenceLinks)
    .where(
      and(
        eq(evidenceLinks.subjectKind, place.subjectKind),
        eq(evidenceLinks.subjectId, place.subjectId),
        eq(evidenceLinks.slot, place.slot),
      ),
    );
  const links = evidenceIds.map((evidenceId) =>
    build.insert(evidenceLinks).values({ ...place, evidenceId, linkedAt: at }),
  );
  const attach = evidenceIds.map((id) =>
    build.update(evidence).set({ state: 'attached' }).where(eq(evidence.id, id)),
  );
  return [forget, ...links, ...attach].map((query) => ({ statement: toStatement(query) }));
}

/** Where a file is cited; who may see one of those places may see the file. */
export function listPlaces(db: TenantDatabase, evidenceId: string): Promise<EvidencePlace[]> {
  return db
    .select({
      subjectKind: evidenceLinks.subjectKind,
      subjectId: evidenceLinks.subjectId,
      slot: evidenceLinks.slot,
    })
    .from(evidenceLinks)
    .where(eq(evidenceLinks.evidenceId, evidenceId));
}
