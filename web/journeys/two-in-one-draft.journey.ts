import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { widths } from './testing/browser.fixtures.ts';
import type { Tab, Width } from './testing/browser.fixtures.ts';
import { openTask } from './testing/filing.fixtures.ts';
import { fieldCalled, fillByKeyboard } from './testing/keyboard.fixtures.ts';
import { patience, seat } from './testing/people.fixtures.ts';
import { journeyRegions, writtenAnswers } from './testing/regions.fixtures.ts';
import { expectSoundPage } from './testing/sound-page.fixtures.ts';
import { useStage } from './testing/stage.fixtures.ts';

const stage = useStage();

const sizes = Object.keys(widths) as Width[];

async function write({ page }: Tab, label: string, text: string): Promise<void> {
  await fillByKeyboard(page, [{ label, text }]);
}

/** What the server says to a save that would overwrite another's. */
async function refusedSave({ page }: Tab): Promise<unknown> {
  const answer = await page.waitForResponse(
    (response) => response.url().endsWith('/draft') && response.status() === 412,
  );
  return answer.json();
}

const saved = (page: Page) => page.getByText(/^已保存 \d/u).waitFor();
const valueOf = (page: Page, label: string) => () => fieldCalled(page, label).inputValue();

describe.each(journeyRegions)('two clerks of one hospital of $slug in one draft', (region) => {
  it.each(sizes)('lose nothing, at the %s', async (width) => {
    const desk = stage.desk(width);
    const plan = region.filings[width];
    const [first, second, third] = writtenAnswers(plan);
    if (!first || !second || !third) throw new Error('the plan is too short for two people');
    const one = await seat(desk, { host: region.slug, username: 'clerk' });
    const other = await seat(desk, { host: region.slug, username: 'clerk2' });
    for (const tab of [one, other]) await openTask(tab.page, '填写', plan.title);

    await write(one, first.label, first.text);
    await saved(one.page);
    await write(other, second.label, second.text);
    await saved(other.page);
    await one.page.reload();
    await expect.poll(valueOf(one.page, first.label), patience).toBe(first.text);
    await expect.poll(valueOf(one.page, second.label), patience).toBe(second.text);

    await write(one, third.label, '4');
    await saved(one.page);
    const refused = refusedSave(other);
    await write(other, third.label, '5');
    expect(await refused).toMatchObject({
      code: 'submissions.field_conflict',
      conflicts: [{ yours: 5, theirs: 4 }],
    });
    const choice = other.page.getByRole('alertdialog', { name: '有 1 处被他人同时修改' });
    await choice.getByText(/^4/u).waitFor();
    await choice.getByText(/^5/u).waitFor();
    await expectSoundPage(other);
    await choice.getByRole('button', { name: /^用我填的/u }).click();
    await choice.waitFor({ state: 'hidden' });
    await saved(other.page);
    await one.page.reload();
    await expect.poll(valueOf(one.page, third.label), patience).toBe('5');
    for (const kept of [first, second]) {
      await expect.poll(valueOf(one.page, kept.label), patience).toBe(kept.text);
    }
    await expectSoundPage(one);
    await one.context.close();
    await other.context.close();
  });
});
