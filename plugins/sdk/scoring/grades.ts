import type {
  GradeCondition,
  GradeMetric,
  GradeTable,
  Veto,
} from '#schema/contracts/campaign/scorecard.ts';
import { parsePoints } from '../points/points.ts';

/** What a grade looks at: integers, and whether any veto fired. */
export type GradeFigures = Readonly<Record<GradeMetric, number>> & { readonly veto: boolean };

export type GradeTest = (figures: GradeFigures) => boolean;

type Grade = GradeTable['grades'][number];

export type CompiledGrades = {
  grades: readonly Grade[];
  choose: (figures: GradeFigures) => Grade | undefined;
  /** The worse of a grade and the ceiling that a veto sets. */
  lower: (grade: Grade | undefined, ceiling: string) => Grade | undefined;
};

const comparisons = {
  lt: (left: number, right: number) => left < right,
  le: (left: number, right: number) => left <= right,
  gt: (left: number, right: number) => left > right,
  ge: (left: number, right: number) => left >= right,
  eq: (left: number, right: number) => left === right,
};

/** One grade's conditions as a function of the figures. */
export function compileGradeTest(condition: GradeCondition): GradeTest {
  if ('all' in condition) {
    const parts = condition.all.map(compileGradeTest);
    return (figures) => parts.every((part) => part(figures));
  }
  if ('any' in condition) {
    const parts = condition.any.map(compileGradeTest);
    return (figures) => parts.some((part) => part(figures));
  }
  if ('not' in condition) {
    const inner = compileGradeTest(condition.not);
    return (figures) => !inner(figures);
  }
  if ('share' in condition) throw new RangeError('shares are turned into points before');
  if ('veto' in condition) return (figures) => figures.veto === condition.veto;
  const value = parsePoints(condition.value);
  const compare = comparisons[condition.op];
  const { metric } = condition;
  return (figures) => compare(figures[metric], value);
}

/** Overriding grades from the worst up, then the others from the best down. */
export function gradeOrder(grades: readonly Grade[]): readonly Grade[] {
  const overriding = grades.filter((grade) => grade.overrides).reverse();
  return [...overriding, ...grades.filter((grade) => !grade.overrides)];
}

export function compileGrades(table: GradeTable, vetoes: readonly Veto[]): CompiledGrades {
  const { grades } = table;
  const ranks = new Map(grades.map((grade, rank) => [grade.key, rank]));
  const stray = vetoes.find((veto) => !ranks.has(veto.gradeAtMost));
  if (stray) throw new RangeError(`${stray.key}: no grade “${stray.gradeAtMost}” in the table`);
  const tests = gradeOrder(grades).map((grade) => ({ grade, test: compileGradeTest(grade.when) }));
  return {
    grades,
    choose: (figures) => tests.find(({ test }) => test(figures))?.grade,
    lower: (grade, ceiling) => {
      const rank = ranks.get(ceiling) ?? 0;
      if (grade !== undefined && (ranks.get(grade.key) ?? 0) >= rank) return grade;
      return grades[rank];
    },
  };
}
