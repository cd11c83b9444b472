import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { Tab } from './testing/browser.fixtures.ts';
import { openPart, savePart } from './testing/designing.fixtures.ts';
import { pressKey } from './testing/drafting.fixtures.ts';
import { openTask } from './testing/filing.fixtures.ts';
import { publish, registerIssue, signAs, submit } from './testing/issuing.fixtures.ts';
import { fieldCalled, fillByKeyboard } from './testing/keyboard.fixtures.ts';
import { patience, seat } from './testing/people.fixtures.ts';
import type { Desk } from './testing/people.fixtures.ts';
import { expectSoundPage } from './testing/sound-page.fixtures.ts';
import { useStage } from './testing/stage.fixtures.ts';
import { expectStation } from './testing/station.fixtures.ts';

const host = 'guangxi';
const task = '惠民利民措施和满意度问题整改情况';
const register = '十类不规范诊疗收费行为台账';
/** What the new version no longer asks: of the filing, of the register's entries. */
const gone = { filing: '主要做法与成效', entry: '涉及例数' };
const written = '已开设一站式服务窗口。';
const issue = { due: '', points: ['', ''], number: '示范卫医〔2026〕41号' } as const;
const stage = useStage();

const sections = {
  filings: '仍按旧版填报的报送件',
  entries: '仍按旧版办理的台账事项',
} as const;

/** The clerk has begun to fill in what the new version will not ask any more. */
async function beginFiling(desk: Desk): Promise<void> {
  const clerk = await seat(desk, { host, username: 'clerk' });
  await openTask(clerk.page, '填写', task);
  await fillByKeyboard(clerk.page, [{ label: gone.filing, text: written }]);
  await clerk.page.getByText(/^已保存 \d/u).waitFor();
  await clerk.context.close();
}

async function removeField(tab: Tab, form: string, field: string): Promise<void> {
  const designing = await openPart(tab, 'form', form);
  await pressKey(designing.form.getByRole('button', { name: `移除“${field}”` }));
  const asked = tab.page.getByRole('alertdialog', { name: `移除“${field}”？` });
  await asked.getByRole('button', { name: '移除', exact: true }).click();
  await asked.waitFor({ state: 'hidden' });
  await savePart(designing);
}

/** 修订: two fields fewer, signed by everybody and published; gives the campaign's address. */
async function amend(desk: Desk, tab: Tab): Promise<void> {
  const { page } = tab;
  await page.getByRole('link', { name: '工作方案', exact: true }).click();
  await page
    .getByRole('button', { name: /^修订\s*：/u })
    .first()
    .click();
  await page.getByRole('heading', { name: /^一致性检查/u }).waitFor();
  const path = new URL(page.url()).pathname;
  await removeField(tab, `${task}表`, gone.filing);
  await removeField(tab, '不规范诊疗收费行为登记', gone.entry);
  await submit(tab);
  for (const username of ['checker', 'countersigner', 'signer']) {
    await signAs(desk, host, username, path);
  }
  await registerIssue(tab, issue);
  await publish(tab, issue);
}

const sectionOf = (page: Page, kind: keyof typeof sections): Locator =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: sections[kind] }) });

const lineOf = (page: Page, kind: keyof typeof sections, title: string): Locator =>
  sectionOf(page, kind).getByRole('listitem').filter({ hasText: title });

/** The dry run: what would be lost stands there before anything has moved. */
async function lookAtPlan(tab: Tab, line: Locator, field: string): Promise<Locator> {
  await pressKey(line.getByRole('button', { name: '看移到新版的影响' }));
  const dialog = tab.page.getByRole('dialog', { name: /^移到/u });
  await dialog.getByText('以下为测算，现在还没有改动任何内容。').waitFor();
  await dialog.getByText(`会丢失：“${field}”`, { exact: false }).first().waitFor();
  await expectSoundPage(tab);
  return dialog;
}

async function move(tab: Tab, line: Locator, field: string): Promise<void> {
  const dialog = await lookAtPlan(tab, line, field);
  await dialog.getByRole('checkbox', { name: /在新.*没有位置/u }).check();
  await dialog.getByLabel(/^移版理由/u).fill('改用新表，该项不再填报。');
  await pressKey(dialog.getByRole('button', { name: '移到新版', exact: true }));
  await dialog.waitFor({ state: 'hidden' });
  await line.getByText(/^已移到新版 \d+ 件$/u).waitFor();
}

async function takeBack(tab: Tab, line: Locator): Promise<void> {
  await pressKey(line.getByRole('button', { name: '撤回移版' }));
  const dialog = tab.page.getByRole('dialog', { name: /^撤回移版/u });
  await dialog.getByLabel(/^撤回理由/u).fill('新表另行调整。');
  await expectSoundPage(tab);
  await pressKey(dialog.getByRole('button', { name: '撤回移版', exact: true }));
  await dialog.waitFor({ state: 'hidden' });
  await line.getByText(/^已移到新版/u).waitFor({ state: 'hidden' });
}

const historyOf = (tab: Tab) => tab.page.locator('.entry-history').innerText();

it('a new version takes along what the office moves, names what is lost, and gives it back', async () => {
  const desk = stage.desk('desk');
  await beginFiling(desk);
  const drafter = await seat(desk, { host, username: 'drafter', path: '/console/' });
  await amend(desk, drafter);
  const { page } = drafter;
  const campaign = page.url();
  const filings = lineOf(page, 'filings', task);
  const entries = lineOf(page, 'entries', register);
  await expect
    .poll(async () => {
      await page.reload();
      await sectionOf(page, 'entries')
        .getByText(/办理中|没有仍按旧版/u)
        .first()
        .waitFor();
      return entries.count();
    }, patience)
    .toBe(1);
  await expectStation(drafter, 'version-moves');
  await move(drafter, filings, gone.filing);

  const dialog = await lookAtPlan(drafter, entries, gone.entry);
  await expectStation(drafter, 'version-moves-plan');
  const entry = await dialog
    .getByRole('link', { name: /^第 \d+ 号$/u })
    .first()
    .getAttribute('href');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  await move(drafter, entries, gone.entry);

  await page.goto(new URL(entry ?? '', campaign).href);
  await expect.poll(() => historyOf(drafter), patience).toContain('移到新版');
  const moved = (await historyOf(drafter)).includes(`未随移：${gone.entry}`);
  await expectStation(drafter, 'version-moves-entry');

  await page.goto(campaign);
  await takeBack(drafter, entries);
  await takeBack(drafter, filings);
  await page.goto(new URL(entry ?? '', campaign).href);
  await expect.poll(() => historyOf(drafter), patience).toContain('撤回移版');
  expect(moved).toBe(true);
  await drafter.context.close();
  const clerk = await seat(desk, { host, username: 'clerk' });
  await openTask(clerk.page, '填写', task);
  await expect
    .poll(() => fieldCalled(clerk.page, gone.filing).inputValue(), patience)
    .toBe(written);
  await clerk.context.close();
});
