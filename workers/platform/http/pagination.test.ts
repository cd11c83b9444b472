import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { toBase64Url } from '../crypto/signature.driver.ts';
import {
  DEFAULT_PAGE_SIZE,
  MAX_PAGE_SIZE,
  pageQueryEntries,
  pageRequestOf,
  toPage,
} from './pagination.ts';
import { ProblemError } from './problem.ts';

const keySchema = v.tuple([v.number(), v.string()]);
type Row = { order: number; id: string };
const keyOf = ({ order, id }: Row) => [order, id];
const cursorOf = (text: string) => toBase64Url(new TextEncoder().encode(text));
const after = (cursor: string) => pageRequestOf({ cursor }, keySchema).after;

/** As a list's SQL does it: rows behind the key, in order, one more than the page shows. */
function readPage(rows: readonly Row[], cursor: string | null, limit: number) {
  const request = pageRequestOf({ cursor: cursor ?? undefined, limit: String(limit) }, keySchema);
  const [order, id] = request.after ?? [-1, ''];
  const behind = rows.filter((row) => row.order > order || (row.order === order && row.id > id));
  return toPage(behind.slice(0, request.limit + 1), request.limit, keyOf);
}

describe('turning pages', () => {
  test('shows every row once and in order, whatever the size of the page and however equal the orders', () => {
    const list = fc.uniqueArray(
      fc.record({ order: fc.nat({ max: 3 }), id: fc.stringMatching(/^[a-z0-9]{1,6}$/) }),
      { selector: ({ id }) => id, maxLength: 30 },
    );
    fc.assert(
      fc.property(list, fc.integer({ min: 1, max: 7 }), (unsorted, limit) => {
        const rows = unsorted.toSorted((left, right) =>
          left.order === right.order ? (left.id < right.id ? -1 : 1) : left.order - right.order,
        );
        const seen: Row[] = [];
        let cursor: string | null = null;
        do {
          const page: ReturnType<typeof readPage> = readPage(rows, cursor, limit);
          expect(page.items.length).toBeLessThanOrEqual(limit);
          seen.push(...page.items);
          cursor = page.nextCursor;
        } while (cursor !== null);
        expect(seen).toEqual(rows);
      }),
    );
  });

  test('a cursor is text that an address carries as it is, Chinese keys included', () => {
    fc.assert(
      fc.property(fc.nat(), fc.string({ unit: 'grapheme' }), (order, id) => {
        const page = toPage(
          [
            { order, id },
            { order, id },
          ],
          1,
          keyOf,
        );
        expect(page.nextCursor).toMatch(/^[\w-]+$/);
        expect(after(page.nextCursor ?? '')).toEqual([order, id]);
      }),
    );
  });

  test('a page that is just full has none behind it', () => {
    const rows = [1, 2].map((order) => ({ order, id: `id${order}` }));
    expect(toPage(rows, 2, keyOf).nextCursor).toBeNull();
    expect(toPage(rows, 3, keyOf).nextCursor).toBeNull();
  });
});

describe('a cursor that somebody wrote himself', () => {
  test.each([
    ['nothing', ''],
    ['not base64', '***'],
    ['no JSON', cursorOf('hello')],
    ['another key', cursorOf('{"order":1}')],
    ['too few parts', cursorOf('[1]')],
    ['a part of another kind', cursorOf('["1","org"]')],
    ['a number that no database has', cursorOf('[1e400,"org"]')],
    ['JSON as we do not write it', cursorOf('[ 1 , "org" ]')],
    ['with padding', `${cursorOf('[12,"org"]')}=`],
  ])('%s is refused with 400', (_kind, cursor) => {
    expect(() => after(cursor)).toThrow('platform.invalid_cursor');
  });

  test('never becomes anything but 400 or a key', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json().map(cursorOf)), (cursor) => {
        expect(['a key', 'platform.invalid_cursor']).toContain(outcomeOf(cursor));
      }),
    );
  });
});

function outcomeOf(cursor: string): unknown {
  try {
    return v.is(keySchema, after(cursor)) ? 'a key' : 'something else';
  } catch (error) {
    return error instanceof ProblemError && error.status === 400 ? error.code : error;
  }
}

describe('the size of a page', () => {
  const query = v.object(pageQueryEntries);
  test.each(['1', '20', '99', '100', '199', '200'])('%s is one', (limit) => {
    expect(pageRequestOf(v.parse(query, { limit }), keySchema).limit).toBe(Number(limit));
  });

  test.each(['0', '-1', '201', '1000', '1.5', '1e2', '', ' 5', '٣', 'all'])(
    '%j is none, and is told so in Chinese',
    (limit) => {
      const result = v.safeParse(query, { limit });
      expect(result.issues?.[0].message).toBe('每页条数应为 1 至 200 的整数。');
    },
  );

  test('is twenty where nobody asks, two hundred at most', () => {
    expect(pageRequestOf({}, keySchema)).toEqual({ limit: DEFAULT_PAGE_SIZE, after: undefined });
    expect(v.is(query, { limit: String(MAX_PAGE_SIZE + 1) })).toBe(false);
    expect(v.is(query, { cursor: 'x'.repeat(1001) })).toBe(false);
  });
});
