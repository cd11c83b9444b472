import { describe, expect, test } from 'vitest';
import { groupTasks } from './task-groups.presenter.ts';
import { makeSummary, morning } from './testing/submissions.fixtures.ts';

const tasks = (changes: Partial<Parameters<typeof groupTasks>[0]> = {}) => ({
  asOf: morning,
  now: [],
  month: [],
  later: [],
  waiting: [],
  done: 0,
  ...changes,
});

describe('the groups of 我的任务', () => {
  test('what waits for a signature stands first and only once', () => {
    const sign = makeSummary({ id: 'sub_sign', nextStep: 'sign' });
    const fill = makeSummary({ id: 'sub_fill' });
    const groups = groupTasks(tasks({ now: [fill], later: [sign] }));
    expect(groups.toSign).toEqual([sign]);
    expect(groups.now).toEqual([fill]);
    expect(groups.later).toEqual([]);
  });

  test('names the units only where there are several', () => {
    const one = makeSummary();
    const other = makeSummary({ organizationId: 'org_2' });
    expect(groupTasks(tasks({ now: [one, one] })).hasSeveralUnits).toBe(false);
    expect(groupTasks(tasks({ now: [one], waiting: [other] })).hasSeveralUnits).toBe(true);
  });
});
