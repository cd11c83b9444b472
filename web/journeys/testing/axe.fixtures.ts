import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const serious = new Set(['serious', 'critical']);

/** What axe finds serious on the page as it stands, by WCAG 2.2 A and AA; one line each. */
export async function findBarriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations
    .filter(({ impact }) => serious.has(impact ?? ''))
    .map(({ id, help, nodes }) => `${id}: ${help} (${nodes[0]?.target.join(' ') ?? ''})`);
}
