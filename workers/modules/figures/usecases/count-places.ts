import { noTotals, totalKeys } from '#plugins/sdk/registers/totals.ts';
import type { RegisterTotals } from '#plugins/sdk/registers/totals.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { countsFor } from '../catalogue.domain.ts';
import type { FigureSpec } from '../catalogue.domain.ts';
import { sumEntriesByArea } from '../entry-areas.repository.ts';
import { sumEntriesByUnit } from '../entry-figures.repository.ts';
import { readFilingsByArea } from '../filing-areas.repository.ts';
import { sumFilingsByUnit } from '../filing-figures.repository.ts';
import type { CountedRow, CountedUnit } from '../places.domain.ts';
import { addPlaces, nothing } from '../totals.domain.ts';
import type { UnitTally } from './count-imported.ts';
import { countTallies } from './count-tallies.ts';
import type { Basis, Counting } from './load-basis.ts';

const registersIn = (specs: readonly FigureSpec[]): string[] => [
  ...new Set(specs.flatMap(({ measure }) => (measure.kind === 'entries' ? measure.registers : []))),
];

const totalsIn = (row: RegisterTotals): RegisterTotals =>
  Object.fromEntries(totalKeys.map((key) => [key, row[key]])) as RegisterTotals;

/** What the filings of the reader's range count by area, and who of them is overdue. */
export function readFilings({ db }: Pick<TenantContext, 'db'>, basis: Basis) {
  const { version, moment, filings: range } = basis;
  return readFilingsByArea(db, { campaignId: version.campaignId, moment, range });
}

/** What every area counts within the reader's range. */
export async function countAreas(counting: Counting): Promise<CountedRow[]> {
  const { context, basis, specs } = counting;
  const counts = countsFor(specs);
  const [{ sums, late }, tallies, ...found] = await Promise.all([
    counting.filings ?? readFilings(context, basis),
    countTallies(counting),
    ...registersIn(specs).map((register) => {
      const seen = basis.registers.get(register);
      if (seen === undefined) return [];
      return sumEntriesByArea(context.db, { register, moment: basis.moment, counts, ...seen });
    }),
  ]);
  const at = {
    sums: new Map(sums.map((row) => [row.area, row])),
    late: Map.groupBy(late, ({ area }) => area),
    tallies: Map.groupBy(tallies, ({ area }) => area),
    entries: Map.groupBy(found.flat(), ({ area }) => area),
  };
  const areas = new Set(Object.values(at).flatMap((rows) => [...rows.keys()]));
  return [...areas].map((area) => ({
    area,
    tallies: tallied(at.tallies.get(area) ?? []),
    filings: at.sums.get(area) ?? nothing.filings,
    overdueUnits: at.late.get(area)?.length ?? 0,
    registers: Object.fromEntries(
      (at.entries.get(area) ?? []).map(({ register, totals }) => [register, totals] as const),
    ),
  }));
}

const tallied = (rows: readonly UnitTally[]) =>
  rows
    .map(({ indicator, tally }) => ({ ...nothing, tallies: { [indicator]: tally } }))
    .reduce(addPlaces, nothing).tallies;

/** What every unit in the reader's range counts, from the standings. */
export async function countUnits(counting: Counting): Promise<CountedUnit[]> {
  const { context, basis, specs } = counting;
  const { db } = context;
  const { moment, version, filings } = basis;
  const registers = registersIn(specs);
  const [tallies, sums, ...entries] = await Promise.all([
    countTallies(counting),
    sumFilingsByUnit(db, { campaignId: version.campaignId, moment, range: filings }),
    ...registers.map((register) => {
      const seen = basis.registers.get(register);
      return seen === undefined ? [] : sumEntriesByUnit(db, { register, moment, ...seen });
    }),
  ]);
  const units = new Map<string, CountedUnit>();
  const unitOf = (row: { organizationId: string; area: string }): CountedUnit => {
    const { organizationId, area } = row;
    return units.get(organizationId) ?? { ...nothing, organizationId, area };
  };
  for (const row of sums) {
    const { due, arrived, onTime } = row;
    const overdueUnits = due > arrived ? 1 : 0;
    units.set(row.organizationId, {
      ...unitOf(row),
      filings: { due, arrived, onTime },
      overdueUnits,
    });
  }
  for (const [at, rows] of entries.entries()) {
    const register = registers[at] ?? '';
    for (const row of rows) {
      const unit = unitOf(row);
      const totals = { ...noTotals, ...totalsIn(row) };
      units.set(row.organizationId, {
        ...unit,
        registers: { ...unit.registers, [register]: totals },
      });
    }
  }
  for (const row of tallies) {
    const own = { ...nothing, tallies: { [row.indicator]: row.tally } };
    const { organizationId, area } = row;
    units.set(organizationId, { ...addPlaces(unitOf(row), own), organizationId, area });
  }
  return [...units.values()];
}
