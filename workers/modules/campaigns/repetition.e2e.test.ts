import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Draft, DraftMoved, PartSaved } from '#schema/contracts/campaigns.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import {
  draftAt,
  expectOk,
  goodIssue,
  importInto,
  officeOf,
  openDraftAs,
  putPart,
  signAll,
} from './campaigns.fixtures.ts';
import type { Office } from './campaigns.fixtures.ts';

let world: TestApp;
let office: Office;
let campaignId: string;
let minutes = 100;

const task = ['task', 'self-check-report'] as const;

beforeAll(async () => {
  world = await createTestApp();
  office = await officeOf(world);
  ({ campaignId } = await importInto(world.site));
});
afterAll(() => world.close());

async function amendment(): Promise<Draft> {
  const draft = await openDraftAs(office.drafter, { from: 'version', campaignId });
  minutes += 1;
  await putPart(office.drafter, draft.id, task, { changes: { minutes } });
  return draft;
}

/** Sends one request twice, as a browser does that never saw the first answer. */
async function twice(client: TestClient, path: string, json: unknown, method = 'POST') {
  const headers = { 'idempotency-key': `twice-${path.slice(-30).replaceAll('/', '-')}` };
  const request = { method, json, headers };
  const [first, second] = [await client(path, request), await client(path, request)];
  return { statuses: [first.status, second.status], same: first.text === second.text };
}

const once = { statuses: [200, 200], same: true };

describe('a command whose answer was lost', () => {
  it('opens one draft, not two', async () => {
    const request = {
      json: { from: 'version', campaignId },
      headers: { 'idempotency-key': 'open-one-draft' },
    };
    const first = await expectOk<Draft>(office.drafter('/api/campaigns/drafts', request));
    const again = await expectOk<Draft>(office.drafter('/api/campaigns/drafts', request));
    expect(again.id).toBe(first.id);
  });

  it('is done once and answered twice alike, at every step of the way', async () => {
    const { id } = await amendment();
    expect(await twice(office.drafter, draftAt(id, '/submit'), {})).toEqual(once);
    const comment = { stepKey: 'check', comment: '请核对日期' };
    expect(await twice(office.checker, draftAt(id, '/approval/return'), comment)).toEqual(once);
    await signAll(office, id);
    expect(await twice(office.drafter, draftAt(id, '/issue'), goodIssue, 'PUT')).toEqual(once);
    expect(await twice(office.drafter, draftAt(id, '/approval/withdraw'), {})).toEqual(once);
    expect(await twice(office.drafter, draftAt(id, '/discard'), {})).toEqual(once);
  });

  it('adds one part, not two', async () => {
    const { id, parts } = await amendment();
    const goal = parts.find(({ kind, key }) => kind === 'clause' && key === 'goal');
    const json = { kind: 'clause', body: { ...(goal?.body as object), key: 'goal-two' } };
    const request = { json, headers: { 'idempotency-key': 'add-one-clause' } };
    const first = await office.drafter(draftAt(id, '/parts'), request);
    const again = await office.drafter(draftAt(id, '/parts'), request);
    expect([first.status, again.status, again.text]).toEqual([201, 201, first.text]);
    expect(first.json<PartSaved>()).toEqual({ kind: 'clause', key: 'goal-two', version: 1 });
  });

  it('under a used key but with other words is refused', async () => {
    const { id } = await amendment();
    const headers = { 'idempotency-key': 'one-key-two-bodies' };
    await expectOk(office.drafter(draftAt(id, '/submit'), { json: {}, headers }));
    const json = { acknowledged: true };
    const other = await office.drafter(draftAt(id, '/submit'), { json, headers });
    expect([other.status, other.json().code]).toEqual([422, 'platform.idempotency_mismatch']);
  });
});

describe('two people at the same moment', () => {
  it('sign one step once', async () => {
    const { id } = await amendment();
    await expectOk(office.drafter(draftAt(id, '/submit'), { json: {} }));
    const sign = () =>
      office.checker(draftAt(id, '/approval/sign'), { json: { stepKey: 'check' } });
    const answers = await Promise.all([sign(), sign(), sign()]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const refused = answers.filter(({ status }) => status !== 200);
    expect(refused.every(({ status }) => status === 409 || status === 412)).toBe(true);
    const draft = await expectOk<Draft>(office.drafter(draftAt(id)));
    expect(draft.approval?.steps.map(({ state }) => state)).toEqual(['done', 'done', 'current']);
  });

  it('never have a part saved under what is being signed', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { id } = await amendment();
      const [submitted, saved] = await Promise.all([
        office.drafter(draftAt(id, '/submit'), { json: {} }),
        putPart(office.drafter, id, task, { changes: { minutes: 500 + round } }),
      ]);
      const wins = [submitted.status, saved.status].filter((status) => status === 200).length;
      expect(wins).toBeGreaterThan(0);
      const draft = await expectOk<Draft>(office.drafter(draftAt(id)));
      if (draft.state !== 'signing') continue;
      await expectOk(office.checker(draftAt(id, '/approval/sign'), { json: { stepKey: 'check' } }));
      await expectOk(office.signer(draftAt(id, '/approval/sign'), { json: { stepKey: 'sign' } }));
      await expectOk(office.drafter(draftAt(id, '/issue'), { method: 'PUT', json: goodIssue }));
      const publish = await office.drafter(draftAt(id, '/publish'), { json: {} });
      expect(['campaigns.amended_meanwhile', undefined]).toContain(publish.json().code);
    }
  });

  it('publish one draft once', async () => {
    const fresh = await openDraftAs(office.drafter, {
      from: 'version',
      campaignId,
      toYear: 2028,
    });
    await signAll(office, fresh.id);
    await expectOk(office.drafter(draftAt(fresh.id, '/issue'), { method: 'PUT', json: goodIssue }));
    const publish = () => office.drafter(draftAt(fresh.id, '/publish'), { json: {} });
    const answers = await Promise.all([publish(), publish(), publish()]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  });
});

describe('bad requests', () => {
  it.each([
    ['/api/campaigns/drafts', { from: 'elsewhere' }, '/from'],
    ['/api/campaigns/drafts', { from: 'template', plugin: 'weihai', year: 1899 }, '/year'],
    ['/api/campaigns/drafts', { from: 'version', campaignId: 'cmp_1' }, '/campaignId'],
  ])('to %s with %j name the field', async (path, json, field) => {
    const answer = await office.drafter(path, { json });
    expect([answer.status, answer.json().errors?.[0]?.path]).toEqual([422, field]);
    expect(answer.json().errors?.[0]?.message).toMatch(/\p{Script=Han}/u);
  });

  it('for a number that nobody gave name the field of the registration', async () => {
    const { id } = await amendment();
    const json = { ...goodIssue, number: '', disclosure: 'secret' };
    const answer = await office.drafter(draftAt(id, '/issue'), { method: 'PUT', json });
    expect(answer.json().errors?.map(({ path }) => path)).toEqual(['/number', '/disclosure']);
  });

  it('answer in English to who reads English', async () => {
    const { id } = await amendment();
    await expectOk<DraftMoved>(office.drafter(draftAt(id, '/submit'), { json: {} }));
    const answer = await office.drafter(draftAt(id, '/discard'), {
      json: {},
      headers: { 'accept-language': 'en' },
    });
    expect(answer.json().title).toBe(
      'The draft is being signed or is signed. Withdraw the approval first if it has to change.',
    );
  });
});
