import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requestContent } from '#plugins/sdk/requests/testing/request.fixtures.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import {
  act,
  actNow,
  actOnReply,
  codeOf,
  deskOf,
  expectOk,
  fileFree,
  issuedRequest,
  mineOf,
  ownReply,
  replyOf,
  saveAnswers,
  showOf,
  signedRequest,
} from './requests.fixtures.ts';
import type { Desk } from './requests.fixtures.ts';

let world: TestApp;
let desk: Desk;
let clerk: TestClient;
let other: TestClient;

const points = [{ path: 'text', label: '办理情况', reason: '请写明整改措施' }];

const ascending = (left: number, right: number) => left - right;

beforeAll(async () => {
  world = await createTestApp();
  desk = await deskOf(world);
  clerk = await world.as('clerk');
  other = await world.as('other-clerk');
});
afterAll(() => world.close());

describe('two at once', () => {
  it('file one reply once: one receipt, the other is told of the newer version', async () => {
    const id = await issuedRequest(desk);
    const { id: replyId } = await ownReply(clerk, id);
    await expectOk(saveAnswers(clerk, replyId, { text: '已办理' }));
    const { version } = await replyOf(clerk, replyId);
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => act(clerk, `/replies/${replyId}/file`, version)),
    );
    const statuses = answers.map(({ status }) => status).toSorted(ascending);
    expect(statuses).toEqual([200, 412, 412, 412]);
    expect((await replyOf(clerk, replyId)).receipt?.revision).toBe(1);
  });

  it('of different units do not stand in each other’s way', async () => {
    const id = await issuedRequest(desk);
    await Promise.all([fileFree(clerk, id), fileFree(other, id)]);
    const { counts } = (await showOf(desk.drafter, id)).summary;
    expect(counts).toMatchObject({ due: 3, replied: 2, outstanding: 1 });
  });

  it('judge one reply once: it is accepted or returned, never both', async () => {
    const id = await issuedRequest(desk);
    const replyId = await fileFree(clerk, id);
    const { version } = await replyOf(clerk, replyId);
    const [accepted, returned] = await Promise.all([
      act(desk.checker, `/replies/${replyId}/accept`, version),
      act(desk.drafter, `/replies/${replyId}/return`, version, { points }),
    ]);
    expect([accepted.status, returned.status].toSorted(ascending)).toEqual([200, 412]);
    const { state } = await replyOf(clerk, replyId);
    expect(state).toBe(accepted.status === 200 ? 'accepted' : 'returned');
  });

  it('close and file: what was filed first stays, and nothing is counted twice', async () => {
    const id = await issuedRequest(desk);
    const { id: replyId } = await ownReply(clerk, id);
    await expectOk(saveAnswers(clerk, replyId, { text: '已办理' }));
    const [closed, filed] = await Promise.all([
      actNow(desk.drafter, id, '/close', { reason: '情况已掌握' }),
      actOnReply(clerk, replyId, '/file'),
    ]);
    expect(closed.status).toBe(200);
    const { counts } = (await showOf(desk.drafter, id)).summary;
    expect(counts).toMatchObject({ due: 3, outstanding: 0, replied: filed.status === 200 ? 1 : 0 });
  });

  it('send one request out once: each unit owes one reply', async () => {
    const id = await signedRequest(desk);
    const { version } = (await showOf(desk.drafter, id)).summary;
    const answers = await Promise.all(
      Array.from({ length: 3 }, () => act(desk.drafter, `/${id}/issue`, version)),
    );
    expect(answers.map(({ status }) => status).toSorted(ascending)).toEqual([200, 412, 412]);
    expect((await showOf(desk.drafter, id)).summary.counts?.due).toBe(3);
    expect(await mineOf(clerk, id)).toHaveLength(1);
  });

  it('answer one application once, and the due moment moves once', async () => {
    const id = await issuedRequest(desk);
    const { id: replyId } = await ownReply(clerk, id);
    const to = { on: '2026-07-24', hour: '17:30' };
    const ask = await expectOk<{ id: string }>(
      actOnReply(clerk, replyId, '/asks', { to, reason: '人员外出' }),
    );
    const decide = (client: TestClient, json: unknown) =>
      client(`/api/requests/asks/${ask.id}/decision`, { json });
    const [agreed, declined] = await Promise.all([
      decide(desk.drafter, { agree: true }),
      decide(desk.checker, { agree: false, answer: '省里要求当日汇总' }),
    ]);
    expect([agreed.status, declined.status].filter((status) => status === 200)).toHaveLength(1);
    const { dueOn, asks } = await replyOf(clerk, replyId);
    expect(asks).toHaveLength(1);
    expect(dueOn).toBe(agreed.status === 200 ? '2026-07-24' : '2026-07-17');
    const again = await decide(desk.drafter, { agree: true });
    expect(codeOf(again)).toEqual([409, 'requests.already_decided']);
  });

  it('excuse and file: what was filed is not excused, what is excused is not filed', async () => {
    const id = await issuedRequest(desk, requestContent({ nilReply: true }));
    const { id: replyId, organizationId } = await ownReply(clerk, id);
    const excuse = { organizationId, reason: '无此业务' };
    const [excused, filed] = await Promise.all([
      actNow(desk.drafter, id, '/excuses', excuse),
      actOnReply(clerk, replyId, '/nil'),
    ]);
    const { state } = await replyOf(clerk, replyId);
    expect([excused.status === 200, filed.status === 200].filter(Boolean)).toHaveLength(1);
    expect(state).toBe(filed.status === 200 ? 'filed' : 'excused');
  });
});
