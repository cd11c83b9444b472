import { systemClock } from './clock.ts';
import type { Clock } from './clock.ts';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 26;
const PREFIX = /^[a-z][a-z0-9]{1,7}$/;

/** Makes the ids of records: `<prefix>_` and 26 characters of Crockford base32. */
export interface Ids {
  /** An id in order of making (UUIDv7), for ordinary records. */
  next(prefix: string): string;
  /** 128 random bits, for what is sealed, anonymous or used as a secret. */
  random(prefix: string): string;
}

type RandomBytes = (bytes: Uint8Array<ArrayBuffer>) => void;

const fillRandom: RandomBytes = (bytes) => {
  crypto.getRandomValues(bytes);
};

export function createIds(clock: Clock = systemClock, fill: RandomBytes = fillRandom): Ids {
  return {
    next: (prefix) => join(prefix, uuidv7(clock.now(), randomBytes(fill))),
    random: (prefix) => join(prefix, randomBytes(fill)),
  };
}

/** Whether a text has the shape of an id with this prefix. */
export function isId(text: string, prefix: string): boolean {
  return new RegExp(`^${prefix}_[0-7][${ALPHABET}]{${LENGTH - 1}}$`).test(text);
}

function randomBytes(fill: RandomBytes): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(16);
  fill(bytes);
  return bytes;
}

function uuidv7(at: number, bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const view = new DataView(bytes.buffer);
  view.setUint32(0, Math.floor(at / 0x1_0000));
  view.setUint16(4, at % 0x1_0000);
  view.setUint8(6, (view.getUint8(6) & 0x0f) | 0x70);
  view.setUint8(8, (view.getUint8(8) & 0x3f) | 0x80);
  return bytes;
}

function join(prefix: string, bytes: Uint8Array): string {
  if (!PREFIX.test(prefix)) throw new Error(`not a prefix of an id: ${prefix}`);
  return `${prefix}_${encode(bytes)}`;
}

function encode(bytes: Uint8Array): string {
  let rest = bytes.reduce((value, byte) => (value << 8n) | BigInt(byte), 0n);
  let text = '';
  for (let position = 0; position < LENGTH; position += 1) {
    text = ALPHABET.charAt(Number(rest & 31n)) + text;
    rest >>= 5n;
  }
  return text;
}
