import { describe, expect, test } from 'vitest';
import { addCounts, closingLine, countsOfReport, countsOfStep, nothing } from './counts.ts';

describe('the closing line of npm test', () => {
  test('sums the tests of all steps', () => {
    const sum = [
      { passed: 3, failed: 0, skipped: 0 },
      { passed: 4, failed: 2, skipped: 0 },
    ].reduce(addCounts, nothing);
    expect(closingLine(sum)).toBe('7 passed, 2 failed');
  });

  test('tells of skipped tests only where there are some', () => {
    expect(closingLine({ passed: 1, failed: 0, skipped: 2 })).toBe('1 passed, 0 failed, 2 skipped');
  });

  test('counts a check without tests as one', () => {
    expect(countsOfStep(true, undefined)).toEqual({ passed: 1, failed: 0, skipped: 0 });
    expect(countsOfStep(false, undefined)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  test('never reports a red step as none failed', () => {
    const crashed = countsOfStep(false, { passed: 12, failed: 0, skipped: 0 });
    expect(crashed).toEqual({ passed: 12, failed: 1, skipped: 0 });
  });

  test('reads the numbers of a vitest report', () => {
    const report = JSON.stringify({ numPassedTests: 5, numFailedTests: 1, numPendingTests: 2 });
    expect(countsOfReport(report)).toEqual({ passed: 5, failed: 1, skipped: 2 });
    expect(countsOfReport(undefined)).toBeUndefined();
  });
});
