import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Application } from '#schema/contracts/filing-applications.ts';
import type { SubmissionDetail } from '#schema/contracts/submissions.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestAnswer, TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { expectOk } from './roll-up.fixtures.ts';
import { fillIn, findMine, publishInto, readFiling, uploadScan } from './submissions.fixtures.ts';

let world: TestApp;
let clerk: TestClient;
let other: TestClient;
let reviewer: TestClient;
let id: string;

beforeAll(async () => {
  world = await createTestApp();
  await publishInto(world.site);
  clerk = await world.as('clerk');
  other = await world.as('other-clerk');
  reviewer = await world.as('reviewer');
  id = await findMine(clerk, 'training-report');
});
afterAll(() => world.close());

const codeOf = (answer: TestAnswer) => [answer.status, answer.json<{ code?: string }>().code];
const later = { kind: 'extension', reason: '信息系统切换', dueOn: '2026-07-31' };
const asking = (client: TestClient, json: unknown, key?: string) =>
  client(`/api/submissions/${id}/applications`, {
    json,
    ...(key === undefined ? {} : { headers: { 'idempotency-key': key } }),
  });

describe('an application', () => {
  it('to an earlier day, without a reason or by another unit is refused', async () => {
    const earlier = await asking(clerk, { ...later, dueOn: '2026-07-19' });
    expect(codeOf(earlier)).toEqual([422, 'submissions.extension_not_later']);
    expect((await asking(clerk, { ...later, reason: ' ' })).status).toBe(422);
    expect(codeOf(await asking(other, later))).toEqual([404, 'submissions.not_found']);
  });

  it('is made once however often the same request arrives, and shows in both lists', async () => {
    const first = expectOk<Application>(await asking(clerk, later, 'ask-for-time-1'));
    expect(expectOk<Application>(await asking(clerk, later, 'ask-for-time-1'))).toEqual(first);
    const detail = expectOk<SubmissionDetail>(await reviewer(`/api/submissions/${id}`));
    expect(detail.summary.asked).toBe('extension');
  });

  it('is not answered by a reviewer with a tie to the unit, nor under another number', async () => {
    const unknown = `apl_0${'1'.repeat(25)}`;
    const path = (application: string) =>
      `/api/submissions/${id}/applications/${application}/decision`;
    const answer = await reviewer(path(unknown), { json: { agree: true } });
    expect(codeOf(answer)).toEqual([404, 'submissions.no_application']);
    const checker = await world.as('checker');
    await checker('/api/reviews/recusals', {
      json: { organizationId: world.site.units['hospital'], reason: '曾在该院任职' },
    });
    world.clock.tick(6000);
    const tied = await checker(path(unknown), { json: { agree: true } });
    expect(codeOf(tied)).toEqual([403, 'platform.recused']);
  });
});

describe('an exemption', () => {
  it('keeps its reason on record, asks for nothing more and is no longer owed', async () => {
    const drafter = await world.as('drafter');
    const exempt = await findMine(other, 'training-report');
    const mute = await drafter(`/api/submissions/${exempt}/exempt`, { json: { reason: '' } });
    expect(mute.status).toBe(422);
    expectOk(await drafter(`/api/submissions/${exempt}/exempt`, { json: { reason: '停业整顿' } }));
    expect(await readFiling(world.site, exempt)).toMatchObject({
      state: 'exempt',
      exemptionReason: '停业整顿',
    });
    const change = { path: 'summary', value: '改', basedOn: 0 };
    const draft = await other(`/api/submissions/${exempt}/draft`, {
      method: 'PATCH',
      json: { changes: [change] },
    });
    expect(codeOf(draft)).toEqual([409, 'submissions.not_editable']);
  });
});

describe('a head who signs offline', () => {
  it('needs no account: the scan of the signed sheet takes every open post', async () => {
    await fillIn(clerk, id);
    const scan = await uploadScan(clerk, 'offline');
    expectOk(await clerk(`/api/submissions/${id}/sign-off`, { json: {} }));
    const sheet = { evidenceId: scan, signedOn: '2026-07-01' };
    expectOk(await clerk(`/api/submissions/${id}/sign-off/paper`, { json: sheet }));
    const { summary, approval } = expectOk<SubmissionDetail>(await clerk(`/api/submissions/${id}`));
    expect(summary.state).toBe('signed');
    expect(approval?.steps.map(({ key, mode }) => [key, mode])).toEqual([
      ['filler', 'online'],
      ['department-head', 'paper'],
      ['head', 'paper'],
    ]);
  });
});
