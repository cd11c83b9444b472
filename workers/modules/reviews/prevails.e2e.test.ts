import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReviewQueue } from '#schema/contracts/reviews.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import {
  fileOnPaper,
  filingCampaign,
  findMine,
  publishInto,
} from '#workers/modules/submissions/submissions.fixtures.ts';
import { accept, decide, toDecided } from './reviews.fixtures.ts';

let world: TestApp;
let reviewer: TestClient;
let id: string;

beforeAll(async () => {
  world = await createTestApp();
  const base = filingCampaign();
  const tasks = base.tasks.map((task) => ({ ...task, prevails: 'scan' as const }));
  await publishInto(world.site, { ...base, tasks });
  const clerk = await world.as('clerk');
  reviewer = await world.as('reviewer');
  id = await findMine(clerk, 'training-report');
  await fileOnPaper(clerk, id);
});
afterAll(() => world.close());

describe('a filing of which the scan prevails', () => {
  it('stands in the queue with the paper expected and the scan prevailing', async () => {
    const queue = (await reviewer('/api/reviews/queue')).json<ReviewQueue>();
    const row = queue.rows.find((each) => each.id === id);
    expect(row).toMatchObject({ paper: 'expected', prevails: 'scan' });
  });

  it('is accepted without waiting for the paper', async () => {
    expect(toDecided(await decide(reviewer, id, accept)).state).toBe('accepted');
  });
});
