import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PetitionList } from '#schema/contracts/petitions.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { expectOk, unitOf } from './petitions.fixtures.ts';
import type { Unit } from './petitions.fixtures.ts';

let world: TestApp;
let drafter: TestClient;
let clerk: TestClient;
let open: Unit['open'];
let act: Unit['act'];
let filed: Unit['filed'];

beforeAll(async () => {
  world = await createTestApp();
  drafter = await world.as('drafter');
  ({ clerk, open, act, filed } = await unitOf(world));
});
afterAll(() => world.close());

describe('two at once', () => {
  it('file one petition once, and different ones get numbers without a gap', async () => {
    const drafts = await Promise.all([
      open('information'),
      open('information'),
      open('information'),
    ]);
    await Promise.all(drafts.map(({ id }) => expectOk(act(clerk, id, '/file'))));
    const list = await expectOk<PetitionList>(drafter('/api/petitions?limit=200'));
    const numbers = list.items
      .map(({ registered }) => Number(/(\d+)号/u.exec(registered ?? '')?.[1]))
      .toSorted((left, right) => left - right);
    expect(numbers).toEqual(numbers.map((_, at) => at + 1));
    const { id } = await open('information');
    const headers = { 'if-match': '"1"' };
    const answers = await Promise.all(
      [1, 2, 3].map(() => clerk(`/api/petitions/${id}/file`, { json: {}, headers })),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('answer one petition once', async () => {
    const id = await filed('report');
    const checker = await world.as('checker');
    const answers = await Promise.all([
      act(drafter, id, '/answer', { text: '已阅' }),
      act(checker, id, '/answer', { text: '请补充' }),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('file it once where the same request comes twice', async () => {
    const { id } = await open('information');
    const headers = { 'if-match': '"1"', 'idempotency-key': `file-${id}` };
    const send = () => clerk(`/api/petitions/${id}/file`, { json: {}, headers });
    const first = await send();
    const second = await send();
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.json()).toEqual(first.json());
  });
});
