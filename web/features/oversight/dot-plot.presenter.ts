import type { Comparison, ComparisonRow } from '#schema/contracts/oversight.ts';

const whole = 10_000;
const steps = [500, 1000, 2000] as const;
const fewestTicks = 3;
const mostTicks = 6;

export type Axis = { readonly start: number; readonly ticks: readonly number[] };

/** From the lowest bound, rounded down to a tick, to 100 %; the page says where it starts. */
export const axisOf = (rows: readonly ComparisonRow[]): Axis => {
  const lowest = Math.min(whole, ...rows.flatMap(({ low }) => low ?? []));
  for (const step of steps) {
    const start = Math.min(Math.floor(lowest / step) * step, whole - (fewestTicks - 1) * step);
    const count = (whole - start) / step + 1;
    if (count <= mostTicks) return { start, ticks: ticksFrom(start, step) };
  }
  return { start: 0, ticks: ticksFrom(0, 2000) };
};

const ticksFrom = (start: number, step: number): number[] =>
  Array.from({ length: (whole - start) / step + 1 }, (_, index) => start + index * step);

/** Where a share stands on the axis, in percent of its width. */
export const placeOn = ({ start }: Axis, share: number): string =>
  `${(((share - start) * 100) / (whole - start)).toFixed(2)}%`;

/** The rows that have a point. */
export const pointsOf = ({ rows }: Pick<Comparison, 'rows'>) =>
  rows.flatMap((row) => {
    const { value, low, high } = row;
    if (value === undefined || low === undefined || high === undefined) return [];
    return [{ row, value, low, high }];
  });
