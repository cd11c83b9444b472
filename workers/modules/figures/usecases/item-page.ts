import type { FigureItems } from '#schema/contracts/figures.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import type { ItemKey } from '../filing-figures.repository.ts';
import type { PlaceFilter } from '../units.repository.ts';
import type { Basis } from './load-basis.ts';

/** A line of the list behind a figure, with its place in official order. */
export type Found = FigureItems['items'][number] & { key: ItemKey };

/** What is listed, for whom, and which page of it. */
export type Listing = {
  context: TenantContext;
  basis: Basis;
  place: PlaceFilter;
  /** Of a survey, units with too few answers alone. */
  only?: 'too-few' | undefined;
  page: { after: ItemKey | undefined; limit: number };
};

export const keyOf = (row: { order: number; organizationId: string; id: string }): ItemKey => [
  row.order,
  row.organizationId,
  row.id,
];

/** By its place and not by itself: the unit of the cursor may have filed in the meantime. */
export function pageOf(found: readonly Found[], { after, limit }: Listing['page']): Found[] {
  const rest = after ? found.filter(({ key }) => isLater(key, after)) : found;
  return rest.slice(0, limit);
}

function isLater([order, id]: ItemKey, [lastOrder, lastId]: ItemKey): boolean {
  return order > lastOrder || (order === lastOrder && id > lastId);
}
