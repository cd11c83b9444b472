import type { OpenWork } from '#schema/contracts/organization-acts.ts';
import { loadVersion } from '#workers/modules/campaigns/index.ts';
import { endingReason } from '#workers/modules/organizations/index.ts';
import type { OpenWorkReader, UnitEnded } from '#workers/modules/organizations/index.ts';
import type { TenantJobContext } from '#workers/modules/tenants/index.ts';
import type { Step } from '#workers/platform/database/change.ts';
import { commitOrThrow } from '#workers/platform/http/commit.ts';
import { listOfOrganizations, updateSubmission } from '../submissions.repository.ts';
import type { Submission } from '../submissions.repository.ts';
import { taskOf } from '../summary.domain.ts';

/** What never arrived is owed by nobody any more; what arrived is reviewed to its end. */
const isExempted = ({ state, firstFiledAt }: Submission): boolean =>
  firstFiledAt === null && ['due', 'draft', 'signing', 'signed'].includes(state);
const isOpen = ({ state }: Submission): boolean => state !== 'accepted' && state !== 'exempt';

/** The filings that a unit has in hand, and what becomes of each when it ends. */
export const readOpenFilings: OpenWorkReader = async (context, { organizationId }) => {
  const filings = (await listOfOrganizations(context.db, [organizationId])).filter(isOpen);
  const hashes = [...new Set(filings.map(({ versionHash }) => versionHash))];
  const versions = new Map(
    await Promise.all(
      hashes.map(async (hash) => [hash, await loadVersion(context.db, hash)] as const),
    ),
  );
  return filings.map((filing): OpenWork => {
    const version = versions.get(filing.versionHash);
    const title = version && taskOf(version.campaign, filing.taskKey).title;
    return {
      kind: 'filing',
      id: filing.id,
      title: typeof title === 'object' ? title.zh : (title ?? filing.taskKey),
      organizationId,
      state: filing.state,
      dueOn: filing.dueOn,
      responsible: null,
      fate: isExempted(filing) ? 'exempted' : 'continues',
    };
  });
};

/** 免报: what a unit that has ended never filed, with the reason of its ending. */
export async function exemptOfEnded(request: {
  context: Pick<TenantJobContext, 'db' | 'writer' | 'clock'>;
  input: UnitEnded;
  mark: Step;
}): Promise<number> {
  const { context, input, mark } = request;
  const at = context.clock.now();
  const filings = await listOfOrganizations(context.db, [input.organizationId]);
  const owed = filings.filter(isExempted);
  const exemptionReason = endingReason(input);
  await commitOrThrow(context.writer, {
    steps: [
      ...owed.map((filing) =>
        updateSubmission(filing, { state: 'exempt', exemptionReason, updatedAt: at }),
      ),
      mark,
    ],
    audit: {
      action: 'submission.exempt',
      actor: { kind: 'system', id: 'submissions.exempt-of-ended' },
      subjectKind: 'organization',
      subjectId: input.organizationId,
      at,
      facts: { reason: exemptionReason, filings: owed.map(({ id }) => id) },
    },
  });
  return owed.length;
}
