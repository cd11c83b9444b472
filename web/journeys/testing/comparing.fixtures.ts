import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Tab, Width } from './browser.fixtures.ts';
import { fieldCalled } from './keyboard.fixtures.ts';
import { scannedPdf } from './papers.fixtures.ts';
import { patience, seat } from './people.fixtures.ts';
import type { Desk } from './people.fixtures.ts';
import { expectSoundPage } from './sound-page.fixtures.ts';

export type ReportingRegion = {
  slug: string;
  name: string;
  /** How the head signs. */
  signature: 'online' | 'paper';
  /** With a reason, what is sent corrects what was sent before. */
  runs: Readonly<Record<Width, { reason?: string }>>;
};

const reports = '/console/snapshots';
const withFigure = ['同口径', '相近', '替代'];
const withoutFigure = ['未设此指标', '未报', '样本不足', '口径不一，不可比', '不适用'];

/** 上报数据确认: the drafter reads what will leave, lets it be computed and submits it. */
export async function prepareReport(desk: Desk, region: ReportingRegion): Promise<Tab> {
  const tab = await seat(desk, { host: region.slug, username: 'drafter', path: reports });
  const { page } = tab;
  const { reason } = region.runs[desk.width];
  if (reason === undefined) {
    await page.getByText('预览，尚未形成').waitFor();
    await page.getByText('以下数据将离开本地区').first().waitFor();
  } else {
    await page.getByText('已报出，已收到回执').first().waitFor();
    await page.getByRole('button', { name: '更正报出' }).click();
    await fieldCalled(page, '更正原因').fill(reason);
  }
  await expectSoundPage(tab);
  await page.getByRole('button', { name: '形成上报数据' }).click();
  await page.getByText('已形成，未提交审签').first().waitFor();
  await expectSoundPage(tab);
  await page.getByRole('button', { name: '提交审签' }).click();
  await page.getByText('现在由审核人办理').waitFor();
  await expectSoundPage(tab);
  return tab;
}

/** The checker or the head agrees on line, at the keyboard. */
export async function signReport(desk: Desk, region: ReportingRegion, username: string) {
  const tab = await seat(desk, { host: region.slug, username, path: reports });
  const { page } = tab;
  await page.getByRole('button', { name: '审签', exact: true }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: /审签$/u });
  await dialog.getByRole('button', { name: '同意', exact: true }).waitFor();
  await expectSoundPage(tab);
  await dialog.getByRole('button', { name: '同意', exact: true }).focus();
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'hidden' });
  await tab.context.close();
}

/** The head signed the paper; who prepared it registers the scan. */
export async function signReportOnPaper(tab: Tab): Promise<void> {
  const { page } = tab;
  await page.reload();
  await page.getByText('现在由负责人办理').waitFor();
  await page.getByRole('button', { name: '登记线下签字' }).click();
  const dialog = page.getByRole('dialog', { name: /审签$/u });
  await fieldCalled(page, '签字日期').fill('2026-07-08');
  await fieldCalled(page, '签字人岗位').fill('主要负责人');
  await dialog
    .getByLabel('签字盖章的扫描件', { exact: true })
    .setInputFiles(scannedPdf('上报数据签字页.pdf'));
  await dialog.getByRole('link', { name: '上报数据签字页.pdf' }).waitFor();
  await expectSoundPage(tab);
  await dialog.getByRole('button', { name: '登记线下签字' }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** 报出, after its consequences were read. */
export async function sendReport(tab: Tab): Promise<void> {
  const { page } = tab;
  await page.reload();
  await page.getByText('已签，待报出').first().waitFor();
  await page.getByRole('button', { name: '报出', exact: true }).click();
  const dialog = page.getByRole('alertdialog', { name: '确认报出' });
  await dialog.getByText('不能撤回', { exact: false }).waitFor();
  await expectSoundPage(tab);
  await dialog.getByRole('button', { name: '报出', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** The delivery is made behind the page; the receipt stands there when it has been taken. */
export async function readReceipt(tab: Tab): Promise<void> {
  const { page } = tab;
  const receipt = page.getByText('已报出，已收到回执').first();
  const arrived = async () => {
    await page.reload();
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await page.getByText('正在读取……').first().waitFor({ state: 'hidden' });
    return receipt.isVisible();
  };
  await expect.poll(arrived, { timeout: 90_000, interval: 1000 }).toBe(true);
  await page
    .getByText(/^\d{8}-[0-9A-Z]{8}$/u)
    .first()
    .waitFor();
  await page.getByText('以下数据已离开本地区').first().waitFor();
  await expectSoundPage(tab);
}

/** The analyst begins at what can be compared with what. */
export async function openBoard(desk: Desk): Promise<Tab> {
  const tab = await seat(desk, { host: 'oversight', username: 'analyst' });
  await tab.page.getByRole('heading', { level: 1, name: '可比性一览' }).waitFor();
  await tab.page.getByText(/^仅同级地区、同期数据可比/u).waitFor();
  await expectSoundPage(tab);
  return tab;
}

const cellsOf = (page: Page, indicator: string) =>
  page
    .locator('table.board tbody tr')
    .filter({ has: page.getByRole('link', { name: indicator, exact: true }) })
    .locator('td');

/** Who reported stands there as reported; every cell of the board is a word of the legend. */
export async function readBoard(
  { page }: Tab,
  region: ReportingRegion,
  { width, compared }: { width: Width; compared: readonly string[] },
): Promise<void> {
  const column = page.locator('table.board thead th').filter({ hasText: region.name });
  const arrival = (await column.textContent()) ?? '';
  expect(arrival).toContain('2026年7月8日报出');
  expect(arrival.includes('已更正')).toBe(region.runs[width].reason !== undefined);
  const indicators = await page.locator('table.board tbody th').allTextContents();
  expect(indicators.slice(0, compared.length)).toEqual(compared);
  const rest = new Set<string>();
  for (const indicator of indicators) {
    const words = await cellsOf(page, indicator).locator('.cell-mark').allTextContents();
    expect(words).toHaveLength(5);
    const known = [...withFigure, ...withoutFigure];
    expect(words.filter((word) => !known.includes(word))).toEqual([]);
    if (!compared.includes(indicator)) for (const word of words) rest.add(word);
    else expect(words).not.toContain('未报');
  }
  expect([...rest]).toEqual(expect.arrayContaining(['未设此指标', '未报']));
  const legend = page.getByRole('region', { name: '图例' });
  for (const word of withoutFigure) await legend.getByText(word, { exact: true }).waitFor();
}

/** 区级 only, one period: a share that follows from its own counts, or the word why there is none. */
export async function compareOn(tab: Tab, title: string, names: readonly string[]) {
  const { page } = tab;
  await page.getByRole('link', { name: title, exact: true }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await page.getByRole('radio', { name: /^区级/u }).check();
  await page.getByText(`${title}（区级，2026年上半年）`).first().waitFor();
  await expectSoundPage(tab);
  const rows = page.locator('table tbody tr');
  await expect.poll(() => rows.count(), patience).toBe(names.length);
  for (const name of names) {
    const row = rows.filter({ hasText: name });
    const [numerator, denominator, value] = (await row.locator('td').allInnerTexts()).map((words) =>
      words.trim().replaceAll(',', ''),
    );
    if (value === undefined) throw new Error(`no value of ${name}`);
    if (withoutFigure.some((word) => value.includes(word))) continue;
    const share = (Number(numerator) * 100) / Number(denominator);
    expect(Math.abs(Number.parseFloat(value) - share)).toBeLessThan(0.051);
  }
  await page.getByRole('link', { name: '可比性一览', exact: true }).first().click();
  await page.getByRole('heading', { level: 1, name: '可比性一览' }).waitFor();
}
