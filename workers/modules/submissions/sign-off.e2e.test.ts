import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SubmissionDetail } from '#schema/contracts/submissions.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import {
  fillIn,
  findMine,
  goodAnswers,
  publishInto,
  putInto,
  uploadScan,
} from './submissions.fixtures.ts';
import { uploadDocument } from './word-document.fixtures.ts';

let world: TestApp;
let clerk: TestClient;
let department: TestClient;
let head: TestClient;
let id: string;
let scan: string;

beforeAll(async () => {
  world = await createTestApp();
  await publishInto(world.site);
  clerk = await world.as('clerk');
  department = await world.as('department');
  head = await world.as('head');
  id = await findMine(clerk, 'training-report');
  scan = await uploadScan(clerk, '审签单');
});
afterAll(() => world.close());

const step = (client: TestClient, name: string, json: unknown = {}) =>
  client(`/api/submissions/${id}/${name}`, { json });
const start = () => step(clerk, 'sign-off');
const sign = (client: TestClient) => step(client, 'sign-off/sign');
const onPaper = () => step(clerk, 'sign-off/paper', { evidenceId: scan, signedOn: '2026-07-01' });
const show = async () => (await clerk(`/api/submissions/${id}`)).json<SubmissionDetail>();
const stepsOf = async () =>
  ((await show()).approval?.steps ?? []).map(({ key, state, mode, actorPost }) => [
    key,
    state,
    mode,
    actorPost,
  ]);

beforeEach(async () => {
  await putInto(world.site, id, { state: 'draft', firstFiledAt: null, approvalId: null });
  await fillIn(clerk, id, { ...goodAnswers });
  const attached = await clerk(`/api/submissions/${id}/deliverables/stamped`, {
    method: 'PUT',
    json: { evidenceIds: [scan] },
  });
  if (attached.status !== 200) throw new Error(attached.text);
});

describe('the chain inside the unit', () => {
  it('is opened with the step of the filler taken, and shows who has it now', async () => {
    expect((await start()).json()).toMatchObject({ state: 'signing' });
    expect(await stepsOf()).toEqual([
      ['filler', 'done', 'online', '行风办填报岗'],
      ['department-head', 'current', undefined, undefined],
      ['head', 'waiting', undefined, undefined],
    ]);
  });

  it('takes both signatures on line, each with the post and its day', async () => {
    await start();
    await sign(department);
    world.clock.tick(60_000);
    expect((await sign(head)).json()).toMatchObject({ state: 'signed' });
    const { approval } = await show();
    expect(approval).toMatchObject({ state: 'completed' });
    expect(approval?.steps.map(({ at }) => at)).toEqual([
      world.clock.now() - 60_000,
      world.clock.now() - 60_000,
      world.clock.now(),
    ]);
  });

  it('has every post that is still open taken by one scan of the signed sheet', async () => {
    await start();
    await sign(department);
    expect((await onPaper()).json()).toMatchObject({ state: 'signed' });
    expect(await stepsOf()).toEqual([
      ['filler', 'done', 'online', '行风办填报岗'],
      ['department-head', 'done', 'online', '财务科'],
      ['head', 'done', 'paper', '行风办填报岗'],
    ]);
    expect((await show()).approval?.steps[2]?.paper).toEqual({
      signedOn: '2026-07-01',
      signerPost: '主要负责人',
      evidenceId: scan,
    });
  });

  it('takes both open posts from the sheet when nobody has signed on line', async () => {
    await start();
    await onPaper();
    expect((await stepsOf()).slice(1)).toEqual([
      ['department-head', 'done', 'paper', '行风办填报岗'],
      ['head', 'done', 'paper', '行风办填报岗'],
    ]);
    expect((await onPaper()).json().code).toBe('approvals.not_open');
  });

  it('is opened, taken back and registered on paper by who answers for the filing alone', async () => {
    expect((await step(department, 'sign-off')).status).toBe(403);
    await start();
    const paper = { evidenceId: scan, signedOn: '2026-07-01' };
    expect((await step(department, 'sign-off/paper', paper)).status).toBe(403);
    expect((await step(department, 'sign-off/withdraw')).status).toBe(403);
    expect((await show()).summary.state).toBe('signing');
  });

  it('takes a scan of the signed sheet and no document that can still be edited', async () => {
    await start();
    const evidenceId = await uploadDocument(clerk);
    const refused = await step(clerk, 'sign-off/paper', { evidenceId, signedOn: '2026-07-01' });
    expect(refused.json()).toMatchObject({ status: 422, code: 'submissions.not_a_scan' });
    const attached = await clerk(`/api/submissions/${id}/deliverables/stamped`, {
      method: 'PUT',
      json: { evidenceIds: [evidenceId] },
    });
    expect(attached.json().code).toBe('submissions.not_a_scan');
    expect((await onPaper()).json()).toMatchObject({ state: 'signed' });
  });

  it('is signed by nobody of another unit, nor by who only fills', async () => {
    await start();
    expect((await sign(await world.as('other-clerk'))).status).toBe(403);
    expect((await sign(clerk)).status).toBe(403);
    expect((await sign(await world.as('reviewer'))).status).toBe(403);
  });
});

describe('a sheet sent back inside the unit', () => {
  const sendBack = (comment: string) => step(department, 'sign-off/return', { comment });

  it('is a draft again with the reason, and goes through a chain of its own next time', async () => {
    await start();
    const first = (await show()).approval?.id;
    expect((await sendBack('人数与签到表不符')).json()).toMatchObject({ state: 'draft' });
    expect(await stepsOf()).toMatchObject([
      {},
      ['department-head', 'returned', 'online', '财务科'],
      {},
    ]);
    await fillIn(clerk, id, { 'trained-people': 299 });
    await start();
    const { approval } = await show();
    expect(approval?.id).not.toBe(first);
    expect(approval?.steps[1]?.state).toBe('current');
  });

  it('is sent back by the post whose turn it is, with words, and by no other', async () => {
    await start();
    expect((await sendBack('')).status).toBe(422);
    expect((await step(clerk, 'sign-off/return', { comment: '不对' })).status).toBe(403);
    await sign(department);
    expect((await sendBack('改主意了')).status).toBe(403);
  });

  it('that had arrived before goes back to be mended, not to be filled in anew', async () => {
    await putInto(world.site, id, {
      state: 'returned',
      revision: 1,
      firstFiledAt: world.clock.now(),
    });
    await start();
    expect((await sendBack('请先改完')).json()).toMatchObject({ state: 'returned' });
    await start();
    expect((await step(clerk, 'sign-off/withdraw')).json()).toMatchObject({ state: 'returned' });
    await putInto(world.site, id, { revision: 0 });
  });
});

describe('what was signed is what is filed', () => {
  it('needs the signatures again once the filler has withdrawn and changed a word', async () => {
    await start();
    await onPaper();
    expect((await step(clerk, 'sign-off/withdraw')).json()).toMatchObject({ state: 'draft' });
    await fillIn(clerk, id, { summary: '改为三期。' });
    expect((await step(clerk, 'file')).json().code).toBe('submissions.not_signed');
    await start();
    expect((await step(clerk, 'file')).json().code).toBe('submissions.not_signed');
    await sign(department);
    await sign(head);
    expect((await step(clerk, 'file')).status).toBe(200);
  });

  it('is not signed when the content is another than the one whose hash was taken', async () => {
    await start();
    await onPaper();
    await putInto(world.site, id, { answers: { ...goodAnswers, 'due-people': 321 } });
    const refused = await step(clerk, 'file');
    expect(refused.json()).toMatchObject({ status: 409, code: 'submissions.not_signed' });
    expect(refused.json().title).toContain('审签后内容有改动');
    await putInto(world.site, id, { answers: goodAnswers });
    expect((await step(clerk, 'file')).status).toBe(200);
  });

  it('leaves room for the stamped scan, which is made after the signature', async () => {
    await clerk(`/api/submissions/${id}/deliverables/stamped`, {
      method: 'PUT',
      json: { evidenceIds: [] },
    });
    await start();
    await onPaper();
    const missing = await step(clerk, 'file');
    expect(missing.json()).toMatchObject({ status: 422, code: 'submissions.incomplete' });
    expect(missing.json().errors?.[0]?.path).toBe('deliverables/stamped');
    await clerk(`/api/submissions/${id}/deliverables/stamped`, {
      method: 'PUT',
      json: { evidenceIds: [scan] },
    });
    expect((await step(clerk, 'file')).status).toBe(200);
  });
});
