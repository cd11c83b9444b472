import { desc, eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OrganizationDraft } from '#schema/contracts/organizations.ts';
import { auditEntries } from '#schema/tables/core.table.ts';
import { organizations } from '#schema/tables/tenant/organizations.table.ts';
import { testActor } from '#workers/app/testing/test-site.fixtures.ts';
import { createTestTenant } from '#workers/platform/database/testing/tenant.fixtures.ts';
import type { TestDatabase } from '#workers/platform/database/testing/tenant.fixtures.ts';
import { setSuperiorFrom } from './dated.repository.ts';
import { readOrganizationBook } from './organizations.repository.ts';
import { importOrganizations } from './usecases/import-organizations.ts';
import { refreshPaths } from './usecases/refresh-paths.ts';

let tenant: TestDatabase;
beforeEach(async () => {
  tenant = await createTestTenant();
});
afterEach(() => tenant.close());

const unit = (key: string, part: Partial<OrganizationDraft> = {}): OrganizationDraft => ({
  key,
  name: `单位${key}`,
  order: 100,
  kind: 'hospital',
  relations: [{ relation: 'supervision' }],
  ...part,
});

async function bring(...units: OrganizationDraft[]): Promise<Record<string, string>> {
  const input = { units, actor: testActor };
  const answer = await importOrganizations({ context: tenant, input });
  return Object.fromEntries(answer.units.map(({ key, id }) => [key, id]));
}

/** Where each unit stands today, by names. */
async function placesOf(relation: 'supervision' | 'territory' = 'supervision') {
  const { units } = await readOrganizationBook(tenant.db);
  const nameOf = new Map(units.map(({ id, name }) => [id, name.replace('单位', '')]));
  const places = units.map(({ id, paths }) => [
    nameOf.get(id) ?? '',
    paths[relation]
      ?.split('/')
      .filter(Boolean)
      .map((part) => nameOf.get(part) ?? '?')
      .join('>'),
  ]);
  return Object.fromEntries(places) as Record<string, string | undefined>;
}

describe('a hospital that moves to another bureau', () => {
  const moving = () =>
    bring(
      unit('东局', { kind: 'bureau' }),
      unit('西局', { kind: 'bureau' }),
      unit('医院', {
        relations: [
          { relation: 'supervision', superior: '东局', to: '2026-07-31' },
          { relation: 'supervision', superior: '西局', from: '2026-08-01' },
        ],
      }),
      unit('院区', { relations: [{ relation: 'supervision', superior: '医院' }] }),
    );

  test('stands under the old one through its last day and takes its branches along', async () => {
    await moving();
    expect(await placesOf()).toMatchObject({ 医院: '东局>医院', 院区: '东局>医院>院区' });
    tenant.clock.set('2026-07-31T23:59:59+08:00');
    await refreshPaths({ context: tenant });
    expect(await placesOf()).toMatchObject({ 医院: '东局>医院' });
    tenant.clock.set('2026-08-01T00:00:00+08:00');
    await refreshPaths({ context: tenant });
    expect(await placesOf()).toMatchObject({ 医院: '西局>医院', 院区: '西局>医院>院区' });
  });

  test('has its move in the audit, done by the program and by nobody', async () => {
    await moving();
    expect(await refreshPaths({ context: tenant })).toBe(4);
    const [entry] = await tenant.db
      .select({ action: auditEntries.action, body: auditEntries.body })
      .from(auditEntries)
      .orderBy(desc(auditEntries.seq))
      .limit(1);
    expect(entry?.action).toBe('organization.move');
    expect(entry?.body).toContain('refresh-paths');
  });

  test('changes nothing in the other relation', async () => {
    await bring(
      unit('区', { kind: 'bureau', relations: [{ relation: 'territory' }] }),
      unit('院', {
        relations: [
          { relation: 'territory', superior: '区' },
          { relation: 'supervision', from: '2026-01-01', to: '2026-07-31' },
        ],
      }),
    );
    tenant.clock.set('2026-09-01T09:00:00+08:00');
    await refreshPaths({ context: tenant });
    expect(await placesOf('territory')).toMatchObject({ 院: '区>院' });
    expect((await placesOf('supervision'))['院']).toBeUndefined();
  });
});

describe('a relation that has not begun', () => {
  test('gives no place before its first day', async () => {
    await bring(unit('新院', { relations: [{ relation: 'supervision', from: '2026-10-01' }] }));
    expect((await placesOf())['新院']).toBeUndefined();
    tenant.clock.set('2026-10-01T00:00:00+08:00');
    await refreshPaths({ context: tenant });
    expect((await placesOf())['新院']).toBe('新院');
  });

  test('counts from the opening of the unit where it says no day of its own', async () => {
    await bring(unit('筹建', { openedOn: '2026-12-01' }));
    expect((await placesOf())['筹建']).toBeUndefined();
    tenant.clock.set('2026-12-01T08:00:00+08:00');
    await refreshPaths({ context: tenant });
    expect((await placesOf())['筹建']).toBe('筹建');
  });
});

describe('a merger', () => {
  test('leaves the old unit on record with where it went', async () => {
    const ids = await bring(
      unit('总院'),
      unit('旧院', { status: 'merged', mergedInto: '总院', closedOn: '2026-06-30' }),
    );
    const [old] = await tenant.db
      .select()
      .from(organizations)
      .where(eq(organizations.id, ids['旧院'] ?? ''));
    expect(old).toMatchObject({
      status: 'merged',
      mergedIntoId: ids['总院'],
      closedOn: '2026-06-30',
    });
  });

  test('into a unit that is known already names it by its id, into none is refused whole', async () => {
    const { 总院: id } = await bring(unit('总院'));
    await bring(unit('分院', { status: 'merged', mergedInto: id ?? '' }));
    const attempt = bring(unit('好的'), unit('坏的', { status: 'merged', mergedInto: 'org_none' }));
    await expect(attempt).rejects.toThrow('organizations.unknown_superior');
    expect(Object.keys(await placesOf())).not.toContain('好的');
  });
});

describe('a circle', () => {
  test('that only begins on a later day is refused before it is planned', async () => {
    const later = bring(
      unit('甲', {
        relations: [
          { relation: 'supervision', to: '2026-12-31' },
          { relation: 'supervision', superior: '乙', from: '2027-01-01' },
        ],
      }),
      unit('乙', { relations: [{ relation: 'supervision', superior: '甲' }] }),
    );
    await expect(later).rejects.toThrow('organizations.circle');
    expect(await placesOf()).toEqual({});
  });

  test('that stands in the database all the same is found on its day, and paths stay', async () => {
    const { 甲: upper = '', 乙: lower = '' } = await bring(
      unit('甲'),
      unit('乙', { relations: [{ relation: 'supervision', superior: '甲' }] }),
    );
    const relation = 'supervision' as const;
    await tenant.writer.commit({
      steps: setSuperiorFrom({
        organizationId: upper,
        relation,
        superiorId: lower,
        from: '2027-01-01',
      }),
      audit: {
        action: 'organization.update',
        actor: testActor,
        subjectKind: 'organization',
        subjectId: upper,
        at: tenant.clock.now(),
        facts: {},
      },
    });
    const before = await placesOf();
    tenant.clock.set('2027-01-01T00:00:00+08:00');
    await expect(refreshPaths({ context: tenant })).rejects.toThrow('organizations.circle');
    expect(await placesOf()).toEqual(before);
  });

  test('in one relation is none in another', async () => {
    await bring(
      unit('甲', {
        relations: [{ relation: 'supervision' }, { relation: 'territory', superior: '乙' }],
      }),
      unit('乙', {
        relations: [{ relation: 'supervision', superior: '甲' }, { relation: 'territory' }],
      }),
    );
    expect(await placesOf('supervision')).toMatchObject({ 甲: '甲', 乙: '甲>乙' });
    expect(await placesOf('territory')).toMatchObject({ 甲: '乙>甲', 乙: '乙' });
  });
});

describe('bringing in many', () => {
  test('three hundred at once have a path and dated facts each', async () => {
    const units = Array.from({ length: 300 }, (_, index) =>
      unit(`n${index}`, {
        facts: [{ key: 'beds', value: index, from: '2026-01-01', to: null }],
        relations: [
          index === 0 ? { relation: 'supervision' } : { relation: 'supervision', superior: 'n0' },
        ],
      }),
    );
    await bring(...units);
    const book = await readOrganizationBook(tenant.db);
    expect(book.units).toHaveLength(300);
    expect(
      book.facts
        .toSorted((one, two) => Number(one.value) - Number(two.value))
        .map(({ value }) => value),
    ).toEqual(units.map((_, index) => index));
    expect(book.units.filter(({ paths }) => paths.supervision === undefined)).toEqual([]);
  });

  test('a unit of a shape that no contract knows is refused before anything is written', async () => {
    await expect(bring(unit('坏', { order: -1 }))).rejects.toThrow('Invalid value');
    await expect(bring(unit('空', { name: '   ' }))).rejects.toThrow('Invalid length');
    expect(await placesOf()).toEqual({});
  });
});
