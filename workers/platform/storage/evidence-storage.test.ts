import { expect, test } from 'vitest';
import { assertObjectKey, scopeStorage, type EvidenceStorage } from './evidence-storage.ts';

function createRecorder() {
  const asked: string[] = [];
  const note = (key: string) => {
    asked.push(key);
    return Promise.resolve(undefined);
  };
  const storage: EvidenceStorage = {
    put: note,
    get: note,
    measure: note,
    delete: note,
    list: async (folder) => {
      await note(folder);
      return [];
    },
  };
  return { asked, storage };
}

test('a region reaches its own evidence only, whatever it asks for', async () => {
  const { asked, storage } = createRecorder();
  const dong = scopeStorage(storage, 'dong');
  await dong.get('file/0001');
  await dong.put('file/0001', new Uint8Array(), 0);
  await dong.measure('file/0001');
  await dong.delete('file/0001');
  await dong.list('file');
  expect(new Set(asked)).toEqual(new Set(['dong/file/0001', 'dong/file']));
});

test.each(['../xi/file', '/xi/file', 'file/../../xi', 'a\\b', 'a%2e%2e/b', 'a b'])(
  'a key that is not a plain name is refused before anything is asked: %s',
  (key) => {
    const { asked, storage } = createRecorder();
    expect(() => scopeStorage(storage, 'dong').get(key)).toThrow('not a key of an object');
    expect(asked).toEqual([]);
  },
);

test('the ids that we make are keys', () => {
  expect(assertObjectKey('evd_01J9ZK3V7Q8M2N4P6R8T0V2X4Z/0001')).toContain('evd_');
});
