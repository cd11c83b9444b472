import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { widths } from './testing/browser.fixtures.ts';
import { launchOldBrowser, openOldTab } from './testing/old-browser.fixtures.ts';
import type { OldBrowser, OldTab } from './testing/old-browser.fixtures.ts';
import { scannedPdf } from './testing/papers.fixtures.ts';
import { weihai } from './testing/regions.fixtures.ts';
import type { FilingPlan } from './testing/regions.fixtures.ts';
import { startWorld } from './testing/world.fixtures.ts';
import type { World } from './testing/world.fixtures.ts';

let world: World;
let browser: OldBrowser;
let folder: string;

beforeAll(async () => {
  [world, browser, folder] = await Promise.all([
    startWorld(),
    launchOldBrowser(widths.desk.width),
    mkdtemp(join(tmpdir(), 'qingfeng-scans-')),
  ]);
});
afterAll(async () => {
  await browser?.close();
  await world?.stop();
  if (folder) await rm(folder, { recursive: true, force: true });
});

async function scan(name: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, scannedPdf(name).buffer);
  return path;
}

async function signIn(tab: OldTab): Promise<void> {
  const { username, password } = world.account(weihai.slug, 'clerk');
  await tab.go(world.urlOf(weihai.slug));
  await tab.fill('用户名', username);
  await tab.fill('密码', password);
  await tab.press('登录');
  await tab.see('今天和逾期');
}

async function fill(tab: OldTab, plan: FilingPlan): Promise<void> {
  for (const answer of plan.answers) {
    if ('ticks' in answer) for (const label of answer.ticks) await tab.tick(label);
    else await tab.fill(answer.label, answer.text);
  }
  await tab.see('已保存');
}

it('a clerk files with the Chromium 86 of an office computer', async () => {
  expect(await browser.version()).toContain('/86.');
  const plan = weihai.filings.desk;
  const tab = await openOldTab(browser);
  await signIn(tab);
  await tab.press('开始填写', plan.title);
  await tab.see('材料清单');
  await fill(tab, plan);
  if (plan.material === undefined) throw new Error('this journey brings a scan');
  await tab.attach(plan.material, await scan('盖章扫描件.pdf'));
  await tab.see('已上传');
  await tab.press('院内审签');
  await tab.press('提交并打印审签单');
  await tab.see('报送件院内审签单');
  await tab.press('上传盖章件');
  await tab.attach('签字盖章的审签单扫描件', await scan('审签单.pdf'));
  await tab.see('审签单.pdf');
  await tab.fill('签字日期', '2026-07-08');
  await tab.press('登记线下审签');
  await tab.see('院内审签已完成，可以报送');
  await tab.press('报送');
  await tab.see('报送后不能自行修改');
  await tab.press('报送');
  await tab.see('报送回执');
  await tab.see('回执号');
  expect(tab.problems).toEqual([]);
});
