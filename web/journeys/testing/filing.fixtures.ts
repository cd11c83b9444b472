import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Tab } from './browser.fixtures.ts';
import { escaped, fieldCalled, fillByKeyboard } from './keyboard.fixtures.ts';
import { disguisedProgram, scannedPdf } from './papers.fixtures.ts';
import { patience, seat } from './people.fixtures.ts';
import type { Desk } from './people.fixtures.ts';
import { writtenAnswers } from './regions.fixtures.ts';
import type { FilingPlan, JourneyRegion } from './regions.fixtures.ts';
import { expectSoundPage } from './sound-page.fixtures.ts';

/** From 我的任务 into the filing, by the button that says what comes next. */
export async function openTask(page: Page, step: string, title: string): Promise<void> {
  const act = new RegExp(`^(?:开始|继续)?${escaped(step)}\\s*：\\s*${escaped(title)}$`, 'u');
  await page.getByRole('link', { name: act }).first().click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

/** All but the last answer, at the keyboard, until the page says that it is saved. */
export async function fillAllButLast(tab: Tab, plan: FilingPlan): Promise<void> {
  await fillByKeyboard(tab.page, plan.answers.slice(0, -1));
  await tab.page.getByText(/^已保存 \d/u).waitFor();
}

/** A program that calls itself a PDF is refused in words; a real PDF is taken. */
export async function attach({ page }: Tab, plan: FilingPlan): Promise<void> {
  if (plan.material === undefined) return;
  const chooser = page.getByLabel(plan.material, { exact: true });
  await chooser.setInputFiles(disguisedProgram('扫描件.pdf'));
  await page.getByRole('alert').getByText('请上传 PDF、OFD、Word').waitFor();
  await page.getByRole('button', { name: /移除\s*扫描件.pdf/u }).click();
  await chooser.setInputFiles(scannedPdf('盖章扫描件.pdf'));
  await page.getByText('已上传', { exact: true }).waitFor();
}

/** What is missing is listed at the top, and the list leads to the field. */
export async function mendWhatIsMissing(tab: Tab, plan: FilingPlan): Promise<void> {
  const { page } = tab;
  const last = writtenAnswers(plan).at(-1);
  if (last === undefined) throw new Error('a plan has something to write');
  await page.getByRole('button', { name: '院内审签' }).click();
  const summary = page.getByRole('alert').filter({ hasText: '还有 1 处需要处理' });
  await summary.waitFor();
  await expectSoundPage(tab);
  await summary.getByRole('link').focus();
  await page.keyboard.press('Enter');
  const field = fieldCalled(page, last.label);
  await expect
    .poll(() => field.evaluate((element) => element === document.activeElement), patience)
    .toBe(true);
  await page.keyboard.type(last.text);
  await page.keyboard.press('Tab');
}

/** Whoever only signs is offered nothing for which the clerk answers. */
async function expectNoClerkActs(page: Page): Promise<void> {
  await page.getByRole('list', { name: '院内审签' }).waitFor();
  for (const name of ['撤回审签', '登记线下审签', '报送']) {
    expect(await page.getByRole('button', { name, exact: true }).count()).toBe(0);
  }
}

async function signOnline(desk: Desk, region: JourneyRegion, title: string): Promise<void> {
  for (const username of ['department', 'deputy', 'head']) {
    const tab = await seat(desk, { host: region.slug, username });
    await tab.page.getByRole('heading', { name: /^待我审签/u }).waitFor();
    await expectSoundPage(tab);
    await openTask(tab.page, '审签', title);
    await expectNoClerkActs(tab.page);
    await tab.page.getByRole('button', { name: '同意' }).click();
    await expectSoundPage(tab);
    await tab.page.getByRole('alertdialog').getByRole('button', { name: '同意' }).click();
    await tab.page.getByRole('alertdialog').waitFor({ state: 'hidden' });
    await tab.context.close();
  }
}

async function signOnPaper(tab: Tab, title: string): Promise<void> {
  const { page } = tab;
  await page.getByRole('heading', { name: '报送件院内审签单' }).waitFor();
  await expectSoundPage(tab);
  await page.getByRole('link', { name: '上传盖章件' }).click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  const chooser = page.getByLabel('签字盖章的审签单扫描件', { exact: true });
  expect(await chooser.getAttribute('accept')).not.toMatch(/doc|xls/u);
  await chooser.setInputFiles(scannedPdf('审签单.pdf'));
  await page.getByRole('link', { name: '审签单.pdf' }).waitFor();
  await fieldCalled(page, '签字日期').fill('2026-07-08');
  await page.getByRole('button', { name: '登记线下审签' }).click();
}

/** 院内审签 in the way of this house, until the filing can go out. */
export async function signOff(tab: Tab, desk: Desk, region: JourneyRegion, title: string) {
  const { page } = tab;
  await page.getByRole('button', { name: '院内审签' }).click();
  const dialog = page.getByRole('dialog', { name: '院内审签' });
  await dialog.getByText('两种办法效力相同，任选一种。').first().waitFor();
  await expectSoundPage(tab);
  if (region.signOff === 'online') {
    await dialog.getByRole('button', { name: '提交线上审签' }).click();
    await page.getByText('正在等', { exact: false }).first().waitFor();
    await signOnline(desk, region, title);
    await page.reload();
  } else {
    await dialog.getByRole('button', { name: '提交并打印审签单' }).click();
    await signOnPaper(tab, title);
  }
  await page.getByText('院内审签已完成，可以报送').waitFor();
  expect(await page.getByText('回执号').count()).toBe(0);
  await expectSoundPage(tab);
}

/** 报送 against a receipt; gives the receipt's number. */
export async function fileForReceipt(tab: Tab): Promise<string> {
  const { page } = tab;
  await page.getByRole('button', { name: /^报送/u }).click();
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: /^报送/u })
    .click();
  await page.getByRole('heading', { name: '报送回执' }).waitFor();
  await expectSoundPage(tab);
  const cell = page.getByRole('row', { name: '回执号' }).getByRole('cell').last();
  const number = (await cell.innerText()).trim();
  await page.goBack();
  await page.getByText(`回执号 ${number}`, { exact: true }).waitFor();
  await expectSoundPage(tab);
  return number;
}
