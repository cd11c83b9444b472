import { describe, expect, it } from 'vitest';
import { faultOf } from '#plugins/sdk/scoring/recorded-facts.ts';
import type { RecordableFact, RecordedContent } from '#schema/contracts/evaluation-records.ts';
import {
  confirmBar,
  contentFaults,
  factsToRecord,
  isAfterToday,
  isShownToUnit,
  periodOf,
  standingFacts,
} from './score-facts.domain.ts';
import { evaluation, gradedCard } from './scoring.fixtures.ts';

const campaign = { scorecards: [gradedCard], evaluation };

describe('what people put on record', () => {
  const facts = factsToRecord(campaign);

  it('is each fact once, however many rules read it', () => {
    const keys = facts.map(({ fact }) => fact);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).toContain('complaints');
  });

  it('is never what the filings themselves say', () => {
    expect(facts.map(({ fact }) => fact)).not.toContain('filings');
    expect(factsToRecord({ scorecards: [] })).toEqual([]);
  });

  it('asks for a second person exactly where a veto stands on it', () => {
    const needing = facts.filter(({ needsConfirmation }) => needsConfirmation);
    expect(needing.map(({ fact }) => fact)).toEqual(['kickback']);
  });
});

describe('what one record stands for', () => {
  const event: RecordedContent = { kind: 'event' };
  const value: RecordedContent = { kind: 'value', value: '88.5' };

  it('is itself for an event: there are as many as there are', () => {
    expect(periodOf(event, '2026-06-20', 'sfa_1')).toBe('sfa_1');
    expect(periodOf(event, '2026-06-20', 'sfa_2')).toBe('sfa_2');
  });

  it('is its month for every figure', () => {
    expect(periodOf(value, '2026-06-01', 'sfa_1')).toBe('2026-06');
    expect(periodOf(value, '2026-06-30', 'sfa_2')).toBe('2026-06');
    expect(periodOf({ kind: 'flag', met: true }, '2026-12-31', 'sfa_3')).toBe('2026-12');
  });
});

describe('what counts', () => {
  const row = (state: string, changes = {}) => ({
    id: `sfa_${state}`,
    factKey: 'honours',
    onDay: '2026-06-20',
    content: { kind: 'event', category: 'upper' } as const,
    reason: '获上级通报表扬',
    clauseKey: null,
    evidenceIds: ['evd_1'],
    state,
    recordedByPost: '医政科审核岗',
    ...changes,
  });

  it('is neither what waits for a second person nor what was withdrawn', () => {
    const rows = [row('unconfirmed'), row('standing'), row('withdrawn')];
    expect(standingFacts(rows).map(({ id }) => id)).toEqual(['sfa_standing']);
  });

  it('goes on with its day, reason, clause, post and files', () => {
    expect(standingFacts([row('standing', { clauseKey: 'training' })])).toEqual([
      {
        id: 'sfa_standing',
        fact: 'honours',
        on: '2026-06-20',
        content: { kind: 'event', category: 'upper' },
        reason: '获上级通报表扬',
        clause: 'training',
        recordedBy: '医政科审核岗',
        materials: ['evd_1'],
      },
    ]);
    expect(standingFacts([row('standing')])[0]?.clause).toBeUndefined();
  });
});

describe('双人', () => {
  const record = { recordedBy: 'prs_a', recordedByPost: '医政科审核岗' };

  it('is another person of another post', () => {
    expect(confirmBar(record, { personId: 'prs_b', post: '行风办核稿岗' })).toBeUndefined();
  });

  it('is never who put it on record, even under another post', () => {
    expect(confirmBar(record, { personId: 'prs_a', post: '行风办核稿岗' })).toBe('own-record');
    expect(confirmBar(record, { personId: 'prs_a', post: '医政科审核岗' })).toBe('own-record');
  });

  it('is not a colleague of the same post', () => {
    expect(confirmBar(record, { personId: 'prs_b', post: '医政科审核岗' })).toBe('same-post');
  });
});

describe('what the unit is shown', () => {
  const row = { state: 'standing', confirmedAt: null, needsConfirmation: false };

  it('is what stands against it', () => {
    expect(isShownToUnit(row)).toBe(true);
    expect(isShownToUnit({ ...row, needsConfirmation: true, confirmedAt: 5 })).toBe(true);
  });

  it('is not what one post alleges and nobody has confirmed', () => {
    expect(isShownToUnit({ ...row, state: 'unconfirmed', needsConfirmation: true })).toBe(false);
  });

  it('is what was withdrawn only where it once stood', () => {
    const withdrawn = { ...row, state: 'withdrawn', needsConfirmation: true };
    expect(isShownToUnit(withdrawn)).toBe(false);
    expect(isShownToUnit({ ...withdrawn, confirmedAt: 5 })).toBe(true);
    expect(isShownToUnit({ ...withdrawn, needsConfirmation: false })).toBe(true);
  });
});

describe('the day of a fact', () => {
  it('is today at the latest, by the calendar of Shanghai', () => {
    const justAfterMidnight = Date.parse('2026-07-02T00:30:00+08:00');
    expect(isAfterToday('2026-07-02', justAfterMidnight)).toBe(false);
    expect(isAfterToday('2026-07-03', justAfterMidnight)).toBe(true);
    const justBefore = Date.parse('2026-07-01T23:59:59+08:00');
    expect(isAfterToday('2026-07-02', justBefore)).toBe(true);
  });
});

describe('what is wrong with a record', () => {
  const fact = (changes: Partial<RecordableFact>): RecordableFact => ({
    fact: 'x',
    title: '事实',
    kinds: ['event', 'value', 'ratio', 'choice', 'judgement', 'sample', 'votes'],
    uses: [],
    needsConfirmation: false,
    ...changes,
  });
  const named = { key: 'upper', title: '上级' };
  const cases: [string, RecordableFact, RecordedContent][] = [
    ['kind', fact({ kinds: ['value'] }), { kind: 'flag', met: true }],
    ['category', fact({ categories: [named] }), { kind: 'event', category: 'own' }],
    ['choice', fact({ choices: [named] }), { kind: 'choice', choice: 'own' }],
    [
      'answer',
      fact({ answers: [named] }),
      { kind: 'votes', counts: [{ answer: 'own', count: 1 }] },
    ],
    ['out-of-range', fact({ most: '100' }), { kind: 'value', value: '100.1' }],
    ['numerator', fact({}), { kind: 'ratio', numerator: 6, denominator: 5 }],
    ['checked', fact({}), { kind: 'sample', population: 5, checked: 6, findings: [] }],
  ];

  it.each(cases)('is named as %s, at its field and in both languages', (fault, asked, content) => {
    const found = faultOf(asked, content);
    expect(found).toBe(fault);
    if (found === undefined) return;
    const { path, zh, en } = contentFaults[found];
    expect(path).toMatch(/^content\.\w+$/);
    expect([zh.length, en.length].every((length) => length > 10)).toBe(true);
  });

  it('is told apart fault by fault: no two have the same words', () => {
    const words = Object.values(contentFaults).map(({ zh }) => zh);
    expect(new Set(words).size).toBe(words.length);
  });
});
