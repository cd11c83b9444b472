import type { Permission } from '#schema/contracts/permission.ts';
import { can } from '#schema/contracts/permission.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { assertCan } from '#workers/platform/http/authorization.ts';
import { campaignsErrors } from '../campaigns.errors.ts';
import type { DraftRow } from '../drafts.repository.ts';
import { findDraft } from '../drafts.repository.ts';

/** A draft for who may do `action` in the commission; units below never see one. */
export async function loadDraft(
  context: Pick<TenantContext, 'actor' | 'db'>,
  id: string,
  action: Permission,
): Promise<DraftRow> {
  const draft = await findDraft(context.db, id);
  if (draft === undefined || !can(context.actor, 'campaigns.read', {})) {
    throw campaignsErrors['campaigns.draft_not_found']();
  }
  assertCan(context.actor, action, {});
  return draft;
}

/** Why a draft cannot be changed now; nothing while it is being drafted. */
export function lockOf(
  draft: Pick<DraftRow, 'state'>,
): 'campaigns.draft_in_approval' | 'campaigns.draft_closed' | undefined {
  switch (draft.state) {
    case 'drafting':
      return undefined;
    case 'signing':
    case 'signed':
      return 'campaigns.draft_in_approval';
    case 'published':
    case 'discarded':
      return 'campaigns.draft_closed';
  }
}

export function assertEditable(draft: Pick<DraftRow, 'state'>): void {
  const lock = lockOf(draft);
  if (lock !== undefined) throw campaignsErrors[lock]();
}
