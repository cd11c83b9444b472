import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellStates, type Figure } from '#schema/contracts/roll-up.ts';
import { field, form } from '../define.ts';
import { rationalOf } from '../numbers/rational.ts';
import { countCells } from './cells.ts';
import { ownUnits } from './nearest.ts';
import { contributionsOf, sumOf } from './roll-up.ts';

const table = form('table', {
  title: '报表',
  fields: [field.integer('cases', '件数'), field.money('amount', '金额')],
});
const rule = {
  sums: [
    { field: 'cases', of: 'cases' },
    { field: 'amount', of: 'amount' },
  ],
};

const institution = fc.record({
  state: fc.constantFrom(...cellStates),
  bureau: fc.nat(4),
  cases: fc.nat(1_000_000),
  cents: fc.nat(100_000_000),
});
const answersOf = ({ cases, cents }: { cases: number; cents: number }) => ({
  cases,
  amount: `${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, '0')}`,
});
const cellOf = (unit: { state: (typeof cellStates)[number]; cases: number; cents: number }) => ({
  state: unit.state,
  figures: contributionsOf(rule, table, { nil: false, answers: answersOf(unit) }),
});
const equal = (left: Figure | undefined, right: Figure | undefined) => {
  const [one, other] = [rationalOf(left), rationalOf(right)];
  expect(one && other && one.n * other.d === other.n * one.d, `${left} ${right}`).toBe(true);
};

describe('whatever the units below have filed', () => {
  it('应报 = 已报 + 未报 + 免报, and 已报 = 已审 + 代报 + 未审', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...cellStates)), (states) => {
        const counts = countCells(states);
        expect(counts.filed + counts.missing + counts.exempt).toBe(counts.due);
        expect(counts.accepted + counts.onBehalf + counts.waiting).toBe(counts.filed);
        expect(counts.due).toBe(states.length);
      }),
    );
  });

  it('the sums of the bureaus equal the sum above them, over two levels', () => {
    fc.assert(
      fc.property(fc.array(institution, { maxLength: 40 }), (units) => {
        const whole = sumOf(rule, table, units.map(cellOf));
        const bureaus = [0, 1, 2, 3, 4].map((bureau) => {
          const own = units.filter((unit) => unit.bureau === bureau).map(cellOf);
          const answers = sumOf(rule, table, own);
          const figures = contributionsOf(rule, table, { nil: false, answers });
          return { state: 'accepted' as const, figures };
        });
        const above = sumOf(rule, table, bureaus);
        equal(above['cases'], whole['cases']);
        equal(above['amount'], whole['amount']);
      }),
    );
  });

  it('every unit is added up by exactly one of those above it, wherever they stand', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    const tree = fc.array(fc.nat(5), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(tree, fc.subarray(['b', 'c', 'd', 'e']), (parents, fillers) => {
        const pathOf = (at: number): string => {
          const parent = at === 0 ? undefined : (parents[at] ?? 0) % at;
          return `${parent === undefined ? '' : pathOf(parent)}${ids[at]}/`;
        };
        const units = ids.map((organizationId, at) => ({ organizationId, path: pathOf(at) }));
        const rollers = ['a', ...fillers];
        const times = rollers.flatMap((roller) => {
          const own = units.find(({ organizationId }) => organizationId === roller)?.path ?? '';
          const below = units.filter(({ path }) => path.startsWith(own) && path !== own);
          const others = rollers.filter((other) => other !== roller && !own.includes(`${other}/`));
          return ownUnits(below, others).map(({ organizationId }) => organizationId);
        });
        expect(times.toSorted()).toEqual(ids.slice(1).toSorted());
      }),
    );
  });
});
