import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ScoreEvent, ScoreFact } from '#schema/contracts/campaign/score-facts.ts';
import type { ScoreSheet, SheetNode } from '#schema/contracts/campaign/score-sheet.ts';
import { compileScorecard } from './compile.ts';
import type { CompiledNode } from './compiled.ts';
import { score } from './score.ts';
import { fullTable } from './testing/scorecards.fixtures.ts';

const compiled = compileScorecard(fullTable);

const categories = ['late', 'missed', 'province', 'city', 'clinic', 'school', 'other'];
const event: fc.Arbitrary<ScoreEvent> = fc.record(
  {
    id: fc.integer({ min: 0, max: 12 }).map((each) => `e${each}`),
    on: fc.integer({ min: 1, max: 9 }).map((month) => `2024-0${month}-11`),
    quantity: fc.integer({ min: 1, max: 40 }),
    category: fc.constantFrom(...categories),
    reason: fc.constantFrom('甲', '乙'),
  },
  { requiredKeys: ['id', 'on', 'reason', 'category'] },
);
const eventsFact = fc
  .array(event, { maxLength: 8 })
  .map((events): ScoreFact => ({ kind: 'events', events }));
const countFact = fc.nat(200).map((count): ScoreFact => ({ kind: 'count', count }));
const ratio = fc
  .tuple(fc.nat(200), fc.nat(200))
  .map(([numerator, denominator]): ScoreFact => ({ kind: 'ratio', numerator, denominator }));
const flag = fc.boolean().map((met): ScoreFact => ({ kind: 'flag', met }));
const value = fc.nat(100).map((each): ScoreFact => ({ kind: 'value', value: `${each}.5` }));
const judgement = fc
  .nat(40)
  .map((each): ScoreFact => ({ kind: 'judgement', points: `0.${each}`, reason: '理由' }));
const waived = fc.constant<ScoreFact>({ kind: 'not-applicable', reason: '本单位无此业务' });
const counted = fc.oneof(eventsFact, countFact, waived);
const rate = fc.oneof(ratio, waived);

const factsOf = fc.record(
  {
    leader: flag,
    manager: flag,
    staff: flag,
    published: flag,
    training: rate,
    'training-records': fc.oneof(flag, eventsFact),
    visits: eventsFact,
    patrols: rate,
    papers: counted,
    reports: eventsFact,
    satisfaction: value,
    manner: judgement,
    overdue: counted,
    clues: counted,
    honours: eventsFact,
    press: counted,
    'red-packets': eventsFact,
  },
  { requiredKeys: [] },
);
const recordedOf = fc
  .array(event, { maxLength: 3 })
  .map((events) => ({ notice: events.map((each) => ({ ...each, points: '0.75' })) }));

function nodesOf(nodes: readonly SheetNode[]): SheetNode[] {
  return nodes.flatMap((node) => [node, ...nodesOf(node.children)]);
}

const sum = (nodes: readonly SheetNode[], key: 'full' | 'deduction' | 'bonus' | 'score') =>
  nodes.reduce((total, node) => total + node[key], 0);

const changes = (bounds: readonly { change: number }[]) =>
  bounds.reduce((total, { change }) => total + change, 0);

function everyScore(check: (sheet: ScoreSheet) => void): void {
  fc.assert(
    fc.property(factsOf, recordedOf, (facts, recorded) => {
      check(score(compiled, facts as Record<string, ScoreFact>, recorded));
    }),
    { numRuns: 150 },
  );
}

function integersOf(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(integersOf);
}

const criteria = new Map(
  (function all(nodes: readonly CompiledNode[]): [string, CompiledNode][] {
    return nodes.flatMap((node) => [
      [node.definition.key, node] as [string, CompiledNode],
      ...(node.type === 'group' ? all(node.children) : []),
    ]);
  })(compiled.children),
);

describe('whatever the facts are', () => {
  it('the order in which they arrive changes nothing', () => {
    const shuffled = fc
      .array(event, { minLength: 2, maxLength: 10 })
      .chain((events) =>
        fc.tuple(
          fc.constant(events),
          fc.shuffledSubarray(events, { minLength: events.length, maxLength: events.length }),
        ),
      );
    const keys = ['papers', 'reports', 'honours', 'visits', 'press', 'overdue', 'red-packets'];
    fc.assert(
      fc.property(shuffled, factsOf, ([one, other], rest) => {
        const with_ = (events: ScoreEvent[], order: string[]) => {
          const facts: Record<string, ScoreFact> = {};
          for (const key of order) facts[key] = { kind: 'events', events };
          return { ...(rest as Record<string, ScoreFact>), ...facts };
        };
        const first = score(compiled, with_(one, keys), { notice: one });
        const second = score(compiled, with_(other, keys.toReversed()), { notice: other });
        expect(second).toEqual(first);
      }),
      { numRuns: 150 },
    );
  });

  it('the same facts give the same sheet, and are not touched', () => {
    fc.assert(
      fc.property(factsOf, (given) => {
        const facts = given as Record<string, ScoreFact>;
        const before = JSON.stringify(facts);
        expect(score(compiled, facts)).toEqual(score(compiled, facts));
        expect(JSON.stringify(facts)).toBe(before);
      }),
    );
  });

  it('every figure is a safe integer', () => {
    everyScore((sheet) => {
      expect(integersOf(sheet).every((each) => Number.isSafeInteger(each))).toBe(true);
    });
  });

  it('children add up to their parent, but for a cap of the group itself', () => {
    everyScore((sheet) => {
      for (const node of nodesOf(sheet.tree)) {
        expect(node.score).toBe(node.full - node.deduction + node.bonus);
        if (node.type === 'criterion') continue;
        expect(node.full).toBe(sum(node.children, 'full'));
        expect(node.score).toBe(sum(node.children, 'score') + changes(node.bounds));
      }
      expect(sheet.full).toBe(sum(sheet.tree, 'full'));
      expect(sheet.deductions).toBe(sum(sheet.tree, 'deduction'));
      expect(sheet.bonus).toBe(sum(sheet.tree, 'bonus'));
      expect(sheet.base).toBe(sheet.full - sheet.deductions);
      expect(sheet.final).toBe(sheet.base + sheet.bonus + changes(sheet.bounds));
    });
  });

  it('the lines of an item make up its score, after the caps', () => {
    everyScore((sheet) => {
      for (const node of nodesOf(sheet.tree)) {
        const item = criteria.get(node.key);
        if (item?.type !== 'criterion' || node.state === 'not-applicable') continue;
        let lines = item.start;
        for (const line of node.lines) {
          expect(line.counted).toBeGreaterThanOrEqual(0);
          expect(line.counted).toBeLessThanOrEqual(line.amount);
          lines += line.effect === 'add' ? line.counted : -line.counted;
        }
        expect(node.score).toBe(lines);
      }
    });
  });

  it('what the standard says and what was counted differ by what the limits did', () => {
    everyScore((sheet) => {
      for (const node of nodesOf(sheet.tree)) {
        const item = criteria.get(node.key);
        if (item?.type !== 'criterion' || node.state === 'not-applicable') continue;
        let said = item.start;
        for (const line of node.lines) {
          if (line.rule === 'evidence') continue;
          said += line.effect === 'add' ? line.amount : -line.amount;
        }
        expect(node.score).toBe(said + changes(node.bounds));
      }
    });
  });

  it('no item leaves the room between its floor and its points', () => {
    everyScore((sheet) => {
      for (const node of nodesOf(sheet.tree)) {
        const item = criteria.get(node.key);
        if (item?.type !== 'criterion') continue;
        expect(node.score).toBeGreaterThanOrEqual(item.floor);
        expect(node.score).toBeLessThanOrEqual(
          item.definition.account === 'penalty' ? 0 : item.points,
        );
      }
      expect(sheet.final).toBeGreaterThanOrEqual(0);
    });
  });

  it('an incomplete sheet has no grade, a veto is never outranked', () => {
    everyScore((sheet) => {
      const ceiling = sheet.vetoes.length > 0 ? 'poor' : sheet.grade?.key;
      expect(sheet.grade?.key).toBe(sheet.complete ? ceiling : undefined);
    });
  });
});

it('one more incident never raises a score', () => {
  fc.assert(
    fc.property(factsOf, fc.nat(30), (given, count) => {
      const facts = given as Record<string, ScoreFact>;
      const at = (papers: number) =>
        score(compiled, { ...facts, papers: { kind: 'count', count: papers } }).final;
      expect(at(count + 1)).toBeLessThanOrEqual(at(count));
    }),
  );
});
