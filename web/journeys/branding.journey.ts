import { Buffer } from 'node:buffer';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { drawPng } from '#workers/modules/tenants/emblem.fixtures.ts';
import type { Tab } from './testing/browser.fixtures.ts';
import { pressKey } from './testing/drafting.fixtures.ts';
import { patience, seat } from './testing/people.fixtures.ts';
import { useStage } from './testing/stage.fixtures.ts';
import { expectStation } from './testing/station.fixtures.ts';

const stage = useStage();
const host = 'weihai';
const pale = '#f2c94c';
const title = '行业作风建设服务平台（试用）';
const address = '文化中路1号';
let tab: Tab;

const accentOf = (page: Page) =>
  page.evaluate(() =>
    getComputedStyle(document.documentElement).getPropertyValue('--accent').trim(),
  );
const save = (page: Page) => page.getByRole('button', { name: '保存并生效' });
const portal = async () => {
  const visitor = await stage.browser.newPage();
  await visitor.goto(stage.world.urlOf(host));
  await visitor
    .getByText(/严禁录入、存储、传输国家秘密/u)
    .first()
    .waitFor();
  return visitor;
};

describe('the look of a site, changed by the office itself', () => {
  let before: string;

  it('refuses a colour that nobody could read, and takes the nearest that one can', async () => {
    tab = await seat(stage.desk('desk'), { host, username: 'drafter', path: '/console/branding' });
    const { page } = tab;
    await page.getByRole('heading', { level: 1, name: '品牌与页脚' }).waitFor();
    before = await accentOf(page);
    await page.getByLabel(/^主题色/u).fill(pale);
    await page
      .getByText(/低于 4\.5:1，不能保存/u)
      .first()
      .waitFor();
    expect(await save(page).isDisabled()).toBe(true);
    await expectStation(tab, 'branding-refused');
    await pressKey(page.getByRole('button', { name: /^改用最接近的 #/u }));
    await page.getByText(/符合无障碍要求/u).waitFor();
    expect(await save(page).isDisabled()).toBe(false);
  });

  it('has an emblem, words and footer duties of its own, told before they are saved', async () => {
    const { page } = tab;
    const buffer = Buffer.from(drawPng({ width: 64 }));
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: '标识.png', mimeType: 'image/png', buffer });
    await page.getByAltText('现用标识').waitFor();
    await page.getByLabel(/^系统名称\s*(?:必填)?$/u).fill(title);
    await page.getByLabel(/^地址/u).fill(address);
    await page.getByText(/^有 4 处修改尚未保存/u).waitFor();
    await pressKey(save(page));
    await page.getByText('已保存，页面已更新').waitFor();
    await page.getByText('现行', { exact: true }).waitFor();
    await expectStation(tab, 'branding-saved');
  });

  it('is what a visitor of the portal sees', async () => {
    const visitor = await portal();
    expect(await accentOf(visitor)).not.toBe(before);
    await visitor.getByText(title).first().waitFor();
    await visitor.getByText(address).first().waitFor();
    const emblem = visitor.locator('img[src^="/api/tenant/emblems/"]').first();
    await emblem.waitFor();
    expect(await emblem.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(64);
    await visitor.close();
  });

  it('goes back to the template out of its history', async () => {
    const { page } = tab;
    await pressKey(page.getByRole('button', { name: /^恢复到此\s*方案模板原样$/u }));
    await page.getByText('已恢复').first().waitFor();
    await page.getByText('恢复到方案模板原样').first().waitFor();
    await expect.poll(() => page.getByLabel(/^地址/u).inputValue(), patience).not.toBe(address);
    const visitor = await portal();
    expect(await accentOf(visitor)).toBe(before);
    expect(await visitor.getByText(title).count()).toBe(0);
    await visitor.close();
    await tab.context.close();
  });
});
