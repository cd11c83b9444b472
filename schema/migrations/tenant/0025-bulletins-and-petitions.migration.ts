import type { Migration } from '../migration.ts';

const textStands = (verb: string, row: string): string =>
  `create trigger if not exists bulletin_parts_no_${verb} before ${verb} on bulletin_parts
    when (select state from bulletins where id = ${row}.bulletin_id) <> 'drafting'
    begin select raise(abort, 'the text of a bulletin stands once it is submitted'); end`;

export const bulletinsAndPetitions: Migration = {
  id: '0025-bulletins-and-petitions',
  up: [
    `create table if not exists bulletins (
      id text not null primary key,
      kind text not null,
      state text not null,
      campaign_id text,
      as_of text,
      head text not null check (json_valid(head)),
      text_version integer not null,
      confirmed text not null,
      written_by text not null,
      content_hash text,
      approval_id text,
      number text,
      issue text,
      sent_at integer,
      version integer not null,
      created_at integer not null,
      updated_at integer not null)`,
    `create index if not exists ix_bulletins_made on bulletins (created_at, id)`,
    `create unique index if not exists ux_bulletins_number
      on bulletins (number) where number is not null`,
    `create trigger if not exists bulletins_head_stands before update of head on bulletins
      when old.state <> 'drafting' and old.head <> new.head
      begin select raise(abort, 'the head of a bulletin stands once it is submitted'); end`,
    `create table if not exists bulletin_parts (
      bulletin_id text not null,
      key text not null,
      position integer not null,
      body text not null check (json_valid(body)),
      version integer not null,
      changed_at integer not null,
      changed_by_post text not null,
      primary key (bulletin_id, key))`,
    textStands('insert', 'new'),
    textStands('update', 'old'),
    textStands('delete', 'old'),
    `create table if not exists bulletin_recipients (
      bulletin_id text not null,
      organization_id text not null,
      organization_name text not null,
      organization_order integer not null,
      sent_at integer not null,
      signed_for_at integer,
      signed_for_by text,
      signed_for_by_post text,
      primary key (bulletin_id, organization_id))`,
    `create index if not exists ix_bulletin_recipients_order
      on bulletin_recipients (bulletin_id, organization_order, organization_id)`,
    `create index if not exists ix_bulletin_recipients_unit
      on bulletin_recipients (organization_id, sent_at, bulletin_id)`,
    `create table if not exists petitions (
      id text not null primary key,
      organization_id text not null,
      organization_name text not null,
      addressee_id text not null,
      kind text not null,
      state text not null,
      content text not null check (json_valid(content)),
      filed_content text check (json_valid(filed_content)),
      content_hash text,
      approval_id text,
      written_by text not null,
      register_year integer,
      register_number integer,
      receipt_number text,
      filed_at integer,
      filed_by_post text,
      opinion text,
      instruction text,
      due_on text,
      answer text,
      answered_at integer,
      adopted integer not null,
      signed_for_at integer,
      signed_for_by_post text,
      return_reason text,
      version integer not null,
      created_at integer not null,
      updated_at integer not null)`,
    `create index if not exists ix_petitions_unit
      on petitions (organization_id, created_at, id)`,
    `create index if not exists ix_petitions_office on petitions (addressee_id, filed_at, id)`,
    `create index if not exists ix_petitions_adopted
      on petitions (addressee_id, answered_at) where adopted = 1`,
    `create unique index if not exists ux_petitions_register
      on petitions (addressee_id, register_year, register_number)`,
    `create trigger if not exists petitions_text_stands before update of content on petitions
      when old.state not in ('drafting', 'returned') and old.content <> new.content
      begin select raise(abort, 'the text of a petition stands once it is submitted'); end`,
    `create table if not exists petition_acts (
      id text not null primary key,
      petition_id text not null,
      kind text not null,
      text text not null,
      post text not null,
      at integer not null)`,
    `create index if not exists ix_petition_acts_petition
      on petition_acts (petition_id, at, id)`,
    ...['update', 'delete'].map(
      (verb) => `create trigger if not exists petition_acts_no_${verb}
        before ${verb} on petition_acts
        begin select raise(abort, 'petition_acts is append-only'); end`,
    ),
  ],
  down: [
    'drop table if exists petition_acts',
    'drop table if exists petitions',
    'drop table if exists bulletin_recipients',
    'drop table if exists bulletin_parts',
    'drop table if exists bulletins',
  ],
};
