import { describe, expect, it } from 'vitest';
import { field, form } from '#plugins/sdk/define.ts';
import type { Task } from '#schema/contracts/campaign/task.ts';
import { partStates } from '#schema/contracts/submission-parts.ts';
import { alreadyOut, isOpen, proposedParts, toPart, unhandable } from './parts.domain.ts';
import type { StoredPart } from './parts.domain.ts';
import { filingCampaign } from './submissions.fixtures.ts';

const filing = form('filing', {
  title: '自查情况',
  fields: [
    field.section('money', '收费情况'),
    field.integer('charged', '收费项目数'),
    field.integer('wrong', '违规项目数'),
    field.section('drugs', '用药情况'),
    field.integer('checked', '点评处方数'),
    field.longText('measures', '整改措施'),
  ],
});
const now = Date.parse('2026-07-10T09:00:00+08:00');

const part = (changes: Partial<StoredPart> = {}): StoredPart => ({
  id: 'prt_1',
  submissionId: 'sub_1',
  organizationId: 'org_a',
  department: '财务科',
  fields: ['charged', 'wrong'],
  note: null,
  dueOn: '2026-07-09',
  dueAt: Date.parse('2026-07-10T00:00:00+08:00'),
  tokenHash: 'hash',
  expiresAt: now + 1,
  state: 'handed',
  answers: { charged: 5 },
  handedRevisions: {},
  handedAnswers: {},
  handedBy: 'prs_a',
  handedByPost: '行风办填报岗',
  handedAt: 1,
  savedAt: null,
  submittedAt: null,
  submittedByPost: null,
  closedAt: null,
  closedByPost: null,
  version: 1,
  ...changes,
});

describe('a part in the hands of a department', () => {
  it('is open until it is merged or taken back', () => {
    const open = partStates.filter((state) => isOpen({ state }));
    expect(open).toEqual(['handed', 'submitted']);
  });

  it('keeps its fields from every other hand as long as it is open', () => {
    const out = part();
    expect(alreadyOut([out], ['wrong', 'measures'])).toEqual([out]);
    expect(alreadyOut([out], ['checked'])).toEqual([]);
    expect(alreadyOut([part({ state: 'submitted' })], ['charged'])).toHaveLength(1);
    expect(alreadyOut([part({ state: 'taken-back' })], ['charged'])).toEqual([]);
    expect(alreadyOut([part({ state: 'merged' })], ['charged'])).toEqual([]);
  });

  it('is of fields that the form has, and of fields only', () => {
    expect(unhandable(filing, ['charged', 'measures'])).toEqual([]);
    expect(unhandable(filing, ['charged', 'nowhere'])).toEqual(['nowhere']);
    expect(unhandable(filing, ['money'])).toEqual(['money']);
  });
});

describe('the parts that a task itself proposes', () => {
  const [first] = filingCampaign().tasks;
  if (first === undefined) throw new Error('the campaign of the tests has a task');
  const task: Task = {
    ...first,
    parts: [
      { section: 'money', post: '财务科', daysBefore: 5 },
      { section: 'drugs', post: '药剂科' },
    ],
  };
  const proposed = (parts: StoredPart[] = [], changes: Record<string, unknown> = {}) =>
    proposedParts(
      { task, form: filing, dueOn: '2026-07-20', today: '2026-07-10', ...changes },
      parts,
    );

  it('are each a section with its post, due so many days before the filing', () => {
    expect(proposed()).toEqual([
      {
        section: 'money',
        department: '财务科',
        fields: ['charged', 'wrong'],
        dueOn: '2026-07-15',
      },
      {
        section: 'drugs',
        department: '药剂科',
        fields: ['checked', 'measures'],
        dueOn: '2026-07-20',
      },
    ]);
  });

  it('are never due before today', () => {
    expect(proposed([], { today: '2026-07-18' })[0]?.dueOn).toBe('2026-07-18');
  });

  it('have no day of their own where the filing has none', () => {
    for (const each of proposed([], { dueOn: null })) expect(each).not.toHaveProperty('dueOn');
  });

  it('leave out what is handed out or merged, and offer again what was taken back', () => {
    expect(proposed([part({ fields: ['charged'] })])[0]?.fields).toEqual(['wrong']);
    expect(proposed([part()]).map(({ section }) => section)).toEqual(['drugs']);
    expect(proposed([part({ state: 'merged' })]).map(({ section }) => section)).toEqual(['drugs']);
    expect(proposed([part({ state: 'taken-back' })])).toHaveLength(2);
  });

  it('are none where the task names none', () => {
    expect(proposed([], { task: { ...task, parts: undefined } })).toEqual([]);
  });
});

describe('a part as the clerk sees it', () => {
  it('hides what the department is still writing, and shows what it handed in', () => {
    expect(toPart(part(), now).answers).toEqual({});
    expect(toPart(part({ state: 'submitted' }), now).answers).toEqual({ charged: 5 });
  });

  it('is overdue only while it is with the department', () => {
    expect(toPart(part(), now).overdue).toBe(true);
    expect(toPart(part({ dueAt: now }), now).overdue).toBe(false);
    expect(toPart(part({ state: 'submitted' }), now).overdue).toBe(false);
  });

  it('never tells the link, nor who handed it out by more than the post', () => {
    const text = JSON.stringify(toPart(part({ note: '请按附表填写' }), now));
    expect(text).not.toContain('hash');
    expect(text).not.toContain('prs_a');
    expect(text).toContain('请按附表填写');
    expect(text).toContain('行风办填报岗');
  });

  it('says when it was saved, handed in and closed, as far as that happened', () => {
    const bare = toPart(part(), now);
    for (const key of ['note', 'savedAt', 'submittedAt', 'submittedByPost', 'closedAt']) {
      expect(bare).not.toHaveProperty(key);
    }
    const full = part({ savedAt: 2, submittedAt: 3, submittedByPost: '财务科', closedAt: 4 });
    expect(toPart({ ...full, state: 'merged' }, now)).toMatchObject({
      savedAt: 2,
      submittedAt: 3,
      submittedByPost: '财务科',
      closedAt: 4,
    });
  });
});
