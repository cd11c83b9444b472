import * as v from 'valibot';
import { describe as group, expect, test } from 'vitest';
import { DEFAULT_BODY_LIMIT, limitBody } from './body-limit.ts';
import { accessOf, describe } from './describe.ts';
import type { RouteDescription } from './describe.ts';
import type { Access } from './http-env.ts';
import { platformErrors } from './platform.errors.ts';
import { createHttpApp, postJson } from './testing/http-app.fixtures.ts';
import { validate } from './validate.ts';

const base = {
  permission: 'campaigns.draft',
  summary: { zh: '起草', en: 'Draft' },
  responses: { 200: {} },
} as const;

group('a described route', () => {
  test('asks the gate for its permission before anything of the request is read', async () => {
    const asked: Access[] = [];
    const { app } = createHttpApp({
      gate: async (access) => {
        asked.push(access);
        throw platformErrors['platform.forbidden']();
      },
    });
    app.post('/', describe(base), validate('json', v.object({ name: v.string() })), (c) =>
      c.text('done'),
    );
    const response = await app.request('/', postJson({ wrong: true }));
    expect(response.status).toBe(403);
    expect(asked).toEqual(['campaigns.draft']);
  });

  test('runs when the gate lets it pass', async () => {
    const { app } = createHttpApp();
    app.get('/', describe(base), (c) => c.text('done'));
    expect(await (await app.request('/')).text()).toBe('done');
  });

  test('says who may call it; a plain handler says nothing', () => {
    expect(accessOf(describe(base))).toBe('campaigns.draft');
    expect(accessOf(() => 'plain')).toBeUndefined();
  });

  test('may name only errors that a catalogue declares', () => {
    expect(() => describe({ ...base, errors: ['campaigns.unheard_of'] })).toThrow(/undeclared/);
  });
});

group('the size of a body', () => {
  const upload = async (route: Pick<RouteDescription, 'bodyLimit'>, bytes: number) => {
    const { app } = createHttpApp();
    const { permission, summary, responses } = base;
    app.post('/', describe({ permission, summary, responses, ...route }), async (c) =>
      c.text(String((await c.req.arrayBuffer()).byteLength)),
    );
    return (await app.request('/', { method: 'POST', body: 'x'.repeat(bytes) })).status;
  };

  test('is limited on every described route, by the route’s own limit or by itself', async () => {
    expect(await upload({}, DEFAULT_BODY_LIMIT)).toBe(200);
    expect(await upload({}, DEFAULT_BODY_LIMIT + 1)).toBe(413);
    expect(await upload({ bodyLimit: 10 }, 11)).toBe(413);
    expect(await upload({ bodyLimit: 'own' }, 2 * DEFAULT_BODY_LIMIT)).toBe(200);
  });

  test('a larger one is refused with the limit', async () => {
    const { app } = createHttpApp();
    app.post('/', limitBody(1024), async (c) => c.text(String((await c.req.text()).length)));
    const response = await app.request('/', { method: 'POST', body: 'x'.repeat(2000) });
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ code: 'platform.body_too_large' });
    expect(DEFAULT_BODY_LIMIT).toBe(1024 * 1024);
  });
});
