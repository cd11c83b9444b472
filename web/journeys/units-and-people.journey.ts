import { describe, expect, it } from 'vitest';
import { openTab } from './testing/browser.fixtures.ts';
import type { Tab } from './testing/browser.fixtures.ts';
import { fieldCalled } from './testing/keyboard.fixtures.ts';
import { downloadExcel, host, sitInOffice } from './testing/office.fixtures.ts';
import { patience } from './testing/people.fixtures.ts';
import { useStage } from './testing/stage.fixtures.ts';
import { expectDecentPrint, expectStation } from './testing/station.fixtures.ts';

/** Put together here: no number that could be somebody's stands in a file. */
const phone = ['139', '0000', '0001'].join('');

const stage = useStage();
const rehabilitation = '澄川市安砚康复医院';
const hospital = '澄川市人民医院';
const heading = ['单位', '姓名', '登录名', '手机', '岗位', '角色'];
const good = [rehabilitation, '林某', 'lin.mou', phone, '院办填报岗', '联络员'];
const bad = [`${hospital}分院办`, '陈某', 'chen.mou', '', '院办填报岗', '联洛员'];
const mended = bad.with(0, hospital).with(5, '联络员');
const password = 'Qing-shan-lv-shui-88';

async function checkRows({ page }: Tab, rows: readonly (readonly string[])[]): Promise<void> {
  await page.goto(stage.world.urlOf(host, '/console/accounts/import'));
  const text = [heading, ...rows].map((cells) => cells.join('\t')).join('\n');
  await page.getByLabel(/粘贴到这里/u).fill(text);
  await page.getByLabel(/粘贴到这里/u).blur();
  await page.getByRole('button', { name: '核对', exact: true }).click();
  await page.getByText(`共 ${rows.length} 行`, { exact: false }).waitFor();
}

describe('people from a file', () => {
  it('one row is wrong, is mended, and the same file again changes nothing', async () => {
    const tab = await sitInOffice(stage.desk('desk'), 'sysadmin', '/console/accounts');
    const { page } = tab;
    await page.getByRole('link', { name: '从 Excel 导入' }).click();
    await checkRows(tab, [good, bad]);
    await page.getByText('新增 1，变更 0，没有变化 0，有误 1', { exact: false }).waitFor();
    await expectStation(tab, 'people-preview');
    const wrong = await downloadExcel(tab, '下载有误的行');
    expect(wrong[1]?.[1]).toBe('陈某');
    await page.getByRole('button', { name: '只导入无误的 1 行' }).click();
    await page.getByText('请安全管理员到“导入批次”一次授权', { exact: false }).waitFor();
    await expectStation(tab, 'people-imported');
    await checkRows(tab, [good, mended]);
    await page.getByText('新增 1，变更 0，没有变化 1，有误 0', { exact: false }).waitFor();
    await page.getByRole('button', { name: '导入全部 1 行' }).click();
    await page.getByRole('button', { name: '再导入一份' }).waitFor();
    await checkRows(tab, [good, mended]);
    await page.getByText('与现有内容完全一致，无需导入。').waitFor();
    await tab.context.close();
  });

  it('is authorized by the other administrator, printed by unit, and joined by link', async () => {
    const security = await sitInOffice(stage.desk('desk'), 'secadmin', '/console/accounts/batches');
    for (const place of [0, 1]) {
      await security.page
        .getByRole('link', { name: /^粘贴的名单/u })
        .first()
        .waitFor();
      await expectStation(security, 'people-batches');
      const links = security.page.getByRole('link', { name: /^粘贴的名单/u });
      await links.nth(place).click();
      await security.page.getByRole('button', { name: '授权全部 1 人' }).waitFor();
      await expectStation(security, 'people-batch');
      await security.page.getByRole('button', { name: '授权全部 1 人' }).click();
      await security.page.getByText('已授权 1 人，不予授权 0 人').first().waitFor();
      await security.page.goto(stage.world.urlOf(host, '/console/accounts/batches'));
    }
    await security.context.close();
    const system = await sitInOffice(stage.desk('desk'), 'sysadmin', '/console/accounts/batches');
    await system.page
      .getByRole('link', { name: /^粘贴的名单/u })
      .last()
      .click();
    await system.page.getByRole('button', { name: '制作 1 份告知单' }).click();
    await system.page.getByText(`${rehabilitation}账号开设告知单`).waitFor();
    await expectStation(system, 'people-slips');
    expect(await expectDecentPrint(system)).toBe(1);
    const link = (await system.page.locator('.slip-link').innerText()).trim();
    await system.context.close();
    const tab = await openTab(stage.browser, 'desk');
    await tab.page.goto(link);
    await tab.page.getByText(rehabilitation).first().waitFor();
    await expectStation(tab, 'people-join');
    expect(await fieldCalled(tab.page, '用户名').inputValue()).toBe('lin.mou');
    await tab.page.getByLabel(/^密码/u).fill(password);
    await tab.page.getByLabel(/^再次输入密码/u).fill(password);
    await tab.page.getByRole('button', { name: '开设账号' }).click();
    await tab.page.getByText('账号 lin.mou 已开设').waitFor();
    await expectStation(tab, 'people-joined');
    await tab.context.close();
  });
});

describe('units without a clerk', () => {
  it('are listed for the director, who has the administrator asked', async () => {
    const tab = await sitInOffice(stage.desk('desk'), 'drafter', '/console/organizations');
    const { page } = tab;
    await page.getByRole('link', { name: '无联络员的单位' }).click();
    await page.getByText('个单位没有联络员', { exact: false }).waitFor();
    expect(await page.getByRole('link', { name: rehabilitation, exact: true }).count()).toBe(0);
    await expectStation(tab, 'without-liaison');
    await expectDecentPrint(tab);
    const rows = await downloadExcel(tab, '导出 Excel');
    expect(rows[0]).toEqual(['单位', '类别', '主管', '邀请']);
    await page
      .getByRole('button', { name: /^请系统管理员邀请/u })
      .first()
      .click();
    const asked = page.getByText('已告知系统管理员', { exact: true }).first();
    await asked.waitFor();
    await page.reload();
    await asked.waitFor();
    await tab.context.close();
  });
});

/** The page of a unit, found by its name. */
async function openUnit({ page }: Tab, name: string): Promise<void> {
  const search = `/console/organizations?search=${encodeURIComponent(name)}`;
  await page.goto(stage.world.urlOf(host, search));
  await page.getByRole('link', { name, exact: true }).first().click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

describe('a unit', () => {
  it('is renamed with its history, changes its level, and is merged after a dry run', async () => {
    const tab = await sitInOffice(stage.desk('desk'), 'drafter', '/console/organizations');
    const { page } = tab;
    await openUnit(tab, rehabilitation);
    await page.getByRole('button', { name: '更名', exact: true }).click();
    const rename = page.getByRole('dialog', { name: '更名' });
    await rename.getByLabel(/^新名称/u).fill('澄川市安砚康复中心');
    await rename.getByLabel(/^生效日期/u).fill('2026-07-08');
    await rename.getByLabel(/^依据或原因/u).fill('市编委批复');
    await expectStation(tab, 'unit-rename');
    await rename.getByRole('button', { name: '更名', exact: true }).click();
    await page.getByText(`${rehabilitation}（至 2026年7月7日）`, { exact: false }).waitFor();
    await page.getByRole('button', { name: '变更情况', exact: true }).click();
    const facts = page.getByRole('dialog', { name: '变更情况' });
    await fieldCalled(page, '情况').selectOption({ label: '等级' });
    await facts.getByLabel(/^内容/u).selectOption({ label: '二级' });
    await facts.getByLabel(/^生效日期/u).fill('2026-07-08');
    await facts.getByLabel(/^依据或原因/u).fill('评审结果');
    await expectStation(tab, 'unit-fact');
    await facts.getByRole('button', { name: '变更', exact: true }).click();
    await facts.waitFor({ state: 'hidden' });
    await page
      .getByText(/等级：.* → 二级/u)
      .first()
      .waitFor();
    await page.getByRole('button', { name: '停业或并入', exact: true }).click();
    const ending = page.getByRole('dialog', { name: '停业或并入' });
    await ending.getByText('未办结的事项').first().waitFor();
    await ending
      .getByLabel(/^按名称查找|^查找/u)
      .first()
      .fill(hospital);
    await ending
      .getByLabel(/^按名称查找|^查找/u)
      .first()
      .blur();
    await ending.locator('select[name=organizationId]').selectOption({ label: hospital });
    await ending.getByLabel(/^生效日期/u).fill('2026-07-08');
    await ending.getByLabel(/^依据或原因/u).fill('市编委批复');
    await expectStation(tab, 'unit-merger');
    await ending.getByRole('button', { name: '并入', exact: true }).click();
    await page.getByText(`并入 ${hospital}`).first().waitFor();
    await expectStation(tab, 'unit-merged');
    await tab.context.close();
  });
});

describe('a post', () => {
  it('is handed over, and the successor has the tasks', async () => {
    const clerk = await sitInOffice(stage.desk('desk'), 'clerk', '/handovers');
    await clerk.page.getByRole('button', { name: '提出交接' }).first().click();
    const dialog = clerk.page.getByRole('dialog', { name: '提出交接' });
    const choose = async (label: RegExp, hasText: RegExp | string = '') => {
      const options = dialog
        .getByLabel(label)
        .locator('option[value]:not([value=""])')
        .filter({ hasText });
      await options.first().waitFor({ state: 'attached' });
      const value = await options.first().getAttribute('value');
      await dialog.getByLabel(label).selectOption(value ?? '');
    };
    await choose(/^交接的岗位/u);
    await choose(/^接任人/u, '（department）');
    await dialog.getByLabel(/^交接日期/u).fill('2026-07-08');
    await dialog.getByLabel(/^原因|^依据/u).fill('轮岗');
    await expectStation(clerk, 'handover-open');
    await dialog.getByRole('button', { name: '提出交接' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await clerk.context.close();
    const security = await sitInOffice(stage.desk('desk'), 'secadmin', '/console/handovers');
    await security.page.getByRole('button', { name: '查看并授权' }).click();
    await expectStation(security, 'handover-authorize');
    await security.page.getByRole('dialog').getByRole('button', { name: '授权' }).last().click();
    await security.page.getByText('已授权，请接任人确认').first().waitFor();
    await security.context.close();
    const successor = await sitInOffice(stage.desk('desk'), 'department', '/handovers');
    const { page } = successor;
    await page.getByRole('button', { name: '查看并确认接收' }).click();
    await expectStation(successor, 'handover-acknowledge');
    await page.getByRole('dialog').getByRole('button', { name: '确认接收' }).last().click();
    await page.getByText('已确认接收').first().waitFor();
    const posts = async () => {
      await page.reload();
      await page.getByRole('button', { name: '提出交接' }).first().click();
      const post = page.getByRole('dialog').getByLabel(/^交接的岗位/u);
      return (await post.locator('option').allInnerTexts()).join();
    };
    await expect.poll(posts, patience).toContain('填报人');
    await page.goto(stage.world.urlOf(host, '/'));
    await page
      .getByRole('link', { name: /填报|继续填/u })
      .first()
      .waitFor();
    await expectStation(successor, 'handover-tasks');
    await successor.context.close();
  });
});
