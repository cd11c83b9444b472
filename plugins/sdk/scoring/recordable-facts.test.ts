import { describe, expect, it } from 'vitest';
import type { Scorecard } from '#schema/contracts/campaign/scorecard.ts';
import { parsePoints } from '../points/points.ts';
import { events, exceptions, perCategory, perUnit, pricedByRecorder } from './define-prices.ts';
import { bonus, criterion } from './define.ts';
import { recordableFacts } from './recordable-facts.ts';
import { soundEvaluation } from './testing/evaluation.fixtures.ts';
import { cardOf, testSource as source } from './testing/scorecards.fixtures.ts';

const supplied = new Set(['filings']);
const honours = bonus('honours', {
  title: '受表扬',
  points: 5,
  measure: events('honours'),
  price: perCategory('add', {
    upper: { title: '上级', points: 2 },
    own: { title: '本级', points: 1 },
  }),
  words: '每次加分，最多5分。',
  source,
});
const late = criterion('late', {
  title: '迟报',
  points: 5,
  measure: events('filings', 'late'),
  price: perUnit({ deduct: 1 }),
  source,
});
const training = criterion('training', {
  title: '培训',
  points: 5,
  measure: exceptions('training'),
  price: pricedByRecorder({ max: 3 }),
  source,
});
const veto = {
  key: 'kickback',
  title: '收受回扣',
  fact: 'kickback',
  gradeAtMost: 'failed',
  source,
};
const grades = {
  grades: [
    { key: 'passed', title: '合格', when: { metric: 'total', op: 'ge', value: '60' } },
    { key: 'failed', title: '不合格', when: { metric: 'total', op: 'lt', value: '60' } },
  ],
  source,
} as const;
const card = {
  ...cardOf(late, training, honours),
  vetoes: [veto],
  grades: { ...grades, grades: [...grades.grades] },
} satisfies Scorecard;

describe('the facts that people put on record', () => {
  it('are what no filing supplies and no deduction by exception prices', () => {
    const facts = recordableFacts({ scorecards: [card] }, supplied);
    expect(facts.map(({ fact, kinds }) => [fact, kinds])).toEqual([
      ['honours', ['event']],
      ['kickback', ['event']],
    ]);
  });

  it('say what they would do: where, in whose words, for how many points at most', () => {
    const [first, second] = recordableFacts({ scorecards: [card] }, supplied);
    expect(first).toMatchObject({
      needsConfirmation: false,
      categories: [
        { key: 'upper', title: '上级', points: '2' },
        { key: 'own', title: '本级', points: '1' },
      ],
      uses: [
        { effect: 'add', key: 'honours', words: '每次加分，最多5分。', points: parsePoints('5') },
      ],
    });
    expect(second).toMatchObject({
      needsConfirmation: true,
      uses: [{ kind: 'veto', effect: 'cap-grade', gradeAtMost: '不合格' }],
    });
  });

  it('name a fact once that several rules read, with a second person for the veto among them', () => {
    const both = { ...card, vetoes: [{ ...veto, fact: 'honours' }] };
    const [fact, ...rest] = recordableFacts({ scorecards: [both] }, supplied);
    expect(rest).toEqual([]);
    expect(fact?.needsConfirmation).toBe(true);
    expect(fact?.uses.map(({ kind }) => kind)).toEqual(['criterion', 'veto']);
  });

  it('hold the sources of a combination that no scorecard gives, and what only an alert watches', () => {
    const alerts = [
      {
        key: 'complaints',
        title: '投诉集中',
        when: { kind: 'frequency', fact: 'complaints', atLeast: 3, every: 'month' },
        proposal: { measure: '约谈', post: '行风办' },
        source,
      },
      {
        key: 'overdue',
        title: '超期',
        when: { kind: 'rate', fact: 'overdue', side: 'above', level: '30%' },
        proposal: { measure: '提醒', post: '行风办' },
        source,
      },
    ] as const;
    const { combinations } = soundEvaluation;
    const facts = recordableFacts(
      { scorecards: [], evaluation: { combinations, alerts: [...alerts] } },
      supplied,
    );
    expect(facts).toMatchObject([
      { fact: 'yearly:survey', kinds: ['value'], least: '0', most: '100' },
      { fact: 'complaints', kinds: ['event'], uses: [{ effect: 'watch' }] },
      { fact: 'overdue', kinds: ['ratio'] },
    ]);
  });

  it('ask for a flag where written proof is the gate, and for each element of a demand', () => {
    const shown = criterion('plan', {
      title: '计划',
      points: 4,
      measure: {
        kind: 'elements',
        elements: [
          { fact: 'has-plan', title: '有计划' },
          { fact: 'has-staff', title: '有专人' },
        ],
      },
      price: { effect: 'deduct', price: { kind: 'per-element', amount: '2' } },
      evidence: { fact: 'plan-paper', title: '书面计划' },
      source,
    });
    const facts = recordableFacts({ scorecards: [cardOf(shown)] }, supplied);
    expect(facts.map(({ fact, kinds, uses }) => [fact, kinds, uses[0]?.kind])).toEqual([
      ['has-plan', ['flag'], 'criterion'],
      ['has-staff', ['flag'], 'criterion'],
      ['plan-paper', ['flag'], 'evidence'],
    ]);
  });
});
