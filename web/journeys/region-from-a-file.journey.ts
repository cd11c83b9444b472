import { beforeAll, describe, expect, it } from 'vitest';
import type { Tab } from './testing/browser.fixtures.ts';
import { fileForReceipt, openTask } from './testing/filing.fixtures.ts';
import { publish, registerIssue, signAs, submit } from './testing/issuing.fixtures.ts';
import { fieldCalled } from './testing/keyboard.fixtures.ts';
import {
  addRegion,
  authorize,
  openAccount,
  send,
  units,
  visit,
} from './testing/new-region.fixtures.ts';
import type { NewRegion } from './testing/new-region.fixtures.ts';
import { scannedPdf } from './testing/papers.fixtures.ts';
import { seat } from './testing/people.fixtures.ts';
import { expectSoundPage } from './testing/sound-page.fixtures.ts';
import { useStage } from './testing/stage.fixtures.ts';

const title = '2026年医药收费专项治理工作方案';
const run = { due: '', points: ['', ''], number: '河湾卫〔2026〕8号', isFirst: true } as const;
const people = [
  { username: 'north-1.clerk', unit: '北岸第一医院', role: '填报人（联络员）' },
  { username: 'north.reviewer', unit: '北岸县卫生健康局', role: '审核', relation: true },
] as const;

const stage = useStage();
let region: NewRegion;
const told: Record<string, string> = {};

beforeAll(async () => {
  region = await addRegion(stage.world, stage.browser);
});

const sit = (username: string, path?: string) =>
  seat(region.desk('desk'), { host: region.host, username, ...(path ? { path } : {}) });

describe('a region that is in none of the five documents', () => {
  it('is on the air under its own name before anybody restarted anything', async () => {
    const tab = await visit(region, 'phone');
    await tab.page.getByText('河湾市卫生健康委员会').first().waitFor();
    await expectSoundPage(tab);
    await tab.context.close();
  });

  it('gets its units, its people and their posts from its three administrators', async () => {
    const system = await region.enterFirst('sysadmin');
    await send(system, '/api/organizations/import', { units });
    await system.page.goto(stage.world.urlOf(region.host, '/console/accounts'));
    await system.page.getByRole('heading', { level: 1, name: '人员与权限' }).waitFor();
    for (const { username, unit } of people) {
      told[username] = await openAccount(system, { username, post: `${unit}报送岗`, unit });
    }
    await system.context.close();
    const security = await region.enterFirst('secadmin');
    await security.page.goto(stage.world.urlOf(region.host, '/console/accounts'));
    for (const { username, unit, role, ...rest } of people) {
      const reach = 'relation' in rest ? { relation: '本单位及其主管的单位' } : {};
      await authorize(security, { username, unit, role, ...reach });
    }
    await security.context.close();
  });

  it('signs and publishes the draft that came with the file', async () => {
    const drafter = await region.enterFirst('drafter');
    for (const username of ['checker', 'signer']) {
      await (await region.enterFirst(username)).context.close();
    }
    const { page } = drafter;
    await page.goto(stage.world.urlOf(region.host, '/console/campaigns'));
    await page.getByRole('link', { name: title }).first().click();
    await page.getByRole('heading', { name: /^一致性检查/u }).waitFor();
    const path = new URL(page.url()).pathname;
    await submit(drafter);
    await signAs(region.desk('desk'), region.host, 'checker', path);
    await signAs(region.desk('desk'), region.host, 'signer', path);
    await registerIssue(drafter, run);
    await publish(drafter, run);
    await drafter.context.close();
  });
});

/** The clerk of the first hospital files on the phone against a receipt. */
async function fileCases(): Promise<void> {
  const password = told['north-1.clerk'];
  await (await region.enterFirst('north-1.clerk', password)).context.close();
  const clerk = await seat(region.desk('phone'), { host: region.host, username: 'north-1.clerk' });
  const { page } = clerk;
  await openTask(page, '填写', '查处情况报送');
  await fieldCalled(page, '查处件数').fill('3');
  await fieldCalled(page, '清退金额').fill('1200.50');
  await page.getByLabel('盖章扫描件', { exact: true }).setInputFiles(scannedPdf('查处情况.pdf'));
  await page.getByText('已上传', { exact: true }).waitFor();
  await expectSoundPage(clerk);
  await signAlone(clerk);
  expect(await fileForReceipt(clerk)).toMatch(/\d/u);
  await clerk.context.close();
}

/** Where only the filler signs, 院内审签 is done with one click. */
async function signAlone({ page }: Tab): Promise<void> {
  await page.getByRole('button', { name: '院内审签' }).click();
  const dialog = page.getByRole('dialog', { name: '院内审签' });
  await dialog.getByRole('button', { name: '提交线上审签' }).click();
  await page.getByText('院内审签已完成，可以报送').waitFor();
}

/** 通过, after the four ticks of the stamped scan. */
async function accept(tab: Tab): Promise<void> {
  const { page } = tab;
  await page.getByRole('link', { name: '审核', exact: true }).click();
  await page.getByRole('link', { name: /^审核\s*：.*查处情况报送$/u }).click();
  await page.getByRole('heading', { level: 1, name: '查处情况报送' }).waitFor();
  for (const name of ['章印清晰', '单位名称与填报单位一致', '负责人签字完整', '日期在填报期内']) {
    await page.getByRole('checkbox', { name }).check();
  }
  await expectSoundPage(tab);
  await page.getByRole('button', { name: '通过' }).click();
  await page.getByRole('link', { name: '回到待审列表' }).waitFor();
}

describe('its first month', () => {
  it('brings a hospital’s first accepted filing', async () => {
    await fileCases();
    const reviewer = await region.enterFirst('north.reviewer', told['north.reviewer']);
    await reviewer.page.goto(stage.world.urlOf(region.host, '/console/'));
    await accept(reviewer);
    await reviewer.context.close();
  });

  it('brings the bureau’s roll-up, in which the hospital that has not filed is named', async () => {
    const bureau = await sit('north.reviewer');
    const { page } = bureau;
    await page.goto(stage.world.urlOf(region.host, '/'));
    await openTask(page, '填写', '县区汇总');
    await page.getByText('应汇总 2 家，已审 1 家', { exact: false }).first().waitFor();
    await page
      .getByRole('row', { name: /^北岸第二医院.*未报（不计入）/u })
      .first()
      .waitFor();
    await fieldCalled(page, '主要做法').fill('已逐件核对，督促北岸第二医院补报。');
    await page.getByText(/^已保存 \d/u).waitFor();
    await page.getByRole('button', { name: '更新汇总数并保存' }).click();
    await page.getByText('已按现在的汇总数保存').waitFor();
    await expectSoundPage(bureau);
    await signAlone(bureau);
    await fileForReceipt(bureau);
    await page.getByText('1,200.5', { exact: false }).first().waitFor();
    await bureau.context.close();
  });

  it('strikes a row of the master list off', async () => {
    const list = '/registers/measures?row=prices-shown';
    const clerk = await sit('north-1.clerk');
    await clerk.page.goto(stage.world.urlOf(region.host, list));
    await clerk.page.getByRole('link', { name: '公示收费标准' }).first().click();
    await clerk.page.getByRole('heading', { level: 1, name: '公示收费标准' }).waitFor();
    const path = new URL(clerk.page.url()).pathname;
    await take(clerk, '认领', '已认领');
    await take(clerk, '申请销号', '申请销号', async () => {
      await fieldCalled(clerk.page, '落实情况').fill('已在门诊大厅公示。');
    });
    const checker = await sit('checker', `/console${path}`);
    await take(checker, '初审通过', '初审通过，待复核');
    const drafter = await sit('drafter', `/console${path}`);
    await take(drafter, '复核销号', '已销号', async () => {
      const sheet = drafter.page.getByRole('dialog', { name: '复核销号' });
      for (const box of await sheet.getByRole('checkbox').all()) await box.check();
    });
    await drafter.page.goto(stage.world.urlOf(region.host, '/console/registers/measures/wall'));
    const row = drafter.page.getByRole('row').filter({ hasText: '公示收费标准' });
    await row.getByText('1/2').waitFor();
    await expectSoundPage(drafter);
    for (const tab of [clerk, checker, drafter]) await tab.context.close();
  });
});

/** One step of the workflow and the stage it leads to. */
async function take(tab: Tab, step: string, to: string, fill = () => Promise.resolve()) {
  const { page } = tab;
  await page.getByRole('button', { name: step, exact: true }).click();
  const sheet = page.getByRole('dialog', { name: step });
  await sheet.waitFor();
  await fill();
  await expectSoundPage(tab);
  await sheet.getByRole('button', { name: '确认办理' }).click();
  await sheet.waitFor({ state: 'hidden' });
  await page.locator('.page-summary').getByText(to, { exact: true }).waitFor();
}
