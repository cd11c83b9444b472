import type { InferOutput } from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { ProgressSchema } from '#schema/contracts/submissions.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import {
  fileOnPaper,
  filingCampaign,
  filingsOf,
  publishInto,
  putInto,
} from './submissions.fixtures.ts';
import type { Submission } from './submissions.repository.ts';

let world: TestApp;
let clerk: TestClient;
let published: Awaited<ReturnType<typeof publishInto>>;

const removed = 'complaint-report';
const withoutTask = (campaign: Campaign): Campaign => ({
  ...campaign,
  tasks: campaign.tasks.filter(({ key }) => key !== removed),
});
const stateOf = async (unit: string, task: string): Promise<Submission | undefined> =>
  (await filingsOf(world.site, unit)).find(({ taskKey }) => taskKey === task);
const progress = async () => {
  const drafter = await world.as('drafter');
  const address = `/api/submissions/progress?campaign=${published.campaignId}&task=${removed}`;
  return (await drafter(address)).json<InferOutput<typeof ProgressSchema>>();
};

beforeAll(async () => {
  world = await createTestApp();
  published = await publishInto(world.site);
  clerk = await world.as('clerk');
  const overdue = { dueOn: '2026-06-30', dueAt: world.clock.now() - 60_000 };
  for (const unit of ['hospital', 'second-hospital', 'direct-hospital']) {
    const filing = await stateOf(unit, removed);
    if (filing) await putInto(world.site, filing.id, overdue);
  }
  const filed = await stateOf('direct-hospital', removed);
  const at = world.clock.now() - 120_000;
  const arrival = { state: 'filed' as const, firstFiledAt: at, filedAt: at, onTime: true };
  if (filed) await putInto(world.site, filed.id, arrival);
  const training = await stateOf('hospital', 'training-report');
  if (training) await fileOnPaper(clerk, training.id);
});
afterAll(() => world.close());

describe('a task that an amendment takes away', () => {
  it('is overdue before, with those who have not filed', async () => {
    expect((await progress()).totals).toMatchObject({ due: 3, arrived: 1, overdue: 2 });
  });

  it('is owed by nobody afterwards, with the reason on record', async () => {
    published = await publishInto(world.site, withoutTask(filingCampaign()), published);
    for (const unit of ['hospital', 'second-hospital']) {
      const filing = await stateOf(unit, removed);
      expect(filing?.state).toBe('exempt');
      expect(filing?.exemptionReason).toContain('工作方案已修订');
    }
    const { totals } = await progress();
    expect(totals).toMatchObject({ due: 1, arrived: 1, overdue: 0 });
  });

  it('leaves what was filed as it was filed, and every other task alone', async () => {
    expect(await stateOf('direct-hospital', removed)).toMatchObject({
      state: 'filed',
      exemptionReason: null,
    });
    expect((await stateOf('hospital', 'training-report'))?.state).toBe('filed');
    expect((await stateOf('second-hospital', 'training-report'))?.state).toBe('due');
  });

  it('still opens in the portal, where nothing is asked of the unit any more', async () => {
    const filing = await stateOf('hospital', removed);
    const answer = await clerk(`/api/submissions/${filing?.id}`);
    expect(answer.status).toBe(200);
    const { summary } = answer.json<{ summary: { state: string; nextStep: string } }>();
    expect(summary).toMatchObject({ state: 'exempt', nextStep: 'done' });
  });

  it('is owed again when a later amendment brings it back; what a person exempted is not', async () => {
    const exempted = await stateOf('second-hospital', removed);
    if (exempted) await putInto(world.site, exempted.id, { exemptionReason: '停业整顿' });
    published = await publishInto(world.site, filingCampaign({ dueOn: '2026-07-24' }), published);
    expect(await stateOf('hospital', removed)).toMatchObject({
      state: 'due',
      exemptionReason: null,
      versionHash: published.hash,
    });
    expect((await stateOf('second-hospital', removed))?.state).toBe('exempt');
  });
});
