import { writePack, type PackContent } from '#plugins/sdk/packs/write-pack.ts';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import { listCampaignRows, loadVersion } from '#workers/modules/campaigns/index.ts';
import { listPlugins, tenantSourceOf } from '#workers/modules/plugin-host/index.ts';
import { readStoredTenant } from '#workers/modules/tenants/index.ts';
import type { TenantSource } from '#workers/modules/tenants/index.ts';
import type { Databases } from '../supervisor/databases.ts';
import { CommandError } from '../terminal.ts';

function contentOf(slug: string, source: TenantSource, campaign: Campaign): PackContent {
  const { level, divisionCode, names, order, branding, words, footer } = source;
  const region = { slug, level, divisionCode, names, order };
  return { region, branding, words, footer, campaign };
}

/** An edition that the program ships, as it is; no database is asked. */
export async function exportEdition(slug: string, year: number): Promise<string> {
  const plugin = listPlugins().find(({ id }) => id === slug);
  const edition = plugin?.editions.find((each) => each.year === year);
  if (plugin === undefined || edition === undefined) {
    const known = listPlugins().flatMap(({ id, editions }) =>
      editions.map((each) => `${id} ${each.year}`),
    );
    throw new CommandError({
      zh: `没有这个方案模板：${slug} ${year}（有：${known.join('、')}）`,
      en: `no such edition: ${slug} ${year} (there are: ${known.join(', ')})`,
    });
  }
  const { campaign } = await edition.load();
  return writePack(contentOf(slug, tenantSourceOf(plugin), campaign));
}

/** The newest running campaign of a region, in the version in force. */
export async function exportRunning(databases: Databases, slug: string): Promise<string> {
  const db = databases.open(slug);
  const stored = databases.namespaces().includes(slug) ? await readStoredTenant(db) : undefined;
  if (stored === undefined) {
    throw new CommandError({ zh: `没有这个地区：${slug}`, en: `no such region: ${slug}` });
  }
  const running = (await listCampaignRows(db)).find(({ state }) => state === 'running');
  if (running === undefined) {
    throw new CommandError({
      zh: `${slug} 还没有实施中的方案；要导出方案模板请写明年度`,
      en: `${slug} runs no campaign; name a year to export an edition`,
    });
  }
  const { campaign } = await loadVersion(db, running.currentHash);
  return writePack(contentOf(slug, stored.profile, campaign));
}
