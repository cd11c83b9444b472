import { expect, test } from 'vitest';
import {
  chooseEncoding,
  createAssetServer,
  type AssetEntry,
  type AssetManifest,
} from './assets.ts';

const script: AssetEntry = {
  type: 'text/javascript; charset=utf-8',
  size: 1_000,
  hash: 'abc',
  immutable: true,
  encodings: { br: 100, gzip: 120 },
};
const page: AssetEntry = {
  type: 'text/html; charset=utf-8',
  size: 20,
  hash: 'def',
  immutable: false,
  encodings: {},
};
const manifest: AssetManifest = {
  files: { '/assets/portal-1.js': script, '/portal/index.html': page },
};

function createServer() {
  const asked: string[] = [];
  const server = createAssetServer({
    fetch: (url) => {
      const { pathname } = new URL(url);
      asked.push(pathname);
      if (pathname === '/asset-manifest.json') return Promise.resolve(Response.json(manifest));
      return Promise.resolve(new Response(`content of ${pathname}`));
    },
  });
  const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    server.serve(new Request(`http://dong.localhost${path}`, { method, headers }), path);
  return { asked, get };
}

test.each([
  ['gzip, deflate, br', 'br'],
  ['gzip', 'gzip'],
  ['br;q=0, gzip;q=0.5', 'gzip'],
  ['deflate', undefined],
  [null, undefined],
] as const)('to a browser that accepts %s goes the copy %s', (accepted, expected) => {
  expect(chooseEncoding(accepted, script)).toBe(expected);
});

test('a hashed file goes out compressed and may be kept for a year', async () => {
  const { asked, get } = createServer();
  const response = await get('/assets/portal-1.js', { 'accept-encoding': 'gzip, br' });
  expect(Object.fromEntries(response?.headers ?? [])).toMatchObject({
    'content-encoding': 'br',
    'content-length': '100',
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'accept-encoding',
    'x-content-type-options': 'nosniff',
  });
  expect(asked).toEqual(['/asset-manifest.json', '/assets/portal-1.js.br']);
});

test('a page is asked for anew each time, but not sent again while it is the same', async () => {
  const { get } = createServer();
  const first = await get('/portal/index.html');
  expect(first?.headers.get('cache-control')).toBe('no-cache');
  const etag = first?.headers.get('etag') ?? '';
  expect((await get('/portal/index.html', { 'if-none-match': `W/${etag}` }))?.status).toBe(304);
  expect((await get('/portal/index.html', { 'if-none-match': '"old"' }))?.status).toBe(200);
});

test.each(['/asset-manifest.json', '/portal/../keys/dong.json', '/constructor', '/nothing.js'])(
  'what the build does not name is not even looked for: %s',
  async (path) => {
    const { asked, get } = createServer();
    expect(await get(path)).toBeUndefined();
    expect(asked).toEqual(['/asset-manifest.json']);
  },
);

test('a question for the headers alone reads no file', async () => {
  const { asked, get } = createServer();
  const response = await get('/portal/index.html', {}, 'HEAD');
  expect(response?.headers.get('content-length')).toBe('20');
  expect(asked).toEqual(['/asset-manifest.json']);
});

test('the list of files is read once', async () => {
  const { asked, get } = createServer();
  await get('/nothing.js');
  await get('/nothing.js');
  expect(asked).toEqual(['/asset-manifest.json']);
});
