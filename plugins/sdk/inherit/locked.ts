import type { Campaign, CampaignPartKind } from '#schema/contracts/campaign/campaign.ts';
import { canonicalJson } from '../canonical.ts';
import { splitCampaign, type CampaignPart } from '../parts.ts';

/** What a lower authority may say for itself about an item from above. */
const own: Partial<Record<CampaignPartKind, readonly string[]>> = {
  task: ['due', 'recurs', 'to'],
  phase: ['from', 'to'],
};

function lockedText(kind: CampaignPartKind, body: object): string {
  const free = own[kind] ?? [];
  return canonicalJson(
    Object.fromEntries(Object.entries(body).filter(([name]) => !free.includes(name))),
  );
}

/** The items a campaign hands down: everything but its head. */
export function itemsOf(campaign: Campaign): Exclude<CampaignPart, { kind: 'head' }>[] {
  return splitCampaign(campaign).flatMap((part) => (part.kind === 'head' ? [] : [part]));
}

export type LockedChange = 'removed' | 'changed';

/**
 * Whether a part may stand as it is under the campaign it carries out. An item from above stays, in
 * the same words; only its day may be an earlier one and its receiver the own office.
 */
export function lockedChange(
  upper: Campaign,
  { kind, key, body }: { kind: CampaignPartKind; key: string; body: object | undefined },
): LockedChange | undefined {
  const item = itemsOf(upper).find((part) => part.kind === kind && part.key === key);
  if (item === undefined) return undefined;
  if (body === undefined) return 'removed';
  return lockedText(kind, item.body) === lockedText(kind, body) ? undefined : 'changed';
}
