import { describe, expect, it } from 'vitest';
import type { Tab } from './testing/browser.fixtures.ts';
import {
  printRollUp,
  host,
  openCase,
  seeDecided,
  sendDialog,
  signAndFile,
  sitAtBureau,
} from './testing/bureau.fixtures.ts';
import { openTask } from './testing/filing.fixtures.ts';
import { fieldCalled, fillByKeyboard } from './testing/keyboard.fixtures.ts';
import { scannedPdf } from './testing/papers.fixtures.ts';
import { seat } from './testing/people.fixtures.ts';
import { expectSoundPage } from './testing/sound-page.fixtures.ts';
import { useStage } from './testing/stage.fixtures.ts';
import { expectDecentPrint, expectStation } from './testing/station.fixtures.ts';

const hospital = '澄川市人民医院';
const rehabilitation = '澄川市安砚康复医院';
const powers = '权责清单与廉政风险排查情况';
const nomination = '医德医风标兵推荐';
const cleanHospital = '清廉医院创建情况';
const recommendation = '清廉医院示范单位推荐';

const stage = useStage();

describe('the bureau files too', () => {
  it('what it owes itself, and is not the one to judge it', async () => {
    const tab = await sitAtBureau(stage.desk('desk'));
    const { page } = tab;
    await page.getByRole('link', { name: '去填报' }).click();
    await openTask(page, '填写', powers);
    await fillByKeyboard(page, [
      { label: '列入权责清单事项数', text: '42' },
      { label: '清单最近修订日期', text: '2026-03-20' },
      { label: '高风险点数', text: '3' },
      { label: '中风险点数', text: '6' },
      { label: '低风险点数', text: '9' },
      { label: '尚无防控措施的高风险点数', text: '1' },
      { label: '因此新建、修订制度数', text: '2' },
      { label: '查找出的主要短板和漏洞', text: '设备采购论证记录不全。' },
    ]);
    await expectSoundPage(tab);
    await signAndFile(tab, powers, '2026-07-08');
    await expectStation(tab, 'reviewer-receipt');
    expect(await expectDecentPrint(tab)).toBe(1);
    await page.goto(stage.world.urlOf(host, '/console/reviews'));
    await page.getByText('今天和逾期 0 件', { exact: false }).waitFor();
    expect(await page.getByText('本单位报送件，须回避').count()).toBe(3);
    await tab.context.close();
  });

  it('for a hospital without an account, and goes on to the next one', async () => {
    const tab = await sitAtBureau(stage.desk('desk'), '/console/on-behalf');
    const { page } = tab;
    await fieldCalled(page, '任务').selectOption({ label: nomination });
    const act = new RegExp(`^代报\\s*：\\s*${rehabilitation}$`, 'u');
    await page.getByRole('button', { name: act }).waitFor();
    await expectStation(tab, 'reviewer-on-behalf');
    await page.getByRole('button', { name: act }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: nomination }).waitFor();
    await fieldCalled(page, '推荐人数').fill('1');
    await fieldCalled(page, '公示开始日期').fill('2026-06-22');
    await fieldCalled(page, '公示结束日期').fill('2026-06-28');
    await fieldCalled(page, '公示期间收到的意见及处理').fill('无');
    await signAndFile(tab, nomination, '2026-07-08');
    await page.getByRole('link', { name: '回代报名单，填下一家' }).click();
    await page.getByRole('heading', { level: 1, name: '代报' }).waitFor();
    await page.getByRole('button', { name: act }).waitFor({ state: 'hidden' });
    await tab.context.close();
  });
});

describe('the bureau sums up', () => {
  it('what its hospitals filed, with one figure put right and why, stamped and filed', async () => {
    const desk = stage.desk('desk');
    const clerk = await seat(desk, { host, username: 'clerk' });
    await openTask(clerk.page, '填写', cleanHospital);
    for (const [label, text] of [
      ['已启动行动数', '8'],
      ['已完成年度任务的行动数', '5'],
      ['清廉文化宣传活动次数', '4'],
    ] as const) {
      await fieldCalled(clerk.page, label).fill(text);
    }
    await clerk.page.getByRole('radio', { name: '否' }).first().check();
    await signAndFile(clerk, cleanHospital, '2026-07-08');
    await clerk.context.close();
    const tab = await sitAtBureau(desk);
    const { page } = tab;
    await openCase(tab, '省立澄川医院', cleanHospital);
    await page.keyboard.press('Alt+Digit1');
    await seeDecided(page);
    await page.goto(stage.world.urlOf(host));
    await openTask(page, '填写', recommendation);
    const counts = page.getByText('应汇总 3 家，已审 1 家，未审 0 家，未报 2 家', { exact: false });
    await counts.first().waitFor();
    await fieldCalled(page, '辖区参加创建医院数：调整数').fill('3');
    await fieldCalled(page, '辖区参加创建医院数：调整原因').fill('另2家已启动，书面报告在途。');
    await page.getByRole('button', { name: '更新汇总数并保存' }).click();
    await page.getByText('已按现在的汇总数保存').waitFor();
    await fieldCalled(page, '推荐单位数').fill('1');
    await fieldCalled(page, '常态化监督检查情况').fill('每季度抽查1次，已完成2次。');
    await page.getByText(/^已保存 \d/u).waitFor();
    await expectStation(tab, 'reviewer-roll-up');
    await printRollUp(tab);
    const scan = page.getByLabel('推荐表（盖章扫描件）', { exact: true });
    await scan.setInputFiles(scannedPdf('推荐表盖章.pdf'));
    await page.getByText('已上传', { exact: true }).waitFor();
    const number = await signAndFile(tab, recommendation, '2026-07-08');
    await page.goBack();
    await page.getByText(`回执号 ${number}`, { exact: true }).waitFor();
    await page.getByText('另2家已启动，书面报告在途。').filter({ visible: true }).first().waitFor();
    await expectStation(tab, 'reviewer-rolled-up');
    await tab.context.close();
  });
});

describe('after the days have passed', () => {
  it('urges once a working day whoever has not filed, and lets one off', async () => {
    await stage.world.goOnTo('2026-07-16T09:00:00+08:00');
    const tab = await sitAtBureau(stage.desk('desk'), '/console/progress');
    const { page } = tab;
    await page.getByRole('button', { name: /^催办全部逾期/u }).waitFor();
    await expectStation(tab, 'reviewer-progress');
    await expectDecentPrint(tab);
    await page.getByRole('button', { name: /^催办全部逾期/u }).click();
    const dialog = page.getByRole('dialog', { name: '催办' });
    await dialog.getByText('将发给以下单位的联络员：').waitFor();
    await expectStation(tab, 'reviewer-urge');
    await dialog.getByRole('button', { name: '发送催办' }).click();
    await dialog
      .getByText(/^已催办\d+家单位$/u)
      .first()
      .waitFor();
    await expectSoundPage(tab);
    await dialog.getByRole('button', { name: '关闭' }).last().click();
    await page.getByRole('button', { name: /^催办全部逾期/u }).waitFor({ state: 'hidden' });
    for (const button of await page.getByRole('button', { name: '催办', exact: true }).all()) {
      expect(await button.isDisabled()).toBe(true);
    }
    await exemptOne(tab);
    await tab.context.close();
  });

  it('is heard by the clerk of the hospital', async () => {
    const tab = await seat(stage.desk('desk'), { host, username: 'clerk', path: '/messages' });
    await tab.page.getByText('催办', { exact: false }).first().waitFor();
    await expectStation(tab, 'reviewer-message');
    await expectDecentPrint(tab);
    await tab.context.close();
  });
});

/** 本任务免报 with its reason, for a unit that the task does not concern this year. */
async function exemptOne(tab: Tab): Promise<void> {
  const { page } = tab;
  await page.getByRole('button', { name: hospital, exact: true }).click();
  const exempt = page.getByRole('button', { name: /^本任务免报/u });
  await exempt.first().waitFor();
  const before = await exempt.count();
  await exempt.first().click();
  await sendDialog(tab, {
    name: '本任务免报',
    fill: () => fieldCalled(page, '理由').fill('本年度停业改造，无此项工作。'),
  });
  await expect.poll(() => exempt.count()).toBe(before - 1);
}
