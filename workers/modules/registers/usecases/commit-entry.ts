import type { RegisterEntry } from '#plugins/sdk/registers/entry.ts';
import type { AuditAction } from '#schema/contracts/audit.ts';
import type { EntryMoved } from '#schema/contracts/registers.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import type { JsonObject, OutboxEventDraft, Step } from '#workers/platform/database/change.ts';
import { commitAnswer } from '#workers/platform/http/commit.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import { appendEvents } from '../entry-events.repository.ts';
import { columnsOf } from '../registers.domain.ts';
import type { RegisterDefinition } from '../registers.domain.ts';
import { findEntry, insertEntries, insertSources, updateEntry } from '../registers.repository.ts';
import type { EntryUpdate, StoredEntry } from '../stored-entry.domain.ts';
import { seenOf } from './load-entry.ts';
import type { LoadedEntry } from './load-entry.ts';

export type EntryChange = {
  /** The entry as it is afterwards; what it has more of history is appended. */
  entry: RegisterEntry;
  action: AuditAction;
  facts: JsonObject;
  columns?: EntryUpdate;
  steps?: readonly Step[];
  events?: readonly OutboxEventDraft[];
  /** An entry that was made beside it. */
  made?: string;
  requestKey?: RequestKey | undefined;
};
export type EntryMade = EntryMoved & { made?: string };

/** The steps that bring the record of an entry up to date. */
export function updateSteps(
  context: Pick<TenantContext, 'clock'>,
  loaded: Pick<LoadedEntry, 'row' | 'definition' | 'entry'>,
  changed: Pick<EntryChange, 'entry' | 'columns'>,
): Step[] {
  const at = context.clock.now();
  const { row, definition, entry } = loaded;
  const update = {
    ...columnsOf(definition, changed.entry, seenOf(context)),
    ...changed.columns,
    updatedAt: at,
  };
  const fresh = changed.entry.events.slice(entry.events.length);
  return [
    ...updateEntry(row, update),
    ...appendEvents([{ entryId: row.id, events: fresh, from: entry.events.length }], at),
    ...insertSources(row.id, [...changed.entry.sources]),
  ];
}

/** The place of a new entry: its unit with the paths and the official order it has today. */
export type EntryPlace = Pick<
  StoredEntry,
  'organizationId' | 'organizationOrder' | 'supervisionPath' | 'territoryPath'
>;

export type NewEntry = {
  definition: RegisterDefinition;
  entry: RegisterEntry;
  place: EntryPlace;
  columns?: Partial<Pick<StoredEntry, 'masterRow' | 'parentId' | 'recordedBy'>>;
};

/** The steps that put new entries of one register on record. */
export function insertSteps(
  context: Pick<TenantContext, 'clock'>,
  entries: readonly NewEntry[],
): Step[] {
  const at = context.clock.now();
  const rows = entries.map(({ definition, entry, place, columns }) => ({
    ...required(columnsOf(definition, entry, seenOf(context))),
    ...place,
    id: entry.id,
    registerKey: definition.register.key,
    masterRow: null,
    parentId: null,
    mergedInto: null,
    recheck: null,
    recordedBy: null,
    ...columns,
    recordedOn: entry.events[0]?.on ?? seenOf(context).today,
    version: 1,
    createdAt: at,
    updatedAt: at,
  }));
  const additions = entries.map(({ entry: { id, events } }) => ({ entryId: id, events, from: 0 }));
  return [...insertEntries(rows), ...appendEvents(additions, at)];
}

type Computed = Omit<
  StoredEntry,
  | keyof EntryPlace
  | 'id'
  | 'registerKey'
  | 'number'
  | 'masterRow'
  | 'parentId'
  | 'mergedInto'
  | 'recheck'
  | 'recordedBy'
  | 'recordedOn'
  | 'version'
  | 'createdAt'
  | 'updatedAt'
>;

/** `columnsOf` works out every computed column; its type only says that it may. */
function required(columns: EntryUpdate): Computed {
  return columns as Computed;
}

/** Commits one change of an entry: the record, its history, the audit entry, the events. */
export function commitEntry(
  context: TenantContext,
  loaded: LoadedEntry,
  change: EntryChange,
): Promise<EntryMade> {
  const { row } = loaded;
  const answer: EntryMade = {
    id: row.id,
    state: change.entry.state,
    version: row.version + 1,
    ...(change.made === undefined ? {} : { made: change.made }),
  };
  return commitAnswer(
    context.writer,
    {
      steps: [...updateSteps(context, loaded, change), ...(change.steps ?? [])],
      audit: {
        action: change.action,
        actor: { kind: 'person', id: context.actor.personId },
        subjectKind: 'register-entry',
        subjectId: row.id,
        at: context.clock.now(),
        facts: {
          register: row.registerKey,
          number: row.number,
          organizationId: row.organizationId,
          ...change.facts,
        },
      },
      ...(change.events === undefined ? {} : { events: change.events }),
    },
    {
      answer,
      requestKey: change.requestKey,
      currentVersion: async () => (await findEntry(context.db, row.id))?.version,
    },
  );
}
