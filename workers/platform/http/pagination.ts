import * as v from 'valibot';
import { fromBase64Url, toBase64Url } from '../crypto/signature.driver.ts';
import { platformErrors } from './platform.errors.ts';

export const DEFAULT_PAGE_SIZE = 20;
export const MAX_PAGE_SIZE = 200;

/** Entries of every list's query contract: `v.object({ ...pageQueryEntries, … })`. */
export const pageQueryEntries = {
  cursor: v.optional(v.pipe(v.string(), v.maxLength(1000))),
  limit: v.optional(
    v.pipe(v.string(), v.regex(/^(?:[1-9]\d?|1\d\d|200)$/, '每页条数应为 1 至 200 的整数。')),
  ),
};

export type PageRequest<Key> = { readonly limit: number; readonly after: Key | undefined };
export type Page<Item> = { readonly items: readonly Item[]; readonly nextCursor: string | null };

/** What a list's query asks for; `key` is the contract of the last row's key. */
export function pageRequestOf<Key extends v.GenericSchema>(
  query: { cursor?: string | undefined; limit?: string | undefined },
  key: Key,
): PageRequest<v.InferOutput<Key>> {
  const limit = query.limit === undefined ? DEFAULT_PAGE_SIZE : Number(query.limit);
  return { limit, after: query.cursor === undefined ? undefined : decode(query.cursor, key) };
}

/** A page from `limit + 1` rows; the cursor carries the key of the last one shown. */
export function toPage<Row>(
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => unknown,
): Page<Row> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const hasMore = rows.length > limit && last !== undefined;
  return { items, nextCursor: hasMore ? encode(keyOf(last)) : null };
}

function encode(key: unknown): string {
  return toBase64Url(new TextEncoder().encode(JSON.stringify(key)));
}

function decode<Key extends v.GenericSchema>(cursor: string, key: Key): v.InferOutput<Key> {
  try {
    const stored: unknown = JSON.parse(new TextDecoder().decode(fromBase64Url(cursor)));
    // What JSON reads but never writes (1e400) would reach the database as no number.
    if (encode(stored) !== cursor) throw new Error('not written by encode');
    return v.parse(key, stored);
  } catch (cause) {
    throw platformErrors['platform.invalid_cursor']({ cause });
  }
}
