import type { Day } from '#plugins/sdk/dates/days.ts';
import type { FigureCatalogue, FigureList } from '#schema/contracts/figures.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import type { FigureSpec } from '../catalogue.domain.ts';
import { sumOf } from '../places.domain.ts';
import type { PlaceTotals } from '../totals.domain.ts';
import type { PlaceFilter } from '../units.repository.ts';
import { countUnits } from './count-places.ts';
import { chooseSpecs, loadBasis } from './load-basis.ts';
import type { Basis } from './load-basis.ts';
import { placeRows, totalsAt } from './place-rows.ts';
import { momentFields, toFigures } from './to-figures.ts';

export type ReadFigures = {
  campaignId: string;
  keys?: readonly string[] | undefined;
  /** The day at whose end is counted; now unless told. */
  asOf?: Day | undefined;
  /** A row of the table by place: the id of an authority, `own`, or a kind of unit. */
  area?: string | undefined;
  units?: readonly string[] | undefined;
};

/** What can be asked for under a campaign, with the 口径 of each. */
export async function listCatalogue(request: {
  context: TenantContext;
  input: { campaignId: string };
}): Promise<FigureCatalogue> {
  const { specs } = await loadBasis(request.context, request.input);
  return { items: specs.map(({ definition }) => definition) };
}

/** Figures of a campaign as of a moment, within the reader's range: of everything, of one place, or of named units. */
export async function readFigures(request: {
  context: TenantContext;
  input: ReadFigures;
}): Promise<FigureList> {
  const { context, input } = request;
  const basis = await loadBasis(context, input);
  const specs = chooseSpecs(basis, input.keys);
  const place = { area: input.area, units: input.units };
  const totals = await totalsOf(context, basis, { specs, ...place });
  return { ...momentFields(basis.moment), figures: toFigures(basis, specs, totals, linked(place)) };
}

type Place = Pick<ReadFigures, 'area' | 'units'>;

/** What the list behind a figure is asked with. */
function linked({ area, units = [] }: Place): PlaceFilter {
  if (units.length > 0) return { unit: units.length === 1 ? units[0] : undefined };
  return { area };
}

/** The totals of everything, of one place, or of named units. */
export async function totalsOf(
  context: TenantContext,
  basis: Basis,
  { specs, area, units }: Place & { specs: readonly FigureSpec[] },
): Promise<PlaceTotals> {
  if (units !== undefined) {
    const chosen = new Set(units);
    const rows = await countUnits({ context, basis, specs });
    const own = rows.filter(({ organizationId }) => chosen.has(organizationId));
    return sumOf(own.map((totals) => ({ totals })));
  }
  if (area !== undefined) return totalsAt(context, basis, { specs, area });
  const { rows } = await placeRows({ context, basis, specs });
  return sumOf(rows);
}
