import { and, eq, gt, gte, isNull, lt, or } from 'drizzle-orm';
import { dayNumber, dayOfNumber } from '#plugins/sdk/dates/days.ts';
import type { RelationKind } from '#schema/contracts/campaign/audience.ts';
import type { OrganizationFact } from '#schema/contracts/organizations.ts';
import {
  organizationFacts,
  organizationRelations,
} from '#schema/tables/tenant/organizations.table.ts';
import type { Step } from '#workers/platform/database/change.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import { build, toStatement } from '#workers/platform/database/statement.ts';

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
