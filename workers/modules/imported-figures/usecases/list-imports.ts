import * as v from 'valibot';
import { dayAt } from '#plugins/sdk/dates/days.ts';
import { isTooFew } from '#plugins/sdk/indicators/imported.ts';
import type {
  FigureImport,
  FigureImports,
  FigureSource,
  ImportedFigurePage,
} from '#schema/contracts/imported-figures.ts';
import { rangeOf } from '#schema/contracts/permission.ts';
import { findCampaignRow, loadVersion } from '#workers/modules/campaigns/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { assertHolds } from '#workers/platform/http/authorization.ts';
import { pageRequestOf, toPage } from '#workers/platform/http/pagination.ts';
import { newestPeriod, sourcesOf } from '../figure-sources.domain.ts';
import { importedFiguresErrors } from '../imported-figures.errors.ts';
import { findFigureImport, listFigureImports, listValues } from '../imported-figures.repository.ts';
import type { StoredFigureImport } from '../imported-figures.repository.ts';

type Context = Pick<TenantContext, 'db' | 'actor'>;

/** What may be imported under a campaign, and every import, the newest first. */
export async function listImports(request: {
  context: Context & Pick<TenantContext, 'clock'>;
  input: { readonly campaignId: string };
}): Promise<FigureImports> {
  const { context, input } = request;
  assertHolds(context.actor, 'submissions.read');
  const [sources, stored] = await Promise.all([
    loadSources(context, input.campaignId),
    listFigureImports(context.db, input.campaignId),
  ]);
  const standing = stored.filter(({ withdrawnAt }) => withdrawnAt === null);
  return {
    today: dayAt(context.clock.now()),
    sources: sources.map((source) => {
      const own = standing.filter(({ indicator }) => indicator === source.indicator);
      const newest = newestPeriod(own.map(({ period }) => period));
      return newest === undefined ? source : { ...source, newest };
    }),
    items: stored.map((row) => toImport(row, sources)),
  };
}

const keySchema = v.tuple([v.number(), v.string()]);

/** What one import says, in official unit order, of the units in the reader's range. */
export async function showImported(request: {
  context: Context;
  input: { id: string; cursor?: string | undefined; limit?: string | undefined };
}): Promise<ImportedFigurePage> {
  const { context, input } = request;
  const { db, actor } = context;
  assertHolds(actor, 'submissions.read');
  const stored = await findFigureImport(db, input.id);
  if (stored === undefined) throw importedFiguresErrors['imported-figures.not_found']();
  const sources = await loadSources(context, stored.campaignId);
  const { limit, after } = pageRequestOf(input, keySchema);
  const range = rangeOf(actor, 'submissions.read');
  const rows = await listValues(db, { id: stored.id, range, after, limit: limit + 1 });
  const page = toPage(rows, limit, ({ order, organizationId }) => [order, organizationId]);
  const own = sourceIn(sources, stored);
  return {
    import: toImport(stored, sources),
    items: page.items.map(({ organizationId, organizationName, value, numerator, sample }) => ({
      ...(organizationId === '' ? {} : { organizationId }),
      organizationName: organizationName ?? '',
      value,
      numerator,
      sample,
      tooFew: isTooFew(own.least, { value, numerator, sample }),
    })),
    nextCursor: page.nextCursor,
  };
}

async function loadSources({ db }: Context, campaignId: string): Promise<FigureSource[]> {
  const row = await findCampaignRow(db, campaignId);
  if (row === undefined) throw importedFiguresErrors['imported-figures.not_found']();
  const { campaign } = await loadVersion(db, row.currentHash);
  return sourcesOf(campaign);
}

/** An amendment may have dropped the indicator: its imports stay, under its key. */
function sourceIn(
  sources: readonly FigureSource[],
  { indicator }: StoredFigureImport,
): Pick<FigureSource, 'title' | 'unit' | 'form' | 'least'> {
  const title = { zh: indicator, en: indicator };
  const dropped = { title, unit: { zh: '', en: '' }, form: 'value' as const, least: 0 };
  return sources.find((each) => each.indicator === indicator) ?? dropped;
}

export function toImport(
  stored: StoredFigureImport,
  sources: readonly FigureSource[],
): FigureImport {
  const { id, campaignId, indicator, period, level, system, dataOn, fileName, lines } = stored;
  const { openedByPost, knownAt, withdrawnAt, withdrawnByPost, withdrawnReason } = stored;
  const { title, unit, form } = sourceIn(sources, stored);
  const what = { indicator, title, unit, form, period, level, system, dataOn };
  const withdrawn =
    withdrawnAt === null
      ? {}
      : {
          withdrawn: {
            at: withdrawnAt,
            byPost: withdrawnByPost ?? '',
            reason: withdrawnReason ?? '',
          },
        };
  return { id, campaignId, ...what, fileName, lines, openedByPost, knownAt, ...withdrawn };
}
