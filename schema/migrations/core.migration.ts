/** What every database has: guards, the audit chain, the outbox, idempotency keys, counters. */
export const coreUp: readonly string[] = [
  `create table if not exists guards (
    ok integer not null, constraint stale_version check (ok = 1))`,

  `create table if not exists audit_entries (
    seq integer primary key,
    body text not null constraint audit_body_is_json check (json_valid(body)),
    prev_hash blob not null,
    hash blob not null,
    at integer generated always as (body ->> '$.at') virtual,
    action text generated always as (body ->> '$.action') virtual,
    actor_id text generated always as (body ->> '$.actor.id') virtual,
    subject_id text generated always as (body ->> '$.subjectId') virtual)`,
  `create index if not exists audit_entries_by_subject on audit_entries (subject_id, seq)`,
  `create index if not exists audit_entries_by_actor on audit_entries (actor_id, seq)`,
  `create index if not exists audit_entries_by_time on audit_entries (at, seq)`,
  `insert or ignore into audit_entries (seq, body, prev_hash, hash)
    select 0, body, zeroblob(32), sha3(zeroblob(32) || cast(body as blob), 256)
    from (select '{"algorithm":"sha3-256","action":"genesis"}' as body)`,
  `create trigger if not exists audit_entries_no_update before update on audit_entries
    begin select raise(abort, 'audit is append-only'); end`,
  `create trigger if not exists audit_entries_no_delete before delete on audit_entries
    begin select raise(abort, 'audit is append-only'); end`,

  `create table if not exists audit_anchors (
    seq integer primary key,
    hash blob not null,
    signed_at integer not null,
    algorithm text not null,
    public_key text not null,
    signature text not null)`,
  `create trigger if not exists audit_anchors_no_update before update on audit_anchors
    begin select raise(abort, 'audit is append-only'); end`,
  `create trigger if not exists audit_anchors_no_delete before delete on audit_anchors
    begin select raise(abort, 'audit is append-only'); end`,

  `create table if not exists outbox_events (
    id text not null primary key,
    type text not null,
    subject_id text not null,
    payload text not null constraint outbox_payload_is_json check (json_valid(payload)),
    audit_seq integer not null,
    occurred_at integer not null,
    due_at integer not null,
    attempts integer not null default 0,
    leased_until integer not null default 0,
    last_error text,
    dead_at integer) without rowid`,
  `create index if not exists outbox_events_due on outbox_events (due_at, audit_seq)
    where dead_at is null`,
  `create index if not exists outbox_events_dead on outbox_events (dead_at)
    where dead_at is not null`,
  `create table if not exists outbox_handled (
    event_id text not null references outbox_events (id) on delete cascade,
    handler text not null,
    primary key (event_id, handler)) without rowid`,

  `create table if not exists idempotency_keys (
    actor_id text not null,
    key text not null,
    request_hash text not null,
    response text not null constraint idempotency_response_is_json check (json_valid(response)),
    created_at integer not null,
    primary key (actor_id, key)) without rowid`,
  `create index if not exists idempotency_keys_by_age on idempotency_keys (created_at)`,

  `create table if not exists counters (
    key text not null primary key,
    next integer not null) without rowid`,
];

export const coreDown: readonly string[] = [
  'drop table if exists counters',
  'drop table if exists idempotency_keys',
  'drop table if exists outbox_handled',
  'drop table if exists outbox_events',
  'drop table if exists audit_anchors',
  'drop table if exists audit_entries',
  'drop table if exists guards',
];
