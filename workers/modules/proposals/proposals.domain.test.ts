import { describe, expect, it } from 'vitest';
import type { Proposal as Finding } from '#plugins/sdk/scoring/alerts.ts';
import type { RecordedFact } from '#plugins/sdk/scoring/recorded-facts.ts';
import type { AlertRule } from '#schema/contracts/campaign/alert-rule.ts';
import type { Grant } from '#schema/contracts/permission.ts';
import { findingsOf, planFindings, rightToDecide } from './proposals.domain.ts';

const source = { clause: 'training' };
const falling: AlertRule = {
  key: 'falling',
  title: '连续偏低',
  when: { kind: 'rate', fact: 'answered', side: 'below', level: '90%', running: 2 },
  proposal: { measure: '提醒', post: '行风办' },
  source,
};
const month = (on: string, numerator: number): RecordedFact => ({
  id: on,
  fact: 'answered',
  on,
  content: { kind: 'ratio', numerator, denominator: 100 },
  reason: '月报',
  recordedBy: '行风办',
  materials: [],
});

describe('a rate that must hold on for some months', () => {
  const find = (...records: RecordedFact[]) =>
    findingsOf([falling], { facts: {}, records, sheets: {} });

  it('fires on months that follow one another, named by the last', () => {
    const found = find(month('2026-05-31', 80), month('2026-06-30', 85));
    expect(found).toMatchObject([{ rule: 'falling', occasion: '2026-06' }]);
  });

  it('does not fire over a month without a figure, nor after one that was good', () => {
    expect(find(month('2026-04-30', 80), month('2026-06-30', 85))).toEqual([]);
    expect(find(month('2026-05-31', 95), month('2026-06-30', 85))).toEqual([]);
  });
});

describe('findings against what is on record', () => {
  const finding = (occasion: string, zh = '3次'): Finding => ({
    state: 'proposed',
    rule: 'r',
    occasion,
    title: '投诉集中',
    measure: '约谈',
    post: '行风办',
    words: undefined,
    source,
    reason: { zh, en: zh },
    eventIds: ['a'],
  });
  const row = (occasion: string, changes: Record<string, unknown> = {}) => ({
    id: occasion,
    ruleKey: 'r',
    occasion,
    state: 'proposed' as const,
    lapsedAt: null as number | null,
    eventIds: ['a'],
    reason: { zh: '3次' },
    ...changes,
  });

  it('raise what is new, once', () => {
    expect(planFindings([finding('06'), finding('06')], []).raised).toHaveLength(1);
    expect(planFindings([finding('06')], [row('06')])).toMatchObject({
      raised: [],
      lapsed: [],
      restored: [],
      changed: [],
    });
  });

  it('mark what no longer holds, once, and restore it when it holds again', () => {
    expect(planFindings([], [row('06')]).lapsed).toMatchObject([{ id: '06' }]);
    const gone = row('06', { lapsedAt: 1 });
    expect(planFindings([], [gone]).lapsed).toEqual([]);
    expect(planFindings([finding('06')], [gone])).toMatchObject({
      raised: [],
      restored: [{ id: '06' }],
    });
  });

  it('add what joined an open one, and leave a decided one as it was decided', () => {
    const more = finding('06', '4次');
    expect(planFindings([more], [row('06')]).changed).toMatchObject([{ finding: more }]);
    expect(planFindings([more], [row('06', { state: 'declined' })]).changed).toEqual([]);
  });
});

describe('who decides', () => {
  const signer = { role: 'commission-signer' } as Grant;

  it('is the post that the rule names; where nobody bears it, the head in charge', () => {
    expect(rightToDecide([], { isOwn: true, isHeld: true })).toBe('post');
    expect(rightToDecide([signer], { isOwn: false, isHeld: true })).toBeUndefined();
    expect(rightToDecide([signer], { isOwn: false, isHeld: false })).toBe('stands-in');
    expect(rightToDecide([], { isOwn: false, isHeld: false })).toBeUndefined();
  });
});
