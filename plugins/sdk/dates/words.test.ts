import { describe, expect, it } from 'vitest';
import { officialCalendar as calendar } from './official-calendar.ts';
import { dayLabel, daysLeftWords, dueAdvice, dueLabel } from './words.ts';

describe('dates in words', () => {
  it('names the weekday and the hour of a deadline', () => {
    expect(dueLabel('2020-11-15')).toBe('11月15日（周日）24:00');
    expect(dueLabel('2020-11-15', 'en')).toBe('Sunday 15 Nov, 24:00');
    expect(dueLabel('2020-11-15', 'zh-CN', { year: true, cutOff: '17:30' })).toBe(
      '2020年11月15日（周日）17:30',
    );
  });

  it('advises the Friday before a weekend and the date before a long holiday', () => {
    expect(dueAdvice('2020-11-15', calendar)).toBe('建议周五前');
    expect(dueAdvice('2020-11-15', calendar, 'en')).toBe('better by Friday');
    expect(dueAdvice('2026-10-07', calendar)).toBe('建议9月30日（周三）前');
    expect(dueAdvice('2021-01-25', calendar)).toBeUndefined();
  });

  it('counts down in working days', () => {
    expect(daysLeftWords('2020-11-10', '2020-11-15', calendar)).toBe('还有3个工作日');
    expect(daysLeftWords('2020-11-15', '2020-11-15', calendar)).toBe('今天截止');
    expect(daysLeftWords('2020-11-17', '2020-11-15', calendar)).toBe('已逾期2个工作日');
    expect(daysLeftWords('2020-11-12', '2020-11-13', calendar, 'en')).toBe('1 working day left');
  });

  it('says when the count stands on an unpublished calendar', () => {
    const next = calendar.lastYear + 1;
    expect(daysLeftWords(`${next}-03-01`, `${next}-03-02`, calendar)).toContain('暂按周末推算');
  });

  it('shows the year where it may be in doubt', () => {
    expect(dayLabel('2026-07-08', 'en', { year: true })).toBe('Wednesday 8 Jul 2026');
  });
});
