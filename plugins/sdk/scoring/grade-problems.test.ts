import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GradeTable } from '#schema/contracts/campaign/scorecard.ts';
import { atLeast, grade, lessThan, noDeduction, overridingGrade, vetoed } from './define.ts';
import { findGradeProblems } from './grade-problems.ts';
import { gradeSpaceOf } from './grade-space.ts';
import { compileGrades } from './grades.ts';
import { fullTable, publishedGrades, testSource, units } from './testing/scorecards.fixtures.ts';

const tableOf = (...grades: GradeTable['grades']): GradeTable => ({ grades, source: testSource });

const poorFrom = (deductions: number) =>
  overridingGrade('poor', '较差', lessThan('total', 60), atLeast('deductions', deductions), vetoed);

describe('R34 the published grade table', () => {
  it('has a hole: 60 points and more with deductions from 25 to under 30', () => {
    const [problem, ...others] = findGradeProblems(publishedGrades);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ kind: 'hole', example: { veto: false } });
    const total = units(problem?.example?.total ?? '0');
    const deductions = units(problem?.example?.deductions ?? '0');
    expect(total).toBeGreaterThanOrEqual(units('60'));
    expect(deductions).toBeGreaterThanOrEqual(units('25'));
    expect(deductions).toBeLessThan(units('30'));
    expect(problem?.message.zh).toBe('没有等次可定，例如：总分60、扣分25');
  });

  it('has the hole also among the scores its own card can give', () => {
    const [problem] = findGradeProblems(publishedGrades, gradeSpaceOf(fullTable));
    expect(problem).toMatchObject({ kind: 'hole' });
    const total = units(problem?.example?.total ?? '0');
    const deductions = units(problem?.example?.deductions ?? '0');
    expect(total + deductions).toBeGreaterThanOrEqual(units('100'));
    expect(total + deductions).toBeLessThanOrEqual(units('115'));
  });

  it('is whole once 较差 begins where 一般 ends', () => {
    const mended = {
      ...publishedGrades,
      grades: [...publishedGrades.grades.slice(0, 3), poorFrom(25)],
    };
    expect(findGradeProblems(mended)).toEqual([]);
  });

  it('keeps a hole of one ten-thousandth of a point in sight', () => {
    const table = tableOf(
      grade('pass', '合格', { metric: 'total', op: 'gt', value: '60' }),
      grade('fail', '不合格', lessThan('total', 60)),
    );
    expect(findGradeProblems(table)).toMatchObject([{ kind: 'hole', example: { total: '60' } }]);
  });
});

describe('overlaps', () => {
  it('are found where neither grade is a special case of the other', () => {
    const table = tableOf(
      grade('good', '良好', atLeast('total', 80)),
      grade('fair', '一般', lessThan('total', 85)),
    );
    expect(findGradeProblems(table)).toMatchObject([
      { kind: 'overlap', grades: ['good', 'fair'], example: { total: '80' } },
    ]);
  });

  it('are found where a veto would leave two grades standing', () => {
    const table = tableOf(
      grade('good', '良好', atLeast('total', 60)),
      grade('poor', '较差', { any: [lessThan('total', 60), vetoed] }),
    );
    expect(findGradeProblems(table)).toMatchObject([
      { kind: 'overlap', grades: ['good', 'poor'], example: { veto: true } },
    ]);
  });

  it('are none where a better grade only asks for more', () => {
    const table = tableOf(
      grade('excellent', '优秀', atLeast('total', 90), noDeduction),
      grade('good', '良好', atLeast('total', 80)),
      grade('fair', '一般', atLeast('total', 0)),
    );
    expect(findGradeProblems(table)).toEqual([]);
  });
});

it('a grade nobody can reach is named', () => {
  const table = tableOf(
    grade('best', '特优', atLeast('total', 90), lessThan('total', 80)),
    grade('rest', '其他', atLeast('total', 0)),
  );
  expect(findGradeProblems(table)).toMatchObject([{ kind: 'unreachable', grades: ['best'] }]);
});

it('R35 a pass needs the total and the key items at once', () => {
  const table = tableOf(
    grade('pass', '合格', atLeast('total', 800), atLeast('core', 80)),
    grade('fail', '不合格', { any: [lessThan('total', 800), lessThan('core', 80)] }),
  );
  expect(findGradeProblems(table)).toEqual([]);
});

it('a table of a thousand lines is refused at once', () => {
  const metrics = ['total', 'base', 'bonus', 'deductions', 'core'] as const;
  const lines = metrics.flatMap((metric) =>
    Array.from({ length: 200 }, (_, at) => atLeast(metric, at)),
  );
  const table = tableOf(
    grade('best', '优秀', { any: lines }),
    grade('rest', '其他', atLeast('total', 0)),
  );
  expect(findGradeProblems(table)).toMatchObject([{ kind: 'too-many-lines' }]);
});

it('agrees with every point of a small space, tried one by one', () => {
  const metric = fc.constantFrom('total', 'deductions');
  const op = fc.constantFrom('lt', 'le', 'gt', 'ge', 'eq');
  const value = fc.integer({ min: 0, max: 4 }).map((each) => `0.000${each}`);
  const condition = fc.record({ metric, op, value }) as fc.Arbitrary<ReturnType<typeof atLeast>>;
  const holding = fc.array(condition, { minLength: 1, maxLength: 2 });
  fc.assert(
    fc.property(fc.array(holding, { minLength: 2, maxLength: 4 }), (lists) => {
      const table = tableOf(...lists.map((all, at) => grade(`g${at}`, `第${at}等`, ...all)));
      const { choose } = compileGrades(table, []);
      let isHole = false;
      for (let total = 0; total <= 5; total += 1) {
        for (let deductions = 0; deductions <= 5; deductions += 1) {
          const figures = { total, deductions, base: 0, bonus: 0, core: 0, veto: false };
          isHole ||= choose(figures) === undefined;
        }
      }
      expect(findGradeProblems(table).some(({ kind }) => kind === 'hole')).toBe(isHole);
    }),
  );
});
