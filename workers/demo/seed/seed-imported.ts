import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { Indicator } from '#schema/contracts/campaign/indicator.ts';
import { IMPORT_CHUNK } from '#schema/contracts/imports.ts';
import { columnOfHeading } from '#schema/contracts/unit-words.ts';
import { listCampaignRows } from '#workers/modules/campaigns/index.ts';
import { figureImportRules as rules } from '#workers/modules/imported-figures/index.ts';
import {
  addImportRows,
  advanceImport,
  checkImport,
  openImport,
  showImport,
  takeImport,
} from '#workers/modules/organizations/index.ts';
import { createSecretBox } from '#workers/platform/crypto/secret-box.driver.ts';
import { exportedSheet } from '../world/imported-rows.ts';
import type { ExportedSheet } from '../world/imported-rows.ts';
import { actAs } from './act-as.ts';
import { morningOf } from './demo-tenant.ts';
import type { DemoTenant } from './demo-tenant.ts';
import { loadDemoCampaigns } from './seed-campaigns.ts';

type Context = Parameters<typeof openImport>[0]['context'];

/** What systems elsewhere say of the first half-year, brought in by the import as the office does it. */
export async function seedImported(tenant: DemoTenant): Promise<{ imports: number }> {
  const { world } = tenant;
  const instant = morningOf(world, '07-06');
  const { running } = await loadDemoCampaigns(tenant);
  const rows = await listCampaignRows(tenant.db);
  const campaignId = rows.find(({ year }) => year === world.year)?.id;
  if (campaignId === undefined || instant > world.now) return { imports: 0 };
  const acting = await actAs(tenant, 'drafter', instant);
  const context = { ...acting, box: createSecretBox(tenant.readKey) };
  const indicators = importedIndicators(running);
  for (const indicator of indicators) {
    await bringIn(context, { campaignId, indicator, sheet: exportedSheet(world, indicator) });
  }
  return { imports: indicators.length };
}

const importedIndicators = ({ indicators }: Campaign): (Indicator & { system: string })[] =>
  indicators.flatMap((indicator) =>
    indicator.measure.kind === 'import' ? [{ ...indicator, system: indicator.measure.system }] : [],
  );

/** A stage that broke off is taken up where the import stands. */
async function bringIn(
  context: Context,
  given: {
    campaignId: string;
    indicator: Indicator & { system: string };
    sheet: ExportedSheet;
  },
): Promise<void> {
  const { id } = await open(context, given);
  const [, ...lines] = given.sheet;
  let { state } = await showImport({ context, rules, input: { id } });
  if (state === 'receiving') {
    for (let start = 0; start < lines.length; start += IMPORT_CHUNK) {
      const rows = lines
        .slice(start, start + IMPORT_CHUNK)
        .map((cells, index) => ({ row: start + index + 2, cells: [...cells] }));
      await addImportRows({ context, rules, input: { id, rows } });
    }
    ({ state } = await checkImport({ context, rules, input: { id } }));
  }
  if (state === 'checked') {
    ({ state } = await takeImport({ context, rules, input: { id, choice: 'good' } }));
  }
  while (state === 'taking') {
    ({ state } = await advanceImport({ context, rules, input: { id } }));
  }
}

function open(context: Context, { campaignId, indicator, sheet }: Parameters<typeof bringIn>[1]) {
  const [headings, ...lines] = sheet;
  const year = new Date(context.clock.now()).getUTCFullYear();
  const key = `demo-imported-${indicator.key}`;
  return openImport({
    context,
    rules,
    input: {
      subject: 'figures',
      fileName: `${indicator.system}${year}年上半年.xlsx`,
      headings: headings.map((text) => ({ text, column: columnOfHeading('figures', text) })),
      total: lines.length,
      effectiveOn: `${year}-06-30`,
      about: { campaignId, indicator: indicator.key, period: `${year}-H1` },
      requestKey: { key, requestHash: key },
    },
  });
}
