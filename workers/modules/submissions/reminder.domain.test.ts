import { describe, expect, it } from 'vitest';
import { officialCalendar as calendar } from '#plugins/sdk/dates/official-calendar.ts';
import { nextNoon, overdueDays, reminderText } from './reminder.domain.ts';

const asOf = Date.parse('2026-08-15T17:00:00+08:00');

describe('催报文字', () => {
  it('lists the units in the order given, ready to paste', () => {
    const text = reminderText({
      asOf,
      title: { zh: '自查情况报告', en: 'Self-check report' },
      units: ['甲医院', '乙医院'],
      calendar,
    });
    expect(text.zh).toBe(
      '截至8月15日17:00，以下2家单位《自查情况报告》尚未报送：甲医院、乙医院。请于8月17日12:00前报送，如有困难请说明。',
    );
    expect(text.en).toContain('2 units have not filed “Self-check report”');
  });

  it('says so when nobody is overdue', () => {
    expect(reminderText({ asOf, title: undefined, units: [], calendar }).zh).toBe(
      '截至8月15日17:00，没有逾期未报的单位。',
    );
  });

  it('counts days from the day after the due day', () => {
    const due = Date.parse('2026-08-13T00:00:00+08:00');
    expect(overdueDays(due, Date.parse('2026-08-13T09:00:00+08:00'))).toBe(1);
    expect(overdueDays(due, asOf)).toBe(3);
    expect(overdueDays(null, asOf)).toBe(0);
  });

  it('asks for an answer by noon of the next working day, across holidays and make-up days', () => {
    const noonAfter = (day: string) => nextNoon(Date.parse(`${day}T17:00:00+08:00`), calendar).zh;
    expect(noonAfter('2024-08-15')).toBe('8月16日12:00');
    expect(noonAfter('2026-09-30')).toBe('10月8日12:00');
    expect(noonAfter('2026-10-09')).toBe('10月10日12:00');
  });
});
