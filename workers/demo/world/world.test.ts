import * as v from 'valibot';
import { expect, test } from 'vitest';
import { OrganizationDraftSchema } from '#schema/contracts/organizations.ts';
import { regions, worldOf } from '../testing/worlds.fixtures.ts';
import { oddities } from './unit.ts';
import type { DemoUnit, Oddity } from './unit.ts';
import type { World } from './world.ts';

/** 三级, 二级, 一级/未定级, 基层, 公卫, bureaus, counties, 科室, in all. */
const table: Readonly<Record<string, readonly number[]>> = {
  henan: [36, 74, 20, 52, 18, 20, 24, 0, 244],
  weihai: [6, 17, 35, 90, 12, 8, 0, 0, 168],
  guangxi: [20, 50, 20, 50, 20, 14, 20, 0, 194],
  putuo: [2, 5, 1, 11, 4, 0, 0, 0, 23],
  dongxihu: [1, 3, 1, 10, 3, 0, 0, 12, 30],
};
const columns = [
  'tertiary',
  'secondary',
  'small',
  'grassroots',
  'publicHealth',
  'bureaus',
  'counties',
  'departments',
];

const oddOf = ({ units, odd }: World, oddity: Oddity): DemoUnit | undefined =>
  units.find(({ key }) => key === odd[oddity]);

test.each(regions)('%s has as many units in each column as its commission counts', (slug) => {
  const { units } = worldOf(slug);
  const counted = columns.map((column) => units.filter((each) => each.column === column).length);
  expect([...counted, units.length]).toEqual(table[slug]);
});

test('levels, kinds and ownership are those of the column', () => {
  const all = regions.flatMap((slug) => worldOf(slug).units);
  const natures = (column: string) =>
    new Set(
      all
        .filter((each) => each.column === column)
        .map(({ kind, level }) => `${kind} ${level ?? 'none'}`),
    );
  expect([...natures('tertiary')]).toEqual(['hospital tertiary']);
  expect([...natures('secondary')]).toEqual(['hospital secondary']);
  expect([...natures('small')].toSorted()).toEqual(['hospital primary', 'hospital ungraded']);
  expect([...natures('grassroots')].toSorted()).toEqual([
    'community-health-centre none',
    'township-health-centre none',
  ]);
  const small = worldOf('weihai').units.filter(({ column }) => column === 'small');
  expect(small.filter(({ ownership }) => ownership !== 'public')).toHaveLength(28);
});

test.each(regions)('%s has one of each important kind even when it is tiny', (slug) => {
  const { units } = worldOf(slug, 'tiny');
  expect(units.length).toBeGreaterThanOrEqual(6);
  expect(units.length).toBeLessThanOrEqual(8);
  const kinds = new Set(units.map(({ kind }) => kind));
  expect(kinds).toContain('hospital');
  expect(kinds).toContain('public-health');
  expect(units.some(({ ownership }) => ownership === 'private-profit')).toBe(true);
});

test('the same seed makes the same world, another seed another', () => {
  expect(worldOf('henan')).toEqual(worldOf('henan'));
  const names = (seed: string) => worldOf('henan', 'demo', seed).units.map(({ name }) => name);
  expect(names('demo')).not.toEqual(names('another'));
});

test.each(regions)('%s has every odd unit that a region has', (slug) => {
  const world = worldOf(slug);
  expect(Object.keys(world.odd).toSorted()).toEqual(oddities.toSorted());
  const relations = (oddity: Oddity, relation: string) =>
    oddOf(world, oddity)?.relations.filter((each) => each.relation === relation) ?? [];
  expect(relations('two-superiors', 'guidance')).toHaveLength(1);
  expect(relations('two-superiors', 'supervision')).toHaveLength(1);
  expect(oddOf(world, 'campus-elsewhere')?.tags).toContain('multi-campus');
  expect(oddOf(world, 'private-for-profit')?.ownership).toBe('private-profit');
  expect(oddOf(world, 'merged')?.status).toBe('merged');
  expect(oddOf(world, 'merged')?.mergedInto).toBeDefined();
  expect(oddOf(world, 'closed-in-june')?.closedOn).toMatch(/^2026-06-/);
  expect(oddOf(world, 'founded-in-september')?.openedOn).toMatch(/^2026-09-/);
  const traditional = oddOf(world, 'traditional-elsewhere');
  expect(traditional?.tags).toContain('traditional-medicine');
  const [above] = relations('traditional-elsewhere', 'supervision');
  const [place] = relations('traditional-elsewhere', 'territory');
  expect(above === undefined || above.superior !== place?.superior).toBe(true);
  const organ = oddOf(world, 'foreign-organ');
  expect(organ?.name ?? '').not.toMatch(/卫生健康(?:委员会|局)$/);
});

test('a clerk of three houses and one who has left are among the accounts', () => {
  const { accounts, odd } = worldOf('weihai');
  const shared = accounts.find(({ username }) => username === 'clerk3');
  expect(shared?.units).toHaveLength(3);
  expect(shared?.units?.[0]).toBe(odd['shared-clerk']);
  const left = accounts.filter((account) => account.left === true);
  expect(left.map(({ units }) => units)).toEqual([[odd['clerk-left']]]);
});

test.each(regions)(
  '%s: every unit can be brought in, with its own name and place in the order',
  (slug) => {
    const { units } = worldOf(slug);
    const keys = new Set(units.map(({ key }) => key));
    expect(keys.size).toBe(units.length);
    expect(new Set(units.map(({ name }) => name)).size).toBe(units.length);
    expect(new Set(units.map(({ order }) => order)).size).toBe(units.length);
    for (const { column: _column, ...draft } of units) {
      v.parse(OrganizationDraftSchema, draft);
      const superiors = draft.relations.flatMap(({ superior }) => superior ?? []);
      expect(superiors.filter((key) => !keys.has(key))).toEqual([]);
    }
  },
);

test('bureaus come before what stands under them', () => {
  const { units } = worldOf('henan');
  const orders = new Map(units.map(({ key, order }) => [key, order]));
  const { odd } = worldOf('henan');
  const under = units.filter(({ key }) => key !== odd['traditional-elsewhere']);
  for (const { order, relations } of under) {
    const above = relations.find(({ relation }) => relation === 'supervision')?.superior;
    expect(order).toBeGreaterThan(orders.get(above ?? '') ?? 0);
  }
});

test('persons stand in a world by their posts, nobody by name and nobody with a telephone', () => {
  const post = /(?:岗|岗（协办）|员|负责人|领导|运维岗)$/;
  const title = /[\p{Script=Han}]{2,3}(?:同志|先生|女士|医生|护士长|主任|院长|书记)/u;
  const telephone = /(?:1[3-9]\d{9}|0\d{2,3}-?\d{7,8}|\d{7,})/;
  for (const { units, accounts } of regions.map((slug) => worldOf(slug))) {
    for (const account of accounts) expect(account.post).toMatch(post);
    for (const { name } of units) {
      expect(name).toMatch(/[院所心站局会科室处部队]$|（机关）$/);
      expect(name).not.toMatch(title);
      expect(name).not.toMatch(telephone);
    }
  }
});
