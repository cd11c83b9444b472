import { describe, expect, it } from 'vitest';
import { officialCalendar as calendar } from '#plugins/sdk/dates/official-calendar.ts';
import type { Authority, Grant } from '#schema/contracts/permission.ts';
import { can } from '#schema/contracts/permission.ts';
import {
  commission,
  dueView,
  groupOf,
  hourOf,
  issuerSubject,
  nextStepOf,
  occurrenceViews,
  reminderOf,
  seatOf,
} from './requests.domain.ts';
import { askedReplies, countsOf, toActs, toReplyRow } from './views.domain.ts';

const grant = (organizationId: string | null): Grant => ({
  id: 'g',
  role: organizationId === null ? 'commission-drafter' : 'bureau-reviewer',
  permissions: ['requests.draft'],
  relation: organizationId === null ? null : 'supervision',
  organizationId,
  path: organizationId === null ? null : `${organizationId}/`,
  from: '2026-01-01',
  to: null,
});
const person = (...grants: Grant[]): Authority => ({ personId: 'p', grants, recusedFrom: [] });
const mayDraft = (authority: Authority, issuerId: string) =>
  can(seatOf(authority, issuerId), 'requests.draft', issuerSubject(issuerId));
const noon = Date.parse('2026-07-17T12:00:00+08:00');

const reply = (changes: Partial<Parameters<typeof toReplyRow>[0]> = {}) => ({
  id: 'rpl',
  organizationId: 'a',
  occurrence: 'once',
  dueOn: '2026-07-17',
  originalDueOn: '2026-07-17',
  dueAt: noon,
  state: 'due' as const,
  firstFiledAt: null,
  nil: false,
  returns: 0,
  filedAt: null,
  receiptNumber: null,
  version: 1,
  ...changes,
});
const unit = {
  organizationId: 'a',
  organizationName: '甲医院',
  part: 'reply' as const,
  signedForAt: null,
};

describe('who acts for an issuer', () => {
  it('is one of its own, never somebody whose range merely reaches there', () => {
    expect(mayDraft(person(grant(null)), commission)).toBe(true);
    expect(mayDraft(person(grant('org_b')), 'org_b')).toBe(true);
    expect(mayDraft(person(grant(null)), 'org_b')).toBe(false);
    expect(mayDraft(person(grant('org_b')), commission)).toBe(false);
    expect(mayDraft(person(grant('org_b')), 'org_c')).toBe(false);
  });

  it('is at the commission no reviewer: drafting and signing are posts of their own there', () => {
    const reviewer: Grant = { ...grant(null), role: 'bureau-reviewer' };
    expect(mayDraft(person(reviewer), commission)).toBe(false);
  });
});

describe('the due moment of a row', () => {
  it('is written with its hour, and 24:00 is the end of that day', () => {
    expect(hourOf('2026-07-17', noon)).toBe('12:00');
    expect(hourOf('2026-07-17', noon + 12 * 3_600_000)).toBe('24:00');
  });

  it('says what day it was before an extension, and what day would be better', () => {
    const due = { dueOn: '2026-07-19', dueAt: noon + 60 * 3_600_000, originalDueOn: '2026-07-17' };
    expect(dueView(due, noon, calendar)).toMatchObject({
      originalDueOn: '2026-07-17',
      dueLabel: { zh: '7月19日（周日）24:00', en: 'Sunday 19 Jul, 24:00' },
      dueAdvice: { zh: '建议周五前', en: 'better by Friday' },
      daysLeft: { overdue: false },
    });
    const passed = { dueOn: '2026-07-17', dueAt: noon, originalDueOn: '2026-07-17' };
    expect(dueView(passed, noon + 1, calendar).daysLeft.overdue).toBe(true);
  });

  it('is shown for every due reply of a draft, and for none without a deadline', () => {
    expect(occurrenceViews({}, calendar)).toEqual([]);
    const deadline = { on: '2026-07-17', hour: '17:30' };
    expect(occurrenceViews({ deadline }, calendar)).toMatchObject([
      { key: 'once', dueLabel: { zh: '7月17日（周五）17:30' }, isRestDay: false },
    ]);
  });
});

describe('我的任务', () => {
  const group = (state: Parameters<typeof groupOf>[0]['state'], dueOn: string) =>
    groupOf({ state, dueOn }, '2026-07-10');

  it('has the groups of filings', () => {
    expect(group('due', '2026-07-10')).toBe('now');
    expect(group('due', '2026-07-31')).toBe('month');
    expect(group('draft', '2026-08-01')).toBe('later');
    expect(group('returned', '2026-12-01')).toBe('now');
    expect(group('filed', '2026-07-01')).toBe('waiting');
    expect(group('accepted', '2026-07-01')).toBe('done');
    expect(group('excused', '2026-07-01')).toBe('done');
  });

  it('names one next step for every state', () => {
    expect(nextStepOf('due', false)).toBe('sign-for');
    expect(nextStepOf('due', true)).toBe('fill');
    expect(nextStepOf('draft', false)).toBe('continue');
    expect(nextStepOf('returned', true)).toBe('mend');
    expect(nextStepOf('filed', true)).toBe('await');
    expect(nextStepOf('excused', true)).toBe('done');
  });
});

describe('催报文字', () => {
  it('names who has not replied once each, in the order given, and who is overdue', () => {
    const row = (organizationName: string, changes = {}) => ({
      ...reply(changes),
      organizationName,
    });
    const rows = [
      row('甲医院'),
      row('甲医院', { dueAt: noon + 999_999_999 }),
      row('乙医院', { state: 'filed', firstFiledAt: 1 }),
      row('丙医院', { dueAt: noon + 999_999_999 }),
    ];
    const { zh, en } = reminderOf('自查情况', rows, noon + 1);
    expect(zh).toBe(
      '截至7月17日（周五）12:00，以下2家单位《自查情况》尚未报送：甲医院、丙医院。其中已逾期1家：甲医院。请尽快报送，如有困难请说明。',
    );
    expect(en).toContain('Overdue: 甲医院.');
    const done = reminderOf('自查情况', [rows[2] ?? row('')], noon);
    expect(done.zh).toBe('截至7月17日（周五）12:00，《自查情况》各单位均已报送。');
  });
});

describe('the rows of a sender', () => {
  it('say what is late, asked for, extended and signed for', () => {
    const seen = { now: noon + 1, asked: new Set(['rpl']) };
    const row = toReplyRow(reply({ originalDueOn: '2026-07-10' }), unit, seen);
    expect(row).toMatchObject({ late: true, asked: true, originalDueOn: '2026-07-10' });
    expect(row).not.toHaveProperty('signedForAt');
    const filed = { filedAt: 5, receiptNumber: 'R', state: 'filed' as const, firstFiledAt: 5 };
    expect(toReplyRow(reply(filed), { ...unit, signedForAt: 4 }, seen)).toMatchObject({
      filedAt: 5,
      receiptNumber: 'R',
      signedForAt: 4,
      late: false,
    });
  });

  it('are counted with the units that signed for the request', () => {
    const signed = { ...unit, organizationId: 'b', signedForAt: 3 };
    expect(countsOf([unit, signed], [reply()], noon + 1)).toMatchObject({
      addressees: 2,
      signedFor: 1,
      due: 1,
      outstanding: 1,
      overdue: 1,
    });
  });

  it('know which replies wait for an answer to an application', () => {
    const ask = (replyId: string, state: 'asked' | 'agreed') => ({
      id: 'ask',
      replyId,
      organizationId: 'a',
      occurrence: 'once',
      reason: '原因',
      wantedOn: '2026-07-20',
      wantedHour: '24:00',
      state,
      askedByPost: '填报岗',
      askedAt: 1,
      answer: null,
      decidedByPost: null,
      decidedAt: null,
    });
    expect(askedReplies([ask('x', 'asked'), ask('y', 'agreed')])).toEqual(new Set(['x']));
  });

  it('keep every act, and say of one that it was withdrawn', () => {
    const act = (id: string, kind: 'extend' | 'withdraw', withdraws: string | null) => ({
      id,
      kind,
      withdraws,
      organizationId: 'a',
      occurrence: 'once',
      dueOn: null,
      dueAt: null,
      reason: '原因',
      actByPost: '行风办',
      at: 1,
    });
    const names = new Map([['a', '甲医院']]);
    const acts = toActs([act('1', 'extend', null), act('2', 'withdraw', '1')], names);
    expect(acts).toMatchObject([
      { id: '1', isWithdrawn: true, organizationName: '甲医院', byPost: '行风办' },
      { id: '2', isWithdrawn: false, withdraws: '1' },
    ]);
  });
});
