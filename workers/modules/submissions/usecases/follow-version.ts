import type { CampaignPublished, CampaignVersion } from '#workers/modules/campaigns/index.ts';
import { loadVersion } from '#workers/modules/campaigns/index.ts';
import type { TenantJobContext } from '#workers/modules/tenants/index.ts';
import type { TenantDatabase } from '#workers/platform/database/database.driver.ts';
import { commitOrThrow } from '#workers/platform/http/commit.ts';
import { findHandedOut } from '../parts.repository.ts';
import { updateSubmission } from '../submissions.repository.ts';
import type { Submission } from '../submissions.repository.ts';
import { asksTheSame, askedIn } from '../version-moves.domain.ts';
import { listNotBegun } from '../version-moves.repository.ts';

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
  const { campaignId, hash: target } = input;
  let followed = 0;
  let after: Submission | undefined;
  do {
    // A page at a time: what a whole year has not begun is more than a handler should hold.
    const page = await listNotBegun(context.db, { campaignId, target, after, limit: rowsAChange });
    const following = await findFollowing(context, version, page);
    if (following.length > 0) await commitFollowing(context, { input, version }, following);
    followed += following.length;
    after = page.length === rowsAChange ? page.at(-1) : undefined;
  } while (after !== undefined);
  return followed;
}

async function findFollowing(
  context: TenantJobContext,
  version: CampaignVersion,
  page: readonly Submission[],
): Promise<Submission[]> {
  const earlier = page.filter(isUntouched);
  const [same, handedOut] = await Promise.all([
    readsTheSame(context.db, earlier, version),
    findHandedOut(
      context.db,
      earlier.map(({ id }) => id),
    ),
  ]);
  return earlier.filter(
    ({ id, taskKey }) =>
      !same.has(id) && !handedOut.has(id) && askedIn(version.campaign, taskKey) !== undefined,
  );
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
