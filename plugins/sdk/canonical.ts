import canonicalize from 'canonicalize';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';

/** The algorithm a campaign is named by. */
export const campaignHashAlgorithm = 'SHA-256';

/** RFC 8785: one text for one meaning, whatever the order of keys. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('this value has no JSON');
  return text;
}

/** Lower-case hex of the hash of a value's canonical JSON. */
export async function hashCanonical(value: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(canonicalJson(value));
  const digest = await crypto.subtle.digest(campaignHashAlgorithm, bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The content hash under which a published campaign is stored and cited. */
export function hashCampaign(campaign: Campaign): Promise<string> {
  return hashCanonical(campaign);
}
