import { assembleCampaign } from '#plugins/sdk/parts.ts';
import type { CampaignPart } from '#plugins/sdk/parts.ts';
import type { Campaign, CampaignPartKind } from '#schema/contracts/campaign/campaign.ts';
import type { ReviewPoint } from '#schema/contracts/campaigns.ts';

export type StoredPart = Pick<CampaignPart, 'kind' | 'key' | 'position'> & { body: unknown };

/** Every body was checked by the schema of its kind before it was stored. */
export function toCampaign(parts: readonly StoredPart[]): Campaign {
  return assembleCampaign(parts as readonly CampaignPart[]);
}

/**
 * The name of a part does not change under it. The head keeps the campaign's key too where it
 * amends one, and then the year.
 */
export function changesIdentity(
  kind: CampaignPartKind,
  key: string,
  identity: { before: unknown; after: unknown; isAmendment: boolean },
): boolean {
  const after = identity.after as { key?: string; year?: number };
  if (kind !== 'head') return after.key !== key;
  const before = identity.before as { key?: string; year?: number };
  return identity.isAmendment && (after.key !== before.key || after.year !== before.year);
}

const listNames: Readonly<Record<string, CampaignPartKind>> = { phases: 'phase', tasks: 'task' };

/** Points whose part nobody has saved yet: who saved it has looked at it. */
export function openPoints(
  points: readonly ReviewPoint[],
  parts: readonly { kind: CampaignPartKind; key: string; version: number }[],
): ReviewPoint[] {
  const untouched = new Set(
    parts.filter(({ version }) => version === 1).map(({ kind, key }) => `${kind}/${key}`),
  );
  return points.filter(({ path }) => {
    const [list = '', key = ''] = path.split('/');
    return untouched.has(`${listNames[list] ?? list}/${key}`);
  });
}

/** The same work in whichever year: the key without it. */
export function workOf({ key, year }: { key: string; year: number }): string {
  return key.replace(String(year), '').replace(/-+$/, '');
}
