import { sql } from 'drizzle-orm';
import {
  check,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import type { Clock } from '#schema/contracts/campaign/clock.ts';
import type { Answers } from '#schema/contracts/submissions.ts';

type StoredClock = {
  key: string;
  status: 'waiting' | 'running' | 'stopped' | 'ended';
  unit: 'natural' | 'working';
  startedOn?: string | undefined;
  dueOn?: string | undefined;
  endedOn?: string | undefined;
  onTime?: boolean | undefined;
  left?: number | undefined;
  overdue: boolean;
  extensions: number;
  provisional: boolean;
  setBy?: Pick<Clock, 'rule' | 'source'> | undefined;
};
type StoredSource = { channel: string; number?: string | undefined };
type StoredTie = { link: string; entry: string };

/** A register by its key, with the published version that defines it now; it outlives campaigns. */
export const registers = sqliteTable('registers', {
  key: text('key').primaryKey(),
  campaignId: text('campaign_id').notNull(),
  versionHash: text('version_hash').notNull(),
  updatedAt: integer('updated_at').notNull(),
});

/** One case of a register. What lists and totals look at stands in columns. */
export const registerEntries = sqliteTable(
  'register_entries',
  {
    id: text('id').primaryKey(),
    registerKey: text('register_key').notNull(),
    number: integer('number').notNull(),
    campaignId: text('campaign_id').notNull(),
    versionHash: text('version_hash').notNull(),
    organizationId: text('organization_id').notNull(),
    organizationOrder: integer('organization_order').notNull(),
    supervisionPath: text('supervision_path').notNull(),
    territoryPath: text('territory_path').notNull(),
    state: text('state').notNull(),
    ends: text('ends').$type<'closed' | 'merged' | 'void'>(),
    longTerm: integer('long_term', { mode: 'boolean' }).notNull(),
    embargoed: integer('embargoed', { mode: 'boolean' }).notNull(),
    answers: text('answers', { mode: 'json' }).$type<Answers>().notNull(),
    responsible: text('responsible').notNull(),
    sources: text('sources', { mode: 'json' }).$type<StoredSource[]>().notNull(),
    ties: text('ties', { mode: 'json' }).$type<StoredTie[]>().notNull(),
    clocks: text('clocks', { mode: 'json' }).$type<StoredClock[]>().notNull(),
    acceptedOn: text('accepted_on'),
    verifiedOn: text('verified_on'),
    repliedOn: text('replied_on'),
    rectifiedOn: text('rectified_on'),
    closedOn: text('closed_on'),
    doneOn: text('done_on'),
    dueOn: text('due_on'),
    /** The due day while nothing has met it yet: what is overdue is found by this. */
    openDueOn: text('open_due_on'),
    verificationDueOn: text('verification_due_on'),
    replyDueOn: text('reply_due_on'),
    mustVerify: integer('must_verify', { mode: 'boolean' }).notNull(),
    mustReply: integer('must_reply', { mode: 'boolean' }).notNull(),
    masterRow: text('master_row'),
    parentId: text('parent_id'),
    mergedInto: text('merged_into'),
    recheck: text('recheck').$type<'held' | 'relapsed' | 'untrue'>(),
    recordedBy: text('recorded_by'),
    recordedOn: text('recorded_on').notNull(),
    version: integer('version').notNull(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
    /** Whose signature a hand-over waits for. */
    awaiting: text('awaiting').$type<'unit' | 'office' | 'organ'>(),
  },
  (table) => [
    check('responsible_post', sql`length(trim(${table.responsible})) > 0`),
    uniqueIndex('ux_register_entries_number').on(table.registerKey, table.number),
    uniqueIndex('ux_register_entries_instance').on(
      table.registerKey,
      table.masterRow,
      table.organizationId,
    ),
    index('ix_register_entries_order').on(table.registerKey, table.organizationOrder, table.number),
    index('ix_register_entries_state').on(
      table.registerKey,
      table.state,
      table.organizationOrder,
      table.number,
    ),
    index('ix_register_entries_unit').on(table.registerKey, table.organizationId, table.number),
    index('ix_register_entries_version').on(table.registerKey, table.versionHash, table.ends),
    index('ix_register_entries_parent').on(table.parentId),
    index('ix_register_entries_due').on(table.registerKey, table.openDueOn, table.number),
    index('ix_register_entries_awaiting').on(
      table.registerKey,
      table.awaiting,
      table.organizationOrder,
      table.number,
    ),
  ],
);

/** The history of an entry; append-only. */
export const registerEntryEvents = sqliteTable(
  'register_entry_events',
  {
    entryId: text('entry_id').notNull(),
    seq: integer('seq').notNull(),
    kind: text('kind').notNull(),
    on: text('happened_on').notNull(),
    at: integer('at').notNull(),
    body: text('body').notNull(),
  },
  (table) => [primaryKey({ columns: [table.entryId, table.seq] })],
);

/** The numbers an entry has elsewhere, so that a second report of the same is found. */
export const registerSources = sqliteTable(
  'register_sources',
  {
    entryId: text('entry_id').notNull(),
    channel: text('channel').notNull(),
    number: text('number').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.entryId, table.channel, table.number] }),
    index('ix_register_sources_number').on(table.number, table.channel),
  ],
);

/**
 * How many entries stand in which state at every node of a relation's tree, kept in the change that
 * moves an entry. `node` is a path (ids from the top, each followed by `/`), the commission's ''.
 */
export const registerTotals = sqliteTable(
  'register_totals',
  {
    registerKey: text('register_key').notNull(),
    relation: text('relation').$type<'supervision' | 'territory'>().notNull(),
    node: text('node').notNull(),
    parent: text('parent'),
    state: text('state').notNull(),
    ends: text('ends').$type<'' | 'closed' | 'merged' | 'void'>().notNull(),
    embargoed: integer('embargoed', { mode: 'boolean' }).notNull(),
    entries: integer('entries').notNull(),
  },
  (table) => [
    primaryKey({
      columns: [
        table.registerKey,
        table.relation,
        table.node,
        table.state,
        table.ends,
        table.embargoed,
      ],
    }),
    index('ix_register_totals_parent').on(table.registerKey, table.relation, table.parent),
  ],
);

/** When the totals of a register were last counted anew, and how many of them were wrong. */
export const registerRecounts = sqliteTable('register_recounts', {
  registerKey: text('register_key').primaryKey(),
  recountedOn: text('recounted_on').notNull(),
  differences: integer('differences').notNull(),
});
