import { describe, expect, it } from 'vitest';
import { officialCalendar as calendar } from '#plugins/sdk/dates/official-calendar.ts';
import { waitingKinds } from '#schema/contracts/reminders.ts';
import type { Waiting, WaitingKind } from '#schema/contracts/reminders.ts';
import {
  alreadyWords,
  contactFor,
  digestWords,
  restDayWords,
  totalOf,
  urgeWords,
  weekOf,
  weeklyWords,
} from './reminders.domain.ts';

const one = (kind: WaitingKind, count = 1): Waiting => ({ kind, count, href: '/' });

describe('a digest in both languages', () => {
  it.each([
    ['overdue', '逾期未报2件。', '2 overdue.'],
    ['due-soon', '3个工作日内到期2件。', '2 due within 3 working days.'],
    ['returned', '退回待改2件。', '2 returned.'],
    ['sign-for', '待签收2件。', '2 to sign for.'],
    ['answers', '待签收批复2件。', '2 answers to sign for.'],
    ['sign-off', '待审签2件。', '2 to sign off.'],
    ['petition-sign', '待审签请示、专报2件。', '2 papers upward to sign.'],
    ['review', '待审核2件。', '2 to review.'],
    ['replies', '待审回复2件。', '2 replies to review.'],
    ['petitions', '待办理请示、专报2件。', '2 papers from below to handle.'],
    ['approve', '待我审签2件。', '2 waiting for my signature.'],
    ['proposals', '待处置建议2件。', '2 proposals to decide.'],
  ] as const)('says of %s: %s', (kind, zh, en) => {
    expect(digestWords([one(kind, 2)]).body).toEqual({ zh, en });
  });

  it('has words for everything that can wait', () => {
    const { title, body } = digestWords(waitingKinds.map((kind) => one(kind)));
    expect(title.zh).toBe(`今天有${waitingKinds.length}项待办`);
    expect(body.zh.split('；')).toHaveLength(waitingKinds.length);
    expect(body.en.split('; ')).toHaveLength(waitingKinds.length);
  });

  it('counts items, not kinds', () => {
    expect(totalOf([])).toBe(0);
    expect(totalOf([one('overdue', 3), one('review', 40)])).toBe(43);
  });
});

describe('the words of 催办', () => {
  const clock = { zh: '7月8日10:00', en: '2026-07-08 10:00' };
  const deadline = { zh: '7月9日12:00', en: '2026-07-09 12:00' };

  it('name no number of items where many units are shown one text', () => {
    const words = urgeWords({
      clock,
      deadline,
      what: undefined,
      items: undefined,
      byPost: '医政科',
    });
    expect(words.zh).toBe(
      '截至7月8日10:00，你单位应报材料尚未报送。请于7月9日12:00前报送，如有困难请说明。（医政科）',
    );
    expect(words.en).toContain('has not filed what is due. Please file by 2026-07-09 12:00');
  });

  it('say in English too who urged and when', () => {
    const at = Date.parse('2026-07-08T00:05:00+08:00');
    expect(alreadyWords({ at, byPost: 'Medical office' })).toEqual({
      zh: '今天已催办（00:05 由Medical office）',
      en: 'Urged today (00:05 by Medical office)',
    });
  });

  it('name the next working day on a rest day, over a long holiday too', () => {
    const words = restDayWords(Date.parse('2026-10-01T09:00:00+08:00'), calendar);
    expect(words?.zh).toBe('今天是休息日，不发送催办。下一个工作日为10月8日（周四）。');
    expect(words?.en).toContain('The next working day is Thursday 8 Oct.');
  });
});

describe('the weekly list', () => {
  const clock = { zh: '7月6日08:30', en: '2026-07-06 08:30' };
  const authority = { zh: '东区卫生健康局', en: 'Health Bureau of the East' };
  const units = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ name: `H${at}`, items: 1, oldestDays: at + 1 }));

  it('is whole in English', () => {
    const { title, body } = weeklyWords(authority, units(2), clock);
    expect(title.en).toBe('Weekly overdue list: 2 units under Health Bureau of the East');
    expect(body.en).toBe(
      'As of 2026-07-06 08:30, 2 units are overdue: H0 (1, up to 1 days), H1 (1, up to 2 days).',
    );
  });

  it('names two hundred units and counts the rest', () => {
    expect(weeklyWords(authority, units(200), clock).body.zh).not.toContain('另有');
    expect(weeklyWords(authority, units(201), clock).body.en).toContain(', and 1 more.');
  });

  it('belongs to the week that begins on Monday', () => {
    const week = ['2026-07-06', '2026-07-08', '2026-07-12'];
    expect(week.map(weekOf)).toEqual(Array(3).fill('2026-07-06'));
    expect(weekOf('2026-07-13')).toBe('2026-07-13');
    expect(weekOf('2027-01-01')).toBe('2026-12-28');
  });
});

describe('a channel', () => {
  it('needs the address that belongs to it', () => {
    expect((['email', 'robot', 'webhook', 'sms'] as const).map(contactFor)).toEqual([
      'email',
      'account',
      'account',
      'phone',
    ]);
  });
});

describe('a text to read aloud', () => {
  it('has no figure without its word', () => {
    const words = waitingKinds.flatMap((kind) => {
      const { title, body } = digestWords([one(kind, 7)]);
      return [title.zh, body.zh];
    });
    expect(words.filter((text) => !/7[项件]/.test(text))).toEqual([]);
  });
});
