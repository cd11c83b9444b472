import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { firstDay } from './volume-campaign.ts';

/** Problems and complaints of each institution: 8 and 3 of 11 in turn. */
const perUnit = 11;
const problemsOfThem = 8;
const entry = sql`cast(substr(id, 5) as integer)`;
const lot = sql`((${entry} * 7919 + ${entry} / 3000 * 337) % 1000)`;
const dayStart = (day: SQL) => sql`(unixepoch(${day}) * 1000 + 3600000)`;

type Seeding = { campaignId: string; hash: string; today: string };

/** On record over three hundred days, due sixty days later. */
function record({ campaignId, hash, today }: Seeding, nth: number): SQL {
  const register = nth < problemsOfThem ? 'problems' : 'complaints';
  const state = register === 'problems' ? 'found' : 'received';
  const number = sql`row_number() over (order by o.order_number, o.id) + ${nth} * 3000`;
  const recordedOn = sql`date(${firstDay(today)}, ((o.order_number * 13 + ${nth} * 29) % 310) || ' days')`;
  const due = sql`date(${recordedOn}, '60 days')`;
  return sql`insert into register_entries (id, register_key, number, campaign_id, version_hash,
      organization_id, organization_order, supervision_path, territory_path, state, long_term,
      embargoed, answers, responsible, sources, ties, clocks, due_on, open_due_on,
      verification_due_on, reply_due_on, must_verify, must_reply, recorded_on, version, created_at,
      updated_at)
    select printf('ent_%026d', ${number}), ${register}, ${number}, ${campaignId}, ${hash}, o.id,
      o.order_number, s.path, t.path, ${state}, 0, 0,
      json_object(${nth < problemsOfThem ? 'what' : 'about'}, '测速记录第' || (${number}) || '件'),
      '主要负责人', '[]', '[]', '[]', ${due}, ${due}, ${due}, ${due}, 1, 1, ${recordedOn}, 1,
      ${dayStart(recordedOn)}, ${dayStart(recordedOn)}
    from organizations o
      join organization_paths s on s.organization_id = o.id and s.relation = 'supervision'
      join organization_paths t on t.organization_id = o.id and t.relation = 'territory'
    where o.kind <> 'bureau'`;
}

/** One further standing of those that fall to it, so many days after it was put on record. */
function move(
  { today }: Seeding,
  step: {
    register: string;
    to: string;
    days: number;
    share: number;
    reaches: string;
    ends?: string;
  },
): SQL {
  const { register, to, days, share, reaches, ends = null } = step;
  const on = sql`date(recorded_on, (${days} + ${lot} % 20) || ' days')`;
  const column = sql.identifier(reaches);
  const settled = reaches === 'accepted_on' ? sql`open_due_on` : sql`null`;
  return sql`update register_entries set state = ${to}, ends = ${ends}, ${column} = ${on},
      open_due_on = ${settled}, version = version + 1, updated_at = ${dayStart(on)}
    where register_key = ${register} and ${lot} < ${share} and ${on} <= ${today}`;
}

/** 销号 some two thirds, overdue some tenth; complaints mostly done. */
export function entryStatements(seeding: Seeding): SQL[][] {
  const problem = (to: string, days: number, share: number, reaches: string, ends?: string) =>
    move(seeding, { register: 'problems', to, days, share, reaches, ends });
  const complaint = (to: string, days: number, share: number, reaches: string, ends?: string) =>
    move(seeding, { register: 'complaints', to, days, share, reaches, ends });
  return [
    ...Array.from({ length: perUnit }, (_, nth) => [record(seeding, nth)]),
    [problem('claimed', 1, 970, 'accepted_on')],
    [problem('applied', 22, 880, 'rectified_on'), problem('checked', 43, 820, 'verified_on')],
    [problem('closed', 64, 760, 'closed_on', 'closed')],
    [complaint('accepted', 1, 980, 'accepted_on'), complaint('verified', 10, 950, 'verified_on')],
    [complaint('replied', 30, 940, 'replied_on'), complaint('done', 40, 930, 'done_on', 'closed')],
  ];
}
