import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestAnswer, TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { codeOf, content, expectOk, show, unitOf } from './petitions.fixtures.ts';
import type { Unit } from './petitions.fixtures.ts';

type Call = { name: string; method: string; path: string; json: object };

const changed = content({ text: '另一段话，妥否，请批示。' });
/** What the unit does. */
const own: readonly Call[] = [
  { name: '保存', method: 'PUT', path: '', json: { content: changed } },
  { name: '提交审签', method: 'POST', path: '/submit', json: {} },
  { name: '报送', method: 'POST', path: '/file', json: {} },
  { name: '撤回', method: 'POST', path: '/approval/withdraw', json: {} },
];
/** What its head does. */
const heads: readonly Call[] = [
  { name: '签署', method: 'POST', path: '/approval/sign', json: { stepKey: 'sign' } },
  {
    name: '退回修改',
    method: 'POST',
    path: '/approval/return',
    json: { stepKey: 'sign', comment: '请写明依据' },
  },
];
/** What the office does. */
const office: readonly Call[] = [
  { name: '退回', method: 'POST', path: '/return', json: { reason: '请一事一请示' } },
  {
    name: '拟办',
    method: 'POST',
    path: '/opinion',
    json: { text: '拟同意', leaderPost: '分管领导' },
  },
  { name: '批复', method: 'POST', path: '/answer', json: { text: '同意。' } },
];
const instruction: Call = {
  name: '批示',
  method: 'POST',
  path: '/instruction',
  json: { text: '同意' },
};
const signFor: Call = { name: '签收', method: 'POST', path: '/sign-for', json: {} };
const all = [...own, ...heads, ...office, instruction, signFor];

let world: TestApp;
let clerk: TestClient;
let head: TestClient;
let drafter: TestClient;
let signer: TestClient;
let reviewer: TestClient;
let otherClerk: TestClient;
let open: Unit['open'];
let act: Unit['act'];
let filed: Unit['filed'];

beforeAll(async () => {
  world = await createTestApp();
  ({ clerk, head, open, act, filed } = await unitOf(world));
  drafter = await world.as('drafter');
  signer = await world.as('signer');
  reviewer = await world.as('reviewer');
  otherClerk = await world.as('other-clerk');
});
afterAll(() => world.close());

function call(
  client: TestClient,
  id: string,
  { method, path, json }: Call,
  version = 1,
): Promise<TestAnswer> {
  const headers: Record<string, string> = version < 1 ? {} : { 'if-match': `"${version}"` };
  return client(`/api/petitions/${id}${path}`, { method, json, headers });
}

const versionOf = async (client: TestClient, id: string) =>
  (await show(client, id)).summary.version;

describe('a petition that is not there', () => {
  const unknown = `pet_${'0'.repeat(26)}`;

  it.each([...own, signFor])('is not found by the unit: $name', async (each) => {
    expect(codeOf(await call(clerk, unknown, each))).toEqual([404, 'petitions.not_found']);
  });

  it.each(heads)('is not found by its head: $name', async (each) => {
    expect(codeOf(await call(head, unknown, each))).toEqual([404, 'petitions.not_found']);
  });

  it.each([...office, instruction])('is not found by the office: $name', async (each) => {
    expect(codeOf(await call(drafter, unknown, each))).toEqual([404, 'petitions.not_found']);
  });

  it('is not shown either', async () => {
    expect((await clerk(`/api/petitions/${unknown}`)).status).toBe(404);
    expect((await clerk('/api/petitions/pet_1')).status).toBe(422);
  });
});

describe('another unit', () => {
  it.each(all)('knows nothing of it: $name', async (each) => {
    const { id } = await open();
    const answer = await call(otherClerk, id, each);
    // What a clerk does nowhere is refused before the petition is looked for.
    expect([
      [403, 'platform.forbidden'],
      [404, 'petitions.not_found'],
    ]).toContainEqual(codeOf(answer));
    const unknown = await call(otherClerk, `pet_${'0'.repeat(26)}`, each);
    expect(codeOf(answer)).toEqual(codeOf(unknown));
    expect(await versionOf(clerk, id)).toBe(1);
  });

  it('does not find it in its list', async () => {
    const { id } = await open();
    const list = await otherClerk('/api/petitions/mine');
    expect(list.status).toBe(200);
    expect(list.text).not.toContain(id);
  });
});

describe('a draft', () => {
  it.each([...office, instruction])('is not the office’s yet: $name', async (each) => {
    const { id } = await open();
    const decides = each.path === '/instruction' ? signer : drafter;
    for (const client of [decides, reviewer]) {
      expect((await call(client, id, each)).status).toBe(404);
    }
  });

  it.each(office)('is not handled by the unit itself: $name', async (each) => {
    const { id } = await open();
    expect((await call(clerk, id, each)).status).toBe(403);
    expect((await call(head, id, each)).status).toBe(403);
  });

  it('has nothing to sign for, to sign or to take back', async () => {
    const { id } = await open();
    expect(codeOf(await call(clerk, id, signFor))).toEqual([409, 'petitions.not_answered']);
    for (const each of heads) {
      expect(codeOf(await call(head, id, each))).toEqual([409, 'approvals.not_open']);
    }
    const withdrawing = own.filter(({ name }) => name === '撤回');
    for (const each of withdrawing) {
      expect(codeOf(await call(clerk, id, each))).toEqual([409, 'approvals.not_open']);
    }
  });

  it('without a text is neither signed nor filed', async () => {
    for (const words of [{ title: '' }, { text: '' }, { title: '', text: '' }]) {
      const { id } = await open('information', { content: content(words) });
      expect(codeOf(await act(clerk, id, '/submit'))).toEqual([422, 'petitions.incomplete']);
      expect(codeOf(await act(clerk, id, '/file'))).toEqual([422, 'petitions.incomplete']);
    }
  });

  it('takes no file that is not the unit’s own', async () => {
    const foreign = content({ evidence: [`evd_${'0'.repeat(26)}`] });
    const { id } = await open();
    const refused = await act(clerk, id, '', { content: foreign }, 'PUT');
    expect(codeOf(refused)).toEqual([404, 'evidence.not_found']);
    expect((await show(clerk, id)).content.evidence).toEqual([]);
  });

  it('is not longer than a paper, and has no fields that nobody knows', async () => {
    const { id } = await open();
    const long = await act(clerk, id, '', { content: content({ title: '长'.repeat(121) }) }, 'PUT');
    expect(long.status).toBe(422);
    const odd = await act(clerk, id, '', { content: { ...content(), urgent: true } }, 'PUT');
    expect(odd.status).toBe(422);
  });
});

describe('the version that was seen', () => {
  it.each(own)('is wanted of the unit: $name', async (each) => {
    const { id } = await open();
    expect(codeOf(await call(clerk, id, each, 0))).toEqual([428, 'platform.precondition_required']);
  });

  it.each(own.slice(0, 3))('is not one of a while ago: $name', async (each) => {
    const { id } = await open('information');
    const answer = await call(clerk, id, each, 9);
    expect(codeOf(answer)).toEqual([412, 'platform.stale_version']);
    expect(answer.headers.get('etag')).toBe('"1"');
    expect((await show(clerk, id)).summary.state).toBe('drafting');
  });

  it.each([...office.slice(0, 2), instruction])('is wanted of the office: $name', async (each) => {
    const id = await filed('report');
    const client = each.path === '/instruction' ? signer : drafter;
    expect((await call(client, id, each, 0)).status).toBe(428);
    const answer = await call(client, id, each, 1);
    expect(codeOf(answer)).toEqual([412, 'platform.stale_version']);
    expect((await show(drafter, id)).summary.state).toBe('filed');
  });
});

describe('a petition that is filed', () => {
  it.each(own.slice(0, 3))('keeps its words: $name', async (each) => {
    const id = await filed('report');
    const before = await show(clerk, id);
    const answer = await call(clerk, id, each, before.summary.version);
    expect(codeOf(answer)).toEqual([409, 'petitions.not_drafting']);
    expect((await show(clerk, id)).content).toEqual(before.content);
  });

  it('is not taken back: only the office returns it', async () => {
    const id = await filed('report');
    const withdrawn = await act(clerk, id, '/approval/withdraw');
    expect(codeOf(withdrawn)).toEqual([409, 'approvals.not_open']);
  });

  it('is not decided by who prepares, nor prepared by who decides', async () => {
    const id = await filed('report');
    expect((await act(drafter, id, '/instruction', { text: '同意' })).status).toBe(403);
    for (const each of office) {
      expect((await act(signer, id, each.path, each.json)).status).toBe(403);
    }
  });

  it('is not signed for while nothing came back', async () => {
    const id = await filed('report');
    expect(codeOf(await act(clerk, id, '/sign-for'))).toEqual([409, 'petitions.not_answered']);
  });
});

describe('a petition that is answered', () => {
  it.each([...office, instruction])('is over for the office: $name', async (each) => {
    const id = await filed('report');
    await expectOk(act(drafter, id, '/answer', { text: '已阅。' }));
    const client = each.path === '/instruction' ? signer : drafter;
    const answer = await call(client, id, each, await versionOf(drafter, id));
    expect(codeOf(answer)).toEqual([409, 'petitions.not_open']);
    expect((await show(drafter, id)).answer?.text).toBe('已阅。');
  });

  it('is signed for by the unit, not by the office that answered', async () => {
    const id = await filed('report');
    await expectOk(act(drafter, id, '/answer', { text: '已阅。' }));
    expect((await act(drafter, id, '/sign-for')).status).toBe(403);
    await expectOk(act(clerk, id, '/sign-for'));
    expect((await show(drafter, id)).answer?.signedForByPost).toBe('行风办填报岗');
  });
});

describe('a petition that is returned', () => {
  it.each([...office, instruction])('lies with the unit: $name', async (each) => {
    const id = await filed('report');
    await expectOk(act(drafter, id, '/return', { reason: '请附依据' }));
    const client = each.path === '/instruction' ? signer : drafter;
    const answer = await call(client, id, each, await versionOf(drafter, id));
    expect(codeOf(answer)).toEqual([409, 'petitions.not_open']);
  });

  it('is not filed again before it is signed again', async () => {
    const id = await filed('report');
    await expectOk(act(drafter, id, '/return', { reason: '请附依据' }));
    expect(codeOf(await act(clerk, id, '/file'))).toEqual([409, 'petitions.not_signed']);
    const back = await show(clerk, id);
    expect([back.summary.state, back.returned]).toEqual(['returned', '请附依据']);
  });

  it('wants a reason that says something', async () => {
    const id = await filed('report');
    expect((await act(drafter, id, '/return', { reason: ' ' })).status).toBe(422);
    expect((await show(drafter, id)).summary.state).toBe('filed');
  });
});
