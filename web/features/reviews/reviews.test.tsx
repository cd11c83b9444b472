import { describe, expect, test } from 'vitest';
import { earlierReasons, fieldViews, returnedReasons } from './case-fields.presenter.ts';
import { amountOf, leftAfter } from './deductions.component.tsx';
import { evidenceSheets } from './evidence-order.presenter.ts';
import { fillSentence } from './progress-sentence.component.tsx';
import { inProgressState, overdueWords, progressAsText, reliefsOf } from './progress.presenter.ts';
import { isLongWait, matchesQueue, queueStatus, waitedWords } from './queue-row.presenter.ts';
import { pointsOf, returnRound, returnTargets, withoutReason } from './return-points.presenter.ts';
import { joinPages } from './reviews.queries.ts';
import type { ProgressRow } from './reviews.queries.ts';
import { caseOf, firstReturn, queueRow, summaryOf } from './testing/cases.fixtures.ts';

const viewOf = (key: string) => fieldViews(caseOf()).find((view) => view.key === key);

describe('the answers under review', () => {
  test('say what changed since they were filed before, and what the return asked', () => {
    expect(viewOf('summary')).toMatchObject({ isChanged: true, returned: '请补充场次' });
    expect(viewOf('due-people')).toMatchObject({ isChanged: false, returned: undefined });
  });

  test('put last time’s answer beside each, and say where it is the same', () => {
    expect(viewOf('due-people')).toMatchObject({ words: '210 人', previous: '198 人' });
    expect(viewOf('summary')).toMatchObject({ isSameAsBefore: true });
  });

  test('mark the changed cell of a table and count the rows that are gone', () => {
    const table = viewOf('sessions');
    expect(table?.rows.map(({ cells }) => cells[0]?.isChanged)).toEqual([false, true]);
    expect([table?.isChanged, table?.rowsGone]).toEqual([true, 1]);
  });

  test('say of the same fault last year, also of what is asked once a year', () => {
    const points = [{ path: 'due-people', label: '应到人数', reason: '与台账不一致' }];
    const said = (occurrence: string, campaignTitle: string) =>
      earlierReasons(
        caseOf({ returnedBefore: [{ occurrence, campaignTitle, at: 0, points }] }),
      ).get('due-people');
    expect(said('once', '2025年行业作风建设工作方案')).toMatch(/^同一问题去年也退过/u);
    expect(said('once', '2023年行业作风建设工作方案')).toMatch(/^同一问题以前也退过/u);
  });

  test('forget a return that was taken back', () => {
    expect(returnedReasons({ earlier: [{ ...firstReturn, undone: true }] }).size).toBe(0);
  });
});

describe('the sheet of a return', () => {
  const targets = returnTargets(caseOf());

  test('lists every field, each row under its table, and the materials', () => {
    expect(targets.map(({ path }) => path)).toEqual([
      'due-people',
      'summary',
      'sessions',
      'sessions/r1',
      'sessions/r2',
      'photos',
      'deliverables/stamped',
    ]);
    expect(targets[4]?.label).toBe('培训场次 第2行');
  });

  test('says what an earlier return has named already', () => {
    expect(targets.filter(({ named }) => named > 0).map(({ path }) => path)).toEqual(['summary']);
    expect(returnRound(caseOf({}, { returns: 1 }))).toBe(2);
  });

  test('takes what was ticked in its own order and finds what lacks a reason', () => {
    const points = pointsOf(targets, { 'deliverables/stamped': ' 章不清 ', summary: ' ' });
    expect(points.map(({ path, reason }) => [path, reason])).toEqual([
      ['summary', ''],
      ['deliverables/stamped', '章不清'],
    ]);
    expect(withoutReason(points).map(({ path }) => path)).toEqual(['summary']);
  });
});

describe('the evidence', () => {
  test('comes stamped page first, and is shown, or offered where browsers cannot', () => {
    expect(
      evidenceSheets(caseOf()).map(({ slot, show, isStamped }) => [slot, show, isStamped]),
    ).toEqual([
      ['盖章扫描件', 'pages', true],
      ['佐证', 'offer', false],
    ]);
  });
});

describe('the queue', () => {
  test('tells first filings, filings after a return and held ones apart', () => {
    expect(queueStatus(queueRow()).words).toBe('待审');
    expect(queueStatus(queueRow({ returns: 1 })).words).toBe('退回1次后再报');
    expect(queueStatus(queueRow({ state: 'held' })).words).toBe('挂起，待纸质件');
    expect([waitedWords(queueRow({ waitingDays: 0 })), isLongWait({ waitingDays: 15 })]).toEqual([
      '今天报送',
      true,
    ]);
  });

  test('is searched by unit and task, and by state', () => {
    const row = queueRow({ returns: 1 });
    expect(matchesQueue(row, { state: '', search: '第一医院' })).toBe(true);
    expect(matchesQueue(row, { state: '', search: '2026年上半年' })).toBe(true);
    expect(matchesQueue(row, { state: 'first', search: '' })).toBe(false);
    expect(matchesQueue(row, { state: 'again', search: '' })).toBe(true);
    expect(matchesQueue(row, { state: 'held', search: '' })).toBe(false);
  });
});

const row: ProgressRow = {
  organizationId: 'org_1',
  organizationName: '东区第一医院',
  kind: 'hospital',
  due: 3,
  arrived: 2,
  inReview: 1,
  returned: 0,
  exempt: 0,
  overdue: 1,
  overdueDays: 12,
};

describe('the progress', () => {
  test('of several pages is one: the totals of the first, the rows of all', () => {
    const totals = { due: 2, arrived: 1, onTime: 1, overdue: 1, overdueUnits: 1 };
    const pageOf = (organizationId: string, asOf: number) => ({
      asOf,
      totals,
      rows: [{ ...row, organizationId }],
      reminder: { zh: '', en: '' },
      next: 'further',
    });
    const whole = joinPages([pageOf('org_a', 1), pageOf('org_b', 2)]);
    expect([whole.asOf, whole.totals]).toEqual([1, totals]);
    expect(whole.rows.map(({ organizationId }) => organizationId)).toEqual(['org_a', 'org_b']);
    expect(() => joinPages([])).toThrow('no page has come');
  });

  test('finds units by what is open with them', () => {
    expect(
      ['waiting', 'returned', 'missing', 'exempt', ''].map((state) => inProgressState(row, state)),
    ).toEqual([true, false, true, false, true]);
  });

  test('is copied as a table in the order shown', () => {
    const [caption, header, line] = progressAsText('报送进度', [row]).split('\n');
    expect(caption).toBe('报送进度');
    expect(header?.split('\t')).toHaveLength(10);
    expect(line).toBe('东区第一医院\t医院\t3\t2\t1\t0\t0\t1 件（12 天）\t\t');
    expect(overdueWords({ ...row, overdue: 0 })).toBe('0');
  });

  test('offers no extension once the day has passed, and no exemption of what has arrived', () => {
    const due = summaryOf({ state: 'due', filedAt: undefined, dueOn: '2026-07-20' });
    expect(reliefsOf(due, '2026-07-20')).toEqual(['extend', 'exempt']);
    expect(reliefsOf(due, '2026-07-21')).toEqual(['exempt']);
    expect(reliefsOf(summaryOf({ paper: 'expected' }), '2026-07-08')).toEqual(['paper']);
  });

  test('puts its figures into the sentence wherever the language has them', () => {
    expect(fillSentence('应报 {due} 件，逾期 {overdue}', { due: 5, overdue: 2 })).toEqual([
      '应报 ',
      5,
      ' 件，逾期 ',
      2,
      '',
    ]);
  });
});

describe('a deduction', () => {
  test('is exact, above nothing, and leaves the rest of the item in sight', () => {
    expect([amountOf('0.5'), amountOf('0'), amountOf('1.23456'), amountOf('-1')]).toEqual([
      5_000,
      undefined,
      undefined,
      undefined,
    ]);
    expect(leftAfter({ remaining: 20_000 }, '0.5')).toBe(15_000);
    expect(leftAfter({ remaining: 2_000 }, '0.5')).toBe(-3_000);
    expect(leftAfter(undefined, '0.5')).toBeUndefined();
  });
});
