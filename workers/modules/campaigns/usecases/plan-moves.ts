import type { AuditAction } from '#schema/contracts/audit.ts';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { Text } from '#schema/contracts/campaign/text.ts';
import type {
  MoveOrder,
  MovePlan,
  MovePlanQuery,
  MoveStage,
  VersionMoves,
} from '#schema/contracts/version-moves.ts';
import { findOrganizations } from '#workers/modules/organizations/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import type { Step } from '#workers/platform/database/change.ts';
import { assertCan } from '#workers/platform/http/authorization.ts';
import { campaignsErrors } from '../campaigns.errors.ts';
import { groupWeighed, knownUnitsOf } from '../version-moves.domain.ts';
import type { Weighed } from '../version-moves.domain.ts';
import { versionLabel } from '../versions.domain.ts';
import { findCampaignRow, loadVersion } from '../versions.repository.ts';
import type { CampaignVersion } from '../versions.repository.ts';

/** A task or a register, and the version that its filings or entries move to. */
export type LineOfMoves = { campaignId: string; key: string; target: string };
export type PageOfMoves = { after?: string | undefined; limit: number };

/** One thing with what a move to the target would do to it, and how it is moved. */
export type Movable = Weighed & {
  id: string;
  versionHash: string;
  updatedAt: number;
  steps: (made: { order: MoveOrder; at: number }) => Step[];
};

/** A move that stands; what somebody has worked on since is not restored. */
export type StandingMove = {
  id: string;
  isUntouched: boolean;
  restore: (made: { reason: string; at: number }) => Step[];
};

type Counted = { key: string; items: number };

/** What is moved from version to version, and how: filings by task, entries by register. */
export type Mover = {
  action: AuditAction;
  /** What the audit entry calls the things it names. */
  called: string;
  countEarlier: (
    context: TenantContext,
    target: CampaignVersion,
  ) => Promise<(Counted & { versionHash: string; stage: MoveStage })[]>;
  countMoves: (context: TenantContext, target: CampaignVersion) => Promise<Counted[]>;
  titlesIn: (campaign: Campaign) => readonly { key: string; title: Text }[];
  /** A page of what stands on other versions than the target. */
  weighPage: (
    context: TenantContext,
    line: Omit<LineOfMoves, 'target'> & { target: CampaignVersion },
    page: PageOfMoves,
  ) => Promise<{ weighed: Movable[]; next?: string | undefined }>;
  listStanding: (
    context: TenantContext,
    line: LineOfMoves,
    page: PageOfMoves,
  ) => Promise<{ moves: StandingMove[]; next?: string | undefined }>;
};

/** What one request of a dry run weighs at most. */
const itemsAPage = 500;

const nameOf = (version: CampaignVersion) => ({
  hash: version.hash,
  number: version.number,
  label: versionLabel(version),
});

/** The version in force of a campaign whose filings and entries the caller may move. */
export async function loadTarget(
  context: TenantContext,
  campaignId: string,
): Promise<CampaignVersion> {
  assertCan(context.actor, 'campaigns.publish', {});
  const row = await findCampaignRow(context.db, campaignId);
  if (row === undefined) throw campaignsErrors['campaigns.not_found']();
  return loadVersion(context.db, row.currentHash);
}

/** Which tasks or registers have something on earlier versions, and how much. */
export async function listVersionMoves(
  mover: Mover,
  { context, input }: { context: TenantContext; input: { campaign: string } },
): Promise<VersionMoves> {
  const target = await loadTarget(context, input.campaign);
  const [rows, moves] = await Promise.all([
    mover.countEarlier(context, target),
    mover.countMoves(context, target),
  ]);
  const moved = new Map(moves.map(({ key, items }) => [key, items]));
  const keys = new Set([...rows, ...moves].map(({ key }) => key));
  const lines = await Promise.all(
    [...keys].map(async (key) => {
      const mine = rows.filter((row) => row.key === key);
      const hashes = [...new Set(mine.map(({ versionHash }) => versionHash))];
      const versions = await Promise.all(hashes.map((hash) => loadVersion(context.db, hash)));
      const sum = (stage: MoveStage) =>
        mine.filter((row) => row.stage === stage).reduce((all, { items }) => all + items, 0);
      return {
        key,
        title: titleIn(mover, [target, ...versions], key),
        from: versions.toSorted((left, right) => left.publishedAt - right.publishedAt).map(nameOf),
        open: sum('open'),
        arrived: sum('arrived'),
        moved: moved.get(key) ?? 0,
      };
    }),
  );
  const places = new Map(mover.titlesIn(target.campaign).map(({ key }, index) => [key, index]));
  const placeOf = ({ key }: { key: string }) => places.get(key) ?? places.size;
  return {
    asOf: context.clock.now(),
    target: nameOf(target),
    lines: lines.toSorted((left, right) => placeOf(left) - placeOf(right)),
  };
}

/** A page of the dry run of one line: what moves, is lost or stays; nothing is changed. */
export async function planMove(
  mover: Mover,
  { context, input }: { context: TenantContext; input: MovePlanQuery },
): Promise<MovePlan> {
  const target = await loadTarget(context, input.campaign);
  const { key, after } = input;
  if ((input.target ?? target.hash) !== target.hash) {
    throw campaignsErrors['campaigns.version_superseded']();
  }
  const asOf = context.clock.now();
  const line = { campaignId: target.campaignId, key, target };
  const { weighed, next } = await mover.weighPage(context, line, { after, limit: itemsAPage });
  const isKnown = mover.titlesIn(target.campaign).some((each) => each.key === key);
  if (!isKnown && after === undefined && weighed.length === 0) {
    throw campaignsErrors['campaigns.not_found']();
  }
  const units = await findOrganizations(context.db, knownUnitsOf(weighed));
  return {
    asOf,
    key,
    target: nameOf(target),
    weighed: weighed.length,
    unchanged: weighed.filter(({ verdict }) => verdict.kind === 'same').length,
    groups: groupWeighed(
      weighed,
      units.map(({ id, name, order }) => ({ id, name, order })),
    ),
    ...(next === undefined ? {} : { next }),
  };
}

function titleIn(mover: Mover, versions: readonly CampaignVersion[], key: string): Text {
  for (const { campaign } of versions) {
    const found = mover.titlesIn(campaign).find((each) => each.key === key);
    if (found !== undefined) return found.title;
  }
  throw campaignsErrors['campaigns.not_found']();
}
