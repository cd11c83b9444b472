import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { UnknownNamespaceKeyError } from '#workers/platform/crypto/key-ring.ts';
import { createDataFolder } from './installation.fixtures.ts';
import { createFileKeyRing, ensureNamespaceKey, ensureServerKey } from './keys.ts';

test('a namespace keeps the key it was given first', async () => {
  const { keys } = createDataFolder();
  const first = await ensureNamespaceKey(keys, 'henan');
  expect(await ensureNamespaceKey(keys, 'henan')).toEqual(first);
  expect(await createFileKeyRing(keys).keyFor('henan')).toEqual(first);
});

test('every namespace has a key of its own, the sealed one of a region too', async () => {
  const { keys } = createDataFolder();
  const open = await ensureNamespaceKey(keys, 'henan');
  const sealed = await ensureNamespaceKey(keys, 'henan--sealed');
  expect(sealed.publicKey).not.toBe(open.publicKey);
});

test('a key can be read by nobody but its owner', async () => {
  const { keys } = createDataFolder();
  await ensureNamespaceKey(keys, 'henan');
  expect(statSync(join(keys, 'henan.json')).mode & 0o777).toBe(0o600);
  expect(readdirSync(keys)).toEqual(['henan.json']);
});

test('a name that leads out of the folder is no namespace', async () => {
  const { keys } = createDataFolder();
  await expect(ensureNamespaceKey(keys, '../henan')).rejects.toThrow('not a namespace');
});

test('a namespace without a key is unknown rather than open', async () => {
  const { keys } = createDataFolder();
  await expect(createFileKeyRing(keys).keyFor('weihai')).rejects.toThrow(UnknownNamespaceKeyError);
});

test('of the key a server starts with only the public half is kept', async () => {
  const { root } = createDataFolder();
  const path = join(root, 'server-key.pub');
  await ensureServerKey(path);
  const kept = readFileSync(path, 'utf8');
  expect(Buffer.from(kept, 'base64url')).toHaveLength(32);
  await ensureServerKey(path);
  expect(readFileSync(path, 'utf8')).toBe(kept);
});
