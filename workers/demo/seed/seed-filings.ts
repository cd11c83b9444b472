import { hashCanonical } from '#plugins/sdk/canonical.ts';
import { recordableItems } from '#plugins/sdk/scoring/recordable.ts';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import { listCampaignRows, loadVersion } from '#workers/modules/campaigns/index.ts';
import { readOrganizationBook } from '#workers/modules/organizations/index.ts';
import { commitOrThrow } from '#workers/platform/http/commit.ts';
import { createIds } from '#workers/platform/ids.ts';
import type { Ids } from '#workers/platform/ids.ts';
import { deductionReasons } from '../world/answer-texts.ts';
import { decideFilings, planFiling } from '../world/filings.ts';
import type { DecidedFiling, FilingPlan, FilingsInput } from '../world/filings.ts';
import { createRandom } from '../world/random.ts';
import { demoActor, morningOf } from './demo-tenant.ts';
import type { DemoTenant } from './demo-tenant.ts';
import { rowsOfFiling } from './filing-rows.ts';
import type { FilingRows } from './filing-rows.ts';
import { insertHistory, readOpened, writeCourse } from './filings.repository.ts';
import type { HistoryRows, OpenedRow } from './filings.repository.ts';
import { readAccounts } from './ledger.repository.ts';
import { seedEvidence } from './seed-evidence.ts';
import { readUnitIds } from './seed-units.ts';
import type { Cast } from './signed-rows.ts';

type Prepared = {
  readonly campaign: Campaign;
  readonly campaignId: string;
  readonly input: FilingsInput;
  readonly decided: readonly DecidedFiling[];
  readonly rows: ReadonlyMap<string, OpenedRow>;
  readonly castOf: (row: OpenedRow) => Cast;
  readonly formHashes: ReadonlyMap<string, string>;
};

/** Filings whose courses are written in one change. */
const filingsAChange = 40;
const changesAtOnce = 4;

/** Writes what became of every filing; those already written stay. */
export async function seedFilings(tenant: DemoTenant): Promise<{ filings: number }> {
  const prepared = await prepare(tenant);
  const open = prepared.decided.filter(({ filing }) => prepared.rows.get(filing.id)?.version === 1);
  const chunks = chunksOf(open, filingsAChange).values();
  const worker = async (): Promise<void> => {
    for (const chunk of chunks) await writeChunk(tenant, prepared, chunk);
  };
  await Promise.all(Array.from({ length: changesAtOnce }, worker));
  return { filings: open.length };
}

async function prepare(tenant: DemoTenant): Promise<Prepared> {
  const { db, world, plan } = tenant;
  const running = (await listCampaignRows(db)).find(({ year }) => year === world.year);
  if (running === undefined) throw new Error(`${world.region} has no campaign of ${world.year}`);
  const { campaign } = await loadVersion(db, running.currentHash);
  const opened = await readOpened(db, running.id);
  const ids = await readUnitIds(tenant);
  const keys = new Map([...ids].map(([key, id]) => [id, key]));
  const input: FilingsInput = {
    world,
    campaign,
    openedAt: morningOf(world, plan.issue.on),
    idOf: (unit) => ids.get(unit) ?? unit,
    filings: opened.map((row) => ({ ...row, unit: keys.get(row.organizationId) ?? '' })),
  };
  const decided = decideFilings(input);
  const hashes = campaign.forms.map(async (form) => [form.key, await hashCanonical(form)] as const);
  return {
    campaign,
    campaignId: running.id,
    input,
    decided,
    rows: new Map(opened.map((row) => [row.id, row])),
    castOf: await castOf(tenant, decided, ids),
    formHashes: new Map(await Promise.all(hashes)),
  };
}

/** The people of the demo act where they have accounts; elsewhere the post of the unit does. */
async function castOf(
  tenant: DemoTenant,
  decided: readonly DecidedFiling[],
  ids: ReadonlyMap<string, string>,
): Promise<Prepared['castOf']> {
  const { db, world } = tenant;
  const people = await readAccounts(db, ['clerk', 'reviewer']);
  const postOf = (name: string) =>
    world.accounts.find(({ username }) => username === name)?.post ?? name;
  const { units } = await readOrganizationBook(db);
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const filing = new Set(decided.map(({ filing: { unit } }) => ids.get(unit)));
  const papers = await seedEvidence(
    tenant,
    units.filter(({ id }) => filing.has(id)),
  );
  const hospital = ids.get(world.hospital);
  const reviewer = { id: people.get('reviewer')?.id ?? '', post: postOf('reviewer') };
  return ({ organizationId }) => {
    const unit = byId.get(organizationId);
    if (unit === undefined) throw new Error(`no unit ${organizationId}`);
    const clerk = organizationId === hospital ? people.get('clerk')?.id : undefined;
    return {
      unit,
      filler: { id: clerk ?? organizationId, post: postOf('clerk') },
      helper: { post: postOf('clerk2') },
      reviewer,
      paper: papers.get(organizationId),
    };
  };
}

async function writeChunk(
  tenant: DemoTenant,
  prepared: Prepared,
  chunk: readonly DecidedFiling[],
): Promise<void> {
  const { world } = tenant;
  const history: HistoryRows = {
    approvals: [],
    revisions: [],
    reviews: [],
    links: [],
    deductions: [],
  };
  const courses = [];
  for (const decided of chunk) {
    const plan = planFiling(prepared.input, decided);
    const rows = await rowsOf(tenant, prepared, plan);
    if (rows === undefined) continue;
    courses.push(...writeCourse(plan.filing.id, rows.update));
    history.approvals.push(...rows.approvals);
    history.revisions.push(...rows.revisions);
    history.reviews.push(...rows.reviews);
    history.links.push(...rows.links);
    history.deductions.push(...deductionsOf(tenant, prepared, plan));
  }
  if (courses.length === 0) return;
  await commitOrThrow(tenant.writer, {
    steps: [...courses, ...insertHistory(history)],
    audit: {
      action: 'demo.seed',
      actor: demoActor,
      subjectKind: 'campaign',
      subjectId: prepared.campaignId,
      at: world.now,
      facts: { filings: courses.length, reviews: history.reviews.length },
    },
  });
}

async function rowsOf(
  { tenant, world }: DemoTenant,
  { rows, castOf: cast, formHashes }: Prepared,
  plan: FilingPlan,
): Promise<FilingRows | undefined> {
  const row = rows.get(plan.filing.id);
  if (row === undefined) return undefined;
  return rowsOfFiling({
    plan,
    row,
    cast: cast(row),
    cutOff: tenant.parameters.cutOffHour,
    now: world.now,
    ids: idsAt,
    formHash: formHashes.get(plan.form.key) ?? '',
  });
}

const idsAt = (at: number): Ids => createIds({ now: () => at });

/** Of the units whose first filing was accepted. */
const deductedPerMille = 120;

/** A deduction by exception, on the first item of the card that leaves its price to the recorder. */
function deductionsOf(
  { world }: DemoTenant,
  { campaign, campaignId, rows, castOf: cast }: Prepared,
  plan: FilingPlan,
): HistoryRows['deductions'] {
  const row = rows.get(plan.filing.id);
  const unit = world.units.find(({ key }) => key === plan.filing.unit);
  const isScored = unit !== undefined && unit.kind !== 'bureau' && unit.kind !== 'department';
  if (row === undefined || !isScored || plan.outcome !== 'accepted') return [];
  const random = createRandom(`${world.seed} ${world.region} ${plan.filing.unit} deduction`);
  const isFirst = plan.filing.taskKey === campaign.tasks[0]?.key;
  if (plan.deducted !== true && !(isFirst && random.happens(deductedPerMille))) return [];
  const [place] = campaign.scorecards.flatMap((card) =>
    recordableItems(card).map((item) => ({ card, item })),
  );
  if (place === undefined) return [];
  const { reviewer } = cast(row);
  const recordedAt = plan.rounds.at(-1)?.decidedAt ?? world.now;
  return [
    {
      id: idsAt(recordedAt).next('ded'),
      campaignId,
      organizationId: row.organizationId,
      scorecardKey: place.card.key,
      criterionKey: place.item.criterion.key,
      amount: Math.max(place.item.least, Math.min(place.item.most, 5_000)),
      reason: random.pick(deductionReasons),
      submissionId: row.id,
      recordedBy: reviewer.id,
      recordedByPost: reviewer.post,
      recordedAt,
      state: 'standing',
      withdrawnReason: null,
      version: 1,
    },
  ];
}

function chunksOf<Item>(items: readonly Item[], size: number): Item[][] {
  const chunks: Item[][] = [];
  for (let at = 0; at < items.length; at += size) chunks.push(items.slice(at, at + size));
  return chunks;
}
