import { selectAudience } from '#plugins/sdk/audience/select.ts';
import type { Day } from '#plugins/sdk/dates/days.ts';
import type { Audience } from '#schema/contracts/campaign/audience.ts';
import type { FigureTable, Grouping } from '#schema/contracts/figures.ts';
import type { Organization } from '#schema/contracts/organizations.ts';
import { toUnitFacts } from '#workers/modules/campaigns/index.ts';
import { readBookOf } from '#workers/modules/organizations/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import type { FigureSpec } from '../catalogue.domain.ts';
import { groupByArea, groupByKind, groupByUnit, sumOf } from '../places.domain.ts';
import type { CountedUnit, PlaceRow } from '../places.domain.ts';
import { countUnits } from './count-places.ts';
import { chooseSpecs, loadBasis } from './load-basis.ts';
import type { Basis } from './load-basis.ts';
import { placeRows } from './place-rows.ts';
import { momentFields, toRow, toValues } from './to-figures.ts';

export type ShowTable = {
  campaignId: string;
  keys: readonly string[];
  asOf?: Day | undefined;
  by: Grouping;
  /** Whom to count: a class of units, or units by their names; everybody unless told. */
  audience?: Audience | undefined;
  names?: readonly string[] | undefined;
};

type Chosen = { readonly units: readonly Organization[]; readonly unknown: readonly string[] };

/** 上级临时要数: chosen figures of chosen units, with a sums row. */
export async function showTable(request: {
  context: TenantContext;
  input: ShowTable;
}): Promise<FigureTable> {
  const { context, input } = request;
  const basis = await loadBasis(context, input);
  const specs = chooseSpecs(basis, input.keys);
  const book = await readBookOf(context.db, basis.moment.day);
  const chosen = chooseUnits(book, basis, input);
  const isEverybody = input.audience === undefined && input.names === undefined;
  const { by, rows } =
    isEverybody && input.by !== 'unit'
      ? await placeRows({ context, basis, specs })
      : await rowsOfUnits({ context, basis, specs, by: input.by }, chosen.units, book.units);
  const total = sumOf(rows);
  return {
    ...momentFields(basis.moment),
    columns: specs.map(({ definition }) => definition),
    by: input.by === 'whole' ? 'whole' : by,
    rows: input.by === 'whole' ? [] : rows.map((row) => toRow(specs, row)),
    total: toValues(specs, total),
    units: chosen.units.length,
    unknown: [...chosen.unknown],
  };
}

type Book = Awaited<ReturnType<typeof readBookOf>>;

function chooseUnits(book: Book, { moment }: Basis, { audience, names }: ShowTable): Chosen {
  if (names !== undefined) return chooseByName(book.units, names);
  if (audience === undefined) return { units: book.units, unknown: [] };
  const selected = selectAudience(audience, toUnitFacts(book), moment.today);
  const ids = new Set(selected.map(({ id }) => id));
  return { units: book.units.filter(({ id }) => ids.has(id)), unknown: [] };
}

function chooseByName(units: readonly Organization[], names: readonly string[]): Chosen {
  const named = (unit: Organization, name: string) => unit.name === name || unit.shortName === name;
  return {
    units: units.filter((unit) => names.some((name) => named(unit, name))),
    unknown: names.filter((name) => !units.some((unit) => named(unit, name))),
  };
}

type Grouped = { by: FigureTable['by']; rows: PlaceRow[] };

async function rowsOfUnits(
  asked: { context: TenantContext; basis: Basis; specs: readonly FigureSpec[]; by: Grouping },
  units: readonly Organization[],
  everybody: readonly Organization[],
): Promise<Grouped> {
  const counted = await countUnits(asked);
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const own: CountedUnit[] = counted.filter(({ organizationId }) => byId.has(organizationId));
  if (asked.by === 'unit') {
    const seen = new Set(own.map(({ organizationId }) => organizationId));
    const everything = asked.basis.isWhole;
    const shown = units.filter(({ id }) => everything || seen.has(id));
    return { by: 'unit', rows: groupByUnit(own, shown) };
  }
  const bureaus = everybody.filter(({ kind }) => kind === 'bureau');
  if (bureaus.length > 0) return { by: 'area', rows: groupByArea(own, bureaus) };
  return {
    by: 'kind',
    rows: groupByKind(own, (id) => byId.get(id)?.kind ?? 'other'),
  };
}
