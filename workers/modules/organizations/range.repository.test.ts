import { and, eq } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { can, isWithin, rangeOf } from '#schema/contracts/permission.ts';
import type { Authority, Grant, Range, Subject } from '#schema/contracts/permission.ts';
import { organizationPaths, organizations } from '#schema/tables/tenant/organizations.table.ts';
import { testActor } from '#workers/app/testing/test-site.fixtures.ts';
import { createTestTenant } from '#workers/platform/database/testing/tenant.fixtures.ts';
import type { TestDatabase } from '#workers/platform/database/testing/tenant.fixtures.ts';
import { listOrganizationRows, readOrganizationBook } from './organizations.repository.ts';
import { rangeCondition, recordsInRange } from './range.repository.ts';
import { importOrganizations } from './usecases/import-organizations.ts';

const UNITS = 24;
const relations = ['supervision', 'territory'] as const;

let tenant: TestDatabase;
let subjects: (Required<Pick<Subject, 'organizationId' | 'paths'>> & { name: string })[];

/** A forest in two relations that disagree; a few units stand in neither. */
beforeAll(async () => {
  tenant = await createTestTenant();
  const random = fc.sample(fc.nat({ max: 1_000 }), { seed: 7, numRuns: UNITS * 4 });
  const pick = (index: number) => random[index] ?? 0;
  const units = Array.from({ length: UNITS }, (_, index) => ({
    key: `u${index}`,
    name: `单位${index}`,
    order: pick(index) % 5,
    kind: 'hospital' as const,
    relations: relations
      .filter((_relation, place) => pick(UNITS + index * 2 + place) % 8 > 0)
      .map((relation, place) => {
        const above = pick(index * 2 + place + 11) % (index + 1);
        return above === index ? { relation } : { relation, superior: `u${above}` };
      }),
  }));
  await importOrganizations({ context: tenant, input: { units, actor: testActor } });
  const book = await readOrganizationBook(tenant.db);
  subjects = book.units.map(({ id, name, paths }) => ({ organizationId: id, name, paths }));
});
afterAll(() => tenant.close());

const ACTION = 'organizations.read';

const grantOf = fc
  .record({
    unit: fc.option(fc.nat({ max: UNITS - 1 }), { nil: null, freq: 8 }),
    relation: fc.constantFrom(null, ...relations),
    permits: fc.boolean(),
    tasks: fc.constantFrom(undefined, ['training']),
  })
  .map(({ unit, relation, permits, tasks }): Grant => {
    const place = unit === null ? undefined : subjects[unit];
    return {
      id: 'grt',
      role: 'bureau-reviewer',
      permissions: permits ? [ACTION] : ['campaigns.read'],
      relation: place ? relation : null,
      organizationId: place?.organizationId ?? null,
      path: (place && relation && place.paths[relation]) ?? null,
      ...(tasks ? { tasks: [...tasks] } : {}),
      from: '2026-01-01',
      to: null,
    };
  });
const authorityOf = fc
  .array(grantOf, { maxLength: 3 })
  .map((grants): Authority => ({ personId: 'per', grants, recusedFrom: [] }));

const allowed = (authority: Authority) =>
  subjects.filter((subject) => can(authority, ACTION, subject)).map(({ name }) => name);

describe('a list shows exactly what may be opened', () => {
  test('of units, whatever posts somebody has', async () => {
    await fc.assert(
      fc.asyncProperty(authorityOf, async (authority) => {
        const range = rangeOf(authority, ACTION);
        const rows = await listOrganizationRows(tenant.db, {
          filter: {},
          range,
          after: undefined,
          limit: 200,
        });
        expect(rows.map(({ name }) => name)).toEqual(allowed(authority));
      }),
      { numRuns: 60 },
    );
  });

  test('of records that copied a unit’s path, in either relation', async () => {
    const select = async (range: Range, relation: (typeof relations)[number]) => {
      const columns = {
        organizationId: organizations.id,
        paths: { [relation]: organizationPaths.path },
      };
      const ownPath = and(
        eq(organizationPaths.organizationId, organizations.id),
        eq(organizationPaths.relation, relation),
      );
      const rows = await tenant.db
        .select({ name: organizations.name })
        .from(organizations)
        .leftJoin(organizationPaths, ownPath)
        .where(rangeCondition(range, columns));
      return rows.map(({ name }) => name).toSorted();
    };
    await fc.assert(
      fc.asyncProperty(authorityOf, fc.constantFrom(...relations), async (authority, relation) => {
        const range = rangeOf(authority, ACTION);
        const expected = subjects
          .map(({ paths, ...record }) => ({ ...record, paths: { [relation]: paths[relation] } }))
          .filter((record) => isWithin(range, record))
          .map(({ name }) => name);
        expect(await select(range, relation)).toEqual(expected.toSorted());
      }),
      { numRuns: 60 },
    );
  });
});

describe('records found place by place', () => {
  const columns = {
    organizationId: organizationPaths.organizationId,
    paths: { territory: organizationPaths.path },
  };
  const table = organizationPaths;

  test('are those of the range among the ones that are named', async () => {
    const among = eq(organizationPaths.relation, 'territory');
    await fc.assert(
      fc.asyncProperty(authorityOf, async (authority) => {
        const range = rangeOf(authority, ACTION);
        const select = async (condition: SQL | undefined) => {
          const rows = await tenant.db.select().from(table).where(condition);
          return rows.map(({ organizationId }) => organizationId).toSorted();
        };
        expect(await select(recordsInRange(range, { table, columns, among }))).toEqual(
          await select(and(among, rangeCondition(range, columns))),
        );
      }),
      { numRuns: 60 },
    );
  });

  test('of nobody are none', async () => {
    const nobody = { everything: false as const, reaches: [] };
    const among = eq(organizationPaths.relation, 'territory');
    const found = recordsInRange(nobody, { table, columns, among });
    expect(await tenant.db.select().from(table).where(found)).toEqual([]);
  });
});

describe('the range of a post', () => {
  const rowsOf = async (grants: readonly Grant[]) => {
    const range = rangeOf({ personId: 'per', grants, recusedFrom: [] }, ACTION);
    const input = { filter: {}, range, after: undefined, limit: 200 };
    return listOrganizationRows(tenant.db, input);
  };

  test('of nobody is nothing, of the commission everything', async () => {
    expect(await rowsOf([])).toEqual([]);
    const [own] = fc.sample(grantOf, 1);
    if (!own) throw new Error('no grant');
    const commission = { ...own, permissions: [ACTION as Grant['permissions'][number]] };
    const whole = { ...commission, organizationId: null, relation: null, path: null };
    expect(await rowsOf([whole])).toHaveLength(UNITS);
  });

  test('limited to some tasks shows records of those tasks alone', async () => {
    const range = {
      everything: false as const,
      reaches: [{ organizationId: null, relation: null, path: null, tasks: ['a'] }],
    };
    const columns = { organizationId: organizations.id, paths: {}, task: organizations.name };
    const rows = await tenant.db.select().from(organizations).where(rangeCondition(range, columns));
    expect(rows).toEqual([]);
    const named = {
      ...range,
      reaches: [{ ...range.reaches[0], tasks: ['单位3', '单位4'] }],
    } as Range;
    const found = await tenant.db
      .select()
      .from(organizations)
      .where(rangeCondition(named, columns));
    expect(found.map(({ name }) => name).toSorted()).toEqual(['单位3', '单位4']);
  });
});
