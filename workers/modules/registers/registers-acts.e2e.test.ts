import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EntryMoved, RegisterBoard } from '#schema/contracts/registers.ts';
import type { CastName } from '#workers/app/testing/cast.fixtures.ts';
import { createTestApp, hostOf } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestAnswer, TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import {
  act,
  apply,
  claim,
  close,
  publishRegisters,
  recordProblem,
  showOf,
} from './registers.fixtures.ts';

let world: TestApp;
let clerk: TestClient;
let department: TestClient;
let reviewer: TestClient;
let checker: TestClient;
let hospital: string;

const ascending = (left: number, right: number) => left - right;

beforeAll(async () => {
  world = await createTestApp({ tenants: ['dong', 'xi'] });
  await publishRegisters(world.site);
  clerk = await world.as('clerk');
  department = await world.as('department');
  reviewer = await world.as('reviewer');
  checker = await world.as('checker');
  hospital = world.site.units['hospital'] ?? '';
});
afterAll(() => world.close());

const codeOf = (answer: TestAnswer) => [answer.status, answer.json().code];
const passOn = { verb: 'pass-on', post: '药剂科主任', reason: '涉及药品采购' };
const found = async () => (await recordProblem(clerk, hospital)).id;

async function after(id: string, ...steps: [TestClient, string, unknown][]): Promise<string> {
  for (const [client, path, json] of steps) {
    const answer = await act(client, `${id}/${path}`, json);
    if (answer.status !== 200) throw new Error(`${path}: ${answer.text}`);
  }
  return id;
}
const claimed = async () => after(await found(), [clerk, 'steps', claim]);
const applied = async () => after(await claimed(), [clerk, 'steps', apply]);
const closed = async () =>
  after(await applied(), [reviewer, 'steps', { transition: 'check' }], [checker, 'steps', close]);
const handed = async () => after(await found(), [clerk, 'hand-over', passOn]);

type Case = { by: CastName; entry: () => Promise<string>; path: string; json: unknown };
type Method = 'POST' | 'PATCH';

const cases: Readonly<Record<string, Case & { method?: Method }>> = {
  更正登记: {
    by: 'clerk',
    entry: found,
    path: '',
    json: { answers: { what: '收费公示不全' } },
    method: 'PATCH',
  },
  认领: { by: 'clerk', entry: found, path: '/steps', json: claim },
  申请销号: { by: 'clerk', entry: claimed, path: '/steps', json: apply },
  审核: { by: 'reviewer', entry: applied, path: '/steps', json: { transition: 'check' } },
  回头看: {
    by: 'reviewer',
    entry: closed,
    path: '/rechecks',
    json: { result: 'held', reason: '现场核查' },
  },
  补充来源: {
    by: 'checker',
    entry: found,
    path: '/sources',
    json: { channel: 'inspection' },
  },
  拆分: {
    by: 'checker',
    entry: found,
    path: '/parts',
    json: { answers: { what: '其中收费部分' }, reason: '责任科室不同' },
  },
  转办: { by: 'clerk', entry: found, path: '/hand-over', json: passOn },
  签收: { by: 'department', entry: handed, path: '/receipt', json: {} },
  退回: {
    by: 'department',
    entry: handed,
    path: '/hand-back',
    json: { reason: '不属本科', basis: '院内职责分工第3条' },
  },
  撤回转办: { by: 'clerk', entry: handed, path: '/withdrawal', json: { reason: '转错岗位' } },
};

describe.each(Object.entries(cases))('%s', (_, { by, entry, path, json, method = 'POST' }) => {
  it('is refused to who saw an older version, done once, and answered again as before', async () => {
    const client = await world.as(by);
    const id = await entry();
    const { version } = (await showOf(client, id)).summary;
    const send = (headers: Record<string, string>, body = json) =>
      client(`/api/registers/entries/${id}${path}`, { method, json: body, headers });
    const stale = await send({ 'if-match': `"${version + 5}"` });
    expect(codeOf(stale)).toEqual([412, 'platform.stale_version']);
    expect(stale.json()).toMatchObject({ currentVersion: version });
    expect(codeOf(await send({}))).toEqual([428, 'platform.precondition_required']);
    const headers = { 'if-match': `"${version}"`, 'idempotency-key': crypto.randomUUID() };
    const first = await send(headers);
    expect({ status: first.status, text: first.text }).toMatchObject({ status: 200 });
    expect((await send(headers)).text).toBe(first.text);
    const { history } = await showOf(client, id);
    const before = history.length;
    const other = await send(headers, { ...(json as object), reason: '另一个理由' });
    expect(other.status).toBe(422);
    expect((await showOf(client, id)).history).toHaveLength(before);
  });

  it('is nobody’s of another unit and nobody’s of another tenant', async () => {
    const id = await entry();
    const strangers = [
      await world.as('other-clerk'),
      await world.as('clerk', hostOf('xi')),
      await world.as('checker', hostOf('xi')),
    ];
    for (const stranger of strangers) {
      const answer = await stranger(`/api/registers/entries/${id}${path}`, {
        method,
        json,
        headers: { 'if-match': '"1"' },
      });
      expect([403, 404]).toContain(answer.status);
      expect(answer.text).not.toContain('处方点评');
    }
  });
});

describe('two at once', () => {
  it('take one step of one entry once: the other is told of the newer version', async () => {
    const id = await found();
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => act(clerk, `${id}/steps`, claim, 1)),
    );
    expect(answers.map(({ status }) => status).toSorted(ascending)).toEqual([200, 412, 412, 412]);
    expect((await showOf(clerk, id)).history).toHaveLength(2);
  });

  it('sign for one hand-over once', async () => {
    const id = await handed();
    const { version } = (await showOf(department, id)).summary;
    const answers = await Promise.all(
      Array.from({ length: 3 }, () => act(department, `${id}/receipt`, {}, version)),
    );
    expect(answers.map(({ status }) => status).toSorted(ascending)).toEqual([200, 412, 412]);
  });

  it('merge and claim: an entry is in one state and counted once', async () => {
    const [id, into] = [await found(), await found()];
    const boardOf = async () =>
      (await checker('/api/registers/problems/board')).json<RegisterBoard>().total;
    const before = await boardOf();
    const merge = { transition: 'merge', reason: '同一事项', into };
    const [merged, claiming] = await Promise.all([
      act(checker, `${id}/steps`, merge, 1),
      act(clerk, `${id}/steps`, claim, 1),
    ]);
    expect([merged.status, claiming.status].toSorted(ascending)).toEqual([200, 412]);
    const after = await boardOf();
    const lost = merged.status === 200 ? 1 : 0;
    expect(after.entries).toBe(before.entries - lost);
  });
});

describe('each problem', () => {
  it('is counted once however many sources it has, and keeps the number of each', async () => {
    const boardOf = async () =>
      (await checker('/api/registers/problems/board')).json<RegisterBoard>().total.entries;
    const before = await boardOf();
    const { id } = await recordProblem(clerk, hospital, {
      sources: [{ channel: 'inspection', number: 'XC-1' }],
    });
    const more = ['GD-91', 'GD-92', 'GD-93'].map((number) => ({ channel: 'hotline', number }));
    for (const source of more) {
      const answer = await act(checker, `${id}/sources`, source);
      expect(answer.json<EntryMoved>().id).toBe(id);
    }
    expect(await boardOf()).toBe(before + 1);
    const { sources } = await showOf(clerk, id);
    expect(sources.map(({ number }) => number)).toEqual(['XC-1', 'GD-91', 'GD-92', 'GD-93']);
  });

  it('has a responsible post at every moment of its way', async () => {
    const ways = [found, claimed, applied, closed, handed];
    for (const way of ways) {
      const { summary, history } = await showOf(clerk, await way());
      expect(summary.responsible.length).toBeGreaterThan(0);
      for (const { post } of history) expect(post?.length).toBeGreaterThan(0);
    }
  });
});

describe('销号 ≤ 申请销号 ≤ 到期', () => {
  it('holds on the board after any mixture of ways', async () => {
    for (const way of [claimed, applied, applied, closed, closed, closed]) await way();
    const { total, units } = (await checker('/api/registers/problems/board')).json<RegisterBoard>();
    for (const counts of [total, ...units.map((unit) => unit.counts)]) {
      expect(counts.dueClosed).toBeLessThanOrEqual(counts.dueRectified);
      expect(counts.dueRectified).toBeLessThanOrEqual(counts.due);
      expect(counts.closed).toBeLessThanOrEqual(counts.rectified);
      expect(counts.rectified).toBeLessThanOrEqual(counts.entries);
    }
    const sum = units.reduce((closedSoFar, unit) => closedSoFar + unit.counts.closed, 0);
    expect(sum).toBe(total.closed);
  });
});
