import { describe, expect, it } from 'vitest';
import { openTab } from './testing/browser.fixtures.ts';
import { journeyRegions } from './testing/regions.fixtures.ts';
import { expectSoundPage } from './testing/sound-page.fixtures.ts';
import { useStage } from './testing/stage.fixtures.ts';

const stage = useStage();

describe('the front of each region', () => {
  it('has its own title and its own colour before anybody signs in', async () => {
    const fronts = [];
    for (const { slug, organ } of journeyRegions) {
      const tab = await openTab(stage.browser, 'desk');
      await tab.page.goto(stage.world.urlOf(slug));
      await tab.page.getByRole('heading', { name: '登录' }).waitFor();
      await tab.page.getByText(organ).first().waitFor();
      await expectSoundPage(tab);
      const button = tab.page.getByRole('button', { name: '登录' });
      fronts.push({
        title: await tab.page.getByRole('heading', { level: 1 }).innerText(),
        colour: await button.evaluate((element) => getComputedStyle(element).backgroundColor),
      });
      await tab.context.close();
    }
    expect(new Set(fronts.map(({ title }) => title)).size).toBe(fronts.length);
    expect(new Set(fronts.map(({ colour }) => colour)).size).toBe(fronts.length);
  });

  it('is nobody’s at an address that belongs to nobody', async () => {
    const tab = await openTab(stage.browser, 'desk');
    const answer = await tab.page.goto(stage.world.urlOf('nobody'));
    expect(answer?.status()).toBe(404);
    await tab.page.getByRole('heading', { name: '没有找到这个网站' }).waitFor();
    await expectSoundPage(tab);
    const words = await tab.page.locator('body').innerText();
    expect(
      journeyRegions.filter(({ organ, slug }) => words.includes(organ) || words.includes(slug)),
    ).toEqual([]);
    await tab.context.close();
  });
});
