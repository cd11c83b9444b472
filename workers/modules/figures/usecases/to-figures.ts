import type { Figure, FigureRow, FigureValue } from '#schema/contracts/figures.ts';
import type { FigureSpec } from '../catalogue.domain.ts';
import type { Moment } from '../moment.domain.ts';
import type { PlaceRow } from '../places.domain.ts';
import { valueOf } from '../totals.domain.ts';
import type { PlaceTotals } from '../totals.domain.ts';
import type { PlaceFilter } from '../units.repository.ts';
import type { Basis } from './load-basis.ts';

export const momentFields = ({ asOf, day }: Moment) => ({
  asOf,
  ...(day === undefined ? {} : { day }),
});

/** Figures with their values, and where each is listed. */
export function toFigures(
  { version, moment }: Pick<Basis, 'version' | 'moment'>,
  specs: readonly FigureSpec[],
  totals: PlaceTotals,
  place: PlaceFilter = {},
): Figure[] {
  return specs.map(({ definition, measure }) => {
    const query = new URLSearchParams({ campaign: version.campaignId, figure: definition.key });
    if (moment.day !== undefined) query.set('asOf', moment.day);
    if (place.area !== undefined) query.set('area', place.area);
    if (place.unit !== undefined) query.set('unit', place.unit);
    return {
      ...definition,
      ...valueOf(measure, totals),
      ...momentFields(moment),
      href: `/figures/items?${query.toString()}`,
    };
  });
}

export function toValues(
  specs: readonly FigureSpec[],
  totals: PlaceTotals,
): Record<string, FigureValue> {
  return Object.fromEntries(
    specs.map(({ definition, measure }) => [definition.key, valueOf(measure, totals)]),
  );
}

export const toRow = (specs: readonly FigureSpec[], { place, totals }: PlaceRow): FigureRow => ({
  place,
  values: toValues(specs, totals),
});
