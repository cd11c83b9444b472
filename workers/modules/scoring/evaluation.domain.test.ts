import { describe, expect, it } from 'vitest';
import { parsePoints } from '#plugins/sdk/points/points.ts';
import { keepLedger } from '#plugins/sdk/scoring/ledger/keep-ledger.ts';
import type { DemeritEntry, DemeritLedger } from '#schema/contracts/campaign/demerit-ledger.ts';
import type { RecordedResult, ResultUse } from '#schema/contracts/campaign/result-use.ts';
import type { Combination } from '#schema/contracts/campaign/score-combination.ts';
import type { ScoreSheet } from '#schema/contracts/campaign/score-sheet.ts';
import { classOf, ledgerResults, scoresOf, sheetResults, usesOf } from './evaluation.domain.ts';

const source = { clause: 'training' };
const grades = {
  excellent: { key: 'excellent', title: { zh: '优秀', en: 'Excellent' } },
  failed: { key: 'failed', title: { zh: '不合格', en: 'Failed' } },
};

function sheetOf(changes: Partial<ScoreSheet> = {}): ScoreSheet {
  return {
    scorecard: 'institution',
    complete: true,
    full: 400_000,
    base: 380_000,
    deductions: 20_000,
    bonus: 0,
    core: 380_000,
    final: 380_000,
    grade: grades.excellent,
    gradeBeforeVeto: grades.excellent,
    vetoes: [],
    pending: [],
    bounds: [],
    tree: [],
    ...changes,
  };
}

const veto = (...eventIds: string[]): ScoreSheet['vetoes'][number] => ({
  key: 'kickback',
  title: '收受回扣',
  gradeAtMost: 'failed',
  reason: { zh: '查实收受回扣', en: 'Kickback proven' },
  source,
  eventIds,
});

describe('the sources of a combined result', () => {
  const combination: Combination = {
    key: 'total',
    title: '综合结果',
    outOf: '100',
    sources: [
      { key: 'sheet', title: '考评', weight: '60%', outOf: '40', scorecard: 'institution' },
      { key: 'survey', title: '满意度', weight: '40%', outOf: '100' },
    ],
    places: 2,
    source,
  };
  const survey = (value: string) => ({ 'total:survey': { kind: 'value' as const, value } });

  it('are the final points of a sheet and the figure that was put on record', () => {
    const sheets = { institution: sheetOf() };
    expect(scoresOf(combination, { sheets, facts: survey('88.5') })).toEqual({
      sheet: 380_000,
      survey: 885_000,
    });
  });

  it('are missing, and never nought, while a sheet waits or nothing is on record', () => {
    const waiting = { institution: sheetOf({ complete: false, final: 0 }) };
    const none = { sheet: undefined, survey: undefined };
    expect(scoresOf(combination, { sheets: waiting, facts: {} })).toEqual(none);
    expect(scoresOf(combination, { sheets: {}, facts: {} })).toEqual(none);
  });

  it('are not taken from the same fact under another kind, nor from another combination', () => {
    const facts = {
      'total:survey': { kind: 'flag' as const, met: true },
      'other:survey': { kind: 'value' as const, value: '77' },
    };
    expect(scoresOf(combination, { sheets: {}, facts })['survey']).toBeUndefined();
  });

  it('tell nought on record from nothing on record', () => {
    expect(scoresOf(combination, { sheets: {}, facts: survey('0') })['survey']).toBe(0);
  });
});

describe('a ledger of demerits', () => {
  const ledger: DemeritLedger = {
    key: 'conduct',
    title: '不良执业行为记分',
    subject: 'unit',
    counted: 'incident',
    tiers: [
      { key: 'light', title: '较轻', points: '2' },
      { key: 'grave', title: '严重', points: '6' },
    ],
    cycle: { months: 12, start: 'calendar' },
    bands: [
      { key: 'warn', title: '4分以上不满8分', atLeast: '4', below: '8' },
      { key: 'rectify', title: '8分以上', atLeast: '8', consequence: '责令限期整改' },
    ],
    source,
  };
  const entry = (id: string, on: string, tier = 'light'): DemeritEntry => ({
    id,
    subject: 'unit',
    on,
    tier,
    reason: `第${id}次`,
  });
  const resultsOf = (...entries: DemeritEntry[]) => {
    const [account] = keepLedger(ledger, {
      entries,
      subjects: [{ subject: 'unit' }],
      asOf: '2026-07-01',
    });
    return account === undefined ? [] : ledgerResults(ledger, account);
  };
  const bands = (results: RecordedResult[]) =>
    results.filter(({ kind }) => kind === 'band').map(({ outcome, on }) => [outcome, on]);

  it('reaches a band on the day of the record that took it there, not on a later one', () => {
    const results = resultsOf(
      entry('1', '2026-02-01'),
      entry('2', '2026-03-01'),
      entry('3', '2026-04-01'),
    );
    expect(bands(results)).toEqual([['warn', '2026-03-01']]);
  });

  it('moves on to the next band and leaves the one below', () => {
    const results = resultsOf(entry('1', '2026-02-01'), entry('2', '2026-03-01', 'grave'));
    expect(bands(results)).toEqual([['rectify', '2026-03-01']]);
  });

  it('is in no band below the least of them', () => {
    expect(bands(resultsOf(entry('1', '2026-02-01')))).toEqual([]);
    expect(bands(resultsOf())).toEqual([]);
  });

  it('does not carry the points of a cycle that is over', () => {
    const results = resultsOf(entry('1', '2025-12-31', 'grave'), entry('2', '2026-01-01'));
    expect(bands(results)).toEqual([]);
  });

  it('gives each record by itself too, with its own points and day', () => {
    const singles = resultsOf(entry('1', '2026-02-01'), entry('2', '2026-03-01', 'grave'))
      .filter(({ kind }) => kind === 'single')
      .map(({ id, of, points, on }) => ({ id, of, points, on }));
    expect(singles).toEqual([
      { id: '1', of: 'conduct', points: '2', on: '2026-02-01' },
      { id: '2', of: 'conduct', points: '6', on: '2026-03-01' },
    ]);
    expect(parsePoints(singles[1]?.points ?? '')).toBe(60_000);
  });
});

describe('what a sheet has as a result', () => {
  const final = { state: 'final' as const, result: '优秀', confirmedOn: '2026-06-15' };

  it('is no grade that is only computed: a chain makes it final', () => {
    expect(sheetResults(sheetOf(), [], new Map())).toEqual([]);
    expect(sheetResults(sheetOf(), [final], new Map())).toMatchObject([
      { kind: 'grade', of: 'institution', outcome: 'excellent', on: '2026-06-15' },
    ]);
  });

  it('is the grade by its name or its key, and no grade where the assessors came to another', () => {
    const byKey = { ...final, result: 'excellent' };
    expect(sheetResults(sheetOf(), [byKey], new Map())).toHaveLength(1);
    const other = { ...final, result: '合格' };
    expect(sheetResults(sheetOf(), [other], new Map())).toEqual([]);
  });

  it.each(['open', 'awaiting-confirmation', 'objected'] as const)(
    'is nothing while the chain is %s',
    (state) => {
      expect(sheetResults(sheetOf(), [{ ...final, state }], new Map())).toEqual([]);
    },
  );

  it('is a veto from the first day on which a second post confirmed it', () => {
    const sheet = sheetOf({ grade: null, vetoes: [veto('b', 'a')] });
    const confirmed = new Map([
      ['a', '2026-05-01'],
      ['b', '2026-05-20'],
    ]);
    expect(sheetResults(sheet, [], confirmed)).toMatchObject([
      { id: 'institution/kickback', kind: 'veto', outcome: 'kickback', on: '2026-05-01' },
    ]);
  });

  it('is no veto that one post alleges and nobody confirmed', () => {
    const sheet = sheetOf({ grade: null, vetoes: [veto('a')] });
    expect(sheetResults(sheet, [], new Map())).toEqual([]);
    expect(sheetResults(sheet, [], new Map([['other', '2026-05-01']]))).toEqual([]);
  });
});

describe('what a result means elsewhere', () => {
  const use = (key: string, changes: Partial<ResultUse> = {}): ResultUse => ({
    key,
    title: `用途${key}`,
    when: { kind: 'veto', scorecard: 'institution', veto: 'kickback' },
    decision: 'award',
    effect: 'veto',
    months: 12,
    source,
    ...changes,
  });
  const result: RecordedResult = {
    id: 'institution/kickback',
    kind: 'veto',
    of: 'institution',
    outcome: 'kickback',
    on: '2026-05-01',
    reason: '查实收受回扣',
  };

  it('is said for every decision that the campaign names, with the reason and the time', () => {
    const uses = [use('a'), use('b', { decision: 'title-review', effect: 'defer', months: 24 })];
    expect(usesOf(uses, [result], '2026-07-01')).toMatchObject([
      { use: 'a', title: '用途a', decision: 'award', effect: 'veto', until: '2027-05-01' },
      { use: 'b', decision: 'title-review', effect: 'defer', until: '2028-05-01' },
    ]);
  });

  it('is said once for a decision that two uses bear on', () => {
    const both = usesOf([use('a'), use('b', { effect: 'inform' })], [result], '2026-07-01');
    expect(both.map(({ use: key }) => key)).toEqual(['a', 'b']);
  });

  it('ends with the months of the standard, and has no end where the standard names none', () => {
    expect(usesOf([use('a')], [result], '2027-05-01')).toHaveLength(1);
    expect(usesOf([use('a')], [result], '2027-05-02')).toEqual([]);
    const [endless] = usesOf([use('a', { months: undefined })], [result], '2036-01-01');
    expect(endless?.until).toBeNull();
  });

  it('is nothing before the result, nor once it was withdrawn', () => {
    expect(usesOf([use('a')], [result], '2026-04-30')).toEqual([]);
    const withdrawn = { ...result, withdrawnOn: '2026-06-01' };
    expect(usesOf([use('a')], [withdrawn], '2026-05-31')).toHaveLength(1);
    expect(usesOf([use('a')], [withdrawn], '2026-06-01')).toEqual([]);
  });

  it('quotes the words of the standard where the use has them', () => {
    const [said] = usesOf([use('a', { words: '一年内不得评优' })], [result], '2026-07-01');
    expect(said?.words).toBe('一年内不得评优');
    const [silent] = usesOf([use('a')], [result], '2026-07-01');
    expect(silent).not.toHaveProperty('words');
  });
});

describe('the class a unit is ranked in', () => {
  const classes = [
    { key: 'tertiary', title: '三级' },
    { key: 'private-profit', title: '民营' },
    { key: 'demonstration', title: '示范' },
  ];
  const unit: Parameters<typeof classOf>[1] = {
    level: 'secondary',
    kind: 'hospital',
    ownership: 'public',
    tags: [],
  };

  it('is the one named like its level, its ownership or a label of it', () => {
    expect(classOf({ classes }, { ...unit, level: 'tertiary' })).toBe('tertiary');
    expect(classOf({ classes }, { ...unit, ownership: 'private-profit' })).toBe('private-profit');
    expect(classOf({ classes }, { ...unit, tags: ['demonstration'] })).toBe('demonstration');
  });

  it('is the first in the order of the standard where several fit', () => {
    expect(classOf({ classes }, { ...unit, level: 'tertiary', tags: ['demonstration'] })).toBe(
      'tertiary',
    );
  });

  it('is none where nothing fits: a unit is not ranked among others', () => {
    expect(classOf({ classes }, unit)).toBeUndefined();
    expect(classOf({ classes: [] }, unit)).toBeUndefined();
  });

  it('is the only one where the ranking knows one class', () => {
    expect(classOf({ classes: [{ key: 'all', title: '全部' }] }, unit)).toBe('all');
  });
});
