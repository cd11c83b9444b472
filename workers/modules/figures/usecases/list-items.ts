import * as v from 'valibot';
import { dayAt } from '#plugins/sdk/dates/days.ts';
import type { Day } from '#plugins/sdk/dates/days.ts';
import type { FigureItems } from '#schema/contracts/figures.ts';
import { loadVersion } from '#workers/modules/campaigns/index.ts';
import { definitionIn, titlesAsShown } from '#workers/modules/registers/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { pageRequestOf, toPage } from '#workers/platform/http/pagination.ts';
import { both } from '../catalogue.domain.ts';
import type { FigureSpec } from '../catalogue.domain.ts';
import { listCountedEntries } from '../entry-figures.repository.ts';
import { figuresErrors } from '../figures.errors.ts';
import { listCountedFilings, listOverdueUnits } from '../filing-figures.repository.ts';
import { isIn } from '../places.domain.ts';
import { listTalliedFilings } from '../tallied-filings.repository.ts';
import { linesOf, listedEntries, listedFilings } from '../totals.domain.ts';
import type { TallySource } from '../totals.domain.ts';
import { listBureaus } from '../units.repository.ts';
import type { PlaceFilter } from '../units.repository.ts';
import { areaOf, unitsAsked } from './count-tallies.ts';
import { findImported } from './find-imported.ts';
import { keyOf, pageOf } from './item-page.ts';
import type { Found, Listing } from './item-page.ts';
import { chooseSpecs, loadBasis } from './load-basis.ts';
import { totalsOf } from './read-figures.ts';
import { momentFields, toFigures } from './to-figures.ts';

export type ListItems = PlaceFilter & {
  campaignId: string;
  figure: string;
  asOf?: Day | undefined;
  /** Of a survey, units with too few answers alone. */
  only?: 'too-few' | undefined;
  cursor?: string | undefined;
  limit?: string | undefined;
};

const keySchema = v.tuple([v.number(), v.string(), v.string()]);

/** What a figure counted, one line each, in official unit order; of a share, what it is a share of. */
export async function listItems(request: {
  context: TenantContext;
  input: ListItems;
}): Promise<FigureItems> {
  const { context, input } = request;
  const basis = await loadBasis(context, input);
  const [spec] = chooseSpecs(basis, [input.figure]);
  const { limit, after } = pageRequestOf(input, keySchema);
  const place = { area: input.area, unit: input.unit };
  const { only } = input;
  const listing = { context, basis, place, only, page: { after, limit: limit + 1 } };
  if (spec === undefined) throw figuresErrors['figures.not_found']();
  const units = input.unit === undefined ? undefined : [input.unit];
  const [totals, found] = await Promise.all([
    totalsOf(context, basis, { specs: [spec], area: input.area, units }),
    findItems(listing, spec),
  ]);
  const [figure] = toFigures(basis, [spec], totals, place);
  if (figure === undefined) throw figuresErrors['figures.not_found']();
  const page = toPage(found, limit, ({ key }) => key);
  return {
    ...momentFields(basis.moment),
    figure,
    total: linesOf(spec.measure, totals, only),
    items: page.items.map(({ key: _key, ...item }) => item),
    ...(page.nextCursor === null ? {} : { next: page.nextCursor }),
  };
}

async function findItems(listing: Listing, { measure }: FigureSpec): Promise<Found[]> {
  if (measure.kind === 'declared') return [];
  if (measure.kind === 'imported') return findImported(listing, measure);
  if (measure.kind === 'tally') return findTallied(listing, measure.source);
  if (measure.kind === 'entries') {
    const count = listedEntries(measure.statistic);
    const lists = await Promise.all(
      measure.registers.map((register) => findEntries(listing, register, count)),
    );
    return lists.flat().toSorted(inOfficialOrder).slice(0, listing.page.limit);
  }
  if (measure.statistic === 'overdue-units') return findUnits(listing);
  return findFilings(listing, listedFilings(measure.statistic));
}

function inOfficialOrder({ key: left }: Found, { key: right }: Found): number {
  if (left[0] !== right[0]) return left[0] - right[0];
  return `${left[1]} ${left[2]}` < `${right[1]} ${right[2]}` ? -1 : 1;
}

async function findFilings(
  { context, basis, place, page }: Listing,
  statistic: Parameters<typeof listCountedFilings>[1]['statistic'],
): Promise<Found[]> {
  const { version, moment, filings } = basis;
  const filter = { campaignId: version.campaignId, moment, range: filings, statistic, place };
  return toFilings(context, await listCountedFilings(context.db, filter, page));
}

function toFilings(
  context: TenantContext,
  rows: Awaited<ReturnType<typeof listCountedFilings>>,
): Promise<Found[]> {
  return Promise.all(
    rows.map(async (row) => {
      const { campaign } = await loadVersion(context.db, row.versionHash);
      const title = campaign.tasks.find(({ key }) => key === row.taskKey)?.title ?? row.taskKey;
      return {
        id: row.id,
        kind: 'filing' as const,
        ...unitOf(row),
        title: both(title),
        ...(row.dueAt === null ? {} : { dueOn: dayAt(row.dueAt - 1) }),
        ...(row.firstFiledAt === null ? {} : { doneOn: dayAt(row.firstFiledAt - 1) }),
        overdue: row.firstFiledAt === null,
        key: keyOf(row),
      };
    }),
  );
}

/** The filings that an indicator looked at, or the units that a register is to cover. */
async function findTallied(listing: Listing, source: TallySource): Promise<Found[]> {
  const { context, basis, place, page } = listing;
  const { version, moment, filings } = basis;
  if (source.kind !== 'coverage') {
    const filter = { campaignId: version.campaignId, moment, range: filings, place, source };
    return toFilings(context, await listTalliedFilings(context.db, filter, page));
  }
  const [units, bureaus] = await Promise.all([
    unitsAsked(listing, source),
    listBureaus(context.db, moment),
  ]);
  const chosen = units.filter((unit) =>
    isIn(place, { ...unit, organizationId: unit.id, area: areaOf(unit) }, bureaus),
  );
  const found = chosen.map((unit) => ({
    id: unit.id,
    kind: 'unit' as const,
    organizationId: unit.id,
    organizationName: unit.name,
    title: { zh: unit.name, en: unit.name },
    overdue: false,
    key: keyOf({ order: unit.order, organizationId: unit.id, id: unit.id }),
  }));
  return pageOf(found, page);
}

async function findEntries(
  { context, basis, place, page }: Listing,
  register: string,
  count: Parameters<typeof listCountedEntries>[1]['count'],
): Promise<Found[]> {
  const seen = basis.registers.get(register);
  const definition = definitionIn(basis.version, register);
  if (seen === undefined || definition === undefined) return [];
  const filter = { register, moment: basis.moment, ...seen, count, place };
  const rows = await listCountedEntries(context.db, filter, page);
  const hashes = rows.map(({ entry }) => entry.versionHash);
  const titleOf = await titlesAsShown(context.db, definition, hashes);
  return rows.map((row) => ({
    id: row.entry.id,
    kind: 'entry' as const,
    ...unitOf(row),
    title: both(titleOf(row.entry)),
    number: row.entry.number,
    ...(row.dueOn === null ? {} : { dueOn: row.dueOn }),
    ...(row.doneOn === null ? {} : { doneOn: row.doneOn }),
    overdue: row.overdue > 0,
    key: keyOf({ ...row, id: row.entry.id }),
  }));
}

async function findUnits({ context, basis, place, page }: Listing): Promise<Found[]> {
  const { version, moment, filings } = basis;
  const filter = { campaignId: version.campaignId, moment, range: filings, place };
  const rows = await listOverdueUnits(context.db, filter);
  const found = rows.map((row) => ({
    id: row.organizationId,
    kind: 'unit' as const,
    ...unitOf(row),
    title: { zh: `逾期未报 ${row.filings} 件`, en: `${row.filings} overdue` },
    dueOn: dayAt(row.oldestDueAt - 1),
    overdue: true,
    key: keyOf({ ...row, id: row.organizationId }),
  }));
  return pageOf(found, page);
}

const unitOf = (row: { organizationId: string; organizationName: string }) => ({
  organizationId: row.organizationId,
  organizationName: row.organizationName,
});
