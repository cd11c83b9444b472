import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../dates/days.ts';
import { officialCalendar as calendar } from '../dates/official-calendar.ts';
import type { RegisterEntry } from './entry.ts';
import { makersOf } from './entry.ts';
import { mergeEntries } from './merging.ts';
import { movesOf } from './moves.ts';
import { takeStep } from './take-step.ts';
import {
  allTicks,
  clerk,
  contextOf,
  problem,
  problems,
  reviewer,
  verifier,
} from './testing/registers.fixtures.ts';
import { pathsAbove, rollUpTotals } from './tie-out.ts';
import { addTotals, noTotals, standingOf, totalsOf } from './totals.ts';

const people = [clerk, reviewer, verifier, { ...clerk, as: ['unit', 'office'] as const }];
const movesToTry = fc.array(fc.tuple(fc.nat(3), fc.nat(30), fc.nat(40)), { maxLength: 14 });

/** Whatever people try, in any order; steps that are refused change nothing. */
function live(tries: readonly (readonly [number, number, number])[], id = 'e1') {
  let entry = problem({ id });
  let today = '2026-03-02';
  for (const [who, which, wait] of tries) {
    today = addDays(today, wait);
    const actor = people[who] ?? clerk;
    const moves = movesOf(contextOf(entry, actor, today));
    const move = moves[which % Math.max(1, moves.length)];
    if (move === undefined) continue;
    const answers = { 'responsible-post': '药剂科', deadline: '2026-06-30', measures: '完成' };
    const outcome = takeStep(contextOf(entry, actor, today), {
      transition: move.transition.key,
      reason: '理由',
      ticks: allTicks,
      answers,
    });
    if (outcome.ok) entry = outcome.entry;
  }
  return { entry, today };
}
const entryOf = movesToTry.map((tries) => live(tries));
const view = (today: string) => ({ calendar, today });
const totals = (entry: RegisterEntry, today: string) =>
  totalsOf(standingOf(problems, entry, view(today)), today);
const sum = (entries: readonly RegisterEntry[], today: string) =>
  entries.map((entry) => totals(entry, today)).reduce(addTotals, noTotals);

describe('whatever people do with their problems', () => {
  it('销号 ≤ 申请销号 ≤ 到期', () => {
    fc.assert(
      fc.property(fc.array(entryOf, { maxLength: 12 }), fc.nat(400), (lives, days) => {
        const asOf = addDays('2026-03-02', days);
        const all = sum(
          lives.map(({ entry }) => entry),
          asOf,
        );
        expect(all.dueClosed).toBeLessThanOrEqual(all.dueRectified);
        expect(all.dueRectified).toBeLessThanOrEqual(all.due);
        expect(all.closed).toBeLessThanOrEqual(all.rectified);
        expect(all.dueOnTime).toBeLessThanOrEqual(all.dueClosed);
      }),
    );
  });

  it('every entry has a responsible post, and its history only grows', () => {
    fc.assert(
      fc.property(movesToTry, (tries) => {
        let length = 0;
        for (let count = 0; count <= tries.length; count += 1) {
          const { entry } = live(tries.slice(0, count));
          expect(entry.responsible.length).toBeGreaterThan(0);
          expect(entry.events.length).toBeGreaterThanOrEqual(length);
          ({ length } = entry.events);
        }
      }),
    );
  });

  it('nobody who filed it closed it', () => {
    fc.assert(
      fc.property(entryOf, ({ entry }) => {
        if (entry.state !== 'closed') return;
        const closing = entry.events.findLast((event) => event.kind === 'step');
        expect(makersOf(entry).has(closing?.actor.personId ?? '')).toBe(false);
      }),
    );
  });

  it('the figures of a day stay what they were, whatever happens later', () => {
    fc.assert(
      fc.property(movesToTry, fc.nat(13), (tries, count) => {
        const before = live(tries.slice(0, count));
        const { entry } = live(tries);
        const asOf = addDays(before.today, -1);
        expect(totals(entry, asOf)).toEqual(totals(before.entry, asOf));
      }),
    );
  });

  it('each problem counts once, however many sources it has', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), (duplicates) => {
        let into = problem();
        const merged: RegisterEntry[] = [];
        for (let index = 0; index < duplicates; index += 1) {
          const sources = [{ channel: 'hotline', number: `GD${index}` }];
          const duplicate = problem({ id: `d${index}`, sources });
          const context = contextOf(duplicate, reviewer, '2026-03-05');
          const input = { transition: 'merge', reason: '同一事项' };
          const outcome = mergeEntries(context, { entry: into, register: problems }, input);
          if (!outcome.ok) throw new Error('refused');
          ({ into } = outcome);
          merged.push(outcome.from);
        }
        expect(sum([into, ...merged], '2026-12-31').entries).toBe(1);
        expect(into.sources).toHaveLength(duplicates + 1);
      }),
    );
  });
});

describe('the totals of a tree', () => {
  const place = fc
    .tuple(fc.constantFrom('a', 'b'), fc.constantFrom('', 'x', 'y'), fc.constantFrom('', 'u', 'v'))
    .map(([top, middle, leaf]) => [top, middle, leaf].filter(Boolean))
    .map((parts) => `${parts.join('/')}/`);
  const placed = fc.array(fc.record({ supervision: place, territory: place, life: entryOf }), {
    maxLength: 12,
  });

  it('tie out for each relation separately: own and children are the parent', () => {
    fc.assert(
      fc.property(placed, (rows) => {
        for (const relation of ['supervision', 'territory'] as const) {
          const nodes = rollUpTotals(
            rows.map((row) => ({
              path: row[relation],
              totals: totals(row.life.entry, '2026-12-31'),
            })),
          );
          for (const [path, node] of nodes) {
            const children = [...nodes]
              .filter(([each]) => each !== '' && pathsAbove(each).at(-2) === path)
              .map(([, child]) => child.total);
            expect([node.own, ...children].reduce(addTotals, noTotals)).toEqual(node.total);
          }
          const whole = sum(
            rows.map(({ life: { entry } }) => entry),
            '2026-12-31',
          );
          expect(nodes.get('')?.total ?? noTotals).toEqual(whole);
        }
      }),
    );
  });
});
