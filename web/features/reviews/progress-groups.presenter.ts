import { organizationKinds } from '#schema/contracts/campaign/audience.ts';
import { t } from '#web/shared/i18n.ts';
import { kindName } from './progress.presenter.ts';
import type { ProgressRow } from './reviews.queries.ts';

export type ProgressGroup = {
  readonly key: string;
  readonly name: string;
  /** The filter of 报送进度 that lists the group's units. */
  readonly filter: Readonly<Record<string, string>>;
  readonly units: number;
  readonly due: number;
  readonly arrived: number;
  readonly overdue: number;
  readonly overdueUnits: number;
};

type Place = Pick<ProgressGroup, 'key' | 'name' | 'filter'> & { order: number };

const ownUnits = 'own';

const areaPlace = ({ area }: ProgressRow): Place =>
  area === undefined
    ? { key: ownUnits, name: t('reviews.area-own'), filter: { area: ownUnits }, order: -1 }
    : { key: area.id, name: area.name, filter: { area: area.id }, order: area.order };

const kindPlace = ({ kind }: ProgressRow): Place => ({
  key: kind,
  name: kindName(kind),
  filter: { kind },
  order: organizationKinds.findIndex((each) => each === kind),
});

export const hasAreas = (rows: readonly ProgressRow[]): boolean =>
  rows.some(({ area }) => area !== undefined);

/** Units of one area; those of no area are the commission's own. */
export const isInArea = ({ area }: ProgressRow, wanted: string): boolean =>
  wanted === '' || (area?.id ?? ownUnits) === wanted;

/** By the authorities of the places, or by kind where there are none; in official order. */
export const groupProgress = (rows: readonly ProgressRow[]): ProgressGroup[] => {
  const placeOf = hasAreas(rows) ? areaPlace : kindPlace;
  const groups = new Map<string, ProgressGroup & { order: number }>();
  for (const row of rows) {
    const place = placeOf(row);
    const before = groups.get(place.key) ?? {
      ...place,
      units: 0,
      due: 0,
      arrived: 0,
      overdue: 0,
      overdueUnits: 0,
    };
    groups.set(place.key, {
      ...before,
      units: before.units + 1,
      due: before.due + row.due,
      arrived: before.arrived + row.arrived,
      overdue: before.overdue + row.overdue,
      overdueUnits: before.overdueUnits + (row.overdue > 0 ? 1 : 0),
    });
  }
  return [...groups.values()].sort((left, right) => left.order - right.order);
};
