import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { testActor } from '#workers/app/testing/test-site.fixtures.ts';
import type { Step } from '#workers/platform/database/change.ts';
import { createTestTenant } from '#workers/platform/database/testing/tenant.fixtures.ts';
import type { TestDatabase } from '#workers/platform/database/testing/tenant.fixtures.ts';
import { setFactFrom, setSuperiorFrom } from './dated.repository.ts';
import { readFactsAndRelations } from './organizations.repository.ts';
import { importOrganizations } from './usecases/import-organizations.ts';
import { refreshPaths } from './usecases/refresh-paths.ts';

let tenant: TestDatabase;
let ids: Record<string, string>;
beforeEach(async () => {
  tenant = await createTestTenant();
  const bureau = (key: string) => ({
    key,
    name: key,
    order: 10,
    kind: 'bureau' as const,
    relations: [{ relation: 'supervision' as const }],
  });
  const answer = await importOrganizations({
    context: tenant,
    input: {
      actor: testActor,
      units: [
        bureau('east'),
        bureau('west'),
        {
          key: 'hospital',
          name: '医院',
          order: 20,
          kind: 'hospital',
          facts: [{ key: 'beds', value: 100, from: '2020-01-01', to: null }],
          relations: [{ relation: 'supervision', superior: 'east', from: '2020-01-01' }],
        },
      ],
    },
  });
  ids = Object.fromEntries(answer.units.map(({ key, id }) => [key, id]));
});
afterEach(() => tenant.close());

const hospital = () => ids['hospital'] ?? '';
async function write(steps: readonly Step[]): Promise<void> {
  const outcome = await tenant.writer.commit({
    steps,
    audit: {
      action: 'organization.update',
      actor: testActor,
      subjectKind: 'organization',
      subjectId: hospital(),
      at: tenant.clock.now(),
      facts: {},
    },
  });
  expect(outcome.status).toBe('committed');
}
const bedsFrom = (from: string, value: number | null) =>
  write(setFactFrom({ organizationId: hospital(), key: 'beds', value, from }));
const under = (from: string, superior: string | null | undefined) =>
  write(
    setSuperiorFrom({
      organizationId: hospital(),
      relation: 'supervision',
      superiorId: superior ? ids[superior] : (superior as null | undefined),
      from,
    }),
  );
const facts = async () =>
  (await readFactsAndRelations(tenant.db, hospital())).facts.map(({ value, from, to }) => [
    value,
    from,
    to,
  ]);
const superiors = async () => {
  const nameOf = new Map(Object.entries(ids).map(([key, id]) => [id, key]));
  const { relations } = await readFactsAndRelations(tenant.db, hospital());
  return relations.map(({ superiorId, from, to }) => [nameOf.get(superiorId ?? ''), from, to]);
};

describe('a fact from a day on', () => {
  it('ends what held the day before, and both stay on record', async () => {
    await bedsFrom('2026-07-01', 200);
    expect(await facts()).toEqual([
      [100, '2020-01-01', '2026-06-30'],
      [200, '2026-07-01', null],
    ]);
  });

  it('said again for the same day is put right, not doubled', async () => {
    await bedsFrom('2026-07-01', 200);
    await bedsFrom('2026-07-01', 250);
    expect(await facts()).toEqual([
      [100, '2020-01-01', '2026-06-30'],
      [250, '2026-07-01', null],
    ]);
  });

  it('from an earlier day takes the place of what was to begin later', async () => {
    await bedsFrom('2026-09-01', 300);
    await bedsFrom('2026-07-01', 200);
    expect(await facts()).toEqual([
      [100, '2020-01-01', '2026-06-30'],
      [200, '2026-07-01', null],
    ]);
  });

  it('of nothing only ends what held', async () => {
    await bedsFrom('2026-07-01', null);
    expect(await facts()).toEqual([[100, '2020-01-01', '2026-06-30']]);
  });

  it('from before everything leaves nothing else', async () => {
    await bedsFrom('2000-01-01', 50);
    expect(await facts()).toEqual([[50, '2000-01-01', null]]);
  });

  it('that had ended before stays as it ended', async () => {
    await bedsFrom('2025-01-01', null);
    await bedsFrom('2026-07-01', 80);
    expect(await facts()).toEqual([
      [100, '2020-01-01', '2024-12-31'],
      [80, '2026-07-01', null],
    ]);
  });
});

describe('a superior from a day on', () => {
  it('ends the one before with its last day', async () => {
    await under('2026-07-01', 'west');
    expect(await superiors()).toEqual([
      ['east', '2020-01-01', '2026-06-30'],
      ['west', '2026-07-01', null],
    ]);
  });

  it('is the commission itself where it is named so, and nobody where the relation ends', async () => {
    await under('2026-07-01', null);
    expect((await superiors()).at(-1)).toEqual([undefined, '2026-07-01', null]);
    await under('2026-08-01', undefined);
    expect((await superiors()).at(-1)).toEqual([undefined, '2026-07-01', '2026-07-31']);
  });

  it('to come moves nobody before its day', async () => {
    await under('2026-07-02', 'west');
    await refreshPaths({ context: tenant });
    const placeOf = async () => {
      const { findOrganization } = await import('./organizations.repository.ts');
      return (await findOrganization(tenant.db, hospital()))?.paths.supervision;
    };
    expect(await placeOf()).toBe(`${ids['east']}/${hospital()}/`);
    tenant.clock.set('2026-07-02T00:00:00+08:00');
    await refreshPaths({ context: tenant });
    expect(await placeOf()).toBe(`${ids['west']}/${hospital()}/`);
  });
});
