import type { Browser } from 'playwright-core';
import { openTab } from './browser.fixtures.ts';
import type { Tab, Width } from './browser.fixtures.ts';
import type { World } from './world.fixtures.ts';

/** For expectations that wait on a busy machine. */
export const patience = { timeout: 30_000 };

export type Desk = { world: World; browser: Browser; width: Width };

/** Gives name and password on the sign-in page that stands before `path`. */
export async function signIn(
  tab: Tab,
  world: World,
  input: { host: string; username: string; path?: string },
): Promise<void> {
  const { page } = tab;
  const { username, password } = world.account(input.host, input.username);
  await page.goto(world.urlOf(input.host, input.path));
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByText('退出登录').waitFor({ state: 'attached' });
}

/** A person at a desk of their own: another browser profile, signed in. */
export async function seat(
  { world, browser, width }: Desk,
  input: { host: string; username: string; path?: string },
): Promise<Tab> {
  const tab = await openTab(browser, width);
  await signIn(tab, world, input);
  return tab;
}
