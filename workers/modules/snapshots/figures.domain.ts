import type { Indicator } from '#schema/contracts/campaign/indicator.ts';

export type FilingsStatistic = Extract<Indicator['measure'], { kind: 'filings' }>['statistic'];

/** The instants a figure is counted between: after the first, up to and including the second. */
export type Window = { readonly after: number; readonly until: number };

/** What the three figures look at of one filing; decisions that were undone are not among them. */
export type FilingRecord = {
  readonly organizationId: string;
  readonly isExempt: boolean;
  readonly nil: boolean;
  readonly dueAt: number | null;
  readonly firstFiledAt: number | null;
  readonly decisions: readonly { readonly decision: 'accept' | 'return'; readonly at: number }[];
};

/** `verified`: how many of the denominator an office has examined; absent where it is the figure itself. */
export type Tally = {
  readonly numerator: number;
  readonly denominator: number;
  readonly units: number;
  readonly verified?: number;
  readonly verifiedWrong?: number;
};

export type FilingTallies = {
  readonly statistics: Readonly<Record<FilingsStatistic, Tally>>;
  readonly reporting: { readonly unitsDue: number; readonly unitsReported: number };
};

/**
 * 按时报送率, 一次通过率, 退回整改完成率 as of the end of a window, one filing after the other. The
 * repository asks the engine for the same numbers in one statement; a test holds them together.
 */
export function tallyFilings(filings: readonly FilingRecord[], window: Window): FilingTallies {
  const counted = filings
    .filter(({ isExempt }) => !isExempt)
    .map((filing) => ({ filing, course: courseOf(filing, window) }));
  const due = counted.filter(({ filing }) => isWithin(filing.dueAt, window));
  const first = counted.filter(
    ({ filing, course }) => !filing.nil && isWithin(course.firstAt, window),
  );
  const returned = counted.filter(({ course }) => course.returnedAt !== undefined);
  const late = due.filter(({ filing }) => !hasArrivedBy(filing, window.until));
  return {
    statistics: {
      'on-time': {
        ...tally(due, ({ filing }) => hasArrivedBy(filing, filing.dueAt)),
        verified: due.filter(({ course }) => course.firstAt !== null).length,
        verifiedWrong: due.filter(({ course }) => course.wasReturned).length,
      },
      'first-pass': tally(first, ({ course }) => course.first === 'accept'),
      'rectified-after-return': tally(returned, ({ course }) => course.isMended),
    },
    reporting: {
      unitsDue: unitsOf(due),
      unitsReported: unitsOf(due) - unitsOf(late),
    },
  };
}

type Course = {
  readonly first: 'accept' | 'return' | undefined;
  readonly firstAt: number | null;
  readonly wasReturned: boolean;
  /** The last return within the window. */
  readonly returnedAt: number | undefined;
  readonly isMended: boolean;
};

function courseOf(filing: FilingRecord, { after, until }: Window): Course {
  const known = filing.decisions
    .filter(({ at }) => at <= until)
    .toSorted((left, right) => left.at - right.at);
  const returns = known.filter(({ decision }) => decision === 'return');
  const returnedAt = returns.findLast(({ at }) => at > after)?.at;
  return {
    first: known[0]?.decision,
    firstAt: known[0]?.at ?? null,
    wasReturned: returns.length > 0,
    returnedAt,
    isMended:
      returnedAt !== undefined &&
      known.some(({ decision, at }) => decision === 'accept' && at > returnedAt),
  };
}

type Counted = { readonly filing: FilingRecord; readonly course: Course };

function tally(counted: readonly Counted[], holds: (one: Counted) => boolean): Tally {
  return {
    numerator: counted.filter(holds).length,
    denominator: counted.length,
    units: unitsOf(counted),
  };
}

function unitsOf(counted: readonly Counted[]): number {
  return new Set(counted.map(({ filing }) => filing.organizationId)).size;
}

function isWithin(at: number | null, { after, until }: Window): boolean {
  return at !== null && at > after && at <= until;
}

function hasArrivedBy({ firstFiledAt }: FilingRecord, at: number | null): boolean {
  return firstFiledAt !== null && at !== null && firstFiledAt <= at;
}
