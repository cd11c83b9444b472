import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SubmissionList } from '#schema/contracts/submissions.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { findMine, publishInto, putInto } from './submissions.fixtures.ts';
import { unfiledQuery } from './unfiled.repository.ts';

let world: TestApp;
let reviewer: TestClient;
let clerk: TestClient;
let campaignId: string;

beforeAll(async () => {
  world = await createTestApp({ tenants: ['dong', 'xi'] });
  ({ campaignId } = await publishInto(world.site));
  reviewer = await world.as('reviewer');
  clerk = await world.as('clerk');
});
afterAll(() => world.close());

const unfiled = async (client: TestClient, task = 'training-report') =>
  (
    await client(`/api/submissions/unfiled?campaign=${campaignId}&task=${task}`)
  ).json<SubmissionList>().items;

describe('the list to file on behalf from', () => {
  it('has the units of the range that have not sent off the task, in official order', async () => {
    const names = (await unfiled(reviewer)).map(({ organizationName }) => organizationName);
    expect(names).toEqual(['东区第一医院', '东区第二医院']);
    expect((await unfiled(clerk)).map(({ organizationName }) => organizationName)).toEqual([
      '东区第一医院',
    ]);
  });

  it('lets go of what arrived and takes back what was returned', async () => {
    const id = await findMine(clerk, 'training-report');
    await putInto(world.site, id, { state: 'filed' });
    expect((await unfiled(reviewer)).map(({ id: each }) => each)).not.toContain(id);
    await putInto(world.site, id, { state: 'returned' });
    expect((await unfiled(reviewer)).map(({ id: each }) => each)).toContain(id);
  });

  it('is empty for a task nobody has, and closed to who fills in nothing', async () => {
    expect(await unfiled(reviewer, 'no-such-task')).toEqual([]);
    const signer = await world.as('signer');
    const answer = await signer(`/api/submissions/unfiled?campaign=${campaignId}&task=x`);
    expect(answer.status).toBe(403);
  });

  it('is read through an index', async () => {
    const { db } = world.site.database;
    const query = unfiledQuery(db, {
      campaignId,
      task: 'training-report',
      range: { everything: true },
    });
    const plan = await db.all<{ detail: string }>(sql`explain query plan ${query.getSQL()}`);
    const words = plan.map(({ detail }) => detail).join('; ');
    expect(words).toMatch(/SEARCH submissions USING INDEX ux_submissions_task/);
    expect(words).not.toMatch(/SCAN/);
  });
});
