import { describe, expect, test } from 'vitest';
import type { MoveGroup, MovePlan } from '#schema/contracts/version-moves.ts';
import { mergePlans } from './merge-plans.ts';

const target = { hash: 'b'.repeat(64), number: 2, label: { zh: '第2版', en: 'Issue 2' } };
const unit = (order: number) => ({ id: `org_${order}`, name: `第${order}医院`, order });
const group = (changes: Partial<MoveGroup> = {}): MoveGroup => ({
  stage: 'open',
  fate: 'clean',
  items: 1,
  hidden: 0,
  units: [],
  samples: [],
  losses: [],
  incomplete: [],
  ...changes,
});
const page = (groups: MoveGroup[], rest: Partial<MovePlan> = {}): MovePlan => ({
  asOf: 1,
  key: 'report',
  target,
  weighed: 2,
  unchanged: 1,
  groups,
  ...rest,
});

describe('pages of a dry run', () => {
  test('count a unit once, whichever pages it stands in, and stand in official order', () => {
    const first = page([group({ units: [unit(2), unit(9)] })]);
    const second = page([group({ units: [unit(1), unit(2)] })]);
    const [merged] = mergePlans(first, second).groups;
    expect(merged?.units.map(({ order }) => order)).toEqual([1, 2, 9]);
    expect(merged?.items).toBe(2);
  });

  test('add up what is hidden without a unit for it', () => {
    const hidden = group({ hidden: 1 });
    const [merged] = mergePlans(page([hidden]), page([hidden, group({ fate: 'loses' })])).groups;
    expect(merged).toMatchObject({ items: 2, hidden: 2, units: [] });
  });

  test('add up places by path and keep the first samples', () => {
    const summary = { path: 'summary', label: '开展情况', items: 3 };
    const hours = { path: 'hours', label: '学时', items: 1 };
    const samples = Array.from({ length: 15 }, (_, at) => ({ id: `ent_${at}`, number: at }));
    const one = group({ fate: 'loses', losses: [summary], samples });
    const two = group({ fate: 'loses', losses: [hours, summary], incomplete: [hours], samples });
    const [merged] = mergePlans(page([one]), page([two])).groups;
    expect(merged?.losses).toEqual([{ ...summary, items: 6 }, hours]);
    expect(merged?.incomplete).toEqual([hours]);
    expect(merged?.samples).toHaveLength(20);
  });

  test('keep groups apart by stage, fate and reason, in one order whatever came first', () => {
    const stays = (why: MoveGroup['why']) => group({ fate: 'stays', why });
    const arrived = group({ stage: 'arrived' });
    const merged = mergePlans(
      page([stays('to-complete'), arrived]),
      page([group({ fate: 'loses' }), stays('signing'), group()]),
    );
    expect(merged.groups.map(({ stage, fate, why }) => [stage, fate, why])).toEqual([
      ['open', 'clean', undefined],
      ['arrived', 'clean', undefined],
      ['open', 'loses', undefined],
      ['open', 'stays', 'signing'],
      ['open', 'stays', 'to-complete'],
    ]);
  });

  test('are of the moment of the first, and say where the next begins', () => {
    const first = page([], { asOf: 5, next: 'a' });
    const second = page([], { asOf: 9, next: 'b' });
    expect(mergePlans(first, second)).toMatchObject({
      asOf: 5,
      next: 'b',
      weighed: 4,
      unchanged: 2,
    });
    expect(mergePlans(first, page([])).next).toBeUndefined();
  });

  test('come to the same as one page of all, however they are cut', () => {
    const all = Array.from({ length: 30 }, (_, at) =>
      page(
        [
          group({
            stage: at % 3 === 0 ? 'arrived' : 'open',
            fate: at % 2 === 0 ? 'loses' : 'clean',
            units: [unit(at % 4)],
          }),
        ],
        { weighed: 1, unchanged: 0 },
      ),
    );
    const mergeAll = (pages: readonly MovePlan[]) => pages.reduce(mergePlans);
    const halves = mergePlans(mergeAll(all.slice(0, 13)), mergeAll(all.slice(13)));
    expect(halves).toEqual(mergeAll(all));
  });
});
