import { hashCanonical } from '#plugins/sdk/canonical.ts';
import { signedTextOf } from '#schema/contracts/snapshots.ts';
import type { Figure, SnapshotContent, SnapshotDelivery } from '#schema/contracts/snapshots.ts';
import { tenants } from '#schema/tables/control/tenants.table.ts';
import { testActor } from '#workers/app/testing/test-site.fixtures.ts';
import { keyIdOf } from '#workers/platform/crypto/key-id.ts';
import {
  createStoredKey,
  importSigningKey,
  signBytes,
} from '#workers/platform/crypto/signature.driver.ts';
import type { StoredKey } from '#workers/platform/crypto/signature.driver.ts';
import { build, toStatement } from '#workers/platform/database/statement.ts';
import type { TestDatabase } from '#workers/platform/database/testing/tenant.fixtures.ts';
import { registerRegionKey } from './usecases/register-region-key.ts';

export type TestRegion = SnapshotContent['region'] & { readonly key: StoredKey };

type Place = readonly [slug: string, level: TestRegion['level'], divisionCode: string];

/** Two of each level, by invented names; the order of making is no order of the board. */
export const places: readonly Place[] = [
  ['tiannan', 'province', '620000'],
  ['haibei', 'province', '210000'],
  ['dongcheng', 'prefecture', '210100'],
  ['xijiang', 'district', '620104'],
  ['nanan', 'district', '210111'],
];

/** Tells control of the regions, with a key each, as provisioning does. */
export async function createRegions(
  control: TestDatabase,
  wanted: readonly Place[] = places,
): Promise<Readonly<Record<string, TestRegion>>> {
  const regions: Record<string, TestRegion> = {};
  for (const [slug, level, divisionCode] of wanted) {
    const key = await createStoredKey();
    const name = { zh: `${slug}地区`, en: slug };
    await mirror(control, { slug, level, divisionCode, name });
    await registerRegionKey({ context: control, input: { slug, key } });
    regions[slug] = { slug, level, divisionCode, name, key };
  }
  return regions;
}

async function mirror(control: TestDatabase, region: SnapshotContent['region']): Promise<void> {
  const at = control.clock.now();
  const row = {
    slug: region.slug,
    level: region.level,
    divisionCode: region.divisionCode,
    order: 1,
    names: { full: region.name, short: region.name },
    status: 'active' as const,
    plugin: { id: 'test', version: '1.0.0' },
    demo: false,
    createdAt: at,
    updatedAt: at,
  };
  const outcome = await control.writer.commit({
    steps: [{ statement: toStatement(build.insert(tenants).values(row)) }],
    audit: {
      action: 'tenant.create',
      actor: testActor,
      subjectKind: 'tenant',
      subjectId: region.slug,
      at,
      facts: {},
    },
  });
  if (outcome.status !== 'committed') throw new Error(JSON.stringify(outcome));
}

export function figure(part: Partial<Figure> = {}): Figure {
  return {
    common: 'on-time-filing-rate',
    indicator: 'on-time-filing',
    match: 'same',
    state: 'measured',
    withheld: false,
    numerator: 90,
    denominator: 100,
    units: 20,
    verified: 60,
    verifiedWrong: 6,
    ...part,
  };
}

/** A delivery as a region makes it; `signer` is another region's key for a forged one. */
export async function deliveryOf(
  control: TestDatabase,
  region: TestRegion,
  changes: { content?: Partial<SnapshotContent>; signer?: TestRegion; snapshotId?: string } = {},
): Promise<SnapshotDelivery> {
  const { key, ...own } = region;
  const signing = changes.signer?.key ?? key;
  const content: SnapshotContent = {
    region: own,
    period: '2026-H1',
    cutOff: '2026-06-30',
    campaignTitle: '2026年行业作风建设工作方案',
    campaignVersion: 'hash',
    reporting: { unitsDue: 20, unitsReported: 19 },
    figures: [figure()],
    ...changes.content,
  };
  const facts = {
    snapshotId: changes.snapshotId ?? control.ids.next('snp'),
    contentHash: await hashCanonical(content),
    auditHead: { seq: 7, hash: 'a'.repeat(64) },
    algorithm: signing.algorithm,
    keyId: await keyIdOf(signing.publicKey),
    sentAt: control.clock.now(),
  };
  const bytes = new TextEncoder().encode(signedTextOf(facts));
  return { ...facts, content, signature: await signBytes(await importSigningKey(signing), bytes) };
}
