import { EvidenceSizeError } from './evidence-storage.ts';

/** Lets exactly `size` bytes through and breaks off at anything else. */
function createGauge(size: number) {
  const gauge: { mismatch?: EvidenceSizeError } = {};
  let seen = 0;
  const fail = (): never => {
    gauge.mismatch = new EvidenceSizeError(`the body did not have the announced ${size} bytes`);
    throw gauge.mismatch;
  };
  const stream = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      seen += chunk.byteLength;
      if (seen > size) fail();
      controller.enqueue(chunk);
    },
    flush() {
      if (seen !== size) fail();
    },
  });
  return { gauge, stream };
}

/**
 * Hands `store` a body of known length that ends well only after exactly `size` bytes, so that a
 * driver stores all of it or nothing.
 */
export async function withExactSize<T>(
  body: ReadableStream<Uint8Array> | Uint8Array,
  size: number,
  store: (body: ReadableStream<Uint8Array>) => Promise<T>,
): Promise<T> {
  const { gauge, stream } = createGauge(size);
  const { readable, writable } = new FixedLengthStream(size);
  const source = body instanceof Uint8Array ? streamOf(body) : body;
  const ending = new AbortController();
  const { signal } = ending;
  const filling = source.pipeThrough(stream, { signal }).pipeTo(writable, { signal });
  // Whether filling broke off is read from its promise below; until then it must not go unhandled.
  filling.catch(() => undefined);
  try {
    const stored = await store(readable);
    await filling;
    return stored;
  } catch (error) {
    // A driver that failed before it read anything would leave the source waiting for ever.
    ending.abort();
    throw gauge.mismatch ?? error;
  }
}

function streamOf(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      if (bytes.length > 0) controller.enqueue(bytes);
      controller.close();
    },
  });
}
