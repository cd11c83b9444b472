import type { Random } from './random.ts';
import type { Place, RegionPlan, Scale, UnitColumn } from './region.ts';
import { createNames } from './unit-names.ts';
import type { NameUnit } from './unit-names.ts';
import type { DemoUnit } from './unit.ts';

type Area = { readonly key: string; readonly name: string; readonly order: number };
type Relations = DemoUnit['relations'];

const institutions = ['tertiary', 'secondary', 'small', 'grassroots', 'publicHealth'] as const;
type Institution = (typeof institutions)[number];

const directOrder = 1_000_000;
const departmentOrder = 2_000_000;

function keyOf(column: UnitColumn, index: number): string {
  return `${column.toLowerCase()}-${String(index + 1).padStart(3, '0')}`;
}

/** What the commission itself stands over. */
const underCommission = (): Relations => [{ relation: 'supervision' }, { relation: 'territory' }];

const underArea = (superior: string): Relations => [
  { relation: 'supervision', superior },
  { relation: 'territory', superior },
];

function bureausOf(plan: RegionPlan, scale: Scale) {
  const counts = plan.counts[scale];
  const places = plan.places.slice(0, counts.bureaus);
  const bureaus = places.map((place, index): DemoUnit => ({
    ...bureau(place, keyOf('bureaus', index), (index + 1) * 10_000),
    relations: underCommission(),
    column: 'bureaus',
  }));
  const areas = places.flatMap((place, index): Area[] =>
    hasTerritory(place) ? [areaOf(place, bureaus[index])] : [],
  );
  const counties = plan.counties.slice(0, counts.counties).map((place, index): DemoUnit => {
    const above = areas[index % areas.length];
    const order = (above?.order ?? 0) + 1_000 * (1 + Math.floor(index / areas.length));
    const relations = underArea(above?.key ?? '');
    return { ...bureau(place, keyOf('counties', index), order), relations, column: 'counties' };
  });
  const countyAreas = counties.map((unit, index): Area => {
    const place = plan.counties[index];
    return { key: unit.key, name: place?.name ?? '', order: unit.order };
  });
  return { bureaus, counties, areas, countyAreas };
}

/** The bureau of traditional medicine has no district of its own. */
function hasTerritory({ tags }: Place): boolean {
  return tags?.includes('traditional-medicine') !== true;
}

function areaOf(place: Place, unit: DemoUnit | undefined): Area {
  return { key: unit?.key ?? '', name: place.name, order: unit?.order ?? 0 };
}

function bureau({ bureau: name, tags = [] }: Place, key: string, order: number) {
  return { key, name, order, kind: 'bureau' as const, tags: [...tags] };
}

/** All units of a region before anything odd happens to them. */
export function makeUnits(plan: RegionPlan, scale: Scale, random: Random): DemoUnit[] {
  const { bureaus, counties, areas, countyAreas } = bureausOf(plan, scale);
  const departments = plan.departments
    .slice(0, plan.counts[scale].departments)
    .map((name, index): DemoUnit => ({
      key: keyOf('departments', index),
      name,
      order: departmentOrder + 10 * index,
      kind: 'department',
      relations: underCommission(),
      column: 'departments',
    }));
  const nameUnit = createNames(plan, random);
  const areasOf = (column: Institution): readonly Area[] => {
    if (column === 'grassroots' && countyAreas.length > 0) return countyAreas;
    return column === 'secondary' ? [...countyAreas, ...areas] : areas;
  };
  const others = institutions.flatMap((column) =>
    makeColumn({ plan, scale, column, areas: areasOf(column), territory: areas, nameUnit, random }),
  );
  return [...bureaus, ...counties, ...others, ...departments];
}

type ColumnInput = {
  plan: RegionPlan;
  scale: Scale;
  column: Institution;
  areas: readonly Area[];
  /** Where units directly under the commission stand. */
  territory: readonly Area[];
  nameUnit: NameUnit;
  random: Random;
};

function makeColumn(input: ColumnInput): DemoUnit[] {
  const { plan, scale, column, areas } = input;
  const total = plan.counts[scale][column];
  const direct = areas.length === 0 ? total : Math.min(plan.direct[column] ?? 0, total);
  return Array.from({ length: total }, (_, index) => {
    const isPrivate = column === 'small' && index < plan.privateSmall[scale];
    const area = index < direct ? undefined : areas[(index - direct) % areas.length];
    return makeUnit(input, { index, area, isPrivate });
  });
}

const columnOrder: Readonly<Record<Institution, number>> = {
  tertiary: 10,
  secondary: 100,
  publicHealth: 300,
  grassroots: 400,
  small: 700,
};

function makeUnit(
  input: ColumnInput,
  { index, area, isPrivate }: { index: number; area: Area | undefined; isPrivate: boolean },
): DemoUnit {
  const { plan, column, territory, nameUnit, random } = input;
  const own = area === undefined ? plan.directNames[column]?.[index] : undefined;
  const name = own ?? nameUnit({ column, area: area?.name ?? '', isPrivate });
  const base = area?.order ?? directOrder;
  return {
    key: keyOf(column, index),
    name,
    order: base + columnOrder[column] + index,
    ...natureOf(column, { name, index, isPrivate }),
    facts: factsOf(column, random),
    relations: area ? underArea(area.key) : underCommissionIn(territory[index % 2]),
    column,
  };
}

/** 主管 is the commission, 属地 the bureau of the place where the house stands. */
function underCommissionIn(area: Area | undefined): Relations {
  if (area === undefined) return underCommission();
  return [{ relation: 'supervision' }, { relation: 'territory', superior: area.key }];
}

function natureOf(
  column: Institution,
  { name, index, isPrivate }: { name: string; index: number; isPrivate: boolean },
): Pick<DemoUnit, 'kind' | 'level' | 'ownership' | 'tags'> {
  const tags = name.includes('中医') ? ['traditional-medicine'] : [];
  switch (column) {
    case 'tertiary':
    case 'secondary':
      return { kind: 'hospital', level: column, ownership: 'public', tags };
    case 'small':
      return {
        kind: 'hospital',
        level: index % 3 === 0 ? 'primary' : 'ungraded',
        ownership: isPrivate
          ? index % 4 === 3
            ? 'private-nonprofit'
            : 'private-profit'
          : 'public',
        tags,
      };
    case 'grassroots':
      return {
        kind: name.includes('卫生院') ? 'township-health-centre' : 'community-health-centre',
        ownership: 'public',
        tags,
      };
    case 'publicHealth':
      return { kind: 'public-health', ownership: 'public', tags };
  }
}

const bedsOf: Readonly<Record<Institution, readonly [number, number] | undefined>> = {
  tertiary: [800, 2600],
  secondary: [150, 700],
  small: [20, 120],
  grassroots: [10, 80],
  publicHealth: undefined,
};

/** Beds change with the year's registration, so the older figure ends where the newer begins. */
function factsOf(column: Institution, random: Random): DemoUnit['facts'] {
  const range = bedsOf[column];
  if (range === undefined) return [];
  const beds = random.between(...range);
  if (!random.happens(250)) {
    return [{ key: 'beds', value: beds, from: '2024-01-01', to: null }];
  }
  const grown = beds + 5 * random.between(1, 8);
  return [
    { key: 'beds', value: beds, from: '2024-01-01', to: '2025-12-31' },
    { key: 'beds', value: grown, from: '2026-01-01', to: null },
  ];
}
