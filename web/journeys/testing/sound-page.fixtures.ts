import { expect } from 'vitest';
import { findBarriers } from './axe.fixtures.ts';
import type { Tab } from './browser.fixtures.ts';

/** What every page owes its readers: no barrier, no error, nothing beyond the right edge. */
export async function expectSoundPage(tab: Tab): Promise<void> {
  const { page, problems } = tab;
  await page.getByText('正在读取……').first().waitFor({ state: 'hidden' });
  const where = new URL(page.url()).pathname;
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect({ where, overflow }).toEqual({ where, overflow: 0 });
  expect({ where, barriers: await findBarriers(page) }).toEqual({ where, barriers: [] });
  expect({ where, problems }).toEqual({ where, problems: [] });
}
