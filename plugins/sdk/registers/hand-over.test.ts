import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../dates/days.ts';
import { officialCalendar as calendar } from '../dates/official-calendar.ts';
import type { EntryActor, RegisterEntry } from './entry.ts';
import {
  answersOf,
  handBack,
  handOver,
  pendingHandOver,
  signFor,
  verbsOf,
  withdraw,
  type HandOverInput,
  type HandOverOutcome,
} from './hand-over.ts';
import { movesOf } from './moves.ts';
import { takeStep } from './take-step.ts';
import {
  allTicks,
  clerk,
  contextOf,
  problem,
  problems,
  reviewer,
  verifier,
} from './testing/registers.fixtures.ts';

const register = {
  ...problems,
  handOver: {
    verbs: ['pass-on' as const, 'assign' as const, 'refer' as const, 'transfer' as const],
    refuseWithin: 3,
    coordinator: '行风办',
  },
};
const head: EntryActor = { ...clerk, personId: 'p-head', post: '药剂科主任' };
const stranger: EntryActor = { ...clerk, personId: 'p-x', as: [], ofUnit: false };
const monday = '2026-03-02';
const at = (entry: RegisterEntry, actor: EntryActor, today = monday) => ({
  register,
  entry,
  actor,
  today,
  calendar,
});
const passOn: HandOverInput = { verb: 'pass-on', post: '药剂科主任', reason: '涉及药品' };
const toOrgan: HandOverInput = {
  verb: 'refer',
  post: '接收岗',
  organ: '区市场监督管理局',
  reason: '不属本机关',
};

function done(outcome: HandOverOutcome): RegisterEntry {
  if (!outcome.ok) throw new Error(outcome.unmet.map(({ message }) => message.zh).join());
  return outcome.entry;
}
const handed = (input = passOn, by = clerk) => done(handOver(at(problem(), by), input));

describe('首接负责', () => {
  it('leaves the duty with whoever received it first until another has signed', () => {
    const waiting = handed();
    expect(waiting.responsible).toBe('行风办');
    expect(pendingHandOver(register, waiting)?.handOver).toMatchObject({
      post: '药剂科主任',
      refuseBy: '2026-03-05',
    });
    const signed = done(signFor(at(waiting, head)));
    expect(signed.responsible).toBe('药剂科主任');
    expect(signed.answers['responsible-post']).toBe('药剂科主任');
    expect(pendingHandOver(register, signed)).toBeUndefined();
  });

  it('is signed for by somebody else of that side, never by who handed it over', () => {
    const waiting = handed();
    expect(answersOf(at(waiting, clerk))).toEqual({ sign: false, refuse: false, withdraw: true });
    expect(answersOf(at(waiting, head))).toEqual({ sign: true, refuse: true, withdraw: false });
    for (const actor of [clerk, reviewer, stranger]) {
      expect(signFor(at(waiting, actor)).ok).toBe(false);
    }
  });

  it('may be refused within three working days, with the duty where it was', () => {
    const waiting = handed();
    const back = done(
      handBack(at(waiting, head, '2026-03-05'), { reason: '非本科', basis: '分工' }),
    );
    expect(back.responsible).toBe('行风办');
    expect(pendingHandOver(register, back)).toBeUndefined();
    const late = handBack(at(waiting, head, '2026-03-06'), { reason: '非本科', basis: '分工' });
    expect(late.ok).toBe(false);
    expect(signFor(at(waiting, head, '2026-03-06')).ok).toBe(true);
  });

  it('goes to the coordinator after two refusals, who cannot refuse, nor can those after him', () => {
    let entry = problem();
    for (let count = 0; count < 2; count += 1) {
      entry = done(handOver(at(entry, clerk), passOn));
      entry = done(handBack(at(entry, head), { reason: '非本科', basis: '分工' }));
    }
    expect(pendingHandOver(register, entry)?.handOver).toMatchObject({
      post: '行风办',
      side: 'office',
      toCoordinator: true,
    });
    expect(answersOf(at(entry, reviewer))).toMatchObject({ sign: true, refuse: false });
    entry = done(signFor(at(entry, reviewer)));
    const assigned = { ...passOn, verb: 'assign' as const, replyBy: '2026-04-01' };
    entry = done(handOver(at(entry, reviewer), assigned));
    expect(answersOf(at(entry, head))).toMatchObject({ sign: true, refuse: false });
  });

  it('may be withdrawn by who handed it over while nobody has signed', () => {
    const waiting = handed();
    expect(withdraw(at(waiting, head), '转错').ok).toBe(false);
    const back = done(withdraw(at(waiting, clerk), '转错'));
    expect(pendingHandOver(register, back)).toBeUndefined();
    expect(verbsOf(at(back, clerk))).toEqual(['pass-on']);
  });
});

describe('the four verbs', () => {
  it('are each for their side: a unit passes on inside, the office assigns, refers and transfers', () => {
    expect(verbsOf(at(problem(), clerk))).toEqual(['pass-on']);
    expect(verbsOf(at(problem(), reviewer))).toEqual(['pass-on', 'assign', 'refer', 'transfer']);
    expect(verbsOf(at(problem(), stranger))).toEqual([]);
    expect(verbsOf(at(handed(), reviewer))).toEqual([]);
    expect(verbsOf(at(problem(), { ...reviewer, advises: true }))).toEqual([]);
    const plain = { ...at(problem(), reviewer), register: problems };
    expect(verbsOf(plain)).toEqual(['pass-on']);
  });

  it('ask each for what its receipt needs', () => {
    const by = (input: Partial<HandOverInput>) =>
      handOver(at(problem(), reviewer), { ...passOn, ...input }).ok;
    expect(by({ verb: 'assign' })).toBe(false);
    expect(by({ verb: 'assign', replyBy: '2026-03-20' })).toBe(true);
    expect(by({ verb: 'refer' })).toBe(false);
    expect(by({ verb: 'refer', organ: '区市监局' })).toBe(true);
    expect(by({ verb: 'transfer', organ: '派驻纪检监察组' })).toBe(false);
    expect(by({ verb: 'transfer', organ: '派驻纪检监察组', letter: '移〔2026〕1号' })).toBe(true);
    expect(by({ post: '行风办' })).toBe(false);
  });

  it('outside are signed for by their receipt: post and day, kept as written', () => {
    const waiting = handed(toOrgan, reviewer);
    expect(signFor(at(waiting, reviewer)).ok).toBe(false);
    const early = { post: '收文岗', on: '2026-03-01' };
    expect(signFor(at(waiting, reviewer), early).ok).toBe(false);
    const receipt = { post: '收文岗', on: monday, number: '收〔2026〕88号' };
    const signed = done(signFor(at(waiting, reviewer, '2026-03-10'), receipt));
    expect(signed.responsible).toBe('区市场监督管理局 接收岗');
    expect(signed.events.at(-1)).toMatchObject({ kind: 'signed-for', receipt });
  });
});

describe('whatever people try', () => {
  const people = [clerk, head, reviewer, verifier, stranger];
  const tries = fc.array(
    fc.tuple(fc.nat(4), fc.constantFrom('over', 'sign', 'back', 'away', 'step'), fc.nat(6)),
    { maxLength: 24 },
  );

  it('every entry has a responsible post at every moment, changed by signature or step alone', () => {
    fc.assert(
      fc.property(tries, (all) => {
        let entry = problem();
        let today = monday;
        for (const [who, what, pick] of all) {
          today = addDays(today, pick % 3);
          const actor = people[who] ?? clerk;
          const context = at(entry, actor, today);
          const before = entry.responsible;
          const waiting = pendingHandOver(register, entry);
          const verb = verbsOf(context)[pick % 4] ?? 'pass-on';
          const input = { ...toOrgan, verb, letter: '函1', replyBy: addDays(today, 9) };
          const move = movesOf(contextOf(entry, actor, today))[0];
          const outcomes = {
            over: () => handOver(context, { ...input, post: `岗位${pick}` }),
            sign: () => signFor(context, { post: '收文岗' }),
            back: () => handBack(context, { reason: '非本科', basis: '分工' }),
            away: () => withdraw(context, '转错'),
            step: () =>
              takeStep(contextOf(entry, actor, today), {
                transition: move?.transition.key ?? '',
                reason: '理由',
                ticks: allTicks,
                answers: { 'responsible-post': '医务科', deadline: '2026-06-30', measures: '完' },
              }),
          };
          const outcome = outcomes[what]();
          if (outcome.ok) ({ entry } = outcome);
          expect(entry.responsible.trim().length).toBeGreaterThan(0);
          const mayChange = what === 'sign' || what === 'step';
          expect(mayChange || entry.responsible === before).toBe(true);
          const isOwn = what === 'sign' && outcome.ok && waiting?.by.personId === actor.personId;
          expect(isOwn && waiting?.handOver.side !== 'organ').toBe(false);
        }
      }),
    );
  });
});
