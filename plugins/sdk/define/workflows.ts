import type { Clock } from '#schema/contracts/campaign/clock.ts';
import type { Condition } from '#schema/contracts/campaign/condition.ts';
import type { Source } from '#schema/contracts/campaign/source.ts';
import type { Text } from '#schema/contracts/campaign/text.ts';
import type {
  Guard,
  Transition,
  Workflow,
  WorkflowState,
} from '#schema/contracts/campaign/workflow.ts';

/** A state of a workflow: `state('rectifying', { zh: '整改中', en: 'Being rectified' })`. */
export function state(
  key: string,
  title: Text,
  rest: Omit<WorkflowState, 'key' | 'title'> = {},
): WorkflowState {
  return { key, title, ...rest };
}

/** A step from one or several states: `step('claim', { title: '认领', from: ['found'], to: 'claimed', by: ['unit'] })`. */
export function step(key: string, rest: Omit<Transition, 'key'>): Transition {
  return { key, ...rest };
}

/** 办理环节: the first state, the states, the steps. */
export function workflow(start: string, states: WorkflowState[], steps: Transition[]): Workflow {
  return { start, states, transitions: steps };
}

/** What must hold before a step. */
export const guard = {
  notFiler: (): Guard => ({ kind: 'not-filer' }),
  notOwnUnit: (): Guard => ({ kind: 'not-own-unit' }),
  notAdviser: (): Guard => ({ kind: 'not-adviser' }),
  linked: (link: string, unlessField?: string): Guard => ({
    kind: 'linked-entry',
    link,
    ...(unlessField === undefined ? {} : { unlessField }),
  }),
  instancesClosed: (): Guard => ({ kind: 'instances-closed' }),
  beforeExpiry: (clock: string): Guard => ({ kind: 'before-expiry', clock }),
  ticks: (ticks: Record<string, Text>): Guard => ({
    kind: 'ticks',
    ticks: Object.entries(ticks).map(([key, title]) => ({ key, title })),
  }),
  when: (when: Condition, message: Text): Guard => ({ kind: 'condition', when, message }),
};

/** A clock: `clock('handling', { title: …, rule: '信访工作条例 60日', term: naturalDays(60), … })`. */
export function clock(
  key: string,
  rest: Omit<Clock, 'key' | 'starts'> & { starts?: Clock['starts']; source: Source },
): Clock {
  return { key, starts: { on: 'entry' }, ...rest };
}

export const naturalDays = (days: number): Clock['term'] => ({
  kind: 'days',
  days,
  unit: 'natural',
});
export const workingDays = (days: number): Clock['term'] => ({
  kind: 'days',
  days,
  unit: 'working',
});
/** The day that a field holds (整改期限). */
export const untilField = (field: string): Clock['term'] => ({ kind: 'until', field });
export const fromField = (field: string): Clock['starts'] => ({ on: 'field', field });
export const fromStep = (transition: string): Clock['starts'] => ({ on: 'transition', transition });
