import { writePack } from '#plugins/sdk/packs/write-pack.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { assertCan } from '#workers/platform/http/authorization.ts';
import { campaignsErrors } from '../campaigns.errors.ts';
import { findCampaignRow, loadVersion } from '../versions.repository.ts';

/** 导出方案文件: the version in force with who the commission is, as one text. */
export async function exportPack(request: {
  context: TenantContext;
  input: { id: string };
}): Promise<{ name: string; text: string }> {
  const { context, input } = request;
  const { tenant, db, actor } = context;
  assertCan(actor, 'campaigns.draft', {});
  const row = await findCampaignRow(db, input.id);
  if (row === undefined) throw campaignsErrors['campaigns.not_found']();
  const { campaign, number } = await loadVersion(db, row.currentHash);
  const { slug, level, divisionCode, names, order, branding, words, footer } = tenant;
  const region = { slug, level, divisionCode, names, order };
  const text = await writePack({ region, branding, words, footer, campaign });
  return { name: `${slug}-${campaign.key}-v${number}.json`, text };
}
