import { beforeAll, describe, expect, test } from 'vitest';
import { validateFiling } from '#plugins/sdk/forms/validate.ts';
import { DEMO_NOW } from '../testing/demo-site.fixtures.ts';
import { halfYearOf, regions } from '../testing/worlds.fixtures.ts';
import type { HalfYear } from '../testing/worlds.fixtures.ts';
import { bureausOf } from './filings.ts';
import type { FilingPlan } from './filings.ts';
import type { OpenedFiling } from './outcomes.ts';

const today = '2026-07-08';
const years = new Map<string, HalfYear>();
beforeAll(async () => {
  for (const slug of regions) years.set(slug, await halfYearOf(slug));
}, 60_000);

function of(slug: string): HalfYear {
  const year = years.get(slug);
  if (year === undefined) throw new Error(`no half-year of ${slug}`);
  return year;
}

const dueBy = ({ opened }: HalfYear, day: string) =>
  opened.filter(({ dueOn }) => dueOn !== null && dueOn <= day);
const planOf = ({ plans }: HalfYear, { id }: OpenedFiling) => plans.get(id);
const hasArrived = (plan: FilingPlan | undefined) => (plan?.rounds.length ?? 0) > 0;
const hundred = (part: number, whole: number) => (100 * part) / whole;

describe.each(regions)('the half-year of %s', (slug) => {
  test('what was due is accepted, waiting, returned, begun or missing in the usual shares', () => {
    const year = of(slug);
    const due = dueBy(year, today);
    const share = (outcome: string) =>
      hundred(due.filter((each) => planOf(year, each)?.outcome === outcome).length, due.length);
    const usual = { draft: 10, extended: 3, exempt: 2, returned: 8, overdue: 5 };
    for (const [outcome, wanted] of Object.entries(usual)) {
      expect([outcome, Math.abs(share(outcome) - wanted) < 2.5]).toEqual([outcome, true]);
    }
    expect(share('in-review')).toBeGreaterThan(10);
    expect(share('in-review')).toBeLessThan(19);
    expect(share('accepted') + share('nil')).toBeGreaterThan(50);
    expect(share('accepted') + share('nil')).toBeLessThan(66);
    expect(share('nil')).toBeLessThan(6);
  });

  test('18 in a hundred came back once, 3 a second time', () => {
    const year = of(slug);
    const arrived = dueBy(year, today)
      .map((each) => planOf(year, each))
      .filter(hasArrived);
    const returned = (times: number) =>
      arrived.filter((plan) => (plan?.returns ?? 0) >= times).length;
    expect(hundred(returned(1), arrived.length)).toBeGreaterThan(14);
    expect(hundred(returned(1), arrived.length)).toBeLessThan(22);
    expect(hundred(returned(2), arrived.length)).toBeGreaterThan(0.9);
    expect(hundred(returned(2), arrived.length)).toBeLessThan(6);
  });

  test('each bureau is on time 88 to 97 times in a hundred', () => {
    const year = of(slug);
    const bureauOf = bureausOf(year.world);
    const groups = Map.groupBy(
      dueBy(year, '2026-07-07').filter((each) => {
        const outcome = planOf(year, each)?.outcome;
        return outcome !== 'exempt' && outcome !== 'extended';
      }),
      ({ unit }) => bureauOf(unit),
    );
    for (const filings of groups.values()) {
      if (filings.length < 20) continue;
      const inTime = filings.filter((each) => {
        const first = planOf(year, each)?.rounds[0]?.filedAt;
        return first !== undefined && first <= (each.dueAt ?? 0);
      });
      const rate = hundred(inTime.length, filings.length);
      expect(rate).toBeGreaterThanOrEqual(88);
      expect(rate).toBeLessThanOrEqual(97);
    }
  });

  test('everything happened in order, after it was opened and before now', () => {
    for (const { rounds } of of(slug).plans.values()) {
      const times = rounds.flatMap(({ filedAt, decidedAt }) => [filedAt, decidedAt ?? filedAt]);
      expect(times).toEqual(times.toSorted((left, right) => left - right));
      for (const at of times) {
        expect(at).toBeGreaterThan(Date.parse('2026-01-12T10:00:00+08:00'));
        expect(at).toBeLessThan(DEMO_NOW);
      }
    }
  });

  test('whatever was filed or signed fits its form', () => {
    const shown = [...of(slug).plans.values()].flatMap(({ form, outcome, rounds, answers }) => {
      if (outcome === 'signing' || outcome === 'signed') return [{ form, answers }];
      return outcome === 'nil' ? [] : rounds.map((round) => ({ form, answers: round.answers }));
    });
    expect(shown.length).toBeGreaterThan(40);
    for (const { form, answers } of shown) expect(validateFiling(form, answers)).toEqual([]);
  });

  test('only tasks that take a nil return have one', () => {
    const nil = [...of(slug).plans.values()].filter(({ outcome }) => outcome === 'nil');
    expect(nil.every(({ task }) => task.nilReturn === true)).toBe(true);
  });

  test.each(['supervision', 'territory'])(
    '应报 = 已报 + 未报 + 免报 at every node, and the children add up to the parent, by %s',
    (relation) => {
      const year = of(slug);
      const above = new Map(
        year.world.units.map(({ key, relations }) => [
          key,
          relations.find((each) => each.relation === relation)?.superior,
        ]),
      );
      type Tally = { due: number; arrived: number; missing: number; exempt: number };
      const own = new Map<string, Tally>();
      const subtree = new Map<string, Tally>();
      const add = (tallies: Map<string, Tally>, key: string, plan: FilingPlan | undefined) => {
        const tally = tallies.get(key) ?? { due: 0, arrived: 0, missing: 0, exempt: 0 };
        tally.due += 1;
        if (plan?.outcome === 'exempt') tally.exempt += 1;
        else if (hasArrived(plan)) tally.arrived += 1;
        else tally.missing += 1;
        tallies.set(key, tally);
      };
      for (const filing of dueBy(year, today)) {
        const plan = planOf(year, filing);
        add(own, filing.unit, plan);
        for (let key: string | undefined = filing.unit; key !== undefined; key = above.get(key)) {
          add(subtree, key, plan);
        }
      }
      for (const [key, { due, arrived, missing, exempt }] of subtree) {
        expect(due).toBe(arrived + missing + exempt);
        const children = [...above].filter(([, superior]) => superior === key);
        const below = children.reduce((sum, [child]) => sum + (subtree.get(child)?.due ?? 0), 0);
        expect(due).toBe(below + (own.get(key)?.due ?? 0));
      }
    },
  );

  test('the house that is shown has something in every group of its tasks', () => {
    const year = of(slug);
    const own = year.opened.filter(({ unit }) => unit === year.world.hospital);
    const with_ = (outcome: string) =>
      own.flatMap((each) => {
        const plan = planOf(year, each);
        return plan?.outcome === outcome ? [plan] : [];
      });
    const returned = with_('returned')[0];
    expect(returned?.rounds.at(-1)?.points?.length).toBeGreaterThanOrEqual(3);
    expect(with_('accepted').some(({ deducted }) => deducted)).toBe(true);
    expect(with_('in-review').length).toBeGreaterThanOrEqual(1);
    expect(with_('draft').map(({ filing }) => filing.dueOn)).toContain(today);
    expect(with_('signing').some(({ filing }) => filing.dueOn?.startsWith('2026-07'))).toBe(true);
    const later = own.filter((each) => (each.dueOn ?? '') > '2026-07-31');
    expect(later.every((each) => planOf(year, each) === undefined)).toBe(true);
    expect(later.length).toBeGreaterThan(0);
  });

  test('the reviewer has ten and more to look at, one of them sent back before', () => {
    const year = of(slug);
    const bureauOf = bureausOf(year.world);
    const own = [...year.plans.values()].filter(
      ({ outcome, filing }) =>
        outcome === 'in-review' && bureauOf(filing.unit) === bureauOf(year.world.hospital),
    );
    expect(own.length).toBeGreaterThanOrEqual(10);
    expect(own.some(({ returns }) => (returns ?? 0) > 0)).toBe(true);
  });
});

test('three in ten come on the last day, one in eleven in its last two hours', () => {
  const arrivals = regions.flatMap((slug) =>
    dueBy(of(slug), '2026-07-07').flatMap((each) => {
      const first = planOf(of(slug), each)?.rounds[0]?.filedAt;
      return first === undefined || each.dueAt === null ? [] : [each.dueAt - first];
    }),
  );
  const hours = (count: number) => (left: number) => left >= 0 && left < count * 3_600_000;
  const lastDay = hundred(arrivals.filter(hours(24)).length, arrivals.length);
  const lastHours = hundred(arrivals.filter(hours(2)).length, arrivals.length);
  expect(lastDay).toBeGreaterThan(22);
  expect(lastDay).toBeLessThan(38);
  expect(lastHours).toBeGreaterThan(5);
  expect(lastHours).toBeLessThan(13);
});

test('the same seed makes the same half-year', async () => {
  const again = await halfYearOf('putuo');
  expect([...again.plans]).toEqual([...of('putuo').plans]);
});
