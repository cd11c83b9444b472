import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pageOf } from './front-pages.ts';
import { createTestApp, hostOf } from './testing/test-app.fixtures.ts';
import type { TestApp } from './testing/test-app.fixtures.ts';

const built = new Set([
  '/portal/index.html',
  '/console/index.html',
  '/oversight/index.html',
  '/platform/index.html',
  '/assets/main.js',
]);

let world: TestApp;
beforeAll(async () => {
  const serveAsset = async (_request: Request, path: string) =>
    built.has(path) ? new Response(path) : undefined;
  world = await createTestApp({ overrides: { serveAsset } });
});
afterAll(() => world.close());

const pageAt = async (host: string, path: string) => (await world.visitor(host)(path)).text;

test.each([
  ['tenant', '/', '/portal/index.html'],
  ['tenant', '/tasks/7', '/portal/index.html'],
  ['tenant', '/console', '/console/index.html'],
  ['tenant', '/console/campaigns', '/console/index.html'],
  ['tenant', '/consoles', '/portal/index.html'],
  ['oversight', '/', '/oversight/index.html'],
  ['platform', '/anything', '/platform/index.html'],
] as const)('on the %s host %s opens %s', (kind, path, page) => {
  expect(pageOf(kind, path)).toBe(page);
});

describe('the front end', () => {
  test('opens by host and first folder', async () => {
    expect(await pageAt(hostOf('dong'), '/')).toBe('/portal/index.html');
    expect(await pageAt(hostOf('dong'), '/console/reviews/3')).toBe('/console/index.html');
    expect(await pageAt(hostOf('oversight'), '/compare')).toBe('/oversight/index.html');
  });

  test('files come by their name; one that is not there is no page', async () => {
    expect(await pageAt(hostOf('dong'), '/assets/main.js')).toBe('/assets/main.js');
    const missing = await world.visitor()('/assets/gone.js');
    expect(missing).toMatchObject({ status: 404 });
  });

  test('a page of another host is not opened by its file’s name', async () => {
    expect((await world.visitor()('/platform/index.html')).status).toBe(404);
  });

  test('nothing under /api is ever a page', async () => {
    expect((await world.visitor()('/api/unknown')).headers.get('content-type')).toBe(
      'application/problem+json',
    );
  });

  test('an unknown host gets no page', async () => {
    expect((await world.visitor(hostOf('nowhere'))('/')).status).toBe(404);
  });
});
