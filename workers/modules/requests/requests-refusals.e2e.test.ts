import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requestContent } from '#plugins/sdk/requests/testing/request.fixtures.ts';
import type { ReplyList } from '#schema/contracts/request-replies.ts';
import type { AudienceAnswer } from '#schema/contracts/requests.ts';
import { createTestApp, hostOf } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestAnswer, TestClient } from '#workers/app/testing/test-client.fixtures.ts';
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
  openDraft,
  ownReply,
  read,
  replyOf,
  saveAnswers,
  showOf,
  signedRequest,
} from './requests.fixtures.ts';
import type { Desk } from './requests.fixtures.ts';

let world: TestApp;
let desk: Desk;
let elsewhere: Desk;
let reviewer: TestClient;
let clerk: TestClient;
let other: TestClient;

const reason = '工作安排调整';
const later = { on: '2026-07-24', hour: '17:30' };
const points = [{ path: 'text', label: '办理情况', reason: '请写明整改措施' }];
const unitOf = (key: string) => world.site.units[key] ?? '';
const nowhere = (prefix: string) => `${prefix}_${'0'.repeat(26)}`;

beforeAll(async () => {
  world = await createTestApp({ tenants: ['dong', 'xi'] });
  desk = await deskOf(world);
  elsewhere = {
    drafter: await world.as('drafter', hostOf('xi')),
    checker: await world.as('checker', hostOf('xi')),
    signer: await world.as('signer', hostOf('xi')),
  };
  reviewer = await world.as('reviewer');
  clerk = await world.as('clerk');
  other = await world.as('other-clerk');
});
afterAll(() => world.close());

describe('a text in approval', () => {
  it('is signed step by step: nobody jumps the queue, nobody signs twice', async () => {
    const { id } = await openDraft(desk.drafter);
    await expectOk(actNow(desk.drafter, id, '/submit'));
    const early = await actNow(desk.signer, id, '/approval/sign', { stepKey: 'sign' });
    expect(codeOf(early)).toEqual([409, 'approvals.not_current']);
    const unknown = await actNow(desk.signer, id, '/approval/sign', { stepKey: 'nobody' });
    expect(codeOf(unknown)).toEqual([409, 'approvals.not_current']);
    await expectOk(actNow(desk.checker, id, '/approval/sign', { stepKey: 'check' }));
    const twice = await actNow(desk.checker, id, '/approval/sign', { stepKey: 'check' });
    expect(codeOf(twice)).toEqual([409, 'approvals.not_current']);
    const wrong = await actNow(desk.checker, id, '/approval/sign', { stepKey: 'sign' });
    expect(codeOf(wrong)).toEqual([403, 'platform.forbidden']);
  });

  it('may be taken back after the last signature, and then all of them are gone', async () => {
    const id = await signedRequest(desk);
    await expectOk(actNow(desk.drafter, id, '/approval/withdraw'));
    const { summary, approval } = await showOf(desk.drafter, id);
    expect([summary.state, approval?.state]).toEqual(['drafting', 'withdrawn']);
    expect(codeOf(await actNow(desk.drafter, id, '/issue'))).toEqual([409, 'requests.not_signed']);
    const again = await actNow(desk.drafter, id, '/approval/withdraw');
    expect(codeOf(again)).toEqual([409, 'approvals.not_open']);
    await expectOk(actNow(desk.drafter, id, '/submit'));
    const { waitsFor } = (await showOf(desk.drafter, id)).summary;
    expect(waitsFor?.key).toBe('check');
  });

  it('is recalled by no approval once it went out: what follows is an act with its reason', async () => {
    const id = await issuedRequest(desk);
    for (const path of ['/approval/withdraw', '/issue', '/submit']) {
      const refused = await actNow(desk.drafter, id, path);
      expect(refused.status).toBe(409);
    }
    const content = requestContent({ title: '改写后的标题' });
    const rewritten = await actNow(desk.drafter, id, '', { content }, 'PUT');
    expect(codeOf(rewritten)).toEqual([409, 'requests.not_drafting']);
    expect((await showOf(desk.drafter, id)).content.title).toBe('报送医用耗材专项自查情况');
  });

  it('takes no scan of somebody else as a signature on paper', async () => {
    const { id } = await openDraft(desk.drafter);
    await expectOk(actNow(desk.drafter, id, '/submit'));
    const body =
      '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n';
    const headers = { 'content-length': String(body.length) };
    const uploaded = await clerk('/api/evidence?name=a.pdf', { method: 'POST', body, headers });
    const paper = {
      signedOn: '2026-07-01',
      signerPost: '分管领导',
      evidenceId: uploaded.json<{ id: string }>().id,
    };
    const refused = await actNow(desk.drafter, id, '/approval/sign', { stepKey: 'check', paper });
    expect(codeOf(refused)).toEqual([404, 'evidence.not_found']);
    const byChecker = await actNow(desk.checker, id, '/approval/sign', { stepKey: 'check', paper });
    expect(codeOf(byChecker)).toEqual([403, 'platform.forbidden']);
  });
});

describe('a unit', () => {
  it('answers for nobody else, though both owe the same', async () => {
    const id = await issuedRequest(desk);
    const mine = await ownReply(clerk, id);
    const tries: [string, unknown, string][] = [
      ['/draft', { answers: { text: '代填' } }, 'PUT'],
      ['/file', {}, 'POST'],
      ['/nil', {}, 'POST'],
      ['/asks', { to: later, reason }, 'POST'],
    ];
    for (const [path, json, method] of tries) {
      const answer = await act(other, `/replies/${mine.id}${path}`, mine.version, json, method);
      expect(codeOf(answer)).toEqual([404, 'requests.reply_not_found']);
    }
    const json = { organizationId: unitOf('hospital') };
    const signedFor = await other(`/api/requests/${id}/sign-for`, { json });
    expect(codeOf(signedFor)).toEqual([404, 'requests.not_found']);
  });

  it('signs for nothing that was not sent to it', async () => {
    const to = { units: [{ organizationId: unitOf('hospital'), part: 'reply' as const }] };
    const id = await issuedRequest(desk, requestContent({ to }));
    const json = { organizationId: unitOf('direct-hospital') };
    const refused = await other(`/api/requests/${id}/sign-for`, { json });
    expect(codeOf(refused)).toEqual([404, 'requests.not_found']);
    expect(await mineOf(other, id)).toEqual([]);
  });

  it('writes no more once it is filed, accepted or excused', async () => {
    const id = await issuedRequest(desk);
    const replyId = await fileFree(clerk, id);
    const edit = () => saveAnswers(clerk, replyId, { text: '改写' });
    expect(codeOf(await edit())).toEqual([409, 'requests.not_editable']);
    expect(codeOf(await actOnReply(clerk, replyId, '/file'))[1]).toBe('requests.not_editable');
    expect(codeOf(await actOnReply(clerk, replyId, '/nil'))[1]).toBe('requests.not_editable');
    await expectOk(actOnReply(desk.checker, replyId, '/accept'));
    expect(codeOf(await edit())).toEqual([409, 'requests.not_editable']);
    const excuse = { organizationId: unitOf('direct-hospital'), reason: '无此业务' };
    const { id: excused } = await ownReply(other, id);
    await expectOk(actNow(desk.drafter, id, '/excuses', excuse));
    const late = await saveAnswers(other, excused, { text: '迟来' });
    expect(codeOf(late)).toEqual([409, 'requests.not_editable']);
  });

  it('asks for no more time once it has filed, and has no receipt before', async () => {
    const id = await issuedRequest(desk);
    const { id: replyId } = await ownReply(clerk, id);
    const none = await clerk(`/api/requests/replies/${replyId}/receipt`);
    expect(codeOf(none)).toEqual([404, 'requests.no_receipt']);
    await fileFree(clerk, id);
    const refused = await actOnReply(clerk, replyId, '/asks', { to: later, reason });
    expect(refused.status).toBe(409);
  });

  it('leaves a draft behind when the request ends; nothing of it reaches the sender', async () => {
    const id = await issuedRequest(desk);
    const { id: replyId } = await ownReply(clerk, id);
    await expectOk(saveAnswers(clerk, replyId, { text: '写到一半' }));
    await expectOk(actNow(desk.drafter, id, '/cancel', { reason: '上级取消' }));
    expect((await replyOf(desk.drafter, replyId)).answers).toEqual({});
    expect(await replyOf(clerk, replyId)).toMatchObject({
      state: 'excused',
      requestState: 'cancelled',
      excusedReason: '上级取消',
      answers: { text: '写到一半' },
      may: { fill: false, file: false },
    });
    expect(codeOf(await actOnReply(clerk, replyId, '/file'))[1]).toBe('requests.not_issued');
    const { counts } = (await showOf(desk.drafter, id)).summary;
    expect(counts).toMatchObject({ due: 3, replied: 0, outstanding: 0, excused: 3 });
  });
});

describe('another tenant', () => {
  it('neither reads nor acts, whatever it knows: 404, and nothing is said of it', async () => {
    const id = await issuedRequest(desk);
    const { id: replyId } = await ownReply(clerk, id);
    const acts: [TestClient, string, unknown][] = [
      [elsewhere.drafter, `/${id}/submit`, {}],
      [elsewhere.drafter, `/${id}/issue`, {}],
      [elsewhere.drafter, `/${id}/close`, { reason }],
      [elsewhere.drafter, `/${id}/cancel`, { reason }],
      [elsewhere.drafter, `/${id}/extensions`, { occurrence: 'once', to: later, reason }],
      [elsewhere.drafter, `/${id}/excuses`, { organizationId: unitOf('hospital'), reason }],
      [elsewhere.signer, `/${id}/approval/sign`, { stepKey: 'sign' }],
      [elsewhere.checker, `/replies/${replyId}/accept`, {}],
      [elsewhere.drafter, `/replies/${replyId}/return`, { points }],
    ];
    for (const [client, path, json] of acts) {
      const answer: TestAnswer = await act(client, path, 1, json);
      expect({ path, status: answer.status }).toEqual({ path, status: 404 });
      expect(answer.text).not.toContain('自查');
    }
    const clerkThere = await world.as('clerk', hostOf('xi'));
    for (const path of [`/replies/${replyId}/receipt`, `/${id}/received/${unitOf('hospital')}`]) {
      expect((await clerkThere(`/api/requests${path}`)).status).toBe(404);
    }
    const { acts: trace } = await showOf(desk.drafter, id);
    expect(trace.map(({ kind }) => kind)).toEqual(['issue']);
  });
});

describe('a bureau', () => {
  it('counts only units of its own range, and says how many it left out', async () => {
    const json = { issuer: unitOf('bureau'), to: requestContent().to };
    const answer = (await reviewer('/api/requests/audience', { json })).json<AudienceAnswer>();
    expect(answer).toMatchObject({ total: 2, outOfRange: 1 });
    const commission = await reviewer('/api/requests/audience', { json: { to: json.to } });
    expect(commission.status).toBe(403);
    const foreign = { issuer: unitOf('hospital'), to: json.to };
    const hospitals = await reviewer('/api/requests/audience', { json: foreign });
    expect(hospitals.status).toBe(403);
  });

  it('decides nothing on what the commission asked, and the commission nothing on its own', async () => {
    const content = requestContent({ from: '医政科' });
    const { id } = await openDraft(reviewer, content, unitOf('bureau'));
    const unseen = await desk.drafter(`/api/requests/${id}`);
    expect(codeOf(unseen)).toEqual([404, 'requests.not_found']);
    const asked = await issuedRequest(desk);
    const replyId = await fileFree(clerk, asked);
    const { version } = await replyOf(clerk, replyId);
    const judged = await act(reviewer, `/replies/${replyId}/return`, version, { points });
    expect(judged.status).toBe(403);
    const list = await reviewer(`/api/requests/${asked}/replies`);
    expect(codeOf(list)).toEqual([404, 'requests.not_found']);
  });
});

describe('what is not there', () => {
  it('is answered by its own name: request, reply, act, application, due reply', async () => {
    const missing = await desk.drafter(`/api/requests/${nowhere('rqt')}`);
    expect(codeOf(missing)).toEqual([404, 'requests.not_found']);
    const reply = await clerk(`/api/requests/replies/${nowhere('rpl')}`);
    expect([404, 422]).toContain(reply.status);
    const id = await issuedRequest(desk);
    const acts = await actNow(desk.drafter, id, `/acts/${nowhere('act')}/withdraw`, { reason });
    expect(codeOf(acts)).toEqual([404, 'requests.unknown_act']);
    const turn = { occurrence: '2099-01', to: later, reason };
    const extended = await actNow(desk.drafter, id, '/extensions', turn);
    expect(extended.status).toBe(409);
    const json = { agree: true };
    const ask = await desk.drafter(`/api/requests/asks/${nowhere('ask')}/decision`, { json });
    expect([404, 422]).toContain(ask.status);
    const rows = await read<ReplyList>(desk.drafter, `/${id}/replies?occurrence=2099-01`);
    expect(rows.rows).toEqual([]);
  });
});
