import { noTotals, totalKeys } from '#plugins/sdk/registers/totals.ts';
import type { RegisterTotals } from '#plugins/sdk/registers/totals.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { countsFor } from '../catalogue.domain.ts';
import type { FigureSpec } from '../catalogue.domain.ts';
import { sumEntriesByArea, sumEntriesByUnit } from '../entry-figures.repository.ts';
import {
  listOverdueNames,
  sumFilingsByArea,
  sumFilingsByUnit,
} from '../filing-figures.repository.ts';
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

/** Who is overdue within the reader's range. */
export async function readOverdueUnits(
  { db }: Pick<TenantContext, 'db'>,
  { version, moment, filings: range }: Basis,
) {
  return listOverdueNames(db, { campaignId: version.campaignId, moment, range });
}

/** What every area counts, from the ledgers: for who sees everything. */
export async function countAreas(counting: Counting): Promise<CountedRow[]> {
  const { context, basis, specs } = counting;
  const { db } = context;
  const { moment, version } = basis;
  const campaignId = version.campaignId;
  const [sums, late, entries, tallies] = await Promise.all([
    sumFilingsByArea(db, { campaignId, moment }),
    counting.late ?? readOverdueUnits(context, basis),
    sumEntriesByArea(db, { registers: registersIn(specs), moment, counts: countsFor(specs) }),
    countTallies(counting),
  ]);
  const areas = new Set([...sums, ...late, ...entries, ...tallies].map(({ area }) => area));
  return [...areas].map((area) => ({
    area,
    tallies: tallied(tallies.filter((row) => row.area === area)),
    filings: sums.find((row) => row.area === area) ?? nothing.filings,
    overdueUnits: late.filter((row) => row.area === area).length,
    registers: Object.fromEntries(
      entries
        .filter((row) => row.area === area)
        .map((row) => [row.register, totalsIn(row)] as const),
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
