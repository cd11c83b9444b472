import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  EvidenceSizeError,
  assertObjectKey,
  type EvidenceStorage,
} from '#workers/platform/storage/evidence-storage.ts';

function readable(bytes: Uint8Array): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(bytes);
      controller.close();
    },
  });
}

async function collect(body: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Evidence in the folder that the Worker later reads through its disk service, from Node. */
export function createFolderEvidenceStorage(root: string): EvidenceStorage {
  const fileOf = (key: string): string => join(root, assertObjectKey(key));
  const sizeOf = (key: string): number | undefined =>
    statSync(fileOf(key), { throwIfNoEntry: false })?.size;
  return {
    async put(key, body, size) {
      const bytes = body instanceof Uint8Array ? body : await collect(body);
      if (bytes.length !== size) throw new EvidenceSizeError(`${bytes.length} bytes, not ${size}`);
      mkdirSync(dirname(fileOf(key)), { recursive: true, mode: 0o700 });
      writeFileSync(fileOf(key), bytes, { mode: 0o600 });
    },
    get(key, range) {
      if (sizeOf(key) === undefined) return Promise.resolve(undefined);
      const bytes = readFileSync(fileOf(key));
      const end = range === undefined ? bytes.length : range.offset + range.length;
      const body = readable(bytes.subarray(range?.offset ?? 0, end));
      return Promise.resolve({ body, size: bytes.length });
    },
    measure: (key) => Promise.resolve(sizeOf(key)),
    delete: (key) => Promise.resolve(rmSync(fileOf(key), { force: true })),
    list: (folder) =>
      Promise.resolve(
        statSync(fileOf(folder), { throwIfNoEntry: false }) === undefined
          ? []
          : readdirSync(fileOf(folder)).toSorted((left, right) => (left < right ? -1 : 1)),
      ),
  };
}
