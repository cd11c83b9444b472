import type { CampaignPartKind } from '#schema/contracts/campaign/campaign.ts';

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** The name of a new part inside its draft: made here, never typed and never shown. */
export const makeKey = (kind: CampaignPartKind | 'office' | 'step' | 'item'): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(10));
  return `${kind}-${Array.from(bytes, (byte) => alphabet[byte % 32]).join('')}`;
};
