import { describe, expect, it } from 'vitest';
import { readDayWords } from './day-words.ts';

describe('the words of a date', () => {
  it.each([
    ['11月15日前', { kind: 'on', on: '2026-11-15' }],
    ['2027年1月5日', { kind: 'on', on: '2027-01-05' }],
    ['2026-11-15', { kind: 'on', on: '2026-11-15' }],
    ['2026/9/3', { kind: 'on', on: '2026-09-03' }],
    ['１１月３０日前（不含）', { kind: 'on', on: '2026-11-30', exclusive: true }],
    ['9月1日至11月30日', { kind: 'on', on: '2026-11-30' }],
    ['8月底前', { kind: 'month-part', month: '2026-08', part: 'end' }],
    ['9月上旬', { kind: 'month-part', month: '2026-09', part: 'early' }],
    ['10月份', { kind: 'month-part', month: '2026-10', part: 'whole' }],
    ['年底前', { kind: 'month-part', month: '2026-12', part: 'end' }],
    ['印发后10个工作日内', { kind: 'after', anchor: 'issue', days: 10, unit: 'working' }],
    ['自发布之日起15日内', { kind: 'after', anchor: 'publication', days: 15, unit: 'natural' }],
    ['另行通知', { kind: 'by-document', document: '另行通知' }],
    ['适时开展', { kind: 'undated' }],
  ])('%s are understood, and kept', (words, rule) => {
    expect(readDayWords(words, 2026)).toMatchObject(rule);
    expect(readDayWords('8月底前', 2026)?.wording).toBe('8月底前');
  });

  it.each(['', '尽快', '2月30日', '13月底'])('%j name no day', (words) => {
    expect(readDayWords(words, 2026)).toBeUndefined();
  });
});
