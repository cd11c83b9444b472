import type { DraftMoved } from '#schema/contracts/campaigns.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import { commitMove, movedOf, refuseOrReplay } from './commit-draft.ts';
import { loadDraft, lockOf } from './load-draft.ts';

/** Gives a draft up. It stays in the records; a signed one is withdrawn first. */
export async function discardDraft(request: {
  context: TenantContext;
  input: { id: string; requestKey?: RequestKey | undefined };
}): Promise<DraftMoved> {
  const { context, input } = request;
  const draft = await loadDraft(context, input.id, 'campaigns.draft');
  const { requestKey } = input;
  const action = 'campaign.revise';
  const code = lockOf(draft);
  if (code !== undefined) {
    return refuseOrReplay(context, { draft, code, action, requestKey, model: movedOf(draft) });
  }
  const facts = { discarded: draft.title };
  return commitMove(context, { draft, update: { state: 'discarded' }, action, facts, requestKey });
}
