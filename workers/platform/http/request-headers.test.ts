import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { requireIfMatch, setETag } from './etag.ts';
import { readRequestKey } from './idempotency.ts';
import { localeOf } from './locale.ts';
import { pageRequestOf, toPage } from './pagination.ts';
import { createHttpApp } from './testing/http-app.fixtures.ts';

describe('versions', () => {
  const ask = async (headers: Record<string, string>) => {
    const { app } = createHttpApp();
    app.get('/', (c) => {
      setETag(c, requireIfMatch(c) + 1);
      return c.text('ok');
    });
    return app.request('/', { headers });
  };

  test('the version a caller saw is read from If-Match, the new one goes out as ETag', async () => {
    expect((await ask({ 'if-match': '"7"' })).headers.get('etag')).toBe('"8"');
    expect((await ask({ 'if-match': 'W/"7"' })).headers.get('etag')).toBe('"8"');
  });

  test('without it 428, with something else 400', async () => {
    expect((await ask({})).status).toBe(428);
    expect((await ask({ 'if-match': '*' })).status).toBe(400);
    expect((await ask({ 'if-match': '"7; drop"' })).status).toBe(400);
  });
});

describe('repeated requests', () => {
  const ask = async (input: { key?: string; body?: string; path?: string }) => {
    const { app } = createHttpApp();
    app.post('/:x', async (c) => c.json((await readRequestKey(c)) ?? null));
    const headers: HeadersInit = input.key === undefined ? {} : { 'idempotency-key': input.key };
    const init = { method: 'POST', headers, body: input.body ?? '{}' };
    return app.request(input.path ?? '/a', init);
  };
  const hashOf = async (input: { body?: string; path?: string }) =>
    ((await (await ask({ key: 'key-12345', ...input })).json()) as { requestHash: string })
      .requestHash;

  test('the same request has the same hash, another body or address another', async () => {
    expect(await hashOf({})).toBe(await hashOf({}));
    expect(await hashOf({ body: '{"a":1}' })).not.toBe(await hashOf({}));
    expect(await hashOf({ path: '/b' })).not.toBe(await hashOf({}));
  });

  test('no key is no claim; a key out of shape is refused', async () => {
    expect(await (await ask({})).json()).toBeNull();
    expect((await ask({ key: 'short' })).status).toBe(400);
  });
});

describe('pages', () => {
  const key = v.tuple([v.number(), v.string()]);
  const rows = [1, 2, 3, 4, 5].map((order) => ({ order, id: `id${order}` }));
  const after = (cursor: string | null) =>
    pageRequestOf({ cursor: cursor ?? undefined, limit: '2' }, key).after;

  test('the cursor of a page leads behind its last row, the last page has none', () => {
    const first = toPage(rows.slice(0, 3), 2, ({ order, id }) => [order, id]);
    expect(first.items.map(({ id }) => id)).toEqual(['id1', 'id2']);
    expect(after(first.nextCursor)).toEqual([2, 'id2']);
    expect(toPage(rows.slice(4), 2, ({ id }) => id).nextCursor).toBeNull();
    expect(toPage([], 2, () => 0)).toEqual({ items: [], nextCursor: null });
  });

  test('a cursor that we did not make is refused', () => {
    expect(() => after('not-a-cursor')).toThrow('platform.invalid_cursor');
    expect(() => after(btoa('["x",1]'))).toThrow('platform.invalid_cursor');
  });
});

describe('the caller’s language', () => {
  test.each([
    [{ acceptLanguage: 'zh-CN,zh;q=0.9,en;q=0.8' }, 'zh-CN'],
    [{ acceptLanguage: 'en-US,en;q=0.9' }, 'en'],
    [{ acceptLanguage: 'en;q=0.2,zh-TW;q=0.9' }, 'zh-CN'],
    [{ acceptLanguage: 'fr-FR' }, 'zh-CN'],
    [{ acceptLanguage: 'en;q=0' }, 'zh-CN'],
    [{ cookie: 'en', acceptLanguage: 'zh-CN' }, 'en'],
    [{ cookie: 'xx' }, 'zh-CN'],
    [{}, 'zh-CN'],
  ])('%j is answered in %s', (input, locale) => {
    expect(localeOf(input)).toBe(locale);
  });
});
