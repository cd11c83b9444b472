import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { requireChromium } from '#workers/cli/house/steps/chromium.ts';

/** Widths at which people really work: an office screen and a phone. */
export const widths = {
  desk: { width: 1440, height: 900 },
  phone: { width: 360, height: 740 },
} as const;
export type Width = keyof typeof widths;

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: requireChromium(), args: flags });
}

export type Tab = { page: Page; context: BrowserContext; problems: string[] };

/** A tab as a Chinese office has it. What the console complains of is kept for the test to look at. */
export async function openTab(browser: Browser, width: Width): Promise<Tab> {
  const context = await browser.newContext({
    viewport: widths[width],
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    ...(width === 'phone' ? { hasTouch: true, isMobile: true, deviceScaleFactor: 2 } : {}),
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !isAnswer(message.text())) problems.push(message.text());
  });
  return { page, context, problems };
}

/** The browser logs every 4xx answer; refusals are part of a journey. */
function isAnswer(text: string): boolean {
  return text.startsWith('Failed to load resource');
}
