import { describe, expect, it } from 'vitest';
import { officialCalendar as calendar } from '#plugins/sdk/dates/official-calendar.ts';
import type { RegisterEntry } from '#plugins/sdk/registers/entry.ts';
import {
  claim,
  clerk,
  problem,
  problems,
  toClosed,
  walk,
} from '#plugins/sdk/registers/testing/registers.fixtures.ts';
import type { Form } from '#schema/contracts/campaign/form.ts';
import type { Register } from '#schema/contracts/campaign/register.ts';
import type { WorkflowState } from '#schema/contracts/campaign/workflow.ts';
import type { RegisterDefinition } from './registers.domain.ts';
import { fateOfEntry, movedEntry, restoredEntry } from './version-moves.domain.ts';
import type { MovableEntry } from './version-moves.domain.ts';
import { readAs } from './versions.domain.ts';

const form: Form = {
  key: 'problem',
  title: '问题',
  fields: [
    { kind: 'long-text', key: 'what', label: '问题表现', required: true },
    {
      kind: 'choice',
      key: 'kind',
      label: '类别',
      options: [
        { key: 'drugs', label: '用药' },
        { key: 'fees', label: '收费' },
      ],
    },
    { kind: 'post', key: 'responsible-post', label: '责任岗位' },
    { kind: 'date', key: 'deadline', label: '整改期限' },
    { kind: 'long-text', key: 'measures', label: '整改措施' },
  ],
};
const before: RegisterDefinition = {
  register: problems,
  form,
  campaignId: 'cmp_1',
  campaignTitle: '方案',
  versionHash: 'v1',
};
const after = (register: Partial<Register>, fields = form.fields): RegisterDefinition => ({
  ...before,
  versionHash: 'v2',
  register: { ...problems, ...register },
  form: { ...form, fields },
});
const workflowWith = (change: (state: WorkflowState) => WorkflowState[]): Partial<Register> => {
  const { workflow } = problems;
  if (workflow === undefined) throw new Error('problems have a workflow');
  return { workflow: { ...workflow, states: workflow.states.flatMap(change) } };
};
const without = (key: string) => form.fields.filter((field) => field.key !== key);

const open = (answers: object = {}): RegisterEntry =>
  walk(problem({ answers: { what: '处方点评不规范', kind: 'fees', ...answers } }), [
    [clerk, '2026-03-03', claim],
  ]);
const ended = (): RegisterEntry =>
  walk(problem({ answers: { what: '处方点评不规范', kind: 'fees' } }), toClosed);

const standing: MovableEntry['row'] = {
  masterRow: null,
  ends: null,
  longTerm: false,
  embargoed: false,
  awaiting: null,
};
const fate = (
  to: RegisterDefinition | undefined,
  entry = open(),
  row: Partial<MovableEntry['row']> = {},
) =>
  fateOfEntry(
    { row: { ...standing, ...row }, entry },
    { before, after: to },
    { calendar, today: '2026-04-01' },
  );
const closed = { ends: 'closed' } as const;

describe('an entry between two versions of its register', () => {
  it('has nothing to decide where both handle it alike, whatever becomes of the list', () => {
    expect(fate(after({})).kind).toBe('same');
    const list = after({ title: '整改台账', listed: ['kind'], visibility: { units: 'all' } });
    expect(fate(list).kind).toBe('same');
  });

  it('moves as it is where only more can be said', () => {
    const more = [...form.fields, { kind: 'text' as const, key: 'place', label: '地点' }];
    expect(fate(after({}, more))).toMatchObject({
      kind: 'clean',
      held: { answers: open().answers },
    });
    expect(fate(after({}, more), ended(), closed).kind).toBe('clean');
  });

  it.each([
    ['a field that is gone', without('kind'), 'kind'],
    [
      'an option that is gone',
      form.fields.map((field) =>
        field.kind === 'choice' ? { ...field, options: field.options.slice(0, 1) } : field,
      ),
      'kind',
    ],
    [
      'a value that no longer fits',
      form.fields.map((field) =>
        field.key === 'what' ? { kind: 'integer' as const, key: 'what', label: '件数' } : field,
      ),
      'what',
    ],
  ])('names %s, and leaves what has ended', (_, fields, path) => {
    const losing = fate(after({}, fields));
    expect(losing.kind).toBe('loses');
    expect(losing.losses.map((place) => place.path)).toContain(path);
    expect(fate(after({}, fields), ended(), closed)).toMatchObject({
      kind: 'stays',
      why: 'would-lose',
      held: { answers: ended().answers },
    });
  });

  it('names what the new version requires and the entry does not have', () => {
    const cause = { kind: 'text' as const, key: 'cause', label: '成因', required: true };
    const asking = after({}, [...form.fields, cause]);
    const place = { path: 'cause', label: '成因' };
    expect(fate(asking)).toMatchObject({ kind: 'loses', losses: [], incomplete: [place] });
    expect(fate(asking, ended(), closed)).toMatchObject({
      kind: 'stays',
      why: 'to-complete',
      incomplete: [place],
    });
  });

  it('does not ask for what a later step fills in', () => {
    const fields = form.fields.map((field) =>
      field.key === 'measures' ? { ...field, required: true } : field,
    );
    expect(fate(after({}, fields)).incomplete).toEqual([]);
  });

  it('stays where its register or its row of the list is gone', () => {
    expect(fate(undefined)).toMatchObject({ kind: 'stays', why: 'register-gone' });
    const rows = (...keys: string[]) => ({
      master: {
        audience: { kind: ['hospital' as const] },
        rows: keys.map((key) => ({ key, title: key })),
      },
    });
    const listed = { ...before, register: { ...problems, ...rows('a', 'b') } };
    const instance = (masterRow: string) => ({ row: { ...standing, masterRow }, entry: open() });
    const seen = { calendar, today: '2026-04-01' };
    const shorter = { before: listed, after: after(rows('a')) };
    expect(fateOfEntry(instance('b'), shorter, seen).why).toBe('row-gone');
    expect(fateOfEntry(instance('a'), shorter, seen).kind).toBe('same');
  });

  it('stays where its state is gone, or would close, reopen or show it', () => {
    const gone = workflowWith((state) => (state.key === 'claimed' ? [] : [state]));
    expect(fate(after(gone)).why).toBe('state-gone');
    const closing = workflowWith((state) => [
      state.key === 'claimed' ? { ...state, ends: 'closed' } : state,
    ]);
    expect(fate(after(closing)).why).toBe('state-changed');
    const reopening = workflowWith(({ ends, ...state }) => [
      state.key === 'closed' || ends === undefined ? state : { ...state, ends },
    ]);
    expect(fate(after(reopening), ended(), closed).why).toBe('state-changed');
    const hidden = after({ visibility: { units: 'above', embargo: { until: ['closed'] } } });
    expect(fate(hidden).why).toBe('state-changed');
  });

  it('stays where nothing would follow the state it is in', () => {
    const { workflow } = problems;
    const transitions = (workflow?.transitions ?? []).map((each) => ({
      ...each,
      from: each.from.filter((from) => from !== 'claimed'),
    }));
    const dead = after({ workflow: workflow && { ...workflow, transitions } });
    expect(fate(dead).why).toBe('state-changed');
  });

  it('stays where a move would show what is masked', () => {
    const more = [...form.fields, { kind: 'text' as const, key: 'place', label: '地点' }];
    const masking = (...masked: string[]): Partial<Register> => ({
      visibility: { units: 'above', masked },
    });
    const own = { ...before, register: { ...problems, ...masking('what', 'measures') } };
    const judge = (to: RegisterDefinition, entry = open()) =>
      fateOfEntry(
        { row: standing, entry },
        { before: own, after: to },
        { calendar, today: '2026-04-01' },
      );
    expect(judge(after({}, more))).toMatchObject({ kind: 'stays', why: 'unmasked', losses: [] });
    expect(judge(after(masking('what'), more)).kind).toBe('clean');
    expect(judge(after(masking('what'), more), open({ measures: '已培训' })).why).toBe('unmasked');
    expect(judge(after(masking('measures'), without('what'))).kind).toBe('loses');
  });

  it('waits while a hand-over is not signed for', () => {
    const more = [...form.fields, { kind: 'text' as const, key: 'place', label: '地点' }];
    expect(fate(after({}, more), open(), { awaiting: 'unit' }).why).toBe('handed-over');
  });

  it('names a source and a tie that have no place, and a term that has begun', () => {
    const tied = { ...open(), ties: [{ link: 'relapse-of', entry: 'e0' }] };
    const bare = fate(after({ channels: [], links: [], clocks: [] }), tied);
    expect(bare.losses).toMatchObject([
      { path: 'channels/self-check', label: '自查' },
      { path: 'links/relapse-of' },
      { path: 'clocks/rectification', label: { zh: '时限：整改期限' } },
    ]);
    expect(bare.held).toMatchObject({ sources: [], ties: [] });
  });

  it('has a responsible post at every moment', () => {
    expect(fate(after({ responsible: 'head' }, without('responsible-post'))).held.responsible).toBe(
      '药剂科主任',
    );
  });
});

describe('a move and its taking back', () => {
  const made = {
    from: 'v1',
    to: 'v2',
    on: '2026-04-01',
    actor: { personId: 'p', post: '行风办', as: 'office' as const },
    reason: '改版',
  };

  it('are each one line of the history, and leave the entry as it was', () => {
    const entry = open();
    const moved = movedEntry(entry, fate(after({}, without('kind'))), made);
    expect(moved.answers).not.toHaveProperty('kind');
    expect(moved.events.at(-1)).toMatchObject({ kind: 'version-moved', lost: ['类别'] });
    const { answers, sources, ties, responsible } = entry;
    const back = restoredEntry(moved, { answers, sources, ties, responsible }, made);
    expect({ ...back, events: [] }).toEqual({ ...entry, events: [] });
    expect(back.events.slice(0, entry.events.length)).toEqual(entry.events);
  });
});

describe('a register as an entry of an earlier version reads it', () => {
  const masked = (...fields: string[]): Register['visibility'] => ({
    units: 'above',
    masked: fields,
  });
  const now = after({ title: '整改台账', clocks: [], visibility: masked('kind') });

  it('is handled by its own version and seen by the one in force', () => {
    const read = readAs(now, { ...before, register: { ...problems, visibility: masked('what') } });
    expect(read.register.title).toBe('整改台账');
    expect(read.register.clocks).toEqual(problems.clocks);
    expect(read.register.visibility).toEqual(masked('kind', 'what'));
    expect(read.versionHash).toBe('v1');
  });

  it('is the one in force for who stands on that', () => {
    expect(readAs(now, now)).toBe(now);
  });
});
