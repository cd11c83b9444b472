import { describe, expect, test } from 'vitest';
import { limitRow, medianOf, ratioRow } from './row.ts';
import { formatReport, toJson } from './table.ts';
import type { BenchReport } from './table.ts';

const title = { zh: '登录后读取', en: 'authenticated read' };
const read = (ours: number, theirs: number, atLeast: number | null = 0.5) =>
  ratioRow({ name: 'read', title, unit: 'req/s', ours, theirs, atLeast });
const weight = (ours: number) =>
  limitRow({
    name: 'weight',
    title: { zh: '程序包', en: 'bundle' },
    unit: 'KB',
    ours,
    atMost: 100,
  });
const reportOf = (...rows: BenchReport['rows']): BenchReport => ({
  at: '2026-11-22T00:00:00.000Z',
  machine: { cores: 2, processor: 'test', node: 'v24' },
  busyness: [0.1, 1.9],
  rows,
});

describe('a row of the bench', () => {
  test('meets its goal exactly where the ratio reaches it', () => {
    expect(read(50, 100)).toMatchObject({ ratio: 0.5, met: true });
    expect(read(49, 100)).toMatchObject({ ratio: 0.49, met: false });
  });

  test('with nothing measured on the other side has no ratio and misses its goal', () => {
    expect(read(50, 0)).toMatchObject({ ratio: null, met: false });
  });

  test('without a goal neither meets nor misses', () => {
    expect(read(1, 100, null)).toMatchObject({ ratio: 0.01, goal: null, met: null });
  });

  test('with a limit of its own meets it up to the limit', () => {
    expect([weight(100).met, weight(100.1).met]).toEqual([true, false]);
    expect(weight(1)).toMatchObject({ theirs: null, ratio: null });
  });

  test('takes the middle round, not the best one', () => {
    expect(medianOf([900, 100, 300])).toBe(300);
    expect(medianOf([100, 300])).toBe(200);
    expect(() => medianOf([])).toThrow('nothing was measured');
  });
});

describe('the table', () => {
  test('marks a missed goal instead of hiding it', () => {
    const [heading, met, missed] = formatReport(reportOf(read(60, 100), weight(120))).split('\n');
    expect(heading).toMatch(/倍数|ratio/);
    expect(met).toMatch(/0\.60 +≥ 0\.5 × +(?:达到|met)/);
    expect(missed).toMatch(/120 +– +KB +– +≤ 100 KB +✗/);
  });

  test('is the same for machines, with the details', () => {
    const report = reportOf(
      ratioRow({ ...read(60, 100), theirs: 100, atLeast: 0.5, details: { p99: 7 } }),
    );
    const { rows, busyness } = JSON.parse(toJson(report)) as BenchReport;
    expect(rows[0]).toEqual({
      name: 'read',
      title,
      unit: 'req/s',
      ours: 60,
      theirs: 100,
      ratio: 0.6,
      goal: { kind: 'ratio-at-least', value: 0.5 },
      met: true,
      details: { p99: 7 },
    });
    expect(busyness).toEqual([0.1, 1.9]);
  });
});
