import type { Indicator } from '#schema/contracts/campaign/indicator.ts';
import type { ImportAbout } from '#schema/contracts/imports.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import type { TestSite } from '#workers/app/testing/test-site.fixtures.ts';
import {
  act,
  createImportingContext,
  sendSheet,
  takeAll,
} from '#workers/modules/organizations/imports.fixtures.ts';
import type { Sheet } from '#workers/modules/organizations/imports.fixtures.ts';
import { openImport } from '#workers/modules/organizations/index.ts';
import { filingCampaign, publishInto } from '#workers/modules/submissions/submissions.fixtures.ts';
import { figureImportRules } from './usecases/import-figures.ts';

export const importsBase = '/api/imported-figures/imports';

const imported = (key: string, part: Partial<Indicator> = {}): Indicator => ({
  key,
  title: { zh: '出院患者满意度', en: 'Satisfaction' },
  form: 'mean',
  definition: '口径',
  unit: { zh: '分', en: 'points' },
  measure: { kind: 'import', system: '满意度平台' },
  direction: 'higher',
  source: { proposed: true, reason: '测试' },
  ...part,
});

/** A score judged by its sample, a share, and a value that is a unit's own. */
export const importedIndicators: readonly Indicator[] = [
  imported('satisfaction'),
  imported('share', { form: 'ratio', unit: '%' }),
  imported('ddds', { form: 'value', unit: 'DDDs' }),
  imported('own', { measure: { kind: 'filings', statistic: 'on-time' } }),
];
export const importedCrosswalk = [
  { common: 'discharged-satisfaction', indicator: 'satisfaction', match: 'same' as const },
];

/** A campaign that takes its satisfaction from elsewhere. */
export function publishImported(site: TestSite) {
  const indicators = [...importedIndicators];
  const campaign = { ...filingCampaign(), key: 'imported', indicators };
  return publishInto(site, { ...campaign, crosswalk: importedCrosswalk });
}

export const headings = ['机构编码', '单位名称', '满意度得分', '有效样本量'] as const;

export type Importing = {
  readonly about: ImportAbout;
  readonly rows: readonly (readonly string[])[];
  readonly head?: readonly string[];
  readonly effectiveOn?: string;
};

/** Sends a file and has it checked. */
export async function checkFile(client: TestClient, given: Importing): Promise<string> {
  const { about, rows, head = headings, effectiveOn = '2026-06-30' } = given;
  const sheet: Sheet = [head, ...rows];
  const id = await sendSheet(client, sheet, {
    base: importsBase,
    about,
    effectiveOn,
    fileName: '满意度.xlsx',
  });
  const checked = await act(client, `${importsBase}/${id}/check`);
  if (checked.status !== 200) throw new Error(checked.text);
  return id;
}

/** Sends, checks and takes a file. */
export async function importFile(
  client: TestClient,
  given: Importing & { readonly choice?: 'all' | 'good' },
): Promise<string> {
  const id = await checkFile(client, given);
  const { choice = 'all' } = given;
  await takeAll(client, id, { base: importsBase, choice });
  return id;
}

/** An import that waits for its rows. */
export async function openFigureImport(site: TestSite, campaignId: string): Promise<string> {
  const job = await openImport({
    context: await createImportingContext(site, 'drafter'),
    rules: figureImportRules,
    input: {
      subject: 'figures',
      fileName: '满意度.xlsx',
      headings: [{ text: '单位名称', column: 'name' }],
      total: 1,
      about: { campaignId, indicator: 'satisfaction', period: '2026-H1' },
      requestKey: undefined,
    },
  });
  return job.id;
}
