import type {
  GradeCondition,
  GradeMetric,
  GradeTable,
} from '#schema/contracts/campaign/scorecard.ts';
import { parsePoints, printPoints } from '../points/points.ts';
import { isReachable, openSpace, type Box, type GradeSpace } from './grade-space.ts';
import { compileGradeTest, type GradeFigures } from './grades.ts';

/** A point of the space where the table fails, in points as people write them. */
export type GradeExample = Partial<Record<GradeMetric, string>> & { veto: boolean };

/**
 * `hole`: no grade holds. `overlap`: two grades hold, neither is a special case of the other, and
 * none overrides. `unreachable`: a grade that nothing can lead to. `too-many-lines`: more combinations
 * of lines than anybody could read, or the check go through.
 */
export type GradeProblem = {
  kind: 'hole' | 'overlap' | 'unreachable' | 'too-many-lines';
  grades: string[];
  example: GradeExample | null;
  message: { zh: string; en: string };
};

const metricNames: Record<GradeMetric, string> = {
  total: '总分',
  base: '基础分',
  bonus: '加分',
  deductions: '扣分',
  core: '核心项得分',
};

function collectThresholds(condition: GradeCondition, into: Map<GradeMetric, Set<number>>): void {
  if ('all' in condition) for (const part of condition.all) collectThresholds(part, into);
  else if ('any' in condition) for (const part of condition.any) collectThresholds(part, into);
  else if ('not' in condition) collectThresholds(condition.not, into);
  else if ('value' in condition) {
    const known = into.get(condition.metric) ?? new Set<number>();
    known.add(parsePoints(condition.value));
    into.set(condition.metric, known);
  }
}

/** Between two thresholds all integers behave alike: cells are the thresholds and the gaps between. */
function cellsOf(thresholds: ReadonlySet<number>, low: number, high: number): Box[GradeMetric][] {
  const inside = [...thresholds].filter((each) => each >= low && each <= high);
  const cells: Box[GradeMetric][] = [];
  let from = low;
  for (const each of inside.sort((left, right) => left - right)) {
    if (from < each) cells.push([from, each - 1]);
    cells.push([each, each]);
    from = each + 1;
  }
  if (from <= high) cells.push([from, high]);
  return cells;
}

type Cell = { box: Box; figures: GradeFigures; holds: boolean[] };

const mostBoxes = 50_000;
const metrics = Object.keys(metricNames) as GradeMetric[];

/** The cells of each figure; a real table has a handful of lines on two or three of them. */
function cellsByMetric(table: GradeTable, space: GradeSpace) {
  const thresholds = new Map<GradeMetric, Set<number>>();
  for (const { when } of table.grades) collectThresholds(when, thresholds);
  return metrics.map((metric) => {
    const [low, high] = space.bounds[metric];
    return { metric, own: cellsOf(thresholds.get(metric) ?? new Set(), low, high) };
  });
}

/** Every reachable cell of the whole space of integers, each tested once; nothing if too many. */
function cells(table: GradeTable, space: GradeSpace): Cell[] | undefined {
  const figures = cellsByMetric(table, space);
  if (figures.reduce((product, { own }) => product * own.length, 1) > mostBoxes) return undefined;
  const tests = table.grades.map(({ when }) => compileGradeTest(when));
  let boxes: Box[] = [{ ...space.bounds }];
  for (const { metric, own } of figures) {
    boxes = boxes.flatMap((box) => own.map((cell) => ({ ...box, [metric]: cell })));
  }
  return boxes.flatMap((box) => {
    const point = isReachable(space, box);
    if (point === undefined) return [];
    return [false, true].map((veto) => {
      const at = { ...point, veto };
      return { box, figures: at, holds: tests.map((test) => test(at)) };
    });
  });
}

const tooMany: GradeProblem = {
  kind: 'too-many-lines',
  grades: [],
  example: null,
  message: {
    zh: '等次条件的分数线过多，无法逐一核对',
    en: 'the grades have too many lines to be checked one by one',
  },
};

function exampleOf(table: GradeTable, figures: GradeFigures): GradeExample {
  const used = new Map<GradeMetric, Set<number>>();
  for (const { when } of table.grades) collectThresholds(when, used);
  const example: GradeExample = { veto: figures.veto };
  for (const metric of used.keys()) example[metric] = printPoints(figures[metric]);
  return example;
}

function describe(example: GradeExample): { zh: string; en: string } {
  const figures = Object.entries(example).filter(([key]) => key !== 'veto');
  const names: Record<string, string> = metricNames;
  const zh = figures.map(([key, value]) => `${names[key]}${String(value)}`).join('、');
  const en = figures.map(([key, value]) => `${key} ${String(value)}`).join(', ');
  return {
    zh: `${zh}${example.veto ? '、有一票否决' : ''}`,
    en: `${en}${example.veto ? ', with a veto' : ''}`,
  };
}

function holeAt(example: GradeExample): GradeProblem {
  const at = describe(example);
  const message = {
    zh: `没有等次可定，例如：${at.zh}`,
    en: `no grade holds, for example: ${at.en}`,
  };
  return { kind: 'hole', grades: [], example, message };
}

function overlapAt(grades: string[], example: GradeExample): GradeProblem {
  const at = describe(example);
  const message = {
    zh: `“${grades.join('”与“')}”同时成立，例如：${at.zh}`,
    en: `“${grades.join('” and “')}” both hold, for example: ${at.en}`,
  };
  return { kind: 'overlap', grades, example, message };
}

function findOverlaps(table: GradeTable, all: readonly Cell[]): GradeProblem[] {
  const problems: GradeProblem[] = [];
  table.grades.forEach((better, at) => {
    table.grades.forEach((worse, below) => {
      if (below <= at || better.overrides || worse.overrides) return;
      const both = all.find(({ holds }) => holds[at] && holds[below]);
      const isSpecialCase = all.every(({ holds }) => !holds[at] || holds[below]);
      if (!both || isSpecialCase) return;
      problems.push(overlapAt([better.key, worse.key], exampleOf(table, both.figures)));
    });
  });
  return problems;
}

/**
 * Holes, overlaps and unreachable grades of a table, exact over every integer unit: a hole of one
 * ten-thousandth of a point is found. With a `space` only what a scorecard can give is looked at.
 * `findGradeProblems(table)` is empty for a table that always gives one grade.
 */
export function findGradeProblems(
  table: GradeTable,
  space: GradeSpace = openSpace,
): GradeProblem[] {
  const all = cells(table, space);
  if (all === undefined) return [tooMany];
  const problems: GradeProblem[] = [];
  const holes = all.filter(({ holds }) => !holds.includes(true));
  const hole = holes.find(({ figures }) => !figures.veto) ?? holes[0];
  if (hole) problems.push(holeAt(exampleOf(table, hole.figures)));
  problems.push(...findOverlaps(table, all));
  table.grades.forEach(({ key }, at) => {
    if (all.some(({ holds }) => holds[at])) return;
    const message = {
      zh: `“${key}”永远不会成立`,
      en: `“${key}” can never hold`,
    };
    problems.push({ kind: 'unreachable', grades: [key], example: null, message });
  });
  return problems;
}
