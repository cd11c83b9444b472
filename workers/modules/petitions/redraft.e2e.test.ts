import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PetitionList } from '#schema/contracts/petitions.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { uploadScan } from '#workers/modules/submissions/submissions.fixtures.ts';
import { content, expectOk, show, unitOf } from './petitions.fixtures.ts';
import type { Unit } from './petitions.fixtures.ts';

let world: TestApp;
let unit: Unit;
let drafter: TestClient;
let id: string;
let first: string;
let second: string;

const redraft = () =>
  content({ title: '关于调整自查时限的补充请示', text: '补充说明如附件。', evidence: [second] });
const received = async (state: string) => {
  const list = await expectOk<PetitionList>(drafter(`/api/petitions?state=${state}`));
  return list.items.filter((item) => item.id === id).map((item) => [item.title, item.state]);
};
const statusOf = async (client: TestClient, file: string) =>
  (await client(`/api/evidence/${file}/content`)).status;

beforeAll(async () => {
  world = await createTestApp();
  unit = await unitOf(world);
  drafter = await world.as('drafter');
  first = await uploadScan(unit.clerk, 'first');
  second = await uploadScan(unit.clerk, 'second');
  id = await unit.filed('instruction', { content: content({ evidence: [first] }) });
  await expectOk(unit.act(drafter, id, '/return', { reason: '请补充依据' }));
  await expectOk(unit.act(unit.clerk, id, '', { content: redraft() }, 'PUT'));
});
afterAll(() => world.close());

describe('a petition that went back, until it is filed anew', () => {
  it('is to the office what was filed, and returned, while the unit writes', async () => {
    const seen = await show(drafter, id);
    expect(seen.content).toMatchObject({ title: content().title, evidence: [first] });
    expect(seen.summary.state).toBe('returned');
    expect(seen.files.map((file) => file.id)).toEqual([first]);
    expect((await show(unit.clerk, id)).content.title).toBe(redraft().title);
    expect(await statusOf(drafter, second)).toBe(404);
    expect(await statusOf(drafter, first)).toBe(200);
  });

  it('keeps the signatures of the redraft inside the unit', async () => {
    await expectOk(unit.act(unit.clerk, id, '/submit'));
    const seen = await show(drafter, id);
    expect([seen.summary.state, seen.approval]).toEqual(['returned', undefined]);
    expect((await show(unit.clerk, id)).summary.state).toBe('signing');
    expect(await received('returned')).toEqual([[content().title, 'returned']]);
    expect(await received('signing')).toEqual([]);
  });

  it('is wholly the office’s again once it is filed', async () => {
    await expectOk(unit.act(unit.head, id, '/approval/sign', { stepKey: 'sign' }));
    await expectOk(unit.act(unit.clerk, id, '/file'));
    const seen = await show(drafter, id);
    expect(seen.content).toMatchObject({ title: redraft().title, evidence: [second] });
    expect(seen.summary.state).toBe('filed');
    expect(seen.approval).toBeDefined();
    expect(await statusOf(drafter, second)).toBe(200);
    expect(await received('filed')).toEqual([[redraft().title, 'filed']]);
  });
});
