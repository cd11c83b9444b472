import type { CampaignPublished, CampaignVersion } from '#workers/modules/campaigns/index.ts';
import type { TenantJobContext } from '#workers/modules/tenants/index.ts';
import { commitOrThrow } from '#workers/platform/http/commit.ts';
import { keyOf } from '../obligations.domain.ts';
import type { Obligation } from '../obligations.domain.ts';
import { listNotArrived, listWithdrawn, updateSubmission } from '../submissions.repository.ts';
import type { Submission, SubmissionUpdate } from '../submissions.repository.ts';

/** Stands as the reason of 免报 where an amendment, and no person, took the task away. */
export const withdrawnReason = '工作方案已修订，本项任务取消，不再报送。';

const actor = { kind: 'system', id: 'submissions.open' } as const;
const rowsAChange = 200;

type Move = { filing: Submission; update: SubmissionUpdate };

/**
 * What an amendment does to the filings of tasks that it takes away: what has arrived stays as it
 * was filed; what is still open is exempt, with that reason, and nobody is reminded of it. A task
 * that a later amendment brings back is owed again, with what was filled in so far.
 */
export async function withdrawRemoved(request: {
  context: TenantJobContext;
  input: CampaignPublished;
  version: CampaignVersion;
  obligations: readonly Obligation[];
}): Promise<{ withdrawn: number; restored: number }> {
  const { context, input, version } = request;
  if (input.previousHash === null) return { withdrawn: 0, restored: 0 };
  const asked = new Set(version.campaign.tasks.map(({ key }) => key));
  const open = await listNotArrived(context.db, input.campaignId);
  const removed = open.filter(({ taskKey }) => !asked.has(taskKey));
  const update = { state: 'exempt', exemptionReason: withdrawnReason } as const;
  const withdrawn = removed.map((filing): Move => ({ filing, update }));
  const dormant = await listWithdrawn(context.db, input.campaignId, withdrawnReason);
  const owed = new Map(request.obligations.map((each) => [keyOf(each), each]));
  const restored = dormant.flatMap((filing) => {
    const obligation = owed.get(keyOf(filing));
    return obligation === undefined ? [] : [restoring(filing, obligation, input.hash)];
  });
  await commitMoves(context, input, withdrawn);
  await commitMoves(context, input, restored);
  return { withdrawn: withdrawn.length, restored: restored.length };
}

function restoring(filing: Submission, { dueOn, dueAt }: Obligation, hash: string): Move {
  const state = Object.keys(filing.answers).length > 0 ? 'draft' : 'due';
  const update = { state, exemptionReason: null, dueOn, dueAt, versionHash: hash } as const;
  return { filing, update };
}

async function commitMoves(
  context: TenantJobContext,
  { campaignId, hash }: CampaignPublished,
  moves: readonly Move[],
): Promise<void> {
  for (let start = 0; start < moves.length; start += rowsAChange) {
    const chunk = moves.slice(start, start + rowsAChange);
    const at = context.clock.now();
    const filings = chunk.map(({ filing, update }) => ({ id: filing.id, state: update.state }));
    await commitOrThrow(context.writer, {
      steps: chunk.map(({ filing, update }) =>
        updateSubmission(filing, { ...update, updatedAt: at }),
      ),
      audit: {
        action: 'task.update',
        actor,
        subjectKind: 'campaign',
        subjectId: campaignId,
        at,
        facts: { hash, filings },
      },
    });
  }
}
