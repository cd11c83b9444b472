import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { Tab } from './testing/browser.fixtures.ts';
import {
  checkByKeyboard,
  expectListOf,
  exportedWorkbook,
  sentenceOf,
} from './testing/importing.fixtures.ts';
import { fieldCalled, tabTo } from './testing/keyboard.fixtures.ts';
import { downloadExcel, sitInOffice } from './testing/office.fixtures.ts';
import { useStage } from './testing/stage.fixtures.ts';
import { expectDecentPrint, expectStation } from './testing/station.fixtures.ts';

const indicator = '出院患者满意度';
const system = '第三方出院患者满意度调查';
const period = '2026年第三季度';
const heading = ['单位名称', '满意度得分', '有效样本量'];
const unknown = ['澄川市人民医院分院', '87.10', '240'];
const rows = [
  ['省立澄川医院', '91.20', '500'],
  ['澄川市人民医院', '88.40', '300'],
  ['省立澄川妇幼保健院', '90.00', '12'],
  unknown,
];
const file = await exportedWorkbook('满意度第三季度.xlsx', [heading, ...rows]);

const stage = useStage();
let before = '';

/** 外部系统数据, by the navigation, as everybody finds it. */
async function openImports({ page }: Tab): Promise<void> {
  await page.getByRole('link', { name: '外部系统数据', exact: true }).first().click();
  await page.getByRole('heading', { level: 1, name: '外部系统数据' }).waitFor();
  await importsOf(page).first().waitFor();
}

const importsOf = (page: Page) =>
  page.getByRole('table', { name: '历次导入' }).locator('tbody tr').filter({ hasText: indicator });

describe('figures of a system elsewhere', () => {
  it('are imported from a file at the keyboard, all but the row that is wrong', async () => {
    const tab = await sitInOffice(stage.desk('desk'), 'drafter');
    const { page } = tab;
    await sentenceOf(page, indicator).waitFor();
    before = await sentenceOf(page, indicator).innerText();
    await openImports(tab);
    await expectStation(tab, 'imported-list');
    const importing = page.getByRole('link', { name: '导入', exact: true }).first();
    await tabTo(page, importing, 60);
    await page.keyboard.press('Enter');
    await fieldCalled(page, '统计期间').waitFor();
    await expectStation(tab, 'imported-start');
    const units = await downloadExcel(tab, '下载模板', 3);
    expect(units.flat()).toContain('省立澄川医院');
    await checkByKeyboard(tab, file);
    await page.getByText('新增 3，变更 0，没有变化 0，有误 1', { exact: false }).waitFor();
    await page.getByText(`没有找到单位“${unknown[0]}”`, { exact: false }).waitFor();
    await expectStation(tab, 'imported-preview');
    const [, wrong = []] = await downloadExcel(tab, '下载有误的行');
    expect(wrong.slice(0, 3)).toEqual(unknown);
    expect(wrong[3]).toContain('第5行：没有找到单位');
    await tabTo(page, page.getByRole('button', { name: '只导入无误的 3 行' }), 40);
    await page.keyboard.press('Enter');
    await page.getByText('有误的 1 行没有导入').waitFor();
    await expectStation(tab, 'imported-done');
    await tabTo(page, page.getByRole('link', { name: '查看本批次' }), 60);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: `${indicator} ${period}` }).waitFor();
    await page.getByText('样本不足，不作评价').waitFor();
    await expectStation(tab, 'imported-values');
    expect(await expectDecentPrint(tab)).toBe(1);
    await tab.context.close();
  });

  it('stand in 年度总览 with source and period, each number with its list', async () => {
    const tab = await sitInOffice(stage.desk('desk'), 'drafter');
    const { page } = tab;
    const now = sentenceOf(page, indicator);
    await now.filter({ hasText: period }).waitFor();
    const words = await now.innerText();
    expect(words).toContain(`（取自“${system}” ${period}）`);
    expect(words).toContain('调查完成 3 家，样本不足不作评价 1 家。');
    // (91.20 × 500 + 88.40 × 300) ÷ 800; who answered too little counts nowhere.
    expect(words).toMatch(/90\.(?:15|2) 分/u);
    await expectStation(tab, 'imported-overview');
    expect(await expectListOf(tab, indicator, 1)).toBe(3);
    await expectStation(tab, 'imported-items');
    await page.goBack();
    expect(await expectListOf(tab, indicator, 2)).toBe(1);
    await page.getByRole('rowheader', { name: '省立澄川妇幼保健院' }).waitFor();
    await page.goBack();
    await sentenceOf(page, indicator).locator('a').first().click();
    await page.getByText('共 3 条', { exact: false }).first().waitFor();
    await tab.context.close();
  });

  it('of the same file change nothing, and are taken back with a reason', async () => {
    const tab = await sitInOffice(stage.desk('desk'), 'drafter');
    const { page } = tab;
    await openImports(tab);
    const known = await importsOf(page).count();
    await page.getByRole('link', { name: '导入', exact: true }).first().click();
    await fieldCalled(page, '统计期间').selectOption({ label: period });
    await page.getByLabel('文件', { exact: true }).setInputFiles(file);
    await page.getByRole('button', { name: '核对', exact: true }).click();
    await page.getByText('新增 0，变更 0，没有变化 3，有误 1', { exact: false }).waitFor();
    await page.getByText('无误的行与现有内容完全一致，无需导入。').waitFor();
    expect(await page.getByRole('button', { name: /^只导入/u }).count()).toBe(0);
    await expectStation(tab, 'imported-again');
    await page.getByRole('button', { name: '作废本次导入' }).click();
    await page.getByRole('button', { name: '下载模板' }).waitFor();
    await openImports(tab);
    expect(await importsOf(page).count()).toBe(known);
    await importsOf(page).filter({ hasText: period }).getByRole('link').click();
    await fieldCalled(page, '撤回原因').fill('外部系统尚未发布第三季度，期间选错。');
    await page.getByRole('button', { name: '撤回这次导入' }).click();
    await page.getByText('撤回：外部系统尚未发布第三季度，期间选错。', { exact: false }).waitFor();
    await expectStation(tab, 'imported-withdrawn');
    await page.getByRole('link', { name: '年度总览', exact: true }).first().click();
    const now = sentenceOf(page, indicator);
    await expect.poll(() => now.innerText()).toBe(before);
    await tab.context.close();
  });

  it('are read by the checker, who imports and takes back nothing', async () => {
    const tab = await sitInOffice(stage.desk('desk'), 'checker');
    const { page } = tab;
    await openImports(tab);
    await importsOf(page).filter({ hasText: '已撤回' }).filter({ hasText: period }).waitFor();
    expect(await page.getByRole('link', { name: '导入', exact: true }).count()).toBe(0);
    await expectStation(tab, 'imported-checker');
    await expectDecentPrint(tab);
    await importsOf(page).filter({ hasText: '2026年上半年' }).getByRole('link').click();
    await page.getByRole('heading', { level: 1, name: `${indicator} 2026年上半年` }).waitFor();
    expect(await page.getByRole('button', { name: '撤回这次导入' }).count()).toBe(0);
    await page.getByText('English', { exact: true }).first().click();
    await page.getByText(/counted up to .*2026/u).waitFor();
    await expectStation(tab, 'imported-english');
    await tab.context.close();
  });
});
