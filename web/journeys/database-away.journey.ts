import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { widths } from './testing/browser.fixtures.ts';
import type { Width } from './testing/browser.fixtures.ts';
import { openTask } from './testing/filing.fixtures.ts';
import { fieldCalled, fillByKeyboard } from './testing/keyboard.fixtures.ts';
import { patience, seat } from './testing/people.fixtures.ts';
import { journeyRegions, writtenAnswers } from './testing/regions.fixtures.ts';
import { expectSoundPage } from './testing/sound-page.fixtures.ts';
import { useStage } from './testing/stage.fixtures.ts';

const stage = useStage();
let halted: number | undefined;

afterEach(() => bringBack());

const sizes = Object.keys(widths) as Width[];

/** The engine of this world holds still: it takes connections and answers nothing. */
function halt(): void {
  halted = stage.world.runtime.pids().tenantDatabase;
  if (halted === undefined) throw new Error('the engine of this world has no process');
  process.kill(halted, 'SIGSTOP');
}

function bringBack(): void {
  if (halted !== undefined) process.kill(halted, 'SIGCONT');
  halted = undefined;
}

const askForTasks = (page: Page) =>
  page.evaluate(async () => {
    const { status, headers } = await fetch('/api/submissions/mine');
    return { status, retryAfter: headers.get('retry-after') };
  });

describe.each(journeyRegions)('while the database of $slug is away', (region) => {
  it.each(sizes)('what a clerk types stays in the browser, at the %s', async (width) => {
    const desk = stage.desk(width);
    const plan = region.filings[width];
    const [first, second] = writtenAnswers(plan);
    if (!first || !second) throw new Error('the plan is too short');
    const tab = await seat(desk, { host: region.slug, username: 'clerk' });
    const { page } = tab;
    await openTask(page, '填写', plan.title);
    await fillByKeyboard(page, [first]);
    await page.getByText(/^已保存 \d/u).waitFor();

    halt();
    await fillByKeyboard(page, [second]);
    await page.getByText('暂存在本机，恢复后自动保存').waitFor();
    await page.getByText(/^有 1 处改动存在本机，尚未送达服务器/u).waitFor();
    await expectSoundPage(tab);
    const answer = await askForTasks(page);
    expect(answer.status).toBe(503);
    expect(Number(answer.retryAfter)).toBeGreaterThan(0);

    bringBack();
    await page.reload();
    await expect
      .poll(() => fieldCalled(page, second.label).inputValue(), patience)
      .toBe(second.text);
    await page.getByText(/^(已|上次)保存 /u).waitFor({ timeout: 60_000 });
    const colleague = await seat(desk, { host: region.slug, username: 'clerk2' });
    await openTask(colleague.page, '填写', plan.title);
    await expect
      .poll(() => fieldCalled(colleague.page, second.label).inputValue(), patience)
      .toBe(second.text);
    await tab.context.close();
    await colleague.context.close();
  });
});
