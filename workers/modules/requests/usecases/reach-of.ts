import type { OrganizationFacts } from '#plugins/sdk/audience/facts.ts';
import { dayAt } from '#plugins/sdk/dates/days.ts';
import { addresseesOf } from '#plugins/sdk/requests/addressees.ts';
import type { Addressees } from '#plugins/sdk/requests/addressees.ts';
import type { Organization } from '#schema/contracts/organizations.ts';
import { isWithin, rangeOf } from '#schema/contracts/permission.ts';
import type { AudienceAnswer, Recipients } from '#schema/contracts/requests.ts';
import { toUnitFacts } from '#workers/modules/campaigns/index.ts';
import { readOrganizationBook } from '#workers/modules/organizations/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { assertCan, assertHolds } from '#workers/platform/http/authorization.ts';
import { commission, issuerSubject, seatOf } from '../requests.domain.ts';

type Unit = OrganizationFacts & { organization: Organization };
export type Reach = Addressees<Unit> & { units: readonly Unit[] };

/** Whom a request of an issuer reaches today, in official order; a bureau reaches its own range. */
export async function reachOf(
  context: TenantContext,
  issuerId: string,
  to: Recipients,
): Promise<Reach> {
  const book = await readOrganizationBook(context.db);
  const known = new Map(book.units.map((unit) => [unit.id, unit]));
  const units = toUnitFacts(book).flatMap((facts): Unit[] => {
    const organization = known.get(facts.id);
    return organization === undefined ? [] : [{ ...facts, organization }];
  });
  const range = rangeOf(seatOf(context.actor, issuerId), 'requests.draft');
  const isInRange = ({ id, organization }: Unit) =>
    issuerId === commission ||
    (id !== issuerId && isWithin(range, { organizationId: id, paths: organization.paths }));
  const day = dayAt(context.clock.now());
  return { ...addresseesOf(to, units, { day, isInRange }), units };
}

/** The live count of an audience with its units, for the office that drafts. */
export async function countReach(request: {
  context: TenantContext;
  input: { issuer?: string | undefined; to: Recipients };
}): Promise<AudienceAnswer> {
  const { context, input } = request;
  assertHolds(context.actor, 'requests.draft');
  const issuerId = input.issuer ?? commission;
  assertCan(seatOf(context.actor, issuerId), 'requests.draft', issuerSubject(issuerId));
  const { reached, outOfRange } = await reachOf(context, issuerId, input.to);
  const kinds = Map.groupBy(reached, ({ unit }) => unit.kind);
  return {
    total: reached.length,
    byKind: [...kinds].map(([kind, units]) => ({ kind, count: units.length })),
    outOfRange,
    units: reached.map(({ unit, part }) => ({
      organizationId: unit.id,
      organizationName: unit.organization.name,
      kind: unit.kind,
      part,
    })),
  };
}
