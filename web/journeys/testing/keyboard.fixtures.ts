import type { Locator, Page } from 'playwright-core';
import type { Answer } from './regions.fixtures.ts';

/** Words that stand for themselves in a pattern. */
export const escaped = (words: string) => words.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** A field whose label begins with these words; 必填 and units stand behind them. */
export function fieldCalled(page: Page, label: string): Locator {
  return page.getByLabel(new RegExp(`^${escaped(label)}`, 'u')).first();
}

const isFocused = (field: Locator) =>
  field.evaluate((element) => element === element.ownerDocument.activeElement);

/** Goes on with the Tab key until the field has the focus. */
export async function tabTo(page: Page, field: Locator, furthest = 12): Promise<void> {
  for (let step = 0; step < furthest; step += 1) {
    if (await isFocused(field)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${String(field)} is not reached with the Tab key`);
}

async function tick(page: Page, labels: readonly string[]): Promise<void> {
  for (const label of labels) {
    await tabTo(page, page.getByRole('checkbox', { name: label }));
    await page.keyboard.press('Space');
  }
}

/** Fills the form from its first field on without ever touching the mouse. */
export async function fillByKeyboard(page: Page, answers: readonly Answer[]): Promise<void> {
  const [first] = answers;
  if (first === undefined) return;
  const start =
    'ticks' in first
      ? page.getByRole('checkbox', { name: first.ticks[0] })
      : fieldCalled(page, first.label);
  await start.focus();
  for (const answer of answers) {
    if ('ticks' in answer) await tick(page, answer.ticks);
    else {
      await tabTo(page, fieldCalled(page, answer.label));
      await page.keyboard.press('Control+a');
      await page.keyboard.type(answer.text);
    }
  }
  await page.keyboard.press('Tab');
}
