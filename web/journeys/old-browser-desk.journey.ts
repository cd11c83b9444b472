import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { widths } from './testing/browser.fixtures.ts';
import { launchOldBrowser, openOldTab } from './testing/old-browser.fixtures.ts';
import type { OldBrowser, OldTab } from './testing/old-browser.fixtures.ts';
import { startWorld } from './testing/world.fixtures.ts';
import type { World } from './testing/world.fixtures.ts';

const host = 'henan';
let world: World;
let browser: OldBrowser | undefined;

beforeAll(async () => {
  world = await startWorld();
});
afterEach(async () => {
  await browser?.close();
  browser = undefined;
});
afterAll(() => world?.stop());

/** A profile of its own for each person: one browser has one session of a host. */
async function sit(username: string, path: string): Promise<OldTab> {
  browser = await launchOldBrowser(widths.desk.width);
  expect(await browser.version()).toContain('/86.');
  const tab = await openOldTab(browser);
  const { password } = world.account(host, username);
  await tab.go(world.urlOf(host, path));
  await tab.fill('用户名', username);
  await tab.fill('密码', password);
  await tab.press('登录');
  return tab;
}

it('the office reads its year and writes a notice with the Chromium 86 of an office computer', async () => {
  const tab = await sit('drafter', '/console/');
  await tab.see('投诉按期办结率');
  await tab.see('本周要办');
  await tab.see('应报送 25 件');
  await tab.press('生成通报初稿');
  await tab.see('段落列表');
  await tab.see('报送情况较好');
  await tab.fill('主送机关', '各市卫生健康委');
  await tab.see('已保存');
  await tab.press('数据');
  await tab.see('查找数据');
  await tab.press('送审');
  await tab.see('送审后正文不能再改');
  expect(tab.problems).toEqual([]);
});

it('a bureau accepts a stamped scan and sums up with the same computer', async () => {
  const tab = await sit('bureau', '/console/reviews');
  await tab.see('待审 13 件');
  await tab.press('审核', '澄川市人民医院 行风建设工作小结');
  await tab.see('盖章扫描件核对');
  for (const check of ['章印清晰', '单位名称与填报单位一致', '负责人签字完整', '日期在填报期内']) {
    await tab.tick(check);
  }
  await tab.press('通过');
  await tab.see('回到待审列表');
  await tab.go(world.urlOf(host));
  await tab.press('开始填写', '清廉医院示范单位推荐');
  await tab.see('应汇总 3 家');
  await tab.fill('推荐单位数', '0');
  await tab.press('更新汇总数并保存');
  await tab.see('已按现在的汇总数保存');
  expect(tab.problems).toEqual([]);
});
