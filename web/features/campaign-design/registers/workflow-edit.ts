import { problemClosing } from '#plugins/sdk/define/closing-problems.ts';
import type { Clock } from '#schema/contracts/campaign/clock.ts';
import type { Register } from '#schema/contracts/campaign/register.ts';
import type {
  Guard,
  Transition,
  Workflow,
  WorkflowState,
} from '#schema/contracts/campaign/workflow.ts';
import { freeKey, moved, withProperty } from '../part-keys.ts';

export type NewRegisterWords = {
  readonly title: string;
  readonly noun: string;
  readonly reason: string;
  readonly open: string;
  readonly closed: string;
  readonly close: string;
};

/** A register with the shortest workflow there is: recorded, and struck off by somebody else. */
export const newRegister = (key: string, clause: string, words: NewRegisterWords): Register => ({
  key,
  title: words.title,
  noun: words.noun,
  clause,
  source: { proposed: true, reason: words.reason },
  recordedBy: ['unit', 'office'],
  workflow: newWorkflow(words),
});

export const newWorkflow = (
  words: Pick<NewRegisterWords, 'open' | 'closed' | 'close'>,
): Workflow => ({
  start: 'open',
  states: [
    { key: 'open', title: words.open },
    { key: 'closed', title: words.closed, ends: 'closed' },
  ],
  transitions: [
    {
      key: 'close',
      title: words.close,
      from: ['open'],
      to: 'closed',
      by: ['office'],
      guards: [{ kind: 'not-filer' }],
      reaches: ['closed'],
    },
  ],
});

/** As long as there is nothing but 登记 and 办结, nobody has said how entries are handled. */
export const isShortest = ({ states, transitions }: Workflow): boolean =>
  states.length <= 2 && transitions.length <= 1;

const usualDays = 30;

/** 问题销号 as most documents have it: who files does not close, and what is closed stays closed. */
export const withProblemClosing = (register: Register, rule: string): Register => {
  const { workflow, clocks, links } = problemClosing({
    register: register.key,
    deadline: { days: usualDays },
    rule,
    source: register.source,
  });
  const others = (register.links ?? []).filter((link) =>
    links.every(({ key }) => key !== link.key),
  );
  return { ...register, workflow, clocks, links: [...others, ...links] };
};

const taken = ({ workflow }: Register) => [
  ...(workflow?.states ?? []).map(({ key }) => key),
  ...(workflow?.transitions ?? []).map(({ key }) => key),
];

const inWorkflow = (register: Register, change: (workflow: Workflow) => Workflow): Register =>
  register.workflow === undefined ? register : { ...register, workflow: change(register.workflow) };

export const addState = (register: Register, title: string): Register =>
  inWorkflow(register, (workflow) => ({
    ...workflow,
    states: [...workflow.states, { key: freeKey('state', taken(register)), title }],
  }));

export const changeState = (register: Register, state: WorkflowState): Register =>
  inWorkflow(register, (workflow) => ({
    ...workflow,
    states: workflow.states.map((each) => (each.key === state.key ? state : each)),
  }));

export const moveState = (register: Register, from: number, to: number): Register =>
  inWorkflow(register, (workflow) => ({
    ...workflow,
    states: [...moved(workflow.states, from, to)],
  }));

/** Steps that only led to or from a state go with it. */
export const stepsLostWith = (workflow: Workflow, state: string): Transition[] =>
  workflow.transitions.filter(
    ({ from, to }) => to === state || from.every((each) => each === state),
  );

/** Without a state, the steps that only served it, and it in clocks; a workflow keeps some step. */
export const removeState = (register: Register, state: string): Register => {
  const { workflow } = register;
  if (workflow === undefined || workflow.states.length < 3) return register;
  const states = workflow.states.filter(({ key }) => key !== state);
  const lost = new Set(stepsLostWith(workflow, state).map(({ key }) => key));
  if (lost.size === workflow.transitions.length) return register;
  const rest = [...lost].reduce(removeStep, register);
  const after = inWorkflow(rest, (kept) => ({
    start: kept.start === state ? (states[0]?.key ?? kept.start) : kept.start,
    states,
    transitions: kept.transitions.map((step) => ({
      ...step,
      from: step.from.filter((each) => each !== state),
    })),
  }));
  return withClocks(after, (clock) => {
    const endsIn = clock.endsIn.filter((each) => each !== state);
    const stopsIn = clock.stopsIn?.filter((each) => each !== state);
    return withProperty(
      { ...clock, endsIn: endsIn.length > 0 ? endsIn : clock.endsIn },
      'stopsIn',
      stopsIn && stopsIn.length > 0 ? stopsIn : undefined,
    );
  });
};

const withClocks = (register: Register, change: (clock: Clock) => Clock): Register =>
  register.clocks === undefined ? register : { ...register, clocks: register.clocks.map(change) };

export const addStep = (register: Register, title: string): Register =>
  inWorkflow(register, (workflow) => {
    const last = workflow.states[workflow.states.length - 1]?.key ?? workflow.start;
    const step: Transition = {
      key: freeKey('step', taken(register)),
      title,
      from: [workflow.start],
      to: last,
      by: ['office'],
    };
    return { ...workflow, transitions: [...workflow.transitions, step] };
  });

export const changeStep = (register: Register, step: Transition): Register =>
  inWorkflow(register, (workflow) => ({
    ...workflow,
    transitions: workflow.transitions.map((each) => (each.key === step.key ? step : each)),
  }));

export const moveStep = (register: Register, from: number, to: number): Register =>
  inWorkflow(register, (workflow) => ({
    ...workflow,
    transitions: [...moved(workflow.transitions, from, to)],
  }));

/** A clock that this step started starts with the entry instead. */
export function removeStep(register: Register, step: string): Register {
  const rest = inWorkflow(register, (workflow) =>
    workflow.transitions.length < 2
      ? workflow
      : { ...workflow, transitions: workflow.transitions.filter(({ key }) => key !== step) },
  );
  return withClocks(rest, (clock) =>
    clock.starts.on === 'transition' && clock.starts.transition === step
      ? { ...clock, starts: { on: 'entry' } }
      : clock,
  );
}

/** Guards that are simply there or not; the others carry something. */
export const plainGuards = [
  'not-filer',
  'not-own-unit',
  'not-adviser',
  'instances-closed',
] as const;
export type PlainGuard = (typeof plainGuards)[number];

const isPlain = (guard: Guard): guard is Extract<Guard, { kind: PlainGuard }> =>
  plainGuards.some((kind) => kind === guard.kind);

export const plainGuardsOf = (step: Transition): PlainGuard[] =>
  (step.guards ?? []).filter(isPlain).map(({ kind }) => kind);

const withGuards = (step: Transition, guards: readonly Guard[]): Transition =>
  withProperty(step, 'guards', guards.length === 0 ? undefined : [...guards]);

export const setPlainGuards = (step: Transition, kinds: readonly PlainGuard[]): Transition => {
  const others = (step.guards ?? []).filter((guard) => !isPlain(guard));
  return withGuards(step, [...kinds.map((kind) => ({ kind })), ...others]);
};

type Carrying = Exclude<Guard, { kind: PlainGuard }>;

export const guardOf = <K extends Carrying['kind']>(
  step: Transition,
  kind: K,
): Extract<Guard, { kind: K }> | undefined =>
  step.guards?.find((guard): guard is Extract<Guard, { kind: K }> => guard.kind === kind);

/** The first guard of a kind put, or taken out where there is none; further ones stay. */
export const setGuard = (
  step: Transition,
  kind: Carrying['kind'],
  guard: Carrying | undefined,
): Transition => {
  const guards = step.guards ?? [];
  const at = guards.findIndex((each) => each.kind === kind);
  const before = at < 0 ? guards : guards.slice(0, at);
  const after = at < 0 ? [] : guards.slice(at + 1);
  return withGuards(step, [...before, ...(guard === undefined ? [] : [guard]), ...after]);
};
