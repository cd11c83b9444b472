import { describe, expect, test } from 'vitest';
import { submissionStates } from '#schema/contracts/submissions.ts';
import { previousPeriod, titleOf } from './occurrence.presenter.ts';
import { actOf, dueWords, holderWords, isWithOffice, remainingOf } from './task-row.presenter.ts';
import { makeSummary } from './testing/submissions.fixtures.ts';

const clerk = { mayFill: true, maySign: false, mayFile: true };
const department = { mayFill: true, maySign: true, mayFile: false };
const head = { mayFill: false, maySign: true, mayFile: false };
const left = (days: number, overdue = false) =>
  makeSummary({ daysLeft: { days, unit: 'working', overdue } });

describe('a row of 我的任务', () => {
  test('names the period of a task that comes again', () => {
    expect(titleOf(makeSummary({ occurrence: '2026-Q2' }))).toBe('自查情况报告 · 2026年第二季度');
    expect(titleOf(makeSummary({ occurrence: '2026-H2' }))).toBe('自查情况报告 · 2026年下半年');
    expect(titleOf(makeSummary({ occurrence: '2026-07' }))).toBe('自查情况报告 · 2026年7月');
    expect(titleOf(makeSummary({ occurrence: '2026' }))).toBe('自查情况报告 · 2026年');
    expect(titleOf(makeSummary())).toBe('自查情况报告');
  });

  test('names last time by its period, or as the year before', () => {
    const last = { campaignTitle: '2026年要点', isLastYear: false, answers: {} };
    expect(previousPeriod({ ...last, label: '2026-Q1' })).toBe('2026年第一季度');
    expect(previousPeriod({ ...last, label: 'once' })).toBe('2026年要点');
    expect(previousPeriod({ ...last, label: 'once', isLastYear: true })).toBe('上年');
  });

  test('gives the due day with its weekday, the year where it is another', () => {
    expect(dueWords(makeSummary(), '2026')).toBe('11月15日（周日）24:00');
    expect(dueWords(makeSummary(), '2025')).toBe('2026年11月15日（周日）24:00');
    const undated = makeSummary({ dueOn: undefined, dueLabel: undefined, dueWording: '定期' });
    expect(dueWords(undated)).toBe('定期（未定期限）');
  });

  test('counts working days, and says 今天截止 and 逾期', () => {
    expect(remainingOf(left(12))).toEqual({ kind: 'plain', words: '还有12个工作日' });
    expect(remainingOf(left(3))?.kind).toBe('soon');
    expect(remainingOf(left(0))).toEqual({ kind: 'soon', words: '今天截止' });
    expect(remainingOf(left(2, true))).toEqual({ kind: 'late', words: '已逾期2个工作日' });
    expect(remainingOf(left(0, true))).toEqual({ kind: 'late', words: '已逾期' });
  });

  test('says nothing about days once it has arrived or is exempt', () => {
    for (const state of ['filed', 'held', 'returned', 'accepted', 'exempt'] as const) {
      expect(remainingOf({ ...left(2, true), state })).toBeUndefined();
    }
  });

  test('says who holds it from where the reader sits', () => {
    expect(holderWords(makeSummary(), clerk)).toBe('在我手里');
    expect(holderWords(makeSummary(), head)).toBe('在填报人手里');
    const signing = makeSummary({
      state: 'signing',
      holder: { kind: 'post', title: '主要负责人' },
      nextStep: 'print-sheet',
    });
    expect(holderWords(signing, clerk)).toBe('在主要负责人手里');
    expect(holderWords({ ...signing, nextStep: 'sign' }, head)).toBe('在我手里');
    const done = makeSummary({ holder: { kind: 'nobody', title: '' }, nextStep: 'done' });
    expect(holderWords(done, clerk)).toBe('已办结');
  });

  test('puts the next step on the one button', () => {
    const label = (changes: Parameters<typeof makeSummary>[0]) =>
      actOf(makeSummary(changes), clerk).label;
    expect(label({ nextStep: 'fill' })).toBe('开始填写');
    expect(label({ nextStep: 'mend', pointsToMend: 2 })).toBe('按意见修改（2处）');
    expect(label({ nextStep: 'file' })).toBe('报送');
    const print = actOf(makeSummary({ nextStep: 'print-sheet' }), clerk);
    expect(print).toMatchObject({ label: '打印审签单', isMine: true });
    expect(print.href).toMatch(/\/sign-off-sheet$/);
  });

  test('offers a department to fill, and nothing for which the clerk answers', () => {
    const act = (nextStep: Parameters<typeof actOf>[0]['nextStep']) =>
      actOf(makeSummary({ nextStep, pointsToMend: 2 }), department);
    expect(act('fill')).toMatchObject({ label: '开始填写', isMine: true });
    expect(act('mend')).toMatchObject({ label: '继续填写', isMine: true });
    for (const step of ['print-sheet', 'file', 'send-paper'] as const) {
      expect(act(step)).toMatchObject({ label: '查看', isMine: false });
      expect(act(step).href).not.toContain('sign-off-sheet');
    }
    expect(act('sign')).toMatchObject({ label: '审签', isMine: true });
    expect(holderWords(makeSummary({ state: 'returned' }), department)).toBe('在填报人手里');
  });

  test('is with the office from 报送 until it comes back, and not while it is signed again', () => {
    const there = submissionStates.filter((state) => isWithOffice(makeSummary({ state })));
    expect(there).toEqual(['filed', 'held', 'accepted']);
  });

  test('offers a head no act of the filler', () => {
    expect(actOf(makeSummary({ nextStep: 'continue' }), head)).toMatchObject({
      label: '查看',
      isMine: false,
    });
    expect(actOf(makeSummary({ nextStep: 'sign' }), head)).toMatchObject({
      label: '审签',
      isMine: true,
    });
  });
});
