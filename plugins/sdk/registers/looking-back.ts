import type { Ratio } from '#schema/contracts/campaign/indicator.ts';
import type { Register } from '#schema/contracts/campaign/register.ts';
import type { Day } from '../dates/days.ts';
import {
  makersOf,
  type EntryActor,
  type EntryEvent,
  type EventActor,
  type RecheckResult,
  type RegisterEntry,
} from './entry.ts';
import type { Unmet } from './guards.ts';
import { firstAnswers, newEntry } from './new-entry.ts';
import { stateOf } from './workflow-of.ts';

/** 整改不实 is a proposal for a measure: an organ decides, the program does not. */
export type RecheckProposal = { kind: 'untrue-rectification'; entry: string; closedBy: string[] };
export type RecheckOutcome =
  | {
      ok: true;
      entry: RegisterEntry;
      relapse?: RegisterEntry;
      proposal?: RecheckProposal;
    }
  | { ok: false; unmet: Unmet[] };

/** The link by which an entry names the closed one that came back (反弹). */
export function relapseLink(register: Register): string | undefined {
  return register.links?.find((link) => link.register === register.key)?.key;
}

/** Who agreed to the closing: the persons whose last step brought the entry into an ended state. */
export function closersOf(register: Register, entry: Pick<RegisterEntry, 'events'>): string[] {
  const last = entry.events
    .filter((event) => event.kind === 'step' && stateOf(register, event.to)?.ends === 'closed')
    .at(-1);
  return last?.actor.personId == null ? [] : [last.actor.personId];
}

function refusal(register: Register, entry: RegisterEntry, actor: EntryActor): Unmet | undefined {
  const refuse = (guard: Unmet['guard'], zh: string, en: string): Unmet => ({
    guard,
    message: { zh, en },
  });
  if (stateOf(register, entry.state)?.ends !== 'closed') {
    return refuse(
      'state',
      '只对已经销号的事项开展回头看。',
      'Only what is closed is looked at again.',
    );
  }
  if (!actor.as.includes('office') || actor.ofUnit || actor.advises) {
    return refuse(
      'actor',
      '须由与该单位无关的人员核查。',
      'Somebody without a tie to the unit has to.',
    );
  }
  const closed = closersOf(register, entry).includes(actor.personId);
  if (closed || makersOf(entry).has(actor.personId)) {
    return refuse(
      'not-filer',
      '销号人不复查本人销号的事项。',
      'Nobody looks again at what he closed.',
    );
  }
  return undefined;
}

/**
 * 回头看 over a closed entry. The old number stays closed whatever is found: 反弹 is a new entry tied
 * to it, 整改不实 a proposal. Reopening would falsify the totals of last year.
 */
export function lookBack(
  {
    register,
    entry,
    actor,
    today,
  }: {
    register: Register;
    entry: RegisterEntry;
    actor: EntryActor;
    today: Day;
  },
  found: { result: RecheckResult; reason: string; relapseId?: string },
): RecheckOutcome {
  const unmet = refusal(register, entry, actor);
  if (unmet !== undefined) return { ok: false, unmet: [unmet] };
  const by: EventActor = { personId: actor.personId, post: actor.post, as: 'office' };
  const { result, reason } = found;
  const event: EntryEvent = { kind: 'rechecked', result, reason, on: today, actor: by };
  const checked = { ...entry, events: [...entry.events, event] };
  if (result === 'untrue') {
    const closedBy = closersOf(register, entry);
    const proposal: RecheckProposal = { kind: 'untrue-rectification', entry: entry.id, closedBy };
    return { ok: true, entry: checked, proposal };
  }
  const link = relapseLink(register);
  if (result !== 'relapsed' || link === undefined) return { ok: true, entry: checked };
  const { answers, organizationId, sources, responsible } = entry;
  const relapse = newEntry(register, {
    id: found.relapseId ?? `${entry.id}-2`,
    organizationId,
    answers: firstAnswers(register, answers),
    sources,
    ties: [{ link, entry: entry.id }],
    actor: by,
    responsible,
    on: today,
  });
  return { ok: true, entry: checked, relapse };
}

function rechecks(entry: Pick<RegisterEntry, 'events'>): RecheckResult[] {
  return entry.events.flatMap((event) => (event.kind === 'rechecked' ? [event.result] : []));
}

/** 反弹率 = 反弹 / 已回头看. Nothing when nothing was looked at. */
export function relapseRate(entries: readonly Pick<RegisterEntry, 'events'>[]): Ratio | undefined {
  const results = entries.map(rechecks).filter((each) => each.length > 0);
  if (results.length === 0) return undefined;
  const numerator = results.filter((each) => each.includes('relapsed')).length;
  return { numerator, denominator: results.length };
}

/** 复核差错率 of a person: what proved untrue among what he closed and somebody looked at again. */
export function closingErrorRate(
  register: Register,
  entries: readonly Pick<RegisterEntry, 'events'>[],
  personId: string,
): Ratio | undefined {
  const own = entries.filter((entry) => closersOf(register, entry).includes(personId));
  const results = own.map(rechecks).filter((each) => each.length > 0);
  if (results.length === 0) return undefined;
  const numerator = results.filter((each) => each.includes('untrue')).length;
  return { numerator, denominator: results.length };
}
