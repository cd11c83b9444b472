import { describe, expect, it } from 'vitest';
import { field } from '#plugins/sdk/define.ts';
import type { Form } from '#schema/contracts/campaign/form.ts';
import type { Task } from '#schema/contracts/campaign/task.ts';
import type { SubmissionState } from '#schema/contracts/submissions.ts';
import { filingCampaign, goodAnswers } from './submissions.fixtures.ts';
import { askedIn, asksTheSame, fateOf } from './version-moves.domain.ts';
import type { Asked, Movable } from './version-moves.domain.ts';

function trainingIn(campaign = filingCampaign()): Asked {
  const asked = askedIn(campaign, 'training-report');
  if (asked === undefined) throw new Error('the campaign of the tests has no training report');
  return asked;
}

const before = trainingIn();
const withForm = (fields: Form['fields']): Asked => ({
  ...before,
  form: { ...before.form, fields },
});
const withTask = (changes: Partial<Task>): Asked => ({
  ...before,
  task: { ...before.task, ...changes },
});
const withoutSummary = withForm(before.form.fields.filter(({ key }) => key !== 'summary'));
const withHours = withForm([
  ...before.form.fields,
  field.integer('hours', '学时', { required: true, min: '0' }),
]);
const filing = (state: SubmissionState, changes: Partial<Movable> = {}): Movable => ({
  state,
  nil: false,
  answers: goodAnswers,
  deliverables: { stamped: ['evd_1'] },
  isHandedOut: false,
  ...changes,
});
const openStates = ['due', 'draft', 'returned'] as const;
const arrivedStates = ['filed', 'held', 'accepted'] as const;

describe('what an amendment asks', () => {
  it('is the same where only its date, its audience or its source is another', () => {
    expect(asksTheSame(before, trainingIn(filingCampaign({ dueOn: '2026-08-01' })))).toBe(true);
    expect(asksTheSame(before, withTask({ audience: { kind: ['bureau'] } }))).toBe(true);
  });

  it('is not the same with another form, another office or another chain of signatures', () => {
    expect(asksTheSame(before, withoutSummary)).toBe(false);
    expect(asksTheSame(before, withTask({ to: 'finance' }))).toBe(false);
    expect(asksTheSame(before, withTask({ signOff: ['filler'] }))).toBe(false);
  });
});

describe('what becomes of a filing that moves', () => {
  it('is nothing where both versions ask the same', () => {
    expect(fateOf(filing('draft'), before, before).kind).toBe('same');
  });

  it.each(openStates)('keeps in a filing that is %s what the new form still has', (state) => {
    const fate = fateOf(filing(state), before, withHours);
    expect(fate).toMatchObject({ kind: 'clean', content: { answers: goodAnswers } });
  });

  it.each(openStates)('says of a filing that is %s what it would lose', (state) => {
    const fate = fateOf(filing(state), before, withoutSummary);
    expect(fate.kind).toBe('loses');
    expect(fate.losses).toEqual([{ path: 'summary', label: '开展情况' }]);
    expect(fate.content.answers).toEqual({ 'due-people': 320, 'trained-people': 300 });
  });

  it.each(arrivedStates)('leaves a filing that is %s where it would lose something', (state) => {
    const fate = fateOf(filing(state), before, withoutSummary);
    expect(fate).toMatchObject({ kind: 'stays', why: 'would-lose' });
    expect(fate.content.answers).toEqual(goodAnswers);
  });

  it.each(arrivedStates)('leaves a filing that is %s where something would be missing', (state) => {
    const fate = fateOf(filing(state), before, withHours);
    expect(fate).toMatchObject({ kind: 'stays', why: 'to-complete' });
    expect(fate.incomplete).toEqual([{ path: 'hours', label: '学时' }]);
  });

  it('moves what has arrived where nothing is lost and nothing is missing', () => {
    const fewer = withForm([...before.form.fields, field.text('place', '地点')]);
    expect(fateOf(filing('accepted'), before, fewer).kind).toBe('clean');
  });

  it.each(['signing', 'signed'] as const)('waits while a filing is %s', (state) => {
    expect(fateOf(filing(state), before, withHours)).toMatchObject({
      kind: 'stays',
      why: 'signing',
    });
  });

  it('waits while a department has a part of it', () => {
    const fate = fateOf(filing('draft', { isHandedOut: true }), before, withHours);
    expect(fate).toMatchObject({ kind: 'stays', why: 'handed-out' });
  });

  it('has nowhere to go when the task is gone', () => {
    expect(fateOf(filing('accepted'), before, undefined)).toMatchObject({ why: 'task-gone' });
  });

  it('counts files and a nil return that the new version does not take', () => {
    const bare = withTask({ deliverables: [] });
    const fate = fateOf(filing('draft', { nil: true }), before, bare);
    expect(fate.losses.map(({ path }) => path)).toEqual(['deliverables/stamped', 'nil']);
    expect(fate.content).toMatchObject({ nil: false, deliverables: {} });
  });

  it('does not take a file for another kind of file', () => {
    const deliverables = before.task.deliverables?.map((item) =>
      item.key === 'stamped' ? { ...item, kind: 'attachment' as const } : item,
    );
    const fate = fateOf(filing('draft'), before, withTask({ deliverables }));
    expect(fate.losses).toHaveLength(1);
  });

  it('names what is missing among the materials of a filing that has arrived', () => {
    const fate = fateOf(
      filing('accepted', { deliverables: {} }),
      before,
      withForm([...before.form.fields, field.text('place', '地点')]),
    );
    expect(fate.incomplete).toEqual([{ path: 'deliverables/stamped', label: '盖章扫描件' }]);
  });
});
