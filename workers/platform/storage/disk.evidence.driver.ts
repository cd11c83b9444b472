import { EvidenceStorageError, assertObjectKey, type EvidenceStorage } from './evidence-storage.ts';
import { withExactSize } from './exact-size.ts';

type DiskService = { fetch(url: string, init?: RequestInit): Promise<Response> };
type DirectoryEntry = { name: string; type: string };

function urlOf(key: string): string {
  return `http://evidence/${assertObjectKey(key)}`;
}

async function expectOk(response: Response, what: string): Promise<void> {
  if (response.ok) return;
  await response.body?.cancel();
  throw new EvidenceStorageError(`${what}: the disk answered ${response.status}`);
}

/** Evidence on workerd's disk service, which writes beside and moves into place when all is there. */
export function createDiskEvidenceStorage(disk: DiskService): EvidenceStorage {
  return {
    put: (key, body, size) =>
      withExactSize(body, size, async (exact) => {
        await expectOk(await disk.fetch(urlOf(key), { method: 'PUT', body: exact }), 'put');
      }),

    async get(key, range) {
      const headers = new Headers();
      if (range !== undefined) {
        headers.set('range', `bytes=${range.offset}-${range.offset + range.length - 1}`);
      }
      const response = await disk.fetch(urlOf(key), { headers });
      if (response.status === 404) return undefined;
      await expectOk(response, 'get');
      if (response.body === null) throw new EvidenceStorageError('get: no body');
      const whole = response.headers.get('content-range')?.split('/')[1];
      return { body: response.body, size: Number(whole ?? response.headers.get('content-length')) };
    },

    async measure(key) {
      const response = await disk.fetch(urlOf(key), { method: 'HEAD' });
      if (response.status === 404) return undefined;
      await expectOk(response, 'measure');
      return Number(response.headers.get('content-length'));
    },

    async delete(key) {
      const response = await disk.fetch(urlOf(key), { method: 'DELETE' });
      if (response.status !== 404) await expectOk(response, 'delete');
    },

    async list(folder) {
      const response = await disk.fetch(`${urlOf(folder)}/`);
      if (response.status === 404) return [];
      await expectOk(response, 'list');
      const entries = (await response.json()) as DirectoryEntry[];
      return entries
        .filter(({ type }) => type === 'file')
        .map(({ name }) => name)
        .toSorted();
    },
  };
}
