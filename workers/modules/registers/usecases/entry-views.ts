import { rereadClock } from '#plugins/sdk/clocks/reread-clock.ts';
import { clockWords, unitSigns } from '#plugins/sdk/clocks/words.ts';
import { mainClock } from '#plugins/sdk/registers/entry-clocks.ts';
import type { EntryEvent, HandOver } from '#plugins/sdk/registers/entry.ts';
import {
  answersOf,
  handOverRulesOf,
  pendingHandOver,
  verbsOf,
} from '#plugins/sdk/registers/hand-over.ts';
import { movesOf } from '#plugins/sdk/registers/moves.ts';
import { stateOf, transitionOf, workflowOf } from '#plugins/sdk/registers/workflow-of.ts';
import type { Text } from '#schema/contracts/campaign/text.ts';
import type { EntryDetail, EntrySummary, RegisterView } from '#schema/contracts/registers.ts';
import { listedFieldsOf, recordFieldsOf, titleOf } from '../registers.domain.ts';
import type { RegisterDefinition, Seen } from '../registers.domain.ts';
import type { StoredEntry } from '../stored-entry.domain.ts';
import type { LoadedEntry } from './load-entry.ts';

/** A register as screens need it. */
export function toRegisterView(definition: RegisterDefinition, mayRecord: boolean): RegisterView {
  const { register, form, campaignId, campaignTitle } = definition;
  const { states, transitions } = workflowOf(register);
  return {
    key: register.key,
    title: register.title,
    noun: register.noun,
    campaignId,
    campaignTitle,
    source: register.source,
    form,
    channels: register.channels ?? [],
    states: states.map((each) => ({ ...each })),
    steps: transitions.map(({ key, title }) => ({ key, title })),
    links: register.links ?? [],
    recordFields: recordFieldsOf(definition),
    listed: listedFieldsOf(definition),
    hasMaster: register.master !== undefined,
    mayRecord: mayRecord && register.master === undefined,
  };
}

type ClockView = EntryDetail['clocks'][number];

/** Every clock of an entry in words, read today from what was worked out at its last change. */
export function clockViewsOf(
  { register }: RegisterDefinition,
  row: Pick<StoredEntry, 'clocks'>,
  { calendar, today }: Seen,
): ClockView[] {
  return (register.clocks ?? []).flatMap((clock) => {
    const stored = row.clocks.find(({ key }) => key === clock.key);
    if (stored === undefined) return [];
    const reading = rereadClock(stored, today, calendar);
    const { status, dueOn, overdue, provisional, unit, setBy = clock } = reading;
    return [
      {
        key: clock.key,
        title: clock.title,
        words: { zh: clockWords(setBy, reading), en: clockWords(setBy, reading, 'en') },
        sign: unitSigns[unit],
        status,
        ...(dueOn === undefined ? {} : { dueOn }),
        overdue,
        provisional,
        source: setBy.source,
      },
    ];
  });
}

function stateView({ register }: RegisterDefinition, key: string): EntrySummary['state'] {
  const found = stateOf(register, key);
  return found === undefined ? { key, title: key } : { ...found };
}

/** A line of a list. */
export function toSummary(
  definition: RegisterDefinition,
  row: StoredEntry,
  view: Seen & { organizationName: string },
): EntrySummary {
  const { register } = definition;
  const clocks = clockViewsOf(definition, row, view);
  const main = mainClock(register)?.key;
  const clock = row.ends === null ? clocks.find(({ key }) => key === main) : undefined;
  const channels = (register.channels ?? []).filter(({ key }) =>
    row.sources.some(({ channel }) => channel === key),
  );
  return {
    id: row.id,
    number: row.number,
    title: titleOf(definition, row),
    organizationId: row.organizationId,
    organizationName: view.organizationName,
    state: stateView(definition, row.state),
    responsible: row.responsible,
    recordedOn: row.recordedOn,
    ...(row.masterRow === null ? {} : { row: row.masterRow }),
    channels: channels.map(({ label }) => label),
    ...(clock === undefined ? {} : { clock }),
    overdue: row.openDueOn !== null && row.openDueOn < view.today,
    version: row.version,
  };
}

/** The steps of this person as buttons; whoever has a tie to the unit is told so at each of the office's. */
export function toMoves({ moving, person }: LoadedEntry): EntryDetail['moves'] {
  return movesOf(moving).map(({ transition, as, unmet, asks }) => {
    const barred = as === 'office' && person.advises;
    const told = unmet.some(({ guard }) => guard === 'not-adviser');
    const recusal = {
      guard: 'not-adviser',
      message: {
        zh: '您与该单位有指导或其他关系，须回避。',
        en: 'You advise this unit or have another tie to it; stand aside.',
      },
    };
    const reasons = unmet.map(({ guard, message }) => ({ guard, message }));
    return {
      key: transition.key,
      title: transition.title,
      as,
      unmet: barred && !told ? [...reasons, recusal] : reasons,
      fields: [...asks.fields],
      reason: asks.reason,
      ticks: [...asks.ticks],
      merges: asks.into,
    };
  });
}

const results: Record<'held' | 'relapsed' | 'untrue', Text> = {
  held: { zh: '回头看：已巩固', en: 'Looked at again: it held' },
  relapsed: { zh: '回头看：反弹', en: 'Looked at again: it came back' },
  untrue: { zh: '回头看：整改不实', en: 'Looked at again: the rectification was not true' },
};

type HistoryTitles = { title?: Text | undefined; to?: Text | undefined; entry?: string };

const receiverOf = ({ organ, post }: HandOver): string =>
  organ === undefined ? post : `${organ} ${post}`;

/** What a line of a hand-over says beside its kind. */
function handOverLine(event: EntryEvent) {
  if (!('handOver' in event)) return {};
  const { handOver } = event;
  return {
    verb: handOver.verb,
    receiver: receiverOf(handOver),
    ...(event.kind === 'signed-for' ? { receipt: event.receipt } : {}),
    ...(event.kind === 'handed-back' ? { basis: event.basis } : {}),
  };
}

/** 首接负责: what this person may hand over, and what waits for a signature. */
export function toHandOver({ moving, entry, definition }: LoadedEntry): EntryDetail['handOver'] {
  const { register } = definition;
  const pending = pendingHandOver(register, entry);
  const { refuseWithin } = handOverRulesOf(register);
  const verbs = verbsOf(moving);
  if (pending === undefined) return { verbs, refuseWithin };
  const { handOver, by, on } = pending;
  const { verb, side, letter, replyBy, refuseBy, toCoordinator = false } = handOver;
  const { sign, refuse, withdraw } = answersOf(moving);
  return {
    verbs,
    refuseWithin,
    waiting: {
      verb,
      side,
      letter,
      replyBy,
      refuseBy,
      toCoordinator,
      on,
      receiver: receiverOf(handOver),
      by: by.post,
      maySign: sign,
      mayRefuse: refuse,
      mayWithdraw: withdraw,
    },
  };
}

function titlesOf({ register }: RegisterDefinition, event: EntryEvent): HistoryTitles {
  switch (event.kind) {
    case 'step':
      return {
        title: transitionOf(register, event.transition)?.title,
        to: stateOf(register, event.to)?.title,
      };
    case 'extended':
      return { title: register.clocks?.find(({ key }) => key === event.clock)?.title };
    case 'sourced':
      return { title: register.channels?.find(({ key }) => key === event.source.channel)?.label };
    case 'linked':
      return {
        title: register.links?.find(({ key }) => key === event.tie.link)?.title,
        entry: event.tie.entry,
      };
    case 'took-in':
    case 'split':
      return { entry: event.entry };
    case 'rechecked':
      return { title: results[event.result] };
    case 'recorded':
    case 'edited':
    case 'handed-over':
    case 'signed-for':
    case 'handed-back':
    case 'withdrawn':
      return {};
    case 'version-moved':
    case 'version-restored':
    case 'unit-changed':
      return {};
  }
}

/** What a line of a move to another version, or of a change of the unit, adds. */
function changeLine(event: EntryEvent, labelOf: (versionHash: string) => Text | undefined) {
  if (event.kind === 'unit-changed') return { units: { from: event.from, to: event.to } };
  if (event.kind !== 'version-moved' && event.kind !== 'version-restored') return {};
  const to = labelOf(event.to);
  return {
    ...(to === undefined ? {} : { to }),
    ...(event.kind === 'version-moved' && event.lost.length > 0 ? { lost: [...event.lost] } : {}),
  };
}

/** What a history is read with: the version of each of its lines, and what versions are called. */
export type HistoryReading = {
  definitionOf: (versionHash: string) => RegisterDefinition;
  labelOf: (versionHash: string) => Text | undefined;
};

/** The history in words, each line in those of its own version; persons stand in it by post. */
export function toHistory(
  { versionHash }: Pick<StoredEntry, 'versionHash'>,
  events: readonly EntryEvent[],
  { definitionOf, labelOf }: HistoryReading,
): EntryDetail['history'] {
  return events.map((event, index) => {
    const change = events.slice(index).find(isVersionChange);
    const { title, to, entry } = titlesOf(definitionOf(change?.from ?? versionHash), event);
    return {
      kind: event.kind,
      on: event.on,
      post: event.actor.post,
      ...(title === undefined ? {} : { title }),
      ...(to === undefined ? {} : { to }),
      ...(event.reason === undefined ? {} : { reason: event.reason }),
      ...(entry === undefined ? {} : { entry }),
      ...handOverLine(event),
      ...changeLine(event, labelOf),
    };
  });
}

type VersionChange = Extract<EntryEvent, { kind: 'version-moved' | 'version-restored' }>;

export const isVersionChange = (event: EntryEvent): event is VersionChange =>
  event.kind === 'version-moved' || event.kind === 'version-restored';
