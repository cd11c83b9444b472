import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EntryList } from '#schema/contracts/registers.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { act, claim, publishRegisters, recordProblem, showOf } from './registers.fixtures.ts';

let world: TestApp;
let clerk: TestClient;
let pharmacy: TestClient;
let reviewer: TestClient;
let checker: TestClient;
let hospital: string;

beforeAll(async () => {
  world = await createTestApp();
  await publishRegisters(world.site);
  clerk = await world.as('clerk');
  pharmacy = await world.as('department');
  reviewer = await world.as('reviewer');
  checker = await world.as('checker');
  hospital = world.site.units['hospital'] ?? '';
});
afterAll(() => world.close());

const passOn = { verb: 'pass-on', post: '药剂科主任', reason: '涉及药品采购' };
const kinds = async (id: string) =>
  (await showOf(checker, id)).history.map(({ kind }) => kind).join(' ');
const waiting = async (client: TestClient, side: string) => {
  const answer = await client(`/api/registers/problems/entries?awaiting=${side}`);
  return answer.json<EntryList>().rows.map(({ id }) => id);
};

describe('an entry that is handed over', () => {
  it('stays with the first receiver until another post signs, and is found by who has to sign', async () => {
    const { id } = await recordProblem(clerk, hospital);
    expect((await act(clerk, `${id}/hand-over`, passOn)).status).toBe(200);
    const handed = await showOf(pharmacy, id);
    expect(handed.summary.responsible).toBe('行风办填报岗');
    expect(handed.handOver.waiting).toMatchObject({
      receiver: '药剂科主任',
      refuseBy: '2026-07-06',
      maySign: true,
      mayRefuse: true,
    });
    expect(await waiting(pharmacy, 'unit')).toEqual([id]);
    expect((await act(clerk, `${id}/receipt`, {})).status).toBe(409);
    expect((await act(pharmacy, `${id}/receipt`, {})).status).toBe(200);
    const signed = await showOf(clerk, id);
    expect(signed.summary.responsible).toBe('药剂科主任');
    expect(signed.answers['responsible-post']).toBe('药剂科主任');
    expect(signed.history.at(-1)).toMatchObject({
      kind: 'signed-for',
      verb: 'pass-on',
      receiver: '药剂科主任',
      receipt: { post: '财务科', on: '2026-07-01' },
    });
    expect(await waiting(pharmacy, 'unit')).toEqual([]);
  });

  it('comes back with reason and basis, and after the second time goes to the coordinator', async () => {
    const { id } = await recordProblem(clerk, hospital);
    for (let count = 0; count < 2; count += 1) {
      await act(clerk, `${id}/hand-over`, passOn);
      const bare = await act(pharmacy, `${id}/hand-back`, { reason: '不属本科' });
      expect(bare.status).toBe(422);
      const json = { reason: '不属本科', basis: '院内职责分工第3条' };
      expect((await act(pharmacy, `${id}/hand-back`, json)).status).toBe(200);
    }
    const up = await showOf(reviewer, id);
    expect(up.handOver.waiting).toMatchObject({
      side: 'office',
      receiver: '行风办',
      toCoordinator: true,
      maySign: true,
      mayRefuse: false,
    });
    expect(up.summary.responsible).toBe('行风办填报岗');
    expect(await waiting(reviewer, 'office')).toEqual([id]);
    expect((await act(reviewer, `${id}/receipt`, {})).status).toBe(200);
    expect((await showOf(clerk, id)).summary.responsible).toBe('行风办');
    expect(await kinds(id)).toBe(
      'recorded handed-over handed-back handed-over handed-back handed-over signed-for',
    );
  });

  it('may be withdrawn, and waits no longer when the entry ends', async () => {
    const { id } = await recordProblem(clerk, hospital);
    await act(clerk, `${id}/hand-over`, passOn);
    expect((await act(pharmacy, `${id}/withdrawal`, { reason: '转错' })).status).toBe(409);
    expect((await act(clerk, `${id}/withdrawal`, { reason: '转错岗位' })).status).toBe(200);
    await act(clerk, `${id}/hand-over`, passOn);
    const into = (await recordProblem(clerk, hospital)).id;
    const merge = { transition: 'merge', reason: '同一事项', into };
    expect((await act(checker, `${id}/steps`, merge)).status).toBe(200);
    const ended = await showOf(clerk, id);
    expect([ended.handOver.waiting, ended.handOver.verbs]).toEqual([undefined, []]);
    expect(await waiting(pharmacy, 'unit')).toEqual([]);
  });

  it('is refused where the register has no such verb, to strangers, and for a stale version', async () => {
    const { id } = await recordProblem(clerk, hospital);
    const transfer = { ...passOn, verb: 'transfer', organ: '派驻纪检监察组', letter: '移1号' };
    const answer = await act(checker, `${id}/hand-over`, transfer);
    expect([answer.status, answer.json<{ code: string }>().code]).toEqual([
      409,
      'registers.refused',
    ]);
    expect((await act(clerk, `${id}/hand-over`, passOn, 7)).status).toBe(412);
    const other = await world.as('other-clerk');
    const stranger = await other(`/api/registers/entries/${id}/hand-over`, {
      method: 'POST',
      json: passOn,
      headers: { 'if-match': '"1"' },
    });
    expect(stranger.status).toBe(404);
    await act(clerk, `${id}/steps`, claim);
    expect((await showOf(clerk, id)).summary.responsible).toBe('药剂科主任');
  });
});
