import { EvidenceSizeError } from './evidence-storage.ts';

/**
 * A body that ends well only after exactly `size` bytes. A driver that is handed one stores all of
 * it or nothing.
 */
export async function withExactSize<T>(
  body: ReadableStream<Uint8Array> | Uint8Array,
  size: number,
  store: (body: ReadableStream<Uint8Array>) => Promise<T>,
): Promise<T> {
  const { readable, writable } = new FixedLengthStream(size);
  const source = body instanceof Uint8Array ? streamOf(body) : body;
  let broken: unknown;
  const filling = source.pipeTo(writable).catch((error: unknown) => {
    broken = error;
  });
  try {
    const stored = await store(readable);
    await filling;
    if (broken === undefined) return stored;
  } catch (error) {
    await filling;
    if (broken === undefined) throw error;
  }
  throw new EvidenceSizeError(`the body did not have ${size} bytes`, { cause: broken });
}

function streamOf(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      if (bytes.length > 0) controller.enqueue(bytes);
      controller.close();
    },
  });
}
