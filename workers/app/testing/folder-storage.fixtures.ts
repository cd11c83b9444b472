import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { EvidenceSizeError, assertObjectKey } from '#workers/platform/storage/evidence-storage.ts';
import type { EvidenceStorage } from '#workers/platform/storage/evidence-storage.ts';

/** Evidence in a temporary folder of this machine: real files, for tests in Node. */
export async function createFolderStorage(): Promise<EvidenceStorage & { close(): Promise<void> }> {
  const root = await mkdtemp(join(tmpdir(), 'qingfeng-evidence-'));
  const fileOf = (key: string) => join(root, assertObjectKey(key));
  return {
    async put(key, body, size) {
      const bytes = new Uint8Array(await new Response(asBody(body)).arrayBuffer());
      if (bytes.length !== size) throw new EvidenceSizeError(`${bytes.length} bytes, not ${size}`);
      await mkdir(dirname(fileOf(key)), { recursive: true });
      await writeFile(fileOf(key), bytes);
    },
    async get(key, range) {
      const bytes = await readFile(fileOf(key)).catch(() => undefined);
      if (!bytes) return undefined;
      const end = range ? range.offset + range.length : bytes.length;
      const part = new Uint8Array(bytes.subarray(range?.offset ?? 0, end));
      const { body } = new Response(part);
      return body ? { body, size: bytes.length } : undefined;
    },
    async measure(key) {
      return (await stat(fileOf(key)).catch(() => undefined))?.size;
    },
    async delete(key) {
      await rm(fileOf(key), { force: true });
    },
    async list(folder) {
      return (await readdir(fileOf(folder)).catch(() => [])).toSorted((left, right) =>
        left.localeCompare(right),
      );
    },
    close: () => rm(root, { recursive: true, force: true }),
  };
}

function asBody(body: ReadableStream<Uint8Array> | Uint8Array): BodyInit {
  return body instanceof Uint8Array ? new Uint8Array(body) : body;
}
