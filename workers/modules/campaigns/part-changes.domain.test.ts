import { describe, expect, it } from 'vitest';
import { planParts } from './part-changes.domain.ts';
import type { AcceptedChange } from './part-changes.domain.ts';

const clause = (key: string, position: number, version = 1) => ({
  kind: 'clause' as const,
  key,
  position,
  version,
});
const standing = [clause('a', 0), clause('b', 1), clause('c', 2)];
const added = (key: string, after?: string | null) => ({
  kind: 'clause' as const,
  ...(after === undefined ? {} : { after }),
  body: { key },
});

/** The keys of the clauses after a planned change, in document order. */
function orderOf(change: AcceptedChange): string[] {
  const plan = planParts(standing, change);
  if (plan.status === 'refused') throw new Error(plan.code);
  const gone = new Set(change.remove?.map(({ key }) => key));
  const left = standing
    .filter(({ key }) => !gone.has(key))
    .map(({ key, position }) => ({
      key,
      position: plan.moved.get('clause')?.get(key) ?? position,
    }));
  return [...left, ...plan.added]
    .toSorted((one, other) => one.position - other.position)
    .map(({ key }) => key);
}

describe('several parts at once', () => {
  it('stand where they were put: last, first, behind another, behind each other', () => {
    expect(orderOf({ add: [added('x')] })).toEqual(['a', 'b', 'c', 'x']);
    expect(orderOf({ add: [added('x', null)] })).toEqual(['x', 'a', 'b', 'c']);
    const chain = [added('x', 'a'), added('y', 'x')];
    expect(orderOf({ add: chain })).toEqual(['a', 'x', 'y', 'b', 'c']);
  });

  it('leave what stands in its place unmoved where nothing is in the way', () => {
    const plan = planParts(standing, { remove: [clause('a', 0)] });
    expect(plan).toMatchObject({ status: 'planned', added: [] });
    expect(plan.status === 'planned' && plan.moved.size).toBe(0);
    const last = planParts(standing, { add: [added('x')] });
    expect(last.status === 'planned' && last.moved.size).toBe(0);
  });

  it('are ordered by whoever saw the order as it is', () => {
    const seen = ['a', 'b', 'c'];
    const order = [{ kind: 'clause' as const, seen, keys: ['c', 'a', 'b'] }];
    expect(orderOf({ order })).toEqual(['c', 'a', 'b']);
    const both = [{ kind: 'clause' as const, seen, keys: ['c', 'x', 'a'] }];
    expect(orderOf({ add: [added('x')], remove: [clause('b', 1)], order: both })).toEqual([
      'c',
      'x',
      'a',
    ]);
  });

  it.each([
    [['b', 'a', 'c'], ['c', 'a', 'b'], 'somebody ordered them before'],
    [['a', 'b'], ['b', 'a'], 'somebody added one'],
    [['a', 'b', 'c'], ['a', 'b'], 'one is forgotten'],
  ])('are not ordered over %s as %s: %s', (seen, keys) => {
    const plan = planParts(standing, { order: [{ kind: 'clause', seen, keys }] });
    expect(plan).toMatchObject({ status: 'refused', code: 'campaigns.stale_order' });
  });

  it('are refused whole where one was saved or removed by somebody else', () => {
    const save = [{ ...clause('a', 0, 2), body: {} }];
    expect(planParts(standing, { save })).toMatchObject({
      code: 'campaigns.stale_part',
      part: { kind: 'clause', key: 'a' },
    });
    const remove = [clause('gone', 9)];
    expect(planParts(standing, { remove })).toMatchObject({ code: 'campaigns.part_not_found' });
    expect(planParts(standing, { add: [added('x', 'gone')] })).toMatchObject({
      code: 'campaigns.part_not_found',
    });
  });

  it('take no key twice, but one that is given up in the same act', () => {
    expect(planParts(standing, { add: [added('a')] })).toMatchObject({
      code: 'campaigns.part_exists',
      part: { key: 'a' },
    });
    expect(planParts(standing, { add: [added('x'), added('x')] })).toMatchObject({
      code: 'campaigns.part_exists',
    });
    expect(orderOf({ remove: [clause('a', 0)], add: [added('a')] })).toEqual(['b', 'c', 'a']);
  });
});
