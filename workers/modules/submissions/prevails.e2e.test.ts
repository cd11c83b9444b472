import type { InferOutput } from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { Task } from '#schema/contracts/campaign/task.ts';
import type { ProgressSchema, Receipt, SubmissionDetail } from '#schema/contracts/submissions.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import {
  fileOnPaper,
  filingCampaign,
  findMine,
  publishInto,
  putInto,
  readFiling,
} from './submissions.fixtures.ts';

type Progress = InferOutput<typeof ProgressSchema>;

function campaignWhere(key: string, prevails: Task['prevails']): Campaign {
  const base = filingCampaign();
  const tasks = base.tasks.map((task) =>
    task.key === 'training-report' ? { ...task, prevails } : task,
  );
  return { ...base, key, tasks };
}

/** A due day that has passed on the day of the test, 1 July. */
const yesterday = { dueOn: '2026-06-30', dueAt: Date.parse('2026-07-01T00:00:00+08:00') };

/** A region where the campaign says which one prevails, with the report filed electronically. */
async function filedWhere(prevails: Task['prevails']) {
  const world = await createTestApp();
  const { campaignId } = await publishInto(world.site, campaignWhere('conduct', prevails));
  const clerk = await world.as('clerk');
  const id = await findMine(clerk, 'training-report');
  await fileOnPaper(clerk, id);
  return { world, campaignId, clerk, id, reviewer: await world.as('reviewer') };
}

const detailOf = async (client: TestClient, id: string) =>
  (await client(`/api/submissions/${id}`)).json<SubmissionDetail>();
const receiptOf = async (client: TestClient, id: string) =>
  (await client(`/api/submissions/${id}/receipt`)).json<Receipt>();
const register = (client: TestClient, id: string, receivedOn: string) =>
  client(`/api/submissions/${id}/paper`, {
    json: { receivedOn, copies: 2, receiverPost: '医政科收发岗' },
  });

describe('a filing of which the paper prevails', () => {
  let given: Awaited<ReturnType<typeof filedWhere>>;
  let world: TestApp;
  beforeAll(async () => {
    given = await filedWhere('paper');
    ({ world } = given);
  });
  afterAll(() => world.close());
  const progressOf = async () => {
    const query = `/api/submissions/progress?campaign=${given.campaignId}&task=training-report`;
    return (await (await world.as('checker'))(query)).json<Progress>().totals;
  };

  it('has not arrived while only the scan has: the receipt says so, and 已报 does not count it', async () => {
    const { clerk, id } = given;
    expect(await receiptOf(clerk, id)).toMatchObject({ paper: { prevails: 'paper' } });
    const { summary } = await detailOf(clerk, id);
    expect(summary).toMatchObject({
      state: 'filed',
      paper: 'expected',
      prevails: 'paper',
      nextStep: 'send-paper',
      late: false,
    });
    expect((await readFiling(world.site, id)).firstFiledAt).toBeNull();
    expect(await progressOf()).toMatchObject({ arrived: 0 });
  });

  it('is overdue when its day has passed without the paper', async () => {
    await putInto(world.site, given.id, yesterday);
    expect((await detailOf(given.clerk, given.id)).summary.late).toBe(true);
    expect(await progressOf()).toMatchObject({ due: expect.any(Number), arrived: 0 });
  });

  it('does not take a paper that is still to come', async () => {
    const answer = await register(given.reviewer, given.id, '2026-07-02');
    expect([answer.status, answer.json().code]).toEqual([422, 'submissions.paper_not_yet']);
  });

  it('counts as filed on the day the paper came, whenever that is registered', async () => {
    const { clerk, reviewer, id } = given;
    expect((await register(reviewer, id, '2026-06-30')).status).toBe(200);
    const stored = await readFiling(world.site, id);
    expect(stored).toMatchObject({ onTime: true, paperState: 'received' });
    expect(stored.firstFiledAt).toBe(Date.parse('2026-06-30T00:00:00+08:00') + 1);
    expect((await detailOf(clerk, id)).summary.late).toBe(false);
    expect(await receiptOf(clerk, id)).toMatchObject({
      late: false,
      paper: { prevails: 'paper', receivedOn: '2026-06-30' },
    });
    expect(await progressOf()).toMatchObject({ arrived: 1, onTime: 1 });
  });

  it('is late when the paper came late, though the scan was in time', async () => {
    const { reviewer } = given;
    const other = await world.as('other-clerk');
    const id = await findMine(other, 'training-report');
    await fileOnPaper(other, id);
    await putInto(world.site, id, yesterday);
    const drafter = await world.as('drafter');
    expect((await register(reviewer, id, '2026-07-01')).status).toBe(404);
    expect((await register(drafter, id, '2026-07-01')).status).toBe(200);
    expect((await detailOf(other, id)).summary.late).toBe(true);
    expect(await receiptOf(other, id)).toMatchObject({ late: true });
  });
});

describe('a filing of which the scan prevails, or nothing is said', () => {
  it.each<Task['prevails']>(['scan', undefined])(
    'has arrived with the scan; the paper is only expected (%s)',
    async (prevails) => {
      const { world, clerk, reviewer, id } = await filedWhere(prevails);
      const filed = await readFiling(world.site, id);
      expect(filed).toMatchObject({ paperState: 'expected', onTime: true });
      expect(filed.firstFiledAt).toBe(world.clock.now());
      const receipt = await receiptOf(clerk, id);
      expect(receipt.paper).toEqual(prevails === undefined ? undefined : { prevails });
      expect((await register(reviewer, id, '2026-07-01')).status).toBe(200);
      const after = await readFiling(world.site, id);
      expect(after).toMatchObject({ firstFiledAt: filed.firstFiledAt, onTime: true });
      expect((await detailOf(clerk, id)).summary.late).toBe(false);
      await world.close();
    },
  );
});
