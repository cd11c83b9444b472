import type { DraftMoved, IssueRegistration } from '#schema/contracts/campaigns.ts';
import { assertOwnScan, citeEvidence } from '#workers/modules/evidence/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import { campaignsErrors } from '../campaigns.errors.ts';
import { commitMove, movedOf, refuseOrReplay } from './commit-draft.ts';
import { loadDraft } from './load-draft.ts';

/** 签发登记: what the office wrote on the signed paper, typed from it. */
export async function registerIssue(request: {
  context: TenantContext;
  input: { id: string; issue: IssueRegistration; requestKey?: RequestKey | undefined };
}): Promise<DraftMoved> {
  const { context, input } = request;
  const { issue, requestKey } = input;
  const draft = await loadDraft(context, input.id, 'campaigns.draft');
  const action = 'campaign.revise';
  if (draft.state !== 'signed') {
    const code = draft.state === 'published' ? 'campaigns.draft_closed' : 'campaigns.not_signed';
    return refuseOrReplay(context, { draft, code, action, requestKey, model: movedOf(draft) });
  }
  if (issue.printedOn < issue.signedOn) throw campaignsErrors['campaigns.dates_reversed']();
  if (issue.scanEvidenceId !== undefined) {
    await assertOwnScan(context, issue.scanEvidenceId, null);
  }
  const place = { subjectKind: 'campaign-draft', subjectId: draft.id, slot: 'issue' };
  const scans = issue.scanEvidenceId === undefined ? [] : [issue.scanEvidenceId];
  return commitMove(context, {
    draft,
    update: { issue },
    action,
    facts: { issue },
    steps: citeEvidence(place, scans, context.clock.now()),
    requestKey,
  });
}
