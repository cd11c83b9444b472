import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PetitionAddressees, PetitionList } from '#schema/contracts/petitions.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { createTestContext } from '#workers/app/testing/test-context.fixtures.ts';
import { uploadScan } from '#workers/modules/submissions/submissions.fixtures.ts';
import { codeOf, content, expectOk, show, unitOf } from './petitions.fixtures.ts';
import type { Unit } from './petitions.fixtures.ts';
import { listReceived } from './usecases/show-petition.ts';

let world: TestApp;
let clerk: TestClient;
let head: TestClient;
let drafter: TestClient;
let signer: TestClient;
let reviewer: TestClient;
let hospital: string;
let bureau: string;
let open: Unit['open'];
let act: Unit['act'];
let filed: Unit['filed'];

beforeAll(async () => {
  world = await createTestApp();
  ({ clerk, head, hospital, open, act, filed } = await unitOf(world));
  drafter = await world.as('drafter');
  signer = await world.as('signer');
  reviewer = await world.as('reviewer');
  bureau = world.site.units['bureau'] ?? '';
});
afterAll(() => world.close());

describe('a 请示', () => {
  it('goes the whole way: head, register, 拟办, 批示 with a day, 批复, 签收', async () => {
    const id = await filed();
    const mine = await show(clerk, id);
    expect(mine.receipt?.number).toMatch(/^20260701-[0-9A-Z]{8}$/u);
    expect(mine.summary.registered).toMatch(/^收文〔2026〕\d+号$/u);
    const early = await act(drafter, id, '/answer', { text: '同意' });
    expect(codeOf(early)).toEqual([409, 'petitions.instruction_wanted']);
    const opinion = { text: '拟同意延期，请领导批示。', leaderPost: '分管领导' };
    await expectOk(act(drafter, id, '/opinion', opinion));
    const instruction = { text: '同意，请医政处跟进。', dueOn: '2026-07-03' };
    await expectOk(act(signer, id, '/instruction', instruction));
    const office = await show(drafter, id);
    expect(office).toMatchObject({
      summary: { state: 'instructed', dueOn: '2026-07-03', overdue: false },
      opinion: { ...opinion, post: '行风办拟稿岗' },
      instruction: { text: '同意，请医政处跟进。', post: '分管领导' },
    });
    expect(JSON.stringify(office)).not.toContain('"by"');
    await expectOk(act(drafter, id, '/answer', { text: '同意延期至9月10日。' }));
    const answered = await show(clerk, id);
    expect(answered.answer).toMatchObject({ text: '同意延期至9月10日。', adopted: false });
    expect(answered.may.signFor).toBe(true);
    await expectOk(act(clerk, id, '/sign-for'));
    await expectOk(act(head, id, '/sign-for'));
    const end = await show(drafter, id);
    expect(end.answer?.signedForByPost).toBe('行风办填报岗');
    expect(end.acts.map(({ kind }) => kind)).toEqual([
      'open',
      'file',
      'propose',
      'instruct',
      'answer',
      'sign-for',
    ]);
  });

  it('is not filed without the head’s signature over exactly this text', async () => {
    const { id } = await open();
    expect(codeOf(await act(clerk, id, '/file'))).toEqual([409, 'petitions.not_signed']);
    await expectOk(act(clerk, id, '/submit'));
    expect(codeOf(await act(clerk, id, '/file'))).toEqual([409, 'petitions.not_signed']);
    const edit = await act(clerk, id, '', { content: content({ text: '另一段话。' }) }, 'PUT');
    expect(codeOf(edit)).toEqual([409, 'petitions.not_drafting']);
    const own = await act(clerk, id, '/approval/sign', { stepKey: 'sign' });
    expect(own.status).toBe(403);
    await expectOk(act(head, id, '/approval/return', { stepKey: 'sign', comment: '请写明依据' }));
    const back = await show(clerk, id);
    expect([back.summary.state, back.approval?.steps[1]?.comment]).toEqual([
      'drafting',
      '请写明依据',
    ]);
    await expectOk(act(clerk, id, '', { content: content({ text: '依据方案第三条。' }) }, 'PUT'));
    await expectOk(act(clerk, id, '/submit'));
    await expectOk(act(clerk, id, '/approval/withdraw'));
    expect((await show(clerk, id)).summary.state).toBe('drafting');
  });

  it('takes the head’s signature on paper with its scan', async () => {
    const { id } = await open();
    await expectOk(act(clerk, id, '/submit'));
    const paper = {
      signedOn: '2026-07-01',
      signerPost: '院长',
      evidenceId: await uploadScan(clerk, id),
    };
    await expectOk(act(clerk, id, '/approval/sign', { stepKey: 'sign', paper }));
    expect((await show(clerk, id)).summary.state).toBe('signed');
    const foreign = { ...paper, evidenceId: await uploadScan(drafter, id) };
    const { id: other } = await open();
    await expectOk(act(clerk, other, '/submit'));
    const refused = await act(clerk, other, '/approval/sign', { stepKey: 'sign', paper: foreign });
    expect(codeOf(refused)).toEqual([404, 'evidence.not_found']);
  });

  it('wants a title and a text before it is signed', async () => {
    const { id } = await open('instruction', { content: content({ title: '' }) });
    expect(codeOf(await act(clerk, id, '/submit'))).toEqual([422, 'petitions.incomplete']);
  });
});

describe('the office', () => {
  it('returns with a reason; the unit mends and files again under the same number', async () => {
    const id = await filed();
    const { registered } = (await show(drafter, id)).summary;
    await expectOk(act(drafter, id, '/return', { reason: '请一事一请示' }));
    const back = await show(clerk, id);
    expect([back.summary.state, back.returned]).toEqual(['returned', '请一事一请示']);
    expect(back.may).toMatchObject({ write: true, file: false });
    await expectOk(act(clerk, id, '', { content: content({ text: '只请示时限。' }) }, 'PUT'));
    await expectOk(act(clerk, id, '/submit'));
    await expectOk(act(head, id, '/approval/sign', { stepKey: 'sign' }));
    await expectOk(act(clerk, id, '/file'));
    const again = await show(drafter, id);
    expect(again.summary.registered).toBe(registered);
    expect(again.returned).toBeUndefined();
  });

  it('keeps 拟办 and 批示 to itself', async () => {
    const id = await filed();
    await expectOk(act(drafter, id, '/opinion', { text: '拟不同意', leaderPost: '分管领导' }));
    await expectOk(act(signer, id, '/instruction', { text: '再议', dueOn: '2026-07-02' }));
    const unit = await show(clerk, id);
    expect(JSON.stringify(unit)).not.toMatch(/拟不同意|再议|2026-07-02/u);
    expect(unit.summary.state).toBe('filed');
    const mine = await expectOk<PetitionList>(clerk('/api/petitions/mine'));
    expect(mine.items.find((item) => item.id === id)).toMatchObject({
      state: 'filed',
      overdue: false,
    });
  });

  it('sees a 批示 overdue when its day has passed and nothing went back', async () => {
    const id = await filed();
    await expectOk(act(signer, id, '/instruction', { text: '速办', dueOn: '2026-07-01' }));
    const late = await act(signer, id, '/instruction', { text: '速办', dueOn: '2026-06-30' });
    expect(codeOf(late)).toEqual([422, 'petitions.due_in_the_past']);
    world.clock.tick(2 * 24 * 3_600_000);
    const context = await createTestContext(world.site, 'drafter');
    const list = await listReceived({ context, input: { state: 'instructed' } });
    expect(list.items.find((item) => item.id === id)?.overdue).toBe(true);
    world.clock.tick(-2 * 24 * 3_600_000);
  });

  it('registers a 批示 that was written on paper, by the leader’s post', async () => {
    const id = await filed();
    const paper = {
      signedOn: '2026-07-01',
      signerPost: '主要领导',
      evidenceId: await uploadScan(drafter, id),
    };
    await expectOk(act(drafter, id, '/instruction', { text: '同意', paper }));
    const { instruction } = await show(signer, id);
    expect(instruction).toMatchObject({ post: '主要领导', paper });
    expect((await signer(`/api/evidence/${paper.evidenceId}/content`)).status).toBe(200);
    expect((await clerk(`/api/evidence/${paper.evidenceId}/content`)).status).toBe(404);
  });

  it('gives one instruction where nobody but the leader may', async () => {
    const id = await filed();
    const wrong = await act(drafter, id, '/instruction', { text: '同意' });
    expect(wrong.status).toBe(403);
    const unit = await act(clerk, id, '/answer', { text: '同意' });
    expect(unit.status).toBe(403);
  });
});

describe('an information', () => {
  it('goes without a signature and may be taken as a good practice', async () => {
    const id = await filed('information', {
      content: content({ title: '廉洁提醒做法', text: '我院建立诊前提醒制度。' }),
    });
    await expectOk(act(drafter, id, '/answer', { text: '已阅，予以采用。', adopted: true }));
    expect((await show(clerk, id)).answer?.adopted).toBe(true);
    const again = await act(drafter, id, '/answer', { text: '再答' });
    expect(codeOf(again)).toEqual([409, 'petitions.not_open']);
  });
});

describe('to whom a unit writes', () => {
  it('is the commission or the bureau over it, and nobody else', async () => {
    const { units } = await expectOk<PetitionAddressees>(clerk('/api/petitions/addressees'));
    expect(units[0]?.addressees).toEqual([
      { organizationId: bureau, name: '东区卫生健康局' },
      { name: '测试区卫生健康委员会' },
    ]);
    const other = world.site.units['direct-hospital'];
    const json = { organizationId: hospital, kind: 'report', addressee: other, content: content() };
    expect(codeOf(await clerk('/api/petitions', { json }))).toEqual([409, 'petitions.not_above']);
    const foreign = { organizationId: other, kind: 'report', content: content() };
    expect((await clerk('/api/petitions', { json: foreign })).status).toBe(403);
  });

  it('decides who sees it: the bureau what came to it, the commission what came to it', async () => {
    const toBureau = await filed('instruction', { addressee: bureau });
    const toCommission = await filed('report');
    const draft = await open();
    const otherClerk = await world.as('other-clerk');
    const seen = async (client: TestClient, id: string) =>
      (await client(`/api/petitions/${id}`)).status;
    expect(await seen(reviewer, toBureau)).toBe(200);
    expect(await seen(reviewer, toCommission)).toBe(404);
    expect(await seen(drafter, toBureau)).toBe(404);
    expect(await seen(drafter, toCommission)).toBe(200);
    expect(await seen(drafter, draft.id)).toBe(404);
    expect(await seen(otherClerk, toCommission)).toBe(404);
    const list = await expectOk<PetitionList>(reviewer('/api/petitions'));
    expect(list.items.map(({ id }) => id)).toEqual([toBureau]);
    const foreign = await drafter(`/api/petitions?office=${bureau}`);
    expect(foreign.status).toBe(403);
  });

  it('in a bureau with one desk 拟办 and 批示 are not one person’s on line', async () => {
    const id = await filed('report', { addressee: bureau });
    await expectOk(act(reviewer, id, '/opinion', { text: '拟同意', leaderPost: '分管副局长' }));
    const own = await act(reviewer, id, '/instruction', { text: '同意' });
    expect(codeOf(own)).toEqual([403, 'platform.own_work']);
    const paper = {
      signedOn: '2026-07-01',
      signerPost: '分管副局长',
      evidenceId: await uploadScan(reviewer, id),
    };
    await expectOk(act(reviewer, id, '/instruction', { text: '同意', paper }));
  });
});
