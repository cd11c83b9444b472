import type * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MyTasksSchema, Receipt, SubmissionDetail } from '#schema/contracts/submissions.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { createTestContext } from '#workers/app/testing/test-context.fixtures.ts';
import {
  fileOnPaper,
  fillIn,
  filingCampaign,
  findMine,
  publishInto,
} from './submissions.fixtures.ts';
import { listOfOrganizations } from './submissions.repository.ts';
import { exemptSubmission } from './usecases/relieve-submission.ts';

type MyTasks = v.InferOutput<typeof MyTasksSchema>;

let world: TestApp;
let published: Awaited<ReturnType<typeof publishInto>>;
let clerk: TestClient;
let other: TestClient;
let head: TestClient;
let reviewer: TestClient;

beforeAll(async () => {
  world = await createTestApp();
  published = await publishInto(world.site);
  clerk = await world.as('clerk');
  other = await world.as('other-clerk');
  head = await world.as('head');
  reviewer = await world.as('reviewer');
});
afterAll(() => world.close());

const show = async (client: TestClient, id: string) =>
  (await client(`/api/submissions/${id}`)).json<SubmissionDetail>();
const patch = (client: TestClient, id: string, changes: unknown[]) =>
  client(`/api/submissions/${id}/draft`, { method: 'PATCH', json: { changes } });

describe('what a published version asks for', () => {
  it('opens one filing for each task, period and unit of its audience', () => {
    expect(published).toMatchObject({ opened: 6, moved: 0 });
  });

  it('opens nothing twice when the event comes again', async () => {
    const again = await publishInto(world.site, filingCampaign({ dueOn: '2026-07-21' }), published);
    expect(again).toMatchObject({ opened: 0, moved: 3 });
    const back = await publishInto(world.site, filingCampaign({ dueOn: '2026-07-20' }), {
      ...again,
      hash: again.hash,
    }).catch((error: unknown) => String(error));
    expect(back).toContain('campaign_versions.hash');
  });
});

describe('我的任务', () => {
  it('shows a clerk what the unit owes, with the day in words and the next step', async () => {
    const mine = (await clerk('/api/submissions/mine')).json<MyTasks>();
    expect(mine.month).toHaveLength(1);
    expect(mine.month[0]).toMatchObject({
      title: { zh: '教育培训情况报告' },
      dueOn: '2026-07-21',
      dueLabel: { zh: '7月21日（周二）24:00' },
      daysLeft: { days: 14, unit: 'working', overdue: false },
      needsStamp: true,
      office: '医政科',
      nextStep: 'fill',
    });
    expect(mine.later[0]).toMatchObject({ dueWording: '定期', nextStep: 'fill' });
    expect(mine.next).toEqual({ title: mine.month[0]?.title, on: '2026-07-21' });
  });

  it('is refused to who fills and signs nothing', async () => {
    const signer = await world.as('signer');
    expect((await signer('/api/submissions/mine')).status).toBe(403);
  });

  it('does not show one unit the filings of another', async () => {
    const id = await findMine(clerk, 'training-report');
    expect((await other(`/api/submissions/${id}`)).status).toBe(404);
    expect((await reviewer(`/api/submissions/${id}`)).status).toBe(200);
  });
});

describe('a draft', () => {
  it('merges different fields of two people', async () => {
    const id = await findMine(other, 'training-report');
    const first = await patch(other, id, [{ path: 'due-people', value: 10, basedOn: 0 }]);
    const second = await patch(other, id, [{ path: 'trained-people', value: 9, basedOn: 0 }]);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect((await show(other, id)).answers).toEqual({ 'due-people': 10, 'trained-people': 9 });
    expect((await show(other, id)).summary).toMatchObject({ state: 'draft', nextStep: 'continue' });
  });

  it('answers the same field with both values and saves nothing of the request', async () => {
    const id = await findMine(other, 'training-report');
    const answer = await patch(other, id, [
      { path: 'due-people', value: 99, basedOn: 0 },
      { path: 'summary', value: '新', basedOn: 0 },
    ]);
    expect(answer.status).toBe(412);
    expect(answer.json()).toMatchObject({
      code: 'submissions.field_conflict',
      conflicts: [{ path: 'due-people', yours: 99, theirs: 10, theirRevision: 1 }],
    });
    expect((await show(other, id)).answers).not.toHaveProperty('summary');
    const settled = await patch(other, id, [{ path: 'due-people', value: 99, basedOn: 1 }]);
    expect(settled.json<SubmissionDetail>().answers['due-people']).toBe(99);
  });

  it('takes both of two saves that arrive at once', async () => {
    const id = await findMine(other, 'complaint-report');
    const row = await findMine(other, 'training-report');
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, at) =>
        patch(other, row, [
          { path: `sessions/row${at}`, value: { topic: `第${at}场` }, basedOn: 0 },
        ]),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200));
    expect((await show(other, row)).answers['sessions']).toHaveLength(8);
    expect((await show(other, id)).summary.state).toBe('due');
  });

  it('refuses a value of the wrong shape with one entry per field in Chinese', async () => {
    const id = await findMine(other, 'training-report');
    const answer = await patch(other, id, [{ path: 'due-people', value: '很多', basedOn: 2 }]);
    expect(answer.status).toBe(422);
    const [entry] = answer.json().errors ?? [];
    expect(entry).toMatchObject({ path: 'due-people', code: 'forms.integer' });
    expect(entry?.message).toBe('应为不小于0的整数，请填写数字');
  });
});

describe('院内审签 and 报送', () => {
  it('lists everything that is missing at once', async () => {
    const id = await findMine(clerk, 'training-report');
    await fillIn(clerk, id, { 'due-people': 3, 'trained-people': 5 });
    const answer = await clerk(`/api/submissions/${id}/sign-off`, { json: {} });
    expect(answer.status).toBe(422);
    const paths = (answer.json().errors ?? []).map(({ path }) => path);
    expect(paths).toEqual(['summary', 'trained-people']);
    expect(answer.text).toContain('实参训人数不应大于应参训人数，请核对');
  });

  it('goes on line from post to post, and the head may not sign before the turn comes', async () => {
    const id = await findMine(clerk, 'training-report');
    await fillIn(clerk, id);
    expect((await clerk(`/api/submissions/${id}/sign-off`, { json: {} })).status).toBe(200);
    expect((await show(clerk, id)).summary).toMatchObject({
      state: 'signing',
      holder: { kind: 'post', title: '科室负责人' },
      nextStep: 'print-sheet',
    });
    const department = await world.as('department');
    const sign = (client: TestClient) =>
      client(`/api/submissions/${id}/sign-off/sign`, { json: {} });
    expect((await sign(department)).status).toBe(200);
    expect((await sign(department)).status).toBe(403);
    const signedAlready = (await department('/api/submissions/mine')).json<MyTasks>();
    expect(signedAlready.month[0]?.nextStep).toBe('await-sign-off');
    const mine = (await head('/api/submissions/mine')).json<MyTasks>();
    expect(mine.month[0]?.nextStep).toBe('sign');
    expect((await sign(head)).json()).toMatchObject({ state: 'signed' });
  });

  it('cannot be changed while it is signed, until the filler withdraws', async () => {
    const id = await findMine(clerk, 'training-report');
    const change = [{ path: 'summary', value: '改动', basedOn: 1 }];
    const locked = await patch(clerk, id, change);
    expect(locked.status).toBe(409);
    expect(locked.json().title).toContain('请先撤回审签');
    await clerk(`/api/submissions/${id}/sign-off/withdraw`, { json: {} });
    expect((await patch(clerk, id, change)).status).toBe(200);
    expect((await clerk(`/api/submissions/${id}/file`, { json: {} })).json()).toMatchObject({
      code: 'submissions.not_signed',
    });
  });

  it('is returned inside the unit with a reason', async () => {
    const id = await findMine(clerk, 'training-report');
    await clerk(`/api/submissions/${id}/sign-off`, { json: {} });
    await (
      await world.as('department')
    )(`/api/submissions/${id}/sign-off/sign`, { json: {} });
    const comment = '请补充第二期情况';
    const answer = await head(`/api/submissions/${id}/sign-off/return`, { json: { comment } });
    expect(answer.json()).toMatchObject({ state: 'draft' });
    expect((await show(clerk, id)).approval?.steps[2]).toMatchObject({
      state: 'returned',
      comment,
    });
  });

  it('leaves the unit signed on paper, and the receipt proves what arrived', async () => {
    const id = await findMine(clerk, 'training-report');
    await fileOnPaper(clerk, id);
    const receipt = (await clerk(`/api/submissions/${id}/receipt`)).json<Receipt>();
    expect(receipt).toMatchObject({
      office: '医政科',
      organizationName: '东区第一医院',
      late: false,
      revision: 1,
    });
    expect(receipt.number).toMatch(/^20260701-[0-9A-Z]{8}$/);
    expect(receipt.files.map(({ name }) => name)).toEqual(['扫描件.pdf']);
    expect((await show(clerk, id)).summary).toMatchObject({
      state: 'filed',
      paper: 'expected',
      nextStep: 'send-paper',
      holder: { kind: 'office', title: '医政科' },
    });
  });

  it('answers a repeated filing with the same receipt and files nothing twice', async () => {
    const id = await findMine(other, 'complaint-report');
    await other(`/api/submissions/${id}/nil`, { json: { nil: true } });
    const signed = await other(`/api/submissions/${id}/sign-off`, { json: {} });
    expect(signed.json()).toMatchObject({ state: 'signed' });
    const file = () =>
      other(`/api/submissions/${id}/file`, {
        json: {},
        headers: { 'idempotency-key': 'filing-once-1' },
      });
    const [first, second] = [await file(), await file()];
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.text).toBe(first.text);
    expect((await show(other, id)).receipt?.revision).toBe(1);
  });
});

describe('what the office relieves', () => {
  it('extends before the due day, keeps the first one, and says no afterwards', async () => {
    const filing = await findMine(other, 'training-report');
    const drafter = await world.as('drafter');
    const wanted = { dueOn: '2026-08-05', reason: '信息系统切换' };
    expect((await reviewer(`/api/submissions/${filing}/extend`, { json: wanted })).status).toBe(
      404,
    );
    const extend = (json: unknown) => drafter(`/api/submissions/${filing}/extend`, { json });
    expect((await extend(wanted)).status).toBe(200);
    expect((await show(other, filing)).summary).toMatchObject({
      dueOn: '2026-08-05',
      originalDueOn: '2026-07-21',
    });
    expect((await extend({ ...wanted, dueOn: '2026-08-01' })).json()).toMatchObject({
      status: 422,
      title: '延期日期应晚于现在的截止日期 2026-08-05，请重新填写。',
    });
  });

  it('exempts with a reason, and then asks for nothing more', async () => {
    const { campaignId } = published;
    const drafter = await createTestContext(world.site, 'drafter');
    const [filing] = await listOfOrganizations(drafter.db, [
      world.site.units['second-hospital'] ?? '',
    ]);
    if (filing === undefined) throw new Error('no filing');
    expect(filing.campaignId).toBe(campaignId);
    const input = { id: filing.id, reason: '停业整顿' };
    const moved = await exemptSubmission({ context: drafter, input });
    expect(moved.state).toBe('exempt');
    await expect(exemptSubmission({ context: drafter, input })).rejects.toThrow(
      'submissions.not_exemptable',
    );
  });

  it('registers the paper that came by hand', async () => {
    const id = await findMine(clerk, 'training-report');
    const paper = { receivedOn: '2026-07-01', copies: 2, receiverPost: '医政科收文岗' };
    const answer = await reviewer(`/api/submissions/${id}/paper`, { json: paper });
    expect(answer.status).toBe(200);
    expect((await show(clerk, id)).summary.paper).toBe('received');
    const again = await reviewer(`/api/submissions/${id}/paper`, { json: paper });
    expect(again.json().code).toBe('submissions.no_paper_expected');
  });
});
