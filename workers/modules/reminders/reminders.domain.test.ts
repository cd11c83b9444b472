import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWorkingDay } from '#plugins/sdk/dates/calendar.ts';
import { addDays, dayAt } from '#plugins/sdk/dates/days.ts';
import { officialCalendar as calendar } from '#plugins/sdk/dates/official-calendar.ts';
import type { Waiting } from '#schema/contracts/reminders.ts';
import { phone } from './phone.fixtures.ts';
import {
  alreadyWords,
  digestWords,
  findSmsFault,
  isContact,
  isDigestTime,
  isWeeklyTime,
  leavesFor,
  maskContact,
  restDayWords,
  smsParameters,
  urgeWords,
  usualSettings,
  weekOf,
  weeklyWords,
} from './reminders.domain.ts';

const at = (moment: string) => Date.parse(`${moment}:00+08:00`);
const digests = (moment: string, changes = {}) =>
  isDigestTime({ ...usualSettings, ...changes }, at(moment), calendar);
const days = fc.integer({ min: 0, max: 700 }).map((days) => addDays('2025-01-01', days));

describe('每日摘要', () => {
  it('goes out from its hour on, and not at night', () => {
    expect(
      ['08:29', '08:30', '19:59', '20:00'].map((hour) => digests(`2026-07-08T${hour}`)),
    ).toEqual([false, true, true, false]);
    expect(digests('2026-07-08T08:30', { digestAt: '09:00' })).toBe(false);
  });

  it('rests on Saturdays, Sundays and holidays, and works on make-up working days', () => {
    expect(digests('2026-07-11T09:00')).toBe(false);
    expect(digests('2026-10-05T09:00')).toBe(false);
    expect(digests('2026-10-10T09:00')).toBe(true);
    expect(digests('2026-07-11T09:00', { quietOnRestDays: false })).toBe(true);
  });

  it('says in one sentence what waits, in figures with words', () => {
    const waiting: Waiting[] = [
      { kind: 'overdue', count: 1, href: '/' },
      { kind: 'returned', count: 2, href: '/' },
    ];
    const { title, body } = digestWords(waiting);
    expect(title).toEqual({ zh: '今天有3项待办', en: '3 items wait for you today' });
    expect(body.zh).toBe('逾期未报1件；退回待改2件。');
  });
});

describe('每周逾期名单', () => {
  it('goes out on Monday, or on the first working day after it', () => {
    const sends = (moment: string) => isWeeklyTime(usualSettings, at(moment), calendar);
    expect(['2026-07-06T08:30', '2026-07-06T08:00', '2026-07-07T09:00'].map(sends)).toEqual([
      true,
      false,
      false,
    ]);
    expect(['2026-10-05T09:00', '2026-10-08T09:00', '2026-10-09T09:00'].map(sends)).toEqual([
      false,
      true,
      false,
    ]);
  });

  it('goes out on at most one day of a week, and only on a working day', () => {
    fc.assert(
      fc.property(days, (day) => {
        const week = Array.from({ length: 7 }, (_, add) => addDays(weekOf(day), add));
        const sent = week.filter((each) =>
          isWeeklyTime(usualSettings, at(`${each}T12:00`), calendar),
        );
        expect(sent.length).toBeLessThanOrEqual(1);
        expect(sent.every((each) => isWorkingDay(each, calendar))).toBe(true);
      }),
    );
  });

  it('names the units in the order given, and counts what is too many to name', () => {
    const clock = { zh: '7月6日08:30', en: '2026-07-06 08:30' };
    const authority = { zh: '东区卫生健康局', en: 'East' };
    const unit = (name: string) => ({ name, items: 2, oldestDays: 5 });
    const { title, body } = weeklyWords(authority, [unit('甲医院'), unit('乙医院')], clock);
    expect(title.zh).toBe('每周逾期名单：东区卫生健康局所属2家单位');
    expect(body.zh).toBe(
      '截至7月6日08:30，以下2家单位逾期未报：甲医院（2件，最长5天）、乙医院（2件，最长5天）。',
    );
    const many = Array.from({ length: 230 }, (_, index) => unit(`医院${index}`));
    expect(weeklyWords(authority, many, clock).body.zh).toContain('，另有30家。');
  });
});

describe('催办', () => {
  it('is refused on every rest day with the next working day, and on no working day', () => {
    fc.assert(
      fc.property(days, (day) => {
        const words = restDayWords(at(`${day}T10:00`), calendar);
        expect(words === undefined).toBe(isWorkingDay(day, calendar));
      }),
    );
    expect(restDayWords(at('2026-08-15T10:00'), calendar)?.zh).toContain('8月17日（周一）');
  });

  it('says who did it today and when, and by when an answer is asked', () => {
    expect(alreadyWords({ at: at('2026-07-08T10:42'), byPost: '医政科' }).zh).toBe(
      '今天已催办（10:42 由医政科）',
    );
    const words = urgeWords({
      clock: { zh: '8月15日17:00', en: '2026-08-15 17:00' },
      deadline: { zh: '8月17日12:00', en: '2026-08-17 12:00' },
      what: { zh: '《自查情况报告》', en: '“Self-check report”' },
      items: 2,
      byPost: '医政科',
    });
    expect(words.zh).toBe(
      '截至8月15日17:00，你单位《自查情况报告》2件尚未报送。请于8月17日12:00前报送，如有困难请说明。（医政科）',
    );
  });
});

describe('a text message', () => {
  it('says where and how many, and passes', () => {
    expect(findSmsFault(smsParameters('测试区行风建设', 3))).toBeUndefined();
  });

  it.each(['举报平台', '投诉处理', '信访件', '患者信息', '问题线索', 'Complaints'])(
    'never carries a word of a case: %s',
    (site) => expect(findSmsFault(smsParameters(site, 1))).toBe('case-word'),
  );

  it('carries no other parameter, no address and no line of its own', () => {
    expect(findSmsFault({ title: '自查情况报告' })).toBe('unknown-parameter');
    expect(findSmsFault({ site: 'http://a.cn', count: '1' })).toBe('not-plain');
    expect(findSmsFault({ site: '行风建设', count: '三' })).toBe('not-plain');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (site) => {
        const fault = findSmsFault({ site, count: '1' });
        expect(fault === undefined && (site.length > 30 || site.includes('举报'))).toBe(false);
      }),
    );
  });
});

describe('an address', () => {
  it('is shown masked', () => {
    expect(maskContact('email', 'liming@unit.example')).toBe('l***@unit.example');
    expect(maskContact('phone', phone)).toBe('135****1234');
    expect(maskContact('account', 'zhang.san')).toBe('z***');
  });

  it('is one of its kind', () => {
    expect(isContact('email', 'li@unit.example')).toBe(true);
    expect(isContact('email', 'li@unit.example, other@unit.example')).toBe(false);
    expect(isContact('email', 'li@unit.example\nBcc: x@y.cn')).toBe(false);
    expect(isContact('phone', phone)).toBe(true);
    expect(isContact('phone', '110')).toBe(false);
    expect(isContact('account', 'zhang san')).toBe(false);
  });

  it('gets what its person chose, and what is about safety stays inside', () => {
    expect(leavesFor('digest', { digest: true, urged: false })).toBe(true);
    expect(leavesFor('weekly', { digest: true, urged: false })).toBe(false);
    expect(leavesFor('urged', { digest: false, urged: true })).toBe(true);
    expect(leavesFor('security', { digest: true, urged: true })).toBe(false);
    expect(dayAt(at('2026-07-08T23:59'))).toBe('2026-07-08');
  });
});
