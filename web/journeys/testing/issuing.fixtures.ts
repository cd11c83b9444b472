import type { Page } from 'playwright-core';
import type { Tab, Width } from './browser.fixtures.ts';
import { escaped, fieldCalled } from './keyboard.fixtures.ts';
import { scannedPdf } from './papers.fixtures.ts';
import { seat } from './people.fixtures.ts';
import type { Desk } from './people.fixtures.ts';
import { expectSoundPage } from './sound-page.fixtures.ts';

/** What one run changes and registers; each run makes a content of its own. */
export type EditionRun = {
  /** The working day that the drafter takes instead. */
  due: string;
  /** 报送及时 and 报送质量, which come to 25 together. */
  points: readonly [string, string];
  number: string;
  /** Of the paper, where it is not the demo's own day. */
  signedOn?: string;
  /** The first version of a campaign, which changes nothing that was there before. */
  isFirst?: true;
};

export type Edition = {
  slug: string;
  /** Year of the original edition. */
  year: string;
  /** The task whose day falls on a rest day. */
  task: string;
  /** What the check says of it. */
  warning: string;
  /** How the signer signs. */
  signature: 'online' | 'paper';
  runs: Readonly<Record<Width, EditionRun>>;
};

const bars = '.document-bar, .issue-bar';

/** People scroll what lies half under a bar; axe takes it for too small, so the bars lie down. */
export async function expectSoundDraft(tab: Tab): Promise<void> {
  const lay = (position: string) =>
    tab.page.evaluate(
      ([selector, value]) => {
        for (const bar of document.querySelectorAll<HTMLElement>(selector ?? '')) {
          bar.style.position = value ?? '';
        }
      },
      [bars, position],
    );
  await lay('static');
  await expectSoundPage(tab);
  await lay('');
}

export async function openStep(page: Page, act: string): Promise<void> {
  const bar = page.getByRole('navigation', { name: '印发环节' });
  await bar.getByRole('button', { name: new RegExp(`^${act}`, 'u') }).click();
}

/** Whoever drafts signs in at the portal like everybody, and is led to the console. */
export async function enterByPortal(desk: Desk, host: string): Promise<Tab> {
  const tab = await seat(desk, { host, username: 'drafter' });
  await tab.page.waitForURL('**/console/');
  await tab.page.getByRole('heading', { level: 1, name: '年度总览' }).waitFor();
  await expectSoundPage(tab);
  return tab;
}

/** A new draft from the edition as it was issued; gives the draft's address. */
export async function openOriginal(tab: Tab, year: string): Promise<string> {
  const { page } = tab;
  await page.getByRole('link', { name: '工作方案', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: '工作方案' }).waitFor();
  await expectSoundPage(tab);
  await page.getByRole('button', { name: '新建方案' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: '新建方案' });
  await dialog.getByRole('radio', { name: new RegExp(`${year}年方案模板`, 'u') }).check();
  await fieldCalled(page, '适用年度').fill(year);
  await expectSoundPage(tab);
  await dialog.getByRole('button', { name: '建立草稿' }).click();
  await page.getByRole('heading', { name: /^一致性检查/u }).waitFor();
  await expectSoundDraft(tab);
  return new URL(page.url()).pathname;
}

/** From the warning to its place; another day, and the warning is gone. */
export async function mendDate(tab: Tab, edition: Edition, { due }: EditionRun): Promise<void> {
  const { page } = tab;
  const { warning } = edition;
  const checks = page.getByRole('complementary', { name: '一致性检查' });
  await checks.getByText(warning, { exact: true }).waitFor();
  const go = new RegExp(`^到这一处\\s*：\\s*${escaped(warning)}$`, 'u');
  await checks.getByRole('button', { name: go }).focus();
  await page.keyboard.press('Enter');
  const form = page.getByRole('form', { name: '修改工作任务' });
  await form.getByLabel('日期', { exact: true }).fill(due);
  await page.keyboard.press('Tab');
  await form.getByText('文件写法里的日期与上面不一致', { exact: false }).waitFor();
  await form.getByLabel(/^文件写法/u).fill(`${inWords(due)}前`);
  await expectSoundDraft(tab);
  await form.getByRole('button', { name: '保存本项' }).click();
  await form.waitFor({ state: 'hidden' });
  await checks.getByText(warning, { exact: true }).waitFor({ state: 'hidden' });
}

function inWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** From 报送及时 to 报送质量: while the two do not agree with the sum above them, it is said. */
export async function moveWeight(tab: Tab, { points: [onTime, quality] }: EditionRun) {
  const { page } = tab;
  await page.locator('[id^="part-scorecard-"]').last().getByRole('link', { name: '修改' }).click();
  const form = page.getByRole('form', { name: '编辑考评细则' });
  await form.getByLabel('“报送及时”的分值').fill(onTime);
  await form
    .getByText(`还差${15 - Number(onTime)}分`, { exact: false })
    .first()
    .waitFor();
  await form.getByLabel('“报送质量”的分值').fill(quality);
  await form.getByText(/还差\d+分/u).waitFor({ state: 'hidden' });
  await expectSoundDraft(tab);
  await form.getByRole('button', { name: '保存', exact: true }).click();
  await form.waitFor({ state: 'hidden' });
}

export async function lookAtBurden(tab: Tab): Promise<void> {
  const { page } = tab;
  await openStep(page, '负担测算');
  const burden = page.getByRole('dialog', { name: '负担测算' });
  await burden.getByRole('rowheader').first().waitFor();
  await expectSoundDraft(tab);
  await page.keyboard.press('Escape');
  await burden.waitFor({ state: 'hidden' });
}

/** 提交核稿, after each kind of reminder that is left was ticked. */
export async function submit(tab: Tab): Promise<void> {
  const { page } = tab;
  await openStep(page, '提交核稿');
  const dialog = page.getByRole('dialog', { name: '提交核稿' });
  await dialog.waitFor();
  for (const box of await dialog.getByRole('checkbox').all()) await box.check();
  await expectSoundDraft(tab);
  await dialog.getByRole('button', { name: '提交核稿' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** 核稿, 会签 or 签发 by the post that holds it. */
export async function signAs(desk: Desk, host: string, username: string, path: string) {
  const tab = await seat(desk, { host, username, path });
  const { page } = tab;
  await openStep(page, '会签');
  const dialog = page.getByRole('dialog', { name: '审签' });
  await dialog.getByRole('button', { name: /同意$/u }).waitFor();
  await expectSoundDraft(tab);
  await dialog.getByRole('button', { name: /同意$/u }).click();
  await dialog.waitFor({ state: 'hidden' });
  await tab.context.close();
}

/** The signer signed the paper; the drafter registers its scan. */
export async function registerPaper(tab: Tab): Promise<void> {
  const { page } = tab;
  await page.reload();
  await openStep(page, '会签');
  const dialog = page.getByRole('dialog', { name: '审签' });
  await dialog.getByRole('radio', { name: /^已在纸上签字/u }).check();
  await fieldCalled(page, '签字日期').fill('2026-07-08');
  await fieldCalled(page, '签字人岗位').fill('分管领导');
  await dialog.getByLabel('签字页扫描件', { exact: true }).setInputFiles(scannedPdf('签字页.pdf'));
  await dialog.getByRole('link', { name: '签字页.pdf' }).waitFor();
  await expectSoundDraft(tab);
  await dialog.getByRole('button', { name: '登记签字件' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** 签发登记 with the number that the office gave. */
export async function registerIssue(tab: Tab, run: EditionRun): Promise<void> {
  const { page } = tab;
  const { number, signedOn = '2026-07-08' } = run;
  await page.reload();
  await openStep(page, '签发登记');
  const dialog = page.getByRole('dialog', { name: '签发登记' });
  await dialog.getByText('本系统不生成正式文号，请填写办公室编发的文号。').waitFor();
  await fieldCalled(page, '文号').fill(number);
  await fieldCalled(page, '签发日期').fill(signedOn);
  await fieldCalled(page, '印发日期').fill(signedOn);
  await expectSoundDraft(tab);
  await dialog.getByRole('button', { name: '保存登记' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** 发布到各单位, after what it changes was read. */
export async function publish(tab: Tab, { number, isFirst }: EditionRun): Promise<void> {
  const { page } = tab;
  await openStep(page, '发布到各单位');
  const dialog = page.getByRole('dialog', { name: '发布到各单位' });
  await dialog
    .getByText(/家单位/u)
    .first()
    .waitFor();
  if (!isFirst) await dialog.getByRole('listitem').first().waitFor();
  await expectSoundDraft(tab);
  await dialog.getByRole('button', { name: '发布到各单位' }).click();
  await page.waitForURL(/\/console\/campaigns\/cmp_/u);
  await page.getByText(number, { exact: true }).first().waitFor();
  await expectSoundDraft(tab);
}

/** A clerk of a hospital of the region has what the edition asks, with the day it was given. */
export async function findTask(desk: Desk, edition: Edition, { due }: EditionRun) {
  const tab = await seat(desk, { host: edition.slug, username: 'clerk' });
  const row = tab.page.getByRole('listitem').filter({ hasText: edition.task });
  await row
    .filter({ hasText: inWords(due) })
    .first()
    .waitFor();
  await expectSoundPage(tab);
  await tab.context.close();
}
