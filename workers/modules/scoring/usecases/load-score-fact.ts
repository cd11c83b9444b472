import { can } from '#schema/contracts/permission.ts';
import type { EvidencePlace } from '#workers/modules/evidence/index.ts';
import { findOrganization } from '#workers/modules/organizations/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { etagOf } from '#workers/platform/http/etag.ts';
import { platformErrors } from '#workers/platform/http/platform.errors.ts';
import { findScoreFact } from '../score-facts.repository.ts';
import type { StoredScoreFact } from '../score-facts.repository.ts';
import { scoringErrors } from '../scoring.errors.ts';
import { mayJudge } from './list-score-facts.ts';
import type { LoadedUnit } from './load-scored-unit.ts';

export type LoadedFact = LoadedUnit & { row: StoredScoreFact };

/** A record for who may read the score of its unit; unknown to everybody else. */
export async function loadScoreFact(context: TenantContext, id: string): Promise<LoadedFact> {
  const row = await findScoreFact(context.db, id);
  const unit = row && (await findOrganization(context.db, row.organizationId));
  if (row === undefined || unit === undefined) throw scoringErrors['scoring.fact_not_found']();
  const subject = { organizationId: unit.id, paths: unit.paths };
  if (!can(context.actor, 'scoring.read', subject)) throw scoringErrors['scoring.fact_not_found']();
  return { row, unit, subject };
}

/** What is decided is decided about what the person has seen. */
export function assertSeenVersion(row: { version: number }, seenVersion: number): void {
  const { version: currentVersion } = row;
  if (currentVersion === seenVersion) return;
  const headers = { etag: etagOf(currentVersion) };
  throw platformErrors['platform.stale_version']({ extras: { currentVersion }, headers });
}

/** A file that proves a record is seen by who judges the unit, and by the unit once it stands. */
export async function mayReadScoreFact(
  context: TenantContext,
  place: EvidencePlace,
): Promise<boolean> {
  const row = await findScoreFact(context.db, place.subjectId);
  const unit = row && (await findOrganization(context.db, row.organizationId));
  if (row === undefined || unit === undefined) return false;
  const subject = { organizationId: unit.id, paths: unit.paths };
  if (mayJudge(context.actor, { unit, subject })) return true;
  return row.state === 'standing' && can(context.actor, 'scoring.read', subject);
}
