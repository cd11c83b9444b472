import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { dueInstant } from '#plugins/sdk/dates/days.ts';
import { firstDay, roundDay, roundKey, rounds } from './volume-campaign.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** The filing's number, which its id ends with, spread over a thousand. */
const number = sql`cast(substr(id, 5) as integer)`;
const lot = sql`((${number} * 7919 + ${number} / 10000 * 337) % 1000)`;
const between = (from: number, to: number) => sql`${lot} >= ${from} and ${lot} < ${to}`;

type Seeding = { campaignId: string; hash: string; today: string; now: number };
type Round = { at: number; taskKey: string; dueAt: number; dueOn: string; passed: boolean };

function roundsOf({ today, now }: Seeding): Round[] {
  return Array.from({ length: rounds }, (_, at) => {
    const dueOn = roundDay(today, at);
    const dueAt = dueInstant(dueOn);
    return { at, taskKey: roundKey(at), dueOn, dueAt, passed: dueAt < now };
  });
}

function open(seeding: Seeding, round: Round, audience: SQL): SQL {
  const openedAt = dueInstant(firstDay(seeding.today));
  const { at, taskKey, dueOn, dueAt } = round;
  return sql`insert into submissions (id, campaign_id, version_hash, task_key, occurrence, office_key,
      organization_id, supervision_path, territory_path, state, nil, on_behalf, answers, revisions,
      deliverables, returns, points_to_mend, due_on, due_at, due_wording, paper_state, revision,
      version, created_at, updated_at)
    select printf('sub_%026d', ${at} * 10000 + row_number() over (order by o.order_number, o.id)),
      ${seeding.campaignId}, ${seeding.hash}, ${taskKey}, 'once', 'medical', o.id, s.path, t.path,
      'due', 0, 0, '{}', '{}', '{}', 0, 0, ${dueOn}, ${dueAt}, '按期报送', 'none', 0, 1,
      ${openedAt}, ${openedAt}
    from organizations o
      join organization_paths s on s.organization_id = o.id and s.relation = 'supervision'
      join organization_paths t on t.organization_id = o.id and t.relation = 'territory'
    where ${audience}`;
}

/** Arrives within the ten days before its time; one in forty up to eight days late. */
function arrive({ now }: Seeding, { taskKey, dueAt, passed }: Round, who: SQL): SQL[] {
  const late = sql`${lot} % 40 = 7`;
  const base = passed ? dueAt : now;
  const arrived = sql`min(${now} - 60000,
    case when ${late} then ${base} + (${lot} % 8 + 1) * ${dayMs / 4}
      else ${base} - (${lot} % 240 + 1) * ${hourMs} end)`;
  return [
    sql`update submissions set state = 'filed', first_filed_at = ${arrived}, filed_at = ${arrived},
        on_time = ${arrived} <= due_at, updated_at = ${arrived}, revision = 1, version = 4,
        receipt_number = printf('20260101-%08d', cast(substr(id, 5) as integer)),
        answers = json_object('cases', ${lot} % 9, 'amount', printf('%d.50', ${lot} % 700)),
        revisions = json_object('cases', 1, 'amount', 1)
      where task_key = ${taskKey} and ${who}`,
    sql`insert into submission_revisions (submission_id, revision, answers, form_hash, version_hash,
        evidence, organization_name, organization_paths, content_hash, receipt_number, filed_by,
        filed_by_post, filed_at, late)
      select s.id, 1, s.answers, s.version_hash, s.version_hash, '[]', o.name,
        json_object('territory', s.territory_path), s.version_hash, s.receipt_number, 'per_bench',
        '填报人', s.filed_at, not s.on_time
      from submissions s join organizations o on o.id = s.organization_id
      where s.task_key = ${taskKey} and s.state = 'filed' and s.revision = 1`,
  ];
}

/** The office's word two days later, or a minute ago. */
function decide({ now }: Seeding, { taskKey }: Round, what: 'accept' | 'return', who: SQL): SQL[] {
  const decided = sql`min(${now} - 30000, filed_at + ${2 * dayMs})`;
  const change =
    what === 'accept'
      ? sql`state = 'accepted', accepted_at = ${decided}`
      : sql`state = 'returned', returns = 1, points_to_mend = 1`;
  return [
    sql`insert into reviews (id, submission_id, revision, decision, points, stamp_checks, office_key,
        reviewer_id, reviewer_post, round, state_before, submission_version, at)
      select printf('rev_%026d', cast(substr(id, 5) as integer)), id, 1, ${what}, '[]', '[]',
        'medical', 'per_office', '审核人', 1, 'filed', 5, ${decided}
      from submissions where task_key = ${taskKey} and state = 'filed' and ${who}`,
    sql`update submissions set ${change}, version = 5, updated_at = ${decided}
      where task_key = ${taskKey} and state = 'filed' and ${who}`,
  ];
}

function standingsOf(seeding: Seeding, round: Round): SQL[] {
  const { taskKey, passed } = round;
  const set = (state: string, who: SQL) =>
    sql`update submissions set state = ${state}, version = 2, updated_at = created_at + ${dayMs}
      where task_key = ${taskKey} and ${who}`;
  if (!passed) {
    return [
      set('draft', between(0, 150)),
      ...arrive(seeding, round, between(150, 300)),
      ...decide(seeding, round, 'accept', between(200, 300)),
    ];
  }
  return [
    set('draft', between(0, 10)),
    set('exempt', between(30, 50)),
    ...arrive(seeding, round, between(50, 1000)),
    ...decide(seeding, round, 'return', between(50, 160)),
    ...decide(seeding, round, 'accept', between(280, 1000)),
  ];
}

/**
 * Of what is due: accepted 72 %, waiting 12 %, returned 11 %, overdue 3 %, exempt 2 %; of what is
 * not yet due most is untouched. One group of statements a report.
 */
export function filingStatements(seeding: Seeding): SQL[][] {
  const every = roundsOf(seeding);
  const summary = { ...every[rounds - 4], at: rounds, taskKey: 'summary' } as Round;
  return [
    ...every.map((round) => [
      open(seeding, round, sql`o.kind <> 'bureau'`),
      ...standingsOf(seeding, round),
    ]),
    [open(seeding, summary, sql`o.tags like '%city%'`)],
  ];
}
