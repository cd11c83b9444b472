import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** How a record stood between two instants; kept by triggers, whoever changes the record. */
const span = {
  sinceAt: integer('since_at').notNull(),
  untilAt: integer('until_at').notNull(),
};
const place = {
  organizationId: text('organization_id').notNull(),
  supervisionPath: text('supervision_path').notNull(),
  territoryPath: text('territory_path').notNull(),
  /** The first authority on the way from the commission to the unit. */
  area: text('area').notNull(),
};

export const filingStandings = sqliteTable(
  'filing_standings',
  {
    submissionId: text('submission_id').notNull(),
    ...span,
    campaignId: text('campaign_id').notNull(),
    taskKey: text('task_key').notNull(),
    ...place,
    dueAt: integer('due_at'),
    exempt: integer('exempt', { mode: 'boolean' }).notNull(),
    firstFiledAt: integer('first_filed_at'),
  },
  (table) => [
    index('ix_filing_standings_filing').on(table.submissionId, table.untilAt),
    index('ix_filing_standings_organization').on(
      table.campaignId,
      table.organizationId,
      table.untilAt,
    ),
    index('ix_filing_standings_supervision').on(
      table.campaignId,
      table.supervisionPath,
      table.untilAt,
    ),
    index('ix_filing_standings_territory').on(table.campaignId, table.territoryPath, table.untilAt),
    index('ix_filing_standings_due').on(
      table.campaignId,
      table.untilAt,
      table.dueAt,
      table.exempt,
      table.firstFiledAt,
      table.area,
      table.organizationId,
      table.sinceAt,
    ),
    index('ix_filing_standings_missing')
      .on(
        table.campaignId,
        table.untilAt,
        table.firstFiledAt,
        table.exempt,
        table.dueAt,
        table.area,
        table.organizationId,
        table.sinceAt,
      )
      .where(sql`until_at = 9007199254740991 and exempt = 0 and first_filed_at is null`),
  ],
);

const flag = (name: string) => integer(name, { mode: 'boolean' }).notNull();
const count = (name: string) => integer(name).notNull().default(0);

/** What came to count, or ceased to, on each day: the sum up to a day is the figure at its end. */
export const filingDays = sqliteTable(
  'filing_days',
  {
    campaignId: text('campaign_id').notNull(),
    area: text('area').notNull(),
    day: text('day').notNull(),
    due: count('due'),
    arrived: count('arrived'),
    onTime: count('on_time'),
  },
  (table) => [primaryKey({ columns: [table.campaignId, table.area, table.day] })],
);

export const entryStandings = sqliteTable(
  'entry_standings',
  {
    entryId: text('entry_id').notNull(),
    ...span,
    registerKey: text('register_key').notNull(),
    ...place,
    ends: text('ends').$type<'closed' | 'merged' | 'void'>(),
    longTerm: flag('long_term'),
    embargoed: flag('embargoed'),
    mustVerify: flag('must_verify'),
    mustReply: flag('must_reply'),
    acceptedOn: text('accepted_on'),
    verifiedOn: text('verified_on'),
    repliedOn: text('replied_on'),
    rectifiedOn: text('rectified_on'),
    closedOn: text('closed_on'),
    doneOn: text('done_on'),
    dueOn: text('due_on'),
    verificationDueOn: text('verification_due_on'),
    replyDueOn: text('reply_due_on'),
  },
  (table) => [
    index('ix_entry_standings_entry').on(table.entryId, table.untilAt),
    index('ix_entry_standings_organization').on(
      table.registerKey,
      table.organizationId,
      table.untilAt,
    ),
    index('ix_entry_standings_supervision').on(
      table.registerKey,
      table.supervisionPath,
      table.untilAt,
    ),
    index('ix_entry_standings_territory').on(table.registerKey, table.territoryPath, table.untilAt),
    index('ix_entry_standings_register').on(table.registerKey, table.untilAt, table.sinceAt),
  ],
);

export const entryDays = sqliteTable(
  'entry_days',
  {
    registerKey: text('register_key').notNull(),
    area: text('area').notNull(),
    embargoed: flag('embargoed'),
    day: text('day').notNull(),
    entries: count('entries'),
    open: count('open'),
    longTerm: count('long_term'),
    due: count('due'),
    overdue: count('overdue'),
    rectified: count('rectified'),
    closed: count('closed'),
    accepted: count('accepted'),
    done: count('done'),
    dueRectified: count('due_rectified'),
    dueClosed: count('due_closed'),
    dueOnTime: count('due_on_time'),
    dueAccepted: count('due_accepted'),
    dueDone: count('due_done'),
    dueVerification: count('due_verification'),
    verified: count('verified'),
    dueReply: count('due_reply'),
    replied: count('replied'),
  },
  (table) => [primaryKey({ columns: [table.registerKey, table.area, table.embargoed, table.day] })],
);
