/** Two integers; a quotient is made for the screen only, at the last step. */
export type Pair = { numerator: number; denominator: number };

export type Interval = { value: number; low: number; high: number };

export type Standing = 'clearly-above' | 'above' | 'same' | 'below' | 'clearly-below';

const perTenThousand = 10_000;
const normal95 = 1.959963984540054;
const normal998 = 3.090232306167813;

/** Sums of numerators over sums of denominators: never an average of averages. */
export function pool(pairs: readonly Pair[]): Pair {
  return pairs.reduce(
    (sum, pair) => ({
      numerator: sum.numerator + pair.numerator,
      denominator: sum.denominator + pair.denominator,
    }),
    { numerator: 0, denominator: 0 },
  );
}

/** The share in 1/10,000, half up, by integers alone; undefined where there is no denominator. */
export function shareOf({ numerator, denominator }: Pair): number | undefined {
  if (denominator === 0) return undefined;
  const doubled = 2n * BigInt(numerator) * BigInt(perTenThousand) + BigInt(denominator);
  return Number(doubled / (2n * BigInt(denominator)));
}

/**
 * Wilson's score interval at 95 %, bounds in 1/10,000 (E. B. Wilson, JASA 22 (1927) 209–212). It
 * keeps inside 0 and 1 and stays honest at 100 % of few cases.
 */
export function waveringRange(pair: Pair): Interval | undefined {
  const value = shareOf(pair);
  if (value === undefined) return undefined;
  const [low, high] = wilson(pair.numerator, pair.denominator, normal95);
  return {
    value,
    low: Math.min(value, Math.max(0, Math.floor(low * perTenThousand))),
    high: Math.max(value, Math.min(perTenThousand, Math.ceil(high * perTenThousand))),
  };
}

/**
 * How a region stands to all regions of the board together: beyond the limits that chance reaches
 * around the pooled level with this region's denominator in 99.8 % (明显) or 95 % of cases, as on a
 * funnel plot of proportions (D. J. Spiegelhalter, Stat. Med. 24 (2005) 1185–1202).
 */
export function standingAgainst(all: Pair, pair: Pair): Standing | undefined {
  if (all.denominator === 0 || pair.denominator === 0) return undefined;
  const level = all.numerator / all.denominator;
  const distance = pair.numerator / pair.denominator - level;
  const spread = Math.sqrt((level * (1 - level)) / pair.denominator);
  if (Math.abs(distance) <= normal95 * spread) return 'same';
  const clearly = Math.abs(distance) > normal998 * spread;
  if (distance > 0) return clearly ? 'clearly-above' : 'above';
  return clearly ? 'clearly-below' : 'below';
}

function wilson(successes: number, cases: number, deviation: number): [number, number] {
  const share = successes / cases;
  const square = deviation * deviation;
  const centre = share + square / (2 * cases);
  const spread = deviation * Math.sqrt((share * (1 - share) + square / (4 * cases)) / cases);
  const scale = 1 + square / cases;
  return [(centre - spread) / scale, (centre + spread) / scale];
}
