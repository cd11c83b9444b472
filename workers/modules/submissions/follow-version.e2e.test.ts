import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { field } from '#plugins/sdk/define.ts';
import { createFolderStorage } from '#workers/app/testing/folder-storage.fixtures.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import { loadVersion } from '#workers/modules/campaigns/index.ts';
import { filingCampaign, filingsOf, publishInto, storeFilings } from './submissions.fixtures.ts';
import { followVersion } from './usecases/follow-version.ts';

let world: TestApp;
const task = 'training-report';
const untouched = 450;

const ofTask = async () =>
  (await filingsOf(world.site, 'second-hospital')).filter(({ taskKey }) => taskKey === task);

beforeAll(async () => {
  world = await createTestApp();
});
afterAll(() => world.close());

describe('those who have not begun', () => {
  it('follow an amendment however many they are, and who has begun does not', async () => {
    const campaign = filingCampaign();
    const first = await publishInto(world.site, campaign);
    const forms = campaign.forms.map((form) => ({
      ...form,
      fields: [...form.fields, field.text('place', '培训地点')],
    }));
    const second = await publishInto(world.site, { ...campaign, forms }, first);
    const [template] = await ofTask();
    if (template === undefined) throw new Error('no filing was opened');
    const rows = Array.from({ length: untouched + 1 }, (_, index) => ({
      ...template,
      id: world.site.database.ids.next('sub'),
      versionHash: first.hash,
      occurrence: `time-${index}`,
      // One of them holds a word, and stands in the middle of the pages.
      ...(index === 225 ? { answers: { summary: '已开展' } } : {}),
    }));
    await storeFilings(world.site, rows);
    const { database, profile: tenant } = world.site;
    const context = { ...database, tenant, evidence: await createFolderStorage() };
    const version = await loadVersion(database.db, second.hash);
    const input = {
      campaignId: second.campaignId,
      hash: second.hash,
      previousHash: first.hash,
    };
    expect(await followVersion({ context, input, version })).toBe(untouched);
    const behind = (await ofTask()).filter(({ versionHash }) => versionHash !== second.hash);
    expect(behind.map(({ occurrence }) => occurrence)).toEqual(['time-225']);
    expect(await followVersion({ context, input, version })).toBe(0);
  });
});
