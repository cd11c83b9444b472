import type { OutboundRecord, OutboundStore } from './queue.ts';

/** What lies in the browser: whose, which record, and nothing that can be read without the key. */
export type SealedRow = {
  readonly key: string;
  readonly personId: string;
  readonly revision: number;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
};

/** A row as it lies there: sealed, or in the clear as it was kept before rows were sealed. */
export type KeptRow = SealedRow | (OutboundRecord & { readonly sealed?: undefined });

/** Where rows and keys lie; the rules of sealing stand above it. */
export type SealedRows = {
  keyOf(personId: string): Promise<CryptoKey>;
  list(personId: string): Promise<KeptRow[]>;
  read(key: string): Promise<KeptRow | undefined>;
  /** Writes or removes in one transaction, only where the row is still of that revision. */
  replace(key: string, seen: number | undefined, row: SealedRow | undefined): Promise<boolean>;
  /** Removes all rows of the person, and the key, without which no copy of them is of use. */
  forget(personId: string): Promise<void>;
};

const algorithm = 'AES-GCM';

/** Cannot be read out of the browser, by a script of ours or of anybody else's. */
export const createPersonKey = (): Promise<CryptoKey> =>
  crypto.subtle.generateKey({ name: algorithm, length: 256 }, false, ['encrypt', 'decrypt']);

export const revisionOf = (row: KeptRow | undefined): number | undefined =>
  row === undefined ? undefined : row.sealed === undefined ? 0 : row.revision;

const seal = async (key: CryptoKey, record: OutboundRecord, revision: number) => {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const text = new TextEncoder().encode(JSON.stringify(record));
  const sealed = await crypto.subtle.encrypt({ name: algorithm, iv }, key, text);
  return { key: record.key, personId: record.personId, revision, iv, sealed };
};

/** Nothing where the key is another: what cannot be opened is nobody's any more. */
const open = async (key: CryptoKey, row: KeptRow): Promise<OutboundRecord | undefined> => {
  if (row.sealed === undefined) return row;
  try {
    const plain = await crypto.subtle.decrypt({ name: algorithm, iv: row.iv }, key, row.sealed);
    return JSON.parse(new TextDecoder().decode(plain)) as OutboundRecord;
  } catch {
    return undefined;
  }
};

/**
 * Unsent work of one person, encrypted before it is kept. A transaction of the browser does not wait
 * for cryptography, so a change is made outside and written only where nobody was faster.
 */
export const createSealedStore = (rows: SealedRows, personId: string): OutboundStore => {
  const update: OutboundStore['update'] = async (key, change) => {
    const secret = await rows.keyOf(personId);
    for (;;) {
      const before = await rows.read(key);
      const seen = revisionOf(before);
      const next = change(before && (await open(secret, before)));
      const row = next && (await seal(secret, next, (seen ?? 0) + 1));
      if (await rows.replace(key, seen, row)) return next;
    }
  };
  return {
    isDurable: true,
    load: async (owner) => {
      if (owner !== personId) return [];
      const secret = await rows.keyOf(personId);
      const kept = await rows.list(personId);
      for (const row of kept) {
        if (row.sealed === undefined) await update(row.key, (record) => record);
      }
      const records = await Promise.all(kept.map((row) => open(secret, row)));
      return records.flatMap((record) => record ?? []);
    },
    update,
    wipe: () => rows.forget(personId),
  };
};
