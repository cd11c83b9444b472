import type { DraftSummary } from '#schema/contracts/campaigns.ts';
import { currentStep, findApproval } from '#workers/modules/approvals/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { assertCan } from '#workers/platform/http/authorization.ts';
import { listDrafts as listDraftRows } from '../drafts.repository.ts';
import type { DraftRow } from '../drafts.repository.ts';
import { entriesOf } from './show-draft.ts';

const MOST = 100;

/** The drafts of the commission, the newest work first, each with whose turn it is. */
export async function listDrafts(request: {
  context: TenantContext;
}): Promise<{ items: DraftSummary[] }> {
  const { context } = request;
  assertCan(context.actor, 'campaigns.read', {});
  const rows = await listDraftRows(context.db, MOST);
  return { items: await Promise.all(rows.map((row) => summarize(context, row))) };
}

async function summarize(context: TenantContext, draft: DraftRow): Promise<DraftSummary> {
  const signing = draft.state === 'signing' && draft.approvalId !== null;
  const approval = signing ? await findApproval(context.db, draft.approvalId ?? '') : undefined;
  const step = approval && currentStep(approval);
  if (step === undefined) return entriesOf(draft);
  const { key, title, role } = step;
  return { ...entriesOf(draft), waitsFor: { key, title, role } };
}
