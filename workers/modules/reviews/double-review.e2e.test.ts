import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Opinion } from '#schema/contracts/review-opinions.ts';
import type { ReviewQueue } from '#schema/contracts/reviews.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestAnswer, TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { testActor } from '#workers/app/testing/test-site.fixtures.ts';
import { giveGrants } from '#workers/modules/organizations/index.ts';
import { fileOnPaper, findMine } from '#workers/modules/submissions/submissions.fixtures.ts';
import {
  accept,
  decide,
  mendAndFile,
  publishScored,
  receivePaper,
  returning,
  scoredCampaign,
  showCase,
  toDecided,
  undo,
} from './reviews.fixtures.ts';

let world: TestApp;
let first: TestClient;
let second: TestClient;
let third: TestClient;
let clerk: TestClient;
let id: string;

/** The task of the usual campaign, reviewed by two; the drafter is a third who may judge. */
async function openDoubleWorld(): Promise<void> {
  world = await createTestApp({ tenants: ['dong', 'xi'] });
  const tasks = scoredCampaign().tasks.map((task) => ({
    ...task,
    review: { double: true as const },
  }));
  await publishScored(world.site, { tasks });
  await giveGrants({
    context: world.site.database,
    input: {
      grants: [{ personId: world.site.people['drafter'] ?? '', role: 'commission-checker' }],
      actor: testActor,
    },
  });
  clerk = await world.as('clerk');
  id = await findMine(clerk, 'training-report');
  await fileOnPaper(clerk, id);
  [first, second, third] = [
    await world.as('reviewer'),
    await world.as('checker'),
    await world.as('drafter'),
  ];
  await receivePaper(first, id);
}

const personOf = (name: 'checker' | 'reviewer') => world.site.people[name] ?? '';
const ask = (client: TestClient, changes: Record<string, unknown> = {}) =>
  client(`/api/reviews/${id}/opinions`, {
    json: {
      kind: 'second',
      office: '行风办核稿岗',
      personId: personOf('checker'),
      question: '请独立复核本件。',
      own: { view: 'pass', words: '数字与附表一致，可以通过。' },
      ...changes,
    },
  });
const answer = (client: TestClient, opinionId: string, view: string, words: string) =>
  client(`/api/reviews/opinions/${opinionId}/answer`, { json: { view, words } });
const made = (given: TestAnswer): Opinion => {
  if (given.status !== 201) throw new Error(given.text);
  return given.json<Opinion>();
};
const queueOf = async (client: TestClient, query = '') => {
  const answer = await client(`/api/reviews/queue${query}`);
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.json<ReviewQueue>();
};
const codeOf = (given: TestAnswer) => `${given.status} ${given.json().code ?? ''}`.trim();
const doubleOf = async (client: TestClient) => {
  const { double } = await showCase(client, id);
  if (double === undefined) throw new Error('the task asks for two reviewers');
  return double;
};

describe('a filing that two people review', () => {
  beforeAll(openDoubleWorld);
  afterAll(() => world.close());

  it('is not accepted by one, whoever it is, and may be returned by one', async () => {
    expect(codeOf(await decide(first, id, accept))).toBe('409 reviews.second_missing');
    expect(codeOf(await decide(third, id, accept))).toBe('409 reviews.second_missing');
    const double = await doubleOf(first);
    expect(double).toMatchObject({ state: 'first', mayAccept: false, mayReturn: true, views: [] });
    expect(toDecided(await decide(first, id, returning('summary'))).state).toBe('returned');
    expect((await undo(first, id)).status).toBe(200);
  });

  it('is passed to a second with the first one’s view, to a person other than oneself', async () => {
    expect(codeOf(await ask(first, { own: undefined }))).toBe('422 reviews.own_view_missing');
    expect(codeOf(await ask(first, { personId: undefined }))).toBe('422 reviews.second_in_person');
    expect(codeOf(await ask(first, { personId: personOf('reviewer') }))).toBe(
      '422 reviews.unknown_colleague',
    );
    expect(made(await ask(first)).state).toBe('asked');
    expect(codeOf(await ask(first))).toBe('409 reviews.second_asked');
  });

  it('shows the second nothing of what the first found before he has answered', async () => {
    expect(await doubleOf(second)).toMatchObject({ state: 'second', views: [] });
    const shown = await second(`/api/reviews/${id}`);
    expect(shown.text).not.toContain('数字与附表一致');
    expect((await doubleOf(first)).views.map(({ place }) => place)).toEqual(['first']);
    expect(codeOf(await decide(first, id, accept))).toBe('409 reviews.opinion_awaited');
  });

  it('stands in the queue of each by how far the two are', async () => {
    const marks = async (client: TestClient) =>
      (await queueOf(client)).rows.map(({ double, mayRule }) => [double, mayRule]);
    for (const client of [first, second, third]) {
      expect(await marks(client)).toEqual([['second', undefined]]);
    }
    expect((await queueOf(first, '?ruling=true')).total).toBe(0);
  });

  it('lies with a third where the two differ, who sees both side by side', async () => {
    const [opinion] = (await showCase(second, id)).opinions;
    const words = '培训人次与签到表不符，应退回。';
    expect((await answer(second, opinion?.id ?? '', 'mend', words)).status).toBe(200);
    for (const party of [first, second]) {
      expect(codeOf(await decide(party, id, accept))).toBe('409 reviews.decider_needed');
      expect(codeOf(await decide(party, id, returning('summary')))).toBe(
        '409 reviews.decider_needed',
      );
    }
    expect(await doubleOf(first)).toMatchObject({ mayAccept: false, deciders: ['行风办拟稿岗'] });
    const double = await doubleOf(third);
    expect(double).toMatchObject({ state: 'disagreed', mayAccept: true, mayReturn: true });
    expect(double.views.map(({ place, post, view }) => [place, post, view])).toEqual([
      ['first', '医政科审核岗', 'pass'],
      ['second', '行风办核稿岗', 'mend'],
    ]);
    const { comment: _comment, ...silently } = { ...accept, comment: '' };
    expect(codeOf(await decide(third, id, silently))).toBe('422 reviews.ruling_reason_missing');
    for (const client of [first, second, third]) {
      const { total, rows } = await queueOf(client, '?ruling=true');
      expect([total, rows[0]?.double]).toEqual([1, 'disagreed']);
      expect(rows[0]?.mayRule).toBe(client === third ? true : undefined);
    }
    expect(toDecided(await decide(third, id, returning('summary'))).state).toBe('returned');
    expect((await queueOf(third, '?ruling=true')).total).toBe(0);
  });

  it('begins anew with what is filed again, and is accepted where both find it in order', async () => {
    await mendAndFile(clerk, id, { summary: '已按意见核对培训人次。' });
    expect((await doubleOf(first)).state).toBe('first');
    const opinion = made(await ask(first));
    expect((await answer(second, opinion.id, 'pass', '已核对，同意。')).status).toBe(200);
    expect(await doubleOf(first)).toMatchObject({ state: 'agreed', mayAccept: true });
    expect(toDecided(await decide(first, id, accept)).state).toBe('accepted');
  });
});

describe('two reviewers who both find it wanting', () => {
  beforeAll(openDoubleWorld);
  afterAll(() => world.close());

  it('return it, and nobody accepts it over their heads', async () => {
    const opinion = made(await ask(first, { own: { view: 'mend', words: '缺少签到表。' } }));
    await answer(second, opinion.id, 'mend', '缺少签到表，应退回。');
    expect(codeOf(await decide(third, id, accept))).toBe('409 reviews.both_mend');
    expect(await doubleOf(first)).toMatchObject({ mayAccept: false, mayReturn: true });
    expect(toDecided(await decide(second, id, returning('summary'))).state).toBe('returned');
  });
});

describe('a filing of which nobody else knows', () => {
  beforeAll(openDoubleWorld);
  afterAll(() => world.close());

  it('is not judged by its own clerk, nor seen by another unit’s', async () => {
    expect(codeOf(await ask(clerk))).toMatch(/^403/u);
    expect(codeOf(await ask(await world.as('other-clerk')))).toMatch(/^40[34]/u);
  });

  it('may be handed to somebody else where the second says it is not his to judge', async () => {
    const opinion = made(await ask(first));
    await answer(second, opinion.id, 'not-ours', '与本人职责无关。');
    expect((await doubleOf(first)).state).toBe('first');
    const drafter = world.site.people['drafter'] ?? '';
    expect(made(await ask(first, { personId: drafter })).state).toBe('asked');
  });
});
