import { describe, expect, it } from 'vitest';
import { attachment, stampedScan } from '#plugins/sdk/define.ts';
import { submissionStates } from '#schema/contracts/submissions.ts';
import {
  barOf,
  isWaiting,
  missingStampChecks,
  needsStampChecks,
  standing,
  undoableOf,
} from './reviews.domain.ts';
import type { Decided } from './reviews.domain.ts';

const noon = Date.parse('2026-07-01T12:00:00+08:00');

function decided(id: string, more: Partial<Decided> = {}): Decided {
  const facts = { decision: 'return' as const, reviewerId: 'per_1', undoes: null, at: noon };
  return { id, submissionVersion: 5, ...facts, ...more };
}

describe('who may decide', () => {
  const reviewer = { personId: 'per_1', organizationId: 'org_bureau', grants: [], recusedFrom: [] };
  const filing = { organizationId: 'org_hospital', madeBy: ['per_2'] };

  it('is everybody who has nothing to do with the filing', () => {
    expect(barOf(reviewer, filing)).toBeUndefined();
  });

  it('is nobody of the unit itself, nobody with a declared tie and nobody who made it', () => {
    expect(barOf(reviewer, { ...filing, organizationId: 'org_bureau' })).toBe('own-unit');
    expect(barOf({ ...reviewer, recusedFrom: ['org_hospital'] }, filing)).toBe('recused');
    expect(barOf(reviewer, { ...filing, madeBy: ['per_1'] })).toBe('own-work');
  });

  it('decides only on what has arrived and is not decided', () => {
    expect(submissionStates.filter(isWaiting)).toEqual(['filed', 'held']);
  });
});

describe('the ticks of a stamped scan', () => {
  it('are asked for where the task wants a stamp, or where one was supplied', () => {
    const wanted = { deliverables: [stampedScan('stamped', '盖章扫描件')] };
    const offered = { deliverables: [stampedScan('stamped', '盖章扫描件', { required: false })] };
    expect(needsStampChecks(wanted, {})).toBe(true);
    expect(needsStampChecks(offered, {})).toBe(false);
    expect(needsStampChecks(offered, { stamped: ['evd_1'] })).toBe(true);
    expect(needsStampChecks({ deliverables: [attachment('a', '附件')] }, { a: ['evd_1'] })).toBe(
      false,
    );
    expect(needsStampChecks({}, {})).toBe(false);
  });

  it('are all four', () => {
    expect(missingStampChecks(['signed', 'clear'])).toEqual(['same-name', 'in-period']);
    expect(missingStampChecks(['in-period', 'signed', 'same-name', 'clear'])).toEqual([]);
  });
});

describe('what can be taken back', () => {
  const now = { personId: 'per_1', at: noon + 3_600_000, submissionVersion: 5 };

  it('is the newest decision, whatever order the record comes in', () => {
    const rows = [decided('rev_2'), decided('rev_1', { submissionVersion: 3 })];
    expect(undoableOf(rows, now)?.id).toBe('rev_2');
    expect(undoableOf(rows.toReversed(), now)?.id).toBe('rev_2');
    expect(undoableOf([], now)).toBeUndefined();
  });

  it('is only what the same person decided today and nothing has followed from', () => {
    const rows = [decided('rev_1')];
    expect(undoableOf(rows, { ...now, personId: 'per_2' })).toBeUndefined();
    expect(undoableOf(rows, { ...now, submissionVersion: 6 })).toBeUndefined();
    const midnight = Date.parse('2026-07-02T00:00:00+08:00');
    expect(undoableOf(rows, { ...now, at: midnight - 1 })?.id).toBe('rev_1');
    expect(undoableOf(rows, { ...now, at: midnight })).toBeUndefined();
  });

  it('is no undo, and what was undone stands no more', () => {
    const undo = decided('rev_2', { decision: 'undo', undoes: 'rev_1', submissionVersion: 6 });
    const rows = [decided('rev_1'), undo, decided('rev_3', { submissionVersion: 9 })];
    expect(undoableOf(rows.slice(0, 2), { ...now, submissionVersion: 6 })).toBeUndefined();
    expect(standing(rows).map(({ id }) => id)).toEqual(['rev_3']);
  });
});
