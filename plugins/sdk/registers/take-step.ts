import type { Transition } from '#schema/contracts/campaign/workflow.ts';
import { isMissing } from '../conditions/evaluate.ts';
import type { Answers } from '../forms/answers.ts';
import type { EntryEvent, Milestones, RegisterEntry } from './entry.ts';
import { askedOn, unmetOf, type MoveContext, type Unmet } from './guards.ts';
import { actsAs, ticksOf } from './moves.ts';
import { responsibleOf } from './new-entry.ts';
import { isMerge, transitionOf } from './workflow-of.ts';

/** What a person hands in with a step. */
export type StepInput = {
  transition: string;
  reason?: string | undefined;
  ticks?: readonly string[] | undefined;
  /** Only of the fields the step needs. */
  answers?: Answers | undefined;
  /** 合并: the entry that this one goes into. */
  into?: string | undefined;
};

export type StepOutcome =
  | { ok: true; entry: RegisterEntry; events: EntryEvent[] }
  | { ok: false; unmet: Unmet[] };

function refused(guard: Unmet['guard'], zh: string, en: string, fields?: string[]): Unmet {
  return { guard, message: { zh, en }, ...(fields === undefined ? {} : { fields }) };
}

/** What was not handed in with the step. */
function missingOf(transition: Transition, answers: Answers, input: StepInput): Unmet[] {
  const unmet: Unmet[] = [];
  const empty = (transition.needs ?? []).filter((key) => isMissing(answers[key]));
  if (empty.length > 0) {
    const en = `${empty.length} fields have to be filled first.`;
    unmet.push(refused('needs', `还有 ${empty.length} 项没有填写。`, en, empty));
  }
  if (transition.reason && isMissing(input.reason?.trim())) {
    unmet.push(refused('reason', '请写明理由。', 'Say why.'));
  }
  const open = ticksOf(transition).filter(({ key }) => !input.ticks?.includes(key));
  if (open.length > 0) {
    const keys = open.map(({ key }) => key);
    const en = `${open.length} conditions are not confirmed.`;
    unmet.push(refused('ticks', `还有 ${open.length} 项条件没有确认。`, en, keys));
  }
  return unmet;
}

/** The milestones after a step: what it takes back first, then what it reaches. */
function milestonesAfter(
  before: Milestones,
  { reaches, leaves }: Transition,
  on: string,
): Milestones {
  const kept = Object.entries(before).filter(([key]) => !leaves?.some((each) => each === key));
  const set = (reaches ?? []).map((key): [string, string] => [key, before[key] ?? on]);
  return Object.fromEntries([...kept, ...set]);
}

/** The answers with those that the step needs and the person handed in. */
export function answersAfter(entry: RegisterEntry, transition: Transition, input: StepInput) {
  const given = Object.entries(input.answers ?? {}).filter(
    ([key, value]) => transition.needs?.includes(key) && !isMissing(value),
  );
  return given.length === 0 ? entry.answers : { ...entry.answers, ...Object.fromEntries(given) };
}

function eventsOf(
  context: MoveContext,
  transition: Transition,
  done: { input: StepInput; answers: Answers },
): EntryEvent[] {
  const { entry, actor, today: on } = context;
  const as = actsAs(transition, actor) ?? 'office';
  const by = { on, actor: { personId: actor.personId, post: actor.post, as } };
  const { reason, ticks } = done.input;
  const step: EntryEvent = {
    ...by,
    kind: 'step',
    transition: transition.key,
    from: entry.state,
    to: transition.to,
    ...(reason === undefined ? {} : { reason }),
    ...(ticks === undefined || ticks.length === 0 ? {} : { ticks }),
    ...(done.answers === entry.answers ? {} : { answers: done.answers }),
  };
  const clock = transition.extends;
  if (clock === undefined) return [step];
  return [step, { ...by, kind: 'extended', clock, askedOn: askedOn(context, clock) }];
}

/**
 * Takes a step: the entry as it is afterwards with what is added to its history, or everything that
 * stands against it. `takeStep(context, { transition: 'close', ticks: ['done'] })`
 */
export function takeStep(context: MoveContext, input: StepInput): StepOutcome {
  const { register, entry, actor } = context;
  const transition = transitionOf(register, input.transition);
  if (!transition?.from.includes(entry.state)) {
    const en = 'This step cannot be taken from where the entry is now.';
    return { ok: false, unmet: [refused('state', '现在的办理环节不能办这一步。', en)] };
  }
  if (actsAs(transition, actor) === undefined) {
    const en = 'This step is not yours to take.';
    return { ok: false, unmet: [refused('actor', '这一步不由您办理。', en)] };
  }
  const answers = answersAfter(entry, transition, input);
  const unmet = [
    ...unmetOf(transition, { ...context, entry: { ...entry, answers } }),
    ...missingOf(transition, answers, input),
  ];
  if (isMerge(register, transition) && input.into === undefined) {
    unmet.push(refused('into', '请选择并入哪一件。', 'Choose the entry it goes into.'));
  }
  if (unmet.length > 0) return { ok: false, unmet };
  const events = eventsOf(context, transition, { input, answers });
  const milestones = milestonesAfter(entry.milestones, transition, context.today);
  const responsible = responsibleOf(register, answers, entry.responsible);
  const next = { ...entry, state: transition.to, answers, milestones, responsible };
  return { ok: true, entry: { ...next, events: [...entry.events, ...events] }, events };
}
