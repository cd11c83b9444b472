import { EvidenceStorageError, assertObjectKey, type EvidenceStorage } from './evidence-storage.ts';
import { withExactSize } from './exact-size.ts';

async function attempt<T>(what: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof EvidenceStorageError) throw cause;
    throw new EvidenceStorageError(`${what}: R2 did not do it`, { cause });
  }
}

async function listNames(bucket: R2Bucket, prefix: string): Promise<string[]> {
  const names: string[] = [];
  let cursor: string | undefined;
  do {
    const page: R2Objects = await bucket.list({ prefix, delimiter: '/', cursor });
    names.push(...page.objects.map(({ key }) => key.slice(prefix.length)));
    cursor = page.truncated ? page.cursor : undefined;
  } while (cursor !== undefined);
  return names.toSorted();
}

/** Evidence in a Cloudflare R2 bucket. */
export function createR2EvidenceStorage(bucket: R2Bucket): EvidenceStorage {
  return {
    put: (key, body, size) =>
      withExactSize(body, size, (exact) =>
        attempt('put', async () => {
          await bucket.put(assertObjectKey(key), exact);
        }),
      ),

    get: (key, range) =>
      attempt('get', async () => {
        const object = await bucket.get(assertObjectKey(key), range === undefined ? {} : { range });
        return object === null ? undefined : { body: object.body, size: object.size };
      }),

    measure: (key) =>
      attempt('measure', async () => (await bucket.head(assertObjectKey(key)))?.size),

    delete: (key) => attempt('delete', () => bucket.delete(assertObjectKey(key))),

    list: (folder) => attempt('list', () => listNames(bucket, `${assertObjectKey(folder)}/`)),
  };
}
