import { describe, expect, test } from 'vitest';
import { partWords } from './draft-words.presenter.ts';
import { isHour, readHour, restDayWords } from './moment.presenter.ts';
import { actOf, dueWords, hrefOf, remainingOf } from './my-requests.presenter.ts';
import {
  basisWords,
  countFigures,
  dueMoment,
  lateWords,
  repeatsWords,
} from './request.presenter.ts';
import { contentOf, countsOf, dueAt, mineOf, rowOf } from './testing/requests.fixtures.ts';

const day = 86_400_000;

describe('how late a reply is', () => {
  test('is counted to the day it was filed, else to now', () => {
    const outstanding = rowOf({ late: true });
    expect(lateWords(outstanding, dueAt + 3 * day)).toBe('逾期3天');
    const filed = rowOf({ late: true, state: 'filed', filedAt: dueAt + day });
    expect(lateWords(filed, dueAt + 9 * day)).toBe('逾期1天');
  });

  test('is said for the hours of the same day, and not for what is excused or in time', () => {
    expect(lateWords(rowOf({ late: true }), dueAt + 60_000)).toBe('当日逾期');
    expect(lateWords(rowOf({ late: true, state: 'excused' }), dueAt + day)).toBe('');
    expect(lateWords(rowOf(), dueAt - day)).toBe('');
  });
});

test('the due moment of a reply has its hour; the end of a day is written 24:00', () => {
  expect(dueMoment(rowOf())).toBe('7月17日（周五）17:30');
  const endOfDay = Date.parse('2026-07-18T00:00:00+08:00');
  expect(dueMoment(rowOf({ dueAt: endOfDay }))).toBe('7月17日（周五）24:00');
});

test('the sentence over the replies leads from each figure to its list', () => {
  const figures = countFigures(countsOf());
  expect(figures.map(({ words }) => words).join('，')).toContain(
    '应报 3 件，已报 1 件，其中审核通过 0 件，未报 2 件，其中逾期 1 件（涉及 1 个单位）',
  );
  expect(figures.find(({ words }) => words.includes('逾期'))?.query).toBe('?overdue=true');
});

test('the basis names its kind, words, number and day', () => {
  expect(basisWords(contentOf().basis)).toBe(
    '上级来件：上级来件要求（卫函〔2026〕9号，2026年6月26日）',
  );
  expect(basisWords({ kind: 'instruction', words: '请抓紧' })).toBe('批示：请抓紧');
});

test('what repeats says how often and until when', () => {
  expect(repeatsWords(contentOf())).toBe('一次报送');
  const repeats = { every: 'week', until: '2026-09-30' } as const;
  expect(repeatsWords(contentOf({ repeats }))).toBe('每周一次，至2026年9月30日');
});

describe('the hour of a deadline', () => {
  test('is read as people write it', () => {
    expect([readHour('９：００'), readHour('9.30'), readHour('17:30')]).toEqual([
      '09:00',
      '09:30',
      '17:30',
    ]);
    expect([isHour('24:00'), isHour('00:00'), isHour('25:00')]).toEqual([true, false, false]);
  });

  test('a rest day is said with the working day before it', () => {
    expect(restDayWords('2026-07-18')).toContain('7月18日（周六）为休息日');
    expect(restDayWords('2026-07-18')).toContain('7月17日（周五）');
    expect(restDayWords('2026-07-17')).toBeUndefined();
    expect(restDayWords('七月')).toBeUndefined();
  });
});

describe('a request among my tasks', () => {
  test('has one button with the next step in words', () => {
    expect(actOf(mineOf({ nextStep: 'sign-for' }), true).label).toBe('签收');
    const mend = mineOf({ nextStep: 'mend', state: 'returned', pointsToMend: 2 });
    expect(actOf(mend, true)).toMatchObject({ label: '按意见修改（2处）', isMine: true });
    expect(actOf(mend, false)).toMatchObject({ label: '查看', isMine: false });
    expect(actOf(mineOf({ nextStep: 'await', state: 'filed' }), true).label).toBe('查看');
  });

  test('says what is left while it is open', () => {
    expect(remainingOf(mineOf())?.words).toBe('还有7个工作日');
    const late = mineOf({ daysLeft: { days: 2, unit: 'working', overdue: true } });
    expect(remainingOf(late)).toEqual({ kind: 'late', words: '已逾期2个工作日' });
    expect(remainingOf(mineOf({ state: 'filed' }))).toBeUndefined();
  });

  test('gives the advice of a rest day beside the due moment', () => {
    const row = mineOf({ dueAdvice: { zh: '建议周五前', en: 'better by Friday' } });
    expect(dueWords(row)).toBe('7月17日（周五）17:30，建议周五前');
  });

  test('leads to its own reply, or to the request alone where only a signature is owed', () => {
    expect(hrefOf(mineOf())).toMatch(/^\/requests\/rqt_\w+\/org_1\?reply=rpl_/);
    expect(hrefOf(mineOf({ replyId: undefined }))).toMatch(/\/org_1$/);
  });
});

test('the parts of two drafts are set side by side in words', () => {
  expect(partWords('deadline', contentOf())).toBe('7月17日（周五）17:30');
  expect(partWords('to', contentOf())).toBe('单位类别：医院；等级：二级');
  expect(partWords('form', contentOf())).toBe('自由回复');
  expect(partWords('title', {})).toBe('未填');
});
