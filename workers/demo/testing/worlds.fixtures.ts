import { plugins } from '#plugins/registry.ts';
import type { OrganizationFacts } from '#plugins/sdk/audience/facts.ts';
import { officialCalendar } from '#plugins/sdk/dates/official-calendar.ts';
import { rollForward } from '#plugins/sdk/roll-forward/roll-forward.ts';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import { obligationsOf } from '#workers/modules/submissions/index.ts';
import { findRegionPlan, regionPlans } from '../regions/all-regions.ts';
import { decideFilings, planFiling } from '../world/filings.ts';
import type { FilingPlan } from '../world/filings.ts';
import type { OpenedFiling } from '../world/outcomes.ts';
import type { Scale } from '../world/region.ts';
import { generateWorld } from '../world/world.ts';
import type { World } from '../world/world.ts';
import { DEMO_NOW } from './demo-site.fixtures.ts';

export const regions = regionPlans.map(({ slug }) => slug);

export function worldOf(slug: string, scale: Scale = 'demo', seed = 'demo'): World {
  const region = findRegionPlan(slug);
  if (region === undefined) throw new Error(`no demo region ${slug}`);
  return generateWorld({ region, scale, seed, now: DEMO_NOW });
}

/** A whole half-year of a region, without a database: units stand under their own keys. */
export type HalfYear = {
  readonly world: World;
  readonly campaign: Campaign;
  readonly opened: readonly OpenedFiling[];
  readonly plans: ReadonlyMap<string, FilingPlan>;
};

export async function halfYearOf(slug: string, scale: Scale = 'demo'): Promise<HalfYear> {
  const world = worldOf(slug, scale);
  const edition = plugins.find(({ id }) => id === slug)?.editions.at(-1);
  if (edition === undefined) throw new Error(`no edition of ${slug}`);
  const { campaign: original, rollForward: plan } = await edition.load();
  const calendar = officialCalendar;
  const { campaign } = rollForward(original, { toYear: world.year, calendar, plan });
  const publishedOn = `${world.year}-${findRegionPlan(slug)?.issue.on ?? ''}`;
  const opened = obligationsOf({
    campaign,
    units: factsOf(world),
    publishedOn,
    calendar,
    cutOff: '24:00',
  }).map(({ organizationId, ...each }, index) => ({
    ...each,
    id: `${index}`,
    unit: organizationId,
  }));
  const input = {
    world,
    campaign,
    filings: opened,
    openedAt: Date.parse(`${publishedOn}T10:00:00+08:00`),
    idOf: (unit: string) => unit,
  };
  const plans = decideFilings(input).map((decided) => planFiling(input, decided));
  return { world, campaign, opened, plans: new Map(plans.map((each) => [each.filing.id, each])) };
}

function factsOf({ units }: World): OrganizationFacts[] {
  const kinds = new Map(units.map(({ key, kind }) => [key, kind]));
  return units.map((unit) => ({
    id: unit.key,
    kind: unit.kind,
    level: unit.level,
    ownership: unit.ownership,
    tags: unit.tags ?? [],
    facts: [],
    openOn: unit.openedOn,
    closedOn: unit.closedOn,
    relations: unit.relations.map(({ relation, superior }) => ({
      relation,
      superiorId: superior ?? '',
      superiorIsTenant: superior === undefined,
      superiorKind: kinds.get(superior ?? ''),
    })),
  }));
}
