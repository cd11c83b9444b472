import { describe, expect, test } from 'vitest';
import type { RecordableFact } from '#schema/contracts/evaluation-records.ts';
import { contentOf, contentWords, groupOf } from './fact-content.presenter.ts';
import { groundsOf } from './grounds.presenter.ts';
import { honours, kickback } from './testing/evaluation.fixtures.ts';

const plain: RecordableFact = {
  fact: 'trained',
  title: '培训覆盖',
  kinds: ['ratio', 'value'],
  needsConfirmation: false,
  uses: [],
};

describe('what is recorded', () => {
  test('is sent once it is whole, and not before', () => {
    expect(contentOf(honours, 'event', {})).toBeUndefined();
    expect(contentOf(kickback, 'event', { quantity: '0' })).toBeUndefined();
    expect(contentOf(kickback, 'event', { quantity: '3', about: ' 文件 ' })).toEqual({
      kind: 'event',
      quantity: 3,
      about: '文件',
    });
    expect(contentOf(plain, 'ratio', { numerator: '95' })).toBeUndefined();
    expect(contentOf(plain, 'ratio', { numerator: '95', denominator: '100' })).toEqual({
      kind: 'ratio',
      numerator: 95,
      denominator: 100,
    });
    expect(contentOf(plain, 'value', { value: '九十' })).toBeUndefined();
    expect(contentOf(plain, 'value', { value: '-1.5' })).toEqual({ kind: 'value', value: '-1.5' });
    expect(contentOf(plain, 'flag', {})).toBeUndefined();
    expect(contentOf(plain, 'flag', { met: 'no' })).toEqual({ kind: 'flag', met: false });
    expect(contentOf(plain, 'judgement', { points: '-1' })).toBeUndefined();
    expect(contentOf(plain, 'choice', { choice: '' })).toBeUndefined();
  });

  test('of a sample names each finding, and none is a finding too', () => {
    const counted = { population: '100', checked: '10' };
    expect(contentOf(plain, 'sample', counted)).toMatchObject({ checked: 10, findings: [] });
    const blank = { ...counted, findings: [{ reason: '', category: '' }] };
    expect(contentOf(plain, 'sample', blank)).toBeUndefined();
    const found = { ...counted, findings: [{ reason: ' 处方无点评 ', category: '' }] };
    expect(contentOf(plain, 'sample', found)).toMatchObject({
      findings: [{ reason: '处方无点评' }],
    });
  });

  test('of votes counts every answer, a nought included', () => {
    const fact = {
      ...plain,
      answers: [
        { key: 'good', title: '好' },
        { key: 'bad', title: '差' },
      ],
    };
    expect(contentOf(fact, 'votes', { counts: { good: '12' } })).toBeUndefined();
    const content = contentOf(fact, 'votes', { counts: { good: '12', bad: '0' } });
    expect(content).toMatchObject({ counts: [{ count: 12 }, { answer: 'bad', count: 0 }] });
    expect(content && contentWords({ content }, fact)).toBe('好 12；差 0');
  });

  test('is told in words with the names of the standard', () => {
    const content = { kind: 'event' as const, category: 'upper', quantity: 2 };
    expect(contentWords({ content }, honours)).toBe('上级表扬 · 2 次');
    const ratio = { kind: 'ratio' as const, numerator: 95, denominator: 100 };
    expect(contentWords({ content: ratio }, plain)).toBe('实 95／应 100');
  });

  test('lies under the button of what it does', () => {
    expect([honours, kickback, plain].map(groupOf)).toEqual(['bonus', 'veto', 'other']);
  });
});

describe('what a rule stands on', () => {
  const clauses = [{ key: 'blame', number: '四（二）', title: '责任追究', words: '予以约谈。' }];

  test('is its own words, else the quotation, else the clause', () => {
    const clause = groundsOf({ source: { clause: 'blame' } }, clauses);
    expect(clause).toEqual({
      words: '予以约谈。',
      source: '四（二） 责任追究',
      proposed: undefined,
    });
    const quoted = groundsOf({ source: { clause: 'blame', quote: '约谈' } }, clauses);
    expect(quoted.words).toBe('约谈');
    expect(groundsOf({ source: { document: '某办法' } }, []).source).toBe('某办法');
  });
});
