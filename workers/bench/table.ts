import { formatTable, inWords } from '../cli/terminal.ts';
import type { BenchRow } from './row.ts';

export type BenchReport = {
  readonly at: string;
  readonly machine: { readonly cores: number; readonly processor: string; readonly node: string };
  /** Processes that waited for a processor, before and after. */
  readonly busyness: readonly [number, number];
  readonly rows: readonly BenchRow[];
};

export function toJson(report: BenchReport): string {
  return JSON.stringify(report, null, 2);
}

function formatNumber(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(value < 10 ? 2 : 1);
}

function formatGoal({ goal, unit }: BenchRow): string {
  if (goal === null) return '–';
  return goal.kind === 'at-most' ? `≤ ${goal.value} ${unit}` : `≥ ${goal.value} ×`;
}

function formatVerdict({ met }: BenchRow): string {
  if (met === null) return '–';
  return inWords(met ? { zh: '达到', en: 'met' } : { zh: '✗ 未达到', en: '✗ missed' });
}

/** Ratios first: absolute numbers belong to the machine they were taken on. */
export function formatReport({ rows }: BenchReport): string {
  const heading = inWords({
    zh: '项目,本系统,对照,单位,倍数,目标,结果',
    en: 'what,ours,other,unit,ratio,goal,result',
  });
  return formatTable([
    heading.split(','),
    ...rows.map((row) => [
      inWords(row.title),
      formatNumber(row.ours),
      row.theirs === null ? '–' : formatNumber(row.theirs),
      row.unit,
      row.ratio === null ? '–' : row.ratio.toFixed(2),
      formatGoal(row),
      formatVerdict(row),
    ]),
  ]);
}
