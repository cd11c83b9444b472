import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Tab } from './browser.fixtures.ts';
import { escaped, fieldCalled } from './keyboard.fixtures.ts';
import { scannedPdf } from './papers.fixtures.ts';
import { seat } from './people.fixtures.ts';
import type { Desk } from './people.fixtures.ts';
import { expectSoundPage } from './sound-page.fixtures.ts';
import { expectDecentPrint } from './station.fixtures.ts';

export const host = 'henan';

/** The bureau's reviewer at one of the pages of the console. */
export const sitAtBureau = (desk: Desk, path = '/console/reviews') =>
  seat(desk, { host, username: 'bureau', path });

/** Goes on with the Tab key to what is named so, however far it is. */
export async function tabTo(
  page: Page,
  name: RegExp | string,
  role: 'link' | 'button',
): Promise<void> {
  const wanted = page.getByRole(role, { name }).first();
  await wanted.waitFor();
  for (let step = 0; step < 60; step += 1) {
    const isThere = await wanted.evaluate((element) => element === document.activeElement);
    if (isThere) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${String(name)} is not reached with the Tab key`);
}

/** From the queue, at the keyboard, to the filing of a unit. */
export async function openCase(tab: Tab, unit: string, title: string): Promise<void> {
  const { page } = tab;
  await page.getByRole('link', { name: '审核', exact: true }).first().click();
  await page.getByRole('heading', { level: 1, name: '审核' }).waitFor();
  await fieldCalled(page, '查找').fill(unit);
  const act = new RegExp(`^审核\\s*：\\s*${escaped(`${unit} ${title}`)}$`, 'u');
  await tabTo(page, act, 'link');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

/** The decision stands, and the bar offers the way on. */
export async function seeDecided(page: Page): Promise<void> {
  await page.getByRole('link', { name: '回到待审列表' }).waitFor();
}

/** 院内审签 on paper: the sheet was signed on this day, and comes back as a scan. */
export async function signOnPaper(tab: Tab, title: string, day: string): Promise<void> {
  const { page } = tab;
  await page.getByRole('button', { name: '院内审签' }).click();
  const dialog = page.getByRole('dialog', { name: '院内审签' });
  await dialog.getByRole('button', { name: '提交并打印审签单' }).click();
  await page.getByRole('heading', { name: '报送件院内审签单' }).waitFor();
  await page.getByRole('link', { name: '上传盖章件' }).click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  const chooser = page.getByLabel('签字盖章的审签单扫描件', { exact: true });
  await chooser.setInputFiles(scannedPdf('审签单.pdf'));
  await page.getByRole('link', { name: '审签单.pdf' }).waitFor();
  await fieldCalled(page, '签字日期').fill(day);
  await page.getByRole('button', { name: '登记线下审签' }).click();
  await page.getByText('院内审签已完成，可以报送').waitFor();
}

/** 报送; gives the number of the receipt, which stays on the screen. */
export async function file({ page }: Tab): Promise<string> {
  await page.getByRole('button', { name: /^报送/u }).click();
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: /^报送/u })
    .click();
  await page.getByRole('heading', { name: '报送回执' }).waitFor();
  const cell = page.getByRole('row', { name: '回执号' }).getByRole('cell').last();
  return (await cell.innerText()).trim();
}

/** A dialog that was opened, found sound, filled in and sent. */
export async function sendDialog(
  tab: Tab,
  { name, send = name, fill }: { name: string; send?: string; fill: () => Promise<void> },
): Promise<void> {
  const dialog = tab.page.getByRole('dialog', { name });
  await dialog.waitFor();
  await fill();
  await expectSoundPage(tab);
  await dialog.getByRole('button', { name: send, exact: true }).last().click();
  await dialog.waitFor({ state: 'hidden' });
}

/** From a filled form to its receipt, signed on paper; gives the receipt's number. */
export async function signAndFile(tab: Tab, title: string, day: string): Promise<string> {
  await tab.page.getByText(/^已保存 \d/u).waitFor();
  await signOnPaper(tab, title, day);
  return file(tab);
}

/** 打印汇总表: what the browser would be given to print while its dialog is open. */
export async function printRollUp(tab: Tab): Promise<void> {
  const { page } = tab;
  await page.evaluate(() => {
    window.print = () => undefined;
  });
  await page.getByRole('button', { name: '打印汇总表' }).click();
  await page.emulateMedia({ media: 'print' });
  for (const words of ['审核人（签字）：', '分管领导（签字）：', '未报（不计入）']) {
    await page.getByText(words, { exact: false }).filter({ visible: true }).first().waitFor();
  }
  expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(false);
  // The figures of three hospitals and the bureau's own words, with the lines for signatures.
  expect(await expectDecentPrint(tab)).toBe(1);
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
}
