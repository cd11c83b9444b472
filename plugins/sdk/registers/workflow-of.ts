import type { Register } from '#schema/contracts/campaign/register.ts';
import type { Transition, Workflow, WorkflowState } from '#schema/contracts/campaign/workflow.ts';

/** The workflow of a register that has one. */
export function workflowOf(register: Pick<Register, 'key' | 'workflow'>): Workflow {
  if (register.workflow === undefined) throw new Error(`${register.key} has no workflow`);
  return register.workflow;
}

export function stateOf(register: Register, key: string): WorkflowState | undefined {
  return register.workflow?.states.find((state) => state.key === key);
}

export function transitionOf(register: Register, key: string): Transition | undefined {
  return register.workflow?.transitions.find((each) => each.key === key);
}

/** 合并: a step into a state that a duplicate ends in. */
export function isMerge(register: Register, transition: Transition): boolean {
  return stateOf(register, transition.to)?.ends === 'merged';
}

/** Nothing follows: struck off, handled, merged or void. */
export function hasEnded(register: Register, state: string): boolean {
  return stateOf(register, state)?.ends !== undefined;
}
