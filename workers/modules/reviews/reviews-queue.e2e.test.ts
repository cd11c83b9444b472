import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReviewQueue } from '#schema/contracts/reviews.ts';
import { submissionStates } from '#schema/contracts/submissions.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import type { Submission } from '#workers/modules/submissions/index.ts';
import { readFiling, storeFilings } from '#workers/modules/submissions/submissions.fixtures.ts';
import { waitingStates } from './reviews.domain.ts';
import { openReviewWorld } from './reviews.fixtures.ts';
import { countWaiting, listWaiting } from './reviews.repository.ts';

let world: TestApp;
let reviewer: TestClient;
let checker: TestClient;
let template: Submission;
let stored: Submission[];

beforeAll(async () => {
  let id: string;
  ({ world, reviewer, checker, id } = await openReviewWorld());
  template = await readFiling(world.site, id);
  stored = [template];
});
afterAll(() => world.close());

const pageOf = async (client: TestClient, query: string) => {
  const answer = await client(`/api/reviews/queue?${query}`);
  expect(answer.status).toBe(200);
  return answer.json<ReviewQueue>();
};

/** The whole queue, turned page by page. */
async function turn(client: TestClient, query: string, limit: number) {
  const ids: string[] = [];
  let totals: number[] = [];
  let cursor: string | undefined;
  do {
    const from = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page = await pageOf(client, `limit=${limit}${query}${from}`);
    expect(page.rows.length).toBeLessThanOrEqual(limit);
    ids.push(...page.rows.map((row) => row.id));
    totals = [...totals, page.total];
    cursor = page.next;
  } while (cursor !== undefined);
  return { ids, totals };
}

const generated = fc.array(
  fc.record({
    state: fc.constantFrom(...submissionStates),
    office: fc.constantFrom('medical', 'finance'),
    filedBefore: fc.integer({ min: 0, max: 5 }),
    unit: fc.constantFrom('hospital', 'direct-hospital'),
  }),
  { minLength: 1, maxLength: 12 },
);

let turns = 0;
async function store(drawn: readonly { [key: string]: unknown }[]): Promise<void> {
  const { ids, clock } = world.site.database;
  const rows = drawn.map((each): Submission => {
    turns += 1;
    const filedAt = clock.now() - Number(each['filedBefore']) * 86_400_000;
    const direct = each['unit'] === 'direct-hospital';
    return {
      ...template,
      id: ids.next('sub'),
      occurrence: `turn-${turns}`,
      organizationId: world.site.units[String(each['unit'])] ?? '',
      supervisionPath: direct ? '' : template.supervisionPath,
      territoryPath: direct ? '' : template.territoryPath,
      state: each['state'] as Submission['state'],
      officeKey: String(each['office']),
      filedAt,
      firstFiledAt: filedAt,
    };
  });
  await storeFilings(world.site, rows);
  stored.push(...rows);
}

function expected(of: (row: Submission) => boolean): string[] {
  return stored
    .filter((row) => waitingStates.includes(row.state) && of(row))
    .toSorted(
      (left, right) => (left.filedAt ?? 0) - (right.filedAt ?? 0) || (left.id < right.id ? -1 : 1),
    )
    .map((row) => row.id);
}

describe('the queue, over whatever has been filed', () => {
  it('holds what waits and nothing else, the longest waiting first, page by page', async () => {
    await fc.assert(
      fc.asyncProperty(generated, fc.integer({ min: 1, max: 9 }), async (drawn, limit) => {
        await store(drawn);
        const whole = expected(() => true);
        const { ids, totals } = await turn(checker, '', limit);
        expect(ids).toEqual(whole);
        expect(new Set(totals)).toEqual(new Set([whole.length]));
      }),
      { numRuns: 6 },
    );
  });

  it('of a bureau is the same queue without the units that are not its own', async () => {
    const direct = world.site.units['direct-hospital'];
    const own = expected(({ organizationId }) => organizationId !== direct);
    expect((await turn(reviewer, '', 50)).ids).toEqual(own);
  });

  it('of one office is the same queue without what lies with another', async () => {
    const byOffice = (office: string) => expected(({ officeKey }) => officeKey === office);
    const [medical, finance] = [
      await turn(checker, '&office=medical', 7),
      await turn(checker, '&office=finance', 7),
    ];
    expect(medical.ids).toEqual(byOffice('medical'));
    expect(finance.ids).toEqual(byOffice('finance'));
    expect(medical.ids.length + finance.ids.length).toBe(expected(() => true).length);
  });

  it('counts the days of waiting by the calendar, from the day of the filing', async () => {
    const { rows, asOf } = await pageOf(checker, 'limit=50');
    for (const row of rows) {
      const waited = Math.round((asOf - (row.filedAt ?? 0)) / 86_400_000);
      expect(row.waitingDays).toBe(waited);
    }
  });

  it('is not turned by a cursor that nobody gave', async () => {
    const answer = await checker('/api/reviews/queue?cursor=nonsense');
    expect(answer.json()).toMatchObject({ status: 400, code: 'platform.invalid_cursor' });
  });
});

describe('how the engine reads what waits', () => {
  const range = { everything: true as const };
  const part = {
    everything: false as const,
    reaches: [{ organizationId: 'org_a', relation: 'territory' as const, path: 'org_a/' }],
  };

  it('is by the index of just these, in their order, of all and of a bureau', async () => {
    const { db } = world.site.database;
    for (const reach of [range, part]) {
      for (const query of [
        listWaiting(db, { range: reach, limit: 21 }),
        listWaiting(db, { range: reach, limit: 21, after: [1, 'sub_a'], office: 'medical' }),
        countWaiting(db, { range: reach }),
      ]) {
        const plan = await db.all<{ detail: string }>(sql`explain query plan ${query.getSQL()}`);
        const words = plan.map(({ detail }) => detail).join('; ');
        expect(words).toContain('ix_submissions_waiting');
        expect(words).not.toContain('TEMP B-TREE');
      }
    }
  });

  it('carries nothing of what was filled in, however long that is', async () => {
    const [row] = await listWaiting(world.site.database.db, { range, limit: 1 });
    expect(row).toMatchObject({ state: 'filed' });
    for (const column of ['answers', 'revisions', 'deliverables', 'paper']) {
      expect(row).not.toHaveProperty(column);
    }
  });
});
