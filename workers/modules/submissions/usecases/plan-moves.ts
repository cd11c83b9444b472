import type { MovePlan, VersionMoves } from '#schema/contracts/version-moves.ts';
import { findCampaignRow, loadVersion, versionLabel } from '#workers/modules/campaigns/index.ts';
import type { CampaignVersion } from '#workers/modules/campaigns/index.ts';
import { readOrganizationBook } from '#workers/modules/organizations/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { assertCan } from '#workers/platform/http/authorization.ts';
import { submissionsErrors } from '../submissions.errors.ts';
import { askedIn, groupFates, stageOf } from '../version-moves.domain.ts';
import type { Judged } from '../version-moves.domain.ts';
import { countEarlier, countMoves, listEarlier } from '../version-moves.repository.ts';
import type { EarlierKey } from '../version-moves.repository.ts';
import { judgeMoves } from './judge-moves.ts';

const pageSize = 500;

const nameOf = (version: CampaignVersion) => ({
  hash: version.hash,
  number: version.number,
  label: versionLabel(version),
});

/** The version in force of a campaign that the caller may move filings of. */
export async function loadTarget(
  context: TenantContext,
  campaignId: string,
): Promise<CampaignVersion> {
  assertCan(context.actor, 'campaigns.publish', {});
  const row = await findCampaignRow(context.db, campaignId);
  if (row === undefined) throw submissionsErrors['submissions.not_found']();
  return loadVersion(context.db, row.currentHash);
}

/** Which tasks have filings on earlier versions, and how many. */
export async function listVersionMoves(request: {
  context: TenantContext;
  input: { campaign: string };
}): Promise<VersionMoves> {
  const { context, input } = request;
  const target = await loadTarget(context, input.campaign);
  const of = { campaignId: target.campaignId, target: target.hash };
  const [rows, moves] = await Promise.all([
    countEarlier(context.db, of),
    countMoves(context.db, of),
  ]);
  const moved = new Map(moves.map(({ taskKey, filings }) => [taskKey, filings]));
  const keys = new Set([...rows, ...moves].map(({ taskKey }) => taskKey));
  const tasks = await Promise.all(
    [...keys].map(async (task) => {
      const mine = rows.filter(({ taskKey }) => taskKey === task);
      const hashes = [...new Set(mine.map(({ versionHash }) => versionHash))];
      const versions = await Promise.all(hashes.map((hash) => loadVersion(context.db, hash)));
      const sum = (stage: 'open' | 'arrived') =>
        mine
          .filter(({ state }) => stageOf(state) === stage)
          .reduce((all, { filings }) => all + filings, 0);
      return {
        task,
        title: titleIn([target, ...versions], task),
        from: versions.toSorted((left, right) => left.number - right.number).map(nameOf),
        open: sum('open'),
        arrived: sum('arrived'),
        moved: moved.get(task) ?? 0,
      };
    }),
  );
  const place = new Map(target.campaign.tasks.map(({ key }, index) => [key, index]));
  const last = place.size;
  return {
    asOf: context.clock.now(),
    target: nameOf(target),
    tasks: tasks.toSorted(
      (left, right) => (place.get(left.task) ?? last) - (place.get(right.task) ?? last),
    ),
  };
}

/** The dry run of one task: what moves, what would be lost, what stays; nothing is changed. */
export async function planMove(request: {
  context: TenantContext;
  input: { campaign: string; task: string };
}): Promise<MovePlan> {
  const { context, input } = request;
  const target = await loadTarget(context, input.campaign);
  const of = { campaignId: target.campaignId, target: target.hash, taskKey: input.task };
  const after = askedIn(target.campaign, input.task);
  const judged: Judged[] = [];
  const seen = new Set<string>();
  let cursor: EarlierKey | undefined;
  do {
    const page = await listEarlier(context.db, { ...of, after: cursor, limit: pageSize });
    for (const { stage, fate, organizationId, filing } of await judgeMoves(
      context.db,
      page,
      after,
    )) {
      // Only the verdict is kept: a task of a whole year has many filings.
      judged.push({ stage, organizationId, fate: { ...fate, content: nothing } });
      seen.add(filing.versionHash);
    }
    const last = page.at(-1);
    cursor = last && page.length === pageSize ? [last.occurrence, last.organizationId] : undefined;
  } while (cursor !== undefined);
  const versions = await Promise.all([...seen].map((hash) => loadVersion(context.db, hash)));
  const { units } = await readOrganizationBook(context.db);
  return {
    asOf: context.clock.now(),
    task: input.task,
    title: titleIn([target, ...versions], input.task),
    target: nameOf(target),
    unchanged: judged.filter(({ fate }) => fate.kind === 'same').length,
    groups: groupFates(judged, units),
  };
}

const nothing = { nil: false, answers: {}, deliverables: {} };

function titleIn(versions: readonly CampaignVersion[], key: string) {
  for (const { campaign } of versions) {
    const task = campaign.tasks.find((each) => each.key === key);
    if (task !== undefined) return task.title;
  }
  throw submissionsErrors['submissions.not_found']();
}
