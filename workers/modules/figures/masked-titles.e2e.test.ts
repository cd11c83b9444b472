import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { RegisterNode } from '#plugins/sdk/define.ts';
import type { FigureItems } from '#schema/contracts/figures.ts';
import type { EntryList } from '#schema/contracts/registers.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import {
  problemsRegister,
  recordProblem,
  registersCampaign,
  reopen,
} from '#workers/modules/registers/registers.fixtures.ts';
import { publishInto } from '#workers/modules/submissions/submissions.fixtures.ts';
import { figuresCampaign, publishFigures } from './figures.fixtures.ts';

const secret = '张某某收受红包';
const worlds: TestApp[] = [];
let world: TestApp;
afterAll(() => Promise.all(worlds.map((each) => each.close())));
beforeEach(async () => {
  world = await createTestApp();
  worlds.push(world);
});

/** What a problem is about is masked, or shown. */
function campaignWith(masked: string[], year = 2026) {
  const problems: RegisterNode = { ...problemsRegister, visibility: { units: 'above', masked } };
  const { registers } = registersCampaign({ registers: [problems] });
  return figuresCampaign({ registers, year });
}

/** The title of the one problem on record, behind the figure and in its own list. */
async function titlesIn(campaign: string) {
  const checker = await world.as('checker');
  const query = new URLSearchParams({ campaign, figure: 'register:problems.entries' }).toString();
  const { items } = (await checker(`/api/figures/items?${query}`)).json<FigureItems>();
  const { rows } = (await checker('/api/registers/problems/entries')).json<EntryList>();
  return [items.map(({ title }) => title), rows.map(({ title }) => title)];
}

describe('the list behind a figure', () => {
  const masked = [[{ zh: '某', en: '某' }], ['某']];

  it('shows of an entry no more than its own version does', async () => {
    const first = await publishFigures(world.site, campaignWith(['what']));
    const unit = world.site.units['hospital'] ?? '';
    await recordProblem(await world.as('clerk'), unit, { answers: { what: secret } });
    expect(await titlesIn(first.campaignId)).toEqual(masked);
    const second = await publishInto(world.site, campaignWith([]), first);
    const { campaignId, hash } = second;
    await reopen(world.site, { campaignId, hash, previousHash: first.hash });
    expect(await titlesIn(campaignId)).toEqual(masked);
  });

  it('shows no more than the campaign does that the register has gone over to', async () => {
    const { campaignId } = await publishFigures(world.site, campaignWith([]));
    const unit = world.site.units['hospital'] ?? '';
    await recordProblem(await world.as('clerk'), unit, { answers: { what: secret } });
    expect(await titlesIn(campaignId)).toEqual([[{ zh: secret, en: secret }], [secret]]);
    await publishFigures(world.site, campaignWith(['what'], 2027));
    expect(await titlesIn(campaignId)).toEqual(masked);
  });
});
