/**
 * Pages whose borders are multiples of their size, whatever cursor somebody sends: of two pages with
 * free borders the difference would tell about one entry that the reader may not see.
 */
export const firstNumberOf = (after: string | undefined, size: number): number =>
  Math.floor((Number(after) || 0) / size) * size;

/** Of items by number the page that the first stands in, and where the next begins. */
export function pageOfNumbers<Item extends { number: number }>(
  found: readonly Item[],
  size: number,
): { items: Item[]; next: string | undefined } {
  const border = Math.ceil((found[0]?.number ?? 0) / size) * size;
  const items = found.filter(({ number }) => number <= border);
  const isThrough = items.length === found.length && found.length < size;
  return { items, next: isThrough ? undefined : String(border) };
}
