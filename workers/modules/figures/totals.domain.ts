import type { FilingsMeasure } from '#plugins/sdk/registers/figure-words.ts';
import { addTotals, noTotals, rateOf, registerRates } from '#plugins/sdk/registers/totals.ts';
import type { RegisterRate, RegisterTotals, TotalKey } from '#plugins/sdk/registers/totals.ts';
import type { FigureValue } from '#schema/contracts/figures.ts';

/** 应报, 已报, 按时; 逾期未报 is what is left. */
export type FilingTotals = {
  readonly due: number;
  readonly arrived: number;
  readonly onTime: number;
};

/** Everything that is counted of a place or of a unit, adding up over places. */
export type PlaceTotals = {
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
    filings: {
      due: left.filings.due + right.filings.due,
      arrived: left.filings.arrived + right.filings.arrived,
      onTime: left.filings.onTime + right.filings.onTime,
    },
    overdueUnits: left.overdueUnits + right.overdueUnits,
    registers,
  };
}

export type Measure =
  | { readonly kind: 'filings'; readonly statistic: FilingsMeasure | 'on-time-rate' }
  | {
      readonly kind: 'entries';
      readonly registers: readonly string[];
      readonly statistic: TotalKey | RegisterRate;
    }
  /** Nothing here counts it: it is imported, or asked for in a form. */
  | { readonly kind: 'declared' };

/** The value of a measure; where its source does not exist, or nothing is due, that is said. */
export function valueOf(measure: Measure, totals: PlaceTotals): FigureValue {
  switch (measure.kind) {
    case 'filings':
      return filingsValue(measure.statistic, totals);
    case 'entries':
      return entriesValue(measure, totals);
    case 'declared':
      return { absent: 'not-reported' };
  }
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
