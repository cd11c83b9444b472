import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { ScoreSheetSchema } from '#schema/contracts/campaign/score-sheet.ts';
import { ScorecardSchema } from '#schema/contracts/campaign/scorecard.ts';
import { compileScorecard } from './compile.ts';
import * as price from './define-prices.ts';
import { bonus, criterion } from './define.ts';
import { compileFactCondition } from './fact-condition.ts';
import { score } from './score.ts';
import {
  countFact,
  eventFact,
  flagFact,
  fullTable,
  ratioFact,
  testSource as source,
} from './testing/scorecards.fixtures.ts';

describe('a scorecard is data', () => {
  it('means the same after it was written to a file and read again', () => {
    const read = v.parse(ScorecardSchema, JSON.parse(JSON.stringify(fullTable)));
    expect(read).toEqual(fullTable);
    const facts = { papers: countFact(3), 'training-records': flagFact(true) };
    expect(score(compileScorecard(read), facts)).toEqual(score(compileScorecard(fullTable), facts));
  });

  it('gives a sheet that the wire accepts', () => {
    const sheet = score(compileScorecard(fullTable), { papers: eventFact({ id: 'a' }) });
    expect(v.safeParse(ScoreSheetSchema, JSON.parse(JSON.stringify(sheet))).success).toBe(true);
  });

  it.each(['0.00001', '100000', 'x', '-1'])('refuses %s points', (points) => {
    const card = { ...fullTable, points };
    expect(v.safeParse(ScorecardSchema, card).success).toBe(false);
  });

  it('reads like the document it implements', () => {
    const item = criterion('training-coverage', {
      title: '培训覆盖',
      points: 5,
      measure: price.indicator('training-coverage'),
      price: price.perStep({ below: '98%', step: '5%', steps: 'full', deduct: '0.5' }),
      floor: 0,
      words: '每下降5%扣0.5分，扣完为止',
      source,
    });
    expect(item).toMatchObject({
      type: 'criterion',
      points: '5',
      account: 'base',
      start: 'full',
      floor: '0',
      rules: [{ key: 'rule', effect: 'deduct', price: { from: '98%', side: 'below' } }],
    });
  });

  it('starts a bonus, and an item that is earned, from zero', () => {
    const measure = price.events('deeds');
    const detail = { title: '项目', points: 5, measure, price: price.perUnit({ add: 1 }), source };
    expect(bonus('a', detail)).toMatchObject({ account: 'bonus', start: 'zero' });
    expect(criterion('a', detail)).toMatchObject({ account: 'base', start: 'zero' });
  });

  it('takes no float for points', () => {
    expect(() => price.once({ deduct: 0.5 })).toThrow('as text');
  });
});

describe('a condition over facts', () => {
  const facts = {
    met: flagFact(true),
    visits: eventFact({ id: 'a', quantity: 2 }, { id: 'b' }),
    rate: ratioFact(49, 50),
    level: { kind: 'choice', choice: 'county' } as const,
    mean: { kind: 'value', value: '90.5' } as const,
  };

  it.each([
    ['a demand', { field: 'met', op: 'eq', value: true }, true],
    ['a number of events', { field: 'visits', op: 'ge', value: 3 }, true],
    ['a ratio at its line', { field: 'rate', op: 'lt', value: '98%' }, false],
    ['one of several options', { field: 'level', op: 'in', value: ['city', 'county'] }, true],
    ['a figure', { field: 'mean', op: 'gt', value: '90.4999' }, true],
    ['what is there', { field: 'met', op: 'present' }, true],
    ['what is not', { field: 'gone', op: 'absent' }, true],
    ['a figure nobody has recorded', { field: 'gone', op: 'eq', value: true }, undefined],
    ['things that cannot be compared', { field: 'rate', op: 'eq', value: 3 }, undefined],
  ] as const)('decides by %s', (_what, condition, wanted) => {
    const own = { ...condition } as Parameters<typeof compileFactCondition>[0];
    expect(compileFactCondition(own)(facts)).toBe(wanted);
    expect(compileFactCondition({ not: own })(facts)).toBe(
      wanted === undefined ? undefined : !wanted,
    );
  });

  it('stays open while it hangs on what is missing, and closes as soon as it does not', () => {
    const open = { field: 'gone', op: 'eq', value: true } as const;
    const yes = { field: 'met', op: 'eq', value: true } as const;
    const no = { field: 'met', op: 'eq', value: false } as const;
    expect(compileFactCondition({ all: [open, yes] })(facts)).toBe(undefined);
    expect(compileFactCondition({ all: [open, no] })(facts)).toBe(false);
    expect(compileFactCondition({ any: [open, yes] })(facts)).toBe(true);
    expect(compileFactCondition({ any: [open, no] })(facts)).toBe(undefined);
  });
});
