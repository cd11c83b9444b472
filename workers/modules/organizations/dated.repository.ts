import { and, eq, gt, gte, isNull, lt, lte, or, sql } from 'drizzle-orm';
import { dayNumber, dayOfNumber } from '#plugins/sdk/dates/days.ts';
import type { RelationKind } from '#schema/contracts/campaign/audience.ts';
import type { Organization, OrganizationFact } from '#schema/contracts/organizations.ts';
import {
  organizationFacts,
  organizationRelations,
} from '#schema/tables/tenant/organizations.table.ts';
import type { Step } from '#workers/platform/database/change.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import { build, toStatement } from '#workers/platform/database/statement.ts';
import { SINCE_EVER } from './organizations.domain.ts';
import type { RelationLink } from './organizations.domain.ts';
import type { DatedColumn } from './past-book.domain.ts';

export const dayBefore = (day: string) => dayOfNumber(dayNumber(day) - 1);

/** From a day on a fact has another value, or none; what was to begin later is gone. */
export function setFactFrom(input: {
  organizationId: string;
  key: string;
  value: OrganizationFact['value'] | null;
  from: string;
}): Step[] {
  const { organizationId, key, value, from } = input;
  const { validFrom, validTo } = organizationFacts;
  const own = and(
    eq(organizationFacts.organizationId, organizationId),
    eq(organizationFacts.key, key),
  );
  const forget = build.delete(organizationFacts).where(and(own, gte(validFrom, from)));
  const end = build
    .update(organizationFacts)
    .set({ validTo: dayBefore(from) })
    .where(and(own, lt(validFrom, from), or(isNull(validTo), gte(validTo, from))));
  const begin =
    value === null
      ? []
      : [build.insert(organizationFacts).values({ organizationId, key, value, validFrom: from })];
  return [forget, end, ...begin].map((query) => ({ statement: toStatement(query) }));
}

/** What a unit has always been as far as is known, before it is first changed from a day on. */
export function keepFactBefore(
  unit: Pick<Organization, 'id' | 'openedOn' | DatedColumn>,
  key: DatedColumn,
): Step {
  const from = unit.openedOn ?? SINCE_EVER;
  const query = sql`insert into organization_facts (organization_id, key, value, valid_from)
    select ${unit.id}, ${key}, ${JSON.stringify(unit[key])}, ${from} where ${unit[key]} is not null
      and not exists (select 1 from organization_facts
        where organization_id = ${unit.id} and key = ${key})`;
  return { statement: toStatement(query) };
}

/** From a day on a unit has another superior in a relation; `undefined` ends the relation. */
export function setSuperiorFrom(input: {
  organizationId: string;
  relation: RelationKind;
  superiorId: string | null | undefined;
  from: string;
}): Step[] {
  const { organizationId, relation, superiorId, from } = input;
  const { validFrom, validTo } = organizationRelations;
  const own = and(
    eq(organizationRelations.organizationId, organizationId),
    eq(organizationRelations.relation, relation),
  );
  const forget = build.delete(organizationRelations).where(and(own, gte(validFrom, from)));
  const end = build
    .update(organizationRelations)
    .set({ validTo: dayBefore(from) })
    .where(and(own, lt(validFrom, from), or(isNull(validTo), gte(validTo, from))));
  const row = { organizationId, relation, superiorId, validFrom: from };
  const begin = superiorId === undefined ? [] : [build.insert(organizationRelations).values(row)];
  return [forget, end, ...begin].map((query) => ({ statement: toStatement(query) }));
}

const openUnits = sql`(select id from organizations where status = 'open')`;

/**
 * From a day on, whoever stands or will stand under one superior stands under another, as long as he
 * would have; what each was to do after that, or under somebody else, stays as it was planned.
 */
export function passSubordinatesOn({ from, to, day }: Passing): Step[] {
  const isHis = sql`superior_id = ${from} and organization_id in ${openUnits}`;
  const isNow = sql`valid_from < ${day} and (valid_to is null or valid_to >= ${day})`;
  const begin = sql`insert into organization_relations
      (organization_id, relation, superior_id, valid_from, valid_to)
    select organization_id, relation, ${to}, ${day}, valid_to
    from organization_relations where ${isHis} and ${isNow}`;
  const end = sql`update organization_relations set valid_to = ${dayBefore(day)}
    where ${isHis} and ${isNow}`;
  const later = sql`update organization_relations set superior_id = ${to}
    where ${isHis} and valid_from >= ${day}`;
  return [begin, end, later].map((query) => ({ statement: toStatement(query) }));
}

/** The links of a day as they would be once somebody's subordinates were passed on. */
export function readLinksPassedOn(
  db: TenantDatabase,
  { from, to, day }: Passing,
): Promise<RelationLink[]> {
  const { organizationId, relation, superiorId, validFrom, validTo } = organizationRelations;
  const isHis = sql`${superiorId} = ${from} and ${organizationId} in ${openUnits}`;
  return db
    .select({
      organizationId,
      relation,
      superiorId: sql<string | null>`iif(${isHis}, ${to}, ${superiorId})`,
    })
    .from(organizationRelations)
    .where(and(lte(validFrom, day), or(isNull(validTo), gte(validTo, day))));
}

const ofSameLink = sql`other.organization_id = organization_relations.organization_id
  and other.relation = organization_relations.relation`;
const wordOfLink = sql`organization_relations.organization_id || ' '
  || organization_relations.relation || ' ' || organization_relations.valid_from`;
const wordsOf = (links: readonly Link[]): string =>
  JSON.stringify(
    links.map(({ organizationId, relation, from }) => [organizationId, relation, from].join(' ')),
  );

/** The links of a day as they would be once a merger of the day `day` is taken back. */
export function readLinksTakenBack(
  db: TenantDatabase,
  { from, to, day }: Passing,
  { later, on }: { later: readonly Link[]; on: string },
): Promise<RelationLink[]> {
  const { organizationId, relation, superiorId, validFrom, validTo } = organizationRelations;
  const isPassedOn = sql`${validFrom} = ${day} and exists (
    select 1 from organization_relations as other where ${ofSameLink}
      and other.superior_id = ${from} and other.valid_to = ${dayBefore(day)})`;
  const isPlanned = sql`${wordOfLink} in (select value from json_each(${wordsOf(later)}))`;
  const isHis = sql`${superiorId} = ${to} and (${isPassedOn} or ${isPlanned})`;
  return db
    .select({
      organizationId,
      relation,
      superiorId: sql<string | null>`iif(${isHis}, ${from}, ${superiorId})`,
    })
    .from(organizationRelations)
    .where(and(lte(validFrom, on), or(isNull(validTo), gte(validTo, on))));
}

/** The way back on the same day: whatever somebody changed by hand since stays as he left it. */
export function takeSubordinatesBack({ from, to, day }: Passing, later: readonly Link[]): Step[] {
  const heirs = sql`from organization_relations as other where ${ofSameLink}
    and other.superior_id = ${to} and other.valid_from = ${day}`;
  const goOn = sql`update organization_relations set valid_to = (select other.valid_to ${heirs})
    where superior_id = ${from} and valid_to = ${dayBefore(day)} and exists (select 1 ${heirs})`;
  const forget = sql`delete from organization_relations
    where superior_id = ${to} and valid_from = ${day} and exists (
      select 1 from organization_relations as other where ${ofSameLink}
        and other.superior_id = ${from} and other.valid_from < ${day}
        and other.valid_to is organization_relations.valid_to)`;
  const planned = sql`update organization_relations set superior_id = ${from}
    where superior_id = ${to} and valid_from >= ${day}
      and ${wordOfLink} in (select value from json_each(${wordsOf(later)}))`;
  return [goOn, forget, planned].map((query) => ({ statement: toStatement(query) }));
}

/** Who is to stand under a superior from that day or a later one on. */
export function listLinksFrom(
  db: TenantDatabase,
  superiorId: string,
  day: string,
): Promise<Link[]> {
  const { organizationId, relation, validFrom } = organizationRelations;
  return db
    .select({ organizationId, relation, from: validFrom })
    .from(organizationRelations)
    .where(
      and(
        eq(organizationRelations.superiorId, superiorId),
        gte(validFrom, day),
        sql`${organizationId} in ${openUnits}`,
      ),
    );
}

export type Link = {
  readonly organizationId: string;
  readonly relation: RelationKind;
  readonly from: string;
};
type Passing = { readonly from: string; readonly to: string; readonly day: string };

/** Days after this one on which a unit comes under another superior. */
export async function listTurningDays(db: TenantDatabase, after: string): Promise<string[]> {
  const { validFrom } = organizationRelations;
  const rows = await db
    .selectDistinct({ day: validFrom })
    .from(organizationRelations)
    .where(gt(validFrom, after))
    .orderBy(validFrom);
  return rows.map(({ day }) => day);
}
