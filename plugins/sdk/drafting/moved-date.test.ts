import { describe, expect, it } from 'vitest';
import type { DateRule } from '#schema/contracts/campaign/dates.ts';
import { dayOfRule, isAtOddsWith, moveRule, rewordDay } from './moved-date.ts';

const due: DateRule = { kind: 'on', on: '2026-11-15', wording: '11月15日前' };

describe('a date that is moved', () => {
  it('keeps the document’s words, and what it rests on', () => {
    const rule = { ...due, source: { clause: 'steps' } };
    expect(moveRule(rule, '2026-11-16')).toEqual({ ...rule, on: '2026-11-16' });
  });

  it('of a part of a month becomes that very day', () => {
    const rule: DateRule = {
      kind: 'month-part',
      month: '2026-08',
      part: 'end',
      wording: '8月底',
    };
    expect(moveRule(rule, '2026-09-02')).toEqual({
      kind: 'on',
      on: '2026-09-02',
      wording: '8月底',
    });
  });

  it('that another document fixes stays fixed by it', () => {
    const rule: DateRule = { kind: 'by-document', document: '考核通知', wording: '另行通知' };
    expect(moveRule(rule, '2026-12-01')).toEqual({ ...rule, on: '2026-12-01' });
  });

  it('whose day itself does not count comes to the day that was meant', () => {
    for (const edge of ['start', 'end'] as const) {
      const moved = moveRule({ ...due, exclusive: true }, '2026-11-20', { edge });
      expect(dayOfRule(moved, edge)).toBe('2026-11-20');
    }
  });

  it('counted from something, or undated, becomes a day of the calendar', () => {
    const after: DateRule = {
      kind: 'after',
      anchor: 'issue',
      days: 10,
      unit: 'working',
      wording: '印发后10个工作日内',
    };
    expect(moveRule(after, '2026-08-03', { wording: '8月3日前' })).toEqual({
      kind: 'on',
      on: '2026-08-03',
      wording: '8月3日前',
    });
    expect(dayOfRule(after)).toBeUndefined();
    expect(dayOfRule({ kind: 'undated', wording: '适时' })).toBeUndefined();
  });
});

describe('the words of a date', () => {
  it('are put right where they name a day or a part of a month', () => {
    expect(rewordDay('2026年11月15日前', '2026-11-16')).toBe('2026年11月16日前');
    expect(rewordDay('9月1日至11月15日', '2026-12-01')).toBe('9月1日至12月1日');
    expect(rewordDay('8月底前', '2026-09-02')).toBe('9月2日前');
    expect(rewordDay('每季度末', '2026-09-02')).toBeUndefined();
  });

  it('are at odds with another day, and with none they do not name', () => {
    expect(isAtOddsWith('11月15日前', '2026-11-16')).toBe(true);
    expect(isAtOddsWith('9月1日至11月15日', '2026-09-01')).toBe(false);
    expect(isAtOddsWith('每季度', '2026-11-16')).toBe(false);
  });
});
