import type { FigureImport, FigureSource } from '#schema/contracts/imported-figures.ts';
import { daysOfPeriod } from '#schema/contracts/period.ts';
import type { Period } from '#schema/contracts/period.ts';
import { localText, t } from '#web/shared/i18n.ts';

const parts = ['Y', 'H2', 'H1', 'Q4', 'Q3', 'Q2', 'Q1'] as const;

/** The periods of this year and of the last that have begun, those that ended last first. */
export const periodsUpTo = (today: string): Period[] => {
  const year = Number(today.slice(0, 4));
  const all = [year, year - 1].flatMap((each) => parts.map((part): Period => `${each}-${part}`));
  return all
    .filter((period) => daysOfPeriod(period).from <= today)
    .toSorted((left, right) => daysOfPeriod(right).to.localeCompare(daysOfPeriod(left).to));
};

/** The newest that is over, the longest of those that ended together. */
export const usualPeriod = (today: string): Period | undefined =>
  periodsUpTo(today)
    .filter((period) => daysOfPeriod(period).to < today)
    .toSorted((left, right) => {
      const [one, other] = [daysOfPeriod(left), daysOfPeriod(right)];
      return other.to.localeCompare(one.to) || one.from.localeCompare(other.from);
    })[0];

/** Up to which day a period counts: its last, or today while it runs. */
export const usualDay = (period: Period, today: string): string => {
  const { to } = daysOfPeriod(period);
  return to < today ? to : today;
};

/** 得分（分） of 满意度 or 占比（%） of 满意率: what a number of the column means. */
export const formWords = ({ form, unit }: Pick<FigureSource, 'form' | 'unit'>): string =>
  t(`imported.form-${form}`, { unit: localText(unit) });

export const stateKind = ({ withdrawn }: FigureImport) =>
  withdrawn === undefined ? ('done' as const) : ('stopped' as const);

export const stateWords = ({ withdrawn }: FigureImport): string =>
  t(withdrawn === undefined ? 'imported.standing' : 'imported.withdrawn');

const placesOf = (value: string | null): number => value?.split('.')[1]?.length ?? 0;

/** Values of one column with as many places as the longest of them: 90.00 below 88.62. */
export const alignedValues = (values: readonly (string | null)[]) => {
  const places = Math.max(0, ...values.map(placesOf));
  return (value: string | null): string | null => {
    if (value === null || placesOf(value) === places) return value;
    const whole = value.includes('.') ? value : `${value}.`;
    return whole + '0'.repeat(places - placesOf(value));
  };
};
