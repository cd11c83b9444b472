import { scrypt, timingSafeEqual } from 'node:crypto';
import { fromBase64Url, toBase64Url } from '#workers/platform/crypto/signature.driver.ts';

const ALGORITHM = 'scrypt';
const COST = { N: 16_384, r: 16, p: 1, maxmem: 64 * 1024 * 1024 };
const KEY_BYTES = 64;
const SALT_BYTES = 16;

const MAX_AT_ONCE = 2;
const PAUSE_MS = 15;
let running = 0;

/** `scrypt$16384.16.1$<salt>$<key>`: the record names its algorithm and cost. */
export async function hashPassword(password: string): Promise<string> {
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  const key = await derive(password, salt);
  const cost = `${COST.N}.${COST.r}.${COST.p}`;
  return [ALGORITHM, cost, toBase64Url(salt), toBase64Url(key)].join('$');
}

export async function verifyPassword(input: { hash: string; password: string }): Promise<boolean> {
  const [algorithm, cost, salt, key] = input.hash.split('$');
  if (algorithm !== ALGORITHM || cost !== `${COST.N}.${COST.r}.${COST.p}` || !salt || !key) {
    throw new Error('a stored password names another algorithm');
  }
  const expected = fromBase64Url(key);
  const actual = await derive(input.password, fromBase64Url(salt));
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}

/** No `0`, `o`, `1`, `l`: it is read from a screen and typed. Twelve of 32 letters: 60 bits. */
const LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';
const GROUPS = [4, 4, 4];

export function makeOneTimePassword(): string {
  return GROUPS.map((length) => Array.from({ length }, drawLetter).join('')).join('-');
}

/** 256 is a multiple of the 32 letters, so that each is drawn alike. */
function drawLetter(): string {
  const [byte = 0] = crypto.getRandomValues(new Uint8Array(1));
  return LETTERS.charAt(byte % LETTERS.length);
}

async function derive(password: string, salt: Uint8Array): Promise<Uint8Array> {
  await waitForTurn();
  try {
    return await new Promise((resolve, reject) => {
      scrypt(password.normalize('NFKC'), salt, KEY_BYTES, COST, (error, key) =>
        error ? reject(error) : resolve(new Uint8Array(key)),
      );
    });
  } finally {
    running -= 1;
  }
}

/** Each request sleeps on a timer of its own: workerd lets none wait for another's promise. */
async function waitForTurn(): Promise<void> {
  while (running >= MAX_AT_ONCE) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  running += 1;
}
