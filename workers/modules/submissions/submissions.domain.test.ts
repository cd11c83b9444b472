import { describe, expect, it } from 'vitest';
import type { SubmissionState } from '#schema/contracts/submissions.ts';
import { submissionStates } from '#schema/contracts/submissions.ts';
import type { Standing } from './submissions.domain.ts';
import {
  groupOf,
  hasArrived,
  isEditable,
  isExtendable,
  isOnBehalf,
  isOnTime,
  isOverdue,
  nextStepOf,
  wasDueBy,
} from './submissions.domain.ts';

const due = Date.parse('2026-07-15T24:00:00+08:00');

function standing(state: SubmissionState, more: Partial<Standing> = {}): Standing {
  return { state, nil: false, dueAt: due, firstFiledAt: null, paperState: 'none', ...more };
}

describe('the state of a filing', () => {
  it('lets answers change before the sign-off and after a return, and at no other time', () => {
    expect(submissionStates.filter(isEditable)).toEqual(['due', 'draft', 'returned']);
  });

  it('is overdue only while it has not arrived, is due and is not exempt', () => {
    expect(isOverdue(standing('draft'), due)).toBe(false);
    expect(isOverdue(standing('draft'), due + 1)).toBe(true);
    expect(isOverdue(standing('returned', { firstFiledAt: due - 1 }), due + 1)).toBe(false);
    expect(isOverdue(standing('exempt'), due + 1)).toBe(false);
    expect(isOverdue(standing('due', { dueAt: null }), due + 1)).toBe(false);
  });

  it('stays arrived after a return', () => {
    expect(hasArrived(standing('returned', { firstFiledAt: 1 }))).toBe(true);
    expect(hasArrived(standing('draft'))).toBe(false);
  });

  it('counts the last moment of the due day as in time', () => {
    expect(isOnTime(due, due)).toBe(true);
    expect(isOnTime(due + 1, due)).toBe(false);
    expect(isOnTime(due + 1, null)).toBe(true);
  });

  it('puts nothing that is not yet due, undated or exempt into 应报', () => {
    expect(wasDueBy(standing('due'), due + 1)).toBe(true);
    expect(wasDueBy(standing('due'), due)).toBe(false);
    expect(wasDueBy(standing('due', { dueAt: null }), due + 1)).toBe(false);
    expect(wasDueBy(standing('exempt'), due + 1)).toBe(false);
  });

  it('can be extended until it has arrived', () => {
    expect(submissionStates.filter(isExtendable)).toEqual(['due', 'draft', 'signing', 'signed']);
  });
});

describe('我的任务', () => {
  const clerk = { maySign: false, mayFile: true };
  it.each([
    ['due', 'fill'],
    ['draft', 'continue'],
    ['signing', 'print-sheet'],
    ['signed', 'file'],
    ['returned', 'mend'],
    ['filed', 'await-review'],
    ['held', 'await-review'],
    ['accepted', 'done'],
    ['exempt', 'done'],
  ] as const)('offers a clerk for %s the step %s', (state, step) => {
    expect(nextStepOf(standing(state), clerk)).toBe(step);
  });

  it('offers the signature to who may sign, and waiting to who may neither', () => {
    expect(nextStepOf(standing('signing'), { maySign: true, mayFile: false })).toBe('sign');
    expect(nextStepOf(standing('signing'), { maySign: false, mayFile: false })).toBe(
      'await-sign-off',
    );
  });

  it('reminds of the paper that has not arrived', () => {
    expect(nextStepOf(standing('filed', { paperState: 'expected' }), clerk)).toBe('send-paper');
  });

  it('groups by the due day: today and overdue, this month, later', () => {
    const group = (state: SubmissionState, dueOn: string | null) =>
      groupOf({ ...standing(state), dueOn }, '2026-07-08');
    expect(group('draft', '2026-07-07')).toBe('now');
    expect(group('draft', '2026-07-08')).toBe('now');
    expect(group('due', '2026-07-09')).toBe('month');
    expect(group('due', '2026-08-01')).toBe('later');
    expect(group('due', null)).toBe('later');
    expect(group('returned', '2026-12-31')).toBe('now');
    expect(group('filed', '2026-07-01')).toBe('waiting');
    expect(group('accepted', '2026-07-01')).toBe('done');
  });
});

describe('代报', () => {
  const grant = (organizationId: string | null) => ({ organizationId });

  it('is what is filed by who holds no post in the unit', () => {
    expect(isOnBehalf([grant('org_bureau')], 'org_hospital')).toBe(true);
    expect(isOnBehalf([grant(null)], 'org_hospital')).toBe(true);
    expect(isOnBehalf([], 'org_hospital')).toBe(true);
  });

  it('is not what a unit files itself, nor a bureau for its own part', () => {
    expect(isOnBehalf([grant('org_bureau')], 'org_bureau')).toBe(false);
    expect(isOnBehalf([grant(null), grant('org_hospital')], 'org_hospital')).toBe(false);
  });
});
