import type { Page } from 'playwright-core';
import type { Tab } from './browser.fixtures.ts';
import { escaped, fieldCalled, fillByKeyboard } from './keyboard.fixtures.ts';
import { seat } from './people.fixtures.ts';
import type { Desk } from './people.fixtures.ts';
import { writtenAnswers } from './regions.fixtures.ts';
import type { FilingPlan, JourneyRegion } from './regions.fixtures.ts';
import { expectSoundPage } from './sound-page.fixtures.ts';

const stampChecks = ['章印清晰', '单位名称与填报单位一致', '负责人签字完整', '日期在填报期内'];
export const deductionReason = '现场核对：2处投诉未在规定时间内答复。';

/** The office's desk, with this filing on it. */
async function openCase(desk: Desk, region: JourneyRegion, title: string): Promise<Tab> {
  const tab = await seat(desk, { host: region.slug, username: 'reviewer', path: '/console/' });
  await tab.page.getByRole('link', { name: '审核', exact: true }).click();
  const act = new RegExp(`^审核\\s*：.*${escaped(title)}$`, 'u');
  const link = tab.page.getByRole('link', { name: act });
  await link.waitFor();
  await expectSoundPage(tab);
  await link.click();
  await tab.page.getByRole('heading', { level: 1, name: title }).waitFor();
  await expectSoundPage(tab);
  return tab;
}

/** The two answers that the office wants to have changed: the first and the last. */
const wanting = (plan: FilingPlan) =>
  writtenAnswers(plan).filter((_, index, { length }) => index === 0 || index === length - 1);

/** 退回修改, once, with everything listed on one sheet. */
export async function returnOnce(desk: Desk, region: JourneyRegion, plan: FilingPlan) {
  const tab = await openCase(desk, region, plan.title);
  const { page } = tab;
  await page.getByRole('button', { name: '退回修改' }).click();
  const sheet = page.getByRole('dialog', {
    name: '请一次性列明全部需修改之处（本件第1次退回）',
  });
  for (const { label } of wanting(plan)) {
    await sheet.getByRole('checkbox', { name: new RegExp(`^${escaped(label)}`, 'u') }).check();
    await sheet.getByLabel(`“${label}”需怎样修改`).fill('与佐证材料不一致，请核对后重填。');
  }
  await expectSoundPage(tab);
  await sheet.getByRole('button', { name: '退回修改（2处）' }).click();
  await sheet.waitFor({ state: 'hidden' });
  await page.getByText('退回待改').first().waitFor();
  await tab.context.close();
}

/** The clerk finds every point at the top and mends what each of them names. */
export async function mendAsAsked(tab: Tab, plan: FilingPlan): Promise<void> {
  const { page } = tab;
  const act = new RegExp(`^按意见修改（2处）\\s*：\\s*${escaped(plan.title)}$`, 'u');
  await page.goto(new URL('/', page.url()).href);
  await page.getByRole('link', { name: act }).click();
  await page.getByText(/退回修改，共 2 处$/u).waitFor();
  await expectSoundPage(tab);
  for (const { label, text } of wanting(plan)) {
    await page.getByRole('link', { name: label, exact: true }).click();
    await fieldCalled(page, label).waitFor();
    const mended = /^\d+$/u.test(text) ? String(Number(text) + 1) : mendedText(text);
    await fillByKeyboard(page, [{ label, text: mended }]);
  }
  await page.getByText(/^已保存 \d/u).waitFor();
}

const mendedText = (text: string) => (/^\d{4}-/u.test(text) ? '2026-07-07' : `${text}（已核对）`);

async function tickStamps(page: Page): Promise<void> {
  await page.getByRole('button', { name: '通过' }).click();
  await page.getByText('还有 4 项没有核对', { exact: false }).waitFor();
  for (const name of stampChecks) await page.getByRole('checkbox', { name }).check();
}

/** 通过, and one deduction by exception: all else keeps its full points. */
export async function acceptAndDeduct(desk: Desk, region: JourneyRegion, plan: FilingPlan) {
  const tab = await openCase(desk, region, plan.title);
  const { page } = tab;
  if (plan.material !== undefined) await tickStamps(page);
  await page.getByRole('button', { name: '通过' }).click();
  await page.getByRole('link', { name: '回到待审列表' }).waitFor();
  await page.getByRole('button', { name: '扣分登记' }).click();
  await page.getByRole('heading', { name: /^扣分登记：/u }).waitFor();
  await fieldCalled(page, '考评项目').selectOption({ index: 1 });
  await fieldCalled(page, '扣几分').fill('0.5');
  await fieldCalled(page, '扣分原因').fill(deductionReason);
  await expectSoundPage(tab);
  await page.getByRole('button', { name: '登记扣分' }).click();
  await page.getByText(`扣 0.5 分：${deductionReason}`).first().waitFor();
  await expectSoundPage(tab);
  await tab.context.close();
}

/** 得分与依据: the line, the reason, the clause, and the sentence that is never missing. */
export async function readScores(tab: Tab): Promise<void> {
  const { page } = tab;
  await page.getByRole('link', { name: '得分与依据' }).click();
  await page.getByText('本结果仅供内部考核使用，未经批准不得对外公布。').waitFor();
  await page.getByText(deductionReason).first().waitFor();
  for (const words of ['评分标准：', /^依据 .*：$/u]) {
    await page.getByText(words).filter({ visible: true }).first().waitFor();
  }
  await expectSoundPage(tab);
}
