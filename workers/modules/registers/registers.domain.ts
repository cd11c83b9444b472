import { isMissing } from '#plugins/sdk/conditions/evaluate.ts';
import type { WorkCalendar } from '#plugins/sdk/dates/calendar.ts';
import type { Answers as SdkAnswers } from '#plugins/sdk/forms/answers.ts';
import { mainClock, readClocks } from '#plugins/sdk/registers/entry-clocks.ts';
import type {
  EntryActor,
  EntryEvent,
  EventActor,
  RegisterEntry,
} from '#plugins/sdk/registers/entry.ts';
import { pendingHandOver } from '#plugins/sdk/registers/hand-over.ts';
import { standingOf } from '#plugins/sdk/registers/totals.ts';
import { stateOf } from '#plugins/sdk/registers/workflow-of.ts';
import type { FieldKind, Form } from '#schema/contracts/campaign/form.ts';
import type { CountedRelation, Register } from '#schema/contracts/campaign/register.ts';
import type { Text } from '#schema/contracts/campaign/text.ts';
import { isWithin, rangeOf } from '#schema/contracts/permission.ts';
import type { Authority, Range, Subject } from '#schema/contracts/permission.ts';
import type { Answers } from '#schema/contracts/submissions.ts';
import type { EntryUpdate, StoredEntry } from './stored-entry.domain.ts';

/** A register as a published version defines it, with the form its entries are. */
export type RegisterDefinition = {
  readonly register: Register;
  readonly form: Form;
  readonly campaignId: string;
  readonly campaignTitle: string;
  readonly versionHash: string;
};

/** The person behind a request, as far as registers care. */
type Actor = Authority & {
  readonly name: string;
  readonly post: string | null;
  readonly organizationId: string | null;
};

/** Who stands in a history where nobody but the program acted. */
export const unattended: EventActor = { personId: null, post: '系统', as: 'system' };

export type Seen = { readonly calendar: WorkCalendar; readonly today: string };

export function subjectOf(
  entry: Pick<StoredEntry, 'organizationId' | 'supervisionPath' | 'territoryPath'>,
): Subject {
  return {
    organizationId: entry.organizationId,
    paths: { supervision: entry.supervisionPath, territory: entry.territoryPath },
  };
}

/** Whether embargoed entries are shown at all: to who works for the commission itself. */
export function seesEmbargoed(actor: Actor): boolean {
  return rangeOf(actor, 'registers.read').everything;
}

/** What a person sees of a register: its visibility narrows or widens what the posts reach. */
export function readRangeOf(actor: Actor, register: Register): Range {
  const range = rangeOf(actor, 'registers.read');
  if (range.everything) return range;
  switch (register.visibility?.units ?? 'above') {
    case 'all':
      return { everything: true };
    case 'above':
      return range;
    case 'own':
      return {
        everything: false,
        reaches: range.reaches.map((reach) => ({ ...reach, relation: null, path: null })),
      };
  }
}

/** The highest nodes of a relation's tree that a range covers whole. */
export function rootsOf(range: Range, relation: CountedRelation): string[] {
  if (range.everything) return [''];
  const paths = range.reaches.flatMap((reach) =>
    reach.relation === relation && reach.path !== null ? [reach.path] : [],
  );
  const own = [...new Set(paths)].toSorted();
  return own.filter((path) => !own.some((other) => other !== path && path.startsWith(other)));
}

export function maySee(actor: Actor, register: Register, entry: StoredEntry): boolean {
  if (entry.embargoed && !seesEmbargoed(actor)) return false;
  return isWithin(readRangeOf(actor, register), subjectOf(entry));
}

/** As whom this person stands before an entry. */
export function entryActorOf(
  actor: Actor,
  entry: Pick<StoredEntry, 'organizationId' | 'supervisionPath' | 'territoryPath' | 'responsible'>,
): EntryActor {
  const subject = subjectOf(entry);
  const ofUnit = actor.organizationId === entry.organizationId;
  const acts = ofUnit && isWithin(rangeOf(actor, 'registers.act'), subject);
  const post = actor.post ?? actor.name;
  const as: EntryActor['as'] = [
    ...(acts ? (['unit'] as const) : []),
    ...(acts && post === entry.responsible ? (['responsible'] as const) : []),
    ...(isWithin(rangeOf(actor, 'registers.decide'), subject) ? (['office'] as const) : []),
  ];
  const advises = actor.recusedFrom.includes(entry.organizationId);
  return { personId: actor.personId, post, as, ofUnit, advises };
}

/** The entry as the language sees it. */
export function toEntry(row: StoredEntry, events: readonly EntryEvent[]): RegisterEntry {
  const reached = {
    accepted: row.acceptedOn,
    verified: row.verifiedOn,
    replied: row.repliedOn,
    rectified: row.rectifiedOn,
    closed: row.closedOn,
    done: row.doneOn,
  };
  const milestones = Object.fromEntries(
    Object.entries(reached).filter((each): each is [string, string] => each[1] !== null),
  );
  const { id, organizationId, state, answers, sources, ties, responsible } = row;
  return {
    id,
    organizationId,
    state,
    answers,
    milestones,
    sources,
    ties,
    responsible,
    events: [...events],
  };
}

/** Hidden from the unit and the bureau over it until it has been in one of the states that show it. */
export function isEmbargoed(register: Register, entry: RegisterEntry): boolean {
  const until = register.visibility?.embargo?.until;
  if (until === undefined) return false;
  const visited = entry.events.flatMap((event) => (event.kind === 'step' ? [event.to] : []));
  return ![register.workflow?.start ?? '', ...visited].some((state) => until.includes(state));
}

/** What lists and totals look at, worked out once when the entry changes. */
export function columnsOf(
  { register, versionHash, campaignId }: RegisterDefinition,
  entry: RegisterEntry,
  seen: Seen,
): EntryUpdate {
  const readings = readClocks(register, entry, seen);
  const standing = standingOf(register, entry, seen);
  const main = mainClock(register)?.key;
  const runs = readings.find(({ key }) => key === main);
  const isOpen = runs?.status === 'running' || runs?.status === 'stopped';
  const { milestones } = entry;
  const state = stateOf(register, entry.state);
  return {
    campaignId,
    versionHash,
    state: entry.state,
    ends: state?.ends ?? null,
    longTerm: state?.longTerm ?? false,
    embargoed: isEmbargoed(register, entry),
    answers: toStoredAnswers(entry.answers),
    responsible: entry.responsible,
    sources: [...entry.sources],
    ties: [...entry.ties],
    clocks: readings,
    acceptedOn: milestones.accepted ?? null,
    verifiedOn: milestones.verified ?? null,
    repliedOn: milestones.replied ?? null,
    rectifiedOn: milestones.rectified ?? null,
    closedOn: milestones.closed ?? null,
    doneOn: milestones.done ?? null,
    dueOn: standing.dueOn ?? null,
    openDueOn: isOpen && !standing.longTerm ? (runs.dueOn ?? null) : null,
    verificationDueOn: standing.verificationDueOn ?? null,
    replyDueOn: standing.replyDueOn ?? null,
    mustVerify: standing.mustVerify,
    mustReply: standing.mustReply,
    awaiting: pendingHandOver(register, entry)?.handOver.side ?? null,
  };
}

/** Answers that the form has checked are answers of the wire. */
export function toStoredAnswers(answers: SdkAnswers): Answers {
  return answers as Answers;
}

/** The fields that are filled when an entry is put on record; the others belong to its steps. */
export function recordFieldsOf({ register, form }: RegisterDefinition): string[] {
  const needed = new Set(
    (register.workflow?.transitions ?? []).flatMap(({ needs }) => needs ?? []),
  );
  for (const { term } of register.clocks ?? [])
    if (term.kind === 'until') needed.delete(term.field);
  if (register.responsible !== undefined) needed.delete(register.responsible);
  return form.fields.filter(({ key }) => !needed.has(key)).map(({ key }) => key);
}

/** What has one short value with an order of its own; decimals are kept as text and have none. */
const listable: ReadonlySet<FieldKind> = new Set<FieldKind>([
  'choice',
  'date',
  'month',
  'integer',
  'rating',
  'text',
  'post',
]);

/**
 * The fields by whose answers a list may be filtered and sorted, each with an index; what is masked
 * is not to be guessed that way.
 */
export function listedFieldsOf({ register, form }: RegisterDefinition): string[] {
  const masked = register.visibility?.masked ?? [];
  const known = form.fields.filter(({ kind }) => listable.has(kind)).map(({ key }) => key);
  return (register.listed ?? []).filter((key) => known.includes(key) && !masked.includes(key));
}

const shown = 60;
/** 某 stands for what is masked. */
export const MASK = '某';

/** The first words of what an entry is about. */
export function titleOf(
  { register, form }: RegisterDefinition,
  entry: { answers: Answers; masterRow: string | null },
): Text {
  const row = register.master?.rows.find(({ key }) => key === entry.masterRow);
  if (row !== undefined) return row.title;
  const masked = register.visibility?.masked ?? [];
  const told = form.fields.find(
    ({ kind, key }) => (kind === 'text' || kind === 'long-text') && !isMissing(entry.answers[key]),
  );
  if (told === undefined) return register.noun;
  if (masked.includes(told.key)) return MASK;
  const value = entry.answers[told.key];
  const text = typeof value === 'string' ? value : '';
  return text.length > shown ? `${text.slice(0, shown)}…` : text;
}

/** Answers with what is masked hidden. */
export function maskedAnswers(register: Register, answers: Answers): Answers {
  const masked = register.visibility?.masked ?? [];
  return Object.fromEntries(
    Object.entries(answers).map(([key, value]) => [key, masked.includes(key) ? MASK : value]),
  );
}
