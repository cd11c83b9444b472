import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { requireChromium } from '../cli/house/steps/chromium.ts';
import { repositoryRoot } from '../cli/supervisor/layout.ts';
import type { TimedChecks } from './check-in-browser.ts';
import { limitRow, medianOf } from './row.ts';
import type { BenchRow } from './row.ts';

const name = 'qingfengBench';
const units = 2_700;

/** The check and its campaign as one script, made as the pages are made. */
export async function bundleChecks(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    root: repositoryRoot,
    build: {
      write: false,
      target: 'chrome86',
      lib: {
        entry: join(repositoryRoot, 'workers', 'bench', 'check-in-browser.ts'),
        formats: ['iife'],
        name,
      },
    },
  });
  const [bundle] = [built].flat();
  if (bundle === undefined || !('output' in bundle)) throw new Error('nothing was bundled');
  return bundle.output[0].code;
}

/** The check of the largest campaign in a page of Chromium, by the clock of the page. */
export async function timeInBrowser(times: number): Promise<TimedChecks> {
  const content = await bundleChecks();
  const browser = await chromium.launch({
    executablePath: requireChromium(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  try {
    const page = await browser.newPage();
    await page.addScriptTag({ content });
    return await page.evaluate<TimedChecks>(`${name}.timeChecks(${times}, ${units})`);
  } finally {
    await browser.close();
  }
}

/** 500 clauses, 500 tasks, 60 forms and 300 criteria, over the units of a province. */
export async function checkRow(times = 15): Promise<BenchRow> {
  const { ms, problems } = await timeInBrowser(times);
  return limitRow({
    name: 'check',
    title: {
      zh: '一致性检查（500条、500项、60表、300考评项目，浏览器内）',
      en: 'check of 500 clauses, 500 tasks, 60 forms, 300 criteria, in the browser',
    },
    unit: 'ms',
    ours: Math.round(medianOf(ms)),
    atMost: 200,
    details: {
      firstMs: Math.round(ms[0] ?? 0),
      slowestMs: Math.round(Math.max(...ms)),
      units,
      problems,
    },
  });
}
