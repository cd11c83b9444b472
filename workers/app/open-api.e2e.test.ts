import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listRoutes } from './testing/route-catalogue.ts';
import { createTestApp, hostOf } from './testing/test-app.fixtures.ts';
import type { TestApp } from './testing/test-app.fixtures.ts';

type Operation = { 'x-permission'?: string; summary?: string };
type Document = { openapi: string; paths: Record<string, Record<string, Operation>> };

let world: TestApp;
beforeAll(async () => {
  world = await createTestApp();
});
afterAll(() => world.close());

const hosts = { tenant: 'dong', oversight: 'oversight', platform: 'platform' } as const;
const readDocument = async (kind: keyof typeof hosts) =>
  (await world.visitor(hostOf(hosts[kind]))('/api/openapi.json')).json<Document>();

describe.each(['tenant', 'oversight', 'platform'] as const)('API description of %s', (kind) => {
  test('it is valid OpenAPI 3.1', async () => {
    const document = await readDocument(kind);
    expect(document.openapi).toMatch(/^3\.1/);
    const result = await new Validator().validate(document);
    expect(result.errors ?? []).toEqual([]);
    expect(result.valid).toBe(true);
  });

  test('it covers every route of the host and nothing else, each with its permission', async () => {
    const document = await readDocument(kind);
    const described = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.entries(operations).map(
        ([method, operation]) => `${method.toUpperCase()} ${path} ${operation['x-permission']}`,
      ),
    );
    const health = ['GET /healthz public', 'GET /readyz public'];
    const mounted = listRoutes(world.app.sites[kind]).map(
      ({ method, pattern, access }) =>
        `${method} ${pattern.replaceAll(/:(\w+)(?:\{[^}]*\})?/g, '{$1}')} ${access}`,
    );
    expect(described.toSorted()).toEqual([...mounted, ...health].toSorted());
  });
});

test.each(['tenant', 'oversight', 'platform'] as const)(
  'the description of %s says in either language what each route does',
  async (kind) => {
    const ask = (language: string) =>
      world.visitor(hostOf(hosts[kind]))('/api/openapi.json', {
        headers: { 'accept-language': language },
      });
    const summariesIn = async (language: string) => {
      const { paths } = (await ask(language)).json<Document>();
      return Object.values(paths).flatMap((operations) =>
        Object.values(operations).map(({ summary = '' }) => summary),
      );
    };
    const [chinese, english] = [await summariesIn('zh-CN'), await summariesIn('en')];
    expect(chinese.length).toBeGreaterThan(5);
    expect(chinese.filter((summary) => !/\p{Script=Han}/u.test(summary))).toEqual([]);
    expect(english.filter((summary) => summary === '' || /\p{Script=Han}/u.test(summary))).toEqual(
      [],
    );
    expect(english).toHaveLength(chinese.length);
    expect((await ask('en')).headers.get('content-language')).toBe('en');
  },
);

test('the oversight host describes no route of a tenant', async () => {
  const document = await readDocument('oversight');
  expect(Object.keys(document.paths).filter((path) => path.includes('organizations'))).toEqual([]);
});
