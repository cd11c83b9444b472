import type { SQL } from 'drizzle-orm';
import type { OrganizationDraft } from '#schema/contracts/organizations.ts';
import { importOrganizations } from '#workers/modules/organizations/index.ts';
import { listPlugins, tenantSourceOf } from '#workers/modules/plugin-host/index.ts';
import { provisionTenant } from '#workers/modules/tenants/index.ts';
import { dayOf, systemClock } from '#workers/platform/clock.ts';
import { toStatement } from '#workers/platform/database/statement.ts';
import { createIds } from '#workers/platform/ids.ts';
import type { Databases } from '../cli/supervisor/databases.ts';
import { volumeCampaign } from './volume-campaign.ts';
import { entryStatements } from './volume-entries.ts';
import { filingStatements } from './volume-filings.ts';
import { actor, appoint, bringIntoForce } from './world.ts';
import type { SeedContext } from './world.ts';

const cities = 18;
const countiesACity = 6;
const unitCount = 2700;
const bureauCount = cities * (countiesACity + 1);
const kinds = ['township-health-centre', 'hospital', 'clinic', 'public-health'] as const;
const levels = ['primary', 'secondary', 'tertiary', 'ungraded'] as const;

export type VolumeWorld = {
  readonly slug: string;
  readonly campaignId: string;
  readonly password: string;
  /** Counts over the whole, and the reviewer of the largest bureau. */
  readonly usernames: { readonly director: string; readonly reviewer: string };
  readonly rollUp: string;
};

/** Cities with their counties, and institutions under the counties; the last ones under nobody. */
export function volumeUnits(): OrganizationDraft[] {
  const under = (superior?: string) => [
    { relation: 'supervision' as const, superior },
    { relation: 'territory' as const, superior },
  ];
  const bureau = (key: string, name: string, order: number, superior?: string) => ({
    key,
    name,
    order,
    kind: 'bureau' as const,
    tags: superior === undefined ? ['city'] : [],
    relations: under(superior),
  });
  const bureaus = Array.from({ length: cities }, (_, city) => [
    bureau(`city-${city}`, `测速第${city + 1}市卫生健康委员会`, 1 + city * 200),
    ...Array.from({ length: countiesACity }, (__, county) => {
      const name = `第${city + 1}市第${county + 1}县卫生健康局`;
      return bureau(`county-${city}-${county}`, name, 2 + city * 200 + county, `city-${city}`);
    }),
  ]).flat();
  const institutions = Array.from({ length: unitCount - bureauCount }, (_, at) => {
    const [city, county] = [at % cities, Math.floor(at / cities) % countiesACity];
    const isOwn = at % 43 === 0;
    return {
      key: `unit-${at}`,
      name: isOwn ? `测速直属第${at + 1}医院` : `第${city + 1}市第${county + 1}县第${at + 1}院`,
      order: isOwn ? 4000 + at : 10 + city * 200 + Math.floor(at / cities),
      kind: kinds[at % kinds.length] ?? 'hospital',
      level: levels[at % levels.length],
      ownership: at % 7 === 0 ? ('private-profit' as const) : ('public' as const),
      relations: under(isOwn ? undefined : `county-${city}-${county}`),
    };
  });
  return [...bureaus, ...institutions];
}

/** 2,700 units with a year of filings and entries, in a namespace of its own. */
export async function seedVolume(databases: Databases): Promise<VolumeWorld> {
  const [, plugin] = listPlugins();
  if (plugin === undefined) throw new Error('no second region is shipped');
  const slug = plugin.id;
  const clock = systemClock;
  const writer = databases.writerOf(slug);
  const context = { db: databases.open(slug), writer, clock, ids: createIds(clock) };
  const source = tenantSourceOf(plugin);
  const tenant = await provisionTenant({ context, input: { slug, source, demo: true } });
  const { units } = await importOrganizations({ context, input: { units: volumeUnits(), actor } });
  const city = units.find(({ key }) => key === 'city-0')?.id;
  const people = await appoint(context, [
    {
      username: 'bench-reviewer',
      role: 'bureau-reviewer',
      organizationId: city,
      relation: 'territory',
    },
  ]);
  const now = clock.now();
  const today = dayOf(now);
  const campaign = volumeCampaign(today);
  const published = await bringIntoForce({ ...context, tenant }, { campaign, ...people });
  const { campaignId, versionHash: hash } = published;
  const seeding = { campaignId, hash, today, now };
  for (const group of [...filingStatements(seeding), ...entryStatements(seeding)]) {
    await commitGroup(context, campaignId, group);
  }
  return {
    slug,
    campaignId,
    password: people.password,
    usernames: { director: 'bench-checker', reviewer: 'bench-reviewer' },
    rollUp: await findRollUp(databases, slug, city ?? ''),
  };
}

async function commitGroup(context: SeedContext, campaignId: string, group: readonly SQL[]) {
  const outcome = await context.writer.commit({
    steps: group.map((query) => ({ statement: toStatement(query) })),
    audit: {
      action: 'task.fan-out',
      actor,
      subjectKind: 'campaign',
      subjectId: campaignId,
      at: context.clock.now(),
      facts: { statements: group.length },
    },
  });
  if (outcome.status !== 'committed') throw new Error(JSON.stringify(outcome));
}

async function findRollUp(databases: Databases, slug: string, unit: string): Promise<string> {
  const [found] = await databases.send(slug)([
    {
      sql: `select id from submissions where task_key = 'summary' and organization_id = ?`,
      args: [unit],
      wantRows: true,
    },
  ]);
  const id = found?.status === 'ok' ? found.rows[0]?.[0] : undefined;
  if (typeof id !== 'string') throw new Error('no roll-up was opened');
  return id;
}
