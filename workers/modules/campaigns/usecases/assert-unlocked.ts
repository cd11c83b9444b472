import { lockedChange } from '#plugins/sdk/inherit/locked.ts';
import { headKey } from '#plugins/sdk/parts.ts';
import type { Campaign, CampaignPartKind } from '#schema/contracts/campaign/campaign.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { campaignsErrors } from '../campaigns.errors.ts';
import { findPart } from '../draft-parts.repository.ts';
import { findUpperCampaign } from '../upper-campaigns.repository.ts';

type Wanted = { draftId: string; kind: CampaignPartKind; key: string; body: object | undefined };

/**
 * Refuses to change or remove an item that a draft has from a higher authority, and to let go of
 * where it came from. The day and the receiver of such an item are the lower authority’s own.
 */
export async function assertUnlocked(
  context: Pick<TenantContext, 'db'>,
  { draftId, kind, key, body }: Wanted,
): Promise<void> {
  const head = await findPart(context.db, { draftId, kind: 'head', key: headKey });
  const inherits = inheritanceOf(head?.body);
  if (kind === 'head') {
    if (inherits?.hash !== inheritanceOf(body)?.hash) throw locked('来源');
    return;
  }
  const upper = await findUpperCampaign(context.db, inherits?.hash);
  if (upper === undefined || lockedChange(upper, { kind, key, body }) === undefined) return;
  throw locked(upper.document.issuer);
}

const locked = (from: string) => campaignsErrors['campaigns.inherited_item']({ values: { from } });

/** A head was checked by its contract before it was stored or came here. */
function inheritanceOf(head: unknown): Campaign['inherits'] {
  return (head as Pick<Campaign, 'inherits'> | undefined)?.inherits;
}
