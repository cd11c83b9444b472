import type { Register } from '#schema/contracts/campaign/register.ts';
import type { Day } from '../dates/days.ts';
import type { Answers } from '../forms/answers.ts';
import type { EntryEvent, EntrySource, EventActor, RegisterEntry } from './entry.ts';
import type { MoveContext, Unmet } from './guards.ts';
import { newEntry } from './new-entry.ts';
import { takeStep, type StepInput } from './take-step.ts';
import { hasEnded } from './workflow-of.ts';

export type MergeOutcome =
  | { ok: true; from: RegisterEntry; into: RegisterEntry }
  | { ok: false; unmet: Unmet[] };

const sameSource = (left: EntrySource, right: EntrySource) =>
  left.channel === right.channel && left.number === right.number;

/** The sources of both, each once: a problem counts once however many sources it has. */
export function joinSources(
  own: readonly EntrySource[],
  more: readonly EntrySource[],
): EntrySource[] {
  const fresh = more.filter((each) => !own.some((known) => sameSource(known, each)));
  return [...own, ...fresh];
}

/** The entry that takes another in, with its register as of the version that it stands on. */
type Heir = { readonly entry: RegisterEntry; readonly register: Register };

function obstacle({ entry }: MoveContext, { entry: into, register }: Heir): Unmet | undefined {
  const refuse = (zh: string, en: string): Unmet => ({ guard: 'into', message: { zh, en } });
  if (into.id === entry.id) return refuse('不能并入自己。', 'It cannot go into itself.');
  if (into.organizationId !== entry.organizationId) {
    return refuse('只能并入同一单位的事项。', 'It can only go into one of the same unit.');
  }
  if (hasEnded(register, into.state)) {
    return refuse('要并入的事项已经办结。', 'The entry it would go into has ended.');
  }
  return undefined;
}

/**
 * 合并: the entry ends as a duplicate and the other takes in its sources, outside numbers kept.
 * Nothing of either history is lost.
 */
export function mergeEntries(context: MoveContext, heir: Heir, input: StepInput): MergeOutcome {
  const { entry: into } = heir;
  const blocked = obstacle(context, heir);
  if (blocked !== undefined) return { ok: false, unmet: [blocked] };
  const outcome = takeStep(context, { ...input, into: into.id });
  if (!outcome.ok) return outcome;
  const { entry: from, actor, today: on } = context;
  const by: EventActor = { personId: actor.personId, post: actor.post, as: 'office' };
  const took: EntryEvent = { kind: 'took-in', entry: from.id, on, actor: by };
  const sources = joinSources(into.sources, from.sources);
  return {
    ok: true,
    from: outcome.entry,
    into: { ...into, sources, events: [...into.events, took] },
  };
}

/** The day an entry was put on record. */
export function recordedOn(entry: Pick<RegisterEntry, 'events'>): Day | undefined {
  return entry.events.find(({ kind }) => kind === 'recorded')?.on;
}

/**
 * 拆分: a part of an entry becomes one of its own, with the same sources and the same first day, so
 * that nothing gains time by being split.
 */
export function splitEntry(
  context: MoveContext,
  part: { id: string; answers: Answers; reason: string },
): { ok: true; entry: RegisterEntry; part: RegisterEntry } | { ok: false; unmet: Unmet[] } {
  const { register, entry, actor, today } = context;
  if (hasEnded(register, entry.state)) {
    const message = { zh: '已经办结的事项不能拆分。', en: 'What has ended cannot be split.' };
    return { ok: false, unmet: [{ guard: 'state', message }] };
  }
  const by: EventActor = { personId: actor.personId, post: actor.post, as: 'office' };
  const made = newEntry(register, {
    id: part.id,
    organizationId: entry.organizationId,
    answers: part.answers,
    sources: entry.sources,
    actor: by,
    responsible: entry.responsible,
    on: recordedOn(entry) ?? today,
  });
  const { reason } = part;
  const split: EntryEvent = { kind: 'split', entry: part.id, on: today, actor: by, reason };
  return { ok: true, entry: { ...entry, events: [...entry.events, split] }, part: made };
}
