import type { RegionPlan } from './region.ts';
import type { DemoUnit, Oddity } from './unit.ts';

export type OddUnits = Readonly<Partial<Record<Oddity, string>>>;

type Edit = (unit: DemoUnit) => Partial<DemoUnit>;
type Editing = {
  readonly units: Map<string, DemoUnit>;
  readonly taken: Set<string>;
  readonly odd: Partial<Record<Oddity, string>>;
};

/** A unit that nothing odd has happened to yet, of the kind wanted, by the given place in order. */
function find(
  { units, taken }: Editing,
  wanted: (unit: DemoUnit) => boolean,
): DemoUnit | undefined {
  return [...units.values()].findLast((unit) => !taken.has(unit.key) && wanted(unit));
}

function mark(editing: Editing, oddity: Oddity, unit: DemoUnit | undefined, edit?: Edit): void {
  if (unit === undefined) return;
  editing.odd[oddity] = unit.key;
  editing.taken.add(unit.key);
  if (edit) editing.units.set(unit.key, { ...unit, ...edit(unit) });
}

const isPublicHospital = ({ column }: DemoUnit) => column === 'tertiary' || column === 'secondary';
const superiorOf = (unit: DemoUnit, relation: string) =>
  unit.relations.find((each) => each.relation === relation)?.superior;

/** Makes the odd units of a region out of ordinary ones; `untouched` stay as they are. */
export function makeOdd(
  plan: RegionPlan,
  units: readonly DemoUnit[],
  year: number,
  untouched: ReadonlySet<string>,
): { units: DemoUnit[]; odd: OddUnits } {
  const editing: Editing = {
    units: new Map(units.map((unit) => [unit.key, unit])),
    taken: new Set(untouched),
    odd: {},
  };
  const byName = (name: string) => units.find((unit) => unit.name === name);
  markOrgans(plan, editing, byName);
  markSuperiors(plan, editing, units);
  markLives(editing, year);
  return { units: [...editing.units.values()], odd: editing.odd };
}

function markOrgans(
  plan: RegionPlan,
  editing: Editing,
  byName: (name: string) => DemoUnit | undefined,
): void {
  const organ = byName(plan.foreignOrgan);
  if (organ) mark(editing, 'foreign-organ', organ);
  else {
    const outside = byName(plan.foreignUnit ?? '');
    mark(editing, 'foreign-organ', outside, withFact('superior-organ', plan.foreignOrgan));
  }
  const traditional = find(
    editing,
    (unit) => unit.tags?.includes('traditional-medicine') === true && isPublicHospital(unit),
  );
  const above = byName(plan.traditionalOrgan);
  mark(editing, 'traditional-elsewhere', traditional, (unit) => ({
    ...withFact('superior-organ', plan.traditionalOrgan)(unit),
    relations: [
      ...(above ? [{ relation: 'supervision' as const, superior: above.key }] : []),
      ...unit.relations.filter(({ relation }) => relation !== 'supervision'),
    ],
  }));
}

function markSuperiors(plan: RegionPlan, editing: Editing, units: readonly DemoUnit[]): void {
  const other = units.find(({ name }) => name === plan.foreignOrgan);
  const campus = find(editing, isPublicHospital);
  mark(editing, 'campus-elsewhere', campus, (unit) => ({
    ...withFact('campus-place', plan.campusPlace)(unit),
    tags: [...(unit.tags ?? []), 'multi-campus'],
    relations: [
      ...unit.relations,
      ...(other?.kind === 'bureau' ? [{ relation: 'campus' as const, superior: other.key }] : []),
    ],
  }));
  const leader = units.find(isPublicHospital);
  const led = find(editing, ({ column }) => column === 'grassroots' || column === 'secondary');
  mark(editing, 'two-superiors', led, (unit) => ({
    relations: [...unit.relations, { relation: 'guidance', superior: leader?.key }],
  }));
}

function markLives(editing: Editing, year: number): void {
  const isPrivate = ({ ownership }: DemoUnit) => ownership === 'private-profit';
  mark(editing, 'private-for-profit', find(editing, isPrivate));
  mark(
    editing,
    'closed-in-june',
    find(editing, isPrivate) ?? find(editing, ({ column }) => column === 'grassroots'),
    () => ({ status: 'closed', closedOn: `${year}-06-15` }),
  );
  const merging = find(editing, ({ column }) => column === 'grassroots');
  const into = find(
    editing,
    (unit) =>
      unit.column === 'grassroots' &&
      unit !== merging &&
      merging !== undefined &&
      superiorOf(unit, 'territory') === superiorOf(merging, 'territory'),
  );
  mark(editing, 'merged', into && merging, () => ({
    status: 'merged',
    mergedInto: into?.key,
    closedOn: `${year}-04-30`,
  }));
  const founded = find(editing, ({ column }) => column === 'grassroots');
  mark(editing, 'founded-in-september', founded, (unit) => ({
    openedOn: `${year}-09-01`,
    // It stands under its organ from the decision to found it, not only from its first day.
    relations: unit.relations.map((relation) => ({ ...relation, from: `${year}-01-01` })),
  }));
  mark(
    editing,
    'clerk-left',
    find(editing, ({ column }) => column === 'secondary'),
  );
}

function withFact(key: string, value: string): Edit {
  return ({ facts = [] }) => ({
    facts: [...facts, { key, value, from: '2024-01-01', to: null }],
  });
}
