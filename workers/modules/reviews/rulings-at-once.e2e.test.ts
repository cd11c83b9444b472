import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { RegisterRuling } from '#schema/contracts/review-opinions.ts';
import type { CastName } from '#workers/app/testing/cast.fixtures.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { createTestContext } from '#workers/app/testing/test-context.fixtures.ts';
import { testActor } from '#workers/app/testing/test-site.fixtures.ts';
import { giveGrants } from '#workers/modules/organizations/index.ts';
import {
  fileOnPaper,
  findMine,
  uploadScan,
} from '#workers/modules/submissions/submissions.fixtures.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import {
  accept,
  decide,
  publishScored,
  receivePaper,
  returning,
  scoredCampaign,
  showCase,
  toDecided,
} from './reviews.fixtures.ts';
import { registerRuling, withdrawRegisteredRuling } from './usecases/register-ruling.ts';

let world: TestApp | undefined;
let first: TestClient;
let second: TestClient;
let third: TestClient;
let id: string;

const opened = (): TestApp => {
  if (world === undefined) throw new Error('no world is open');
  return world;
};

/** Two reviewers who differ, and a third who may decide between them. */
async function openDifference(): Promise<void> {
  await world?.close();
  world = await createTestApp();
  const tasks = scoredCampaign().tasks.map((task) => ({
    ...task,
    review: { double: true as const },
  }));
  await publishScored(world.site, { tasks });
  const grants = [
    { personId: world.site.people['drafter'] ?? '', role: 'commission-checker' as const },
  ];
  await giveGrants({ context: world.site.database, input: { grants, actor: testActor } });
  const clerk = await world.as('clerk');
  id = await findMine(clerk, 'training-report');
  await fileOnPaper(clerk, id);
  [first, second, third] = [
    await world.as('reviewer'),
    await world.as('checker'),
    await world.as('drafter'),
  ];
  await receivePaper(first, id);
  const question = {
    kind: 'second',
    office: '行风办核稿岗',
    personId: world.site.people['checker'],
    question: '请独立复核本件。',
    own: { view: 'pass', words: '数字与附表一致。' },
  };
  const asked = await first(`/api/reviews/${id}/opinions`, { json: question });
  const { id: opinionId } = asked.json<{ id: string }>();
  const answer = { view: 'mend', words: '培训人次与签到表不符。' };
  await second(`/api/reviews/opinions/${opinionId}/answer`, { json: answer });
}

const ruling = async (client: TestClient, view: 'pass' | 'mend'): Promise<RegisterRuling> => ({
  view,
  words: '已阅双方意见，按此办理。',
  paper: {
    signedOn: '2026-07-01',
    signerPost: '分管领导',
    evidenceId: await uploadScan(client, `裁定${Math.random()}`),
  },
});
const register = async (client: TestClient, view: 'pass' | 'mend') => {
  const json = await ruling(client, view);
  const { status } = await client(`/api/reviews/${id}/ruling`, { json });
  expect(status).toBe(201);
};
/** Somebody whose change is committed just after `between` has happened. */
async function overtaken(name: CastName, between: () => Promise<unknown>): Promise<TenantContext> {
  const context = await createTestContext(opened().site, name);
  const commit: TenantContext['writer']['commit'] = async (change) => {
    await between();
    return context.writer.commit(change);
  };
  return { ...context, writer: { ...context.writer, commit } };
}
const acceptWithReason = { ...accept, comment: '1人为实习人员，数字无误。' };
const stale = { code: 'platform.stale_version' };
const stateOf = async () => (await showCase(first, id)).submission.summary.state;
const doubleOf = async () => (await showCase(first, id)).double;

describe('a ruling and a decision at once', () => {
  beforeEach(openDifference);
  afterAll(() => world?.close());

  it('are not both: who saw a difference does not decide over what was ruled since', async () => {
    const { version } = await showCase(third, id);
    await register(second, 'pass');
    const late = await decide(third, id, accept, { version });
    expect([late.status, late.json().code]).toEqual([412, 'platform.stale_version']);
    expect(late.json()).toMatchObject({ currentVersion: version + 1 });
    expect(toDecided(await decide(third, id, accept)).state).toBe('accepted');
  });

  it('are not both: what was decided meanwhile is not ruled on', async () => {
    const input = { id, ...(await ruling(second, 'mend')) };
    const context = await overtaken('checker', async () =>
      toDecided(await decide(third, id, acceptWithReason)),
    );
    await expect(registerRuling({ context, input })).rejects.toMatchObject(stale);
    expect(await stateOf()).toBe('accepted');
    expect(await doubleOf()).toMatchObject({ state: 'disagreed' });
  });

  it('leave no decision under a ruling that was withdrawn meanwhile', async () => {
    await register(second, 'mend');
    const { version } = await showCase(first, id);
    expect((await second(`/api/reviews/${id}/ruling/withdraw`, { json: {} })).status).toBe(200);
    const late = await decide(first, id, returning('summary'), { version });
    expect([late.status, late.json().code]).toEqual([412, 'platform.stale_version']);
    expect(await stateOf()).toBe('filed');
  });

  it('leave no ruling withdrawn that was carried out meanwhile', async () => {
    await register(second, 'mend');
    const context = await overtaken('checker', async () =>
      toDecided(await decide(first, id, returning('summary'))),
    );
    await expect(withdrawRegisteredRuling({ context, input: { id } })).rejects.toMatchObject(stale);
    expect(await stateOf()).toBe('returned');
    expect(await doubleOf()).toMatchObject({ state: 'ruled' });
  });
});
