import { hashHex } from '#workers/platform/crypto/hash.driver.ts';
import { commitOrThrow } from '#workers/platform/http/commit.ts';
import { makePaper } from '../world/paper.ts';
import { contextAt, demoActor, morningOf } from './demo-tenant.ts';
import type { DemoTenant } from './demo-tenant.ts';
import { insertEvidence, readEvidence } from './filings.repository.ts';
import type { EvidenceRow } from './filings.repository.ts';

const paperName = '审签单（盖章扫描件）.pdf';
const rowsAChange = 200;

/** One signed and stamped paper for each unit, cited wherever the unit needs one. */
export async function seedEvidence(
  tenant: DemoTenant,
  units: readonly { readonly id: string; readonly name: string }[],
): Promise<ReadonlyMap<string, EvidenceRow>> {
  const known = await readEvidence(tenant.db, paperName);
  const papers = new Map(known.map((row) => [row.organizationId ?? '', row]));
  const fresh: EvidenceRow[] = [];
  for (const unit of units) {
    if (papers.has(unit.id)) continue;
    const row = await storePaper(tenant, unit);
    papers.set(unit.id, row);
    fresh.push(row);
  }
  for (let at = 0; at < fresh.length; at += rowsAChange) {
    const rows = fresh.slice(at, at + rowsAChange);
    await commitOrThrow(tenant.writer, {
      steps: insertEvidence(rows),
      audit: {
        action: 'demo.seed',
        actor: demoActor,
        subjectKind: 'evidence',
        subjectId: rows[0]?.id ?? '',
        at: tenant.world.now,
        facts: { files: rows.length },
      },
    });
  }
  return papers;
}

async function storePaper(
  tenant: DemoTenant,
  unit: { readonly id: string; readonly name: string },
): Promise<EvidenceRow> {
  const { world, plan, evidence } = tenant;
  const uploadedAt = Math.max(morningOf(world, plan.issue.on), morningOf(world, '01-20'));
  const { ids } = contextAt(tenant, uploadedAt);
  const bytes = makePaper(['行业作风建设材料审签单', unit.name, `${world.year}年`, '演示材料']);
  const storageKey = ids.random('obj');
  await evidence.put(storageKey, bytes, bytes.length);
  return {
    id: ids.next('evd'),
    organizationId: unit.id,
    name: paperName,
    format: 'pdf',
    bytes: bytes.length,
    sha256: await hashHex(bytes),
    storageKey,
    provesFrom: `${world.year}-01-01`,
    provesTo: `${world.year}-06-30`,
    state: 'attached',
    uploadedBy: unit.id,
    uploadedAt,
    version: 1,
  };
}
