import type { Guard, Transition, WorkflowActor } from '#schema/contracts/campaign/workflow.ts';
import type { EntryActor } from './entry.ts';
import { unmetOf, type MoveContext, type Unmet } from './guards.ts';
import { isMerge, workflowOf } from './workflow-of.ts';

export type Tick = Extract<Guard, { kind: 'ticks' }>['ticks'][number];

/** A step that this person may take now, with what stands against it and what it asks for. */
export type Move = {
  transition: Transition;
  as: WorkflowActor;
  unmet: Unmet[];
  asks: { fields: readonly string[]; reason: boolean; ticks: readonly Tick[]; into: boolean };
};

/** As whom a person takes a step, if at all. */
export function actsAs(transition: Transition, actor: EntryActor): WorkflowActor | undefined {
  return transition.by.find((each) => actor.as.includes(each));
}

/** The lines somebody has to confirm one by one. */
export function ticksOf(transition: Transition): Tick[] {
  return (transition.guards ?? []).flatMap((guard) => (guard.kind === 'ticks' ? guard.ticks : []));
}

/**
 * The steps of a person before an entry, in the order of the workflow. A step that is not his is not
 * among them; one that a guard stops is, with the reason in words.
 * `movesOf({ register, entry, actor, today, calendar }).map(({ transition }) => transition.title)`
 */
export function movesOf(context: MoveContext): Move[] {
  const { register, entry, actor } = context;
  return workflowOf(register).transitions.flatMap((transition): Move[] => {
    const as = actsAs(transition, actor);
    if (as === undefined || !transition.from.includes(entry.state)) return [];
    const asks = {
      fields: transition.needs ?? [],
      reason: transition.reason ?? false,
      ticks: ticksOf(transition),
      into: isMerge(register, transition),
    };
    return [{ transition, as, unmet: unmetOf(transition, context), asks }];
  });
}
