import { expect, it } from 'vitest';
import type { Tab } from './testing/browser.fixtures.ts';
import { fieldCalled } from './testing/keyboard.fixtures.ts';
import { host, sitInOffice } from './testing/office.fixtures.ts';
import { seat } from './testing/people.fixtures.ts';
import type { Desk } from './testing/people.fixtures.ts';
import { expectSoundPage } from './testing/sound-page.fixtures.ts';
import { useStage } from './testing/stage.fixtures.ts';
import { expectDecentPrint, expectStation } from './testing/station.fixtures.ts';

const title = '报送节日期间行风值守安排';
const stage = useStage();

/** 批示 in hand, the drafter writes who is asked for what until when. */
async function write({ page }: Tab): Promise<void> {
  await page.getByRole('button', { name: '新建临时任务' }).click();
  await page.getByRole('button', { name: '提交审签' }).waitFor();
  await fieldCalled(page, '标题').fill(title);
  await fieldCalled(page, '工作要求').fill('请报送值守电话公布情况和带班安排。');
  await fieldCalled(page, '发文岗位').fill('行风办');
  await page.getByRole('radio', { name: '批示' }).check();
  await fieldCalled(page, '依据内容').fill('请行风办汇总节日值守安排。');
  await page.getByRole('checkbox', { name: '按范围选择' }).check();
  await page.getByRole('checkbox', { name: '医院', exact: true }).check();
  await fieldCalled(page, '截止时间').fill('2026-07-15');
  await fieldCalled(page, '预计每件用时').fill('20');
  await page.keyboard.press('Tab');
  await page.getByText('共 3 个单位', { exact: false }).first().waitFor();
  await page.getByText(/^已保存 \d/u).waitFor();
}

async function sign(desk: Desk, username: string, path: string, step: string): Promise<void> {
  const tab = await sitInOffice(desk, username, path);
  await tab.page.getByRole('button', { name: `办理${step}` }).click();
  const dialog = tab.page.getByRole('dialog', { name: step });
  await dialog.getByRole('button', { name: '同意', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  await tab.context.close();
}

/** A button that asks once more before it acts. */
async function confirm({ page }: Tab, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().click();
  const dialog = page.getByRole('alertdialog');
  await dialog.getByRole('button', { name, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}

async function reply(desk: Desk): Promise<void> {
  const clerk = await seat(desk, { host, username: 'clerk' });
  const { page } = clerk;
  await page
    .getByRole('link', { name: new RegExp(title, 'u') })
    .first()
    .click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await page.getByRole('button', { name: '签收', exact: true }).click();
  await fieldCalled(page, '办理情况').fill('值守电话已公布，带班安排已报院务会。');
  await page.getByText(/^已保存 \d/u).waitFor();
  await expectStation(clerk, 'task-reply');
  await confirm(clerk, '报送');
  await page.getByText('回执', { exact: false }).first().waitFor();
  await clerk.context.close();
}

it('a task out of a leader’s note goes to three hospitals and comes back answered', async () => {
  const desk = stage.desk('desk');
  const tab = await sitInOffice(desk, 'drafter', '/console/requests');
  const { page } = tab;
  await write(tab);
  await expectStation(tab, 'task-draft');
  const path = new URL(page.url()).pathname;
  await page.getByRole('button', { name: '提交审签' }).click();
  const dialog = page.getByRole('dialog', { name: '提交审签' });
  await dialog.getByRole('button', { name: '提交审签' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await sign(desk, 'checker', path, '核稿');
  await sign(desk, 'signer', path, '签发');
  await page.reload();
  await confirm(tab, '下发');
  await page.getByText('应报 3 件', { exact: false }).first().waitFor();
  await expectStation(tab, 'task-issued');
  await expectDecentPrint(tab);
  await reply(desk);
  await page.reload();
  await page
    .getByRole('link', { name: /^审核/u })
    .last()
    .click();
  await page.getByText('值守电话已公布', { exact: false }).waitFor();
  await expectSoundPage(tab);
  await page.getByRole('button', { name: '审核通过' }).click();
  await page.getByRole('button', { name: '审核通过' }).waitFor({ state: 'hidden' });
  expect(await page.getByText('审核通过').count()).toBeGreaterThan(0);
  await tab.context.close();
});
