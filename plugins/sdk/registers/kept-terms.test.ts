import { describe, expect, it } from 'vitest';
import type { Clock } from '#schema/contracts/campaign/clock.ts';
import type { Register } from '#schema/contracts/campaign/register.ts';
import { officialCalendar as calendar } from '../dates/official-calendar.ts';
import { clocksOf } from './clocks-of.ts';
import { readClocks } from './entry-clocks.ts';
import type { EntryEvent, RegisterEntry } from './entry.ts';
import { termsAfter } from './kept-terms.ts';
import { standingMove, versionAsOf } from './standing-move.ts';
import { claim, clerk, letters, problem, problems, walk } from './testing/registers.fixtures.ts';
import { entryAsOf } from './totals.ts';

const source = { document: '某区卫生健康委员会工作方案' };
const on = '2026-04-01';
const view = { calendar, today: on };

/** The same problems under 90 days from the record instead of a day that the unit names. */
const changed = (change: Partial<Clock>, register: Register = problems): Register => ({
  ...register,
  clocks: (register.clocks ?? []).map((clock) => ({ ...clock, ...change })),
});
const ninety = changed({ rule: '新规定', term: { kind: 'days', days: 90, unit: 'natural' } });
const added = (starts: Clock['starts']): Register => ({
  ...problems,
  clocks: [
    {
      key: 'answer',
      title: '答复期限',
      rule: '新规定 5日',
      term: { kind: 'days', days: 5, unit: 'natural' },
      starts,
      endsIn: ['closed'],
      owner: 'unit',
      source,
    },
    ...(problems.clocks ?? []),
  ],
});

/** A step that the unit takes the day after the move. */
const stepped = (transition: string, from: string, to: string): EntryEvent => ({
  kind: 'step',
  transition,
  from,
  to,
  on: '2026-04-02',
  actor: { personId: 'p', post: '行风办', as: 'unit' },
});

const claimed = () => walk(problem(), [[clerk, '2026-03-03', claim]]);

function moveTo(
  after: Register,
  entry: RegisterEntry,
  before = problems,
  today = on,
): RegisterEntry {
  const { terms } = termsAfter(before, after, entry, { calendar, today });
  const { state, milestones } = entry;
  const actor = { personId: 'p-office', post: '行风办', as: 'office' as const };
  const move: EntryEvent = {
    kind: 'version-moved',
    from: 'v1',
    to: 'v2',
    on: today,
    actor,
    reason: '改版',
    lost: [],
    state,
    milestones,
    terms,
  };
  return { ...entry, events: [...entry.events, move] };
}
const takenBack = (entry: RegisterEntry): RegisterEntry => {
  const { state, milestones } = entry;
  const actor = { personId: 'p-office', post: '行风办', as: 'office' as const };
  const back: EntryEvent = {
    kind: 'version-restored',
    from: 'v2',
    to: 'v1',
    on,
    actor,
    state,
    milestones,
  };
  return { ...entry, events: [...entry.events, back] };
};
const read = (register: Register, entry: RegisterEntry, today = on) =>
  readClocks(register, entry, { calendar, today });

describe('a term that has begun', () => {
  it('keeps the day it was set to, under the rule that set it', () => {
    const moved = moveTo(ninety, claimed());
    expect(read(ninety, moved)).toMatchObject([
      { key: 'rectification', dueOn: '2026-05-10', setBy: { rule: '整改期限' } },
    ]);
  });

  it('keeps its day when the field that named it is gone', () => {
    const moved = moveTo(ninety, claimed());
    const { deadline: _gone, ...answers } = moved.answers;
    expect(read(ninety, { ...moved, answers })[0]?.dueOn).toBe('2026-05-10');
  });

  it('ends where either version says that the duty is met', () => {
    const elsewhere = changed({ endsIn: ['rectifying'] }, ninety);
    const moved = moveTo(elsewhere, claimed());
    const step = stepped('begin', 'claimed', 'rectifying');
    const after = { ...moved, events: [...moved.events, step] };
    expect(read(elsewhere, after, '2026-04-03')[0]).toMatchObject({
      status: 'ended',
      onTime: true,
    });
  });

  it('is taken along again by a second move', () => {
    const once = moveTo(ninety, claimed());
    const thirty = changed({ term: { kind: 'days', days: 30, unit: 'natural' } });
    const twice = moveTo(thirty, once, ninety);
    expect(read(thirty, twice)[0]?.dueOn).toBe('2026-05-10');
  });

  it.each([
    ['another term', changed({ term: { kind: 'days', days: 30, unit: 'natural' } })],
    ['the term that set it', problems],
  ])('keeps a day whose field is gone by a second move, to %s', (_, third) => {
    const once = moveTo(ninety, claimed());
    const { deadline: _gone, ...answers } = once.answers;
    const twice = moveTo(third, { ...once, answers }, ninety);
    expect(read(third, twice)).toMatchObject([{ status: 'running', dueOn: '2026-05-10' }]);
    const thrice = moveTo(ninety, twice, third);
    expect(read(ninety, thrice)[0]?.dueOn).toBe('2026-05-10');
  });

  it('follows its own version again when the move is taken back', () => {
    const back = takenBack(moveTo(ninety, claimed()));
    expect(read(problems, back)).toEqual(read(problems, claimed()));
    expect(standingMove(back.events)).toBeUndefined();
  });

  it('is named where the other version has no such term', () => {
    const { dropped, terms } = termsAfter(problems, { ...problems, clocks: [] }, claimed(), view);
    expect(dropped.map(({ key }) => key)).toEqual(['rectification']);
    expect(terms.kept).toEqual([]);
  });

  it('is the new one where only its words have changed', () => {
    const { terms } = termsAfter(problems, changed({ rule: '新的说法' }), claimed(), view);
    expect(terms).toEqual({ kept: [], days: {}, fromNow: [] });
  });
});

describe('a term that the new version adds', () => {
  it('does not make overdue what was on record long before', () => {
    const after = added({ on: 'entry' });
    const moved = moveTo(after, claimed());
    expect(read(after, moved, '2026-09-01')[0]).toMatchObject({
      key: 'answer',
      status: 'waiting',
      overdue: false,
    });
  });

  it('begins with a step that is taken after the move', () => {
    const after = added({ on: 'transition', transition: 'claim' });
    const moved = moveTo(after, claimed());
    expect(read(after, moved)[0]?.status).toBe('waiting');
    const again = stepped('claim', 'found', 'claimed');
    const later = { ...moved, events: [...moved.events, again] };
    expect(read(after, later, '2026-04-03')[0]).toMatchObject({ dueOn: '2026-04-07' });
  });

  describe('and that has begun since', () => {
    const after = added({ on: 'transition', transition: 'claim' });
    const again = stepped('claim', 'found', 'claimed');
    const begun = () => {
      const moved = moveTo(after, claimed());
      return { ...moved, events: [...moved.events, again] };
    };
    const longer: Register = {
      ...after,
      clocks: (after.clocks ?? []).map((clock) =>
        clock.key === 'answer'
          ? { ...clock, term: { kind: 'days', days: 20, unit: 'natural' } }
          : clock,
      ),
    };

    it.each([
      ['where it is the same', after],
      ['where it would be longer', longer],
    ])('is not dated back by further moves, %s', (_, next) => {
      const before = read(after, begun(), '2026-04-03')[0];
      expect(before).toMatchObject({ status: 'running', dueOn: '2026-04-07' });
      const twice = moveTo(next, begun(), after, '2026-04-03');
      expect(read(next, twice, '2026-04-03')[0]).toMatchObject({ ...before });
      const thrice = moveTo(after, twice, next, '2026-04-03');
      expect(read(after, thrice, '2026-04-03')[0]).toMatchObject({ ...before });
      expect(read(after, takenBack(thrice), '2026-04-03')[0]).toMatchObject({ ...before });
    });

    it('begins anew by a third version where it had not', () => {
      const twice = moveTo(longer, moveTo(after, claimed()), after);
      expect(read(longer, twice)[0]?.status).toBe('waiting');
      const later = { ...twice, events: [...twice.events, again] };
      expect(read(longer, later, '2026-04-03')[0]?.dueOn).toBe('2026-04-22');
    });
  });

  describe('and that runs until a day that the unit has named', () => {
    const until = added({ on: 'transition', transition: 'claim' });
    const after: Register = {
      ...until,
      clocks: (until.clocks ?? []).map((clock) =>
        clock.key === 'answer' ? { ...clock, term: { kind: 'until', field: 'deadline' } } : clock,
      ),
    };
    const again = stepped('claim', 'found', 'claimed');
    const begun = (deadline: string) => {
      const entry = claimed();
      const named = { ...entry, answers: { ...entry.answers, deadline } };
      const moved = moveTo(after, named);
      return { moved, later: { ...moved, events: [...moved.events, again] } };
    };
    const answerOf = (entry: RegisterEntry) => read(after, entry, '2026-04-03')[0];

    it('is due on that day once a step begins it', () => {
      const { moved, later } = begun('2026-05-10');
      expect(answerOf(moved)).toMatchObject({ key: 'answer', status: 'waiting' });
      expect(answerOf(later)).toMatchObject({ status: 'running', dueOn: '2026-05-10' });
      expect(answerOf(begun(on).later)?.dueOn).toBe(on);
    });

    it('is not overdue by a day that had passed, and is due by one that is named since', () => {
      const { later } = begun('2026-03-20');
      expect(answerOf(later)).toMatchObject({ overdue: false });
      expect(answerOf(later)?.dueOn).toBeUndefined();
      const renamed = { ...later, answers: { ...later.answers, deadline: '2026-04-20' } };
      expect(answerOf(renamed)?.dueOn).toBe('2026-04-20');
    });

    it('keeps that day by a further move', () => {
      const { later } = begun('2026-05-10');
      const twice = moveTo(after, later, after, '2026-04-03');
      expect(answerOf(twice)).toMatchObject({ status: 'running', dueOn: '2026-05-10' });
    });
  });

  it('does not count from a day in the past that a field holds', () => {
    const after = added({ on: 'field', field: 'found-on' });
    const entry = { ...claimed(), answers: { ...claimed().answers, 'found-on': '2026-03-01' } };
    const moved = moveTo(after, entry);
    expect(read(after, moved)[0]?.status).toBe('waiting');
    const mended = { ...moved, answers: { ...moved.answers, 'found-on': '2026-04-03' } };
    expect(read(after, mended, '2026-04-04')[0]).toMatchObject({ dueOn: '2026-04-08' });
  });
});

describe('the history of a moved entry', () => {
  it('keeps what was reached by steps that the new version no longer has', () => {
    const moved = moveTo(letters, claimed());
    const then = entryAsOf(letters, moved, on);
    expect(then).toMatchObject({ state: 'claimed', milestones: { accepted: '2026-03-03' } });
  });

  it('says by which version the entry was handled on a day', () => {
    const moved = moveTo(ninety, claimed());
    expect(versionAsOf('v2', moved.events, '2026-03-31')).toBe('v1');
    expect(versionAsOf('v2', moved.events, on)).toBe('v2');
    const back = takenBack(moved);
    expect(versionAsOf('v1', back.events, '2026-03-31')).toBe('v1');
  });

  it('changes no term of a register that has none', () => {
    expect(clocksOf({ ...problems, clocks: [] }, moveTo(ninety, claimed()).events)).toEqual([]);
  });
});
