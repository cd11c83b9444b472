import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { testActor } from '#workers/app/testing/test-site.fixtures.ts';
import { giveGrants } from '#workers/modules/organizations/index.ts';
import { uploadScan } from '#workers/modules/submissions/submissions.fixtures.ts';
import { toStatement } from '#workers/platform/database/statement.ts';
import {
  act,
  actNow,
  blanksOf,
  codeOf,
  deskOf,
  expectOk,
  goodIssue,
  openBulletin,
  paragraph,
  show,
  signedBulletin,
  submit,
  writePart,
  writeText,
} from './bulletins.fixtures.ts';
import type { Desk } from './bulletins.fixtures.ts';

const mobile = ['138', '0013', '8000'].join('');
let world: TestApp;
let desk: Desk;
let clerk: TestClient;

beforeAll(async () => {
  world = await createTestApp();
  desk = await deskOf(world);
  clerk = await world.as('clerk');
});
afterAll(() => world.close());

describe('a person’s name in a paper', () => {
  it('stands in the way of 送审 until it is mended', async () => {
    const { id } = await openBulletin(desk.drafter);
    await writeText(desk.drafter, id, '经查，李春晓医师收受红包。');
    const refused = await submit(desk.drafter, id);
    expect(codeOf(refused)).toEqual([409, 'bulletins.findings_open']);
    expect(refused.json<{ findings: unknown[] }>().findings).toMatchObject([
      { kind: 'person', excerpt: '李春晓医师', mayConfirm: true },
    ]);
    const { parts } = await show(desk.drafter, id);
    const part = parts.find(({ body }) => JSON.stringify(body).includes('李春晓'));
    if (part === undefined) throw new Error('no such part');
    await expectOk(writePart(desk.drafter, id, part, paragraph('经查，李某医师收受红包。')));
    await expectOk(submit(desk.drafter, id));
  });

  it('or until somebody confirms it with a reason, which stays on record', async () => {
    const { id } = await openBulletin(desk.drafter);
    await writeText(desk.drafter, id, '向先进典型赵一鸣院长学习。');
    const confirmation = { kind: 'person', excerpt: '赵一鸣院长', reason: '省级表彰，本人同意' };
    await expectOk(actNow(desk.drafter, id, 'confirmations', confirmation));
    const { checks } = await show(desk.drafter, id);
    expect(checks).toMatchObject({ open: 0 });
    expect(checks.findings[0]?.confirmed).toMatchObject({
      reason: '省级表彰，本人同意',
      post: '行风办拟稿岗',
    });
    await expectOk(submit(desk.drafter, id));
  });

  it('a private number is never confirmed, nor what the text does not hold', async () => {
    const { id } = await openBulletin(desk.drafter);
    await writeText(desk.drafter, id, `请联系${mobile}。`);
    const number = { kind: 'phone', excerpt: mobile, reason: '联系方便' };
    const refused = await actNow(desk.drafter, id, 'confirmations', number);
    expect(codeOf(refused)).toEqual([409, 'bulletins.not_confirmable']);
    const absent = { kind: 'person', excerpt: '钱小宝主任', reason: '已经公开' };
    const nothing = await actNow(desk.drafter, id, 'confirmations', absent);
    expect(codeOf(nothing)).toEqual([409, 'bulletins.nothing_to_confirm']);
  });

  it('is found in the title too', async () => {
    const { id } = await openBulletin(desk.drafter);
    await writeText(desk.drafter, id, '情况如下。');
    const { head } = await show(desk.drafter, id);
    const titled = { ...head, title: '关于李春晓医师有关问题的通报' };
    await expectOk(actNow(desk.drafter, id, 'head', { head: titled }, 'PUT'));
    expect((await show(desk.drafter, id)).checks.findings[0]?.part).toBe('head');
    expect((await submit(desk.drafter, id)).status).toBe(409);
  });
});

describe('审签', () => {
  it('goes 拟稿, 核稿, 分管领导审签, each by another person', async () => {
    const id = await signedBulletin(desk);
    const { summary, approval } = await show(desk.drafter, id);
    expect(summary.state).toBe('signed');
    expect(approval?.steps.map(({ title, actorPost }) => [title, actorPost])).toEqual([
      ['拟稿', '行风办拟稿岗'],
      ['核稿', '行风办核稿岗'],
      ['分管领导审签', '分管领导'],
    ]);
  });

  it('has one signature more where a unit is named', async () => {
    const { id } = await openBulletin(desk.drafter);
    await writeText(desk.drafter, id, '东区第一医院、直属中心医院逾期未报。');
    const { checks } = await show(desk.drafter, id);
    expect(checks.named.map(({ organizationName }) => organizationName)).toEqual([
      '直属中心医院',
      '东区第一医院',
    ]);
    await expectOk(submit(desk.drafter, id));
    await expectOk(actNow(desk.checker, id, 'approval/sign', { stepKey: 'check' }));
    const early = await actNow(desk.signer, id, 'approval/sign', { stepKey: 'sign' });
    expect(codeOf(early)).toEqual([409, 'approvals.not_current']);
    const same = await actNow(desk.checker, id, 'approval/sign', { stepKey: 'naming' });
    expect(codeOf(same)).toEqual([409, 'approvals.same_person']);
    const personId = world.site.people['department'] ?? '';
    const grants = [{ personId, role: 'commission-checker' as const }];
    await giveGrants({ context: world.site.database, input: { grants, actor: testActor } });
    const second = await world.as('department');
    await expectOk(actNow(second, id, 'approval/sign', { stepKey: 'naming' }));
    await expectOk(actNow(desk.signer, id, 'approval/sign', { stepKey: 'sign' }));
    expect((await show(desk.drafter, id)).approval?.steps[2]?.title).toBe('点名会签（2家）');
  });

  it('is returned with its reason, and nothing signed before counts', async () => {
    const { id } = await openBulletin(desk.drafter);
    await writeText(desk.drafter, id, '总体平稳。');
    await expectOk(submit(desk.drafter, id));
    const back = { stepKey: 'check', comment: '请补充数据口径' };
    await expectOk(actNow(desk.checker, id, 'approval/return', back));
    const { summary, approval } = await show(desk.drafter, id);
    expect([summary.state, approval?.steps[1]?.comment]).toEqual(['drafting', '请补充数据口径']);
    await expectOk(submit(desk.drafter, id));
    await expectOk(actNow(desk.drafter, id, 'approval/withdraw'));
    expect((await show(desk.drafter, id)).summary.state).toBe('drafting');
  });

  it('takes a signature on paper with its scan, by who drafts', async () => {
    const { id } = await openBulletin(desk.drafter);
    await writeText(desk.drafter, id, '总体平稳。');
    await expectOk(submit(desk.drafter, id));
    const evidenceId = await uploadScan(desk.drafter, id);
    const paper = { signedOn: '2026-07-01', signerPost: '分管领导', evidenceId };
    for (const stepKey of ['check', 'sign']) {
      await expectOk(actNow(desk.drafter, id, 'approval/sign', { stepKey, paper }));
    }
    expect((await show(desk.drafter, id)).summary.state).toBe('signed');
    expect((await desk.checker(`/api/evidence/${evidenceId}/content`)).status).toBe(200);
    expect((await clerk(`/api/evidence/${evidenceId}/content`)).status).toBe(404);
  });

  it('freezes the text: no part, no head, no order, not even past the program', async () => {
    const id = await signedBulletin(desk);
    const { parts, head } = await show(desk.drafter, id);
    const [part] = parts;
    if (part === undefined) throw new Error('no part');
    const changed = await writePart(desk.drafter, id, part, paragraph('改'));
    expect(codeOf(changed)).toEqual([409, 'bulletins.not_drafting']);
    const added = await desk.drafter(`/api/bulletins/${id}/parts`, {
      json: { body: paragraph('加') },
    });
    expect(added.status).toBe(409);
    const moved = await desk.drafter(`/api/bulletins/${id}/parts/${part.key}/move`, { json: {} });
    expect(moved.status).toBe(409);
    const around = await actNow(desk.drafter, id, 'head', { head }, 'PUT');
    expect(codeOf(around)).toEqual([409, 'bulletins.not_drafting']);
    const { writer, clock } = world.site.database;
    const outcome = await writer.commit({
      steps: [
        {
          statement: toStatement(
            sql`update bulletin_parts set body = '{}' where bulletin_id = ${id}`,
          ),
        },
      ],
      audit: {
        action: 'bulletin.save',
        actor: testActor,
        subjectKind: 'bulletin',
        subjectId: id,
        at: clock.now(),
        facts: {},
      },
    });
    expect(outcome.status).toBe('refused');
  });

  it('does not begin while somebody writes: the newer words win, or the signature waits', async () => {
    const { id } = await openBulletin(desk.drafter);
    await writeText(desk.drafter, id, '总体平稳。');
    const { summary, checks, ...detail } = await show(desk.drafter, id);
    const [part] = blanksOf({ summary, checks, ...detail });
    if (part === undefined) throw new Error('no paragraph');
    const [written, submitted] = await Promise.all([
      writePart(desk.drafter, id, part, paragraph('另一段。')),
      act(desk.drafter, `${id}/submit`, summary.version, { textVersion: checks.textVersion }),
    ]);
    expect([written.status, submitted.status].filter((status) => status === 200)).toHaveLength(1);
    const old = { textVersion: 1 };
    const stale = await actNow(desk.drafter, id, 'submit', old);
    expect([409, 412]).toContain(stale.status);
  });

  it('is not begun over an empty paper', async () => {
    const { id } = await openBulletin(desk.drafter);
    expect(codeOf(await submit(desk.drafter, id))).toEqual([409, 'bulletins.nothing_written']);
  });
});

describe('签发登记', () => {
  it('types the office’s number back; none is ever made here', async () => {
    const id = await signedBulletin(desk);
    const without = await actNow(desk.drafter, id, 'issue', goodIssue({ number: undefined }));
    expect(codeOf(without)).toEqual([422, 'bulletins.number_wanted']);
    const odd = await actNow(desk.drafter, id, 'issue', goodIssue({ number: '12号' }));
    expect(odd.status).toBe(422);
    const wrong = goodIssue({ printedOn: '2026-06-30' });
    expect(codeOf(await actNow(desk.drafter, id, 'issue', wrong))).toEqual([
      422,
      'bulletins.dates_wrong',
    ]);
    const ahead = goodIssue({ signedOn: '2026-07-02', printedOn: '2026-07-02' });
    expect((await actNow(desk.drafter, id, 'issue', ahead)).status).toBe(422);
    const good = goodIssue({ printedOn: '2026-07-01' });
    await expectOk(actNow(desk.drafter, id, 'issue', good));
    expect((await show(desk.drafter, id)).issue).toEqual(good.issue);
    const other = await signedBulletin(desk);
    expect(codeOf(await actNow(desk.drafter, other, 'issue', good))).toEqual([
      409,
      'bulletins.number_taken',
    ]);
  });

  it('comes after the signatures, and 分发 after it', async () => {
    const { id } = await openBulletin(desk.drafter);
    const early = await actNow(desk.drafter, id, 'issue', goodIssue({ printedOn: '2026-07-01' }));
    expect(codeOf(early)).toEqual([409, 'bulletins.not_signed']);
    const send = await actNow(desk.drafter, id, 'send', { kinds: ['hospital'] });
    expect(codeOf(send)).toEqual([409, 'bulletins.not_registered']);
  });

  it('a summary may go without a number', async () => {
    const id = await signedBulletin(desk, '全年平稳。', 'year-end');
    const issue = { signedOn: '2026-07-01', printedOn: '2026-07-01' };
    await expectOk(actNow(desk.drafter, id, 'issue', { issue }));
  });
});
