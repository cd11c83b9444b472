import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReasonList } from '#schema/contracts/review-opinions.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { decide, openReviewWorld, point, showCase, toDecided } from './reviews.fixtures.ts';

let world: TestApp;
let reviewer: TestClient;
let checker: TestClient;
let clerk: TestClient;
let id: string;

beforeAll(async () => {
  ({ world, reviewer, checker, clerk, id } = await openReviewWorld());
});
afterAll(() => world.close());

const keep = (client: TestClient, reasons: readonly string[]) =>
  client('/api/reviews/reasons', { method: 'PUT', json: { reasons } });
const kept = async (client: TestClient) =>
  (await client('/api/reviews/reasons')).json<ReasonList>().reasons;

describe('常用退回意见, each reviewer’s own', () => {
  it('starts empty and keeps the order it was put in', async () => {
    expect(await kept(reviewer)).toEqual([]);
    expect((await keep(reviewer, ['签到表缺页', '印章不清', '人数不符'])).status).toBe(200);
    expect(await kept(reviewer)).toEqual(['签到表缺页', '印章不清', '人数不符']);
    expect((await showCase(reviewer, id)).cannedReasons).toEqual([
      '签到表缺页',
      '印章不清',
      '人数不符',
    ]);
  });

  it('is reworded, moved and shortened in one go', async () => {
    await keep(reviewer, ['人数与签到表不符', '签到表缺页']);
    expect(await kept(reviewer)).toEqual(['人数与签到表不符', '签到表缺页']);
  });

  it('is nobody else’s', async () => {
    expect(await kept(checker)).toEqual([]);
    expect((await showCase(checker, id)).cannedReasons).toEqual([]);
    expect((await clerk('/api/reviews/reasons')).status).toBe(403);
  });

  it('takes each reason once, with words, and no more than thirty', async () => {
    const twice = await keep(reviewer, ['人数不符', '人数不符']);
    expect(twice.json()).toMatchObject({ status: 422, code: 'reviews.reason_twice' });
    expect((await keep(reviewer, [' '])).status).toBe(422);
    const many = Array.from({ length: 31 }, (_, at) => `第${at}条意见`);
    expect((await keep(reviewer, many)).status).toBe(422);
    expect(await kept(reviewer)).toHaveLength(2);
  });

  it('remembers what was written in a return beside the list, and not in it', async () => {
    const points = [point('summary', '请补充第三场培训'), point('due-people', '签到表缺页')];
    toDecided(await decide(reviewer, id, { decision: 'return', points }));
    const found = await showCase(reviewer, id);
    expect(found.cannedReasons).toEqual(['人数与签到表不符', '签到表缺页']);
    expect(found.recentReasons).toEqual(['请补充第三场培训']);
    await keep(reviewer, ['请补充第三场培训']);
    const after = await showCase(reviewer, id);
    expect(after.cannedReasons).toEqual(['请补充第三场培训']);
    expect(after.recentReasons).toEqual([]);
  });
});
