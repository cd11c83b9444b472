import type { RouteSample, RouteSamples } from '#workers/app/testing/route-samples.fixtures.ts';
import type { TestSite } from '#workers/app/testing/test-site.fixtures.ts';
import { commitOrThrow } from '#workers/platform/http/commit.ts';
import { openFigureImport, publishImported } from './imported-figures.fixtures.ts';
import { insertFigureImport } from './imported-figures.repository.ts';

const published = new Map<string, Promise<{ campaignId: string }>>();

async function campaignOf(site: TestSite): Promise<string> {
  const { namespace } = site.database;
  const open = published.get(namespace) ?? publishImported(site);
  published.set(namespace, open);
  return (await open).campaignId;
}

const jobOf =
  (json?: object): RouteSample =>
  async ({ site }) => ({
    params: { id: await openFigureImport(site, await campaignOf(site)) },
    ...(json ? { json } : {}),
  });

/** One that was taken, without its lines. */
const takenOf =
  (json?: object): RouteSample =>
  async ({ site }) => {
    const { ids, clock, writer } = site.database;
    const id = ids.next('imp');
    const row = {
      id,
      campaignId: await campaignOf(site),
      indicator: 'satisfaction',
      period: '2026-H1' as const,
      level: 'unit' as const,
      system: '满意度平台',
      dataOn: '2026-06-30',
      fileName: '满意度.xlsx',
      lines: 0,
      openedBy: site.people['drafter'] ?? '',
      openedByPost: '行风办拟稿岗',
      knownAt: clock.now(),
      withdrawnAt: null,
      withdrawnByPost: null,
      withdrawnReason: null,
    };
    await commitOrThrow(writer, {
      steps: [insertFigureImport(row)],
      audit: {
        action: 'import.finish',
        actor: { kind: 'system', id: 'test' },
        subjectKind: 'import',
        subjectId: id,
        at: clock.now(),
        facts: {},
      },
    });
    return { params: { id }, ...(json ? { json } : {}) };
  };

export const importedFiguresSamples: RouteSamples = {
  'GET /api/imported-figures': async ({ site }) => ({
    query: { campaign: await campaignOf(site) },
  }),
  'GET /api/imported-figures/:id': takenOf(),
  'POST /api/imported-figures/:id/withdraw': takenOf({ reason: '期间选错' }),
  'GET /api/imported-figures/imports': () => ({}),
  'POST /api/imported-figures/imports': async ({ site }) => ({
    json: {
      subject: 'figures',
      fileName: '满意度.xlsx',
      headings: [{ text: '单位名称', column: 'name' }],
      total: 1,
      about: {
        campaignId: await campaignOf(site),
        indicator: 'satisfaction',
        period: '2026-H1',
      },
    },
  }),
  'POST /api/imported-figures/imports/:id/rows': jobOf({ rows: [{ row: 2, cells: ['甲医院'] }] }),
  'GET /api/imported-figures/imports/:id': jobOf(),
  'GET /api/imported-figures/imports/:id/rows': jobOf(),
  'POST /api/imported-figures/imports/:id/check': jobOf(),
  'POST /api/imported-figures/imports/:id/take': jobOf({ choice: 'good' }),
  'POST /api/imported-figures/imports/:id/advance': jobOf(),
  'POST /api/imported-figures/imports/:id/drop': jobOf(),
};
