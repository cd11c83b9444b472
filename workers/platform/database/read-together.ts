type Values<Reads extends readonly Promise<unknown>[]> = {
  -readonly [At in keyof Reads]: Awaited<Reads[At]>;
};

/**
 * Awaits reads that were begun together and so travel in one round trip. Where several refuse, the
 * first named one is heard, as if they had been made one after another.
 */
export async function readTogether<const Reads extends readonly Promise<unknown>[]>(
  ...reads: Reads
): Promise<Values<Reads>> {
  const refused = (await Promise.allSettled(reads)).find(({ status }) => status === 'rejected');
  if (refused?.status === 'rejected') throw refused.reason;
  return Promise.all(reads) as Promise<Values<Reads>>;
}
