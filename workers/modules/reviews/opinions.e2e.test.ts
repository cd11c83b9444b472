import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Opinion, OpinionQueue } from '#schema/contracts/review-opinions.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestAnswer, TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { testActor } from '#workers/app/testing/test-site.fixtures.ts';
import { listJudges, recusePerson } from '#workers/modules/organizations/index.ts';
import { putInto } from '#workers/modules/submissions/submissions.fixtures.ts';
import { askedOfQuery, opinionsQuery } from './opinions.repository.ts';
import {
  accept,
  decide,
  openReviewWorld,
  returning,
  showCase,
  toDecided,
} from './reviews.fixtures.ts';

let world: TestApp;
let reviewer: TestClient;
let checker: TestClient;
let clerk: TestClient;
let id: string;
let checkerId: string;

async function openWorld(): Promise<void> {
  ({ world, reviewer, checker, clerk, id } = await openReviewWorld());
  checkerId = world.site.people['checker'] ?? '';
}
const question = '涉及收费，请看附表二是否与价格公示一致。';
const ask = (client: TestClient, changes: Record<string, unknown> = {}) =>
  client(`/api/reviews/${id}/opinions`, {
    json: { kind: 'office', office: '财务科', personId: checkerId, question, ...changes },
  });
const answer = (client: TestClient, opinionId: string, changes: Record<string, unknown> = {}) =>
  client(`/api/reviews/opinions/${opinionId}/answer`, {
    json: { view: 'pass', words: '与价格公示一致。', ...changes },
  });
const withdraw = (client: TestClient, opinionId: string) =>
  client(`/api/reviews/opinions/${opinionId}/withdraw`, { method: 'POST' });
const askedOf = async (client: TestClient) =>
  (await client('/api/reviews/opinions')).json<OpinionQueue>();
function made(given: TestAnswer): Opinion {
  if (given.status !== 201) throw new Error(given.text);
  return given.json<Opinion>();
}
const again = () =>
  putInto(world.site, id, {
    state: 'filed',
    returns: 0,
    pointsToMend: 0,
    holdReason: null,
    acceptedAt: null,
  });

describe('会审: another office is asked and its opinion comes back', () => {
  let opinionId: string;
  beforeAll(openWorld);
  afterAll(() => world.close());

  it('names who could be asked by post, never who filed and never who asks', async () => {
    const { colleagues } = await showCase(reviewer, id);
    expect(colleagues).toEqual([{ personId: checkerId, post: '行风办核稿岗' }]);
    const theirs = (await showCase(checker, id)).colleagues;
    expect(theirs.map(({ post }) => post)).toEqual(['医政科审核岗']);
  });

  it('stands in the queue of who is asked, with the filing', async () => {
    const opinion = made(await ask(reviewer));
    opinionId = opinion.id;
    expect(opinion).toMatchObject({
      office: '财务科',
      askedPost: '行风办核稿岗',
      askedByPost: '医政科审核岗',
      state: 'asked',
      mayAnswer: false,
      mayWithdraw: true,
    });
    const queue = await askedOf(checker);
    expect(queue.items).toMatchObject([
      {
        opinion: { id: opinionId, mayAnswer: true },
        filing: { id, organizationName: '东区第一医院' },
      },
    ]);
    expect((await askedOf(reviewer)).items).toEqual([]);
  });

  it('lets nothing be accepted or returned meanwhile, and says whom it waits for', async () => {
    for (const decision of [accept, returning('summary')]) {
      const refused = (await decide(reviewer, id, decision)).json();
      expect(refused).toMatchObject({ status: 409, code: 'reviews.opinion_awaited' });
      expect(refused.title).toContain('财务科');
    }
    expect(
      toDecided(await decide(reviewer, id, { decision: 'hold', reason: '等会审' })).state,
    ).toBe('held');
  });

  it('is answered by who was asked and by nobody else', async () => {
    expect((await answer(reviewer, opinionId)).json()).toMatchObject({
      status: 403,
      code: 'reviews.not_asked',
    });
    const given = (await answer(checker, opinionId)).json<Opinion>();
    expect(given).toMatchObject({
      state: 'answered',
      view: 'pass',
      words: '与价格公示一致。',
      answeredByPost: '行风办核稿岗',
      mayAnswer: false,
    });
    expect((await askedOf(checker)).items).toEqual([]);
    expect((await answer(checker, opinionId)).json().code).toBe('reviews.opinion_closed');
  });

  it('leaves the decision with who asked, both named by post', async () => {
    const [opinion] = (await showCase(reviewer, id)).opinions;
    expect(opinion).toMatchObject({ askedByPost: '医政科审核岗', answeredByPost: '行风办核稿岗' });
    expect(toDecided(await decide(reviewer, id, accept)).state).toBe('accepted');
    expect((await ask(reviewer)).json().code).toBe('reviews.not_waiting');
  });

  it('leaves its trail, with the words and without a name', async () => {
    const entries = await world.site.database.db.all<{ body: string }>(
      sql`select body from audit_entries where subject_id = ${id} order by seq`,
    );
    const bodies = entries.map(({ body }) => JSON.parse(body));
    const asked = bodies.find(({ action }) => action === 'review.ask');
    expect(asked.facts).toMatchObject({ office: '财务科', question });
    const told = bodies.find(({ action }) => action === 'review.comment');
    expect(told.facts).toMatchObject({ view: 'pass', words: '与价格公示一致。' });
  });
});

describe('an office without an account', () => {
  beforeAll(openWorld);
  beforeEach(again);
  afterAll(() => world.close());

  it('is asked on paper, and its answer is registered by who asked', async () => {
    const opinion = made(await ask(reviewer, { personId: undefined, office: '法监科' }));
    expect(opinion).toMatchObject({ mayAnswer: true });
    expect(opinion).not.toHaveProperty('askedPost');
    expect((await answer(reviewer, opinion.id)).json().code).toBe('reviews.paper_post_missing');
    const paper = { post: '法监科科长', signedOn: '2026-07-01' };
    const given = (await answer(reviewer, opinion.id, { view: 'mend', paper })).json<Opinion>();
    expect(given).toMatchObject({
      view: 'mend',
      answeredByPost: '法监科科长',
      signedOn: '2026-07-01',
    });
  });

  it('is waited for no longer once the request was taken back', async () => {
    const opinion = made(await ask(reviewer, { personId: undefined }));
    expect((await decide(reviewer, id, accept)).json().code).toBe('reviews.opinion_awaited');
    expect((await withdraw(checker, opinion.id)).json().code).toBe('reviews.opinion_closed');
    expect((await withdraw(reviewer, opinion.id)).json()).toMatchObject({ state: 'withdrawn' });
    expect(toDecided(await decide(reviewer, id, accept)).state).toBe('accepted');
  });
});

describe('复审: a second person judges the whole', () => {
  beforeAll(openWorld);
  afterAll(() => world.close());

  it('shows what it says to who asked and to who answered', async () => {
    const opinion = made(await ask(reviewer, { kind: 'second', office: '第二审核人' }));
    await answer(checker, opinion.id, { view: 'mend', words: '培训人数与签到表不一致。' });
    const [mine] = (await showCase(reviewer, id)).opinions;
    expect(mine).toMatchObject({ view: 'mend', words: '培训人数与签到表不一致。' });
    const [theirs] = (await showCase(checker, id)).opinions;
    expect(theirs).toMatchObject({ view: 'mend' });
  });
});

describe('who can be asked', () => {
  beforeAll(openWorld);
  afterAll(() => world.close());

  it('is nobody unknown, nobody recused and nobody of the unit', async () => {
    const refusedAs = async (personId: string | undefined) =>
      (await ask(reviewer, { personId })).json().code;
    expect(await refusedAs('per_00000000000000000000000000')).toBe('reviews.unknown_colleague');
    expect(await refusedAs(world.site.people['clerk'])).toBe('reviews.unknown_colleague');
    expect(await refusedAs(world.site.people['reviewer'])).toBe('reviews.unknown_colleague');
    const organizationId = world.site.units['hospital'] ?? '';
    const input = { personId: checkerId, organizationId, reason: '曾任职', actor: testActor };
    await recusePerson({ context: world.site.database, input });
    expect(await refusedAs(checkerId)).toBe('reviews.unknown_colleague');
    expect((await showCase(reviewer, id)).colleagues).toEqual([]);
  });

  it('is asked by reviewers only, about filings of their range', async () => {
    expect((await ask(clerk)).status).toBe(403);
    expect((await clerk('/api/reviews/opinions')).status).toBe(403);
    expect((await answer(reviewer, 'opn_00000000000000000000000000')).json()).toMatchObject({
      status: 404,
      code: 'reviews.opinion_not_found',
    });
  });

  it('is found by grants that reach the unit, and by no other unit’s', async () => {
    const { db } = world.site.database;
    const unit = (key: string) => world.site.units[key] ?? '';
    const judgesOf = async (key: string, over: string | undefined) => {
      const paths = over === undefined ? {} : { supervision: `${unit(over)}/${unit(key)}/` };
      const subject = { organizationId: unit(key), paths };
      const found = await listJudges(db, {
        permission: 'submissions.review',
        subject,
        day: '2026-07-01',
      });
      return found.map(({ post }) => post);
    };
    expect(await judgesOf('second-hospital', 'bureau')).toEqual(['医政科审核岗', '行风办核稿岗']);
    expect(await judgesOf('direct-hospital', undefined)).toEqual(['行风办核稿岗']);
    expect(await judgesOf('bureau', undefined)).toEqual(['行风办核稿岗']);
  });
});

describe('the lists of opinions', () => {
  beforeAll(openWorld);
  afterAll(() => world.close());

  it('are read through their indexes', async () => {
    const { db } = world.site.database;
    const planOf = async (query: { getSQL(): SQL }) => {
      const plan = await db.all<{ detail: string }>(sql`explain query plan ${query.getSQL()}`);
      return plan.map(({ detail }) => detail).join('; ');
    };
    expect(await planOf(opinionsQuery(db, id))).toMatch(/ix_review_opinions_submission/);
    const asked = await planOf(askedOfQuery(db, checkerId));
    expect(asked).toMatch(/ix_review_opinions_asked/);
    expect(asked).not.toMatch(/SCAN/);
  });
});
