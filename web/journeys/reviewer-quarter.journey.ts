import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import {
  file,
  host,
  openCase,
  seeDecided,
  sendDialog,
  signOnPaper,
  sitAtBureau,
} from './testing/bureau.fixtures.ts';
import { fieldCalled } from './testing/keyboard.fixtures.ts';
import { seat } from './testing/people.fixtures.ts';
import { expectSoundPage } from './testing/sound-page.fixtures.ts';
import { useStage } from './testing/stage.fixtures.ts';
import { expectDecentPrint, expectStation } from './testing/station.fixtures.ts';

const township = '澄川市枫庄镇中心卫生院';
const hospital = '澄川市人民医院';
const rehabilitation = '澄川市安砚康复医院';
const maternity = '省立澄川妇幼保健院';
const complaints = '行风问题投诉办理情况（半年报） · 2026年上半年';
const summary = '行风建设工作小结 · 2026年上半年';
const ownReason = '与投诉台账的件数不一致，请核对台账后重填。';

const stage = useStage();

async function returnTwoFields(page: Page): Promise<string[]> {
  await page.keyboard.press('Alt+Digit2');
  const sheet = page.getByRole('dialog', { name: /（本件第1次退回）$/u });
  const boxes = sheet.getByRole('checkbox');
  await boxes.nth(1).check();
  await sheet.getByLabel(/需怎样修改$/u).fill(ownReason);
  const keep = sheet.getByRole('button', { name: '加入我的常用意见' });
  if (await keep.isVisible()) await keep.click();
  await boxes.nth(2).check();
  await sheet.getByRole('button', { name: ownReason }).last().click();
  const labels = await sheet
    .getByLabel(/需怎样修改$/u)
    .evaluateAll((fields) =>
      fields.map((each) => document.querySelector(`label[for="${each.id}"]`)?.textContent ?? ''),
    );
  return labels.map((words) => words.replace(/^“(.*)”需怎样修改.*$/u, '$1'));
}

describe('a bureau reviews a half-year', () => {
  it('finds what waits, and what is not hers to judge, at the keyboard', async () => {
    const tab = await sitAtBureau(stage.desk('desk'));
    const { page } = tab;
    await page.getByText('待审 13 件，等待最久的在前').waitFor();
    await page.getByText(/^本单位应报：今天和逾期 1 件/u).waitFor();
    expect(await page.getByText('本单位报送件，须回避').count()).toBe(2);
    await expectStation(tab, 'reviewer-queue');
    await expectDecentPrint(tab);
    await openCase(tab, township, complaints);
    await expectStation(tab, 'reviewer-case');
    await expectDecentPrint(tab);
    await tab.context.close();
  });

  it('sends back once, with a reason of her own, and has it mended and accepted', async () => {
    const tab = await sitAtBureau(stage.desk('desk'));
    const { page } = tab;
    await openCase(tab, township, complaints);
    const named = await returnTwoFields(page);
    const sheet = page.getByRole('dialog', { name: /（本件第1次退回）$/u });
    await expectStation(tab, 'reviewer-return');
    await sheet.getByRole('button', { name: '退回修改（2处）' }).click();
    await sheet.waitFor({ state: 'hidden' });
    await seeDecided(page);
    await expectSoundPage(tab);
    const clerk = await seat(stage.desk('desk'), { host, username: 'clerk3' });
    await clerk.page
      .getByRole('link', { name: /^按意见修改（2处）\s*：\s*行风问题投诉办理情况/u })
      .click();
    await clerk.page.getByText(/退回修改，共 2 处$/u).waitFor();
    for (const label of named) {
      const field = fieldCalled(clerk.page, label);
      await field.fill(String(Number(await field.inputValue()) + 1));
    }
    await clerk.page.getByText(/^已保存 \d/u).waitFor();
    await signOnPaper(clerk, complaints.split(' · ')[0] ?? '', '2026-07-08');
    await file(clerk);
    await clerk.context.close();
    await openCase(tab, township, complaints);
    await page.getByText('比上次报送有改动').first().waitFor();
    await expectStation(tab, 'reviewer-mended');
    await page.keyboard.press('Alt+Digit1');
    await seeDecided(page);
    await tab.context.close();
  });

  it('accepts a stamped scan after four ticks, and takes it back the same day', async () => {
    const tab = await sitAtBureau(stage.desk('desk'));
    const { page } = tab;
    await openCase(tab, hospital, summary);
    await page.keyboard.press('Alt+Digit1');
    await page.getByText('还有 4 项没有核对', { exact: false }).waitFor();
    await page.getByRole('checkbox', { name: '章印清晰' }).focus();
    for (let tick = 0; tick < 4; tick += 1) {
      await page.keyboard.press('Space');
      await page.keyboard.press('Tab');
    }
    await expectStation(tab, 'reviewer-stamps');
    await page.keyboard.press('Alt+Digit1');
    await seeDecided(page);
    await page.getByRole('button', { name: '撤销本人今天的审核意见' }).click();
    await page.getByText('还有', { exact: false }).first().waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: '通过', exact: true }).waitFor();
    await tab.context.close();
  });

  it('asks a second pair of eyes, hears it, and decides herself', async () => {
    const desk = stage.desk('desk');
    const tab = await sitAtBureau(desk);
    const { page } = tab;
    await openCase(tab, hospital, summary);
    await page.keyboard.press('Alt+Digit3');
    await sendDialog(tab, {
      name: '转请其他科室审',
      send: '请复审',
      fill: async () => {
        await page.getByRole('radio', { name: /^复审/u }).check();
        await fieldCalled(page, '请谁').selectOption({ label: '行风办审核岗' });
        await fieldCalled(page, '请看什么').fill('培训人次与附件是否一致。');
      },
    });
    const other = await seat(desk, { host, username: 'reviewer', path: '/console/reviews' });
    await other.page.getByRole('heading', { name: '请我会审、复审（1件）' }).waitFor();
    await expectStation(other, 'reviewer-asked');
    await other.page
      .getByRole('link', { name: new RegExp(hospital, 'u') })
      .first()
      .click();
    await other.page.getByRole('radio', { name: '同意通过' }).check();
    await fieldCalled(other.page, '意见内容').fill('已看附件，人次一致。');
    await other.page.getByRole('button', { name: '答复', exact: true }).click();
    await other.page.getByText('已看附件，人次一致。').first().waitFor();
    await other.context.close();
    await page.reload();
    await page.getByText('已看附件，人次一致。').waitFor();
    await expectStation(tab, 'reviewer-opinion');
    for (const name of ['章印清晰', '单位名称与填报单位一致', '负责人签字完整', '日期在填报期内']) {
      await page.getByRole('checkbox', { name }).check();
    }
    await page.keyboard.press('Alt+Digit1');
    await seeDecided(page);
    await tab.context.close();
  });

  it('keeps away from a unit she comes from, and names who takes over', async () => {
    const desk = stage.desk('desk');
    const tab = await sitAtBureau(desk);
    const { page } = tab;
    await openCase(tab, maternity, summary);
    await page.getByRole('button', { name: '回避' }).click();
    await sendDialog(tab, {
      name: '回避',
      fill: async () => {
        await fieldCalled(page, '回避理由').fill('曾在该单位任职。');
        await fieldCalled(page, '由谁接办').selectOption({ label: '行风办审核岗' });
      },
    });
    await page.getByText('已申明回避').first().waitFor();
    await expectStation(tab, 'reviewer-recused');
    await tab.context.close();
  });

  it('takes points off where there is a reason, and says what mends it', async () => {
    const tab = await sitAtBureau(stage.desk('desk'));
    const { page } = tab;
    await openCase(tab, rehabilitation, complaints);
    await page.keyboard.press('Alt+Digit5');
    await page.getByRole('heading', { name: /^扣分登记：/u }).waitFor();
    await fieldCalled(page, '考评项目').selectOption({ index: 1 });
    await fieldCalled(page, '扣几分').fill('0.5');
    await fieldCalled(page, '扣分原因').fill('2件投诉超过限定时间答复。');
    await fieldCalled(page, '补救办法').fill('8月底前补答复并报结果。');
    await expectStation(tab, 'reviewer-deduction');
    await page.getByRole('button', { name: '登记扣分' }).click();
    await page
      .getByText(/扣 0.5 分：2件投诉超过限定时间答复。/u)
      .first()
      .waitFor();
    await tab.context.close();
  });
});

describe('an office that asks for paper', () => {
  it('registers on the case what comes by hand', async () => {
    const tab = await seat(stage.desk('desk'), {
      host: 'dongxihu',
      username: 'reviewer',
      path: '/console/reviews',
    });
    const { page } = tab;
    await openCase(tab, '区疾病预防控制中心', '负面清单整改落实情况明细表');
    await page.getByText('纸质件未到', { exact: false }).first().waitFor();
    await page.getByRole('button', { name: '登记纸质件' }).click();
    await sendDialog(tab, {
      name: '登记纸质件',
      fill: () => fieldCalled(page, '份数').fill('2'),
    });
    await page.getByText('收到 2 份', { exact: false }).first().waitFor();
    await expectStation(tab, 'reviewer-paper');
    await tab.context.close();
  });
});
