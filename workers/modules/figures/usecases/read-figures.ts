import type { Day } from '#plugins/sdk/dates/days.ts';
import type { FigureCatalogue, FigureList } from '#schema/contracts/figures.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { sumOf } from '../places.domain.ts';
import { countUnits } from './count-places.ts';
import { chooseSpecs, loadBasis } from './load-basis.ts';
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
  const { area, units } = input;
  const head = momentFields(basis.moment);
  if (units !== undefined) {
    const chosen = new Set(units);
    const rows = await countUnits({ context, basis, specs });
    const totals = sumOf(
      rows
        .filter(({ organizationId }) => chosen.has(organizationId))
        .map((row) => ({ totals: row })),
    );
    const [only] = units.length === 1 ? units : [];
    return { ...head, figures: toFigures(basis, specs, totals, { unit: only }) };
  }
  if (area !== undefined) {
    const totals = await totalsAt(context, basis, { specs, area });
    return { ...head, figures: toFigures(basis, specs, totals, { area }) };
  }
  const { rows } = await placeRows(context, basis, specs);
  return { ...head, figures: toFigures(basis, specs, sumOf(rows)) };
}
