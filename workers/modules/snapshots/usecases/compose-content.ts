import { dayAt } from '#plugins/sdk/dates/days.ts';
import { daysOfPeriod } from '#schema/contracts/period.ts';
import type { Period } from '#schema/contracts/period.ts';
import type { SnapshotContent } from '#schema/contracts/snapshots.ts';
import { listCampaignRows, loadVersion } from '#workers/modules/campaigns/index.ts';
import type { CampaignVersion } from '#workers/modules/campaigns/index.ts';
import { tallyCampaignFilings } from '#workers/modules/figures/index.ts';
import { tallyRegister } from '#workers/modules/registers/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { endOfDay } from '#workers/platform/clock.ts';
import { figuresOf } from '../content.domain.ts';
import type { Tally } from '../figures.domain.ts';
import { snapshotsErrors } from '../snapshots.errors.ts';
import { findPreviousSent } from '../snapshots.repository.ts';
import type { StoredSnapshot } from '../snapshots.repository.ts';

export type Composed = {
  readonly content: SnapshotContent;
  readonly version: CampaignVersion;
  readonly previous: StoredSnapshot | undefined;
  readonly isOver: boolean;
};

type Composing = Pick<TenantContext, 'db' | 'clock' | 'tenant'>;

/** What would leave for a period: aggregates of the campaign of that year as of the period's last day. */
export async function composeContent(context: Composing, period: Period): Promise<Composed> {
  const { from, to } = daysOfPeriod(period);
  const version = await loadVersionOf(context, Number(from.slice(0, 4)));
  const isOver = dayAt(context.clock.now()) > to;
  const window = { after: endOfDay(from) - dayLength, until: endOfDay(to) };
  const tallies = await tallyCampaignFilings(context.db, version.campaignId, window);
  const counted = await countRegisters(context, version, to);
  const { slug, names, level, divisionCode } = context.tenant;
  const content: SnapshotContent = {
    region: { slug, name: names.short, level, divisionCode },
    period,
    cutOff: to,
    campaignTitle: version.campaign.title,
    campaignVersion: version.hash,
    reporting: isOver ? tallies.reporting : { unitsDue: 0, unitsReported: 0 },
    figures: figuresOf(version.campaign, isOver ? tallies : undefined, counted),
  };
  return { content, version, isOver, previous: await findPreviousSent(context.db, period) };
}

/** What the registers say at the end of the period's last day, for each indicator counted from one. */
async function countRegisters(
  { db }: Composing,
  version: CampaignVersion,
  asOf: string,
): Promise<Map<string, Tally>> {
  const counted = new Map<string, Tally>();
  for (const { key, measure } of version.campaign.indicators) {
    if (measure.kind !== 'register') continue;
    const { register, statistic } = measure;
    const tally = await tallyRegister(db, version, { register, statistic, asOf });
    if (tally !== undefined) counted.set(key, tally);
  }
  return counted;
}

const dayLength = 86_400_000;

/** The campaign of the year: the running one, or the one that was archived since. */
async function loadVersionOf({ db }: Composing, year: number): Promise<CampaignVersion> {
  const rows = await listCampaignRows(db);
  const ofYear = rows.filter((row) => row.year === year);
  const row = ofYear.find(({ state }) => state === 'running') ?? ofYear[0];
  if (row === undefined) throw snapshotsErrors['snapshots.no_campaign']({ values: { year } });
  return loadVersion(db, row.currentHash);
}
