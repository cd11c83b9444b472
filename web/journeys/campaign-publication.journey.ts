import { describe, it } from 'vitest';
import { widths } from './testing/browser.fixtures.ts';
import type { Width } from './testing/browser.fixtures.ts';
import {
  enterByPortal,
  findTask,
  lookAtBurden,
  mendDate,
  moveWeight,
  openOriginal,
  publish,
  registerIssue,
  registerPaper,
  signAs,
  submit,
} from './testing/issuing.fixtures.ts';
import type { Edition } from './testing/issuing.fixtures.ts';
import { useStage } from './testing/stage.fixtures.ts';

const weihai: Edition = {
  slug: 'weihai',
  year: '2019',
  task: '《卫生健康系统行业作风建设及专项整治活动方案》',
  warning: '截止日为周六，建议改为7月19日或说明',
  signature: 'online',
  runs: {
    desk: { due: '2019-07-19', points: ['14', '11'], number: '示范卫医〔2026〕21号' },
    phone: { due: '2019-07-18', points: ['13', '12'], number: '示范卫医〔2026〕22号' },
  },
};

const putuo: Edition = {
  slug: 'putuo',
  year: '2020',
  task: '自查情况报告',
  warning: '截止日为周日，建议改为11月13日或说明',
  signature: 'paper',
  runs: {
    desk: { due: '2020-11-13', points: ['14', '11'], number: '示范卫健〔2026〕31号' },
    phone: { due: '2020-11-12', points: ['13', '12'], number: '示范卫健〔2026〕32号' },
  },
};

const stage = useStage();

const sizes = Object.keys(widths) as Width[];

describe.each([weihai, putuo])('the edition of $year of $slug', (edition) => {
  it.each(sizes)('is drafted, signed, issued and reaches a hospital, at the %s', async (width) => {
    const desk = stage.desk(width);
    const run = edition.runs[width];
    const drafter = await enterByPortal(desk, edition.slug);
    const path = await openOriginal(drafter, edition.year);
    await mendDate(drafter, edition, run);
    await moveWeight(drafter, run);
    await lookAtBurden(drafter);
    await submit(drafter);
    await signAs(desk, edition.slug, 'checker', path);
    await signAs(desk, edition.slug, 'countersigner', path);
    if (edition.signature === 'online') await signAs(desk, edition.slug, 'signer', path);
    else await registerPaper(drafter);
    await registerIssue(drafter, run);
    await publish(drafter, run);
    await drafter.context.close();
    await findTask(desk, edition, run);
  });
});
