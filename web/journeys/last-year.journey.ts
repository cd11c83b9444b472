import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { host, openCase, seeDecided, signAndFile, sitAtBureau } from './testing/bureau.fixtures.ts';
import { openTask } from './testing/filing.fixtures.ts';
import {
  expectSoundDraft,
  publish,
  registerIssue,
  signAs,
  submit,
} from './testing/issuing.fixtures.ts';
import { fieldCalled } from './testing/keyboard.fixtures.ts';
import { sitInOffice } from './testing/office.fixtures.ts';
import { seat } from './testing/people.fixtures.ts';
import { useStage } from './testing/stage.fixtures.ts';
import { expectDecentPrint, expectStation } from './testing/station.fixtures.ts';

const hospital = '省立澄川医院';
const task = '行风建设组织架构确认';
const running = '2026年全省卫生健康系统行业作风建设工作要点';
const issue = {
  due: '',
  points: ['', ''],
  number: '示范卫〔2027〕5号',
  signedOn: '2027-03-10',
} as const;

const stage = useStage();

/** What stands under a field of the case: the new value, and what is said of it. */
const answerTo = (page: Page, label: string) =>
  page
    .locator('.case-answer')
    .filter({ has: page.getByText(label, { exact: true }) })
    .first();

describe('the same is asked in another year', () => {
  it('what the hospital filed this year is accepted', async () => {
    const tab = await sitAtBureau(stage.desk('desk'));
    await openCase(tab, hospital, task);
    await tab.page.keyboard.press('Alt+Digit1');
    await seeDecided(tab.page);
    await tab.context.close();
  });

  it('the document of the year is rolled forward, signed and issued', async () => {
    await stage.world.goOnTo('2027-03-10T09:00:00+08:00');
    const desk = stage.desk('desk');
    const tab = await sitInOffice(desk, 'drafter', '/console/campaigns');
    const { page } = tab;
    await page.getByRole('button', { name: '新建方案' }).click();
    const dialog = page.getByRole('dialog', { name: '新建方案' });
    await dialog.getByRole('radio', { name: new RegExp(`^${running}`, 'u') }).check();
    await fieldCalled(page, '适用年度').fill('2027');
    await dialog.getByRole('button', { name: '建立草稿' }).click();
    await page.getByRole('heading', { name: /^一致性检查（0 错/u }).waitFor();
    await expectSoundDraft(tab);
    const path = new URL(page.url()).pathname;
    await submit(tab);
    for (const username of ['checker', 'countersigner', 'signer']) {
      await signAs(desk, host, username, path);
    }
    await registerIssue(tab, issue);
    await publish(tab, { ...issue, isFirst: true });
    await tab.context.close();
  });

  it('the hospital sees what it said last year and files what has changed', async () => {
    const tab = await seat(stage.desk('desk'), { host, username: 'clerk' });
    const { page } = tab;
    await openTask(page, '填写', task);
    await page.getByText('上次（上年）').first().waitFor();
    await expectStation(tab, 'last-year-form');
    await page.getByRole('radio', { name: '有变化' }).check();
    await fieldCalled(page, '行风建设“第一责任人”（岗位）').fill('党委书记、院长');
    await fieldCalled(page, '分管领导（岗位）').fill('党委副书记');
    for (const yes of await page.getByRole('radio', { name: '是', exact: true }).all()) {
      await yes.check();
    }
    await fieldCalled(page, '行风管理部门名称').fill('行风建设管理处');
    await fieldCalled(page, '专职人员数').fill('97');
    await fieldCalled(page, '兼职人员数').fill('31');
    await fieldCalled(page, '本年度专项经费').fill('200000');
    await fieldCalled(page, '变化情况说明').fill('新设行风建设管理处，专职人员到位。');
    await signAndFile(tab, task, '2027-03-10');
    await tab.context.close();
  });

  it('the reviewer has last year beside every answer, and what is the same says so', async () => {
    const tab = await sitAtBureau(stage.desk('desk'));
    const { page } = tab;
    await openCase(tab, hospital, task);
    await page.getByText(`取自 ${running}`, { exact: false }).waitFor();
    const staff = answerTo(page, '专职人员数');
    expect(await staff.locator('.case-value').innerText()).toBe('97 人');
    expect(await staff.locator('.case-previous').innerText()).toMatch(/^去年：\d+ 人$/u);
    const posts = await page.locator('.case-previous').allInnerTexts();
    expect(posts.filter((words) => words.startsWith('去年：')).length).toBeGreaterThan(5);
    await page
      .getByText(/^同一问题去年也退过（2026年/u)
      .first()
      .waitFor();
    await expectStation(tab, 'last-year-case');
    await expectDecentPrint(tab);
    await page.keyboard.press('Alt+Digit1');
    await seeDecided(page);
    await tab.context.close();
  });
});
