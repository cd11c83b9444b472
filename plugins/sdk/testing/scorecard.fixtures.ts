import type { Scorecard } from '#schema/contracts/campaign/scorecard.ts';

const source = { proposed: true as const, reason: '测试用考评细则' };

/** A scorecard of one item with two grades and a veto; sound unless changed. */
export function smallScorecard(changes: { passFrom?: string; vetoGrade?: string } = {}): Scorecard {
  const { passFrom = '60', vetoGrade = 'fail' } = changes;
  return {
    key: 'conduct',
    title: '行风考评',
    points: '100',
    source,
    children: [
      {
        type: 'criterion',
        key: 'on-time',
        title: '按时报送',
        points: '100',
        account: 'base',
        start: 'full',
        source,
        rules: [
          {
            key: 'late',
            effect: 'deduct',
            measure: { kind: 'events', fact: 'late-filings' },
            price: { kind: 'per-unit', amount: '5' },
          },
        ],
      },
    ],
    vetoes: [
      { key: 'red-packet', title: '收受红包', fact: 'red-packet', gradeAtMost: vetoGrade, source },
    ],
    grades: {
      source,
      grades: [
        { key: 'pass', title: '合格', when: { metric: 'total', op: 'ge', value: passFrom } },
        { key: 'fail', title: '不合格', when: { metric: 'total', op: 'lt', value: '60' } },
      ],
    },
  };
}
