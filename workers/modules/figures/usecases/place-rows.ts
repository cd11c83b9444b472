import type { TenantContext } from '#workers/modules/tenants/index.ts';
import type { FigureSpec } from '../catalogue.domain.ts';
import { groupByArea, groupByKind } from '../places.domain.ts';
import type { PlaceRow } from '../places.domain.ts';
import { listBureaus, listUnits } from '../units.repository.ts';
import { countAreas, countUnits } from './count-places.ts';
import type { Basis } from './load-basis.ts';

/** The totals of the reader's range by place: by the authorities of the places, else by kind. */
export async function placeRows(
  context: TenantContext,
  basis: Basis,
  specs: readonly FigureSpec[],
): Promise<{ by: 'area' | 'kind'; rows: PlaceRow[] }> {
  const counting = { context, basis, specs };
  const [bureaus, rows] = await Promise.all([
    listBureaus(context.db),
    basis.isWhole ? countAreas(counting) : countUnits(counting),
  ]);
  if (bureaus.length > 0) return { by: 'area', rows: groupByArea(rows, bureaus) };
  const [units, all] = await Promise.all([listUnits(context.db), countUnits(counting)]);
  const kinds = new Map(units.map(({ id, kind }) => [id, kind]));
  return { by: 'kind', rows: groupByKind(all, (id) => kinds.get(id) ?? 'other') };
}
