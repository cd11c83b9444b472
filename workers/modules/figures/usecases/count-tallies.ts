import { selectAudience } from '#plugins/sdk/audience/select.ts';
import type { Organization } from '#schema/contracts/organizations.ts';
import { isWithin } from '#schema/contracts/permission.ts';
import { toUnitFacts } from '#workers/modules/campaigns/index.ts';
import { readBookOf } from '#workers/modules/organizations/index.ts';
import { sumEntriesByUnit } from '../entry-figures.repository.ts';
import { tallyFilingsByUnit } from '../tallied-filings.repository.ts';
import type { Measure, TallySource } from '../totals.domain.ts';
import { countImported } from './count-imported.ts';
import type { UnitTally } from './count-imported.ts';
import type { Counting } from './load-basis.ts';

type TallyMeasure = Extract<Measure, { kind: 'tally' }>;
type Coverage = Extract<TallySource, { kind: 'coverage' }>;

/** What indicators count that neither the ledgers nor the standings of entries know, by unit. */
export async function countTallies(counting: Counting): Promise<UnitTally[]> {
  const measures = new Map<string, TallyMeasure>();
  for (const { measure } of counting.specs) {
    if (measure.kind === 'tally') measures.set(measure.indicator, measure);
  }
  const found = await Promise.all([
    countImported(counting),
    ...[...measures.values()].map((each) => countOne(counting, each)),
  ]);
  return found.flat();
}

async function countOne(
  counting: Counting,
  { indicator, source }: TallyMeasure,
): Promise<UnitTally[]> {
  if (source.kind === 'coverage') return countCoverage(counting, indicator, source);
  const { context, basis } = counting;
  const { version, moment, filings: range } = basis;
  const filter = { campaignId: version.campaignId, moment, range };
  const rows = await tallyFilingsByUnit(context.db, filter, source);
  return rows.map(({ organizationId, area, ...tally }) => ({
    organizationId,
    area,
    indicator,
    tally,
  }));
}

/** 全覆盖: of the units asked for on the day those that have an entry, as `tallyRegister` counts. */
async function countCoverage(
  counting: Counting,
  indicator: string,
  source: Coverage,
): Promise<UnitTally[]> {
  const { context, basis } = counting;
  const seen = basis.registers.get(source.register);
  if (seen === undefined) return [];
  const { moment } = basis;
  const [asked, entries] = await Promise.all([
    unitsAsked(counting, source),
    sumEntriesByUnit(context.db, { register: source.register, moment, ...seen }),
  ]);
  const covered = entries.filter((row) => row.entries > 0);
  const one = (numerator: number, denominator: number) => ({
    indicator,
    tally: { numerator, denominator, lines: denominator },
  });
  return [
    ...covered.map(({ organizationId, area }) => ({ organizationId, area, ...one(1, 0) })),
    ...asked.map((unit) => ({ organizationId: unit.id, area: areaOf(unit), ...one(0, 1) })),
  ];
}

export const areaOf = ({ paths }: Organization): string => paths.territory?.split('/')[0] ?? '';

/** The units that a register is kept for on the day, within the reader's range, in official order. */
export async function unitsAsked(
  { context, basis }: Pick<Counting, 'context' | 'basis'>,
  { register, audience }: Coverage,
): Promise<Organization[]> {
  const seen = basis.registers.get(register);
  if (seen === undefined) return [];
  const book = await readBookOf(context.db, basis.moment.day);
  const all = toUnitFacts(book);
  const chosen = audience ? selectAudience(audience, all, basis.moment.today) : all;
  const ids = new Set(chosen.map(({ id }) => id));
  return book.units.filter(
    ({ id, paths }) => ids.has(id) && isWithin(seen.range, { organizationId: id, paths }),
  );
}
