import { describe, expect, it } from 'vitest';
import type { Register } from '#schema/contracts/campaign/register.ts';
import { officialCalendar as calendar } from '../dates/official-calendar.ts';
import { closingErrorRate, lookBack, relapseRate } from './looking-back.ts';
import { masterProgress, planInstances } from './master-list.ts';
import { mergeEntries, splitEntry } from './merging.ts';
import {
  clerk,
  contextOf,
  problem,
  problems,
  reviewer,
  toClosed,
  verifier,
  walk,
} from './testing/registers.fixtures.ts';
import { addTotals, noTotals, rateOf, standingOf, totalsOf } from './totals.ts';

const totalsOn = (entries: readonly ReturnType<typeof problem>[], today: string) =>
  entries
    .map((entry) => totalsOf(standingOf(problems, entry, { calendar, today }), today))
    .reduce(addTotals, noTotals);
const inspector = { ...reviewer, personId: 'p-inspector' };

describe('fixture 25: the same problem from 巡察 and from 12345', () => {
  const fromInspection = problem({ sources: [{ channel: 'inspection', number: '巡〔2026〕7号' }] });
  const fromHotline = problem({
    id: 'e2',
    sources: [{ channel: 'hotline', number: 'GD20260301' }],
  });
  const merge = { transition: 'merge', reason: '同一事项' };
  const outcome = mergeEntries(
    contextOf(fromHotline, reviewer, '2026-03-05'),
    { entry: fromInspection, register: problems },
    merge,
  );

  it('is one problem with both sources and both outside numbers', () => {
    if (!outcome.ok) throw new Error('refused');
    expect(outcome.into.sources).toEqual([
      { channel: 'inspection', number: '巡〔2026〕7号' },
      { channel: 'hotline', number: 'GD20260301' },
    ]);
    expect(outcome.from.state).toBe('merged');
    expect(outcome.into.events.at(-1)).toMatchObject({ kind: 'took-in', entry: 'e2' });
  });

  it('counts once', () => {
    if (!outcome.ok) throw new Error('refused');
    expect(totalsOn([fromInspection, fromHotline], '2026-03-05').entries).toBe(2);
    expect(totalsOn([outcome.from, outcome.into], '2026-03-05').entries).toBe(1);
  });

  it('does not go into itself, another unit’s, or one that has ended', () => {
    const context = contextOf(fromHotline, reviewer, '2026-03-05');
    const closed = walk(problem({ id: 'e3' }), toClosed);
    const others = [fromHotline, problem({ id: 'e4', organizationId: 'clinic' }), closed];
    for (const entry of others) {
      expect(mergeEntries(context, { entry, register: problems }, merge).ok).toBe(false);
    }
  });

  it('asks of each whether it has ended by the version that it stands on', () => {
    const context = contextOf(fromHotline, reviewer, '2026-03-05');
    const { workflow } = problems;
    if (workflow === undefined) throw new Error('problems have a workflow');
    const endingIn = (key: string): Register => ({
      ...problems,
      workflow: {
        ...workflow,
        states: workflow.states.map(({ ends: _ends, ...state }) =>
          state.key === key ? { ...state, ends: 'closed' } : state,
        ),
      },
    });
    const entry = { ...fromInspection, state: 'claimed' };
    const closed = walk(problem({ id: 'e3' }), toClosed);
    const into = (register: Register, heir: typeof entry) =>
      mergeEntries(context, { entry: heir, register }, merge);
    expect(into(problems, entry).ok).toBe(true);
    expect(into(endingIn('claimed'), entry)).toMatchObject({
      ok: false,
      unmet: [{ guard: 'into', message: { zh: '要并入的事项已经办结。' } }],
    });
    expect(into(endingIn('claimed'), closed).ok).toBe(true);
  });

  it('is split without winning time', () => {
    const split = splitEntry(contextOf(fromInspection, reviewer, '2026-04-01'), {
      id: 'e9',
      answers: { what: '其中涉及收费的部分' },
      reason: '责任科室不同',
    });
    if (!split.ok) throw new Error('refused');
    expect(split.part.events[0]?.on).toBe('2026-03-02');
    expect(split.part.sources).toEqual(fromInspection.sources);
    expect(split.entry.events.at(-1)).toMatchObject({ kind: 'split', entry: 'e9' });
  });
});

describe('回头看', () => {
  const closed = walk(problem(), toClosed);
  const look = (actor: typeof reviewer, result: 'held' | 'relapsed' | 'untrue') =>
    lookBack(
      { register: problems, entry: closed, actor, today: '2026-09-01' },
      { result, reason: '现场核查', relapseId: 'e7' },
    );

  it('fixture 26: 反弹 opens a new problem tied to the old one, whose number stays closed', () => {
    const outcome = look(inspector, 'relapsed');
    if (!outcome.ok) throw new Error('refused');
    expect(outcome.entry.state).toBe('closed');
    expect(outcome.relapse).toMatchObject({
      id: 'e7',
      state: 'found',
      ties: [{ link: 'relapse-of', entry: 'e1' }],
      responsible: closed.responsible,
    });
    const before = totalsOn([closed], '2026-12-31');
    expect(totalsOn([outcome.entry], '2026-12-31')).toEqual(before);
    expect(relapseRate([outcome.entry, closed])).toEqual({ numerator: 1, denominator: 1 });
    expect(relapseRate([closed])).toBeUndefined();
  });

  it('fixture 27: 整改不实 is a proposal and an error of whoever closed it', () => {
    const outcome = look(inspector, 'untrue');
    if (!outcome.ok) throw new Error('refused');
    expect(outcome.entry.state).toBe('closed');
    expect(outcome.proposal).toEqual({
      kind: 'untrue-rectification',
      entry: 'e1',
      closedBy: ['p-verifier'],
    });
    const held = look(inspector, 'held');
    if (!held.ok) throw new Error('refused');
    const checked = [outcome.entry, held.entry, closed];
    expect(closingErrorRate(problems, checked, 'p-verifier')).toEqual({
      numerator: 1,
      denominator: 2,
    });
    expect(closingErrorRate(problems, checked, 'p-reviewer')).toBeUndefined();
  });

  it('is not done by whoever closed it, nor by the unit, nor over what is open', () => {
    expect(look(verifier, 'held').ok).toBe(false);
    expect(look(clerk, 'held').ok).toBe(false);
    const open = { register: problems, entry: problem(), actor: inspector, today: '2026-09-01' };
    expect(lookBack(open, { result: 'held', reason: '现场核查' }).ok).toBe(false);
  });
});

describe('fixture 28: 转长期整改 over two years', () => {
  const longTerm = walk(problem(), [
    ...toClosed.slice(0, 2),
    [reviewer, '2026-04-20', { transition: 'to-long-term', reason: '涉及基建，需两年' }],
  ]);

  it('stands in no denominator while it lasts, and is not overdue', () => {
    for (const today of ['2026-12-31', '2027-12-31']) {
      expect(totalsOn([longTerm], today)).toMatchObject({ longTerm: 1, due: 0, overdue: 0 });
    }
  });

  it('is due again with what was left once it is applied for, and then counts as closed', () => {
    const closed = walk(longTerm, [
      [clerk, '2028-03-01', { transition: 'apply', answers: { measures: '改造完成' } }],
      [reviewer, '2028-03-02', { transition: 'check' }],
      [verifier, '2028-03-03', toClosed[4]?.[2] ?? { transition: 'close' }],
    ]);
    const totals = totalsOn([closed], '2028-12-31');
    expect(rateOf(totals, 'closing-rate')).toEqual({ numerator: 1, denominator: 1 });
    expect(totalsOn([closed], '2027-12-31')).toMatchObject({ longTerm: 1, due: 0, closed: 0 });
  });
});

describe('fixture 29: a measure that 60 units answer for', () => {
  const wall: Register = {
    ...problems,
    master: {
      audience: { kind: ['hospital'] },
      rows: [
        { key: 'measure-1', title: '第一项' },
        { key: 'measure-2', title: '第二项' },
      ],
    },
  };
  const units = Array.from({ length: 61 }, (_, index) => ({
    id: `unit-${index}`,
    kind: index < 60 ? ('hospital' as const) : ('clinic' as const),
    tags: [],
    facts: [],
    relations: [],
  }));
  const planned = planInstances(wall, units, '2026-03-01');
  const withState = (state: (index: number) => string) =>
    planned
      .filter(({ row }) => row === 'measure-1')
      .map((each, index) => ({ ...each, state: state(index) }));
  const first = (instances: ReturnType<typeof withState>) => masterProgress(wall, instances)[0];

  it('gives every unit of the audience an entry for every row', () => {
    expect(planned).toHaveLength(120);
    expect(new Set(planned.map(({ organizationId }) => organizationId)).size).toBe(60);
  });

  it('stays open while one unit is', () => {
    const all = withState((index) => (index === 7 ? 'rectifying' : 'closed'));
    expect(first(all)).toMatchObject({ closed: 59, total: 60, isClosed: false });
    const lasting = withState((index) => (index === 7 ? 'long-term' : 'closed'));
    expect(first(lasting)).toMatchObject({ closed: 59, isClosed: false });
  });

  it('is struck off with the last of them, and not when there is none', () => {
    expect(first(withState(() => 'closed'))).toMatchObject({ closed: 60, isClosed: true });
    expect(first([])).toMatchObject({ total: 0, isClosed: false });
  });
});
