import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { ReviewCase, ReviewQueue } from '#schema/contracts/reviews.ts';
import { widths } from './testing/browser.fixtures.ts';
import { launchOldBrowser, openOldTab } from './testing/old-browser.fixtures.ts';
import { lockedPdf, longPdf } from './testing/papers.fixtures.ts';
import { patience, seat } from './testing/people.fixtures.ts';
import { henan } from './testing/regions.fixtures.ts';
import { expectSoundPage } from './testing/sound-page.fixtures.ts';
import { useStage } from './testing/stage.fixtures.ts';

const stage = useStage();

/** How many pixels of the first drawn page are nearly black: none on an empty sheet. */
const inkOn = `(() => {
  const canvas = document.querySelector('.pdf-sheet[data-state=drawn] canvas');
  if (!canvas) return 0;
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  let ink = 0;
  for (let at = 0; at < data.length; at += 4) if (data[at] + data[at + 1] + data[at + 2] < 240) ink += 1;
  return ink;
})()`;

/** The first filing that waits with a scan, as the reviewer's own console is told of it. */
async function caseWithScan(page: Page): Promise<string> {
  const read = <Answer>(path: string): Promise<Answer> =>
    page.evaluate(async (address) => (await fetch(address)).json() as Promise<Answer>, path);
  const { rows } = await read<ReviewQueue>('/api/reviews/queue?limit=100');
  for (const { id } of rows) {
    const { submission } = await read<ReviewCase>(`/api/reviews/${id}`);
    if (Object.values(submission.deliverableEvidence).flat().length > 0) return id;
  }
  throw new Error('no filing of the demo waits with a scan');
}

async function openCase(page: Page): Promise<string> {
  const address = new URL(`/console/reviews/${await caseWithScan(page)}`, page.url()).href;
  await page.goto(address);
  await page.getByRole('heading', { name: /^佐证材料（\d+份）$/u }).waitFor();
  return address;
}

const drawnPages = (page: Page) =>
  page
    .locator('.pdf-sheet[data-state=drawn]')
    .evaluateAll((sheets) =>
      sheets.map((sheet) => sheet.getAttribute('aria-label')?.match(/第 (\d+) 页/u)?.[1]),
    );

const seatReviewer = (width: 'desk' | 'phone') =>
  seat(stage.desk(width), { host: henan.slug, username: 'reviewer', path: '/console/' });

it('a scan without fonts of its own is drawn in the scroll, with its words for who listens', async () => {
  const tab = await seatReviewer('desk');
  const asked: string[] = [];
  tab.page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await openCase(tab.page);
  await tab.page.locator('.pdf-sheet[data-state=drawn]').first().waitFor();
  expect(await tab.page.evaluate(inkOn)).toBeGreaterThan(200);
  await tab.page.getByText('行业作风建设材料审签单').first().waitFor({ state: 'attached' });
  expect(asked.some((path) => path.endsWith('/UniGB-UCS2-H.bcmap'))).toBe(true);
  expect(await tab.page.locator('iframe').count()).toBe(0);
  await expectSoundPage(tab);
  await tab.context.close();
});

it.each(['desk', 'phone'] as const)(
  'forty pages are drawn as one comes to them, and let go of behind, at the %s',
  async (width) => {
    const tab = await seatReviewer(width);
    const { page } = tab;
    const body = longPdf(40);
    await page.route('**/api/evidence/*/view', (route) =>
      route.fulfill({ body, contentType: 'application/pdf' }),
    );
    await openCase(page);
    await page.locator('.pdf-page').nth(39).waitFor({ state: 'attached' });
    await page.locator('.pdf-page').first().scrollIntoViewIfNeeded();
    await expect.poll(() => drawnPages(page), patience).toContain('1');
    expect((await drawnPages(page)).length).toBeLessThan(12);
    await page.locator('.pdf-page').nth(29).scrollIntoViewIfNeeded();
    await expect.poll(() => drawnPages(page), patience).toContain('30');
    await expect.poll(() => drawnPages(page), patience).not.toContain('1');
    await page
      .getByRole('button', { name: /^到第 36 页/u })
      .first()
      .click();
    await expect.poll(() => drawnPages(page), patience).toContain('36');
    await expectSoundPage(tab);
    await tab.context.close();
  },
);

it('a page lies right after one key, and does so still after a reload', async () => {
  const tab = await seatReviewer('desk');
  const { page } = tab;
  await openCase(page);
  const sheet = page.locator('.pdf-sheet[data-state=drawn]').first();
  await sheet.waitFor();
  const upright = await sheet.boundingBox();
  await page.getByRole('button', { name: '本页向右转' }).focus();
  await page.keyboard.press('Enter');
  const isTurned = async () => {
    const box = await page.locator('.pdf-sheet').first().boundingBox();
    return box !== null && upright !== null && box.height < upright.height * 0.7;
  };
  await expect.poll(isTurned, patience).toBe(true);
  await page.reload();
  await page.locator('.pdf-sheet[data-state=drawn]').first().waitFor();
  expect(await isTurned()).toBe(true);
  await tab.context.close();
});

it.each([
  ['这个 PDF 设了打开密码，不能在这里显示。', lockedPdf()],
  ['这个 PDF 已损坏，页面读不出来。', Buffer.from('%PDF-1.7 cut off')],
])('%s', async (words, body) => {
  const tab = await seatReviewer('desk');
  await tab.page.route('**/api/evidence/*/view', (route) =>
    route.fulfill({ body, contentType: 'application/pdf' }),
  );
  await openCase(tab.page);
  await tab.page.getByText(words).first().waitFor();
  await tab.page
    .getByRole('link', { name: /^打开文件/u })
    .first()
    .waitFor();
  await expectSoundPage(tab);
  await tab.context.close();
});

it('the Chromium 86 of an office computer draws the same page', async () => {
  const seated = await seatReviewer('desk');
  const address = await openCase(seated.page);
  await seated.context.close();
  const browser = await launchOldBrowser(widths.desk.width);
  try {
    const tab = await openOldTab(browser);
    const { username, password } = stage.world.account(henan.slug, 'reviewer');
    await tab.go(stage.world.urlOf(henan.slug, '/console/'));
    await tab.fill('用户名', username);
    await tab.fill('密码', password);
    await tab.press('登录');
    await tab.see('审核');
    await tab.go(address);
    await tab.see('第 1 页／共 1 页');
    await expect.poll(() => tab.read(inkOn), patience).toBeGreaterThan(200);
    expect(tab.problems).toEqual([]);
  } finally {
    await browser.close();
  }
});
