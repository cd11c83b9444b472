import type { DemeritLedger } from '#schema/contracts/campaign/demerit-ledger.ts';
import type { Evaluation } from '#schema/contracts/campaign/evaluation.ts';
import { testSource as source } from './scorecards.fixtures.ts';

/** A ledger whose bands follow each other from 0 on. */
export const soundLedger: DemeritLedger = {
  key: 'demerits',
  title: '不良行为记分',
  subject: 'unit',
  counted: 'incident',
  tiers: [{ key: 'light', title: '较轻', points: '1' }],
  cycle: { months: 12, start: 'calendar' },
  bands: [
    { key: 'none', title: '不满12分', below: '12' },
    { key: 'talk', title: '12分以上', atLeast: '12', consequence: '约谈' },
  ],
  source,
};

/** One of each part, over the scorecard ‘full-table’; sound unless changed. */
export const soundEvaluation: Evaluation = {
  ledgers: [soundLedger],
  combinations: [
    {
      key: 'yearly',
      title: '年度考评',
      outOf: '100',
      sources: [
        { key: 'daily', title: '日常', weight: '40%', outOf: '115', scorecard: 'full-table' },
        { key: 'survey', title: '满意度', weight: '60%', outOf: '100' },
      ],
      places: 2,
      source,
    },
  ],
  chains: [
    {
      key: 'ethics',
      title: '医德考评',
      steps: [
        { key: 'self', title: '自评', by: '本人' },
        { key: 'group', title: '评定', by: '考评组' },
      ],
      final: 'group',
      source,
    },
  ],
  rankings: [
    {
      key: 'ranking',
      title: '排名',
      scorecard: 'full-table',
      classes: [{ key: 'all', title: '全部' }],
      by: [{ metric: 'total', better: 'higher' }],
      ties: 'same-rank',
      select: {
        take: { kind: 'share', share: '30%', rounding: 'down', of: 'listed' },
        ties: 'decide',
        onlyGrades: ['excellent'],
      },
      source,
    },
  ],
  alerts: [
    {
      key: 'poor',
      title: '较差预警',
      when: { kind: 'grade', scorecard: 'full-table', grades: ['poor'] },
      proposal: { measure: '约谈', post: '行风办主任' },
      source,
    },
  ],
  discretion: [
    {
      key: 'ranges',
      title: '裁量基准',
      unit: '分',
      situations: [{ key: 'ads', title: '违法广告' }],
      seriousness: [{ key: 'light', title: '较轻' }],
      cells: [{ situation: 'ads', seriousness: 'light', min: '1', max: '2' }],
      source,
    },
  ],
  uses: [
    {
      key: 'review',
      title: '评审否决',
      when: { kind: 'veto', scorecard: 'full-table', veto: 'red-packet' },
      decision: 'hospital-review',
      effect: 'veto',
      source,
    },
  ],
};
