import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReviewQueue } from '#schema/contracts/reviews.ts';
import type { SubmissionDetail } from '#schema/contracts/submissions.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import { signInForCookie } from '#workers/app/testing/test-client.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { TEST_PASSWORD, testActor } from '#workers/app/testing/test-site.fixtures.ts';
import { giveGrants } from '#workers/modules/organizations/index.ts';
import { listInStates } from '#workers/modules/submissions/index.ts';
import { fileOnPaper } from '#workers/modules/submissions/submissions.fixtures.ts';
import {
  accept,
  decide,
  mendAndFile,
  openReviewWorld,
  publishScored,
  receivePaper,
  returning,
  showCase,
  toDecided,
  undo,
} from './reviews.fixtures.ts';

let world: TestApp;
let clerk: TestClient;
let reviewer: TestClient;
let checker: TestClient;
let id: string;

async function openWorld(): Promise<void> {
  ({ world, clerk, reviewer, checker, id } = await openReviewWorld());
}

const queueOf = async (client: TestClient, query = '') =>
  (await client(`/api/reviews/queue${query}`)).json<ReviewQueue>();
const stateOf = async (client: TestClient) =>
  (await client(`/api/submissions/${id}`)).json<SubmissionDetail>().summary.state;

describe('taking a decision back', () => {
  beforeAll(openWorld);
  afterAll(() => world.close());

  it('restores the filing the same day, and the record shows both', async () => {
    await decide(reviewer, id, { decision: 'hold', reason: '等纸质件' });
    toDecided(await decide(reviewer, id, accept));
    expect(await stateOf(clerk)).toBe('accepted');
    expect(await showCase(reviewer, id)).toMatchObject({ undoable: { decision: 'accept' } });
    expect(toDecided(await undo(reviewer, id)).state).toBe('held');
    const { earlier, submission } = await showCase(reviewer, id);
    expect(earlier.map(({ decision, undone }) => [decision, undone])).toEqual([
      ['hold', false],
      ['accept', true],
      ['undo', false],
    ]);
    expect(submission.summary.state).toBe('held');
  });

  it('takes the count of returns back with a return', async () => {
    toDecided(await decide(reviewer, id, returning('summary')));
    toDecided(await undo(reviewer, id));
    const { submission } = await showCase(reviewer, id);
    expect(submission.summary).toMatchObject({ returns: 0, pointsToMend: 0, state: 'held' });
    const first = await decide(reviewer, id, returning('due-people'));
    expect(toDecided(first)).toMatchObject({ state: 'returned', round: 1 });
  });

  it("is not offered for somebody else's decision, nor once the unit has acted", async () => {
    expect((await undo(checker, id)).json().code).toBe('reviews.not_undoable');
    await mendAndFile(clerk, id, { 'due-people': 330 });
    expect((await undo(reviewer, id)).json().code).toBe('reviews.not_undoable');
  });

  it('ends with the day', async () => {
    toDecided(await decide(reviewer, id, accept));
    world.clock.set('2026-07-02T00:00:30+08:00');
    const tomorrow = await createNextDayClient();
    expect((await undo(tomorrow, id)).json().code).toBe('reviews.not_undoable');
  });

  /** The session of yesterday has ended with the clock. */
  async function createNextDayClient(): Promise<TestClient> {
    const visitor = world.visitor();
    const cookie = await signInForCookie(visitor, 'reviewer', TEST_PASSWORD);
    return (path, request = {}) =>
      visitor(path, { ...request, headers: { ...request.headers, cookie } });
  }
});

describe('who stands aside', () => {
  beforeAll(openWorld);
  afterAll(() => world.close());

  it('does not review the filings of the unit in which he holds a post', async () => {
    const personId = world.site.people['clerk'] ?? '';
    const grant = { personId, role: 'commission-checker' as const };
    await giveGrants({
      context: world.site.database,
      input: { grants: [grant], actor: testActor },
    });
    world.clock.tick(6_000);
    expect((await queueOf(clerk)).rows[0]).toMatchObject({ id, barred: 'own-unit' });
    const answer = await decide(clerk, id, accept);
    expect(answer.json()).toMatchObject({ status: 403, code: 'reviews.own_unit' });
  });

  it('does not judge a filing that he made on behalf of the unit', async () => {
    const [behalf = ''] = await listDue(world.site.units['second-hospital'] ?? '');
    await fileOnPaper(reviewer, behalf);
    expect(await showCase(reviewer, behalf)).toMatchObject({ barred: 'own-work' });
    const answer = await decide(reviewer, behalf, accept);
    expect(answer.json()).toMatchObject({ status: 403, code: 'platform.own_work' });
    await receivePaper(reviewer, behalf);
    expect(toDecided(await decide(checker, behalf, accept)).state).toBe('accepted');
  });

  it('does not see what is outside the range, nor another commission', async () => {
    const [direct] = await listDue(world.site.units['direct-hospital'] ?? '');
    expect((await reviewer(`/api/reviews/${direct}`)).status).toBe(404);
    const elsewhere = await world.as('checker', 'xi.qingfeng.test');
    expect((await elsewhere(`/api/reviews/${id}`)).status).toBe(404);
    expect((await (await world.as('other-clerk'))('/api/reviews/queue')).status).toBe(403);
  });

  it('tells which returns the same task of the same unit had in another period', async () => {
    toDecided(await decide(reviewer, id, returning('summary')));
    const next = await publishScored(world.site, { key: 'scored-next', dueOn: '2026-07-31' });
    const mine = await listDue(world.site.units['hospital'] ?? '', next.campaignId);
    const found = await showCase(reviewer, mine[0] ?? '');
    expect(found.returnedBefore).toMatchObject([{ points: [{ path: 'summary' }] }]);
  });

  async function listDue(organizationId: string, campaignId?: string): Promise<string[]> {
    const range = { everything: true } as const;
    const rows = await listInStates(world.site.database.db, { states: ['due'], range, limit: 50 });
    return rows
      .filter((row) => row.organizationId === organizationId && row.taskKey === 'training-report')
      .filter((row) => campaignId === undefined || row.campaignId === campaignId)
      .map((row) => row.id);
  }
});
