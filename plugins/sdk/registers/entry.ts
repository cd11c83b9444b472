import type { Clock } from '#schema/contracts/campaign/clock.ts';
import type { HandOverVerb } from '#schema/contracts/campaign/register.ts';
import type { Text } from '#schema/contracts/campaign/text.ts';
import type { Milestone, WorkflowActor } from '#schema/contracts/campaign/workflow.ts';
import type { Day } from '../dates/days.ts';
import type { Answers } from '../forms/answers.ts';

/** Where an entry came from: a channel of the register, and the number it has there. */
export type EntrySource = { channel: string; number?: string | undefined };
export type EntryTie = { link: string; entry: string };

/** Who did something, in which post, and as whom: the unit, the responsible post, the office. */
export type EventActor = {
  personId: string | null;
  post: string;
  as: WorkflowActor | 'system';
};

export const recheckResults = ['held', 'relapsed', 'untrue'] as const;
/** 已巩固 · 反弹 · 整改不实 */
export type RecheckResult = (typeof recheckResults)[number];

/** What goes over, by which verb, to which post of which side. */
export type HandOver = {
  verb: HandOverVerb;
  side: 'unit' | 'office' | 'organ';
  post: string;
  organ?: string | undefined;
  letter?: string | undefined;
  replyBy?: Day | undefined;
  /** The last day on which it may be refused; none where it may not. */
  refuseBy?: Day | undefined;
  /** After two refusals: he has to take it. */
  toCoordinator?: boolean | undefined;
};

/** What an entry takes along of the terms of the version that it leaves. */
export type KeptTerms = {
  /** Terms that had begun, as they were set. */
  kept: readonly Clock[];
  /** The days they count to or from, whatever becomes of the fields. */
  days: Answers;
  /** Terms that begin only with what happens after the move. */
  fromNow: readonly string[];
  /** Terms that have begun after an earlier move, with the line of the history that this is. */
  since?: { readonly [clock: string]: number };
};

/** A move of the entry from one version to another; how it stood then, whatever either calls it. */
type VersionChange = {
  from: string;
  to: string;
  state: string;
  milestones: Milestones;
};

type What =
  | { kind: 'recorded' }
  | { kind: 'edited' }
  | { kind: 'step'; transition: string; from: string; to: string }
  | { kind: 'extended'; clock: string; askedOn?: Day | undefined }
  | { kind: 'sourced'; source: EntrySource }
  | { kind: 'linked'; tie: EntryTie }
  | { kind: 'took-in'; entry: string }
  | { kind: 'split'; entry: string }
  | { kind: 'rechecked'; result: RecheckResult }
  | { kind: 'handed-over'; handOver: HandOver }
  | {
      kind: 'signed-for';
      handOver: HandOver;
      receipt: { post: string; on: Day; number?: string | undefined };
    }
  | { kind: 'handed-back'; handOver: HandOver; basis: string }
  | { kind: 'withdrawn'; handOver: HandOver }
  | (VersionChange & { kind: 'version-moved'; terms: KeptTerms; lost: readonly Text[] })
  | (VersionChange & { kind: 'version-restored' })
  | { kind: 'unit-changed'; from: string; to: string };

/** One line of the history of an entry; nothing is ever taken out of it. */
export type EntryEvent = What & {
  on: Day;
  actor: EventActor;
  reason?: string | undefined;
  ticks?: readonly string[] | undefined;
  /** The answers after it, where it changed them. */
  answers?: Answers | undefined;
};

export type Milestones = { readonly [milestone in Milestone]?: Day };

export type RegisterEntry = {
  id: string;
  organizationId: string;
  state: string;
  answers: Answers;
  milestones: Milestones;
  sources: readonly EntrySource[];
  ties: readonly EntryTie[];
  /** The post that answers for it: there is one at every moment. */
  responsible: string;
  /** In the order in which they happened. */
  events: readonly EntryEvent[];
};

/** A person before an entry: as whom he may act, and how he stands to its unit. */
export type EntryActor = {
  personId: string;
  post: string;
  as: readonly WorkflowActor[];
  /** Belongs to the unit concerned. */
  ofUnit: boolean;
  /** Advises that unit, or has another tie to it (回避). */
  advises: boolean;
};

/** Everybody who put the entry on record or acted on it for the unit: they judge nothing of it. */
export function makersOf(entry: Pick<RegisterEntry, 'events'>): Set<string> {
  const makers = new Set<string>();
  for (const { kind, actor } of entry.events) {
    if (actor.personId === null) continue;
    if (kind === 'recorded' || kind === 'edited' || actor.as !== 'office') {
      makers.add(actor.personId);
    }
  }
  return makers;
}
