import { holds } from '#schema/contracts/permission.ts';
import type { EntryDetail } from '#schema/contracts/registers.ts';
import { loadVersion, versionLabel } from '#workers/modules/campaigns/index.ts';
import { listEvidence, toEvidenceAnswer } from '#workers/modules/evidence/index.ts';
import { findOrganization } from '#workers/modules/organizations/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { maskedAnswers, maySee } from '../registers.domain.ts';
import { findEntries } from '../registers.repository.ts';
import { mayEdit } from './edit-entry.ts';
import {
  clockViewsOf,
  isVersionChange,
  toHandOver,
  toHistory,
  toMoves,
  toRegisterView,
  toSummary,
} from './entry-views.ts';
import { definitionOf, pinnedToEach } from './load-definition.ts';
import { loadEntry, seenOf } from './load-entry.ts';
import type { LoadedEntry } from './load-entry.ts';

/** An entry with its form, the steps in words, its clocks and its history. */
export async function showEntry(request: {
  context: TenantContext;
  input: { id: string };
}): Promise<EntryDetail> {
  const { context, input } = request;
  const loaded = await loadEntry(context, input.id);
  const { row, definition, entry, person } = loaded;
  const { register } = definition;
  const seen = seenOf(context);
  const unit = await findOrganization(context.db, row.organizationId);
  const masked = register.visibility?.masked ?? [];
  const files = await listEvidence(context.db, evidenceIdsOf(loaded));
  const decides = person.as.includes('office') && !person.advises;
  return {
    asOf: context.clock.now(),
    register: toRegisterView(definition, holds(context.actor, 'registers.record')),
    summary: toSummary(definition, row, { ...seen, organizationName: unit?.name ?? '' }),
    answers: maskedAnswers(register, row.answers),
    evidence: files.map(toEvidenceAnswer),
    masked: masked.filter((key) => key in row.answers),
    mayUnmask: decides && masked.length > 0,
    mayEdit: mayEdit(loaded, context.actor.personId),
    mayRecheck: decides && row.ends === 'closed' && !person.ofUnit,
    mayTie: decides && row.ends === null,
    handOver: toHandOver(loaded),
    sources: row.sources.map(({ channel, number }) => ({
      channel: register.channels?.find(({ key }) => key === channel)?.label ?? channel,
      ...(number === undefined ? {} : { number }),
    })),
    ties: await tiesOf(context, loaded),
    milestones: entry.milestones,
    clocks: clockViewsOf(definition, row, seen),
    moves: toMoves(loaded),
    history: await historyOf(context, loaded),
  };
}

/** The lines of the history in the words of the versions that they were written under. */
async function historyOf(
  { db }: TenantContext,
  { row, entry, definition }: LoadedEntry,
): Promise<EntryDetail['history']> {
  const changes = entry.events.filter(isVersionChange);
  const hashes = [...new Set(changes.flatMap(({ from, to }) => [from, to]))];
  const definitionOf = await pinnedToEach(db, definition, hashes);
  const versions = await Promise.all(hashes.map((hash) => loadVersion(db, hash)));
  const labels = new Map(versions.map((version) => [version.hash, versionLabel(version)]));
  return toHistory(row, entry.events, { definitionOf, labelOf: (hash) => labels.get(hash) });
}

/** The tied entries that this person may see as well. */
async function tiesOf(
  context: TenantContext,
  { row, definition }: LoadedEntry,
): Promise<EntryDetail['ties']> {
  const others = await findEntries(
    context.db,
    row.ties.map(({ entry }) => entry),
  );
  const shown = await Promise.all(
    others.map(async (other) => {
      const { register } = await definitionOf(context.db, other);
      return maySee(context.actor, register, other) ? [other] : [];
    }),
  );
  return shown.flat().flatMap(({ id, number, registerKey }) => {
    const link = row.ties.find(({ entry }) => entry === id)?.link;
    const title = definition.register.links?.find(({ key }) => key === link)?.title;
    return title === undefined ? [] : [{ title, entry: id, number, register: registerKey }];
  });
}

/** Files under a masked field are masked with it. */
function evidenceIdsOf({ definition, row }: LoadedEntry): string[] {
  const masked = definition.register.visibility?.masked ?? [];
  return definition.form.fields.flatMap(({ kind, key }) => {
    const value = kind === 'evidence' && !masked.includes(key) ? row.answers[key] : undefined;
    return Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];
  });
}
