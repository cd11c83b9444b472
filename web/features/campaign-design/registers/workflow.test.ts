import * as v from 'valibot';
import { beforeAll, describe, expect, test } from 'vitest';
import { smallRegister } from '#plugins/sdk/testing/register.fixtures.ts';
import { RegisterSchema } from '#schema/contracts/campaign/register.ts';
import { loadWords } from '#web/shared/i18n.ts';
import { linesFrom } from './line-lists.ts';
import { clockWords, demandWords } from './step-words.presenter.ts';
import {
  addState,
  addStep,
  guardOf,
  newRegister,
  plainGuardsOf,
  removeState,
  removeStep,
  setGuard,
  setPlainGuards,
} from './workflow-edit.ts';
import { layOut, stateSize } from './workflow-layout.ts';
import type { Box, Point } from './workflow-layout.ts';

const register = smallRegister();
const workflowOf = (of = register) => {
  if (!of.workflow) throw new Error('no workflow');
  return of.workflow;
};
const words = {
  title: '新台账',
  noun: '件',
  reason: '提出',
  open: '办理中',
  closed: '已办结',
  close: '办结',
};
const hits = (left: Box, right: Box) =>
  left.x < right.x + right.width &&
  right.x < left.x + left.width &&
  left.y < right.y + right.height &&
  right.y < left.y + left.height;

beforeAll(() => loadWords('editors'));

describe('a workflow that is edited', () => {
  test('starts sound: somebody else closes what was recorded', () => {
    const fresh = newRegister('register-1', 'goal', words);
    expect(v.safeParse(RegisterSchema, fresh).success).toBe(true);
    expect(workflowOf(fresh).transitions.map(plainGuardsOf)).toEqual([['not-filer']]);
  });

  test('loses with a state the steps that only served it, and the state in its clocks', () => {
    const clocks = (register.clocks ?? []).map((clock) => ({ ...clock, stopsIn: ['state-1'] }));
    const more = addStep({ ...addState(register, '复核'), clocks }, '转复核');
    const rest = removeState(more, 'state-1');
    expect(rest).toEqual({ ...register, clocks: register.clocks });
  });

  test('keeps some step: a state that all of them serve stays, and so does the last step', () => {
    expect(removeState(register, 'applied')).toEqual(register);
    const one = removeStep(removeStep(register, 'close'), 'refuse');
    expect(removeStep(one, 'apply')).toEqual(one);
  });

  test('gives new states and steps keys of their own', () => {
    const more = addStep(addState(addState(register, '复核'), '复查'), '转办');
    expect(v.safeParse(RegisterSchema, more).success).toBe(true);
    const keys = workflowOf(more).states.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('keeps what a guard carries while plain ones come and go', () => {
    const step = workflowOf().transitions[1];
    if (!step) throw new Error('no step');
    const ticked = setGuard(step, 'ticks', {
      kind: 'ticks',
      ticks: [{ key: 'tick-1', title: '措施完成' }],
    });
    const after = setPlainGuards(ticked, ['not-own-unit']);
    expect(guardOf(after, 'ticks')?.ticks).toHaveLength(1);
    expect(plainGuardsOf(after)).toEqual(['not-own-unit']);
    expect(setGuard(setPlainGuards(after, []), 'ticks', undefined)).not.toHaveProperty('guards');
  });
});

test('lines that are only reworded, or moved, keep their keys', () => {
  const before = [
    { key: 'done', text: '措施完成' },
    { key: 'dated', text: '佐证在期内' },
  ];
  expect(linesFrom(before, '措施均已完成\n佐证在期内\n当事人已答复', 'tick')).toEqual([
    { key: 'done', text: '措施均已完成' },
    { key: 'dated', text: '佐证在期内' },
    { key: 'tick-1', text: '当事人已答复' },
  ]);
  const turned = linesFrom(before, '佐证在期内\n措施完成', 'tick');
  expect(turned.map(({ key }) => key)).toEqual(['dated', 'done']);
  expect(linesFrom(before, '\n', 'tick')).toEqual([]);
});

describe('the picture of a workflow', () => {
  const drawing = layOut(workflowOf(), () => 80);

  test('has a place for every state, none over another', () => {
    expect(drawing.states).toHaveLength(3);
    for (const [at, state] of drawing.states.entries()) {
      expect(state).toMatchObject(stateSize);
      expect(drawing.states.slice(at + 1).some((other) => hits(state, other))).toBe(false);
    }
  });

  test('leads every step from the edge of its state to the edge of the next, inside the picture', () => {
    for (const step of drawing.steps) {
      const [from, to] = [step.from, step.to].map((key) =>
        drawing.states.find((s) => s.key === key),
      );
      const [first, last] = [step.points[0], step.points[step.points.length - 1]];
      if (!from || !to || !first || !last) throw new Error('a step without ends');
      expect(first.x).toBeGreaterThanOrEqual(from.x);
      expect(first.x).toBeLessThanOrEqual(from.x + from.width);
      expect(last.y).toBeGreaterThanOrEqual(to.y);
      expect(last.y).toBeLessThanOrEqual(to.y + to.height);
      for (const { x, y } of step.points) {
        expect(x).toBeGreaterThan(0);
        expect(x).toBeLessThan(drawing.width);
        expect(y).toBeLessThan(drawing.height);
      }
    }
  });

  test('writes on no state, and a step of many states once a side', () => {
    for (const { label } of drawing.steps) {
      expect(drawing.states.some((state) => label !== undefined && hits(label, state))).toBe(false);
    }
    const many = layOut(
      {
        ...workflowOf(),
        transitions: [
          ...workflowOf().transitions,
          {
            key: 'back',
            title: '退回',
            from: ['applied', 'closed'],
            to: 'rectifying',
            by: ['office'],
          },
        ],
      },
      () => 80,
    );
    const back = many.steps.filter(({ key }) => key === 'back');
    expect(back).toHaveLength(2);
    expect(back.filter(({ label }) => label !== undefined)).toHaveLength(1);
  });

  test('leads no line through a state on its way', () => {
    const keys = ['a', 'b', 'c', 'd'];
    const workflow = {
      start: 'start',
      states: ['start', ...keys, 'end'].map((key) => ({ key, title: key })),
      transitions: [
        ...keys.map((to) => ({ key: `to-${to}`, title: to, from: ['start'], to })),
        { key: 'across', title: '转', from: keys.slice(0, 3), to: 'd' },
        { key: 'back', title: '回', from: keys.slice(1), to: 'a' },
        { key: 'again', title: '重来', from: keys, to: 'start' },
        { key: 'close', title: '结', from: ['b'], to: 'end' },
      ].map((step) => ({ ...step, by: ['office' as const] })),
    };
    const { steps, states } = layOut(workflow, () => 80);
    const between = ([first, second]: readonly Point[]) =>
      first && second && first.y === second.y
        ? [
            {
              x: Math.min(first.x, second.x),
              y: first.y,
              width: Math.abs(second.x - first.x),
              height: 0,
            },
          ]
        : [];
    for (const { key, from, to, points } of steps) {
      const runs = points.flatMap((point, at) => between([point, points[at + 1] ?? point]));
      const others = states.filter((state) => state.key !== from && state.key !== to);
      const struck = others.filter((state) => runs.some((run) => hits(run, state)));
      expect([key, from, struck.map((state) => state.key)]).toEqual([key, from, []]);
    }
  });

  test('is the same picture each time, and shows what nothing leads to', () => {
    expect(layOut(workflowOf(), () => 80)).toEqual(drawing);
    const lonely = addState(register, '没有来路');
    expect(layOut(workflowOf(lonely), () => 80).states).toHaveLength(4);
  });
});

describe('a register in words', () => {
  const fields = [
    { kind: 'date' as const, key: 'mend-by', label: '整改期限' },
    { kind: 'long-text' as const, key: 'measures', label: '整改措施' },
  ];

  test('says what a step demands', () => {
    const [apply, close] = workflowOf().transitions;
    if (!apply || !close) throw new Error('no steps');
    expect(demandWords(apply, register, fields)).toBe('须填整改措施；即为整改完成');
    expect(demandWords(close, register, fields)).toBe('谁申请谁不得审批；即为销号');
  });

  test('says a clock as one sentence', () => {
    const [clock] = register.clocks ?? [];
    if (!clock) throw new Error('no clock');
    expect(clockWords(clock, register, fields)).toBe(
      '自登记之日起，到“整改期限”所填之日；到“已销号”为止',
    );
    const days = {
      ...clock,
      term: { kind: 'days' as const, days: 10, unit: 'working' as const },
      stopsIn: ['applied'],
    };
    expect(clockWords(days, register, fields)).toBe(
      '自登记之日起10个工作日内；到“已销号”为止；“申请销号”期间停止计算',
    );
  });
});
