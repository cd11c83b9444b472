import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  dayOf,
  daysBetween,
  formatDate,
  formatDay,
  formatDue,
  formatInstant,
  formatMoment,
  parseDay,
} from './dates.ts';
import {
  formatBytes,
  formatCount,
  formatMoney,
  formatPoints,
  formatShare,
  normaliseNumber,
} from './numbers.ts';

describe('days and moments', () => {
  test('a due day is written with its weekday and ends at 24:00', () => {
    expect(formatDue('2026-11-15')).toBe('11月15日（周日）24:00');
    expect(formatDay('2026-01-02', { year: true })).toBe('2026年1月2日（周五）');
    expect(formatDate('2024-02-29')).toBe('2024年2月29日');
  });

  test('moments are told in Shanghai’s time wherever the browser is', () => {
    expect(formatInstant(Date.parse('2026-12-31T16:22:00Z'))).toBe('2027年1月1日 00:22');
    expect(dayOf(Date.parse('2026-11-15T15:59:59Z'))).toBe('2026-11-15');
  });

  test('today is told by the hour, other days with their date', () => {
    const now = Date.parse('2026-11-15T10:00:00Z');
    expect(formatMoment(Date.parse('2026-11-15T02:42:00Z'), now)).toBe('10:42');
    expect(formatMoment(Date.parse('2026-11-14T02:42:00Z'), now)).toBe('11月14日 10:42');
  });

  test.each([
    '2026-11-05',
    '2026-11-5',
    '2026.11.5',
    '2026/11/05',
    '20261105',
    '2026年11月5日',
    '２０２６－１１－０５',
  ])('reads %s as a day', (written) => expect(parseDay(written)).toBe('2026-11-05'));

  test.each(['2026-02-30', '15号', '卫健医〔2026〕15号', '2026-13-01', ''])(
    'does not take %s for a day',
    (written) => expect(parseDay(written)).toBeUndefined(),
  );

  test('counts days across a year', () => {
    expect(daysBetween('2026-12-30', '2027-01-02')).toBe(3);
  });
});

describe('figures', () => {
  test.each([
    [5000, '0.5'],
    [1_000_000, '100'],
    [-5000, '−0.5'],
    [895_001, '89.5001'],
    [0, '0'],
  ])('%d units are %s points', (units, text) => expect(formatPoints(units)).toBe(text));

  test('points lose nothing on their way to the screen', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2_000_000_000, max: 2_000_000_000 }), (units) => {
        const [whole = '', rest = ''] = formatPoints(units).replace('−', '-').split('.');
        const size = Math.abs(Number(whole)) * 10_000 + Number(rest.padEnd(4, '0'));
        expect(whole.startsWith('-') ? -size : size).toBe(units);
      }),
    );
  });

  test('a share comes from its two integers, rounded half up, and has no value without a denominator', () => {
    expect(formatShare(2228, 2310)).toBe('96.5%');
    expect(formatShare(1, 2000)).toBe('0.1%');
    expect(formatShare(0, 0)).toBe('—');
  });

  test('thousands are grouped, money keeps its cents as written', () => {
    expect(formatCount(2622)).toBe('2,622');
    expect(formatMoney('1234567.50')).toBe('1,234,567.50');
    expect(formatBytes(2_412_000)).toBe('2.3 MB');
  });

  test('what an input method leaves behind becomes a figure', () => {
    expect(normaliseNumber(' １，２００。５ ')).toBe('1200.5');
  });
});
