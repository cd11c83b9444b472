import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWorkingDay } from '#plugins/sdk/dates/calendar.ts';
import { addDays } from '#plugins/sdk/dates/days.ts';
import { officialCalendar as calendar } from '#plugins/sdk/dates/official-calendar.ts';
import { dueReplies } from '#plugins/sdk/requests/occurrences.ts';
import { isLate } from '#plugins/sdk/requests/reply.ts';
import { replyStates } from '#schema/contracts/request-replies.ts';
import {
  dueView,
  groupOf,
  hourOf,
  nextStepOf,
  occurrenceViews,
  reminderOf,
} from './requests.domain.ts';
import { countsOf, toActs } from './views.domain.ts';
import type { toReplyRow } from './views.domain.ts';

const start = Date.parse('2026-07-01T10:00:00+08:00');
const day = 24 * 3_600_000;

const dayOf = fc.nat(900).map((days) => addDays('2025-01-01', days));
const hourOfDay = fc.constantFrom('00:30', '09:00', '12:00', '17:30', '23:59', '24:00');
const repeatsOf = fc.option(
  fc.record({ every: fc.constantFrom('week' as const, 'month' as const), weeks: fc.nat(70) }),
  { nil: undefined },
);
const askedOf = fc
  .record({ on: dayOf, hour: hourOfDay, again: repeatsOf })
  .map(({ on, hour, again }) => ({
    deadline: { on, hour },
    ...(again === undefined
      ? {}
      : { repeats: { every: again.every, until: addDays(on, again.weeks * 7) } }),
  }));

const unitIds = ['org_a', 'org_b', 'org_c', 'org_d'];
const addressees = unitIds.map((organizationId, index) => ({
  organizationId,
  organizationName: `第${index + 1}医院`,
  part: 'reply' as const,
  signedForAt: index % 2 === 0 ? start : null,
}));
const replyOf = fc
  .record({
    state: fc.constantFrom(...replyStates),
    organizationId: fc.constantFrom(...unitIds),
    occurrence: fc.constantFrom('2026-07', '2026-08', '2026-09'),
    dueIn: fc.integer({ min: -40, max: 40 }),
    filedIn: fc.integer({ min: -40, max: 0 }),
    returns: fc.nat(3),
  })
  .map(({ dueIn, filedIn, ...rest }) => {
    const isFiled = !['due', 'draft', 'excused'].includes(rest.state);
    const dueOn = addDays('2026-07-01', dueIn);
    return {
      ...rest,
      id: `${rest.organizationId}/${rest.occurrence}`,
      dueOn,
      originalDueOn: dueOn,
      dueAt: start + dueIn * day,
      firstFiledAt: isFiled ? start + filedIn * day : null,
      filedAt: isFiled ? start + filedIn * day : null,
      nil: false,
      receiptNumber: null,
      version: 1,
    };
  });
/** Each unit owes each due reply once. */
const repliesOf = fc.uniqueArray(replyOf, { selector: ({ id }) => id, maxLength: 12 });
type Reply = Parameters<typeof toReplyRow>[0];

const countsAt = (replies: readonly Reply[]) => countsOf(addressees, replies, start);

describe('the figures of a request, whatever units did', () => {
  it('应报 = 已报 + 未报 + 免报: in all, for each unit, for each due reply', () => {
    fc.assert(
      fc.property(repliesOf, (replies) => {
        const nodes = [
          replies,
          ...unitIds.map((id) => replies.filter(({ organizationId }) => organizationId === id)),
          ...['2026-07', '2026-08', '2026-09'].map((key) =>
            replies.filter(({ occurrence }) => occurrence === key),
          ),
        ];
        for (const node of nodes) {
          const { due, replied, outstanding, excused } = countsAt(node);
          expect(replied + outstanding + excused).toBe(due);
        }
      }),
    );
  });

  it('are for the whole the sums of the units, and of the due replies', () => {
    fc.assert(
      fc.property(repliesOf, (replies) => {
        const whole = countsAt(replies);
        const keys = ['due', 'replied', 'outstanding', 'excused', 'late', 'overdue'] as const;
        for (const by of ['organizationId', 'occurrence'] as const) {
          const parts = [...Map.groupBy(replies, (reply) => reply[by]).values()].map(countsAt);
          for (const key of keys) {
            expect(parts.reduce((sum, part) => sum + part[key], 0)).toBe(whole[key]);
          }
        }
      }),
    );
  });

  it('say 逾期 of nothing that arrived, and 迟报 of nothing that did not', () => {
    fc.assert(
      fc.property(repliesOf, (replies) => {
        const { overdue, outstanding, late, replied, overdueUnits } = countsAt(replies);
        expect(overdue).toBeLessThanOrEqual(outstanding);
        expect(late).toBeLessThanOrEqual(replied);
        expect(overdueUnits).toBeLessThanOrEqual(Math.min(overdue, unitIds.length));
        for (const reply of replies.filter(({ state }) => state === 'excused')) {
          expect(isLate(reply, start)).toBe(false);
        }
      }),
    );
  });

  it('never depend on the order of the rows', () => {
    fc.assert(
      fc.property(repliesOf, (replies) => {
        expect(countsAt(replies.toReversed())).toEqual(countsAt(replies));
      }),
    );
  });

  it('remind exactly those who still owe, each once', () => {
    fc.assert(
      fc.property(repliesOf, (replies) => {
        const names = new Map(addressees.map((unit) => [unit.organizationId, unit]));
        const rows = replies.map((reply) => ({
          ...reply,
          organizationName: names.get(reply.organizationId)?.organizationName ?? '',
        }));
        const { zh } = reminderOf('自查', rows, start);
        const owing = new Set(
          rows
            .filter(({ state }) => ['due', 'draft', 'returned'].includes(state))
            .map(({ organizationName }) => organizationName),
        );
        const [named = ''] = zh.split('其中已逾期');
        for (const { organizationName } of addressees) {
          const times = named.split(organizationName).length - 1;
          expect(times).toBe(owing.has(organizationName) ? 1 : 0);
        }
      }),
    );
  });
});

describe('the days of a request', () => {
  it('are never shown without their words, in both languages and with the hour', () => {
    fc.assert(
      fc.property(askedOf, (asked) => {
        for (const view of occurrenceViews(asked, calendar)) {
          const { zh, en } = view.dueLabel;
          expect(zh).toContain(`${Number(view.dueOn.slice(8))}日`);
          expect(zh).toContain(asked.deadline.hour);
          expect(en).toContain(asked.deadline.hour);
          const shown = dueView({ ...view, originalDueOn: view.dueOn }, start, calendar);
          expect(shown.dueLabel).toEqual(view.dueLabel);
        }
      }),
    );
  });

  it('stay where they are on a rest day, which is said; a make-up working day is none', () => {
    fc.assert(
      fc.property(askedOf, (asked) => {
        for (const { dueOn, dueAt, isRestDay } of occurrenceViews(asked, calendar)) {
          expect(isRestDay).toBe(!isWorkingDay(dueOn, calendar));
          expect(hourOf(dueOn, dueAt)).toBe(asked.deadline.hour);
          const shown = dueView({ dueOn, dueAt, originalDueOn: dueOn }, start, calendar);
          expect('dueAdvice' in shown).toBe(isRestDay);
        }
      }),
    );
  });

  it('come in order, none twice, from the first due day to the last and not beyond', () => {
    fc.assert(
      fc.property(askedOf, (asked) => {
        const days = dueReplies(asked, calendar).map(({ dueOn }) => dueOn);
        expect(days).toEqual([...new Set(days)].toSorted());
        expect(days[0]).toBe(asked.deadline.on);
        const until = 'repeats' in asked ? asked.repeats?.until : undefined;
        expect(until === undefined || (days.at(-1) ?? '') <= until).toBe(true);
      }),
    );
  });

  it('of every week go on over the end of the year, seven days apart', () => {
    const deadline = { on: '2026-12-18', hour: '17:30' };
    const repeats = { every: 'week' as const, until: '2027-01-15' };
    const views = occurrenceViews({ deadline, repeats }, calendar);
    expect(views.map(({ key }) => key)).toEqual([
      '2026-12-18',
      '2026-12-25',
      '2027-01-01',
      '2027-01-08',
      '2027-01-15',
    ]);
    const gaps = views.slice(1).map(({ dueAt }, at) => dueAt - (views[at]?.dueAt ?? 0));
    expect(new Set(gaps)).toEqual(new Set([7 * day]));
  });

  it('of every month go on over the end of the year, on the last day of a short month', () => {
    const deadline = { on: '2026-11-30', hour: '24:00' };
    const repeats = { every: 'month' as const, until: '2027-03-31' };
    expect(occurrenceViews({ deadline, repeats }, calendar).map(({ dueOn }) => dueOn)).toEqual([
      '2026-11-30',
      '2026-12-30',
      '2027-01-30',
      '2027-02-28',
      '2027-03-30',
    ]);
  });

  it('on a make-up working day carry no advice, on the holiday itself they do', () => {
    const at = (on: string) => {
      const [view] = occurrenceViews({ deadline: { on, hour: '17:30' } }, calendar);
      if (view === undefined) throw new Error('no due reply');
      return dueView({ ...view, originalDueOn: on }, start, calendar);
    };
    expect(at('2020-10-10')).not.toHaveProperty('dueAdvice');
    expect(at('2020-10-01')).toHaveProperty('dueAdvice');
  });
});

describe('a row of a unit', () => {
  it('is in one group, names one next step, and is done exactly when nothing is owed', () => {
    fc.assert(
      fc.property(replyOf, fc.boolean(), (reply, isSignedFor) => {
        const group = groupOf(reply, '2026-07-01');
        const next = nextStepOf(reply.state, isSignedFor);
        expect(group === 'done').toBe(next === 'done');
        expect(group === 'waiting').toBe(next === 'await');
        const isReturned = group === 'now' && next === 'mend';
        expect(isReturned).toBe(reply.state === 'returned');
        const isPast = reply.dueOn <= '2026-07-01';
        const isOwed = isPast && ['due', 'draft'].includes(reply.state);
        expect(!isOwed || group === 'now').toBe(true);
      }),
    );
  });
});

describe('the acts of the sender', () => {
  it('all stay on record; an act is withdrawn exactly when a later one says so', () => {
    const actsOf = fc.array(fc.option(fc.nat(10), { nil: undefined }), { maxLength: 10 });
    fc.assert(
      fc.property(actsOf, (targets) => {
        const stored = targets.map((target, at) => ({
          id: `act_${at}`,
          kind: target === undefined || at === 0 ? ('extend' as const) : ('withdraw' as const),
          withdraws: target === undefined || at === 0 ? null : `act_${target % at}`,
          organizationId: 'org_a',
          occurrence: 'once',
          dueOn: null,
          dueAt: null,
          reason: '原因',
          actByPost: '行风办',
          at,
        }));
        const shown = toActs(stored, new Map([['org_a', '第1医院']]));
        expect(shown.map(({ id }) => id)).toEqual(stored.map(({ id }) => id));
        const named = new Set(stored.map(({ withdraws }) => withdraws));
        for (const { id, kind, isWithdrawn } of shown) {
          expect(isWithdrawn).toBe(kind === 'extend' && named.has(id));
        }
      }),
    );
  });
});
