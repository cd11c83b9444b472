import { describe, expect, it } from 'vitest';
import { doubleRefusalOf, needsReason, pairOf, visibleViews } from './double-review.domain.ts';
import type { OpinionRecord } from './opinions.domain.ts';

const asked: OpinionRecord = {
  id: 'opn_1',
  submissionId: 'sub_1',
  revision: 2,
  kind: 'second',
  office: '复核人',
  askedOf: 'second',
  askedPost: '复核岗',
  question: '请复核',
  askedBy: 'first',
  askedByPost: '审核岗',
  askedAt: 10,
  state: 'asked',
  view: null,
  words: null,
  ownView: 'pass',
  ownWords: '数字与附表一致',
  answeredBy: null,
  answeredByPost: null,
  answeredAt: null,
  signedOn: null,
  version: 1,
};
const said = (view: 'pass' | 'mend' | 'not-ours', changes: Partial<OpinionRecord> = {}) => ({
  ...asked,
  state: 'answered' as const,
  view,
  words: '已看',
  answeredBy: 'second',
  answeredByPost: '复核岗',
  answeredAt: 20,
  ...changes,
});

describe('what two reviewers found', () => {
  it.each([
    ['first', []],
    ['first', [{ ...asked, state: 'withdrawn' as const }]],
    ['first', [said('not-ours')]],
    ['first', [said('pass', { revision: 1 })]],
    ['first', [said('pass', { kind: 'office' as const })]],
    ['first', [said('pass', { ownView: null })]],
    ['second', [asked]],
    ['agreed', [said('pass')]],
    ['agreed', [said('mend', { ownView: 'mend' })]],
    ['disagreed', [said('mend')]],
    ['second', [said('not-ours'), asked]],
  ] as const)('stands at %s', (state, opinions) => {
    expect(pairOf(opinions, 2).state).toBe(state);
  });

  it('is kept from each other until both have said it', () => {
    const open = pairOf([asked], 2);
    expect(visibleViews(open, 'first').map(({ words }) => words)).toEqual(['数字与附表一致']);
    expect(visibleViews(open, 'second')).toEqual([]);
    expect(visibleViews(open, 'third')).toEqual([]);
    const closed = pairOf([said('mend')], 2);
    for (const reader of ['first', 'second', 'third']) {
      expect(visibleViews(closed, reader).map(({ place, view }) => [place, view])).toEqual([
        ['first', 'pass'],
        ['second', 'mend'],
      ]);
    }
  });
});

describe('who decides', () => {
  it.each([
    ['first', 'accept', [], 'second-missing'],
    ['first', 'return', [], undefined],
    ['first', 'accept', [asked], 'second-missing'],
    ['first', 'accept', [said('pass')], undefined],
    ['second', 'accept', [said('pass')], undefined],
    ['first', 'accept', [said('mend', { ownView: 'mend' })], 'both-mend'],
    ['third', 'accept', [said('mend', { ownView: 'mend' })], 'both-mend'],
    ['second', 'return', [said('mend', { ownView: 'mend' })], undefined],
    ['first', 'accept', [said('mend')], 'decider-needed'],
    ['second', 'return', [said('mend')], 'decider-needed'],
    ['third', 'accept', [said('mend')], undefined],
    ['third', 'return', [said('mend')], undefined],
  ] as const)('%s wants to %s', (person, decision, opinions, refusal) => {
    expect(doubleRefusalOf(pairOf(opinions, 2), person, decision)).toBe(refusal);
  });
});

describe('what a leader ruled between two', () => {
  const differing = [said('mend')];
  const ruled = pairOf(differing, 2, { revision: 2, view: 'pass', registeredBy: 'second' });

  it('is carried out by another than who registered it, and overridden by nobody', () => {
    expect(ruled.state).toBe('ruled');
    for (const decision of ['accept', 'return'] as const) {
      expect(doubleRefusalOf(ruled, 'second', decision)).toBe('own-registration');
    }
    for (const person of ['first', 'third']) {
      expect(doubleRefusalOf(ruled, person, 'accept')).toBeUndefined();
      expect(doubleRefusalOf(ruled, person, 'return')).toBe('against-ruling');
    }
    const toMend = pairOf(differing, 2, { revision: 2, view: 'mend', registeredBy: 'third' });
    expect(doubleRefusalOf(toMend, 'first', 'accept')).toBe('against-ruling');
    expect(doubleRefusalOf(toMend, 'first', 'return')).toBeUndefined();
    expect(doubleRefusalOf(toMend, 'third', 'return')).toBe('own-registration');
  });

  it('is about the round it was given for, and about a difference only', () => {
    const registeredBy = 'first';
    expect(pairOf(differing, 2, { revision: 1, view: 'pass', registeredBy }).state).toBe(
      'disagreed',
    );
    expect(pairOf([said('pass')], 2, { revision: 2, view: 'mend', registeredBy }).state).toBe(
      'agreed',
    );
  });

  it('needs no second reason, whereas a third who accepts says why', () => {
    expect(needsReason(pairOf(differing, 2), 'accept')).toBe(true);
    expect(needsReason(pairOf(differing, 2), 'return')).toBe(false);
    expect(needsReason(ruled, 'accept')).toBe(false);
    expect(needsReason(pairOf([said('pass')], 2), 'accept')).toBe(false);
  });
});
