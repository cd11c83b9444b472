import type { GradeMetric, Scorecard } from '#schema/contracts/campaign/scorecard.ts';
import { unitsPerPoint } from '../points/points.ts';
import { compileScorecard } from './compile.ts';
import type { GradeFigures } from './grades.ts';

export type Range = readonly [low: number, high: number];
export type Box = Record<GradeMetric, Range>;

/** Where figures can lie; `linked` when base = full − deductions and total = base + bonus, bounded. */
export type GradeSpace = {
  bounds: Box;
  linked?: { full: number; totalFloor: number; totalCap: number };
};

const most = 1000 * unitsPerPoint;
const anything: Range = [0, most];

/** 0 to 1,000 points for every figure, independent of each other. */
export const openSpace: GradeSpace = {
  bounds: {
    total: anything,
    base: anything,
    bonus: anything,
    deductions: anything,
    core: anything,
  },
};

function overlapOf([low, high]: Range, [from, to]: Range): Range | undefined {
  const both: Range = [Math.max(low, from), Math.min(high, to)];
  return both[0] <= both[1] ? both : undefined;
}

const clamp = (value: number, [low, high]: Range) => Math.min(high, Math.max(low, value));

/** An integer point of the box that the space allows, or undefined where there is none. */
export function isReachable(
  { linked }: GradeSpace,
  box: Box,
): Omit<GradeFigures, 'veto'> | undefined {
  if (!linked) {
    return {
      total: box.total[0],
      base: box.base[0],
      bonus: box.bonus[0],
      deductions: box.deductions[0],
      core: box.core[0],
    };
  }
  const { full, totalFloor, totalCap } = linked;
  const base = overlapOf(box.base, [full - box.deductions[1], full - box.deductions[0]]);
  if (!base) return undefined;
  const sums: Range = [base[0] + box.bonus[0], base[1] + box.bonus[1]];
  const ends: Range = [totalFloor, totalCap];
  const total = overlapOf(box.total, [clamp(sums[0], ends), clamp(sums[1], ends)]);
  if (!total) return undefined;
  const sum = sumFor(total[0], sums, ends);
  const chosenBase = clamp(sum - box.bonus[0], base);
  return {
    total: total[0],
    base: chosenBase,
    bonus: sum - chosenBase,
    deductions: full - chosenBase,
    core: box.core[0],
  };
}

/** A sum inside the range that the bounds of the total turn into the wanted total. */
function sumFor(total: number, sums: Range, [floor, cap]: Range): number {
  if (total === floor && sums[0] <= floor) return Math.min(sums[1], floor);
  if (total === cap && sums[1] >= cap) return Math.max(sums[0], cap);
  return total;
}

/** The figures a scorecard can give; with rounding the total is not tied to its parts. */
export function gradeSpaceOf(scorecard: Scorecard): GradeSpace {
  const compiled = compileScorecard(scorecard);
  let [lost, bonus, core] = [0, 0, 0];
  for (const { definition, points, full, floor, core: isCore } of compiled.criteria) {
    if (definition.account === 'bonus') bonus += points;
    else lost += full - floor;
    if (isCore) core += points;
  }
  const { full, totalFloor, totalCap, roundingPlaces } = compiled;
  const lowest = full - lost;
  const linked = {
    full,
    totalFloor: totalFloor ?? lowest,
    totalCap: totalCap ?? full + bonus,
  };
  const bounds: Box = {
    total: [Math.min(lowest, linked.totalFloor), full + bonus],
    base: [lowest, full],
    bonus: [0, bonus],
    deductions: [0, lost],
    core: [0, core],
  };
  return roundingPlaces === undefined ? { bounds, linked } : { bounds };
}
