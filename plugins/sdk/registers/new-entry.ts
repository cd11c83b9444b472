import type { Register } from '#schema/contracts/campaign/register.ts';
import { isMissing } from '../conditions/evaluate.ts';
import type { Day } from '../dates/days.ts';
import type { Answers } from '../forms/answers.ts';
import type { EntrySource, EntryTie, EventActor, RegisterEntry } from './entry.ts';
import { workflowOf } from './workflow-of.ts';

/** The post that answers for an entry: the one its form names, else whoever answers so far. */
export function responsibleOf(register: Register, answers: Answers, otherwise: string): string {
  const named = register.responsible === undefined ? undefined : answers[register.responsible];
  return typeof named === 'string' && !isMissing(named.trim()) ? named : otherwise;
}

/** An entry just put on record, in the first state of its workflow. */
export function newEntry(
  register: Register,
  input: {
    id: string;
    organizationId: string;
    answers: Answers;
    sources?: readonly EntrySource[];
    ties?: readonly EntryTie[];
    actor: EventActor;
    /** Who answers for it, where its form names no post; else whoever records it. */
    responsible?: string;
    /** The day its clocks count from. */
    on: Day;
  },
): RegisterEntry {
  const { id, organizationId, answers, sources = [], ties = [], actor, on } = input;
  const otherwise = input.responsible ?? actor.post;
  return {
    id,
    organizationId,
    state: workflowOf(register).start,
    answers,
    milestones: {},
    sources,
    ties,
    responsible: responsibleOf(register, answers, otherwise),
    events: [{ kind: 'recorded', on, actor, answers }],
  };
}

/** What an entry says of the matter itself, without what its steps filled in. */
export function firstAnswers(register: Register, answers: Answers): Answers {
  const filled = workflowOf(register).transitions.flatMap(({ needs }) => needs ?? []);
  return Object.fromEntries(Object.entries(answers).filter(([key]) => !filled.includes(key)));
}
