import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReviewQueue } from '#schema/contracts/reviews.ts';
import type { SubmissionDetail } from '#schema/contracts/submissions.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { fileOnPaper, findMine } from '#workers/modules/submissions/submissions.fixtures.ts';
import {
  accept,
  decide,
  mendAndFile,
  openReviewWorld,
  returning,
  showCase,
  toDecided,
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

describe('the queue of an office', () => {
  beforeAll(openWorld);
  afterAll(() => world.close());

  it('shows what waits within the range, overdue ones marked, the longest waiting first', async () => {
    const other = await world.as('other-clerk');
    world.clock.tick(60_000);
    await fileOnPaper(other, await findMine(other, 'training-report'));
    const whole = await queueOf(checker);
    expect(whole.total).toBe(2);
    expect(whole.rows.map(({ organizationName }) => organizationName)).toEqual([
      '东区第一医院',
      '直属中心医院',
    ]);
    expect(whole.rows[0]).toMatchObject({ id, late: true, waitingDays: 0, office: '医政科' });
    const own = await queueOf(reviewer);
    expect(own).toMatchObject({ total: 1, rows: [{ id }] });
  });

  it('is turned page by page and narrowed to an office', async () => {
    const first = await queueOf(checker, '?limit=1');
    expect(first).toMatchObject({ total: 2, rows: [{ id }] });
    const second = await queueOf(checker, `?limit=1&cursor=${first.next}`);
    expect(second.rows.map((row) => row.organizationName)).toEqual(['直属中心医院']);
    expect(second.next).toBeUndefined();
    expect(await queueOf(checker, '?office=finance')).toMatchObject({ total: 0, rows: [] });
  });

  it('shows a filing of a recused unit with the reason and lets nobody recused decide', async () => {
    const organizationId = world.site.units['hospital'];
    const declared = await reviewer('/api/reviews/recusals', {
      json: {
        organizationId,
        reason: '院长是我的原上级',
        successorId: world.site.people['checker'],
      },
    });
    expect(declared.status).toBe(201);
    expect((await queueOf(reviewer)).rows[0]).toMatchObject({ id, barred: 'recused' });
    const again = await world.as('reviewer');
    await again('/api/reviews/recusals', { json: { organizationId, reason: '重复申明' } });
    expect((await queueOf(again)).rows[0]).toMatchObject({ id, barred: 'recused' });
    expect(await showCase(again, id)).toMatchObject({
      barred: 'recused',
      takenOverBy: '行风办核稿岗',
    });
    const refused = await decide(again, id, accept);
    expect(refused.json()).toMatchObject({ status: 403, code: 'platform.recused' });
    expect(await stateOf(clerk)).toBe('filed');
  });

  it('is taken over by nobody who could not judge it either', async () => {
    const organizationId = world.site.units['second-hospital'];
    for (const name of ['clerk', 'reviewer']) {
      const json = { organizationId, reason: '曾任职', successorId: world.site.people[name] };
      const answer = await reviewer('/api/reviews/recusals', { json });
      expect(answer.json()).toMatchObject({ status: 422, code: 'reviews.unknown_colleague' });
    }
  });

  it('knows no recusal from a unit outside the range', async () => {
    const answer = await reviewer('/api/reviews/recusals', {
      json: { organizationId: world.site.units['direct-hospital'], reason: '曾任职' },
    });
    expect(answer.json()).toMatchObject({ status: 404, code: 'reviews.unknown_unit' });
  });
});

describe('a decision', () => {
  beforeAll(openWorld);
  afterAll(() => world.close());

  it('is made about what was seen, and refused when the filing moved on', async () => {
    const { version } = await showCase(reviewer, id);
    const stale = await decide(reviewer, id, accept, { version: version - 1 });
    expect(stale.json()).toMatchObject({
      status: 412,
      code: 'platform.stale_version',
      currentVersion: version,
    });
    const blind = await reviewer(`/api/reviews/${id}/decisions`, { json: accept });
    expect(blind.status).toBe(428);
  });

  it('accepts a stamped scan only with all four ticks, and says which are missing', async () => {
    const answer = await decide(reviewer, id, { decision: 'accept', stampChecks: ['clear'] });
    expect(answer.json()).toMatchObject({ status: 422, code: 'reviews.stamp_unchecked' });
    expect(answer.json().errors?.map(({ message }) => message)).toEqual([
      '未勾选“单位名称与填报单位一致”，请核对扫描件。',
      '未勾选“负责人签字完整”，请核对扫描件。',
      '未勾选“日期在填报期内”，请核对扫描件。',
    ]);
  });

  it('returns only to what is in the form or in the list of materials', async () => {
    const answer = await decide(reviewer, id, returning('summary', 'nowhere', 'sessions/gone'));
    expect(answer.json()).toMatchObject({
      status: 422,
      code: 'reviews.unknown_point',
      errors: [{ path: '/points/1/path' }, { path: '/points/2/path' }],
    });
  });

  it('holds for paper and passes on to another office, which then has it in its queue', async () => {
    const held = await decide(reviewer, id, { decision: 'hold', reason: '等纸质件' });
    expect(toDecided(held)).toMatchObject({ state: 'held', round: 1 });
    const passed = await decide(reviewer, id, {
      decision: 'pass-on',
      office: 'finance',
      reason: '涉及收费，请财务科审',
    });
    expect(toDecided(passed).state).toBe('filed');
    expect(await queueOf(checker, '?office=finance')).toMatchObject({ rows: [{ id }] });
    const nowhere = { decision: 'pass-on', office: 'finance', reason: '再转一次' };
    expect((await decide(reviewer, id, nowhere)).json().code).toBe('reviews.unknown_office');
  });

  it('is made once however often the same request arrives', async () => {
    const { version } = await showCase(reviewer, id);
    const options = { version, key: 'return-once-1' };
    const request = returning('summary', 'deliverables/stamped');
    const [first, second] = [
      await decide(reviewer, id, request, options),
      await decide(reviewer, id, request, options),
    ];
    expect(toDecided(first)).toMatchObject({ state: 'returned', version: version + 1 });
    expect(toDecided(second)).toEqual(toDecided(first));
    expect((await showCase(reviewer, id)).submission.summary.returns).toBe(1);
    const other = await decide(reviewer, id, returning('summary'), options);
    expect(other.json().code).toBe('platform.idempotency_mismatch');
  });

  it('is not made on a filing that does not wait', async () => {
    expect((await decide(reviewer, id, accept)).json().code).toBe('reviews.not_waiting');
  });

  it('lists everything at once for the unit, under the names of the form', async () => {
    const detail = (await clerk(`/api/submissions/${id}`)).json<SubmissionDetail>();
    expect(detail.summary).toMatchObject({ state: 'returned', pointsToMend: 2, nextStep: 'mend' });
    expect(detail.returned?.points.map(({ label }) => label)).toEqual(['开展情况', '盖章扫描件']);
  });

  it('shows what changed since the last round, and the reasons this reviewer has used', async () => {
    await mendAndFile(clerk, id, { summary: '分三期开展，见附表。' });
    const found = await showCase(reviewer, id);
    expect(found.changedPaths).toEqual(['summary']);
    expect(found.earlier.map(({ decision }) => decision)).toEqual(['hold', 'pass-on', 'return']);
    expect(found.recentReasons).toEqual(['与附表不一致，请核对']);
    expect((await showCase(checker, id)).recentReasons).toEqual([]);
  });

  it('names new points in a second return only when that is confirmed', async () => {
    const request = returning('summary', 'due-people');
    const refused = await decide(reviewer, id, request);
    expect(refused.json()).toMatchObject({
      status: 409,
      code: 'reviews.new_points',
      newPoints: [{ path: 'due-people', label: '应参训人数' }],
    });
    const confirmed = await decide(reviewer, id, { ...request, newPointsConfirmed: true });
    expect(toDecided(confirmed)).toMatchObject({ state: 'returned', round: 2 });
  });

  it('returns again without a question what an earlier return has named', async () => {
    await mendAndFile(clerk, id, { summary: '分三期开展，附表已更正。' });
    const answer = await decide(reviewer, id, returning('due-people', 'summary'));
    expect(toDecided(answer)).toMatchObject({ round: 3 });
  });

  it('leaves a record with each decision in the trail', async () => {
    const entries = await world.site.database.db.all<{ body: string }>(
      `select body from audit_entries where subject_id = '${id}' order by seq`,
    );
    const actions = entries.map(({ body }) => JSON.parse(body).action);
    expect(actions.filter((action) => action === 'submission.return')).toHaveLength(3);
    expect(actions.filter((action) => action === 'review.decide')).toHaveLength(2);
  });
});
