import { describe, expect, it } from 'vitest';
import type { Register } from '#schema/contracts/campaign/register.ts';
import { officialCalendar as calendar } from '../dates/official-calendar.ts';
import type { RegisterEntry } from './entry.ts';
import {
  claim,
  clerk,
  letters,
  problem,
  problems,
  reviewer,
  toClosed,
  verifier,
  walk,
  type Walk,
} from './testing/registers.fixtures.ts';
import { addTotals, noTotals, rateOf, standingOf, totalsOf } from './totals.ts';

const on = (entries: readonly RegisterEntry[], today: string, register: Register = problems) =>
  entries
    .map((entry) => totalsOf(standingOf(register, entry, { calendar, today }), today))
    .reduce(addTotals, noTotals);
const dueOn = (deadline: string): Walk => [
  clerk,
  '2026-03-03',
  { ...claim, answers: { ...claim.answers, deadline } },
];
const claimed = (deadline: string) => walk(problem(), [dueOn(deadline)]);
const closedBy = (deadline: string) => walk(problem(), [dueOn(deadline), ...toClosed.slice(1)]);

describe('整改率 and 销号率', () => {
  const corpus = [
    closedBy('2026-05-10'),
    walk(problem(), toClosed.slice(0, 3)),
    claimed('2026-05-10'),
    claimed('2026-08-31'),
    closedBy('2026-08-31'),
  ];

  it('are counted over what is due; what is not yet due stands in no denominator', () => {
    const totals = on(corpus, '2026-06-30');
    expect(totals).toMatchObject({ entries: 5, due: 3, closed: 2, rectified: 3, overdue: 1 });
    expect(rateOf(totals, 'rectification-rate')).toEqual({ numerator: 2, denominator: 3 });
    expect(rateOf(totals, 'closing-rate')).toEqual({ numerator: 1, denominator: 3 });
  });

  it('say nothing before anything is due', () => {
    expect(rateOf(on(corpus, '2026-04-30'), 'closing-rate')).toBeUndefined();
  });

  it('are reproducible: the figure of a cut-off is the same whenever it is asked for', () => {
    const later = corpus.map((entry) =>
      entry.state === 'rectifying' || entry.state === 'claimed'
        ? walk(entry, [[clerk, '2026-07-20', { transition: 'apply', answers: { measures: '完' } }]])
        : entry,
    );
    expect(on(later, '2026-06-30')).toEqual(on(corpus, '2026-06-30'));
    expect(on(later, '2026-07-31')).not.toEqual(on(corpus, '2026-07-31'));
  });
});

describe('办结率, 按期办结率, 查办率 and 回复率', () => {
  const letter = (named: string, steps: Walk[]) =>
    walk(
      problem({ register: letters, by: verifier, answers: { named }, on: '2026-03-02' }),
      steps,
      letters,
    );
  const accept: Walk = [reviewer, '2026-03-03', { transition: 'accept' }];
  const verify: Walk = [clerk, '2026-03-20', { transition: 'verify' }];
  const reply: Walk = [clerk, '2026-03-25', { transition: 'reply' }];
  const finish = (day: string): Walk => [reviewer, day, { transition: 'finish' }];
  const corpus = [
    letter('yes', [accept, verify, reply, finish('2026-04-01')]),
    letter('no', [accept, verify, finish('2026-05-20')]),
    letter('yes', [accept, verify]),
    letter('yes', [accept]),
    letter('no', [[reviewer, '2026-03-03', { transition: 'not-accept', reason: '非本机关' }]]),
  ];
  const totals = on(corpus, '2026-06-30', letters);

  it('are five different figures of the same letters', () => {
    expect(rateOf(totals, 'completion-rate')).toEqual({ numerator: 2, denominator: 4 });
    expect(rateOf(totals, 'on-time-completion-rate')).toEqual({ numerator: 1, denominator: 4 });
    expect(rateOf(totals, 'verification-rate')).toEqual({ numerator: 3, denominator: 4 });
    expect(rateOf(totals, 'reply-rate')).toEqual({ numerator: 1, denominator: 3 });
  });

  it('leave out what was not accepted', () => {
    expect(totals.entries).toBe(4);
    expect(totals.accepted).toBe(4);
  });
});
