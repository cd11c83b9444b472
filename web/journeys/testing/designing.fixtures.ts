import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { Form } from '#schema/contracts/campaign/form.ts';
import type { Register } from '#schema/contracts/campaign/register.ts';
import type { Tab } from './browser.fixtures.ts';
import { openView, pressKey } from './drafting.fixtures.ts';
import { expectSoundDraft } from './issuing.fixtures.ts';
import { escaped } from './keyboard.fixtures.ts';
import {
  criteriaIn,
  fieldsIn,
  formSheet,
  scoreSheet,
  titlesOf,
} from './largest-edition.fixtures.ts';
import { patience } from './people.fixtures.ts';
import { expectSoundPage } from './sound-page.fixtures.ts';

const kinds = {
  form: { list: '报表', add: '新建报表', edit: '编辑报表' },
  register: { list: '台账', add: '新建台账', edit: '编辑台账' },
  indicator: { list: '指标', add: '新建指标', edit: '编辑指标' },
  scorecard: { list: '考评细则', add: '新建考评细则', edit: '编辑考评细则' },
} as const;
type Kind = keyof typeof kinds;
type Designer = { tab: Tab; page: Page; form: Locator };

/** How many there are, as the heading of the list says. */
async function countOf(page: Page, kind: Kind): Promise<number> {
  const heading = page.getByRole('heading', { level: 4, name: named(`${kinds[kind].list}（`) });
  return Number(/（(\d+)）/u.exec(await heading.innerText())?.[1]);
}

const named = (words: string) => new RegExp(`^${escaped(words)}`, 'u');

/** 修改 or 复制 beside a part that has this very name. */
const act = (page: Page, words: '修改' | '复制', title: string) =>
  page.locator('#part-design').getByRole('link', {
    name: new RegExp(`^${words}\\s*：${escaped(title)}$`, 'u'),
  });

async function designer(tab: Tab, kind: Kind): Promise<Designer> {
  const form = tab.page.getByRole('form', { name: kinds[kind].edit });
  await form.waitFor();
  return { tab, page: tab.page, form };
}

/** The page of a part that the draft has; `copied` begins a new one as that one is. */
export async function openPart(tab: Tab, kind: Kind, title: string, copied = false) {
  await pressKey(act(tab.page, copied ? '复制' : '修改', title).first());
  return designer(tab, kind);
}

export async function addPart(tab: Tab, kind: Kind): Promise<Designer> {
  const { add } = kinds[kind];
  await pressKey(tab.page.locator('#part-design').getByRole('button', { name: add, exact: true }));
  return designer(tab, kind);
}

/** 保存 leads back to the draft, where the part stands in its list. */
export async function savePart({ page, form }: Designer): Promise<void> {
  await pressKey(form.getByRole('button', { name: '保存', exact: true }));
  await form.waitFor({ state: 'hidden' });
  await page.locator('#part-design').waitFor();
}

const rowsIn = (form: Locator) =>
  form.getByRole('list', { name: '表中各项' }).locator('.field-row');

/** A form out of a spreadsheet, over the one empty field that it began with. */
export async function pasteFields({ page, form }: Designer, model: Form): Promise<void> {
  await pressKey(form.getByRole('button', { name: '从 Excel 粘贴项目' }));
  const dialog = page.getByRole('dialog', { name: '从 Excel 粘贴项目' });
  await dialog.getByLabel(/^表格内容/u).fill(formSheet(model));
  await dialog.getByText(`可以加入 ${fieldsIn(model)} 行，需要改正 0 行。`).waitFor();
  await pressKey(dialog.getByRole('button', { name: `加入 ${fieldsIn(model)} 项` }));
  await dialog.waitFor({ state: 'hidden' });
  await expect.poll(() => rowsIn(form).count(), patience).toBe(fieldsIn(model));
}

/** From the palette by keyboard: the field opens, is named and made obligatory. */
export async function addField({ form }: Designer, kind: string, label: string): Promise<void> {
  const before = await rowsIn(form).count();
  const palette = form.getByRole('group', { name: '添加一项' });
  await pressKey(palette.getByRole('button', { name: kind, exact: true }));
  await expect.poll(() => rowsIn(form).count(), patience).toBe(before + 1);
  await form.getByLabel(/^项目名称/u).fill(label);
  await form.getByRole('radio', { name: '必须填', exact: true }).check();
}

/** By its handle onto the place of the one above it; and down again by the keyboard. */
export async function arrangeFields({ page, form }: Designer, dragged: string, over: string) {
  const names = () => rowsIn(form).locator('.field-row-name').allInnerTexts();
  const placeOf = async (label: string) =>
    (await names()).findIndex((name) => name.startsWith(label));
  const apart = async () => (await placeOf(dragged)) - (await placeOf(over));
  const head = (label: string) =>
    form
      .locator('.field-row-head')
      .filter({ has: page.getByRole('button', { name: named(label) }) })
      .first();
  await pressKey(head(dragged).getByRole('button', { name: named(dragged) }));
  expect(await apart()).toBe(1);
  await head(over).evaluate((row) => row.scrollIntoView({ block: 'center' }));
  const handle = await head(dragged).locator('.drag-handle').boundingBox();
  const target = await head(over).boundingBox();
  if (!handle || !target) throw new Error('the rows are not to be seen');
  await page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2);
  await page.mouse.down();
  await page.mouse.move(target.x + 60, target.y + target.height / 2, { steps: 6 });
  await page.mouse.move(target.x + 60, target.y + 4, { steps: 4 });
  await page.mouse.up();
  await expect.poll(apart, patience).toBe(-1);
  await pressKey(form.getByRole('button', { name: `下移“${dragged}”` }));
  await expect.poll(apart, patience).toBe(1);
}

/** A register with the usual course of closing problems, a state and a step of its own. */
export async function handleProblems(designing: Designer, words: { state: string; step: string }) {
  const { tab, page, form } = designing;
  await pressKey(page.getByRole('tab', { name: /^办理环节/u }));
  await pressKey(form.getByRole('button', { name: '套用“问题整改销号”流程' }));
  await pressKey(form.getByRole('button', { name: '加一个环节' }));
  await form.getByLabel('环节名称').last().fill(words.state);
  await pressKey(form.getByRole('button', { name: '加一个步骤' }));
  await pressKey(form.getByRole('button', { name: '新步骤', exact: true }));
  const title = form.getByLabel(/^步骤名称/u);
  await title.fill(words.step);
  await form
    .getByRole('combobox', { name: '到', exact: true })
    .selectOption({ label: words.state });
  // A step that leads nowhere else would end there: back into the work.
  await pressKey(form.getByRole('button', { name: '加一个步骤' }));
  await pressKey(form.getByRole('button', { name: '新步骤', exact: true }));
  await form.getByLabel(/^步骤名称/u).fill(`${words.state}后继续整改`);
  await form.getByRole('combobox', { name: '到', exact: true }).selectOption({ label: '整改中' });
  const from = form.getByRole('group', { name: '从' });
  await from.getByRole('checkbox', { name: '待认领' }).press('Space');
  await from.getByRole('checkbox', { name: words.state }).press('Space');
  await expectSoundPage(tab);
}

/** Whether all states and steps of a model stand in the open register, by their names. */
export async function expectCourse(
  { form }: Designer,
  { workflow }: Register,
  added: { states: number; steps: number },
): Promise<void> {
  if (!workflow) throw new Error('the model has no workflow');
  const fields = await form.getByLabel('环节名称').all();
  const states = await Promise.all(fields.map((field) => field.inputValue()));
  expect(states).toEqual(expect.arrayContaining(titlesOf(workflow.states)));
  expect(states).toHaveLength(workflow.states.length + added.states);
  // A step that is open has a line of fields beneath its own.
  const table = form.getByRole('table', { name: '办理步骤' });
  const steps = (await table.getByRole('rowheader').allInnerTexts()).map((name) => name.trim());
  expect(steps).toEqual(expect.arrayContaining(titlesOf(workflow.transitions)));
  expect(steps).toHaveLength(workflow.transitions.length + added.steps);
}

/** 指标口径对照: the shared indicator that the open one answers, and how nearly. */
export async function answerCommon({ tab, page, form }: Designer, common: string): Promise<void> {
  await form.getByLabel('对照另一项可比指标').selectOption({ label: common });
  await form.getByRole('radio', { name: /^相近/u }).check();
  await form
    .getByText(/没有写明差别/u)
    .first()
    .waitFor();
  await form.getByLabel(/^口径差别/u).fill('含准予延期的报送件');
  await page
    .getByText(/没有写明差别/u)
    .first()
    .waitFor({ state: 'hidden' });
  await expectSoundPage(tab);
}

export async function nameRegister(
  { page, form }: Designer,
  words: { title: string; noun: string },
) {
  await pressKey(page.getByRole('tab', { name: /^基本情况/u }));
  await form.getByLabel(/^台账名称/u).fill(words.title);
  await form.getByLabel(/^一条记录叫什么/u).fill(words.noun);
}

/** 指标: its name, what it says, and which share of the filings it is. */
export async function defineIndicator(
  { form }: Designer,
  words: { title: string; says: string; counts: string },
) {
  await form.getByLabel(/^指标名称/u).fill(words.title);
  await form.getByLabel(/^口径/u).fill(words.says);
  await form.getByRole('radio', { name: '按报送情况统计' }).check();
  await form.getByLabel(/^统计什么/u).selectOption({ label: words.counts });
}

/** The table of points out of a spreadsheet, adding up to what the card states. */
export async function pastePoints(
  { tab, page, form }: Designer,
  campaign: Campaign,
): Promise<number> {
  const items = campaign.scorecards.flatMap(({ children }) => criteriaIn(children));
  await pressKey(form.getByRole('button', { name: '从 Excel 粘贴考评项目' }));
  const dialog = page.getByRole('dialog', { name: '从 Excel 粘贴考评项目' });
  await dialog.getByLabel(/^表格内容/u).fill(scoreSheet(campaign));
  await dialog.getByText(`可以加入 ${items.length} 行，需要改正 0 行。`).waitFor();
  await expectSoundPage(tab);
  await pressKey(dialog.getByRole('button', { name: `加入 ${items.length} 个考评项目` }));
  await dialog.waitFor({ state: 'hidden' });
  await expect.poll(() => form.locator('tr.points-criterion').count(), patience).toBe(items.length);
  await form.getByText(/^各项合计100分，相符$/u).waitFor();
  await expectSoundPage(tab);
  return items.length;
}

/** 等次 and 一票否决, then 试算: two late filings and a deduction, the score and why. */
export async function gradeAndTry({ tab, page, form }: Designer, veto: string): Promise<string> {
  await pressKey(page.getByRole('tab', { name: '等次与一票否决' }));
  await pressKey(form.getByRole('button', { name: '按优秀、合格、不合格划分' }));
  await pressKey(form.getByRole('button', { name: '加一种情形' }));
  await form.getByLabel('情形', { exact: true }).fill(veto);
  await expectSoundPage(tab);
  await pressKey(page.getByRole('tab', { name: '试算' }));
  const late = form.getByRole('group', { name: '迟报' });
  await late.getByLabel('次数').fill('3');
  await form.getByText(/^得\d+(?:\.\d+)?分（满分\d+分）/u).waitFor();
  await expectSoundPage(tab);
  return form.getByRole('status').filter({ hasText: '满分' }).innerText();
}

export async function expectSizes(tab: Tab, wanted: Readonly<Record<Kind, number>>): Promise<void> {
  const { page } = tab;
  await openView(page, '正文');
  for (const kind of Object.keys(kinds) as Kind[]) {
    expect(await countOf(page, kind)).toBeGreaterThanOrEqual(wanted[kind]);
  }
  await expectSoundDraft(tab);
}
