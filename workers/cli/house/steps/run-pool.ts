/** Runs the works in their order, at most `width` of them at once. */
export async function runPool<T>(
  width: number,
  works: readonly (() => Promise<T>)[],
): Promise<T[]> {
  const results: T[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let index = next++; index < works.length; index = next++) {
      const work = works[index];
      if (work) results[index] = await work();
    }
  };
  await Promise.all(Array.from({ length: width }, lane));
  return results;
}
