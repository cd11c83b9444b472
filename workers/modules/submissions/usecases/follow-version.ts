import type { CampaignPublished, CampaignVersion } from '#workers/modules/campaigns/index.ts';
import { loadVersion } from '#workers/modules/campaigns/index.ts';
import type { TenantJobContext } from '#workers/modules/tenants/index.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import { commitOrThrow } from '#workers/platform/http/commit.ts';
import { findHandedOut } from '../parts.repository.ts';
import { listNotArrived, updateSubmission } from '../submissions.repository.ts';
import type { Submission } from '../submissions.repository.ts';
import { asksTheSame, askedIn } from '../version-moves.domain.ts';

const actor = { kind: 'system', id: 'submissions.open' } as const;
const rowsAChange = 200;

/** Those of the filings that read under the version in force as they did under their own. */
export async function readsTheSame(
  db: TenantDatabase,
  filings: readonly Submission[],
  { campaign }: Pick<CampaignVersion, 'campaign'>,
): Promise<Set<string>> {
  const verdicts = new Map<string, boolean>();
  const same = new Set<string>();
  for (const { id, versionHash, taskKey } of filings) {
    const key = `${versionHash} ${taskKey}`;
    const known = verdicts.get(key);
    const holds = known ?? (await sameIn(db, { versionHash, taskKey }, campaign));
    verdicts.set(key, holds);
    if (holds) same.add(id);
  }
  return same;
}

async function sameIn(
  db: TenantDatabase,
  { versionHash, taskKey }: Pick<Submission, 'versionHash' | 'taskKey'>,
  campaign: CampaignVersion['campaign'],
): Promise<boolean> {
  const before = askedIn((await loadVersion(db, versionHash)).campaign, taskKey);
  const after = askedIn(campaign, taskKey);
  return before !== undefined && after !== undefined && asksTheSame(before, after);
}

/**
 * Who has not begun fills in what the amendment asks: a filing that holds nothing takes the form,
 * the office and the materials of the version in force.
 */
export async function followVersion(request: {
  context: TenantJobContext;
  input: CampaignPublished;
  version: CampaignVersion;
}): Promise<number> {
  const { context, input, version } = request;
  if (input.previousHash === null) return 0;
  const open = await listNotArrived(context.db, input.campaignId);
  const earlier = open.filter((filing) => filing.versionHash !== input.hash && isUntouched(filing));
  const [same, handedOut] = await Promise.all([
    readsTheSame(context.db, earlier, version),
    findHandedOut(
      context.db,
      earlier.map(({ id }) => id),
    ),
  ]);
  const following = earlier.filter(
    ({ id, taskKey }) =>
      !same.has(id) && !handedOut.has(id) && askedIn(version.campaign, taskKey) !== undefined,
  );
  for (let start = 0; start < following.length; start += rowsAChange) {
    await commitFollowing(context, { input, version }, following.slice(start, start + rowsAChange));
  }
  return following.length;
}

function commitFollowing(
  context: TenantJobContext,
  { input, version }: { input: CampaignPublished; version: CampaignVersion },
  chunk: readonly Submission[],
) {
  const at = context.clock.now();
  const steps = chunk.map((filing) => {
    const officeKey = askedIn(version.campaign, filing.taskKey)?.task.to ?? filing.officeKey;
    return updateSubmission(filing, { versionHash: input.hash, officeKey, updatedAt: at });
  });
  return commitOrThrow(context.writer, {
    steps,
    audit: {
      action: 'submission.move-version',
      actor,
      subjectKind: 'campaign',
      subjectId: input.campaignId,
      at,
      facts: { hash: input.hash, filings: chunk.map(({ id }) => id) },
    },
  });
}

function isUntouched({ state, nil, answers, deliverables }: Submission): boolean {
  const isEmpty = Object.keys(answers).length === 0 && !nil;
  return state === 'due' && isEmpty && Object.values(deliverables).every((ids) => ids.length === 0);
}
