import type { FilingsMeasure } from '#plugins/sdk/registers/figure-words.ts';
import { addTotals, noTotals, rateOf, registerRates } from '#plugins/sdk/registers/totals.ts';
import type { RegisterRate, RegisterTotals, TotalKey } from '#plugins/sdk/registers/totals.ts';
import type { Audience } from '#schema/contracts/campaign/audience.ts';
import type { FigureValue } from '#schema/contracts/figures.ts';
import { importedValue } from './imported-tally.domain.ts';
import type { ImportedMeasure } from './imported-tally.domain.ts';
import { addTallies, noTally } from './indicator-tally.domain.ts';
import type { IndicatorTally, Tallies } from './indicator-tally.domain.ts';

/** 应报, 已报, 按时; 逾期未报 is what is left. */
export type FilingTotals = {
  readonly due: number;
  readonly arrived: number;
  readonly onTime: number;
};

/** Everything that is counted of a place or of a unit, adding up over places. */
export type PlaceTotals = {
  readonly tallies?: Tallies;
  readonly filings: FilingTotals;
  readonly overdueUnits: number;
  readonly registers: Readonly<Record<string, RegisterTotals>>;
};

export const nothing: PlaceTotals = {
  filings: { due: 0, arrived: 0, onTime: 0 },
  overdueUnits: 0,
  registers: {},
};

export function addPlaces(left: PlaceTotals, right: PlaceTotals): PlaceTotals {
  const registers = { ...left.registers };
  for (const [key, totals] of Object.entries(right.registers)) {
    registers[key] = addTotals(registers[key] ?? noTotals, totals);
  }
  return {
    tallies: addTallies(left.tallies, right.tallies),
    filings: {
      due: left.filings.due + right.filings.due,
      arrived: left.filings.arrived + right.filings.arrived,
      onTime: left.filings.onTime + right.filings.onTime,
    },
    overdueUnits: left.overdueUnits + right.overdueUnits,
    registers,
  };
}

/** Where an indicator is counted from that neither due days nor standings of entries say. */
export type TallySource =
  | { readonly kind: 'reviews'; readonly statistic: 'first-pass' | 'rectified-after-return' }
  | {
      readonly kind: 'answers';
      readonly tasks: readonly string[];
      readonly numerator: string;
      readonly denominator: string | undefined;
    }
  | {
      readonly kind: 'coverage';
      readonly register: string;
      readonly audience: Audience | undefined;
    };

export type Measure =
  | { readonly kind: 'filings'; readonly statistic: FilingsMeasure | 'on-time-rate' }
  | {
      readonly kind: 'entries';
      readonly registers: readonly string[];
      readonly statistic: TotalKey | RegisterRate;
    }
  | { readonly kind: 'tally'; readonly indicator: string; readonly source: TallySource }
  | ImportedMeasure
  /** No record here makes it as of a moment: it is money, or a mean without its terms. */
  | { readonly kind: 'declared' };

/** The value of a measure; where its source does not exist, or nothing is due, that is said. */
export function valueOf(measure: Measure, totals: PlaceTotals): FigureValue {
  switch (measure.kind) {
    case 'filings':
      return filingsValue(measure.statistic, totals);
    case 'entries':
      return entriesValue(measure, totals);
    case 'tally':
      return tallyValue(measure, totals.tallies?.[measure.indicator] ?? noTally);
    case 'imported':
      return importedValue(measure, totals.tallies?.[measure.indicator]);
    case 'declared':
      return { absent: 'not-computed' };
  }
}

/** Answers that nobody has filed are 未报; a share of nothing is none. */
function tallyValue(
  { source }: Extract<Measure, { kind: 'tally' }>,
  { numerator, denominator, lines }: IndicatorTally,
): FigureValue {
  if (source.kind === 'answers' && lines === 0) return { absent: 'not-reported' };
  if (source.kind === 'answers' && source.denominator === undefined) return { numerator };
  return denominator === 0 ? { absent: 'not-applicable' } : { numerator, denominator };
}

/** 调查完成, and of those 样本不足: units with answers, and units with fewer than it takes. */
export function surveyOf(
  tallies: readonly Pick<IndicatorTally, 'denominator'>[],
  minimum: number,
): { units: number; tooFew: number } {
  const surveyed = tallies.filter(({ denominator }) => denominator > 0);
  const tooFew = surveyed.filter(({ denominator }) => denominator < minimum);
  return { units: surveyed.length, tooFew: tooFew.length };
}

/** How long the list behind a figure is. */
export function linesOf(measure: Measure, totals: PlaceTotals, only?: 'too-few'): number {
  if (measure.kind === 'tally' || measure.kind === 'imported') {
    const { lines, tooFew = 0 } = totals.tallies?.[measure.indicator] ?? noTally;
    return only === undefined ? lines : tooFew;
  }
  const { numerator = 0, denominator = numerator } = valueOf(measure, totals);
  return denominator;
}

function filingsValue(
  statistic: FilingsMeasure | 'on-time-rate',
  { filings, overdueUnits }: PlaceTotals,
): FigureValue {
  const { due, arrived, onTime } = filings;
  if (statistic === 'on-time-rate') {
    return due === 0 ? { absent: 'not-applicable' } : { numerator: onTime, denominator: due };
  }
  const counts = {
    due,
    arrived,
    'on-time': onTime,
    overdue: due - arrived,
    'overdue-units': overdueUnits,
  };
  return { numerator: counts[statistic] };
}

function entriesValue(
  { registers, statistic }: Extract<Measure, { kind: 'entries' }>,
  totals: PlaceTotals,
): FigureValue {
  if (registers.length === 0) return { absent: 'not-set' };
  const sum = registers.map((key) => totals.registers[key] ?? noTotals).reduce(addTotals, noTotals);
  if (!isRate(statistic)) return { numerator: sum[statistic] };
  return rateOf(sum, statistic) ?? { absent: 'not-applicable' };
}

export function isRate(statistic: TotalKey | RegisterRate): statistic is RegisterRate {
  return registerRates.some((rate) => rate === statistic);
}

/** Whose list a figure leads to: its own, or of a share what it is a share of. */
export function listedFilings(
  statistic: Exclude<FilingsMeasure, 'overdue-units'> | 'on-time-rate',
) {
  return statistic === 'on-time-rate' ? 'due' : statistic;
}

const denominators: Readonly<Record<RegisterRate, TotalKey>> = {
  'rectification-rate': 'due',
  'closing-rate': 'due',
  'on-time-completion-rate': 'due',
  'completion-rate': 'dueAccepted',
  'verification-rate': 'dueVerification',
  'reply-rate': 'dueReply',
};

export function listedEntries(statistic: TotalKey | RegisterRate): TotalKey {
  return isRate(statistic) ? denominators[statistic] : statistic;
}
