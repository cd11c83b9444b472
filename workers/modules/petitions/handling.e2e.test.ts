import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PetitionList } from '#schema/contracts/petitions.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { createTestContext } from '#workers/app/testing/test-context.fixtures.ts';
import { testActor } from '#workers/app/testing/test-site.fixtures.ts';
import { uploadScan } from '#workers/modules/submissions/submissions.fixtures.ts';
import { toStatement } from '#workers/platform/database/statement.ts';
import { codeOf, content, expectOk, show, unitOf } from './petitions.fixtures.ts';
import type { Unit } from './petitions.fixtures.ts';
import { listPractices } from './usecases/show-petition.ts';

let world: TestApp;
let clerk: TestClient;
let head: TestClient;
let drafter: TestClient;
let signer: TestClient;
let checker: TestClient;
let open: Unit['open'];
let act: Unit['act'];
let filed: Unit['filed'];

beforeAll(async () => {
  world = await createTestApp();
  ({ clerk, head, open, act, filed } = await unitOf(world));
  drafter = await world.as('drafter');
  checker = await world.as('checker');
  signer = await world.as('signer');
});
afterAll(() => world.close());

const opinion = { text: '拟同意，请领导批示。', leaderPost: '分管领导' };

describe('拟办', () => {
  it('is written anew as long as nothing was decided, and the last one counts', async () => {
    const id = await filed('report');
    await expectOk(act(drafter, id, '/opinion', opinion));
    await expectOk(act(checker, id, '/opinion', { ...opinion, text: '拟不同意。' }));
    const office = await show(drafter, id);
    expect(office.opinion).toMatchObject({ text: '拟不同意。', post: '行风办核稿岗' });
    expect(office.acts.filter(({ kind }) => kind === 'propose')).toHaveLength(2);
  });

  it('is over once a leader decided', async () => {
    const id = await filed('report');
    await expectOk(act(drafter, id, '/opinion', opinion));
    await expectOk(act(signer, id, '/instruction', { text: '同意' }));
    const late = await act(drafter, id, '/opinion', { ...opinion, text: '改主意了。' });
    expect(codeOf(late)).toEqual([409, 'petitions.not_open']);
    expect((await show(drafter, id)).opinion?.text).toBe(opinion.text);
  });

  it('says before whom it is put', async () => {
    const id = await filed('report');
    const nobody = await act(drafter, id, '/opinion', { text: '拟同意', leaderPost: '' });
    expect(nobody.status).toBe(422);
    const nothing = await act(drafter, id, '/opinion', { text: '', leaderPost: '分管领导' });
    expect(nothing.status).toBe(422);
  });
});

describe('批示', () => {
  it('may come without 拟办 and without a day', async () => {
    const id = await filed();
    await expectOk(act(signer, id, '/instruction', { text: '同意' }));
    const office = await show(drafter, id);
    expect(office.summary).toMatchObject({ state: 'instructed', overdue: false });
    expect(office.summary.dueOn).toBeUndefined();
    expect(office.opinion).toBeUndefined();
  });

  it('is asked of a leader once; afterwards another may take its place', async () => {
    const id = await filed();
    const mayOf = async (client: TestClient) => {
      const { instruct, instructAgain } = (await show(client, id)).may;
      return [instruct, instructAgain];
    };
    expect(await mayOf(signer)).toEqual([true, false]);
    await expectOk(act(signer, id, '/instruction', { text: '同意' }));
    expect(await mayOf(signer)).toEqual([false, true]);
    expect(await mayOf(checker)).toEqual([false, false]);
    await expectOk(act(checker, id, '/answer', { text: '同意你单位所请。' }));
    expect(await mayOf(signer)).toEqual([false, false]);
  });

  it('may be given again with another day, and the last one runs', async () => {
    const id = await filed();
    await expectOk(act(signer, id, '/instruction', { text: '速办', dueOn: '2026-07-02' }));
    await expectOk(act(signer, id, '/instruction', { text: '可延', dueOn: '2026-07-09' }));
    const office = await show(drafter, id);
    expect(office.summary.dueOn).toBe('2026-07-09');
    expect(office.acts.filter(({ kind }) => kind === 'instruct')).toHaveLength(2);
  });

  it('may set today as its day', async () => {
    const id = await filed();
    await expectOk(act(signer, id, '/instruction', { text: '今日办结', dueOn: '2026-07-01' }));
    expect((await show(drafter, id)).summary.overdue).toBe(false);
  });

  it('from paper takes only the scan of who registers it', async () => {
    const id = await filed();
    const paper = {
      signedOn: '2026-07-01',
      signerPost: '主要领导',
      evidenceId: await uploadScan(checker, id),
    };
    const foreign = await act(drafter, id, '/instruction', { text: '同意', paper });
    expect(codeOf(foreign)).toEqual([404, 'evidence.not_found']);
    await expectOk(act(checker, id, '/instruction', { text: '同意', paper }));
    expect((await show(drafter, id)).instruction?.post).toBe('主要领导');
  });

  it('has no clock any more once the office returned the petition', async () => {
    const id = await filed();
    await expectOk(act(signer, id, '/instruction', { text: '退回重报', dueOn: '2026-07-02' }));
    await expectOk(act(drafter, id, '/return', { reason: '请按批示重报' }));
    const office = await show(drafter, id);
    expect(office.summary).toMatchObject({ state: 'returned', overdue: false });
    expect(office.summary.dueOn).toBeUndefined();
  });

  it('is forgotten for the text that is filed anew: it was about another one', async () => {
    const id = await filed();
    await expectOk(act(drafter, id, '/opinion', opinion));
    await expectOk(act(signer, id, '/instruction', { text: '退回重报' }));
    await expectOk(act(drafter, id, '/return', { reason: '请按批示重报' }));
    await expectOk(act(clerk, id, '', { content: content({ text: '重报如下。' }) }, 'PUT'));
    await expectOk(act(clerk, id, '/submit'));
    await expectOk(act(head, id, '/approval/sign', { stepKey: 'sign' }));
    await expectOk(act(clerk, id, '/file'));
    const office = await show(drafter, id);
    expect([office.opinion, office.instruction]).toEqual([undefined, undefined]);
    const early = await act(drafter, id, '/answer', { text: '同意' });
    expect(codeOf(early)).toEqual([409, 'petitions.instruction_wanted']);
  });
});

describe('批复', () => {
  it('has a number of its own, other than the receipt of what was filed', async () => {
    const id = await filed('report');
    await expectOk(act(drafter, id, '/answer', { text: '已阅。' }));
    const { answer, receipt } = await show(clerk, id);
    expect(answer?.number).toMatch(/^20260701-[0-9A-Z]{8}$/u);
    expect(answer?.number).not.toBe(receipt?.number);
  });

  it('never makes a good practice of a 请示', async () => {
    const id = await filed();
    await expectOk(act(signer, id, '/instruction', { text: '同意' }));
    await expectOk(act(drafter, id, '/answer', { text: '同意。', adopted: true }));
    expect((await show(clerk, id)).answer?.adopted).toBe(false);
  });

  it('puts what was adopted among the practices, the newest first, and nothing else', async () => {
    const send = (title: string) =>
      filed('information', { content: content({ title, text: '我院建立提醒制度。' }) });
    const [first, second, third] = [
      await send('做法一'),
      await send('做法二'),
      await send('做法三'),
    ];
    await expectOk(act(drafter, first, '/answer', { text: '采用。', adopted: true }));
    await expectOk(act(drafter, second, '/answer', { text: '已阅。' }));
    await expectOk(act(drafter, third, '/answer', { text: '采用。', adopted: true }));
    const context = await createTestContext(world.site, 'drafter');
    const practices = await listPractices(context, 10);
    expect(practices.map(({ id }) => id)).toEqual([third, first]);
    expect(practices[0]).toMatchObject({ title: '做法三', organizationName: '东区第一医院' });
    expect(await listPractices(context, 1)).toHaveLength(1);
  });

  it('is signed for once: the first post stands', async () => {
    const id = await filed('report');
    await expectOk(act(drafter, id, '/answer', { text: '已阅。' }));
    await expectOk(act(head, id, '/sign-for'));
    const { version } = (await show(clerk, id)).summary;
    await expectOk(act(clerk, id, '/sign-for'));
    const end = await show(clerk, id);
    expect([end.answer?.signedForByPost, end.summary.version]).toEqual(['院长', version]);
    expect(end.may.signFor).toBe(false);
  });
});

describe('收文登记', () => {
  it('is listed by state, page by page, without what is not filed', async () => {
    const draft = await open('report');
    const one = await filed('report');
    const two = await filed('report');
    await expectOk(act(drafter, two, '/opinion', opinion));
    const list = (query: string) =>
      expectOk<PetitionList>(drafter(`/api/petitions?limit=200${query}`));
    const ids = (await list('')).items.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining([one, two]));
    expect(ids).not.toContain(draft.id);
    const waiting = (await list('&state=filed')).items;
    expect(waiting.map(({ id }) => id)).toContain(one);
    expect(waiting.every(({ state }) => state === 'filed')).toBe(true);
    const first = await expectOk<PetitionList>(drafter('/api/petitions?limit=1'));
    const next = await expectOk<PetitionList>(
      drafter(`/api/petitions?limit=1&cursor=${first.next}`),
    );
    expect([first.items[0]?.id, next.items[0]?.id]).toEqual([two, one]);
    expect((await drafter('/api/petitions?state=lost')).status).toBe(422);
  });

  it('gives each petition a number of its own', async () => {
    const list = await expectOk<PetitionList>(drafter('/api/petitions?limit=200'));
    const numbers = list.items.map(({ registered }) => registered);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers.every((number) => /^收文〔2026〕[1-9]\d*号$/u.test(number ?? ''))).toBe(true);
  });
});

describe('what stands', () => {
  async function tryPast(statement: ReturnType<typeof sql>, id: string) {
    const { writer, clock } = world.site.database;
    return writer.commit({
      steps: [{ statement: toStatement(statement) }],
      audit: {
        action: 'petition.save',
        actor: testActor,
        subjectKind: 'petition',
        subjectId: id,
        at: clock.now(),
        facts: {},
      },
    });
  }

  it('is the text that was filed, even past the program', async () => {
    const id = await filed('report');
    const outcome = await tryPast(sql`update petitions set content = '{}' where id = ${id}`, id);
    expect(outcome.status).toBe('refused');
    expect((await show(clerk, id)).content).toEqual(content());
  });

  it('is every act, in its order', async () => {
    const id = await filed('report');
    const changed = sql`update petition_acts set text = '' where petition_id = ${id}`;
    const gone = sql`delete from petition_acts where petition_id = ${id}`;
    expect((await tryPast(changed, id)).status).toBe('refused');
    expect((await tryPast(gone, id)).status).toBe('refused');
    expect((await show(clerk, id)).acts.map(({ kind }) => kind)).toEqual(['open', 'file']);
  });
});
