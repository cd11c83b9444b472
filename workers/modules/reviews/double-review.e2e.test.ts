import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReviewQueue } from '#schema/contracts/reviews.ts';
import type { TestAnswer, TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { answerOpinion, askSecond, openDoubleWorld, toOpinion } from './double-review.fixtures.ts';
import type { DoubleWorld } from './double-review.fixtures.ts';
import {
  accept,
  decide,
  mendAndFile,
  returning,
  showCase,
  toDecided,
  undo,
} from './reviews.fixtures.ts';

let opened: DoubleWorld;
let { world, clerk, first, second, third, id } = {} as DoubleWorld;

const open = async () => {
  opened = await openDoubleWorld({ third: true, tenants: ['dong', 'xi'] });
  ({ world, clerk, first, second, third, id } = opened);
};
const personOf = (name: 'checker' | 'reviewer') => world.site.people[name] ?? '';
const ask = (client: TestClient, changes?: Record<string, unknown>) =>
  askSecond(opened, client, changes);
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
  beforeAll(open);
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
    expect(toOpinion(await ask(first)).state).toBe('asked');
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
    expect((await answerOpinion(second, opinion?.id ?? '', 'mend', words)).status).toBe(200);
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
    const opinion = toOpinion(await ask(first));
    expect((await answerOpinion(second, opinion.id, 'pass', '已核对，同意。')).status).toBe(200);
    expect(await doubleOf(first)).toMatchObject({ state: 'agreed', mayAccept: true });
    expect(toDecided(await decide(first, id, accept)).state).toBe('accepted');
  });
});

describe('two reviewers who both find it wanting', () => {
  beforeAll(open);
  afterAll(() => world.close());

  it('return it, and nobody accepts it over their heads', async () => {
    const opinion = toOpinion(await ask(first, { own: { view: 'mend', words: '缺少签到表。' } }));
    await answerOpinion(second, opinion.id, 'mend', '缺少签到表，应退回。');
    expect(codeOf(await decide(third, id, accept))).toBe('409 reviews.both_mend');
    expect(await doubleOf(first)).toMatchObject({ mayAccept: false, mayReturn: true });
    expect(toDecided(await decide(second, id, returning('summary'))).state).toBe('returned');
  });
});

describe('a filing of which nobody else knows', () => {
  beforeAll(open);
  afterAll(() => world.close());

  it('is not judged by its own clerk, nor seen by another unit’s', async () => {
    expect(codeOf(await ask(clerk))).toMatch(/^403/u);
    expect(codeOf(await ask(await world.as('other-clerk')))).toMatch(/^40[34]/u);
  });

  it('may be handed to somebody else where the second says it is not his to judge', async () => {
    const opinion = toOpinion(await ask(first));
    await answerOpinion(second, opinion.id, 'not-ours', '与本人职责无关。');
    expect((await doubleOf(first)).state).toBe('first');
    const drafter = world.site.people['drafter'] ?? '';
    expect(toOpinion(await ask(first, { personId: drafter })).state).toBe('asked');
  });
});
