import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueInstant } from '#plugins/sdk/dates/days.ts';
import type { ScoreEvent } from '#schema/contracts/campaign/score-facts.ts';
import { submissionStates } from '#schema/contracts/submissions.ts';
import { filingFacts, filingsFact } from './filing-facts.domain.ts';
import type { ScoredFiling, ScoredReturn } from './filing-facts.domain.ts';

const at = (text: string) => Date.parse(`${text}:00+08:00`);
const now = at('2026-10-20T09:00');

function filing(changes: Partial<ScoredFiling> & { dueOn?: string | null } = {}): ScoredFiling {
  const dueOn = changes.dueOn === undefined ? '2026-09-30' : changes.dueOn;
  const dueAt = dueOn === null ? null : dueInstant(dueOn);
  return { id: 'sub_1', state: 'filed', dueOn, dueAt, firstFiledAt: dueAt, ...changes };
}

function returned(id: string, when: string): ScoredReturn {
  return { id, submissionId: 'sub_1', points: 2, reviewerPost: '医政科审核岗', at: at(when) };
}

function eventsOf(
  filings: readonly ScoredFiling[],
  returns: readonly ScoredReturn[] = [],
  moment = now,
): readonly ScoreEvent[] {
  const fact = filingFacts(filings, returns, moment)[filingsFact];
  return fact?.kind === 'events' ? fact.events : [];
}

describe('what happened to a filing', () => {
  it('is nothing when it came in time, to the last moment of the day', () => {
    expect(eventsOf([filing()])).toEqual([]);
  });

  it('is late with both dates in words, citing the filing', () => {
    const late = filing({ firstFiledAt: at('2026-10-08T10:00') });
    expect(eventsOf([late])).toEqual([
      {
        id: 'sub_1:late',
        category: 'late',
        on: '2026-10-08',
        reason: { zh: '9月30日应报，10月8日报', en: 'due 30 Sep, filed 8 Oct' },
        materials: ['sub_1'],
      },
    ]);
  });

  it('is omitted while it has not arrived, and not before the due day has passed', () => {
    const open = filing({ state: 'draft', firstFiledAt: null });
    expect(eventsOf([open])).toMatchObject([
      { category: 'omitted', on: '2026-09-30', reason: { zh: '9月30日应报，截至10月20日未报' } },
    ]);
    expect(eventsOf([open], [], dueInstant('2026-09-30'))).toEqual([]);
  });

  it('names the years where the dates are of two', () => {
    const late = filing({ dueOn: '2026-12-31', firstFiledAt: at('2027-01-04T10:00') });
    expect(eventsOf([late])[0]?.reason).toEqual({
      zh: '2026年12月31日应报，2027年1月4日报',
      en: 'due 31 Dec 2026, filed 4 Jan 2027',
    });
  });

  it('respects an extension: the day in force decides', () => {
    const late = filing({ firstFiledAt: at('2026-10-08T10:00') });
    const extended = { ...late, dueOn: '2026-10-10', dueAt: dueInstant('2026-10-10') };
    expect([eventsOf([late]).length, eventsOf([extended]).length]).toEqual([1, 0]);
  });

  it('is returned once, and again for each further return, in the order of time', () => {
    const returns = [returned('rev_2', '2026-10-12T09:00'), returned('rev_1', '2026-10-09T09:00')];
    expect(eventsOf([filing()], returns)).toMatchObject([
      {
        id: 'rev_1',
        category: 'returned',
        on: '2026-10-09',
        reason: { zh: '10月9日第1次退回修改，2处' },
        recordedBy: '医政科审核岗',
      },
      { id: 'rev_2', category: 'returned-again', reason: { zh: '10月12日第2次退回修改，2处' } },
    ]);
  });
});

const instants = fc.integer({ min: at('2026-01-01T00:00'), max: at('2026-12-31T23:00') });
const filings = fc.uniqueArray(
  fc
    .record({
      number: fc.integer({ min: 1, max: 40 }),
      state: fc.constantFrom(...submissionStates),
      dueOn: fc.option(fc.constantFrom('2026-03-31', '2026-06-30', '2026-09-30', '2026-12-31')),
      firstFiledAt: fc.option(instants),
    })
    .map(({ number, ...facts }) => filing({ id: `sub_${number}`, ...facts })),
  { selector: ({ id }) => id, maxLength: 20 },
);
const returns = fc.uniqueArray(
  fc
    .record({ number: fc.nat(60), of: fc.integer({ min: 1, max: 40 }), at: instants })
    .map(({ number, of, at: instant }) => ({
      ...returned(`rev_${number}`, '2026-10-09T09:00'),
      submissionId: `sub_${of}`,
      at: instant,
    })),
  { selector: ({ id }) => id, maxLength: 30 },
);
const inOrder = (events: readonly ScoreEvent[]) =>
  events.toSorted((left, right) => (left.id < right.id ? -1 : 1));

describe('whatever was filed', () => {
  it('means the same in whatever order it is read', () => {
    fc.assert(
      fc.property(filings, returns, instants, (some, sent, moment) => {
        const turned = eventsOf(some.toReversed(), sent.toReversed(), moment);
        expect(inOrder(turned)).toEqual(inOrder(eventsOf(some, sent, moment)));
      }),
    );
  });

  it('counts each filing once: late or omitted or neither, and one first return', () => {
    fc.assert(
      fc.property(filings, returns, instants, (some, sent, moment) => {
        const events = eventsOf(some, sent, moment);
        expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
        for (const { id } of some) {
          const own = events.filter(({ materials }) => materials?.includes(id));
          const of = (...categories: string[]) =>
            own.filter(({ category }) => categories.includes(category ?? '')).length;
          expect(of('late', 'omitted')).toBeLessThanOrEqual(1);
          expect(of('returned')).toBeLessThanOrEqual(1);
          expect(of('returned-again') > 0 && of('returned') === 0).toBe(false);
        }
      }),
    );
  });

  it('never counts what is exempt, nor what has no due day as late or omitted', () => {
    fc.assert(
      fc.property(filings, returns, instants, (some, sent, moment) => {
        const events = eventsOf(some, sent, moment);
        const cited = new Set(events.flatMap(({ materials }) => materials ?? []));
        const exempt = some.filter(({ state }) => state === 'exempt');
        expect(exempt.filter(({ id }) => cited.has(id))).toEqual([]);
        const timed = events.filter(
          ({ category }) => category === 'late' || category === 'omitted',
        );
        const undated = new Set(some.filter(({ dueAt }) => dueAt === null).map(({ id }) => id));
        expect(timed.filter(({ materials }) => undated.has(materials?.[0] ?? ''))).toEqual([]);
      }),
    );
  });
});
