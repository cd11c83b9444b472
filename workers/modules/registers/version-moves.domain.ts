import { fieldOf } from '#plugins/sdk/forms/answers.ts';
import { carryOver } from '#plugins/sdk/forms/carry-over.ts';
import { validateFiling } from '#plugins/sdk/forms/validate.ts';
import type { EventActor, KeptTerms, RegisterEntry } from '#plugins/sdk/registers/entry.ts';
import { termsAfter } from '#plugins/sdk/registers/kept-terms.ts';
import { responsibleOf } from '#plugins/sdk/registers/new-entry.ts';
import { stateOf, workflowOf } from '#plugins/sdk/registers/workflow-of.ts';
import { textIn } from '#schema/contracts/campaign/text.ts';
import type { Text } from '#schema/contracts/campaign/text.ts';
import type {
  MoveStage,
  MoveVerdict,
  StayReason,
  VerdictPlace,
} from '#schema/contracts/version-moves.ts';
import { isEmbargoed, recordFieldsOf, toStoredAnswers } from './registers.domain.ts';
import type { RegisterDefinition, Seen } from './registers.domain.ts';
import type { StoredEntry } from './stored-entry.domain.ts';
import { handlesTheSame } from './versions.domain.ts';

/** What an entry holds that a move may change. */
export type Held = Pick<RegisterEntry, 'answers' | 'sources' | 'ties' | 'responsible'>;

/** What a move does to one entry: `held` afterwards, and the terms that it takes along. */
export type EntryFate = MoveVerdict & { held: Held; terms: KeptTerms };

export type MovableEntry = {
  row: Pick<StoredEntry, 'masterRow' | 'ends' | 'longTerm' | 'embargoed' | 'awaiting'>;
  entry: RegisterEntry;
};

const noTerms: KeptTerms = { kept: [], days: {}, fromNow: [] };

export const stageOfEntry = ({ ends }: Pick<StoredEntry, 'ends'>): MoveStage =>
  ends === null ? 'open' : 'arrived';

/**
 * What becomes of an entry when it moves to another version of its register. What is open moves, and
 * says what it loses or lacks; what has ended moves only where neither is so. An entry whose state
 * is gone, or would count as something else, stays: no case is closed or reopened by a move, and
 * nothing is shown by one that was masked.
 */
export function fateOfEntry(
  { row, entry }: MovableEntry,
  { before, after }: { before: RegisterDefinition; after: RegisterDefinition | undefined },
  seen: Seen,
): EntryFate {
  const fate = (rest: Pick<EntryFate, 'kind'> & Partial<EntryFate>): EntryFate => ({
    held: entry,
    terms: noTerms,
    losses: [],
    incomplete: [],
    ...rest,
  });
  if (after === undefined) return fate({ kind: 'stays', why: 'register-gone' });
  if (handlesTheSame(before, after, row)) return fate({ kind: 'same' });
  const why = obstacleOf({ row, entry }, before, after);
  if (why !== undefined) return fate({ kind: 'stays', why });
  const { held, losses } = carried(entry, before, after);
  const { terms, dropped } = termsAfter(before.register, after.register, entry, seen);
  const lost = [
    ...losses,
    ...dropped.map(({ key, title }) => ({ path: `clocks/${key}`, label: termLabel(title) })),
  ];
  const incomplete = lackingOf(entry, held, before, after);
  const moved = { held, terms, losses: lost, incomplete };
  const isWhole = lost.length === 0 && incomplete.length === 0;
  if (isWhole) return fate({ kind: 'clean', ...moved });
  if (row.ends === null) return fate({ kind: 'loses', ...moved });
  const reason = lost.length > 0 ? 'would-lose' : 'to-complete';
  return fate({ kind: 'stays', why: reason, losses: lost, incomplete });
}

const termLabel = (title: Text): Text => ({
  zh: `时限：${textIn(title, 'zh-CN').value}`,
  en: `Term: ${textIn(title, 'en').value}`,
});

function obstacleOf(
  { row, entry }: MovableEntry,
  ...[before, after]: Sides
): StayReason | undefined {
  const { register } = after;
  const rows = register.master?.rows ?? [];
  if (row.masterRow !== null && !rows.some(({ key }) => key === row.masterRow)) return 'row-gone';
  const state = stateOf(register, entry.state);
  if (state === undefined) return 'state-gone';
  const isDeadEnd =
    state.ends === undefined &&
    !workflowOf(register).transitions.some(({ from }) => from.includes(entry.state));
  const meansElse =
    (state.ends ?? null) !== row.ends ||
    (state.longTerm ?? false) !== row.longTerm ||
    isEmbargoed(register, entry) !== row.embargoed;
  if (isDeadEnd || meansElse) return 'state-changed';
  if (unmasks(entry, before, after)) return 'unmasked';
  return row.awaiting === null ? undefined : 'handed-over';
}

type Sides = [before: RegisterDefinition, after: RegisterDefinition];

/** Whether something that the entry holds would be shown that was recorded to be masked. */
function unmasks({ answers }: RegisterEntry, ...[before, after]: Sides): boolean {
  const masked = after.register.visibility?.masked ?? [];
  return (before.register.visibility?.masked ?? []).some(
    (key) => key in answers && !masked.includes(key) && fieldOf(after.form, key) !== undefined,
  );
}

function carried(entry: RegisterEntry, ...[before, after]: Sides) {
  const over = carryOver(before.form, after.form, entry.answers);
  const losses: VerdictPlace[] = over.losses.map(({ path, label }) => ({ path, label }));
  const sources = entry.sources.filter(({ channel }) => knows(after.register.channels, channel));
  const ties = entry.ties.filter(({ link }) => knows(after.register.links, link));
  for (const { channel } of entry.sources) {
    if (sources.some((each) => each.channel === channel)) continue;
    const was = before.register.channels?.find(({ key }) => key === channel);
    losses.push({ path: `channels/${channel}`, label: was?.label ?? channel });
  }
  for (const { link } of entry.ties) {
    if (ties.some((each) => each.link === link)) continue;
    const was = before.register.links?.find(({ key }) => key === link);
    losses.push({ path: `links/${link}`, label: was?.title ?? link });
  }
  const { answers } = over;
  const responsible = responsibleOf(after.register, answers, entry.responsible);
  return { held: { answers, sources, ties, responsible }, losses };
}

const knows = (known: readonly { key: string }[] | undefined, key: string): boolean =>
  known?.some((each) => each.key === key) ?? false;

/** What the other version asks of an entry on record and would find missing or wrong. */
function lackingOf(entry: RegisterEntry, held: Held, ...[before, after]: Sides): VerdictPlace[] {
  const found = validateFiling(after.form, toStoredAnswers(held.answers));
  const recorded = new Set(recordFieldsOf(after));
  const asked = found.flatMap(({ path, code }) => {
    const key = path.split('/')[0] ?? '';
    return recorded.has(key) || key in held.answers ? [{ key, fault: `${path} ${code}` }] : [];
  });
  if (asked.length === 0) return [];
  const known = new Set(
    validateFiling(before.form, toStoredAnswers(entry.answers)).map(
      ({ path, code }) => `${path} ${code}`,
    ),
  );
  const places = new Map<string, VerdictPlace>();
  for (const { key, fault } of asked) {
    if (known.has(fault)) continue;
    places.set(key, { path: key, label: fieldOf(after.form, key)?.label ?? key });
  }
  return [...places.values()];
}

type Made = { from: string; to: string; on: string; actor: EventActor; reason: string };

/** The entry on the other version, with the line of its history that says so. */
export function movedEntry(entry: RegisterEntry, fate: EntryFate, made: Made): RegisterEntry {
  const { state, milestones } = entry;
  const { held, terms } = fate;
  const lost = fate.losses.map(({ label }) => label);
  return {
    ...entry,
    ...held,
    events: [
      ...entry.events,
      { kind: 'version-moved', ...made, state, milestones, terms, lost, answers: held.answers },
    ],
  };
}

/** The entry as it was before a move; what has been written into its history stays there. */
export function restoredEntry(entry: RegisterEntry, before: Held, made: Made): RegisterEntry {
  const { state, milestones } = entry;
  const { answers } = before;
  return {
    ...entry,
    ...before,
    events: [...entry.events, { kind: 'version-restored', ...made, state, milestones, answers }],
  };
}
