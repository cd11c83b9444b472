import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';

/** The address of a Worker that serves a storage, as `storage.fixtures.ts` does. */
export type StorageServer = { origin: string };

function createClient(origin: string) {
  const call = (path: string, query: Record<string, string | number>, init?: RequestInit) =>
    fetch(
      `${origin}${path}?${new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]))}`,
      init,
    );
  return {
    put: async (key: string, bytes: Uint8Array<ArrayBuffer>, size = bytes.length) => {
      const response = await call('/put', { key, size }, { method: 'PUT', body: bytes });
      return response.status === 204 ? 'stored' : await response.text();
    },
    get: async (key: string, range?: { offset: number; length: number }) => {
      const response = await call('/get', { key, ...range });
      if (response.status === 404) return undefined;
      const bytes = new Uint8Array(await response.arrayBuffer());
      return { bytes, size: Number(response.headers.get('x-size')), status: response.status };
    },
    measure: async (key: string) => (await call('/measure', { key })).json(),
    delete: async (key: string) => (await call('/delete', { key }, { method: 'POST' })).status,
    list: async (key: string) => (await call('/list', { key })).json(),
    status: async (path: string, key: string) => (await call(path, { key })).status,
  };
}

/** What every storage of evidence must do, whichever machine it stands on. */
export function describeEvidenceStorage(name: string, start: () => Promise<StorageServer>): void {
  describe(`evidence ${name}`, () => {
    let storage: ReturnType<typeof createClient>;
    const photo = new Uint8Array(randomBytes(300_000));
    beforeAll(async () => {
      storage = createClient((await start()).origin);
    });

    test('what was stored is read back byte by byte, with its size', async () => {
      expect(await storage.put('dong/a1/0001', photo)).toBe('stored');
      const stored = await storage.get('dong/a1/0001');
      expect(Buffer.compare(stored?.bytes ?? new Uint8Array(), photo)).toBe(0);
      expect(stored?.size).toBe(photo.length);
      expect(await storage.measure('dong/a1/0001')).toBe(photo.length);
    });

    test('an upload of eight mebibytes, one part of a large file, is stored whole', async () => {
      const part = new Uint8Array(randomBytes(8 * 1024 * 1024));
      expect(await storage.put('dong/large/0001', part)).toBe('stored');
      const stored = await storage.get('dong/large/0001');
      expect(Buffer.compare(stored?.bytes ?? new Uint8Array(), part)).toBe(0);
    });

    test('a part of an object is read without the rest, and the size is still that of the whole', async () => {
      await storage.put('dong/a2/0001', photo);
      const stored = await storage.get('dong/a2/0001', { offset: 1_000, length: 10 });
      expect(stored?.bytes).toEqual(photo.slice(1_000, 1_010));
      expect(stored?.size).toBe(photo.length);
    });

    test.each([
      ['shorter', photo.length + 1],
      ['longer', photo.length - 1],
    ])('a body %s than announced is refused and nothing of it is kept', async (_word, size) => {
      expect(await storage.put('dong/a3/0001', photo, size)).toBe('EvidenceSizeError');
      expect(await storage.get('dong/a3/0001')).toBeUndefined();
      expect(await storage.measure('dong/a3/0001')).toBeNull();
    });

    test('an empty object is an object', async () => {
      expect(await storage.put('dong/a4/0001', new Uint8Array())).toBe('stored');
      expect(await storage.measure('dong/a4/0001')).toBe(0);
    });

    test('what is not there is not there, and removing it is no error', async () => {
      expect(await storage.get('dong/none/0001')).toBeUndefined();
      expect(await storage.measure('dong/none/0001')).toBeNull();
      expect(await storage.delete('dong/none/0001')).toBe(204);
    });

    test('what was removed is gone', async () => {
      await storage.put('dong/a5/0001', photo);
      await storage.delete('dong/a5/0001');
      expect(await storage.get('dong/a5/0001')).toBeUndefined();
    });

    test('the parts that arrived are listed in order, those of other files are not', async () => {
      for (const part of ['0002', '0001', '0003']) await storage.put(`dong/a6/${part}`, photo);
      await storage.put('dong/a6b/0001', photo);
      await storage.put('dong/a6/deeper/0001', photo);
      expect(await storage.list('dong/a6')).toEqual(['0001', '0002', '0003']);
      expect(await storage.list('dong/nothing')).toEqual([]);
    });

    test.each(['../keys/dong', 'dong/../xi/a', '.hidden/a', '/dong/a', 'dong//a', ''])(
      'a key that could lead elsewhere is refused: %s',
      async (key) => {
        expect(await storage.status('/get', key)).toBe(500);
        expect(await storage.put(key, photo)).toBe('EvidenceStorageError');
      },
    );
  });
}
