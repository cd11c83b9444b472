import type { TenantContext } from '#workers/modules/tenants/index.ts';
import type { FigureSpec } from '../catalogue.domain.ts';
import { groupByArea, groupByKind, isAt, kindAt, sumOf } from '../places.domain.ts';
import type { Bureau, PlaceRow } from '../places.domain.ts';
import type { PlaceTotals } from '../totals.domain.ts';
import { listBureaus, listUnits } from '../units.repository.ts';
import { countAreas, countUnits } from './count-places.ts';
import type { Basis, Counting } from './load-basis.ts';

/** The totals of the reader's range by place: by the authorities of the places, else by kind. */
export async function placeRows(
  counting: Counting,
): Promise<{ by: 'area' | 'kind'; rows: PlaceRow[]; bureaus: readonly Bureau[] }> {
  const { context, basis } = counting;
  const [bureaus, rows] = await Promise.all([
    listBureaus(context.db, basis.moment),
    countAreas(counting),
  ]);
  if (bureaus.length > 0) return { by: 'area', rows: groupByArea(rows, bureaus), bureaus };
  return { by: 'kind', rows: await rowsByKind(counting), bureaus };
}

/** The totals of one place, however the table by place is cut: of a kind, or of an area. */
export async function totalsAt(
  context: TenantContext,
  basis: Basis,
  { specs, area }: { specs: readonly FigureSpec[]; area: string },
): Promise<PlaceTotals> {
  const counting = { context, basis, specs };
  const kind = kindAt(area);
  if (kind !== undefined) {
    const rows = await rowsByKind(counting);
    return sumOf(rows.filter(({ place }) => place.key === kind));
  }
  const [bureaus, rows] = await Promise.all([
    listBureaus(context.db, basis.moment),
    countAreas(counting),
  ]);
  return sumOf(rows.filter((row) => isAt(row, area, bureaus)).map((totals) => ({ totals })));
}

async function rowsByKind(counting: Counting): Promise<PlaceRow[]> {
  const { context, basis } = counting;
  const [units, all] = await Promise.all([
    listUnits(context.db, basis.moment),
    countUnits(counting),
  ]);
  const kinds = new Map(units.map(({ id, kind }) => [id, kind]));
  return groupByKind(all, (id) => kinds.get(id) ?? 'other');
}
