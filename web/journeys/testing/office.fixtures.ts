import { readFile } from 'node:fs/promises';
import { readSheet } from 'read-excel-file/node';
import { readZip } from '#workers/modules/bulletins/zip.fixtures.ts';
import type { Tab } from './browser.fixtures.ts';
import { fieldCalled } from './keyboard.fixtures.ts';
import { scannedPdf } from './papers.fixtures.ts';
import { seat } from './people.fixtures.ts';
import type { Desk } from './people.fixtures.ts';
import { expectSoundPage } from './sound-page.fixtures.ts';

export const host = 'henan';

/** Somebody of the commission at one of the pages of the console. */
export const sitInOffice = (desk: Desk, username: string, path = '/console/') =>
  seat(desk, { host, username, path });

/** What a click saves, as the bytes on the disk. */
async function download({ page }: Tab, name: string): Promise<Uint8Array> {
  const act = page.getByRole('button', { name }).or(page.getByRole('link', { name }));
  const [saved] = await Promise.all([page.waitForEvent('download'), act.first().click()]);
  return new Uint8Array(await readFile(await saved.path()));
}

/** The rows of a sheet of the Excel file that a click saves. */
export async function downloadExcel(tab: Tab, name: string, sheet = 1) {
  return readSheet(Buffer.from(await download(tab, name)), sheet);
}

/** The words of the Word file that a click saves. */
export async function downloadWord(tab: Tab, name: string): Promise<string> {
  const files = readZip(await download(tab, name));
  const body = files.get('word/document.xml') ?? '';
  return body.replaceAll(/<[^>]+>/gu, '');
}

/** A step of a chain, taken on line by the post that holds it. */
export async function agree(desk: Desk, username: string, path: string, step: string) {
  const tab = await sitInOffice(desk, username, path);
  const { page } = tab;
  await page.getByRole('button', { name: step, exact: true }).click();
  const dialog = page.getByRole('dialog', { name: step });
  await dialog.getByRole('button', { name: '同意', exact: true }).waitFor();
  await expectSoundPage(tab);
  await dialog.getByRole('button', { name: '同意', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  await tab.context.close();
}

/** A button of the page, and the dialog of the same name that asks once more. */
export async function act(tab: Tab, name: string, fill = () => Promise.resolve()): Promise<void> {
  const { page } = tab;
  await page.getByRole('button', { name, exact: true }).first().click();
  const dialog = page.getByRole('dialog', { name });
  await dialog.waitFor();
  await fill();
  await expectSoundPage(tab);
  await dialog.getByRole('button', { name, exact: true }).last().click();
  await dialog.waitFor({ state: 'hidden' });
}

/** The head of the house signed the paper; who wrote it registers the scan. */
export async function signOnPaper(tab: Tab): Promise<void> {
  const { page } = tab;
  await page.getByRole('button', { name: '审签', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: '审签' });
  await fieldCalled(page, '签字日期').fill('2026-07-08');
  await fieldCalled(page, '签字人岗位').fill('主要负责人');
  await dialog.getByLabel('签字页扫描件', { exact: true }).setInputFiles(scannedPdf('签字页.pdf'));
  await dialog.getByRole('link', { name: '签字页.pdf' }).waitFor();
  await expectSoundPage(tab);
  await dialog.getByRole('button', { name: '登记签字件' }).click();
  await dialog.waitFor({ state: 'hidden' });
}
