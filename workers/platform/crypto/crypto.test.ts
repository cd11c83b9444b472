import { expect, test } from 'vitest';
import { createDiskKeyRing } from './disk.key-ring.driver.ts';
import { createEnvKeyRing } from './env.key-ring.driver.ts';
import { hashHex } from './hash.driver.ts';
import { UnknownNamespaceKeyError } from './key-ring.ts';
import type { KeyRing } from './key-ring.ts';
import {
  createStoredKey,
  fromBase64Url,
  importSigningKey,
  signBytes,
  toBase64Url,
  verifyBytes,
} from './signature.driver.ts';
import { createHttpTokenMint } from './token-mint.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const dong = await createStoredKey();
const xi = await createStoredKey();

test('a signature proves its bytes and no others', async () => {
  const signature = await signBytes(await importSigningKey(dong), bytes('head 7'));
  expect(await verifyBytes({ ...dong, signature }, bytes('head 7'))).toBe(true);
  expect(await verifyBytes({ ...dong, signature }, bytes('head 8'))).toBe(false);
  expect(await verifyBytes({ ...xi, signature }, bytes('head 7'))).toBe(false);
});

test('a record of an algorithm that is not known is not taken for proved', async () => {
  const claim = { ...dong, algorithm: 'sm2', signature: '' };
  await expect(verifyBytes(claim, bytes('x'))).rejects.toThrow(/sm2/);
});

test('URL-safe base64 survives every byte', () => {
  const all = Uint8Array.from({ length: 256 }, (_, index) => index);
  expect(toBase64Url(all)).toMatch(/^[\w-]+$/);
  expect(fromBase64Url(toBase64Url(all))).toEqual(all);
});

test('a hash is SHA-256 in hexadecimal', async () => {
  const ofNothing = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
  expect(await hashHex('')).toBe(ofNothing);
  expect(await hashHex(new Uint8Array())).toBe(ofNothing);
});

/** The disk service of workerd, over a map of files. */
function createDisk(files: Map<string, string>) {
  const reads: string[] = [];
  const fetch = async (url: string) => {
    const { pathname } = new URL(url);
    reads.push(pathname);
    const content = files.get(pathname);
    return content === undefined ? new Response(null, { status: 404 }) : new Response(content);
  };
  return { reads, disk: { fetch } };
}

const rings: [string, () => KeyRing][] = [
  ['a secret', () => createEnvKeyRing(JSON.stringify({ dong, xi }))],
  [
    'a disk',
    () =>
      createDiskKeyRing(
        createDisk(
          new Map([
            ['/dong.json', JSON.stringify(dong)],
            ['/xi.json', JSON.stringify(xi)],
          ]),
        ).disk,
      ),
  ],
];

test.each(rings)('a ring in %s gives each namespace its own key and no other', async (_, make) => {
  const ring = make();
  expect(await ring.keyFor('dong')).toEqual(dong);
  expect(await ring.keyFor('xi')).toEqual(xi);
  await expect(ring.keyFor('nan')).rejects.toThrow(UnknownNamespaceKeyError);
});

test('a ring on a disk cannot be led out of its folder', async () => {
  const { disk, reads } = createDisk(new Map());
  await expect(createDiskKeyRing(disk).keyFor('../server')).rejects.toThrow(/not a namespace/);
  expect(reads).toEqual([]);
});

test('a ring on a disk reads a key again after 30 seconds', async () => {
  let now = 0;
  const { disk, reads } = createDisk(new Map([['/dong.json', JSON.stringify(dong)]]));
  const ring = createDiskKeyRing(disk, { now: () => now });
  await ring.keyFor('dong');
  now = 29_999;
  await ring.keyFor('dong');
  expect(reads).toHaveLength(1);
  now = 30_000;
  await ring.keyFor('dong');
  expect(reads).toHaveLength(2);
});

test('a ring whose secret is no ring fails at start', () => {
  expect(() => createEnvKeyRing('{"dong":{"privateKey":"x"}}')).toThrow(/Invalid|Expected/);
});

const claimsOf = (token: string): unknown =>
  JSON.parse(new TextDecoder().decode(fromBase64Url(token.split('.')[1] ?? '')));

test('a token names one namespace, one access and its end', async () => {
  const clock = { now: () => 1_000_000 };
  const mint = createHttpTokenMint({ keyRing: createEnvKeyRing(JSON.stringify({ dong })), clock });
  const token = await mint.tokenFor('dong', 'ro');
  expect(claimsOf(token)).toEqual({ a: 'ro', id: 'dong', exp: 1_300 });
  const [header, payload, signature = ''] = token.split('.');
  expect(await verifyBytes({ ...dong, signature }, bytes(`${header}.${payload}`))).toBe(true);
});

test('a token is kept until a minute before its end', async () => {
  let now = 0;
  const clock = { now: () => now };
  const mint = createHttpTokenMint({ keyRing: createEnvKeyRing(JSON.stringify({ dong })), clock });
  const first = await mint.tokenFor('dong', 'rw');
  now = 239_000;
  expect(await mint.tokenFor('dong', 'rw')).toBe(first);
  expect(await mint.tokenFor('dong', 'ro')).not.toBe(first);
  now = 240_000;
  expect(claimsOf(await mint.tokenFor('dong', 'rw'))).toMatchObject({ exp: 540 });
});

test('a namespace that got a new key gets a new token at once', async () => {
  let key = dong;
  const mint = createHttpTokenMint({ keyRing: { keyFor: () => Promise.resolve(key) } });
  const first = await mint.tokenFor('dong', 'rw');
  key = xi;
  expect(await mint.tokenFor('dong', 'rw')).not.toBe(first);
});
