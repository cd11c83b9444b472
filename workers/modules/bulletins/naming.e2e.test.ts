import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import { testActor } from '#workers/app/testing/test-site.fixtures.ts';
import { giveGrants } from '#workers/modules/organizations/index.ts';
import { uploadScan } from '#workers/modules/submissions/submissions.fixtures.ts';
import {
  actNow,
  codeOf,
  deskOf,
  expectOk,
  openBulletin,
  paragraph,
  show,
  submit,
  writePart,
  writeText,
} from './bulletins.fixtures.ts';
import type { Desk } from './bulletins.fixtures.ts';

let world: TestApp;
let desk: Desk;

beforeAll(async () => {
  world = await createTestApp();
  desk = await deskOf(world);
});
afterAll(() => world.close());

async function partWith(id: string, words: string) {
  const { parts } = await show(desk.drafter, id);
  const part = parts.find(({ body }) => JSON.stringify(body).includes(words));
  if (part === undefined) throw new Error(`no part says ${words}`);
  return part;
}

const stepsOf = async (id: string) =>
  (await show(desk.drafter, id)).approval?.steps.map(({ key }) => key);

async function submitted(text: string): Promise<string> {
  const { id } = await openBulletin(desk.drafter);
  await writeText(desk.drafter, id, text);
  await expectOk(submit(desk.drafter, id));
  return id;
}

describe('点名会签', () => {
  it('is asked for by the text that is submitted, and not any more once nobody is named', async () => {
    const id = await submitted('东区第一医院逾期未报。');
    expect(await stepsOf(id)).toEqual(['draft', 'check', 'naming', 'sign']);
    const back = { stepKey: 'check', comment: '不点名' };
    await expectOk(actNow(desk.checker, id, 'approval/return', back));
    const part = await partWith(id, '东区第一医院');
    await expectOk(writePart(desk.drafter, id, part, paragraph('某二级医院逾期未报。')));
    await expectOk(submit(desk.drafter, id));
    expect(await stepsOf(id)).toEqual(['draft', 'check', 'sign']);
  });

  it('is asked for where the name came in after the paper was taken back', async () => {
    const id = await submitted('某医院逾期未报。');
    expect(await stepsOf(id)).toEqual(['draft', 'check', 'sign']);
    await expectOk(actNow(desk.drafter, id, 'approval/withdraw'));
    const part = await partWith(id, '某医院');
    await expectOk(writePart(desk.drafter, id, part, paragraph('直属中心医院逾期未报。')));
    await expectOk(submit(desk.drafter, id));
    expect(await stepsOf(id)).toEqual(['draft', 'check', 'naming', 'sign']);
  });

  it('is asked for by a name among the attachments alone', async () => {
    const { id } = await openBulletin(desk.drafter);
    await writeText(desk.drafter, id, '情况见附件。');
    const { head } = await show(desk.drafter, id);
    const named = { ...head, attachments: ['东区第二医院问题清单'] };
    await expectOk(actNow(desk.drafter, id, 'head', { head: named }, 'PUT'));
    await expectOk(submit(desk.drafter, id));
    expect(await stepsOf(id)).toContain('naming');
  });

  it('is not asked for by those it is addressed to', async () => {
    const { id } = await openBulletin(desk.drafter);
    await writeText(desk.drafter, id, '总体平稳。');
    const { head } = await show(desk.drafter, id);
    const addressed = { ...head, to: '东区第一医院', copyTo: '直属中心医院' };
    await expectOk(actNow(desk.drafter, id, 'head', { head: addressed }, 'PUT'));
    await expectOk(submit(desk.drafter, id));
    expect(await stepsOf(id)).toEqual(['draft', 'check', 'sign']);
  });

  it('may stand on paper, with its scan', async () => {
    const id = await submitted('东区第一医院逾期未报。');
    await expectOk(actNow(desk.checker, id, 'approval/sign', { stepKey: 'check' }));
    const evidenceId = await uploadScan(desk.drafter, id);
    const paper = { signedOn: '2026-07-01', signerPost: '法规处', evidenceId };
    await expectOk(actNow(desk.drafter, id, 'approval/sign', { stepKey: 'naming', paper }));
    await expectOk(actNow(desk.signer, id, 'approval/sign', { stepKey: 'sign' }));
    const { summary, approval } = await show(desk.drafter, id);
    expect(summary.state).toBe('signed');
    expect(approval?.steps[2]?.paper).toMatchObject({ signerPost: '法规处' });
  });

  it('takes no scan that somebody else brought', async () => {
    const id = await submitted('东区第一医院逾期未报。');
    const evidenceId = await uploadScan(desk.checker, id);
    const paper = { signedOn: '2026-07-01', signerPost: '核稿岗', evidenceId };
    const refused = await actNow(desk.drafter, id, 'approval/sign', { stepKey: 'check', paper });
    expect(codeOf(refused)).toEqual([404, 'evidence.not_found']);
    expect((await show(desk.drafter, id)).approval?.steps[1]?.state).not.toBe('done');
  });
});

describe('a name that was confirmed', () => {
  const excerpt = '赵一鸣院长';
  const confirmation = { kind: 'person', excerpt, reason: '省级表彰，本人同意' };

  it('is open again when the words around become another name', async () => {
    const { id } = await openBulletin(desk.drafter);
    await writeText(desk.drafter, id, '向赵一鸣院长学习。');
    await expectOk(actNow(desk.drafter, id, 'confirmations', confirmation));
    expect((await show(desk.drafter, id)).checks.open).toBe(0);
    const part = await partWith(id, excerpt);
    await expectOk(writePart(desk.drafter, id, part, paragraph('向钱一鸣院长学习。')));
    const { checks } = await show(desk.drafter, id);
    expect([checks.open, checks.findings[0]?.excerpt]).toEqual([1, '钱一鸣院长']);
    expect(codeOf(await submit(desk.drafter, id))).toEqual([409, 'bulletins.findings_open']);
  });

  it('has the reason given last', async () => {
    const { id } = await openBulletin(desk.drafter);
    await writeText(desk.drafter, id, '向赵一鸣院长学习。');
    await expectOk(actNow(desk.drafter, id, 'confirmations', confirmation));
    const again = { ...confirmation, reason: '已在省级媒体公开' };
    await expectOk(actNow(desk.drafter, id, 'confirmations', again));
    const { checks } = await show(desk.drafter, id);
    expect(checks.findings.map(({ confirmed }) => confirmed?.reason)).toEqual(['已在省级媒体公开']);
  });

  it('wants a reason, and one that names nobody', async () => {
    const { id } = await openBulletin(desk.drafter);
    await writeText(desk.drafter, id, '向赵一鸣院长学习。');
    const none = await actNow(desk.drafter, id, 'confirmations', { ...confirmation, reason: ' ' });
    expect(none.status).toBe(422);
    const names = { ...confirmation, reason: '李春晓医师已同意' };
    const refused = await actNow(desk.drafter, id, 'confirmations', names);
    expect(codeOf(refused)).toEqual([409, 'bulletins.not_confirmable']);
    expect((await show(desk.drafter, id)).checks.open).toBe(1);
  });
});

describe('who wrote a paper', () => {
  it('does not check it: also not one who wrote only a part', async () => {
    const personId = world.site.people['department'] ?? '';
    const roles = ['commission-drafter', 'commission-checker'] as const;
    const grants = roles.map((role) => ({ personId, role }));
    await giveGrants({ context: world.site.database, input: { grants, actor: testActor } });
    const both = await world.as('department');
    const { id } = await openBulletin(desk.drafter);
    await writeText(desk.drafter, id, '总体平稳。');
    await writeText(both, id, '主要做法如下。');
    await expectOk(submit(desk.drafter, id));
    const own = await actNow(both, id, 'approval/sign', { stepKey: 'check' });
    expect(codeOf(own)).toEqual([403, 'platform.own_work']);
    const back = { stepKey: 'check', comment: '请补充' };
    const returned = await actNow(both, id, 'approval/return', back);
    expect(codeOf(returned)).toEqual([403, 'platform.own_work']);
    expect((await show(desk.drafter, id)).may).toEqual({ draft: true, sign: false });
    expect((await show(both, id)).may.sign).toBe(false);
  });
});
