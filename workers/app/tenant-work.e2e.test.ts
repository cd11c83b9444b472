import { afterAll, beforeAll, expect, test } from 'vitest';
import { auditHeads } from '#schema/tables/control/core.table.ts';
import { outboxEvents } from '#schema/tables/tenant/core.table.ts';
import { suspendTenant } from '#workers/modules/tenants/index.ts';
import { createTestApp } from './testing/test-app.fixtures.ts';
import type { TestApp } from './testing/test-app.fixtures.ts';
import { testActor } from './testing/test-site.fixtures.ts';

let world: TestApp;
beforeAll(async () => {
  world = await createTestApp({ tenants: ['dong', 'xi'] });
});
afterAll(() => world.close());

test('a tick signs the heads of all tenants and keeps them in control', async () => {
  await world.app.work.tick();
  const heads = await world.control.db.select().from(auditHeads);
  expect(heads.map(({ namespace }) => namespace).toSorted()).toEqual(['dong', 'xi']);
  expect(await world.site.database.db.select().from(outboxEvents)).toEqual([]);
});

test('a second tick in the same hour signs nothing, one in the next hour signs again', async () => {
  await world.app.work.tick();
  expect(await world.control.db.select().from(auditHeads)).toHaveLength(2);
  world.clock.tick(61 * 60_000);
  await world.app.work.tick();
  expect(await world.control.db.select().from(auditHeads)).toHaveLength(4);
});

test('events that come while a sweep is under way are taken by the same sweep', async () => {
  world.clock.tick(61 * 60_000);
  const { database } = world.site;
  const commit = (subjectId: string) =>
    database.writer.commit({
      steps: [],
      audit: {
        action: 'demo.seed',
        actor: testActor,
        subjectKind: 'test',
        subjectId,
        at: world.clock.now(),
        facts: {},
      },
      events: [{ type: 'test.happened', subjectId, payload: {} }],
    });
  await commit('first');
  const sweeps = [world.app.work.sweepSoon('dong')];
  await commit('second');
  sweeps.push(world.app.work.sweepSoon('dong'));
  await Promise.all(sweeps);
  expect(await database.db.select().from(outboxEvents)).toEqual([]);
});

test('a suspended tenant is left alone, and the others have their turn', async () => {
  const site = world.sites['xi'];
  if (!site) throw new Error('no second tenant');
  const context = { ...site.database, control: world.control.writer };
  await suspendTenant({ context, input: { reason: '测试', actor: testActor } });
  world.clock.tick(61 * 60_000);
  await world.app.work.tick();
  const heads = await world.control.db.select().from(auditHeads);
  expect(heads.filter(({ namespace }) => namespace === 'dong')).toHaveLength(3);
  expect(heads.filter(({ namespace }) => namespace === 'xi')).toHaveLength(2);
  expect(world.logs.filter((line) => line.includes('"message":"tick"'))).toEqual([]);
});
