import { describe, expect, it } from 'vitest';
import type { Tab } from './testing/browser.fixtures.ts';
import { seeDecided, sendDialog, signAndFile } from './testing/bureau.fixtures.ts';
import { openView, pressKey } from './testing/drafting.fixtures.ts';
import { openTask } from './testing/filing.fixtures.ts';
import {
  enterByPortal,
  openOriginal,
  publish,
  registerIssue,
  signAs,
  submit,
} from './testing/issuing.fixtures.ts';
import { escaped, fieldCalled, fillByKeyboard } from './testing/keyboard.fixtures.ts';
import { scannedPdf } from './testing/papers.fixtures.ts';
import { patience, seat } from './testing/people.fixtures.ts';
import { weihai } from './testing/regions.fixtures.ts';
import { useStage } from './testing/stage.fixtures.ts';
import { expectDecentPrint, expectStation } from './testing/station.fixtures.ts';

const host = weihai.slug;
const task = '培训、廉政教育和下基层情况';
const title = task;
const issue = { due: '', points: ['15', '10'], number: '示范卫医〔2026〕26号' } as const;

const stage = useStage();

const sit = (username: string, path = '/console/reviews') =>
  seat(stage.desk('desk'), { host, username, path });

/** From the queue to the filing that two people review. */
async function openCase({ page }: Tab): Promise<void> {
  const act = new RegExp(`^审核\\s*：.*${escaped(title)}$`, 'u');
  await page.getByRole('link', { name: act }).first().click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

/** The act took its own button away: the keyboard goes on where its result stands. */
async function expectFocusOnPanel({ page }: Tab): Promise<void> {
  const focused = () => page.evaluate('document.activeElement.textContent');
  await expect.poll(focused, patience).toBe('双人复核');
}

describe('a task that two people review', () => {
  it('is one by a tick of the drafter, and goes out signed', async () => {
    const desk = stage.desk('desk');
    const drafter = await enterByPortal(desk, host);
    const { page } = drafter;
    const path = await openOriginal(drafter, '2019');
    await openView(page, '任务表');
    const change = new RegExp(`^修改\\s*：${escaped(task)}$`, 'u');
    await pressKey(page.getByRole('button', { name: change }));
    const form = page.getByRole('form', { name: '修改工作任务' });
    await form.getByRole('checkbox', { name: /^双人复核/u }).check();
    await pressKey(form.getByRole('button', { name: '保存本项' }));
    await form.waitFor({ state: 'hidden' });
    await submit(drafter);
    for (const post of ['checker', 'countersigner', 'signer']) await signAs(desk, host, post, path);
    await registerIssue(drafter, issue);
    await publish(drafter, issue);
    await drafter.context.close();
  });

  it('is filed by a hospital as any other', async () => {
    const tab = await seat(stage.desk('desk'), { host, username: 'clerk' });
    await openTask(tab.page, '填写', title);
    await fillByKeyboard(tab.page, weihai.filings.phone.answers);
    await signAndFile(tab, title, '2026-07-08');
    await tab.context.close();
  });

  it('is judged by the first, who does not see it accepted by that', async () => {
    const tab = await sit('reviewer');
    const { page } = tab;
    await page.getByText('须双人复核').first().waitFor();
    await openCase(tab);
    expect(await page.getByRole('button', { name: '通过', exact: true }).count()).toBe(0);
    await page.getByRole('radio', { name: '同意通过' }).check();
    await fieldCalled(page, '意见内容').fill('人次与台账一致，可以通过。');
    await fieldCalled(page, '请谁复核').selectOption({ label: '行风办核稿岗' });
    await expectStation(tab, 'double-first');
    await page.getByRole('button', { name: '提交意见并请复核' }).click();
    await page.getByText('正在等复核人答复', { exact: false }).waitFor();
    await tab.context.close();
  });

  it('is judged by the second without the first one’s view, and otherwise', async () => {
    const tab = await sit('checker');
    const { page } = tab;
    await page.getByRole('heading', { name: '请我会审、复审（1件）' }).waitFor();
    await openCase(tab);
    expect(await page.getByText('人次与台账一致').count()).toBe(0);
    await page.getByRole('radio', { name: '应退回修改' }).check();
    await fieldCalled(page, '意见内容').fill('新进人员岗前培训少1人，应说明。');
    await expectStation(tab, 'double-second');
    await page.getByRole('button', { name: '答复', exact: true }).click();
    await page.getByText('两名审核人意见不一致，待裁定。').waitFor();
    await expectStation(tab, 'double-differ');
    await tab.context.close();
  });

  it('may be ruled on by a leader on paper, and a wrong registration is taken back', async () => {
    const tab = await sit('reviewer', '/console/reviews?state=ruling');
    const { page } = tab;
    await page.getByText('待裁定', { exact: true }).first().waitFor();
    await openCase(tab);
    await page.getByRole('button', { name: '登记领导裁定' }).click();
    await sendDialog(tab, {
      name: '登记领导裁定',
      send: '登记签字件',
      fill: async () => {
        const dialog = page.getByRole('dialog', { name: '登记领导裁定' });
        await dialog.getByRole('radio', { name: '应退回修改' }).check();
        await dialog.getByLabel(/^裁定内容/u).fill('请单位补说明后再报。');
        await dialog.getByLabel(/^签字日期/u).fill('2026-07-08');
        await dialog.getByLabel(/^签字人岗位/u).fill('分管领导');
        const scan = dialog.getByLabel('签字页扫描件', { exact: true });
        await scan.setInputFiles(scannedPdf('裁定.pdf'));
        await dialog.getByRole('link', { name: '裁定.pdf' }).waitFor();
        await expectStation(tab, 'double-register');
      },
    });
    await page.getByText('领导已就双方分歧作出裁定，请按裁定办理。').waitFor();
    expect(await page.getByRole('button', { name: '通过', exact: true }).count()).toBe(0);
    await expectStation(tab, 'double-ruled');
    await expectDecentPrint(tab);
    await expectFocusOnPanel(tab);
    await page.getByRole('button', { name: '撤销登记' }).click();
    const question = page.getByRole('alertdialog', { name: '撤销登记的领导裁定？' });
    await question.getByRole('button', { name: '撤销登记' }).click();
    await page.getByText('两名审核人意见不一致，待裁定。').waitFor();
    await expectFocusOnPanel(tab);
    await tab.context.close();
  });

  it('is decided by the third, who was told, with a reason that stays on record', async () => {
    await stage.world.runtime.tick();
    const tab = await sit('countersigner', '/console/messages');
    const { page } = tab;
    await expect
      .poll(() => page.getByText('双人复核意见不一致，请裁定').count(), patience)
      .toBeGreaterThan(0);
    await page.getByRole('link', { name: /^双人复核待裁定 1 件/u }).click();
    await page.getByText('待您裁定').first().waitFor();
    await expectStation(tab, 'double-queue');
    await openCase(tab);
    await expectStation(tab, 'double-third');
    await page.keyboard.press('Alt+Digit1');
    await page.getByText('请写明裁定通过的理由。').waitFor();
    await fieldCalled(page, '裁定理由').fill('1人为实习人员，不计入，数字无误。');
    await page.keyboard.press('Alt+Digit1');
    await seeDecided(page);
    expect(await page.getByText('1人为实习人员，不计入，数字无误。').count()).toBeGreaterThan(0);
    await tab.context.close();
  });
});
