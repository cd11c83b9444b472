import type { EventActor, RegisterEntry } from '#plugins/sdk/registers/entry.ts';
import type { MoveOrder } from '#schema/contracts/version-moves.ts';
import type {
  CampaignVersion,
  Movable,
  Mover,
  StandingMove,
} from '#workers/modules/campaigns/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import type { Step } from '#workers/platform/database/change.ts';
import { listEventsOf } from '../entry-events.repository.ts';
import { firstNumberOf, pageOfNumbers } from '../number-pages.domain.ts';
import { maySee, toEntry } from '../registers.domain.ts';
import type { RegisterDefinition } from '../registers.domain.ts';
import { findRegisterRow } from '../registers.repository.ts';
import type { StoredEntry } from '../stored-entry.domain.ts';
import { fateOfEntry, movedEntry, restoredEntry, stageOfEntry } from '../version-moves.domain.ts';
import type { EntryFate } from '../version-moves.domain.ts';
import {
  countEarlier,
  countMoves,
  insertMove,
  listEarlier,
  listMoves,
  takeMoveBack,
} from '../version-moves.repository.ts';
import type { EntryMove } from '../version-moves.repository.ts';
import { handlesTheSame } from '../versions.domain.ts';
import { updateSteps } from './commit-entry.ts';
import { definitionIn, loadDefinition, pinnedToEach } from './load-definition.ts';
import { seenOf } from './load-entry.ts';

/** Entries move from version to version by register; a register is moved by the campaign it has now. */
export const entryMover: Mover = {
  action: 'register-entry.move-version',
  called: 'entries',
  countEarlier: async ({ db }, { campaignId, hash }) =>
    (await countEarlier(db, { campaignId, target: hash })).map(({ ends, ...row }) => ({
      ...row,
      stage: stageOfEntry({ ends }),
    })),
  countMoves: ({ db }, { campaignId, hash }) => countMoves(db, { campaignId, target: hash }),
  titlesIn: ({ registers }) => registers,
  weighPage: async (context, { campaignId, key, target }, { after, limit }) => {
    if (!(await isDefinedBy(context, campaignId, key))) return { weighed: [] };
    const from = firstNumberOf(after, limit);
    const listed = { register: key, target: target.hash, after: from, limit };
    const { items, next } = pageOfNumbers(await listEarlier(context.db, listed), limit);
    return {
      weighed: await weighEntries(context, items, { key, target }),
      ...(next === undefined ? {} : { next }),
    };
  },
  listStanding: async (context, { campaignId, key, target }, { after, limit }) => {
    if (!(await isDefinedBy(context, campaignId, key))) return { moves: [] };
    const found = await listMoves(context.db, { register: key, target, after, limit });
    const last = found.at(-1);
    return {
      moves: await toStanding(context, key, found),
      ...(last && found.length === limit ? { next: last.row.id } : {}),
    };
  },
};

async function isDefinedBy({ db }: TenantContext, campaignId: string, key: string) {
  return (await findRegisterRow(db, key))?.campaignId === campaignId;
}

const idsOf = (rows: readonly StoredEntry[]): string[] => rows.map(({ id }) => id);

type Weighing = { row: StoredEntry; entry: RegisterEntry; fate: EntryFate };

/** What moving to a version would do to each of these entries of one register. */
export async function judgeEntries(
  context: Pick<TenantContext, 'db' | 'clock'>,
  rows: readonly StoredEntry[],
  { now, after }: { now: RegisterDefinition; after: RegisterDefinition | undefined },
): Promise<Weighing[]> {
  const definitionOf = await pinnedToEach(
    context.db,
    now,
    rows.map(({ versionHash }) => versionHash),
  );
  // Where nothing is to be decided, nobody asks what has happened.
  const differing = rows.filter(
    (row) => after && !handlesTheSame(definitionOf(row.versionHash), after, row),
  );
  const histories = await listEventsOf(context.db, idsOf(differing));
  return rows.map((row) => {
    const entry = toEntry(row, histories.get(row.id) ?? []);
    const sides = { before: definitionOf(row.versionHash), after };
    return { row, entry, fate: fateOfEntry({ row, entry }, sides, seenOf(context)) };
  });
}

async function weighEntries(
  context: TenantContext,
  rows: readonly StoredEntry[],
  { key, target }: { key: string; target: CampaignVersion },
): Promise<Movable[]> {
  const now = await loadDefinition(context.db, key);
  const after = definitionIn(target, key);
  const judged = await judgeEntries(context, rows, { now, after });
  return judged.map(({ row, entry, fate }) => {
    const { held: _held, terms: _terms, ...verdict } = fate;
    const isHidden = !maySee(context.actor, now.register, row);
    const { id, number, versionHash, organizationId, updatedAt } = row;
    return {
      id,
      versionHash,
      organizationId,
      updatedAt,
      stage: stageOfEntry(row),
      verdict,
      isHidden,
      sample: isHidden ? undefined : { id, number },
      steps: ({ order, at }) =>
        after === undefined ? [] : moving(context, { after, order, at }, { row, entry, fate }),
    };
  });
}

function actorOf({ actor }: TenantContext): EventActor {
  return { personId: actor.personId, post: actor.post ?? actor.name, as: 'office' };
}

function moving(
  context: TenantContext,
  { after, order, at }: { after: RegisterDefinition; order: MoveOrder; at: number },
  { row, entry, fate }: Weighing,
): Step[] {
  const actor = actorOf(context);
  const { target: to, reason } = order;
  const made = { from: row.versionHash, to, on: seenOf(context).today, actor, reason };
  const moved = movedEntry(entry, fate, made);
  return [
    ...updateSteps(context, { row, definition: after, entry }, { entry: moved }),
    insertMove({
      entryId: row.id,
      registerKey: row.registerKey,
      fromHash: row.versionHash,
      toHash: to,
      campaignId: row.campaignId,
      before: {
        answers: row.answers,
        sources: row.sources,
        ties: row.ties,
        responsible: row.responsible,
      },
      losses: fate.losses.map(({ path }) => path),
      reason,
      madeVersion: row.version + 1,
      movedBy: context.actor.personId,
      movedByPost: actor.post,
      movedAt: at,
      takenBackAt: null,
    }),
  ];
}

async function toStanding(
  context: TenantContext,
  key: string,
  found: readonly { move: EntryMove; row: StoredEntry }[],
): Promise<StandingMove[]> {
  const now = await loadDefinition(context.db, key);
  const definitionOf = await pinnedToEach(
    context.db,
    now,
    found.map(({ move }) => move.fromHash),
  );
  const histories = await listEventsOf(context.db, idsOf(found.map(({ row }) => row)));
  return found.map(({ move, row }) => ({
    id: row.id,
    isUntouched: row.version === move.madeVersion,
    restore: ({ reason, at }) => {
      const entry = toEntry(row, histories.get(row.id) ?? []);
      const made = {
        from: move.toHash,
        to: move.fromHash,
        on: seenOf(context).today,
        actor: actorOf(context),
        reason,
      };
      const definition = definitionOf(move.fromHash);
      const restored = restoredEntry(entry, move.before, made);
      return [
        ...updateSteps(context, { row, definition, entry }, { entry: restored }),
        takeMoveBack(move, at),
      ];
    },
  }));
}
