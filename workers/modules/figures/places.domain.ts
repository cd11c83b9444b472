import { organizationKinds } from '#schema/contracts/campaign/audience.ts';
import type { FigurePlace } from '#schema/contracts/figures.ts';
import { addPlaces, nothing } from './totals.domain.ts';
import type { PlaceTotals } from './totals.domain.ts';

/** Units of no authority of a place: the commission's own. */
export const ownUnits = 'own';

export type Bureau = { readonly id: string; readonly name: string };
export type CountedRow = PlaceTotals & { readonly area: string };
export type CountedUnit = CountedRow & { readonly organizationId: string };
export type Unit = {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
};
export type PlaceRow = { readonly place: FigurePlace; readonly totals: PlaceTotals };

/** The kind of unit that a place is, where it is one. */
export const kindAt = (area: string) => organizationKinds.find((kind) => kind === area);

/** Whether something counted stands in an area: an authority's, or that of the commission's own. */
export function isAt(
  row: Pick<CountedRow, 'area'>,
  area: string,
  bureaus: readonly Bureau[],
): boolean {
  if (area !== ownUnits) return row.area === area;
  return bureaus.every(({ id }) => id !== row.area);
}

/** Whether a unit stands where a list is asked for: itself, its kind, or its area. */
export function isIn(
  { unit, area }: { unit?: string | undefined; area?: string | undefined },
  row: { readonly organizationId: string; readonly area: string; readonly kind: string | null },
  bureaus: readonly Bureau[],
): boolean {
  if (unit !== undefined && unit !== row.organizationId) return false;
  if (area === undefined) return true;
  const kind = kindAt(area);
  return kind === undefined ? isAt(row, area, bureaus) : kind === (row.kind ?? 'other');
}

/** One row an authority that has something, in official order; the commission's own units first. */
export function groupByArea(rows: readonly CountedRow[], bureaus: readonly Bureau[]): PlaceRow[] {
  const known = new Set(bureaus.map(({ id }) => id));
  const groups = Map.groupBy(rows, ({ area }) => (known.has(area) ? area : ownUnits));
  const places: FigurePlace[] = [
    { key: ownUnits },
    ...bureaus.map(({ id, name }) => ({ key: id, name })),
  ];
  return toRows(places, groups);
}

/** Where there are no authorities below: one row a kind of unit. */
export function groupByKind(
  rows: readonly CountedUnit[],
  kindOf: (organizationId: string) => string,
): PlaceRow[] {
  const groups = Map.groupBy(rows, ({ organizationId }) => kindOf(organizationId));
  return toRows(
    organizationKinds.map((kind) => ({ key: kind, kind })),
    groups,
  );
}

/** One row a unit, in the order given, also where nothing was counted of it. */
export function groupByUnit(rows: readonly CountedUnit[], units: readonly Unit[]): PlaceRow[] {
  const found = new Map(rows.map((row) => [row.organizationId, row]));
  return units.map(({ id, name, kind }) => ({
    place: { key: id, name, kind },
    totals: found.get(id) ?? nothing,
  }));
}

function toRows(
  places: readonly FigurePlace[],
  groups: ReadonlyMap<string, readonly PlaceTotals[]>,
): PlaceRow[] {
  return places.flatMap((place) => {
    const own = groups.get(place.key);
    return own === undefined ? [] : [{ place, totals: own.reduce(addPlaces, nothing) }];
  });
}

/** The sums row: every place once. */
export function sumOf(rows: readonly { totals: PlaceTotals }[]): PlaceTotals {
  return rows.map(({ totals }) => totals).reduce(addPlaces, nothing);
}
