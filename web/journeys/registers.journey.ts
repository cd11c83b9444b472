import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { widths } from './testing/browser.fixtures.ts';
import type { Tab, Width } from './testing/browser.fixtures.ts';
import { fieldCalled } from './testing/keyboard.fixtures.ts';
import { seat } from './testing/people.fixtures.ts';
import { expectSoundPage } from './testing/sound-page.fixtures.ts';
import { useStage } from './testing/stage.fixtures.ts';

const host = 'dongxihu';
const conditions = [
  '措施已经完成',
  '佐证材料在整改期内',
  '涉及制度的已立改',
  '涉及责任的已处理',
  '当事人已答复',
];

const stage = useStage();

/** Presses a step, fills what its sheet asks for, and waits for the stage it leads to. */
async function takeStep(tab: Tab, step: string, fill: (sheet: Page) => Promise<void>, to: string) {
  const { page } = tab;
  await page.getByRole('button', { name: step, exact: true }).click();
  const sheet = page.getByRole('dialog', { name: step });
  await sheet.waitFor();
  await fill(page);
  await expectSoundPage(tab);
  await sheet.getByRole('button', { name: '确认办理' }).click();
  await sheet.waitFor({ state: 'hidden' });
  await page.locator('.page-summary').getByText(to, { exact: true }).waitFor();
}

const nothing = () => Promise.resolve();

/** The clerk puts a problem of the own unit on record and gives its number in the address. */
async function recordProblem(tab: Tab, problem: string): Promise<string> {
  const { page } = tab;
  await page.getByRole('link', { name: '台账', exact: true }).click();
  await page.getByRole('link', { name: '作风建设负面清单' }).click();
  await page.getByRole('heading', { level: 1, name: '作风建设负面清单' }).waitFor();
  await expectSoundPage(tab);
  await page.getByRole('link', { name: '登记问题' }).click();
  await page.getByRole('radio', { name: '推诿扯皮，本位主义' }).check();
  await fieldCalled(page, '问题表现').fill(problem);
  await page.getByRole('radio', { name: '群众提' }).check();
  await expectSoundPage(tab);
  await page.getByRole('button', { name: '登记问题' }).click();
  await page.getByRole('heading', { level: 1, name: problem }).waitFor();
  return new URL(page.url()).pathname;
}

describe.each(Object.keys(widths) as Width[])('a problem of a unit, at the %s', (width) => {
  it('is recorded, claimed, rectified and struck off, each by whom it belongs to', async () => {
    const problem = `导诊台无人值守，群众排队等候时间偏长（${width}）`;
    const desk = stage.desk(width);
    const clerk = await seat(desk, { host, username: 'clerk' });
    const path = await recordProblem(clerk, problem);
    await expectSoundPage(clerk);
    await takeStep(
      clerk,
      '认领',
      async (page) => {
        await fieldCalled(page, '责任人（岗位）').fill('门诊部主任');
        await fieldCalled(page, '整改措施').fill('增设导诊岗位，分时段值守。');
        await fieldCalled(page, '完成时限').fill('2026-08-31');
      },
      '已认领',
    );
    await clerk.page.getByText(/负面清单完成时限，剩\d+日（自然日）/u).waitFor();
    const applied = async (page: Page) => {
      await fieldCalled(page, '整改进展').fill('已增设两名导诊人员。');
    };
    await takeStep(clerk, '申请销号', applied, '申请销号');
    expect(await clerk.page.getByRole('button', { name: '复核销号' }).count()).toBe(0);
    const checker = await seat(desk, { host, username: 'checker', path: `/console${path}` });
    await expectSoundPage(checker);
    await takeStep(checker, '初审通过', nothing, '初审通过，待复核');
    const drafter = await seat(desk, { host, username: 'drafter', path: `/console${path}` });
    const confirmed = async (page: Page) => {
      for (const name of conditions) await page.getByRole('checkbox', { name }).check();
    };
    await takeStep(drafter, '复核销号', confirmed, '已销号');
    await clerk.page.reload();
    await clerk.page.locator('.page-summary').getByText('已销号').waitFor();
    await expectSoundPage(clerk);
    for (const tab of [clerk, checker, drafter]) await tab.context.close();
  });
});

describe('the wall chart', () => {
  it.each(Object.keys(widths) as Width[])('shows what is struck off, at the %s', async (width) => {
    const path = '/console/registers/sixty-measures/wall';
    const desk = stage.desk(width);
    const tab = await seat(desk, { host: 'weihai', username: 'checker', path });
    const row = tab.page.getByRole('row').filter({ hasText: '60条措施第1条' }).first();
    await row.getByText(/^1\/\d+$/u).waitFor();
    await expectSoundPage(tab);
    await tab.page.getByRole('link', { name: '60条措施第1条' }).click();
    await tab.page.getByRole('heading', { level: 1, name: '60条措施挂图作战清单' }).waitFor();
    await tab.page.getByRole('table').getByText('已销号').first().waitFor();
    await expectSoundPage(tab);
    await tab.context.close();
  });
});
