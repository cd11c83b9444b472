import { describe, expect, it } from 'vitest';
import type { AssessmentChain } from '#schema/contracts/campaign/score-combination.ts';
import type { Grant, Permission } from '#schema/contracts/permission.ts';
import { isNamed, openStep, readChain, stepBar } from './assessments.domain.ts';
import type { Assessor } from './assessments.domain.ts';

const chain: AssessmentChain = {
  key: 'yearly',
  title: '年度考评',
  steps: [
    { key: 'first', title: '初评', by: '医政科审核岗' },
    { key: 'second', title: '复评', by: '考评领导小组' },
  ],
  final: 'second',
  confirmation: { by: '被考评单位', days: 7, count: 'natural' },
  source: { clause: 'training' },
};

type Row = Parameters<typeof readChain>[1][number];

const row = (sequence: number, changes: Partial<Row> = {}): Row => ({
  sequence,
  stepKey: null,
  onDay: '2026-07-01',
  result: null,
  agrees: null,
  reason: null,
  madeBy: 'prs_a',
  ...changes,
});
const step = (sequence: number, stepKey: string, result: string, changes: Partial<Row> = {}) =>
  row(sequence, { stepKey, result, ...changes });
const said = (sequence: number, agrees: boolean, changes: Partial<Row> = {}) =>
  row(sequence, { agrees, ...changes });

describe('the record of a chain', () => {
  it('is empty where nobody has assessed yet', () => {
    expect(readChain(chain, [])).toEqual({ entries: [], answer: undefined });
  });

  it('has each step once: of one given again the last counts, on the same day too', () => {
    const rows = [step(1, 'first', '合格'), step(2, 'second', '优秀'), step(3, 'second', '合格')];
    expect(readChain(chain, rows).entries).toEqual([
      { step: 'first', on: '2026-07-01', result: '合格' },
      { step: 'second', on: '2026-07-01', result: '合格' },
    ]);
  });

  it('keeps the reason of a step that gave one', () => {
    const rows = [step(1, 'first', '合格', { reason: '材料齐全' })];
    expect(readChain(chain, rows).entries[0]?.reason).toBe('材料齐全');
  });

  it('takes the answer of the unit to the result that stands', () => {
    const rows = [step(1, 'first', '合格'), step(2, 'second', '合格'), said(3, true)];
    expect(readChain(chain, rows).answer).toEqual({ on: '2026-07-01', agrees: true });
  });

  it('does not take an old objection as an answer to the new decision', () => {
    const objection = said(3, false, { reason: '依据不足' });
    const before = [step(1, 'first', '合格'), step(2, 'second', '优秀'), objection];
    expect(readChain(chain, before).answer).toMatchObject({ agrees: false, reason: '依据不足' });
    const after = [...before, step(4, 'second', '合格', { reason: '异议成立' })];
    expect(readChain(chain, after).answer).toBeUndefined();
  });

  it('takes the last of several answers to one result', () => {
    const rows = [step(1, 'second', '合格'), said(2, false, { reason: '有异议' }), said(3, true)];
    expect(readChain(chain, rows).answer).toEqual({ on: '2026-07-01', agrees: true });
  });
});

describe('whose turn it is', () => {
  it('is the next step, and nobody’s once it is final', () => {
    expect(openStep(chain, { state: 'open', next: 'first' })).toBe('first');
    expect(openStep(chain, { state: 'open', next: 'second' })).toBe('second');
    expect(openStep(chain, { state: 'final', next: null })).toBeUndefined();
    expect(openStep(chain, { state: 'awaiting-confirmation', next: null })).toBeUndefined();
  });

  it('is the deciding one again where the unit objected', () => {
    expect(openStep(chain, { state: 'objected', next: null })).toBe('second');
  });
});

describe('who gives a step', () => {
  const grant = (
    organizationId: string | null,
    permissions: Permission[] = ['scoring.deduct'],
  ): Grant => ({
    id: 'g',
    role: organizationId === null ? 'commission-checker' : 'bureau-reviewer',
    permissions,
    relation: organizationId === null ? null : 'supervision',
    organizationId,
    path: organizationId === null ? null : `${organizationId}/`,
    from: '2026-01-01',
    to: null,
  });
  const person = (changes: Partial<Assessor> = {}): Assessor => ({
    personId: 'prs_b',
    post: '别的岗位',
    grants: [grant(null)],
    ...changes,
  });
  const under = { supervision: 'org_b/org_h/' };
  const barOf = (
    assessor: Assessor,
    changes: Partial<Parameters<typeof stepBar>[1]> = {},
  ): ReturnType<typeof stepBar> =>
    stepBar(assessor, { chain, step: 'first', isHeld: false, paths: under, given: [], ...changes });

  it('is the account whose post is the one the chain names', () => {
    const named = person({ post: ' 医政科审核岗 ', grants: [] });
    expect(barOf(named, { isHeld: true })).toBeUndefined();
  });

  it('is nobody else while some account bears that post', () => {
    expect(barOf(person(), { isHeld: true })).toBe('other-post');
    expect(barOf(person({ post: null }), { isHeld: true })).toBe('other-post');
  });

  it('is the bureau over the unit for the first step, where nobody bears the post', () => {
    expect(barOf(person({ grants: [grant('org_b')] }))).toBeUndefined();
    expect(barOf(person())).toBe('other-level');
  });

  it('is the commission for the first step of a unit that no bureau stands over', () => {
    const direct = { paths: { supervision: 'org_h/' } };
    expect(barOf(person(), direct)).toBeUndefined();
    expect(barOf(person({ grants: [grant('org_b')] }), direct)).toBe('other-level');
    expect(barOf(person(), { paths: {} })).toBeUndefined();
  });

  it('is the commission for every later step', () => {
    expect(barOf(person(), { step: 'second' })).toBeUndefined();
    expect(barOf(person({ grants: [grant('org_b')] }), { step: 'second' })).toBe('other-level');
  });

  it('is nobody who may not score', () => {
    expect(barOf(person({ grants: [] }), { step: 'second' })).toBe('other-level');
    const reader = person({ grants: [grant(null, ['scoring.read'])] });
    expect(barOf(reader, { step: 'second' })).toBe('other-level');
  });

  it('is never one person twice, whatever posts that person bears', () => {
    const given = [{ stepKey: 'first', madeBy: 'prs_b' }];
    const named = person({ post: '考评领导小组' });
    expect(barOf(named, { step: 'second', isHeld: true, given })).toBe('took-another-step');
    expect(barOf(person(), { step: 'second', given })).toBe('took-another-step');
  });

  it('is the same person again for the same step, and for a step after an answer only', () => {
    const own = [{ stepKey: 'second', madeBy: 'prs_b' }];
    expect(barOf(person(), { step: 'second', given: own })).toBeUndefined();
    const answered = [{ stepKey: null, madeBy: 'prs_b' }];
    expect(barOf(person(), { step: 'second', given: answered })).toBeUndefined();
  });
});

describe('a post', () => {
  it('is the same where the tenant’s own words read the same', () => {
    expect(isNamed({ zh: '医政科审核岗', en: 'Reviewer' }, '医政科审核岗')).toBe(true);
    expect(isNamed('医政科审核岗', '医政科审核岗 ')).toBe(true);
    expect(isNamed('医政科审核岗', '医政科')).toBe(false);
    expect(isNamed('医政科审核岗', null)).toBe(false);
  });
});
