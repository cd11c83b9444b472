import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HandoverDetail, HandoverMoved } from '#schema/contracts/handovers.ts';
import { listGrantsOf } from '#workers/modules/organizations/handovers.fixtures.ts';
import { unitOf as petitionsOf } from '#workers/modules/petitions/petitions.fixtures.ts';
import { findMine, publishInto } from '#workers/modules/submissions/submissions.fixtures.ts';
import { createTestApp } from './testing/test-app.fixtures.ts';
import type { TestApp } from './testing/test-app.fixtures.ts';

let world: TestApp;
beforeAll(async () => {
  world = await createTestApp();
  await publishInto(world.site);
}, 60_000);
afterAll(() => world.close());

const personOf = (name: string) => world.site.people[name] ?? '';

test('what the clerk has in hand is listed, kept as acknowledged, and goes on with who follows', async () => {
  const clerk = await world.as('clerk');
  const filing = await findMine(clerk, 'training-report');
  const petition = await (await petitionsOf(world)).filed();
  const security = await world.as('security-admin');
  const [grant] = await listGrantsOf(world.site.database.db, [personOf('clerk')]);
  const toId = personOf('department');
  const about = { grantId: grant?.id, toId, on: '2026-07-01', reason: '轮岗' };
  const opened = (await security('/api/handovers', { json: about })).json<HandoverMoved>();
  const path = `/api/handovers/${opened.id}`;
  const before = (await clerk(path)).json<HandoverDetail>();
  const own = before.items.find(({ id }) => id === filing);
  expect(own).toMatchObject({ kind: 'filing' });
  expect(own?.title.length).toBeGreaterThan(0);
  expect(before.items.find(({ id }) => id === petition)).toMatchObject({ kind: 'petition' });

  const successor = await world.as('department');
  const acknowledged = await successor(`${path}/acknowledge`, {
    method: 'POST',
    headers: { 'if-match': `"${opened.version}"` },
  });
  expect(acknowledged.json<HandoverMoved>().state).toBe('settled');
  const after = (await successor(path)).json<HandoverDetail>();
  expect(after.items.map(({ id }) => id)).toEqual(before.items.map(({ id }) => id));
  expect(after.asOf).toBe(after.acknowledgedAt);
  world.clock.tick(6_000);
  expect(await findMine(successor, 'training-report')).toBe(filing);
  expect((await clerk(`/api/submissions/${filing}`)).status).toBe(403);
});
