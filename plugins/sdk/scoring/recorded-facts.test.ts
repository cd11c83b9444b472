import { describe, expect, it } from 'vitest';
import type { RecordableFact, RecordedContent } from '#schema/contracts/evaluation-records.ts';
import { factsOfRecords, faultOf, monthsOfRecords } from './recorded-facts.ts';
import type { RecordedFact } from './recorded-facts.ts';

const record = (id: string, on: string, content: RecordedContent, fact = 'f'): RecordedFact => ({
  id,
  fact,
  on,
  content,
  reason: '登记',
  recordedBy: '行风办',
  materials: ['evd_1'],
});
const ratio = (numerator: number, denominator = 10) =>
  ({ kind: 'ratio', numerator, denominator }) as const;

describe('records as facts', () => {
  it('gathers events, in order of their days, with who vouches for them', () => {
    const facts = factsOfRecords([
      record('b', '2026-06-02', { kind: 'event', quantity: 2 }),
      record('a', '2026-06-01', { kind: 'event', category: 'own' }),
    ]);
    expect(facts['f']).toMatchObject({
      kind: 'events',
      events: [
        { id: 'a', on: '2026-06-01', category: 'own', recordedBy: '行风办', materials: ['evd_1'] },
        { id: 'b', quantity: 2, reason: '登记' },
      ],
    });
  });

  it('takes the latest of what is answered anew each month', () => {
    const facts = factsOfRecords([
      record('b', '2026-06-30', ratio(4)),
      record('a', '2026-05-31', ratio(9)),
    ]);
    expect(facts['f']).toMatchObject({ kind: 'ratio', numerator: 4, denominator: 10 });
  });

  it('names the findings of a sample after their record', () => {
    const findings = [{ reason: '未公示' }, { reason: '过期', quantity: 2 }];
    const facts = factsOfRecords([
      record('a', '2026-06-30', { kind: 'sample', population: 20, checked: 10, findings }),
    ]);
    expect(facts['f']).toMatchObject({ findings: [{ id: 'a:1' }, { id: 'a:2', quantity: 2 }] });
  });

  it('keeps the months between two records, which are empty and break what runs on', () => {
    const months = monthsOfRecords([
      record('a', '2025-11-30', ratio(9)),
      record('b', '2026-01-31', ratio(4)),
    ]);
    expect(months.map(({ key, facts }) => [key, Object.keys(facts)])).toEqual([
      ['2025-11', ['f']],
      ['2025-12', []],
      ['2026-01', ['f']],
    ]);
    expect(monthsOfRecords([])).toEqual([]);
  });
});

describe('what stands against a record', () => {
  const fact = (kinds: RecordableFact['kinds'], rest: Partial<RecordableFact> = {}) => ({
    fact: 'f',
    title: '事实',
    kinds,
    needsConfirmation: false,
    uses: [],
    ...rest,
  });
  const named = [{ key: 'own', title: '本级' }];

  it('is another kind than the rule reads, or a name that the standard does not have', () => {
    expect(faultOf(fact(['ratio']), { kind: 'event' })).toBe('kind');
    const event = fact(['event'], { categories: named });
    expect(faultOf(event, { kind: 'event' })).toBe('category');
    expect(faultOf(event, { kind: 'event', category: 'own' })).toBeUndefined();
    expect(faultOf(fact(['event']), { kind: 'event' })).toBeUndefined();
    const choice = fact(['choice'], { choices: named });
    expect(faultOf(choice, { kind: 'choice', choice: 'upper' })).toBe('choice');
    const votes = fact(['votes'], { answers: named });
    const counts = [{ answer: 'other', count: 1 }];
    expect(faultOf(votes, { kind: 'votes', counts })).toBe('answer');
  });

  it('is a figure outside the range, or more done than there was to do', () => {
    const judged = fact(['judgement', 'value'], { least: '1', most: '3' });
    expect(faultOf(judged, { kind: 'judgement', points: '3.5' })).toBe('out-of-range');
    expect(faultOf(judged, { kind: 'value', value: '-1' })).toBe('out-of-range');
    expect(faultOf(judged, { kind: 'judgement', points: '3' })).toBeUndefined();
    expect(faultOf(fact(['ratio']), ratio(11))).toBe('numerator');
    expect(faultOf(fact(['ratio']), ratio(10))).toBeUndefined();
    const sample = { kind: 'sample', population: 3, checked: 4, findings: [] } as const;
    expect(faultOf(fact(['sample']), { ...sample, findings: [] })).toBe('checked');
  });
});
