export type Counts = { passed: number; failed: number; skipped: number };

export const nothing: Counts = { passed: 0, failed: 0, skipped: 0 };

export function addCounts(one: Counts, other: Counts): Counts {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    skipped: one.skipped + other.skipped,
  };
}

/** A step that failed without a failed test (a crash, a broken import, a skipped test) counts once. */
export function countsOfStep(isGreen: boolean, tests: Counts | undefined): Counts {
  if (tests === undefined) return { ...nothing, [isGreen ? 'passed' : 'failed']: 1 };
  return isGreen || tests.failed > 0 ? tests : { ...tests, failed: 1 };
}

/** Reads the report of vitest's JSON reporter; a missing or empty report is no count. */
export function countsOfReport(report: string | undefined): Counts | undefined {
  if (report === undefined) return undefined;
  const parsed: unknown = JSON.parse(report);
  if (typeof parsed !== 'object' || parsed === null) return undefined;
  const number = (key: string): number => {
    const value = (parsed as Record<string, unknown>)[key];
    return typeof value === 'number' ? value : 0;
  };
  const skipped = number('numPendingTests') + number('numTodoTests');
  return { passed: number('numPassedTests'), failed: number('numFailedTests'), skipped };
}

export function closingLine({ passed, failed, skipped }: Counts): string {
  const line = `${passed} passed, ${failed} failed`;
  return skipped > 0 ? `${line}, ${skipped} skipped` : line;
}
