import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EditionList } from '#schema/contracts/plugin-host.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import { createTestContext } from '#workers/app/testing/test-context.fixtures.ts';
import { listPlugins } from './plugins.ts';
import { listEditions } from './usecases/list-editions.ts';

let world: TestApp;
beforeAll(async () => {
  world = await createTestApp();
});
afterAll(() => world.close());

test('a commission sees the editions of its own module, newest first', async () => {
  const [plugin] = listPlugins();
  if (!plugin) throw new Error('this program ships no plugin');
  const context = await createTestContext(world.site, 'drafter');
  const pin = { id: plugin.id, version: '0.0.1' };
  const list: EditionList = listEditions({
    context: { ...context, tenant: { ...context.tenant, plugin: pin } },
  });
  expect(list.pinned).toEqual(pin);
  expect(list.plugin.version).toBe(plugin.version);
  const years = list.editions.map(({ year }) => year);
  expect(years).toEqual(years.toSorted((left, right) => right - left));
  expect(years.length).toBe(plugin.editions.length);
});

test('a tenant whose module is not shipped is told so', async () => {
  const answer = await (await world.as('drafter'))('/api/editions');
  expect(answer.status).toBe(503);
  expect(answer.json().code).toBe('plugin-host.unknown_plugin');
});

test('an administrator, who plans no campaign, sees none', async () => {
  expect((await (await world.as('audit-admin'))('/api/editions')).status).toBe(403);
});
