import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PetitionList, PetitionMoved } from '#schema/contracts/petitions.ts';
import type { CastName } from '#workers/app/testing/cast.fixtures.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import { signInForCookie } from '#workers/app/testing/test-client.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { TEST_PASSWORD, testActor } from '#workers/app/testing/test-site.fixtures.ts';
import { recusePerson } from '#workers/modules/organizations/index.ts';
import { uploadScan } from '#workers/modules/submissions/submissions.fixtures.ts';
import { codeOf, content, expectOk, show, unitOf } from './petitions.fixtures.ts';
import type { Unit } from './petitions.fixtures.ts';

let world: TestApp;
let unit: Unit;
let clerk: TestClient;
let drafter: TestClient;
let checker: TestClient;
let signer: TestClient;
let reviewer: TestClient;
let otherClerk: TestClient;
let bureau: string;

beforeAll(async () => {
  world = await createTestApp();
  unit = await unitOf(world);
  ({ clerk } = unit);
  drafter = await world.as('drafter');
  checker = await world.as('checker');
  signer = await world.as('signer');
  reviewer = await world.as('reviewer');
  otherClerk = await world.as('other-clerk');
  bureau = world.site.units['bureau'] ?? '';
});
afterAll(() => world.close());

const readable = async (name: CastName, path: string) =>
  (await (await world.as(name))(path)).status;
const fileOf = (id: string) => `/api/evidence/${id}/content`;

/** An information of another unit than the hospital, sent upward by one of its own people. */
async function sentBy(client: TestClient, organizationId: string, addressee?: string) {
  const json = { organizationId, kind: 'information', addressee, content: content() };
  const { id } = await expectOk<PetitionMoved>(client('/api/petitions', { json }));
  await expectOk(unit.act(client, id, '/file'));
  return id;
}

describe('收文机关 and those it oversees', () => {
  it('a bureau writes upward as a unit: its own people see their side, the commission its own', async () => {
    const id = await sentBy(reviewer, bureau);
    const opinion = { text: '拟在全区推广', leaderPost: '分管领导' };
    await expectOk(unit.act(drafter, id, '/opinion', opinion));
    expect((await show(drafter, id)).opinion).toMatchObject(opinion);
    const own = await show(reviewer, id);
    expect(own.summary).toMatchObject({ state: 'filed', organizationName: '东区卫生健康局' });
    expect(own.opinion).toBeUndefined();
    expect(own.may).toMatchObject({ handle: false, instruct: false });
    const self = await unit.act(reviewer, id, '/answer', { text: '已阅' });
    expect(self.status).toBe(403);
    expect((await clerk(`/api/petitions/${id}`)).status).toBe(404);
    const received = await reviewer('/api/petitions?limit=200');
    expect(received.text).not.toContain(id);
    const mine = await expectOk<PetitionList>(reviewer('/api/petitions/mine'));
    expect(mine.items.map((item) => item.id)).toEqual([id]);
  });

  it('a bureau does not write to itself, nor to a hospital under it', async () => {
    for (const addressee of [bureau, unit.hospital]) {
      const json = { organizationId: bureau, kind: 'report', addressee, content: content() };
      const answer = await reviewer('/api/petitions', { json });
      expect(codeOf(answer)).toEqual([409, 'petitions.not_above']);
    }
  });

  it('a unit of the commission writes to the bureau of its 属地, which alone sees it', async () => {
    const direct = world.site.units['direct-hospital'] ?? '';
    const id = await sentBy(otherClerk, direct, bureau);
    expect((await show(reviewer, id)).may.handle).toBe(true);
    for (const name of ['drafter', 'checker', 'signer', 'clerk'] as const) {
      expect([name, await readable(name, `/api/petitions/${id}`)]).toEqual([name, 404]);
    }
    await expectOk(unit.act(reviewer, id, '/answer', { text: '已阅。' }));
    expect((await show(otherClerk, id)).answer?.post).toBe('医政科审核岗');
  });

  it('who neither writes nor receives sees no petition and no register', async () => {
    const id = await unit.filed('report');
    for (const name of ['department', 'system-admin', 'security-admin', 'audit-admin'] as const) {
      expect([name, await readable(name, `/api/petitions/${id}`)]).toEqual([name, 404]);
      expect(await readable(name, '/api/petitions')).toBe(403);
      expect(await readable(name, '/api/petitions/mine')).toBe(403);
    }
    expect((await world.visitor()(`/api/petitions/${id}`)).status).toBe(401);
  });
});

describe('批复', () => {
  it('reaches the unit when it is given, and 拟办 and 批示 not even then', async () => {
    const id = await unit.filed();
    const opinion = { text: '拟同意延期', leaderPost: '分管领导' };
    await expectOk(unit.act(drafter, id, '/opinion', opinion));
    await expectOk(unit.act(signer, id, '/instruction', { text: '只延五日' }));
    for (const client of [clerk, unit.head]) {
      const before = await show(client, id);
      expect([before.answer, before.summary.state, before.may.signFor]).toEqual([
        undefined,
        'filed',
        false,
      ]);
    }
    await expectOk(unit.act(drafter, id, '/answer', { text: '同意延期五日。' }));
    for (const client of [clerk, unit.head]) {
      const after = await show(client, id);
      expect(after.answer).toMatchObject({ text: '同意延期五日。', post: '行风办拟稿岗' });
      expect(after.acts.map(({ kind }) => kind)).toEqual(['open', 'file', 'answer']);
      expect(JSON.stringify(after)).not.toMatch(/拟同意延期|只延五日/u);
    }
    expect((await otherClerk(`/api/petitions/${id}`)).status).toBe(404);
    expect((await reviewer(`/api/petitions/${id}`)).status).toBe(404);
  });
});

describe('附件', () => {
  const names: readonly CastName[] = [
    ...(['clerk', 'head', 'drafter', 'checker', 'signer', 'reviewer'] as const),
    ...(['other-clerk', 'system-admin', 'audit-admin'] as const),
  ];
  const readers = async (path: string) => {
    const statuses = await Promise.all(names.map((name) => readable(name, path)));
    expect(statuses.filter((status) => ![200, 403, 404].includes(status))).toEqual([]);
    return names.filter((_, at) => statuses[at] === 200);
  };

  it('are the unit’s own until it files, then the office’s that it wrote to, and nobody else’s', async () => {
    const file = await uploadScan(clerk, 'to the commission');
    const { id } = await unit.open('information', { content: content({ evidence: [file] }) });
    expect(await readers(fileOf(file))).toEqual(['clerk', 'head']);
    await expectOk(unit.act(clerk, id, '/file'));
    expect((await show(drafter, id)).files.map((each) => each.id)).toEqual([file]);
    const office = ['drafter', 'checker', 'signer'];
    expect(await readers(fileOf(file))).toEqual(['clerk', 'head', ...office]);
  });

  it('that go to the bureau are not the commission’s to read', async () => {
    const file = await uploadScan(clerk, 'to the bureau');
    await unit.filed('report', { addressee: bureau, content: content({ evidence: [file] }) });
    expect(await readers(fileOf(file))).toEqual(['clerk', 'head', 'reviewer']);
  });

  it('have the head’s signature on paper among them, which the office may check', async () => {
    const { id } = await unit.open('report');
    await expectOk(unit.act(clerk, id, '/submit'));
    const evidenceId = await uploadScan(clerk, 'signed on paper');
    const paper = { signedOn: '2026-07-01', signerPost: '院长', evidenceId };
    await expectOk(unit.act(clerk, id, '/approval/sign', { stepKey: 'sign', paper }));
    expect(await readers(fileOf(evidenceId))).toEqual(['clerk', 'head']);
    await expectOk(unit.act(clerk, id, '/file'));
    const office = ['drafter', 'checker', 'signer'];
    expect(await readers(fileOf(evidenceId))).toEqual(['clerk', 'head', ...office]);
  });
});

/** Who declares a tie signs in again: what a person may do changed. */
async function signedInAnew(name: CastName): Promise<TestClient> {
  const cookie = await signInForCookie(world.visitor(), name, TEST_PASSWORD);
  const visitor = world.visitor();
  return (path, request = {}) =>
    visitor(path, { ...request, headers: { ...request.headers, cookie } });
}

// Last of all: who stands aside does so for the rest of the day.
describe('回避', () => {
  it('is kept at 拟办, 批示 and 批复, while reading and other units’ matters go on', async () => {
    const id = await unit.filed();
    for (const name of ['drafter', 'signer'] as const) {
      const input = {
        personId: world.site.people[name] ?? '',
        organizationId: unit.hospital,
        reason: '近亲属在该院任职',
        actor: testActor,
      };
      await recusePerson({ context: world.site.database, input });
    }
    const [preparing, leading] = [await signedInAnew('drafter'), await signedInAnew('signer')];
    const scan = await uploadScan(preparing, 'an instruction');
    const paper = { signedOn: '2026-07-01', signerPost: '主要领导', evidenceId: scan };
    const opinion = { text: '拟同意', leaderPost: '分管领导' };
    const tried: [TestClient, string, object][] = [
      [preparing, '/return', { reason: '请补充' }],
      [preparing, '/opinion', opinion],
      [preparing, '/instruction', { text: '同意', paper }],
      [preparing, '/answer', { text: '同意' }],
      [leading, '/instruction', { text: '同意' }],
    ];
    for (const [client, path, json] of tried) {
      const refused = await unit.act(client, id, path, json);
      expect([path, ...codeOf(refused)]).toEqual([path, 403, 'platform.recused']);
    }
    const untouched = await show(preparing, id);
    expect([untouched.summary.state, untouched.acts.length]).toEqual(['filed', 2]);
    await expectOk(unit.act(checker, id, '/opinion', opinion));
    const elsewhere = await sentBy(otherClerk, world.site.units['direct-hospital'] ?? '');
    await expectOk(unit.act(preparing, elsewhere, '/opinion', opinion));
    await expectOk(unit.act(leading, elsewhere, '/instruction', { text: '推广' }));
  });
});
