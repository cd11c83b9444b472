import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { requestContent } from '#plugins/sdk/requests/testing/request.fixtures.ts';
import type { RequestChecks, RequestList } from '#schema/contracts/request-overview.ts';
import type {
  MyRequests,
  ReceivedRequest,
  ReplyList,
  ReplyReceipt,
} from '#schema/contracts/request-replies.ts';
import type { AudienceAnswer } from '#schema/contracts/requests.ts';
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
let clerk: TestClient;
let other: TestClient;
let hospital: string;

const points = [{ path: 'text', label: '办理情况', reason: '请写明整改措施' }];

beforeAll(async () => {
  world = await createTestApp();
  desk = await deskOf(world);
  clerk = await world.as('clerk');
  other = await world.as('other-clerk');
  hospital = world.site.units['hospital'] ?? '';
});
afterAll(() => world.close());

describe('a task added mid-year outside the version', () => {
  it('is drafted, approved, issued, signed for, replied to, returned, mended and accepted', async () => {
    const id = await signedRequest(desk);
    expect((await showOf(desk.drafter, id)).summary.state).toBe('signed');
    expect(await mineOf(clerk, id)).toEqual([]);
    await expectOk(actNow(desk.drafter, id, '/issue'));
    const [row] = await mineOf(clerk, id);
    expect(row).toMatchObject({
      kind: 'request',
      title: '报送医用耗材专项自查情况',
      office: '测试区卫生健康委员会行风办',
      nextStep: 'sign-for',
      dueLabel: { zh: '7月17日（周五）17:30' },
      isSignedFor: false,
      mayBeNil: true,
    });
    const path = `/api/requests/${id}/sign-for`;
    const signed = await clerk(path, { json: { organizationId: hospital } });
    expect(signed.status).toBe(200);
    const again = await clerk(path, { json: { organizationId: hospital } });
    expect(again.text).toBe(signed.text);
    expect((await mineOf(clerk, id))[0]?.nextStep).toBe('fill');
    const replyId = await fileFree(clerk, id);
    await expectOk(actOnReply(desk.drafter, replyId, '/return', { points }));
    const returned = await replyOf(clerk, replyId);
    expect(returned).toMatchObject({ state: 'returned', returned: { points }, returns: 1 });
    expect((await mineOf(clerk, id))[0]).toMatchObject({ nextStep: 'mend', pointsToMend: 1 });
    await expectOk(saveAnswers(clerk, replyId, { text: '已制定整改措施三条。' }));
    const receipt = await expectOk<ReplyReceipt>(actOnReply(clerk, replyId, '/file'));
    expect(receipt).toMatchObject({
      revision: 2,
      late: false,
      nil: false,
      organizationName: '东区第一医院',
      office: '测试区卫生健康委员会行风办',
    });
    expect(receipt.number).toMatch(/^20260701-[0-9A-Z]{8}$/);
    expect(await read(clerk, `/replies/${replyId}/receipt`)).toEqual(receipt);
    await expectOk(actOnReply(desk.checker, replyId, '/accept'));
    expect((await replyOf(clerk, replyId)).state).toBe('accepted');
    expect(await mineOf(clerk, id)).toEqual([]);
  });

  it('is returned once with everything listed: a new reason is refused, an old one is not', async () => {
    const id = await issuedRequest(desk);
    const replyId = await fileFree(clerk, id);
    await expectOk(actOnReply(desk.drafter, replyId, '/return', { points }));
    await expectOk(actOnReply(clerk, replyId, '/file'));
    const added = [...points, { path: 'files', label: '附件', reason: '缺少制度文本' }];
    const refused = await actOnReply(desk.drafter, replyId, '/return', { points: added });
    expect(codeOf(refused)).toEqual([409, 'requests.returned_before']);
    await expectOk(actOnReply(desk.drafter, replyId, '/return', { points }));
    const twice = await actOnReply(desk.drafter, replyId, '/accept');
    expect(codeOf(twice)).toEqual([409, 'requests.not_filed']);
  });

  it('takes a nil reply in one click where it is allowed, and nowhere else', async () => {
    const id = await issuedRequest(desk);
    const { id: replyId } = await ownReply(clerk, id);
    const receipt = await expectOk<ReplyReceipt>(actOnReply(clerk, replyId, '/nil'));
    expect(receipt.nil).toBe(true);
    const detail = await showOf(desk.drafter, id);
    const unit = detail.addressees.find(({ organizationId }) => organizationId === hospital);
    expect(unit?.signedForByPost).toBe('行风办填报岗');
    const strict = await issuedRequest(desk, requestContent({ nilReply: false }));
    const { id: strictId } = await ownReply(clerk, strict);
    const refused = await actOnReply(clerk, strictId, '/nil');
    expect(codeOf(refused)).toEqual([409, 'requests.no_nil_reply']);
  });

  it('says that an empty reply is incomplete, field by field, by the checks of any filing', async () => {
    const id = await issuedRequest(desk, requestContent({ stampedScan: true }));
    const { id: replyId } = await ownReply(clerk, id);
    const answer = await actOnReply(clerk, replyId, '/file');
    expect(codeOf(answer)).toEqual([422, 'requests.incomplete']);
    expect(answer.json().errors?.map(({ path }) => path)).toEqual([
      'answers/text',
      'answers/stamped-scan',
    ]);
    const wrong = await saveAnswers(clerk, replyId, { nowhere: 'x' });
    expect(codeOf(wrong)).toEqual([422, 'requests.incomplete']);
  });

  it('gives a repeated filing its first receipt, and 412 to who saw an older draft', async () => {
    const id = await issuedRequest(desk);
    const { id: replyId, version } = await ownReply(clerk, id);
    await expectOk(saveAnswers(clerk, replyId, { text: '甲' }));
    const stale = await act(clerk, `/replies/${replyId}/draft`, version, { answers: {} }, 'PUT');
    expect(codeOf(stale)).toEqual([412, 'platform.stale_version']);
    expect(stale.headers.get('etag')).toBe(`"${version + 1}"`);
    const headers = { 'if-match': `"${version + 1}"`, 'idempotency-key': 'file-it-once' };
    const path = `/api/requests/replies/${replyId}/file`;
    const first = await clerk(path, { json: {}, headers });
    const again = await clerk(path, { json: {}, headers });
    expect([first.status, again.text]).toEqual([200, first.text]);
    const bare = await clerk(path, { json: {} });
    expect(codeOf(bare)).toEqual([428, 'platform.precondition_required']);
  });
});

describe('who sees what', () => {
  it('is never what another unit replied', async () => {
    const id = await issuedRequest(desk);
    const replyId = await fileFree(clerk, id);
    for (const path of [`/replies/${replyId}`, `/${id}/received/${hospital}`]) {
      expect((await other(`/api/requests${path}`)).status).toBe(404);
    }
    expect((await other(`/api/requests/${id}`)).status).toBe(403);
    const direct = world.site.units['direct-hospital'] ?? '';
    const received = await read<ReceivedRequest>(other, `/${id}/received/${direct}`);
    expect(received.replies.map(({ organizationId }) => organizationId)).toEqual([direct]);
    expect(received.content).not.toHaveProperty('to');
    const foreign = await act(other, `/replies/${replyId}/file`, 1);
    expect(foreign.status).toBe(404);
  });

  it('is not a draft of the unit before it is filed, for the sender', async () => {
    const id = await issuedRequest(desk);
    const { id: replyId } = await ownReply(clerk, id);
    await expectOk(saveAnswers(clerk, replyId, { text: '还没有写完' }));
    expect((await replyOf(desk.drafter, replyId)).answers).toEqual({});
    expect((await replyOf(clerk, replyId)).answers).toEqual({ text: '还没有写完' });
  });

  it('is the text with who leads and who helps, who signs for it and owes no reply', async () => {
    const units = [
      { organizationId: hospital, part: 'lead' as const },
      { organizationId: world.site.units['direct-hospital'] ?? '', part: 'support' as const },
    ];
    const id = await issuedRequest(desk, requestContent({ to: { units } }));
    const [row] = await mineOf(other, id);
    expect(row).toMatchObject({ part: 'support', nextStep: 'sign-for' });
    expect(row).not.toHaveProperty('replyId');
    const json = { organizationId: row?.organizationId };
    expect((await other(`/api/requests/${id}/sign-for`, { json })).status).toBe(200);
    expect(await mineOf(other, id)).toEqual([]);
    const received = await read<ReceivedRequest>(clerk, `/${id}/received/${hospital}`);
    expect(received.together).toEqual([
      { organizationName: '直属中心医院', part: 'support' },
      { organizationName: '东区第一医院', part: 'lead' },
    ]);
    expect((await showOf(desk.drafter, id)).summary.counts).toMatchObject({
      addressees: 2,
      signedFor: 1,
      due: 1,
    });
  });
});

describe('the sender', () => {
  it('counts whom an audience reaches, live, by kind and by name', async () => {
    const json = { to: requestContent().to };
    const answer = await desk.drafter('/api/requests/audience', { json });
    const { total, byKind, units } = answer.json<AudienceAnswer>();
    expect([total, byKind]).toEqual([3, [{ kind: 'hospital', count: 3 }]]);
    expect(units.map(({ organizationName }) => organizationName)).toEqual([
      '直属中心医院',
      '东区第一医院',
      '东区第二医院',
    ]);
  });

  it('sees due, replied, late and outstanding, with the text to remind in official order', async () => {
    world.clock.tick(1000);
    const id = await issuedRequest(desk);
    await fileFree(clerk, id);
    const list = await read<RequestList>(desk.drafter, '?state=issued&limit=1');
    expect(list.items[0]).toMatchObject({
      id,
      counts: { addressees: 3, due: 3, replied: 1, outstanding: 2, excused: 0, late: 0 },
    });
    expect(list.next).toBeDefined();
    const { reminder } = await showOf(desk.drafter, id);
    expect(reminder.zh).toContain(
      '以下2家单位《报送医用耗材专项自查情况》尚未报送：直属中心医院、东区第二医院。',
    );
    const page = await read<ReplyList>(desk.drafter, `/${id}/replies?limit=2`);
    const rest = await read<ReplyList>(desk.drafter, `/${id}/replies?cursor=${page.next}`);
    expect([...page.rows, ...rest.rows].map((row) => row.organizationName)).toEqual([
      '直属中心医院',
      '东区第一医院',
      '东区第二医院',
    ]);
    const due = await read<ReplyList>(desk.drafter, `/${id}/replies?state=due`);
    expect(due.rows).toHaveLength(2);
  });

  it('finds the same filings beside the requests in the groups by date', async () => {
    const near = await issuedRequest(desk);
    const deadline = { on: '2026-09-15', hour: '24:00' };
    const far = await issuedRequest(desk, requestContent({ deadline }));
    const mine = await read<MyRequests>(clerk, '/mine');
    const ids = (rows: { requestId: string }[]) => rows.map(({ requestId }) => requestId);
    expect(ids(mine.month)).toContain(near);
    expect(ids(mine.later)).toContain(far);
    await fileFree(clerk, near);
    expect(ids((await read<MyRequests>(clerk, '/mine')).waiting)).toContain(near);
  });

  it('asks every week until a day: each is a reply of its own', async () => {
    const repeats = { every: 'week' as const, until: '2026-07-31' };
    const id = await issuedRequest(desk, requestContent({ repeats }));
    const rows = await mineOf(clerk, id);
    expect(rows.map(({ occurrence }) => occurrence)).toEqual([
      '2026-07-17',
      '2026-07-24',
      '2026-07-31',
    ]);
    const { occurrences, summary } = await showOf(desk.drafter, id);
    expect(occurrences).toHaveLength(3);
    expect(summary.counts?.due).toBe(9);
  });

  it('is warned of a rest day, and nothing moves by itself', async () => {
    const deadline = { on: '2026-07-19', hour: '24:00' };
    const { id } = await openDraft(desk.drafter, requestContent({ deadline }));
    const { counts, problems } = await read<RequestChecks>(desk.drafter, `/${id}/checks`);
    expect(counts).toEqual({ error: 0, warning: 1, hint: 0 });
    expect(problems[0]?.message.zh).toContain('7月19日（周日）');
    const refused = await actNow(desk.drafter, id, '/submit');
    expect(codeOf(refused)).toEqual([409, 'requests.warnings_open']);
    const acknowledged = ['dates.rest-day'];
    await expectOk(actNow(desk.drafter, id, '/submit', { acknowledged }));
    await expectOk(actNow(desk.checker, id, '/approval/sign', { stepKey: 'check' }));
    await expectOk(actNow(desk.signer, id, '/approval/sign', { stepKey: 'sign' }));
    await expectOk(actNow(desk.drafter, id, '/issue'));
    expect((await mineOf(clerk, id))[0]).toMatchObject({
      dueOn: '2026-07-19',
      dueAdvice: { zh: '建议周五前' },
    });
  });
});
