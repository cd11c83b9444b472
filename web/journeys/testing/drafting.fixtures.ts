import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { Tab } from './browser.fixtures.ts';
import { expectSoundDraft } from './issuing.fixtures.ts';
import { escaped } from './keyboard.fixtures.ts';
import { documentOf, taskSheet } from './largest-edition.fixtures.ts';
import { patience } from './people.fixtures.ts';
import { expectSoundPage } from './sound-page.fixtures.ts';

/** Presses a button as somebody does who has no mouse. */
export async function pressKey(button: Locator, key = 'Enter'): Promise<void> {
  await button.focus();
  await button.press(key);
}

type View = '正文' | '任务表' | '进度安排' | '机构与目录';

export async function openView(page: Page, view: View): Promise<void> {
  const views = page.getByRole('navigation', { name: '编制视图' });
  await pressKey(views.getByRole('button', { name: view, exact: true }));
  await page.getByText('正在读取……').first().waitFor({ state: 'hidden' });
}

/** 新建方案 → 空白方案: title, issuer, year and the offices; gives the draft's address. */
export async function openBlank(
  tab: Tab,
  { title, offices }: { title: string; offices: string[] },
) {
  const { page } = tab;
  await page.getByRole('link', { name: '工作方案', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: '工作方案' }).waitFor();
  await pressKey(page.getByRole('button', { name: '新建方案' }));
  const dialog = page.getByRole('dialog', { name: '新建方案' });
  await dialog.getByRole('radio', { name: /^空白方案/u }).check();
  await dialog.getByLabel(/^文件标题/u).fill(title);
  await dialog.getByLabel(/^适用年度/u).fill('2026');
  await dialog.getByLabel(/^实施期间起/u).fill('2026-07-01');
  await dialog.getByLabel(/^实施期间止/u).fill('2026-12-31');
  await dialog.getByLabel(/^接收科室/u).fill(offices.join('\n'));
  await expectSoundPage(tab);
  await pressKey(dialog.getByRole('button', { name: '建立草稿' }));
  await page.getByRole('heading', { name: /^一致性检查/u }).waitFor();
  await expectSoundDraft(tab);
  return new URL(page.url()).pathname;
}

const outlineOf = (page: Page) => page.locator('.drafting-outline').getByRole('link');

/** The whole document from Word in one paste, each paragraph a clause; gives how many there are. */
export async function pasteDocument(tab: Tab, campaign: Campaign): Promise<number> {
  const { page } = tab;
  await outlineOf(page).first().waitFor();
  const before = await outlineOf(page).count();
  await pressKey(page.getByRole('button', { name: '粘贴多段文字' }));
  const dialog = page.getByRole('dialog', { name: '粘贴多段文字' });
  await dialog.getByLabel(/^正文/u).fill(documentOf(campaign));
  await dialog.getByRole('checkbox', { name: /^没有序号的段落单独成条/u }).press('Space');
  const count = campaign.clauses.length;
  await dialog.getByText(`识别为 ${count} 条，请核对层级和类别。`).waitFor();
  await expectSoundPage(tab);
  await pressKey(dialog.getByRole('button', { name: `加入 ${count} 条` }));
  await dialog.waitFor({ state: 'hidden' });
  await expect.poll(() => outlineOf(page).count(), patience).toBe(before + count);
  return count;
}

/** 发文主体, 专项 and 口径标签, a line each. */
export async function fillLists(tab: Tab, lists: Readonly<Record<string, readonly string[]>>) {
  const { page } = tab;
  await openView(page, '机构与目录');
  for (const [list, names] of Object.entries(lists)) {
    const group = page.getByRole('group', { name: list, exact: true });
    for (const name of names) {
      await pressKey(group.getByRole('button', { name: `＋ ${list}`, exact: true }));
      await group.getByLabel('名称', { exact: true }).last().fill(name);
    }
  }
  await expectSoundDraft(tab);
  await pressKey(page.getByRole('button', { name: '保存本项' }));
  await page.getByText('没有改动').waitFor();
}

/** 文号系列: papers of one issuer that this program numbers; it stands there when asked again. */
export async function addSeries(
  { page }: Tab,
  series: { title: string; issuer: string; prefix: string },
): Promise<void> {
  await openView(page, '机构与目录');
  const group = page.getByRole('group', { name: '文号系列', exact: true });
  await pressKey(group.getByRole('button', { name: '＋ 文号系列', exact: true }));
  await group.getByLabel('名称', { exact: true }).last().fill(series.title);
  await group.getByLabel('发文主体').last().selectOption({ label: series.issuer });
  await group.getByLabel('机关代字').last().fill(series.prefix);
  await pressKey(page.getByRole('button', { name: '保存本项' }));
  await page.getByText('没有改动').waitFor();
  await page.reload();
  await openView(page, '机构与目录');
  await expect
    .poll(() => group.getByLabel('机关代字').last().inputValue(), patience)
    .toBe(series.prefix);
  expect(await group.getByLabel('名称', { exact: true }).last().inputValue()).toBe(series.title);
}

/** The stages of the document, each with its first and last day. */
export async function addPhases(tab: Tab, titles: readonly string[]): Promise<void> {
  const { page } = tab;
  for (const [at, title] of titles.entries()) {
    await openView(page, '进度安排');
    await pressKey(page.getByRole('button', { name: '＋ 阶段' }));
    const form = page.getByRole('form', { name: '修改阶段' });
    await form.getByLabel(/^阶段名称/u).fill(title);
    const [from, to] = await form.getByLabel('日期', { exact: true }).all();
    await from?.fill(`2026-${String(7 + 2 * at).padStart(2, '0')}-10`);
    await to?.fill(`2026-${String(8 + 2 * at).padStart(2, '0')}-28`);
    await pressKey(form.getByRole('button', { name: '加入方案' }));
    await form.waitFor({ state: 'hidden' });
  }
}

/** The table of tasks out of a spreadsheet: looked at, and taken with a form each. */
export async function pasteTasks(tab: Tab, campaign: Campaign, last: string): Promise<void> {
  const { page } = tab;
  const count = campaign.tasks.length;
  await openView(page, '任务表');
  await pressKey(page.getByRole('button', { name: '从 Excel 粘贴任务' }));
  const dialog = page.getByRole('dialog', { name: '从 Excel 粘贴任务' });
  await dialog.getByLabel(/^表格内容/u).fill(taskSheet(campaign, last));
  await dialog.getByText(`可以加入 ${count} 行，需要改正 0 行。`).waitFor();
  await expectSoundPage(tab);
  await pressKey(dialog.getByRole('button', { name: `加入 ${count} 项任务` }));
  await dialog.waitFor({ state: 'hidden' });
  const rows = page.getByRole('table', { name: '任务表' }).getByRole('row');
  await expect.poll(() => rows.count(), patience).toBe(count + 1);
  await expectSoundDraft(tab);
}

/** One cell written in place: who only has a correction to make opens nothing. */
export async function correctMinutes(page: Page, task: string, minutes: string): Promise<void> {
  const cell = page.getByLabel(`用时（分钟）：${task}`);
  await cell.fill(minutes);
  await cell.press('Enter');
  await expect.poll(() => page.getByLabel(`用时（分钟）：${task}`).inputValue()).toBe(minutes);
}

const unitsReached = async (form: Locator): Promise<number> => {
  const words = await form.getByText(/^共 \d+ 个单位/u).innerText();
  return Number(/(\d+)/u.exec(words)?.[1]);
};

/** 报送范围 by ticking: while it is narrowed, the page says whom it reaches. */
export async function narrowAudience(tab: Tab, task: string, kinds: readonly string[]) {
  const { page } = tab;
  await openView(page, '任务表');
  await pressKey(
    page.getByRole('button', { name: new RegExp(`^修改\\s*：${escaped(task)}$`, 'u') }),
  );
  const form = page.getByRole('form', { name: '修改工作任务' });
  const group = form.getByRole('group', { name: '单位类别' });
  await group.waitFor();
  const before = await unitsReached(form);
  const ticked = group.getByRole('checkbox', { checked: true });
  for (let left = await ticked.count(); left > 0; left -= 1) {
    await ticked.first().press('Space');
    await expect.poll(() => ticked.count(), patience).toBe(left - 1);
  }
  for (const name of kinds) await group.getByRole('checkbox', { name }).press('Space');
  await expect.poll(() => unitsReached(form), patience).toBeLessThan(before);
  const after = await unitsReached(form);
  await expectSoundDraft(tab);
  await pressKey(form.getByRole('button', { name: '保存本项' }));
  await form.waitFor({ state: 'hidden' });
  return { before, after };
}

/** 进度安排 by the arrow keys: the Saturday is told, the day is moved, and the words follow. */
export async function moveByKeys(tab: Tab, task: string, days: { key: string; reads: string }) {
  const { page } = tab;
  await openView(page, '进度安排');
  const mark = page.getByRole('slider', { name: `${task}的截止` });
  await mark.focus();
  expect(await mark.getAttribute('aria-valuetext')).toContain('周末');
  await page.keyboard.press(days.key);
  expect(await mark.getAttribute('aria-valuetext')).toBe(days.reads);
  await page.keyboard.press('Enter');
  const line = page.getByRole('listitem').filter({ has: mark });
  const reword = line.getByRole('button', { name: /^写法改为/u });
  await reword.waitFor();
  await expectSoundDraft(tab);
  await pressKey(reword);
  await reword.waitFor({ state: 'hidden' });
}

/** 一致性检查（0 错 …）: what is an error stands there with its words; none may be left. */
export async function readErrors({ page }: Tab): Promise<string[]> {
  await openView(page, '正文');
  const checks = page.getByRole('complementary', { name: '一致性检查' });
  await checks.getByRole('heading', { name: /^一致性检查（\d+ 错/u }).waitFor();
  return checks.getByRole('listitem').filter({ hasText: '错误' }).allInnerTexts();
}

/** The office's words for 预览: who looks, and from which post. */
type Eyes = { unit: RegExp; post: '填报人' | '主要负责人' };

/** 预览 as somebody of a unit: the tasks he will have, in the pages of his own desk. */
export async function lookAs(tab: Tab, { unit, post }: Eyes): Promise<string[]> {
  const { page } = tab;
  const choice = page.getByLabel(/^以谁的身份看/u);
  await choice.waitFor();
  const options = await choice.getByRole('option').allInnerTexts();
  const label = options.find((each) => unit.test(each));
  if (label === undefined) throw new Error(`nobody like ${String(unit)} in ${options.join('；')}`);
  await choice.selectOption({ label });
  await page.getByRole('radio', { name: post, exact: true }).check();
  const desk = page.frameLocator('iframe');
  await desk.getByRole('heading', { level: 1, name: '我的任务' }).waitFor();
  await desk.getByRole('listitem').first().waitFor();
  await expectSoundPage(tab);
  return desk.getByRole('listitem').allInnerTexts();
}

/** The same page on the small screen of a meeting room: nothing beyond its edge, nothing in the way. */
export async function expectSoundAt1024(tab: Tab): Promise<void> {
  const { page } = tab;
  const before = page.viewportSize();
  await page.setViewportSize({ width: 1024, height: 768 });
  await expectSoundDraft(tab);
  if (before) await page.setViewportSize(before);
}
