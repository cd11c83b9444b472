import type { Migration } from '../migration.ts';

const facts = [
  `create table if not exists score_facts (
    id text not null primary key,
    campaign_id text not null,
    organization_id text not null,
    fact_key text not null,
    on_day text not null,
    period text not null,
    content text not null,
    reason text not null,
    clause_key text,
    evidence_ids text not null,
    state text not null,
    recorded_by text not null,
    recorded_by_post text not null,
    recorded_at integer not null,
    confirmed_by text,
    confirmed_by_post text,
    confirmed_at integer,
    withdrawn_reason text,
    version integer not null)`,
  `create index if not exists ix_score_facts_organization
    on score_facts (organization_id, campaign_id, recorded_at)`,
  `create unique index if not exists ux_score_facts_period
    on score_facts (organization_id, campaign_id, fact_key, period)
    where state <> 'withdrawn'`,
];

const assessments = [
  `create table if not exists assessments (
    id text not null primary key,
    campaign_id text not null,
    organization_id text not null,
    chain_key text not null,
    sequence integer not null,
    step_key text,
    on_day text not null,
    result text,
    agrees integer,
    reason text,
    made_by text not null,
    made_by_post text not null,
    made_at integer not null)`,
  `create unique index if not exists ux_assessments_sequence
    on assessments (organization_id, campaign_id, chain_key, sequence)`,
  `create trigger if not exists assessments_no_update before update on assessments
    begin select raise(abort, 'assessments is append-only'); end`,
  `create trigger if not exists assessments_no_delete before delete on assessments
    begin select raise(abort, 'assessments is append-only'); end`,
];

const demerits = [
  `create table if not exists demerit_entries (
    id text not null primary key,
    campaign_id text not null,
    organization_id text not null,
    ledger_key text not null,
    on_day text not null,
    tier_key text not null,
    quantity integer not null,
    reason text not null,
    clause_key text,
    penalty text,
    state text not null,
    recorded_by text not null,
    recorded_by_post text not null,
    recorded_at integer not null,
    withdrawn_reason text,
    withdrawn_on text,
    version integer not null)`,
  `create index if not exists ix_demerit_entries_unit
    on demerit_entries (organization_id, recorded_at)`,
];

const proposals = [
  `create table if not exists proposals (
    id text not null primary key,
    campaign_id text not null,
    organization_id text not null,
    supervision_path text not null,
    territory_path text not null,
    rule_key text not null,
    occasion text not null,
    version_hash text not null,
    title text not null,
    measure text not null,
    post text not null,
    words text,
    source text not null,
    reason text not null,
    event_ids text not null,
    state text not null,
    found_at integer not null,
    lapsed_at integer,
    decided_by text,
    decided_by_post text,
    stands_in integer not null,
    decided_at integer,
    decision_reason text,
    measure_kind text,
    taken text,
    taken_by_post text,
    taken_at integer,
    version integer not null)`,
  `create unique index if not exists ux_proposals_finding
    on proposals (organization_id, campaign_id, rule_key, occasion)`,
  `create index if not exists ix_proposals_campaign on proposals (campaign_id, id)`,
  `create index if not exists ix_proposals_state on proposals (campaign_id, state, id)`,
  `create index if not exists ix_proposals_unit on proposals (campaign_id, organization_id, id)`,
  `create index if not exists ix_proposals_rule on proposals (campaign_id, rule_key, id)`,
  `create trigger if not exists proposals_no_delete before delete on proposals
    begin select raise(abort, 'proposals stay on record'); end`,
  `create table if not exists proposal_sweeps (
    campaign_id text not null primary key,
    on_day text not null,
    after text)`,
];

export const evaluation: Migration = {
  id: '0017-evaluation',
  up: [...facts, ...assessments, ...demerits, ...proposals],
  down: [
    'drop table if exists proposal_sweeps',
    'drop table if exists proposals',
    'drop table if exists demerit_entries',
    'drop table if exists assessments',
    'drop table if exists score_facts',
  ],
};
