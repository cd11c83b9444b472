import { describe, expect, it } from 'vitest';
import { findPointProblems } from '#plugins/sdk/scoring/point-problems.ts';
import { benchScorecard } from './scoring-table.ts';
import { scoringRow } from './scoring.ts';

describe('the scoring row of the bench', () => {
  it('scores a table whose points add up', () => {
    expect(findPointProblems(benchScorecard(100))).toEqual([]);
  });

  it('compares only engines that agree on every subject, and writes a reason for each loss', async () => {
    const row = await scoringRow({ items: 40, institutions: 60, sampled: 20, theirs: 20 });
    expect(row).toMatchObject({ name: 'scoring', unit: 'criteria/s' });
    expect(row.details.lines).toBeGreaterThan(0);
    expect(row.ratio).toBeCloseTo(row.ours / row.theirs);
  });
});
