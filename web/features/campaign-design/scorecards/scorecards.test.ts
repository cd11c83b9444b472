import * as v from 'valibot';
import { beforeAll, describe, expect, test } from 'vitest';
import { compileScorecard } from '#plugins/sdk/scoring/compile.ts';
import { score } from '#plugins/sdk/scoring/score.ts';
import { smallScorecard } from '#plugins/sdk/testing/scorecard.fixtures.ts';
import { PriceSchema, ScoreMeasureSchema } from '#schema/contracts/campaign/score-rule.ts';
import { ScorecardSchema } from '#schema/contracts/campaign/scorecard.ts';
import type { Scorecard } from '#schema/contracts/campaign/scorecard.ts';
import { loadWords } from '#web/shared/i18n.ts';
import { fromLines, gradeWords, linesOf, usualGrades } from './grade-shape.ts';
import { measureKinds, newMeasure, newPrice, pricesFor, withMeasure } from './rule-shape.ts';
import { ruleWords } from './rule-words.presenter.ts';
import {
  addNode,
  addVeto,
  changeNode,
  itemsOf,
  moveNode,
  newGroup,
  newItem,
  newScorecard,
  removeNode,
  setAccount,
} from './score-edit.ts';
import { depthOf, sumsOf } from './score-sums.ts';
import { trialAsks, trialDeductions, trialFacts } from './trial-facts.ts';

const card = smallScorecard();
const words = { title: '新细则', item: '新项目', noun: '迟报', reason: '提出' };
const shape = { element: '要求', option: (n: number) => `选项${n}`, trend: (o: string) => o };
const firstRule = (of: Scorecard) => {
  const rule = itemsOf(of)[0]?.rules[0];
  if (!rule) throw new Error('no rule');
  return rule;
};

beforeAll(() => loadWords('editors'));

describe('a scorecard that is edited', () => {
  test('starts sound and can be computed at once', () => {
    const fresh = newScorecard('scorecard-1', words);
    expect(v.safeParse(ScorecardSchema, fresh).success).toBe(true);
    expect(score(compileScorecard(fresh), {}).final).toBe(1_000_000);
  });

  test('says how much is missing while the parts do not add up', () => {
    const more = addNode(card, newGroup(card, '组', words));
    expect(sumsOf(more.children)).toEqual({ base: 1_000_000, bonus: 0 });
    const [item] = itemsOf(more);
    if (!item) throw new Error('no item');
    const less = changeNode(more, { ...item, points: '99.5' });
    expect(sumsOf(less.children).base).toBe(995_000);
    expect(sumsOf(changeNode(more, { ...item, points: '九十' }).children).base).toBeUndefined();
  });

  test('moves and removes items, but never the last of a group', () => {
    const two = addNode(card, newItem(card, words));
    const [first, second] = two.children.map(({ key }) => key);
    expect(moveNode(two, second ?? '', 0).children.map(({ key }) => key)).toEqual([second, first]);
    const one = removeNode(two, second ?? '');
    expect(one).toEqual(card);
    expect(removeNode(one, first ?? '')).toEqual(one);
  });

  test('knows how deep an item stands', () => {
    const group = newGroup(card, '组', words);
    const more = addNode(card, group);
    expect(depthOf(more.children, group.key)).toBe(0);
    expect(depthOf(more.children, group.children[0]?.key ?? '')).toBe(1);
  });

  test('turns rules round where an item becomes a bonus or a penalty', () => {
    const [item] = itemsOf(card);
    if (!item) throw new Error('no item');
    const bonus = setAccount(item, 'bonus');
    expect([bonus.start, bonus.rules[0]?.effect]).toEqual(['zero', 'add']);
    const penalty = setAccount(bonus, 'penalty');
    expect([penalty.start, penalty.rules[0]?.effect]).toEqual(['full', 'deduct']);
  });

  test('gives each new veto a fact of its own', () => {
    const more = addVeto(addVeto(card, '甲', '提出'), '乙', '提出');
    const facts = (more.vetoes ?? []).map(({ fact }) => fact);
    expect(new Set(facts).size).toBe(3);
    expect(v.safeParse(ScorecardSchema, more).success).toBe(true);
  });
});

describe('the kinds of rules', () => {
  test('are all sound as they are first offered, and compute', () => {
    for (const kind of measureKinds) {
      const measure = newMeasure(kind, card, shape);
      expect(v.safeParse(ScoreMeasureSchema, measure).success).toBe(true);
      for (const priced of pricesFor[kind]) {
        const price = newPrice(priced, measure, shape);
        expect(v.safeParse(PriceSchema, price).success).toBe(true);
        const [item] = itemsOf(card);
        if (!item) throw new Error('no item');
        const rule = { ...firstRule(card), measure, price };
        const one = changeNode(card, { ...item, rules: [rule] });
        expect(() => compileScorecard(one)).not.toThrow();
        expect(ruleWords(rule)).not.toMatch(/editors\.|\{\w+\}/);
      }
    }
  });

  test('keep a price that fits another measure and drop one that does not', () => {
    const rule = firstRule(card);
    expect(withMeasure(rule, newMeasure('sample', card, shape), shape).price).toEqual(rule.price);
    expect(withMeasure(rule, newMeasure('flag', card, shape), shape).price.kind).toBe('fixed');
  });

  test('are said in words', () => {
    expect(ruleWords({ ...firstRule(card), noun: '迟报', cap: '10' })).toBe(
      '迟报：每1次扣5分；最多10分',
    );
  });
});

describe('grades', () => {
  test('as offered leave no hole and no overlap', async () => {
    const { findGradeProblems } = await import('#plugins/sdk/scoring/grade-problems.ts');
    const { gradeTableOf } = await import('#plugins/sdk/scoring/grade-shares.ts');
    const grades = usualGrades(card.source, ['优秀', '合格', '不合格']);
    const table = gradeTableOf({ ...card, grades });
    expect(table && findGradeProblems(table)).toEqual([]);
  });

  test('go into lines and back, and nested ones are left as they are', () => {
    const when = { all: [{ metric: 'total', op: 'ge', value: '90' }, { veto: false }] } as const;
    const lines = linesOf({ all: [...when.all] });
    expect(lines && fromLines(lines)).toEqual(when);
    expect(gradeWords({ all: [...when.all] })).toBe('总分不低于90，并且没有一票否决');
    expect(linesOf({ not: { veto: true } })).toBeUndefined();
  });
});

describe('a trial', () => {
  const asks = trialAsks(card);
  const run = (trial: Record<string, string>) =>
    score(
      compileScorecard(card),
      trialFacts(asks, trial, '试算'),
      trialDeductions(card, trial, '试算'),
    );

  test('asks for every fact once, vetoes last', () => {
    expect(asks.map(({ fact, kind }) => [fact, kind])).toEqual([
      ['late-filings', 'count'],
      ['red-packet', 'veto'],
    ]);
  });

  test('gives the points and the grade that the kernel gives', () => {
    expect(run({ 'late-filings/count': '3' })).toMatchObject({
      final: 850_000,
      grade: { key: 'pass' },
    });
    expect(run({ 'red-packet/met': 'yes' })).toMatchObject({
      final: 1_000_000,
      grade: { key: 'fail' },
    });
  });

  test('takes a deduction by exception, exact to a hundredth', () => {
    expect(run({ 'deduct:on-time/points': '0.25' }).final).toBe(997_500);
  });

  test('does not guess at what is half typed', () => {
    expect(trialFacts(asks, { 'late-filings/count': '三' }, '试算')).toEqual({});
  });
});
