import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestAnswer, TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import {
  codeOf,
  deskOf,
  goodIssue,
  openBulletin,
  paragraph,
  sentBulletin,
  show,
  signedBulletin,
  submit,
  writeText,
  expectOk,
} from './bulletins.fixtures.ts';
import type { Desk } from './bulletins.fixtures.ts';

type Call = { name: string; method: string; path: string; json?: object };

const body = paragraph('另一段话。');
const head = {
  title: '关于另一件事的通报',
  to: '各有关单位',
  issuer: '测试区卫生健康委员会',
  attachments: [],
  copyTo: '',
  printedBy: '办公室',
};

/** What is done to a paper under the version of the whole. */
const acts: readonly Call[] = [
  { name: '保存标题等', method: 'PUT', path: '/head', json: { head } },
  { name: '送审', method: 'POST', path: '/submit', json: { textVersion: 1 } },
  { name: '更新数据', method: 'POST', path: '/figures', json: { textVersion: 1 } },
  {
    name: '确认保留',
    method: 'POST',
    path: '/confirmations',
    json: { kind: 'person', excerpt: '李春晓医师', reason: '本人同意' },
  },
  { name: '撤回', method: 'POST', path: '/approval/withdraw', json: {} },
  { name: '登记', method: 'POST', path: '/issue', json: goodIssue() },
  { name: '分发', method: 'POST', path: '/send', json: { kinds: ['hospital'] } },
];
/** What the post does whose turn it is. */
const turns: readonly Call[] = [
  { name: '签署', method: 'POST', path: '/approval/sign', json: { stepKey: 'check' } },
  {
    name: '退回',
    method: 'POST',
    path: '/approval/return',
    json: { stepKey: 'check', comment: '请补充' },
  },
];
/** What is done to one of its parts. */
const writings: readonly Call[] = [
  { name: '增加一段', method: 'POST', path: '/parts', json: { body } },
  { name: '保存一段', method: 'PUT', path: '/parts/p1', json: { body } },
  { name: '移动一段', method: 'POST', path: '/parts/p1/move', json: {} },
  { name: '删除一段', method: 'DELETE', path: '/parts/p1' },
];
/** What only who drafts has to see. */
const looks: readonly Call[] = [
  { name: '可插入的数据', method: 'GET', path: '/figures' },
  { name: '数据的变化', method: 'GET', path: '/figures/changes' },
  { name: '可引用的情况', method: 'GET', path: '/quotables' },
];
const readings: readonly Call[] = [
  { name: '文稿', method: 'GET', path: '' },
  { name: '检查', method: 'GET', path: '/checks' },
  { name: 'Word', method: 'GET', path: '/word' },
];

let world: TestApp;
let desk: Desk;
let clerk: TestClient;
let reviewer: TestClient;

beforeAll(async () => {
  world = await createTestApp();
  desk = await deskOf(world);
  clerk = await world.as('clerk');
  reviewer = await world.as('reviewer');
});
afterAll(() => world.close());

function call(
  client: TestClient,
  id: string,
  { method, path, json }: Call,
  version: number | undefined = 1,
): Promise<TestAnswer> {
  const headers: Record<string, string> = version < 1 ? {} : { 'if-match': `"${version}"` };
  return client(`/api/bulletins/${id}${path}`, { method, json, headers });
}

describe('a paper that is not there', () => {
  const unknown = `bul_${'0'.repeat(26)}`;

  it.each([...acts, ...turns, ...writings, ...looks, ...readings])(
    'is not found: $name',
    async (each) => {
      const answer = await call(desk.drafter, unknown, each);
      expect(codeOf(answer)).toEqual([404, 'bulletins.not_found']);
    },
  );

  it('is refused before it is looked for where the id is none', async () => {
    expect((await desk.drafter('/api/bulletins/bul_1')).status).toBe(422);
    expect((await desk.drafter('/api/bulletins/pet_00000000000000000000000000')).status).toBe(422);
  });
});

describe('who is not of the office', () => {
  it.each([...acts, ...writings, ...looks, ...readings])('may not: $name', async (each) => {
    const { id } = await openBulletin(desk.drafter);
    for (const client of [clerk, reviewer]) {
      const answer = await call(client, id, each);
      expect(codeOf(answer)).toEqual([403, 'platform.forbidden']);
      expect(answer.text).not.toContain('通报');
    }
    expect((await show(desk.drafter, id)).summary.version).toBe(1);
  });

  it.each(turns)('takes no step: $name', async (each) => {
    const { id } = await openBulletin(desk.drafter);
    await writeText(desk.drafter, id, '总体平稳。');
    await expectOk(submit(desk.drafter, id));
    const { version } = (await show(desk.drafter, id)).summary;
    for (const client of [clerk, reviewer]) {
      expect((await call(client, id, each, version)).status).toBe(403);
    }
    expect((await show(desk.drafter, id)).summary.version).toBe(version);
  });
});

describe('a leader who signs', () => {
  it.each([...acts, ...writings, ...looks])('does not draft: $name', async (each) => {
    const { id } = await openBulletin(desk.drafter);
    expect((await call(desk.signer, id, each)).status).toBe(403);
  });

  it.each(readings)('reads: $name', async (each) => {
    const { id } = await openBulletin(desk.drafter);
    expect((await call(desk.signer, id, each)).status).toBe(200);
  });
});

describe('the version that was seen', () => {
  it.each(acts)('is wanted: $name', async (each) => {
    const { id } = await openBulletin(desk.drafter);
    const answer = await call(desk.drafter, id, each, 0);
    expect(codeOf(answer)).toEqual([428, 'platform.precondition_required']);
  });

  it.each(writings.filter(({ path }) => path === '/parts/p1'))(
    'is the part’s own: $name',
    async (each) => {
      const { id } = await openBulletin(desk.drafter);
      expect((await call(desk.drafter, id, each, 0)).status).toBe(428);
      const answer = await call(desk.drafter, id, each, 7);
      expect(codeOf(answer)).toEqual([412, 'bulletins.stale_part']);
      expect(answer.headers.get('etag')).toBe('"1"');
      expect((await show(desk.drafter, id)).parts[0]?.version).toBe(1);
    },
  );

  it.each(acts.filter(({ name }) => name !== '撤回'))(
    'is not one of a while ago: $name',
    async (each) => {
      const { id } = await openBulletin(desk.drafter);
      const answer = await call(desk.drafter, id, each, 9);
      expect(codeOf(answer)).toEqual([412, 'platform.stale_version']);
      expect(answer.json<{ currentVersion: number }>().currentVersion).toBe(1);
      expect(answer.headers.get('etag')).toBe('"1"');
    },
  );

  it.each(turns)('is not one of a while ago either: $name', async (each) => {
    const { id } = await openBulletin(desk.drafter);
    await writeText(desk.drafter, id, '总体平稳。');
    await expectOk(submit(desk.drafter, id));
    const answer = await call(desk.checker, id, each, 1);
    expect(codeOf(answer)).toEqual([412, 'platform.stale_version']);
    expect((await show(desk.drafter, id)).summary.state).toBe('signing');
  });
});

describe('a paper in a state', () => {
  async function inSigning(): Promise<string> {
    const { id } = await openBulletin(desk.drafter);
    await writeText(desk.drafter, id, '总体平稳。');
    await expectOk(submit(desk.drafter, id));
    return id;
  }
  const states = [
    { state: 'signing', make: inSigning },
    { state: 'signed', make: () => signedBulletin(desk) },
    { state: 'sent', make: () => sentBulletin(desk) },
  ] as const;
  const changing = [...acts.slice(0, 4), ...writings];

  it.each(states)('$state takes no other words', async ({ state, make }) => {
    const id = await make();
    const before = await show(desk.drafter, id);
    for (const each of changing) {
      const version = each.path.startsWith('/parts') ? 1 : before.summary.version;
      const answer = await call(desk.drafter, id, each, version);
      expect([each.name, ...codeOf(answer)]).toEqual([each.name, 409, 'bulletins.not_drafting']);
    }
    const after = await show(desk.drafter, id);
    expect(after.summary.state).toBe(state);
    expect([after.head, after.parts]).toEqual([before.head, before.parts]);
  });

  it.each(states)('$state takes only the step that is due', async ({ state, make }) => {
    const id = await make();
    const { version } = (await show(desk.drafter, id)).summary;
    const [sign = turns[0]] = turns;
    if (sign === undefined) throw new Error('no turn');
    const wrong = { ...sign, json: { stepKey: state === 'signing' ? 'sign' : 'check' } };
    const client = state === 'signing' ? desk.signer : desk.checker;
    const answer = await call(client, id, wrong, version);
    expect(answer.status).toBe(409);
    expect(answer.json().code).toBe(
      state === 'signing' ? 'approvals.not_current' : 'approvals.not_open',
    );
  });

  it('drafting has nothing to sign, to return or to take back', async () => {
    const { id } = await openBulletin(desk.drafter);
    for (const each of turns) {
      expect(codeOf(await call(desk.checker, id, each))).toEqual([409, 'approvals.not_open']);
    }
    const [withdraw] = acts.filter(({ name }) => name === '撤回');
    if (withdraw === undefined) throw new Error('no such act');
    expect(codeOf(await call(desk.drafter, id, withdraw))).toEqual([409, 'approvals.not_open']);
  });

  it('sent is not taken back, and not registered twice', async () => {
    const id = await sentBulletin(desk);
    const { version } = (await show(desk.drafter, id)).summary;
    const codes = await Promise.all(
      acts
        .filter(({ name }) => name === '撤回' || name === '登记')
        .map(async (each) => codeOf(await call(desk.drafter, id, each, version))),
    );
    expect(codes).toEqual([
      [409, 'approvals.not_open'],
      [409, 'bulletins.not_signed'],
    ]);
  });
});
