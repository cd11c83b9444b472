import type { Migration } from '../migration.ts';

const appendOnly = (table: string): string[] =>
  ['update', 'delete'].map(
    (verb) => `create trigger if not exists ${table}_no_${verb} before ${verb} on ${table}
      begin select raise(abort, '${table} is append-only'); end`,
  );

export const requests: Migration = {
  id: '0016-requests',
  up: [
    `create table if not exists requests (
      id text not null primary key,
      issuer_id text not null,
      state text not null,
      content text not null check (json_valid(content)),
      content_hash text,
      approval_id text,
      written_by text not null,
      year integer,
      issued_at integer,
      closed_at integer,
      closed_reason text,
      version integer not null,
      created_at integer not null,
      updated_at integer not null)`,
    `create index if not exists ix_requests_issuer on requests (issuer_id, created_at, id)`,
    `create index if not exists ix_requests_issuer_state
      on requests (issuer_id, state, created_at, id)`,
    `create index if not exists ix_requests_year on requests (year)`,
    `create trigger if not exists requests_text_stands before update of content on requests
      when old.state <> 'drafting' and old.content <> new.content
      begin select raise(abort, 'the text of a request stands once it is submitted'); end`,
    `create table if not exists request_addressees (
      request_id text not null,
      organization_id text not null,
      organization_name text not null,
      organization_order integer not null,
      supervision_path text not null,
      territory_path text not null,
      part text not null,
      signed_for_at integer,
      signed_for_by text,
      signed_for_by_post text,
      primary key (request_id, organization_id))`,
    `create index if not exists ix_request_addressees_order
      on request_addressees (request_id, organization_order, organization_id)`,
    `create index if not exists ix_request_addressees_unit
      on request_addressees (organization_id, request_id)`,
    `create table if not exists request_replies (
      id text not null primary key,
      request_id text not null,
      organization_id text not null,
      organization_order integer not null,
      occurrence text not null,
      original_due_on text not null,
      original_due_at integer not null,
      due_on text not null,
      due_at integer not null,
      state text not null,
      nil integer not null,
      answers text not null check (json_valid(answers)),
      returns integer not null,
      points text not null,
      revision integer not null,
      receipt_number text,
      first_filed_at integer,
      filed_at integer,
      filed_by text,
      excused_reason text,
      version integer not null,
      created_at integer not null,
      updated_at integer not null)`,
    `create unique index if not exists ux_request_replies_place
      on request_replies (request_id, organization_id, occurrence)`,
    `create index if not exists ix_request_replies_order
      on request_replies (request_id, organization_order, organization_id, due_at)`,
    `create index if not exists ix_request_replies_unit
      on request_replies (organization_id, due_at, id)`,
    `create table if not exists request_reply_revisions (
      reply_id text not null,
      revision integer not null,
      answers text not null check (json_valid(answers)),
      nil integer not null,
      evidence text not null,
      content_hash text not null,
      organization_name text not null,
      receipt_number text not null,
      late integer not null,
      filed_by text not null,
      filed_by_post text not null,
      filed_at integer not null,
      primary key (reply_id, revision))`,
    ...appendOnly('request_reply_revisions'),
    `create table if not exists request_acts (
      id text not null primary key,
      request_id text not null,
      kind text not null,
      organization_id text,
      occurrence text,
      due_on text,
      due_at integer,
      reason text not null,
      withdraws text,
      act_by text not null,
      act_by_post text not null,
      at integer not null)`,
    `create index if not exists ix_request_acts_request on request_acts (request_id, at, id)`,
    `create unique index if not exists ux_request_acts_withdraws
      on request_acts (withdraws) where withdraws is not null`,
    ...appendOnly('request_acts'),
    `create table if not exists request_asks (
      id text not null primary key,
      request_id text not null,
      reply_id text not null,
      organization_id text not null,
      occurrence text not null,
      reason text not null,
      wanted_on text not null,
      wanted_hour text not null,
      state text not null,
      asked_by text not null,
      asked_by_post text not null,
      asked_at integer not null,
      answer text,
      decided_by_post text,
      decided_at integer)`,
    `create index if not exists ix_request_asks_request
      on request_asks (request_id, asked_at, id)`,
    `create index if not exists ix_request_asks_reply on request_asks (reply_id, asked_at, id)`,
    `create unique index if not exists ux_request_asks_open
      on request_asks (reply_id) where state = 'asked'`,
  ],
  down: [
    'drop table if exists request_asks',
    'drop table if exists request_acts',
    'drop table if exists request_reply_revisions',
    'drop table if exists request_replies',
    'drop table if exists request_addressees',
    'drop table if exists requests',
  ],
};
