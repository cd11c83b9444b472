import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import { canonicalJson, hashCampaign } from '../canonical.ts';
import { checkCampaign } from '../check/check-campaign.ts';
import { computeCampaignDates } from '../dates/campaign-dates.ts';
import { officialCalendar as calendar } from '../dates/official-calendar.ts';
import { describeDifferences } from '../differences/differences.ts';
import { assembleCampaign, splitCampaign } from '../parts.ts';
import { anyCampaign } from '../testing/any-campaign.fixtures.ts';
import { smallCampaign } from '../testing/campaign.fixtures.ts';
import { expectPack, readText, samplePack } from '../testing/pack.fixtures.ts';
import { smallScorecard } from '../testing/scorecard.fixtures.ts';
import { checkPack } from './check-pack.ts';
import { writePack } from './write-pack.ts';

const datesOf = (campaign: Campaign) => {
  const { phases, tasks } = computeCampaignDates(campaign, { calendar });
  return { phases: [...phases], tasks: [...tasks] };
};

async function expectSame(campaign: Campaign): Promise<void> {
  const text = await writePack(samplePack({ campaign }));
  const { pack } = await expectPack(text);
  // What an import stores is the parts, put together again.
  const arrived = assembleCampaign(splitCampaign(pack.campaign));
  expect(canonicalJson(arrived)).toBe(canonicalJson(campaign));
  expect(await hashCampaign(arrived)).toBe(await hashCampaign(campaign));
  expect(datesOf(arrived)).toEqual(datesOf(campaign));
  expect(checkCampaign(arrived, { calendar })).toEqual(checkCampaign(campaign, { calendar }));
  expect(describeDifferences(campaign, arrived)).toEqual([]);
  expect(await writePack({ ...pack, campaign: arrived })).toBe(text);
}

it('carries any campaign to its own meaning: text, hash, dates, findings, no difference', async () => {
  await fc.assert(fc.asyncProperty(anyCampaign, expectSame), { numRuns: 150 });
}, 120_000);

it('carries a scorecard with its points, vetoes and grades', async () => {
  await expectSame(smallCampaign({ scorecards: [smallScorecard()] }));
});

it('reads the same from a file whose entries stand in another order', async () => {
  const text = await writePack(samplePack());
  const turned = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(turned);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value).map(([name, each]) => [name, turned(each)] as const);
    return Object.fromEntries(entries.reverse());
  };
  const other = await expectPack(JSON.stringify(turned(JSON.parse(text))));
  expect(other.contentHash).toBe((await expectPack(text)).contentHash);
});

it('changes its hash with any word, and keeps it whatever the editor writes on top', async () => {
  const { contentHash } = await expectPack(await writePack(samplePack()));
  const campaign = smallCampaign({ title: '另一份方案' });
  const other = await expectPack(await writePack(samplePack({ campaign })));
  expect(other.contentHash).not.toBe(contentHash);
  const noted = (await writePack(samplePack())).replace(
    '{',
    '{"$schema": "./campaign.schema.json",',
  );
  expect((await expectPack(noted)).contentHash).toBe(contentHash);
});

it('says of each finding of the check on which line of the file it stands', async () => {
  const { tasks } = smallCampaign();
  const campaign = {
    ...smallCampaign(),
    tasks: tasks.map((each) => ({ ...each, form: 'nowhere' })),
  };
  const text = await writePack(samplePack({ campaign }));
  const reading = await readText(text);
  if (!reading.ok) throw new Error('refused');
  const found = checkPack(reading, { calendar }).find(({ code }) => code === 'references.unknown');
  expect(found?.path).toBe('/campaign/tasks/0/form');
  expect(text.split('\n')[(found?.line ?? 0) - 1]).toContain('"form": "nowhere"');
});
