import { describe, expect, it } from 'vitest';
import { widths } from './testing/browser.fixtures.ts';
import type { Width } from './testing/browser.fixtures.ts';
import {
  attach,
  fileForReceipt,
  fillAllButLast,
  mendWhatIsMissing,
  openTask,
  signOff,
} from './testing/filing.fixtures.ts';
import { seat } from './testing/people.fixtures.ts';
import { journeyRegions } from './testing/regions.fixtures.ts';
import { acceptAndDeduct, mendAsAsked, readScores, returnOnce } from './testing/review.fixtures.ts';
import { expectSoundPage } from './testing/sound-page.fixtures.ts';
import { useStage } from './testing/stage.fixtures.ts';

const stage = useStage();

const sizes = Object.keys(widths) as Width[];

describe.each(journeyRegions)('a hospital of $slug files', (region) => {
  it.each(sizes)('what its commission asks for, at the %s', async (width) => {
    const desk = stage.desk(width);
    const plan = region.filings[width];
    const tab = await seat(desk, { host: region.slug, username: 'clerk' });
    for (const group of ['今天和逾期', '本月', '以后']) {
      await tab.page.getByRole('heading', { name: new RegExp(`^${group}`, 'u') }).waitFor();
    }
    await tab.page
      .getByText(/〔2026〕\d+号$/u)
      .first()
      .waitFor();
    await expectSoundPage(tab);
    await openTask(tab.page, '填写', plan.title);
    await expectSoundPage(tab);
    await fillAllButLast(tab, plan);
    await attach(tab, plan);
    await mendWhatIsMissing(tab, plan);
    await signOff(tab, desk, region, plan.title);
    const first = await fileForReceipt(tab);
    await returnOnce(desk, region, plan);
    await mendAsAsked(tab, plan);
    await signOff(tab, desk, region, plan.title);
    const second = await fileForReceipt(tab);
    expect(second).not.toBe(first);
    await acceptAndDeduct(desk, region, plan);
    await readScores(tab);
    await tab.context.close();
  });
});
