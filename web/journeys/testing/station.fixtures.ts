import type { Buffer } from 'node:buffer';
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Tab } from './browser.fixtures.ts';
import { expectSoundPage } from './sound-page.fixtures.ts';

const pictures = fileURLToPath(new URL('../../../build/journeys/', import.meta.url));

/** The office screen, the old square one, the phone. */
const screens = [1440, 1024, 360] as const;
/** What is left of A4 between the margins of print.css, in CSS pixels. */
const sheet = { width: 672, height: 1000 };

/** What runs out of the page, or is cut off where it stands; one line each. */
const cutOff = (page: Page) =>
  page.evaluate(() => {
    const root = document.documentElement;
    const found = root.scrollWidth > root.clientWidth ? [`page: ${root.scrollWidth}`] : [];
    for (const element of document.querySelectorAll<HTMLElement>('main *')) {
      const { overflowX, display, position } = getComputedStyle(element);
      const isHidden = element.closest('.visually-hidden') !== null || display === 'inline';
      if (isHidden || position === 'absolute' || overflowX === 'visible') continue;
      if (element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0) {
        found.push(`${element.tagName}.${element.className}: ${element.scrollWidth}`);
      }
    }
    return found;
  });

const notForPaper = '.navigation, .masthead-tools, .footer, .filter-bar, .bottom-bar, main .button';

/** A PDF of Chromium names each of its pages once. */
export const countPages = (pdf: Buffer): number =>
  pdf.toString('latin1').match(/\/Type\s*\/Page\b/gu)?.length ?? 0;

/** On A4: no navigation, no buttons, nothing cut off; gives the number of sheets. */
export async function expectDecentPrint({ page }: Tab): Promise<number> {
  const screen = page.viewportSize();
  const where = new URL(page.url()).pathname;
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize(sheet);
  const shown = await page.locator(notForPaper).filter({ visible: true }).allInnerTexts();
  expect({ where, shown }).toEqual({ where, shown: [] });
  expect({ where, cutOff: await cutOff(page) }).toEqual({ where, cutOff: [] });
  mkdirSync(pictures, { recursive: true });
  const picture = `print${where.replaceAll('/', '-')}.png`;
  await page.screenshot({ path: `${pictures}${picture}`, fullPage: true });
  const pdf = await page.pdf({ preferCSSPageSize: true });
  await page.emulateMedia({ media: null });
  if (screen) await page.setViewportSize(screen);
  return countPages(pdf);
}

/** A page that somebody has reached: sound on every screen, with a picture of each. */
export async function expectStation(tab: Tab, name: string): Promise<void> {
  const { page } = tab;
  const usual = page.viewportSize();
  await expectSoundPage(tab);
  mkdirSync(pictures, { recursive: true });
  for (const width of screens) {
    await page.setViewportSize({ width, height: 800 });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    await page.screenshot({ path: `${pictures}${name}-${width}.png`, fullPage: true });
    expect({ name, width, overflow }).toEqual({ name, width, overflow: 0 });
  }
  if (usual) await page.setViewportSize(usual);
}
