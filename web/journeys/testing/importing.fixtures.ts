import { Buffer } from 'node:buffer';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { makeWorkbook } from '#web/features/imports/workbook.driver.ts';
import type { Tab } from './browser.fixtures.ts';
import { fieldCalled, tabTo } from './keyboard.fixtures.ts';

/** A file as a platform elsewhere exports it. */
export async function exportedWorkbook(name: string, rows: readonly (readonly string[])[]) {
  const blob = await makeWorkbook([{ name: 'Sheet1', rows }]);
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return { name, mimeType, buffer: Buffer.from(await blob.arrayBuffer()) };
}
type Workbook = Awaited<ReturnType<typeof exportedWorkbook>>;

/** Period, day and file, at the keyboard alone, until the rows stand there checked. */
export async function checkByKeyboard({ page }: Tab, file: Workbook): Promise<void> {
  const period = fieldCalled(page, '统计期间');
  await tabTo(page, period, 40);
  await page.keyboard.press('ArrowUp');
  const chosen = () => period.locator('option:checked').innerText();
  await expect.poll(chosen).toBe('2026年第三季度');
  await tabTo(page, fieldCalled(page, '数据截至日期'));
  expect(await fieldCalled(page, '数据截至日期').inputValue()).toBe('2026-07-08');
  await tabTo(page, page.getByRole('button', { name: '选择文件' }));
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.keyboard.press('Enter'),
  ]);
  await chooser.setFiles(file);
  await page.getByText(`${file.name}：`, { exact: false }).waitFor();
  await tabTo(page, page.getByRole('button', { name: '核对', exact: true }));
  await page.keyboard.press('Enter');
}

/** What 年度总览 says of an indicator. */
export const sentenceOf = (page: Page, indicator: string) =>
  page.locator('.overview-sentences p').filter({ hasText: indicator }).first();

/** The list behind a number has as many rows as the number says. */
export async function expectListOf({ page }: Tab, indicator: string, place: number) {
  const link = sentenceOf(page, indicator).locator('a').nth(place);
  const number = Number(await link.innerText());
  await link.click();
  await page.getByText(`共 ${number} 条`, { exact: false }).first().waitFor();
  const rows = page.locator('main table tbody tr');
  await expect.poll(() => rows.count()).toBe(number);
  return number;
}
