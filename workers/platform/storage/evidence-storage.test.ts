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
  const henan = scopeStorage(storage, 'henan');
  await henan.get('file/0001');
  await henan.put('file/0001', new Uint8Array(), 0);
  await henan.measure('file/0001');
  await henan.delete('file/0001');
  await henan.list('file');
  expect(new Set(asked)).toEqual(new Set(['henan/file/0001', 'henan/file']));
});

test.each(['../weihai/file', '/weihai/file', 'file/../../weihai', 'a\\b', 'a%2e%2e/b', 'a b'])(
  'a key that is not a plain name is refused before anything is asked: %s',
  (key) => {
    const { asked, storage } = createRecorder();
    expect(() => scopeStorage(storage, 'henan').get(key)).toThrow('not a key of an object');
    expect(asked).toEqual([]);
  },
);

test('the ids that we make are keys', () => {
  expect(assertObjectKey('evd_01J9ZK3V7Q8M2N4P6R8T0V2X4Z/0001')).toContain('evd_');
});
