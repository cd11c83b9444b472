import type { BulletinFigures, FrozenFigure } from '#schema/contracts/bulletins.ts';
import { readFigures } from '#workers/modules/figures/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { freeze } from '../figures.domain.ts';
import { loadBulletin } from './load-bulletin.ts';

type Asked = {
  campaign?: string | undefined;
  /** The day at whose end is counted; now unless told. */
  asOf?: string | undefined;
  keys?: readonly string[];
};

/** The figures of a campaign as they are kept in papers; what nobody knows of is left out. */
export async function readFrozen(
  context: TenantContext,
  { campaign, asOf, keys }: Asked,
): Promise<FrozenFigure[]> {
  if (campaign === undefined) return [];
  const { figures } = await readFigures({ context, input: { campaignId: campaign, asOf } });
  const wanted = keys === undefined ? undefined : new Set(keys);
  return figures
    .filter(({ key }) => wanted?.has(key) ?? true)
    .map((figure) => freeze(figure, campaign));
}

/** What may be inserted into a paper: every figure of its campaign, as of a day. */
export async function listFigures(request: {
  context: TenantContext;
  input: { id: string; asOf?: string | undefined };
}): Promise<BulletinFigures> {
  const { context, input } = request;
  const row = await loadBulletin(context, input.id, 'bulletins.draft');
  const asOf = input.asOf ?? row.asOf ?? undefined;
  const campaign = row.campaignId ?? undefined;
  const found = await readFrozen(context, { campaign, asOf });
  return {
    asOf: found[0]?.asOf ?? context.clock.now(),
    items: found.map((figure) => ({ group: groupOf(figure.ref.key), figure })),
  };
}

function groupOf(key: string): string {
  return key.split(/[:.]/u)[0] ?? '';
}
