import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import type { OrganizationDraft } from '#schema/contracts/organizations.ts';
import { readInstallationClock } from '#workers/cli/supervisor/installation-clock.ts';
import { addTenant } from '#workers/cli/tenant/add-tenant.ts';
import { openTab } from './browser.fixtures.ts';
import type { Tab, Width } from './browser.fixtures.ts';
import { fieldCalled } from './keyboard.fixtures.ts';
import { seat } from './people.fixtures.ts';
import type { Desk } from './people.fixtures.ts';
import { expectSoundPage } from './sound-page.fixtures.ts';
import type { World } from './world.fixtures.ts';

const file = fileURLToPath(
  new URL('../../../workers/app/testing/riverside.pack.json', import.meta.url),
);
const ownPassword = '首次登录-own-password-27';

const unit = (
  key: string,
  name: string,
  rest: Pick<OrganizationDraft, 'kind' | 'tags'> & { superior?: string },
): OrganizationDraft => {
  const { superior, ...own } = rest;
  const relation = { relation: 'supervision' as const, ...(superior ? { superior } : {}) };
  return { key, name, order: 300, ...own, relations: [relation] };
};

/** The commission's office over one district with two hospitals. */
export const units: readonly OrganizationDraft[] = [
  unit('office', '市卫生健康委行风办', { kind: 'department', tags: ['commission'] }),
  unit('north', '北岸县卫生健康局', { kind: 'bureau', superior: 'office' }),
  unit('north-1', '北岸第一医院', { kind: 'hospital', superior: 'north', tags: ['pilot'] }),
  unit('north-2', '北岸第二医院', { kind: 'hospital', superior: 'north', tags: ['pilot'] }),
];

/** A region that came from a file while the programs ran, with the people who are known in it. */
export type NewRegion = {
  readonly host: string;
  desk(width: Width): Desk;
  /** The first sign-in with a one-time password, which is good for nothing but an own one. */
  enterFirst(username: string, password?: string): Promise<Tab>;
};

/** `npm run tenant -- add` on the running programs; everybody’s one-time password is in its answer. */
export async function addRegion(world: World, browser: Browser): Promise<NewRegion> {
  const { runtime } = world;
  const clock = readInstallationClock(runtime.layout);
  const addition = { file, clock, dryRun: false, again: false };
  const { slug, accounts } = await addTenant(runtime.databases, addition);
  const passwords = new Map(accounts.map(({ username, password }) => [username, password]));
  const account = (_host: string, username: string) => {
    const password = passwords.get(username);
    if (password === undefined) throw new Error(`nobody called ${username}`);
    return { username, password, role: '', organization: '' };
  };
  const desk = (width: Width): Desk => ({ world: { ...world, account }, browser, width });
  return {
    host: slug,
    desk,
    enterFirst: async (username, password) => {
      if (password !== undefined) passwords.set(username, password);
      const current = account(slug, username).password;
      const tab = username.endsWith('.clerk')
        ? await followLink(desk('desk'), slug, `${username}:${current}`)
        : await seat(desk('desk'), { host: slug, username, path: '/console/' });
      await chooseOwnPassword(tab, current);
      passwords.set(username, ownPassword);
      return tab;
    },
  };
}

/** The first sign-in link, as it was handed over: one click is left to do. */
async function followLink({ world, browser, width }: Desk, host: string, first: string) {
  const tab = await openTab(browser, width);
  await tab.page.goto(world.urlOf(host, `/sign-in#first=${first}`));
  await expectSoundPage(tab);
  await tab.page.getByRole('button', { name: '登录' }).click();
  return tab;
}

async function chooseOwnPassword(tab: Tab, current: string): Promise<void> {
  const { page } = tab;
  await page.getByText('您使用的是一次性密码，请先设置新密码，再继续使用。').waitFor();
  await fieldCalled(page, '原密码').fill(current);
  await fieldCalled(page, '新密码').fill(ownPassword);
  await fieldCalled(page, '再输入一次新密码').fill(ownPassword);
  await expectSoundPage(tab);
  await page.getByRole('button', { name: '修改密码' }).click();
  await page.getByText('您使用的是一次性密码', { exact: false }).waitFor({ state: 'hidden' });
}

/** One call as the pages make it, for what has no page yet. */
export async function send<T>({ page }: Tab, path: string, json: unknown): Promise<T> {
  const answer = await page.evaluate(
    async ([to, body]) => {
      const response = await fetch(to ?? '', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: body ?? '',
      });
      return { status: response.status, text: await response.text() };
    },
    [path, JSON.stringify(json)],
  );
  if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${answer.text}`);
  return JSON.parse(answer.text) as T;
}

/** 开设账号 on the page; gives the one-time password that it tells. */
export async function openAccount(
  tab: Tab,
  input: { username: string; post: string; unit: string },
): Promise<string> {
  const { page } = tab;
  await page.getByRole('button', { name: '开设账号' }).click();
  const dialog = page.getByRole('dialog', { name: '开设账号' });
  await dialog.getByLabel(/^用户名/u).fill(input.username);
  await dialog.getByLabel(/^岗位/u).fill(input.post);
  await dialog.getByLabel(/^单位/u).selectOption({ label: input.unit });
  await expectSoundPage(tab);
  await dialog.getByRole('button', { name: '开设', exact: true }).click();
  const password = (await dialog.getByRole('code').innerText()).trim();
  await expectSoundPage(tab);
  await dialog.getByRole('button', { name: '关闭' }).first().click();
  await page.getByRole('rowheader', { name: input.username }).waitFor();
  return password;
}

/** 授予岗位权限 on the page. */
export async function authorize(
  tab: Tab,
  input: { username: string; role: string; unit: string; relation?: string },
): Promise<void> {
  const { page } = tab;
  const row = page.getByRole('row').filter({ hasText: input.username });
  await row.getByRole('button', { name: '权限' }).click();
  const dialog = page.getByRole('dialog', { name: `账号 ${input.username} 的岗位权限` });
  await dialog.getByLabel(/^角色/u).selectOption({ label: input.role });
  await dialog.getByLabel(/^单位/u).selectOption({ label: input.unit });
  if (input.relation !== undefined) {
    await dialog.getByLabel(/^范围/u).selectOption({ label: input.relation });
  }
  await dialog.getByLabel(/^原因/u).fill('开通岗位');
  await expectSoundPage(tab);
  await dialog.getByRole('button', { name: '授予', exact: true }).click();
  await page.getByText('岗位权限已授予').first().waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
}

/** Another profile of the browser at the door of the region, signed in by nobody. */
export async function visit(region: NewRegion, width: Width): Promise<Tab> {
  const { world, browser } = region.desk(width);
  const tab = await openTab(browser, width);
  await tab.page.goto(world.urlOf(region.host));
  return tab;
}
