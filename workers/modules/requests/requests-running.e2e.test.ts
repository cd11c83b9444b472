import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { requestContent } from '#plugins/sdk/requests/testing/request.fixtures.ts';
import type { ReplyList } from '#schema/contracts/request-replies.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import {
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
let start: number;

const reason = '防汛值守期间';
const later = { on: '2026-07-24', hour: '12:00' };

beforeAll(async () => {
  world = await createTestApp();
  start = world.clock.now();
  hospital = world.site.units['hospital'] ?? '';
});
beforeEach(async () => {
  world.clock.set(start);
  desk = await deskOf(world);
  clerk = await world.as('clerk');
  other = await world.as('other-clerk');
});
afterAll(() => world.close());

describe('more time', () => {
  it('is asked for before the due moment, and granted by the sender', async () => {
    const id = await issuedRequest(desk, soon());
    const { id: replyId } = await ownReply(clerk, id);
    const early = { on: '2026-07-01', hour: dueHour() };
    const notLater = await actOnReply(clerk, replyId, '/asks', { to: early, reason });
    expect(codeOf(notLater)).toEqual([422, 'requests.asked_not_later']);
    const ask = await expectOk<{ id: string }>(
      actOnReply(clerk, replyId, '/asks', { to: later, reason }),
    );
    world.clock.tick(1000);
    const twice = await actOnReply(clerk, replyId, '/asks', { to: later, reason });
    expect(codeOf(twice)).toEqual([409, 'requests.already_asked']);
    expect((await showOf(desk.drafter, id)).asks).toMatchObject([
      { state: 'asked', organizationName: '东区第一医院', wanted: later },
    ]);
    await expectOk(
      desk.drafter(`/api/requests/asks/${ask.id}/decision`, { json: { agree: true } }),
    );
    const [row] = await mineOf(clerk, id);
    expect(row).toMatchObject({ dueOn: '2026-07-24', originalDueOn: '2026-07-01' });
    const { acts } = await showOf(desk.drafter, id);
    expect(acts.map(({ kind }) => kind)).toEqual(['issue', 'extend']);
    const again = await desk.drafter(`/api/requests/asks/${ask.id}/decision`, {
      json: { agree: true },
    });
    expect(codeOf(again)).toEqual([409, 'requests.already_decided']);
  });

  it('is declined with the reason, and the due moment stands', async () => {
    const id = await issuedRequest(desk, soon());
    const { id: replyId } = await ownReply(clerk, id);
    const ask = await expectOk<{ id: string }>(
      actOnReply(clerk, replyId, '/asks', { to: later, reason }),
    );
    const json = { agree: false, answer: '省里要求当日汇总' };
    await expectOk(desk.drafter(`/api/requests/asks/${ask.id}/decision`, { json }));
    expect(await replyOf(clerk, replyId)).toMatchObject({
      dueOn: '2026-07-01',
      asks: [{ state: 'declined', answer: '省里要求当日汇总', decidedByPost: '行风办拟稿岗' }],
    });
  });

  it('is no longer asked for once the reply has come', async () => {
    const id = await issuedRequest(desk, soon());
    const { id: replyId } = await ownReply(clerk, id);
    await expectOk(actOnReply(clerk, replyId, '/asks', { to: later, reason }));
    expect((await showOf(desk.drafter, id)).asks).toHaveLength(1);
    await fileFree(clerk, id);
    expect((await showOf(desk.drafter, id)).asks).toEqual([]);
  });

  it('is not asked for after the due moment; what comes then is late and says so', async () => {
    const id = await issuedRequest(desk, soon());
    const { id: replyId } = await ownReply(clerk, id);
    world.clock.tick(20 * 60_000);
    const expired = await actOnReply(clerk, replyId, '/asks', { to: later, reason });
    expect(codeOf(expired)).toEqual([409, 'requests.asked_after_expiry']);
    const all = { occurrence: 'once', to: later, reason };
    const tooLate = await actNow(desk.drafter, id, '/extensions', all);
    expect(codeOf(tooLate)).toEqual([409, 'requests.nothing_to_extend']);
    const overdue = await read<ReplyList>(desk.drafter, `/${id}/replies?overdue=true`);
    expect(overdue.rows).toHaveLength(3);
    expect((await mineOf(clerk, id))[0]).toMatchObject({ late: true });
    await fileFree(clerk, id);
    const filed = await replyOf(clerk, replyId);
    expect(filed).toMatchObject({ late: true, state: 'filed', receipt: { late: true } });
    const { summary, reminder } = await showOf(desk.drafter, id);
    expect(summary.counts).toMatchObject({
      due: 3,
      replied: 1,
      late: 1,
      outstanding: 2,
      overdue: 2,
      overdueUnits: 2,
    });
    expect(reminder.zh).toContain('其中已逾期2家');
  });

  it('is given to one unit or to all, and taken back with its trace', async () => {
    const id = await issuedRequest(desk);
    world.clock.tick(1000);
    const one = { organizationId: hospital, occurrence: 'once', to: later, reason };
    await expectOk(actNow(desk.drafter, id, '/extensions', one));
    expect((await mineOf(clerk, id))[0]?.dueOn).toBe('2026-07-24');
    expect((await mineOf(other, id))[0]?.dueOn).toBe('2026-07-17');
    world.clock.tick(1000);
    const all = { occurrence: 'once', to: { on: '2026-07-20', hour: '24:00' }, reason };
    await expectOk(actNow(desk.drafter, id, '/extensions', all));
    expect((await mineOf(clerk, id))[0]?.dueOn).toBe('2026-07-24');
    expect((await mineOf(other, id))[0]?.dueOn).toBe('2026-07-20');
    const { acts, content } = await showOf(desk.drafter, id);
    expect(content.deadline?.on).toBe('2026-07-17');
    const back = `/acts/${acts[1]?.id}/withdraw`;
    world.clock.tick(1000);
    await expectOk(actNow(desk.drafter, id, back, { reason: '情况已变化' }));
    expect((await mineOf(clerk, id))[0]?.dueOn).toBe('2026-07-20');
    const trace = (await showOf(desk.drafter, id)).acts;
    expect(trace.map(({ kind, isWithdrawn }) => [kind, isWithdrawn])).toEqual([
      ['issue', false],
      ['extend', true],
      ['extend', false],
      ['withdraw', false],
    ]);
    const twice = await actNow(desk.drafter, id, back, { reason: '再撤一次' });
    expect(codeOf(twice)).toEqual([409, 'requests.not_withdrawable']);
    const issue = `/acts/${acts[0]?.id}/withdraw`;
    const never = await actNow(desk.drafter, id, issue, { reason: '撤回下发' });
    expect(codeOf(never)).toEqual([409, 'requests.not_withdrawable']);
  });

  it('is not taken back where that would make a unit late', async () => {
    const id = await issuedRequest(desk, soon());
    world.clock.tick(1000);
    const all = { occurrence: 'once', to: later, reason };
    await expectOk(actNow(desk.drafter, id, '/extensions', all));
    world.clock.tick(20 * 60_000);
    const { acts } = await showOf(desk.drafter, id);
    const back = `/acts/${acts[1]?.id}/withdraw`;
    const refused = await actNow(desk.drafter, id, back, { reason: '撤回延期' });
    expect(codeOf(refused)).toEqual([409, 'requests.not_withdrawable']);
  });
});

describe('a unit that is excused', () => {
  it('owes nothing, and owes it again once the excuse is withdrawn', async () => {
    const id = await issuedRequest(desk);
    world.clock.tick(1000);
    const excuse = { organizationId: hospital, reason: '本单位无此业务' };
    await expectOk(actNow(desk.drafter, id, '/excuses', excuse));
    expect(await mineOf(clerk, id)).toEqual([]);
    expect((await showOf(desk.drafter, id)).summary.counts).toMatchObject({
      due: 3,
      replied: 0,
      outstanding: 2,
      excused: 1,
    });
    const twice = await actNow(desk.drafter, id, '/excuses', excuse);
    expect(codeOf(twice)).toEqual([409, 'requests.nothing_to_excuse']);
    const { acts } = await showOf(desk.drafter, id);
    const back = `/acts/${acts[1]?.id}/withdraw`;
    await expectOk(actNow(desk.drafter, id, back, { reason: '业务恢复' }));
    expect((await mineOf(clerk, id))[0]).toMatchObject({ nextStep: 'continue', late: false });
  });
});

describe('the end of a request', () => {
  it('closes it: what is outstanding is no longer owed, what was filed stays', async () => {
    const id = await issuedRequest(desk);
    const replyId = await fileFree(clerk, id);
    await expectOk(actNow(desk.drafter, id, '/close', { reason: '情况已掌握' }));
    const { summary } = await showOf(desk.drafter, id);
    expect(summary).toMatchObject({
      state: 'closed',
      counts: { due: 3, replied: 1, outstanding: 0, excused: 2 },
    });
    expect((await replyOf(clerk, replyId)).state).toBe('filed');
    await expectOk(actOnReply(desk.checker, replyId, '/accept'));
    const again = await actNow(desk.drafter, id, '/close', { reason: '再办结' });
    expect(codeOf(again)).toEqual([409, 'requests.not_issued']);
    const late = await actNow(desk.drafter, id, '/cancel', { reason: '终止' });
    expect(codeOf(late)).toEqual([409, 'requests.not_ending']);
  });

  it('cancels it, before or after it went out, and nobody writes any more', async () => {
    const id = await issuedRequest(desk);
    const { id: replyId } = await ownReply(clerk, id);
    await expectOk(actNow(desk.drafter, id, '/cancel', { reason: '上级取消' }));
    const refused = await saveAnswers(clerk, replyId, { text: '迟来的回复' });
    expect(codeOf(refused)).toEqual([409, 'requests.not_issued']);
    expect((await replyOf(clerk, replyId)).excusedReason).toBe('上级取消');
    const signFor = await clerk(`/api/requests/${id}/sign-for`, {
      json: { organizationId: hospital },
    });
    expect(codeOf(signFor)).toEqual([409, 'requests.not_issued']);
    const early = await signedRequest(desk);
    await expectOk(actNow(desk.drafter, early, '/cancel', { reason: '不再需要' }));
    const gone = await actNow(desk.drafter, early, '/issue');
    expect(codeOf(gone)).toEqual([409, 'requests.not_signed']);
    const { id: draft } = await openDraft(desk.drafter);
    await expectOk(actNow(desk.drafter, draft, '/cancel', { reason: '重复拟稿' }));
  });
});

/** Due at 10:15 of today, for what happens after it without new sessions. */
function soon() {
  return requestContent({ deadline: { on: '2026-07-01', hour: dueHour() } });
}

function dueHour(): string {
  return new Date(start + 8 * 3_600_000 + 15 * 60_000).toISOString().slice(11, 16);
}
