import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Application, FiledRevisions } from '#schema/contracts/filing-applications.ts';
import type { SubmissionDetail } from '#schema/contracts/submissions.ts';
import type { CastName } from '#workers/app/testing/cast.fixtures.ts';
import { createTestApp, hostOf } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import { createTestClient, signInForCookie } from '#workers/app/testing/test-client.fixtures.ts';
import type { TestAnswer, TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { TEST_PASSWORD } from '#workers/app/testing/test-site.fixtures.ts';
import {
  acceptFiling,
  expectOk,
  fileWith,
  filingIdOf,
  putSums,
  readRollUp,
  rollUpCampaign,
  sendOff,
} from './roll-up.fixtures.ts';
import { fillIn, publishInto, readFiling } from './submissions.fixtures.ts';

const day = 86_400_000;
let world: TestApp;
let clerk: TestClient;
let bureau: TestClient;
let city: TestClient;
let own: string;
let summary: string;
let second: string;

beforeAll(async () => {
  world = await createTestApp();
  await publishInto(world.site, rollUpCampaign());
  await comeBack();
  const { units } = world.site;
  own = await filingIdOf(world.site, 'cases-of-unit', units['hospital']);
  second = await filingIdOf(world.site, 'cases-of-unit', units['second-hospital']);
  summary = await filingIdOf(world.site, 'cases-of-bureau', units['bureau']);
}, 60_000);
afterAll(() => world.close());

/** Days pass; everybody signs in again. */
async function comeBack(at: number = world.clock.now()): Promise<void> {
  world.clock.set(at);
  const signIn = async (name: CastName) => {
    const origin = `http://${hostOf('dong')}`;
    const fetch = (request: Request) => world.app.fetch(request);
    const cookie = await signInForCookie(world.visitor(), name, TEST_PASSWORD);
    return createTestClient({ fetch, origin, cookie });
  };
  clerk = await signIn('clerk');
  bureau = await signIn('reviewer');
  city = await signIn('checker');
}

const codeOf = (answer: TestAnswer) => [answer.status, answer.json<{ code?: string }>().code];
const ask = (client: TestClient, id: string, json: unknown) =>
  client(`/api/submissions/${id}/applications`, { json });
const decide = (client: TestClient, application: Application, json: unknown) =>
  client(`/api/submissions/${application.submissionId}/applications/${application.id}/decision`, {
    json,
  });
const historyOf = async (client: TestClient, id: string) =>
  expectOk<FiledRevisions>(await client(`/api/submissions/${id}/revisions`));
const show = async (client: TestClient, id: string) =>
  expectOk<SubmissionDetail>(await client(`/api/submissions/${id}`));

describe('an extension asked for by the unit', () => {
  const later = { kind: 'extension', reason: '信息系统切换', dueOn: '2026-07-15' };

  it('one day before expiry is put to the office, once, and granted with the first day kept', async () => {
    const { dueAt } = await readFiling(world.site, second);
    await comeBack((dueAt ?? 0) - day);
    const application = expectOk<Application>(await ask(bureau, second, later));
    expect(application).toMatchObject({ kind: 'extension', state: 'asked' });
    expect(codeOf(await ask(bureau, second, later))).toEqual([409, 'submissions.already_asked']);
    expectOk(await decide(city, application, { agree: true }));
    expect(await readFiling(world.site, second)).toMatchObject({
      dueOn: '2026-07-15',
      originalDueOn: '2026-07-10',
      extensionReason: '信息系统切换',
    });
    const again = await decide(city, application, { agree: true });
    expect(codeOf(again)).toEqual([409, 'submissions.already_decided']);
  });

  it('asked for in time is still granted after the day, and may be declined with words', async () => {
    const { dueAt } = await readFiling(world.site, own);
    await comeBack((dueAt ?? 0) - 1);
    const first = expectOk<Application>(await ask(clerk, own, later));
    expect((await decide(city, first, { agree: false })).status).toBe(422);
    expectOk(await decide(city, first, { agree: false, answer: '请按原定时间报送' }));
    expect((await historyOf(clerk, own)).applications[0]).toMatchObject({
      state: 'declined',
      answer: '请按原定时间报送',
      decidedByPost: '行风办核稿岗',
    });
    const another = expectOk<Application>(await ask(clerk, own, later));
    await comeBack((dueAt ?? 0) + day);
    expectOk(await decide(city, another, { agree: true }));
    expect((await readFiling(world.site, own)).dueOn).toBe('2026-07-15');
  });

  it('one day after expiry is refused: what comes then is a late filing', async () => {
    const { dueAt } = await readFiling(world.site, own);
    await comeBack((dueAt ?? 0) + day);
    const answer = await ask(clerk, own, { ...later, dueOn: '2026-07-31' });
    expect(codeOf(answer)).toEqual([409, 'submissions.extension_after_expiry']);
  });
});

describe('补报', () => {
  it('after the due day is taken, marked late on its receipt and in the list of the office', async () => {
    const receipt = await fileWith(clerk, own, { cases: 3, amount: '1200.50' });
    expect(receipt.late).toBe(true);
    expect((await show(city, own)).summary).toMatchObject({ state: 'filed', late: true });
  });
});

describe('代报', () => {
  it('by the bureau for a unit without an account is marked as such, by post', async () => {
    const receipt = await fileWith(bureau, second, { cases: 2, amount: '80' });
    expect(receipt.organizationName).toBe('东区第二医院');
    expect((await show(city, second)).summary).toMatchObject({ onBehalf: true });
    expect((await historyOf(city, second)).items).toMatchObject([
      { onBehalf: true, filedByPost: '医政科审核岗' },
    ]);
    const entry = (await readFiling(world.site, own)).onBehalf;
    expect(entry).toBe(false);
  });

  it('is not claimed by who filed it, nor where the unit has filed itself', async () => {
    const answers = [
      await bureau(`/api/submissions/${second}/claim`, { json: {} }),
      await clerk(`/api/submissions/${own}/claim`, { json: {} }),
    ];
    expect(answers.map(codeOf)).toEqual([
      [409, 'submissions.nothing_to_claim'],
      [409, 'submissions.nothing_to_claim'],
    ]);
  });
});

describe('更正', () => {
  it('is asked for only of what was accepted', async () => {
    const answer = await ask(clerk, own, { kind: 'correction', reason: '金额填错' });
    expect(codeOf(answer)).toEqual([409, 'submissions.nothing_to_correct']);
  });

  it('agreed to by the office opens the filing again, without counting as a return', async () => {
    await acceptFiling(city, own);
    const application = expectOk<Application>(
      await ask(clerk, own, { kind: 'correction', reason: '金额填错' }),
    );
    expect((await show(clerk, own)).summary.state).toBe('accepted');
    expectOk(await decide(bureau, application, { agree: true }));
    const detail = await show(clerk, own);
    expect(detail.summary).toMatchObject({ state: 'returned', returns: 0, pointsToMend: 0 });
    expect(detail.returned).toBeUndefined();
  });

  it('makes a new revision; the old one stays to be seen, with who asked and who agreed', async () => {
    await fileWith(clerk, own, { amount: '1300' });
    const history = await historyOf(city, own);
    expect(history.items.map(({ revision, answers }) => [revision, answers['amount']])).toEqual([
      [2, '1300'],
      [1, '1200.50'],
    ]);
    expect(history.applications[0]).toMatchObject({
      kind: 'correction',
      revision: 1,
      reason: '金额填错',
      askedByPost: '行风办填报岗',
      decidedByPost: '医政科审核岗',
    });
    await acceptFiling(city, own);
  });

  it('is nobody’s to agree to for his own unit', async () => {
    await putSums(bureau, summary);
    await fillIn(bureau, summary, { narrative: '开展专项检查。' });
    await sendOff(bureau, summary);
    await acceptFiling(city, summary);
    const application = expectOk<Application>(
      await ask(bureau, summary, { kind: 'correction', reason: '漏列一家单位' }),
    );
    expect(codeOf(await decide(bureau, application, { agree: true }))).toEqual([
      403,
      'platform.recused',
    ]);
  });
});

describe('汇总上报 reopened after the level above has accepted it', () => {
  it('takes the figures as of now, and the accepted table stays beside the new one', async () => {
    const { applications } = await historyOf(city, summary);
    const [asked] = applications;
    if (asked === undefined) throw new Error('nothing was asked');
    expect((await readRollUp(city, summary)).filed?.counts).toMatchObject({ waiting: 1 });
    await acceptFiling(city, second);
    expectOk(await decide(city, asked, { agree: true }));
    const now = await readRollUp(bureau, summary);
    expect(now.figures).toContainEqual(
      expect.objectContaining({ field: 'cases', sum: 5, figure: 3, standing: 'unexplained' }),
    );
    expectOk(await putSums(bureau, summary));
    await sendOff(bureau, summary);
    const { items } = await historyOf(city, summary);
    expect(items.map(({ answers }) => answers['cases'])).toEqual([5, 3]);
    expect((await readRollUp(city, summary)).filed).toMatchObject({
      revision: 2,
      counts: { accepted: 1, onBehalf: 1, waiting: 0 },
    });
  });
});
