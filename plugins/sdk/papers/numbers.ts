/** A place in a series: the prefix with the issuer's characters, the year, the running figure. */
export type PaperNumber = { prefix: string; year: number; number: number };

const written =
  /^(?<prefix>.+?)[〔[［（(](?<year>\d{4})[〕\]］）)](?:第)?(?<number>[1-9]\d{0,5})号?$/u;

/** As it stands on paper: `writeNumber({ prefix: '测卫督', year: 2026, number: 3 }) === '测卫督〔2026〕3号'`. */
export function writeNumber({ prefix, year, number }: PaperNumber): string {
  return `${prefix}〔${year}〕${number}号`;
}

/** Reads what a person typed, whatever the brackets: `readNumber('测卫[2026]3号')?.number === 3`. */
export function readNumber(text: string): PaperNumber | undefined {
  const groups = written.exec(text.normalize('NFKC').replaceAll(/\s/gu, ''))?.groups;
  if (groups === undefined) return undefined;
  const { prefix = '', year, number } = groups;
  return { prefix, year: Number(year), number: Number(number) };
}

/** One more than the highest ever given, void or not: `nextNumber([1, 3]) === 4`. */
export function nextNumber(given: readonly number[]): number {
  return given.reduce((highest, number) => Math.max(highest, number), 0) + 1;
}

/**
 * Numbers below the highest that nothing on record explains; a void one is on record with its
 * reason and is no gap: `gapsIn([1, 2, 5])` is `[3, 4]`.
 */
export function gapsIn(onRecord: readonly number[]): number[] {
  const kept = new Set(onRecord);
  const gaps: number[] = [];
  for (let number = 1; number < nextNumber(onRecord); number += 1) {
    if (!kept.has(number)) gaps.push(number);
  }
  return gaps;
}

/** Neighbours as one stretch: `stretchesOf([3, 4, 7])` is `[[3, 4], [7, 7]]`. */
export function stretchesOf(numbers: readonly number[]): [from: number, to: number][] {
  const stretches: [number, number][] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = stretches.at(-1);
    if (last !== undefined && number === last[1] + 1) last[1] = number;
    else stretches.push([number, number]);
  }
  return stretches;
}
