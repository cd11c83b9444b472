import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueAfter, isExcused, type Act } from './acts.ts';
import { replyFormOf, scanKey } from './reply-form.ts';
import { isLate, moveReply, newPoints, tallyReplies, type ReplyFacts } from './reply.ts';
import { requestContent } from './testing/request.fixtures.ts';

const moves = ['save', 'file', 'return', 'accept', 'excuse', 'restore'] as const;
const original = { dueOn: '2026-07-17', dueAt: 1000 };
const place = { organizationId: 'a', occurrence: 'once' };
const act = (changes: Partial<Act>): Act => ({
  id: 'x',
  kind: 'extend',
  organizationId: null,
  occurrence: null,
  dueOn: null,
  dueAt: null,
  withdraws: null,
  ...changes,
});

describe('the life of a reply', () => {
  it('goes from empty to filed, may be returned, and ends accepted', () => {
    const reply = (state: ReplyFacts['state']) => ({ state, firstFiledAt: null });
    expect(moveReply(reply('due'), 'save')).toBe('draft');
    expect(moveReply(reply('draft'), 'file')).toBe('filed');
    expect(moveReply(reply('filed'), 'return')).toBe('returned');
    expect(moveReply(reply('returned'), 'save')).toBe('returned');
    expect(moveReply(reply('filed'), 'accept')).toBe('accepted');
    expect(moveReply(reply('accepted'), 'return')).toBeUndefined();
    expect(moveReply(reply('filed'), 'save')).toBeUndefined();
    expect(moveReply(reply('filed'), 'excuse')).toBeUndefined();
    expect(moveReply(reply('excused'), 'restore')).toBe('draft');
    expect(moveReply({ state: 'excused', firstFiledAt: 5 }, 'restore')).toBe('returned');
  });

  it('is late by its first filing, and in time in the due millisecond itself', () => {
    const reply = (changes: Partial<ReplyFacts>): ReplyFacts => ({
      state: 'filed',
      dueAt: 1000,
      firstFiledAt: 1000,
      ...changes,
    });
    expect(isLate(reply({}), 9999)).toBe(false);
    expect(isLate(reply({ firstFiledAt: 1001 }), 9999)).toBe(true);
    expect(isLate(reply({ state: 'returned' }), 9999)).toBe(false);
    expect(isLate(reply({ state: 'due', firstFiledAt: null }), 1000)).toBe(false);
    expect(isLate(reply({ state: 'due', firstFiledAt: null }), 1001)).toBe(true);
    expect(isLate(reply({ state: 'excused', firstFiledAt: null }), 9999)).toBe(false);
  });

  it('is counted once at every moment: due = replied + outstanding + excused', () => {
    const step = fc.record({
      unit: fc.nat(3),
      move: fc.constantFrom(...moves),
      wait: fc.nat(400),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const replies = ['a', 'b', 'c', 'd'].map((organizationId) => ({
          organizationId,
          state: 'due' as ReplyFacts['state'],
          dueAt: 1000,
          firstFiledAt: null as number | null,
        }));
        let now = 0;
        for (const { unit, move, wait } of steps) {
          now += wait;
          const reply = replies[unit];
          const next = reply && moveReply(reply, move);
          if (reply !== undefined && next !== undefined) {
            reply.state = next;
            if (move === 'file') reply.firstFiledAt ??= now;
          }
          const tally = tallyReplies(replies, now);
          expect(tally.due).toBe(4);
          expect(tally.due).toBe(tally.replied + tally.outstanding + tally.excused);
          expect(tally.late).toBeLessThanOrEqual(tally.replied);
          expect(tally.overdue).toBeLessThanOrEqual(tally.outstanding);
          expect(tally.overdueUnits).toBeLessThanOrEqual(tally.overdue);
          expect(now > 1000 || tally.late + tally.overdue === 0).toBe(true);
        }
      }),
    );
  });

  it('is returned once: what was not named then is not found later', () => {
    expect(newPoints(['text', 'rows/r1'], ['rows/r1/what', 'text'])).toEqual([]);
    expect(newPoints(['text'], ['text', 'files'])).toEqual(['files']);
    expect(newPoints([''], ['files'])).toEqual([]);
  });
});

describe('acts after a request went out', () => {
  it('move the due moment for one unit or for all, and never forward', () => {
    const all = act({ id: 'all', dueOn: '2026-07-20', dueAt: 2000 });
    const own = act({ id: 'own', organizationId: 'a', dueOn: '2026-07-24', dueAt: 3000 });
    const others = act({ id: 'b', organizationId: 'b', dueOn: '2026-08-01', dueAt: 9000 });
    const earlier = act({ id: 'e', dueOn: '2026-07-01', dueAt: 10 });
    expect(dueAfter(original, [all, own, others, earlier], place).dueAt).toBe(3000);
    expect(dueAfter(original, [all], { ...place, organizationId: 'z' }).dueAt).toBe(2000);
    expect(dueAfter(original, [act({ occurrence: '2026-08', dueAt: 5, dueOn: 'x' })], place)).toBe(
      original,
    );
  });

  it('do not count once they are withdrawn, and stay in the list', () => {
    const extended = act({ id: 'all', dueOn: '2026-07-20', dueAt: 2000 });
    const excused = act({ id: 'ex', kind: 'excuse', organizationId: 'a' });
    const acts = [extended, excused];
    expect(isExcused(acts, place)).toBe(true);
    const back = [
      ...acts,
      act({ id: 'w1', kind: 'withdraw', withdraws: 'all' }),
      act({ id: 'w2', kind: 'withdraw', withdraws: 'ex' }),
    ];
    expect(dueAfter(original, back, place)).toBe(original);
    expect(isExcused(back, place)).toBe(false);
    expect(isExcused(acts, { ...place, organizationId: 'b' })).toBe(false);
  });
});

describe('the form of a reply', () => {
  it('is free words and files without a form, and takes the stamped scan where it is asked for', () => {
    const free = replyFormOf(requestContent());
    expect(free.fields.map(({ key }) => key)).toEqual(['text', 'files']);
    const stamped = replyFormOf(requestContent({ stampedScan: true }));
    expect(stamped.fields.at(-1)).toMatchObject({ key: scanKey, required: true });
  });
});
