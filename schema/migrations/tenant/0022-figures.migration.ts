import type { Migration } from '../migration.ts';

/** The `until_at` of what is in force now. */
const always = '9007199254740991';
/** The day at whose end (24:00, Shanghai) an instant has passed. */
const dayOf = (instant: string) => `date((${instant} - 1 + 28800000) / 1000, 'unixepoch')`;
const areaOf = (row: string) =>
  `substr(${row}.territory_path, 1, instr(${row}.territory_path, '/') - 1)`;

type Sides = { since: string; sign: '' | '-'; row: 'new' };
const opening: Sides = { row: 'new', since: dayOf('new.since_at'), sign: '' };
const closing: Sides = { row: 'new', since: dayOf('new.until_at'), sign: '-' };

/** Adds to one day of a ledger, where the condition holds. */
function addTo(
  table: string,
  place: string,
  day: string,
  counts: Readonly<Record<string, string>>,
  { sign, when }: { sign: string; when: string },
): string {
  const keys = Object.keys(counts);
  const places = table === 'filing_days' ? 'campaign_id, area' : 'register_key, area, embargoed';
  return `insert into ${table} (${places}, day, ${keys.join(', ')})
    select ${place}, ${day}, ${Object.values(counts)
      .map((count) => `${sign}(${count})`)
      .join(', ')}
    where ${when}
    on conflict do update set ${keys.map((key) => `${key} = ${key} + excluded.${key}`).join(', ')};`;
}

/** What a standing of a filing counts for, from its first day on, or is taken away from its last. */
function filingCounts({ row, since, sign }: Sides): string {
  const place = `${row}.campaign_id, ${row}.area`;
  const dueDay = dayOf(`${row}.due_at`);
  const counted = `${row}.exempt = 0 and ${row}.due_at is not null`;
  const onTime = `ifnull(${row}.first_filed_at <= ${row}.due_at, 0)`;
  const add = (day: string, counts: Record<string, string>, when: string) =>
    addTo('filing_days', place, day, counts, { sign, when });
  return [
    add(`max(${dueDay}, ${since})`, { due: '1', on_time: onTime }, counted),
    add(
      `max(${dueDay}, ${dayOf(`${row}.first_filed_at`)}, ${since})`,
      { arrived: '1' },
      `${counted} and ${row}.first_filed_at is not null`,
    ),
  ].join('\n');
}

/** The same of an entry: the counts of `totalsOf`, each from the day on which it begins to count. */
function entryCounts({ row, since, sign }: Sides): string {
  const place = `${row}.register_key, ${row}.area, ${row}.embargoed`;
  const has = (column: string) => `(${row}.${column} is not null)`;
  const rectified = `(${has('rectified_on')} or ${has('closed_on')} or ${has('done_on')})`;
  const counted = `ifnull(${row}.ends, 'closed') = 'closed'`;
  const dueBy = (column: string) => `${counted} and ${row}.long_term = 0 and ${has(column)}`;
  const finished = `ifnull(ifnull(${row}.done_on, ${row}.closed_on) <= ${row}.due_on, 0)`;
  const add = (day: string, counts: Record<string, string>, when: string) =>
    addTo('entry_days', place, day, counts, { sign, when });
  const from = (column: string) => `max(${row}.${column}, ${since})`;
  return [
    add(
      since,
      {
        entries: '1',
        open: `${row}.ends is null`,
        long_term: `${row}.long_term`,
        rectified,
        closed: has('closed_on'),
        accepted: has('accepted_on'),
        done: has('done_on'),
      },
      counted,
    ),
    add(
      from('due_on'),
      {
        due: '1',
        due_rectified: rectified,
        due_closed: has('closed_on'),
        due_on_time: finished,
        due_accepted: has('accepted_on'),
        due_done: `${has('accepted_on')} and ${has('done_on')}`,
      },
      dueBy('due_on'),
    ),
    add(
      `max(date(${row}.due_on, '+1 day'), ${since})`,
      { overdue: '1' },
      `${dueBy('due_on')} and not ${rectified}`,
    ),
    add(
      from('verification_due_on'),
      { due_verification: '1', verified: has('verified_on') },
      `${dueBy('verification_due_on')} and ${row}.must_verify = 1`,
    ),
    add(
      from('reply_due_on'),
      { due_reply: '1', replied: has('replied_on') },
      `${dueBy('reply_due_on')} and ${row}.must_reply = 1`,
    ),
  ].join('\n');
}

/** Keeps every standing a record has had, from when and until when, whoever changed it. */
function keepStandings(input: {
  record: string;
  standings: string;
  id: string;
  /** Column of the standing → what it is of a row. */
  columns: (row: string) => Readonly<Record<string, string>>;
  watched: readonly string[];
  counts: (sides: Sides) => string;
}): string[] {
  const { record, standings, id, columns, watched, counts } = input;
  const names = Object.keys(columns('new')).join(', ');
  const values = Object.values(columns('new')).join(', ');
  const changed = Object.keys(columns('new'))
    .map((key) => `${columns('old')[key]} is not ${columns('new')[key]}`)
    .join(' or ');
  const begin = (since: string) => `insert into ${standings}
      (${id}, since_at, until_at, ${names}) values (new.id, ${since}, ${always}, ${values});`;
  return [
    `create trigger if not exists ${standings}_begin after insert on ${record} begin
      ${begin('new.created_at')} end`,
    `create trigger if not exists ${standings}_change
      after update of ${watched.join(', ')} on ${record} when ${changed} begin
      update ${standings} set until_at = max(since_at, new.updated_at)
        where ${id} = new.id and until_at = ${always};
      ${begin(`(select max(until_at) from ${standings} where ${id} = new.id)`)} end`,
    `create trigger if not exists ${standings}_count_in after insert on ${standings} begin
      ${counts(opening)} end`,
    `create trigger if not exists ${standings}_count_out after update of until_at on ${standings}
      when new.until_at <> ${always} begin ${counts(closing)} end`,
  ];
}

const plain = (row: string, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, `${row}.${name}`]));
const places = ['organization_id', 'supervision_path', 'territory_path'];
const entryDays = [
  'accepted_on',
  'verified_on',
  'replied_on',
  'rectified_on',
  'closed_on',
  'done_on',
  'due_on',
  'verification_due_on',
  'reply_due_on',
];
const entryFlags = ['long_term', 'embargoed', 'must_verify', 'must_reply'];
const totals = [
  'entries',
  'open',
  'long_term',
  'due',
  'overdue',
  'rectified',
  'closed',
  'accepted',
  'done',
  'due_rectified',
  'due_closed',
  'due_on_time',
  'due_accepted',
  'due_done',
  'due_verification',
  'verified',
  'due_reply',
  'replied',
];
const filingColumns = (row: string) => ({
  ...plain(row, ['campaign_id', 'task_key', ...places]),
  area: areaOf(row),
  ...plain(row, ['due_at']),
  exempt: `(${row}.state = 'exempt')`,
  ...plain(row, ['first_filed_at']),
});
const entryColumns = (row: string) => ({
  ...plain(row, ['register_key', ...places]),
  area: areaOf(row),
  ...plain(row, ['ends', ...entryFlags, ...entryDays]),
});

/**
 * Of records that are older than this the rows still say when they were opened and first arrived;
 * what else had changed before counts as if it had always been so.
 */
function beginNow(
  record: string,
  { standings, id, columns }: { standings: string; id: string; columns: typeof filingColumns },
): string {
  const of = columns(record);
  return `insert into ${standings} (${id}, since_at, until_at, ${Object.keys(of).join(', ')})
    select id, created_at, ${always}, ${Object.values(of).join(', ')} from ${record}
    where not exists (select 1 from ${standings} where ${id} = ${record}.id)`;
}

const filingTables = [
  `create table if not exists filing_standings (
    submission_id text not null,
    since_at integer not null,
    until_at integer not null,
    campaign_id text not null,
    task_key text not null,
    organization_id text not null,
    supervision_path text not null,
    territory_path text not null,
    area text not null,
    due_at integer,
    exempt integer not null,
    first_filed_at integer)`,
  `create index if not exists ix_filing_standings_filing
    on filing_standings (submission_id, until_at)`,
  `create index if not exists ix_filing_standings_due on filing_standings
    (campaign_id, until_at, due_at, exempt, first_filed_at, area, organization_id, since_at)`,
  `create table if not exists filing_days (
    campaign_id text not null,
    area text not null,
    day text not null,
    due integer not null default 0,
    arrived integer not null default 0,
    on_time integer not null default 0,
    primary key (campaign_id, area, day)) without rowid`,
];
const entryTables = [
  `create table if not exists entry_standings (
    entry_id text not null,
    since_at integer not null,
    until_at integer not null,
    register_key text not null,
    organization_id text not null,
    supervision_path text not null,
    territory_path text not null,
    area text not null,
    ends text,
    ${entryFlags.map((name) => `${name} integer not null`).join(', ')},
    ${entryDays.map((name) => `${name} text`).join(', ')})`,
  `create index if not exists ix_entry_standings_entry on entry_standings (entry_id, until_at)`,
  `create index if not exists ix_entry_standings_register
    on entry_standings (register_key, until_at, since_at)`,
  `create table if not exists entry_days (
    register_key text not null,
    area text not null,
    embargoed integer not null,
    day text not null,
    ${totals.map((name) => `${name} integer not null default 0`).join(', ')},
    primary key (register_key, area, embargoed, day)) without rowid`,
];

const filings = { standings: 'filing_standings', id: 'submission_id', columns: filingColumns };
const entries = { standings: 'entry_standings', id: 'entry_id', columns: entryColumns };

export const figures: Migration = {
  id: '0022-figures',
  up: [
    ...filingTables,
    ...entryTables,
    ...keepStandings({
      ...filings,
      record: 'submissions',
      watched: ['campaign_id', ...places, 'due_at', 'state', 'first_filed_at'],
      counts: filingCounts,
    }),
    ...keepStandings({
      ...entries,
      record: 'register_entries',
      watched: [...places, 'ends', ...entryFlags, ...entryDays],
      counts: entryCounts,
    }),
    beginNow('submissions', filings),
    beginNow('register_entries', entries as typeof filings),
  ],
  down: [
    ...['begin', 'change'].flatMap((act) => [
      `drop trigger if exists filing_standings_${act}`,
      `drop trigger if exists entry_standings_${act}`,
    ]),
    ...['entry_days', 'entry_standings', 'filing_days', 'filing_standings'].map(
      (table) => `drop table if exists ${table}`,
    ),
  ],
};
