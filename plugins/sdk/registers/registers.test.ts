import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { RegisterSchema } from '#schema/contracts/campaign/register.ts';
import { officialCalendar as calendar } from '../dates/official-calendar.ts';
import { guard } from '../define/workflows.ts';
import { readClocks } from './entry-clocks.ts';
import { movesOf } from './moves.ts';
import { takeStep } from './take-step.ts';
import {
  allTicks,
  apply,
  claim,
  clerk,
  close,
  contextOf,
  letters,
  problem,
  problems,
  reviewer,
  toClosed,
  verifier,
  walk,
} from './testing/registers.fixtures.ts';

const refusalsOf = (outcome: ReturnType<typeof takeStep>) =>
  outcome.ok ? [] : outcome.unmet.map(({ guard: kind }) => kind);
const titles = (moves: ReturnType<typeof movesOf>) => moves.map(({ transition }) => transition.key);

describe('the ready workflows', () => {
  it('are registers of the language', () => {
    for (const register of [problems, letters]) {
      expect(v.safeParse(RegisterSchema, register).success).toBe(true);
    }
  });

  it('take a problem from its record to 已销号, each step by whom it belongs to', () => {
    const closed = walk(problem(), toClosed);
    expect(closed.state).toBe('closed');
    expect(closed.milestones).toEqual({
      accepted: '2026-03-03',
      rectified: '2026-04-10',
      verified: '2026-04-13',
      closed: '2026-04-15',
    });
    expect(closed.events.map(({ kind }) => kind)).toEqual([
      'recorded',
      ...toClosed.map(() => 'step'),
    ]);
    expect(closed.answers).toMatchObject({ measures: '已完成培训', deadline: '2026-05-10' });
  });

  it('take a letter from its receipt to 办结 and stand still while it is completed', () => {
    const entry = problem({ register: letters, by: verifier, answers: { named: 'yes' } });
    const done = walk(
      entry,
      [
        [reviewer, '2026-03-04', { transition: 'supplement', reason: '缺少时间地点' }],
        [reviewer, '2026-03-24', { transition: 'supplemented' }],
        [reviewer, '2026-03-25', { transition: 'accept' }],
        [clerk, '2026-04-10', { transition: 'verify' }],
        [clerk, '2026-04-20', { transition: 'reply' }],
        [reviewer, '2026-04-21', { transition: 'finish' }],
      ],
      letters,
    );
    expect(done.milestones).toMatchObject({ replied: '2026-04-20', done: '2026-04-21' });
    const [handling] = readClocks(letters, done, { calendar, today: '2026-04-21' });
    expect(handling).toMatchObject({ status: 'ended', onTime: true, dueOn: '2026-05-21' });
  });
});

describe('the steps of a person', () => {
  const applied = walk(problem(), toClosed.slice(0, 3));

  it('are those of his part in the matter, in the order of the workflow', () => {
    expect(titles(movesOf(contextOf(problem(), clerk, '2026-03-03')))).toEqual(['claim']);
    expect(titles(movesOf(contextOf(applied, clerk, '2026-04-11')))).toEqual([]);
    expect(titles(movesOf(contextOf(applied, reviewer, '2026-04-11')))).toEqual([
      'check',
      'refuse',
      'to-long-term',
      'merge',
    ]);
  });

  it('say what they ask for', () => {
    const checked = walk(applied, toClosed.slice(3, 4));
    const closing = movesOf(contextOf(checked, verifier, '2026-04-15'))[0];
    expect(closing?.asks.ticks.map(({ key }) => key)).toEqual(allTicks);
    expect(closing?.unmet).toEqual([]);
    const [first] = movesOf(contextOf(problem(), clerk, '2026-03-03'));
    expect(first?.asks.fields).toEqual(['responsible-post', 'deadline']);
  });

  it('are refused without what they need, with the fields by name', () => {
    const outcome = takeStep(contextOf(problem(), clerk, '2026-03-03'), { transition: 'claim' });
    expect(outcome).toMatchObject({
      ok: false,
      unmet: [{ guard: 'needs', fields: ['responsible-post', 'deadline'] }],
    });
    const refuse = takeStep(contextOf(applied, reviewer, '2026-04-11'), {
      transition: 'refuse',
      reason: '  ',
    });
    expect(refusalsOf(refuse)).toEqual(['reason']);
  });

  it('take only the fields they need from whoever takes them', () => {
    const outcome = takeStep(contextOf(problem(), clerk, '2026-03-03'), {
      ...claim,
      answers: { ...claim.answers, what: '改写问题' },
    });
    expect(outcome.ok && outcome.entry.answers['what']).toBe('处方点评不规范');
  });

  it('cannot be taken from another state, or by somebody they do not belong to', () => {
    expect(refusalsOf(takeStep(contextOf(problem(), verifier, '2026-03-03'), close))).toEqual([
      'state',
    ]);
    expect(refusalsOf(takeStep(contextOf(problem(), reviewer, '2026-03-03'), claim))).toEqual([
      'actor',
    ]);
  });
});

describe('nobody closes what he filed', () => {
  const both = { ...clerk, as: ['unit', 'office'] as const };
  const applied = walk(problem(), toClosed.slice(0, 3));
  const checked = walk(applied, toClosed.slice(3, 4));

  it('neither the one who applied for it', () => {
    const outcome = takeStep(contextOf(checked, { ...both, ofUnit: false }, '2026-04-15'), close);
    expect(refusalsOf(outcome)).toEqual(['not-filer']);
  });

  it('nor the reviewer who found the problem and put it on record', () => {
    const found = walk(problem({ by: verifier }), toClosed.slice(0, 4));
    expect(refusalsOf(takeStep(contextOf(found, verifier, '2026-04-15'), close))).toEqual([
      'not-filer',
    ]);
  });

  it('nor anybody of the unit, nor whoever advises it', () => {
    const colleague = { ...reviewer, personId: 'p-other', ofUnit: true };
    const adviser = { ...reviewer, personId: 'p-adviser', advises: true };
    const unmet = (actor: typeof reviewer) =>
      refusalsOf(takeStep(contextOf(checked, actor, '2026-04-15'), close));
    expect(unmet(colleague)).toEqual(['not-own-unit']);
    expect(unmet(adviser)).toEqual(['not-adviser']);
  });

  it('and a move says so before it is tried', () => {
    const [move] = movesOf(contextOf(checked, { ...both, ofUnit: false }, '2026-04-15')).filter(
      ({ transition }) => transition.key === 'close',
    );
    expect(move?.unmet[0]?.message.zh).toBe('这一件由您登记或申请，须由他人审核。');
  });
});

describe('the conditions of a step', () => {
  const checked = walk(problem(), toClosed.slice(0, 4));

  it('are confirmed one by one', () => {
    const outcome = takeStep(contextOf(checked, verifier, '2026-04-15'), {
      transition: 'close',
      ticks: allTicks.slice(0, 3),
    });
    expect(outcome).toMatchObject({ unmet: [{ guard: 'ticks', fields: allTicks.slice(3) }] });
  });

  it('may demand a linked entry, or the decision that there is none (一案双查)', () => {
    const register = {
      ...problems,
      links: [{ key: 'leaders', title: '领导责任核查', register: 'leader-checks' }],
      workflow: problems.workflow && {
        ...problems.workflow,
        transitions: problems.workflow.transitions.map((each) =>
          each.key === 'close'
            ? { ...each, guards: [guard.linked('leaders', 'no-leader-check')] }
            : each,
        ),
      },
    };
    const tryIt = (changes: Partial<typeof checked>) =>
      takeStep(contextOf({ ...checked, ...changes }, verifier, '2026-04-15', register), close);
    expect(refusalsOf(tryIt({}))).toEqual(['linked-entry']);
    expect(tryIt({ ties: [{ link: 'leaders', entry: 'l1' }] }).ok).toBe(true);
    const decided = {
      answers: { ...checked.answers, 'no-leader-check': '经研究不启动，分管领导' },
    };
    expect(tryIt(decided).ok).toBe(true);
  });

  it('may look at the fields of the entry', () => {
    const message = { zh: '金额未退回', en: 'Not paid back' };
    const back = guard.when({ field: 'returned', op: 'eq', value: 'yes' }, message);
    const register = {
      ...problems,
      workflow: problems.workflow && {
        ...problems.workflow,
        transitions: problems.workflow.transitions.map((each) =>
          each.key === 'close' ? { ...each, guards: [back] } : each,
        ),
      },
    };
    const outcome = takeStep(contextOf(checked, verifier, '2026-04-15', register), close);
    expect(outcome).toMatchObject({ unmet: [{ guard: 'condition', message }] });
  });
});

describe('fixture 15: an extension of a problem', () => {
  const working = walk(problem(), toClosed.slice(0, 2));
  const ask = { transition: 'ask-extension', reason: '设备采购延迟' };

  it('asked one day before the end is granted, also when the office answers after it', () => {
    const asked = walk(working, [[clerk, '2026-05-09', ask]]);
    const granted = walk(asked, [
      [reviewer, '2026-05-12', { transition: 'extend', reason: '同意' }],
    ]);
    expect(granted.state).toBe('rectifying');
    const [reading] = readClocks(problems, granted, { calendar, today: '2026-05-12' });
    expect(reading).toMatchObject({ dueOn: '2026-06-09', extensions: 1, overdue: false });
  });

  it('is refused one day after, to the unit and to the office alike', () => {
    expect(refusalsOf(takeStep(contextOf(working, clerk, '2026-05-11'), ask))).toEqual([
      'before-expiry',
    ]);
    const late = takeStep(contextOf(working, reviewer, '2026-05-11'), {
      transition: 'extend',
      reason: '同意',
    });
    expect(refusalsOf(late)).toEqual(['extension']);
  });
});

describe('不予销号', () => {
  it('takes the milestone back, and the term goes on as it was', () => {
    const refused = walk(walk(problem(), toClosed.slice(0, 3)), [
      [reviewer, '2026-04-20', { transition: 'refuse', reason: '缺少培训签到' }],
    ]);
    expect(refused.milestones).toEqual({ accepted: '2026-03-03' });
    const [reading] = readClocks(problems, refused, { calendar, today: '2026-05-11' });
    expect(reading).toMatchObject({ overdue: true, dueOn: '2026-05-10' });
    const again = walk(refused, [[clerk, '2026-05-08', apply]]);
    expect(again.milestones['rectified']).toBe('2026-05-08');
  });
});
