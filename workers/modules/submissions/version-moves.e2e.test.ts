import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { field } from '#plugins/sdk/define.ts';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { MovePlan, MoveStep, VersionMoves } from '#schema/contracts/version-moves.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import {
  fileOnPaper,
  fillIn,
  filingCampaign,
  filingsOf,
  findMine,
  goodAnswers,
  publishInto,
  readFiling,
} from './submissions.fixtures.ts';

let world: TestApp;
let drafter: TestClient;
let clerk: TestClient;
let first: Awaited<ReturnType<typeof publishInto>>;
let second: typeof first;
const task = 'training-report';
const base = '/api/submissions/version-moves';

/** Takes 开展情况 out of the form, and asks for the hours. */
function amended(): Campaign {
  const campaign = filingCampaign({ dueOn: '2026-07-31' });
  const forms = campaign.forms.map((form) =>
    form.key === 'trainings'
      ? {
          ...form,
          fields: [
            ...form.fields.filter(({ key }) => key !== 'summary'),
            field.text('place', '培训地点'),
          ],
        }
      : form,
  );
  return { ...campaign, forms };
}

const filingOf = async (unit: string) => {
  const found = (await filingsOf(world.site, unit)).find(({ taskKey }) => taskKey === task);
  if (found === undefined) throw new Error(`${unit} is not asked`);
  return found;
};
const get = async <Answer>(path: string) => {
  const answer = await drafter(path);
  if (answer.status !== 200) throw new Error(answer.text);
  return answer.json<Answer>();
};
const plan = () => get<MovePlan>(`${base}/plan?campaign=${first.campaignId}&key=${task}`);
const order = (changes: object = {}) => ({
  campaign: first.campaignId,
  key: task,
  target: second.hash,
  reason: '改用新表，原开展情况不再填报',
  asOf: world.clock.now(),
  ...changes,
});

beforeAll(async () => {
  world = await createTestApp();
  drafter = await world.as('drafter');
  clerk = await world.as('clerk');
  first = await publishInto(world.site);
  await fillIn(clerk, await findMine(clerk, task));
  const other = await world.as('other-clerk');
  await fileOnPaper(other, await findMine(other, task));
  second = await publishInto(world.site, amended(), first);
});
afterAll(() => world.close());

describe('an amendment of a form', () => {
  it('is followed by who has not begun', async () => {
    const untouched = await filingOf('second-hospital');
    expect(untouched).toMatchObject({ state: 'due', versionHash: second.hash });
  });

  it('leaves a draft and what was filed on their version, the draft with its new day', async () => {
    const draft = await filingOf('hospital');
    expect(draft).toMatchObject({ versionHash: first.hash, dueOn: '2026-07-31' });
    expect(draft.answers).toEqual(goodAnswers);
    expect(await filingOf('direct-hospital')).toMatchObject({
      state: 'filed',
      versionHash: first.hash,
      dueOn: '2026-07-20',
    });
  });

  it('is counted for the office, task by task', async () => {
    const moves = await get<VersionMoves>(`${base}?campaign=${first.campaignId}`);
    expect(moves.target).toMatchObject({ hash: second.hash, number: 2 });
    expect(moves.lines.map(({ key }) => key)).toContain(task);
    expect(moves.lines.find((each) => each.key === task)).toMatchObject({
      open: 1,
      arrived: 1,
      moved: 0,
      from: [{ hash: first.hash, number: 1 }],
    });
  });
});

describe('the dry run', () => {
  it('says what a move would lose, and changes nothing', async () => {
    const before = await filingOf('hospital');
    const { groups } = await plan();
    expect(groups).toMatchObject([
      { stage: 'open', fate: 'loses', items: 1, losses: [{ path: 'summary', items: 1 }] },
      { stage: 'arrived', fate: 'stays', why: 'would-lose', items: 1 },
    ]);
    expect(await filingOf('hospital')).toEqual(before);
  });

  it('is of one version: of another the next page is refused', async () => {
    const path = `${base}/plan?campaign=${first.campaignId}&key=${task}`;
    expect((await drafter(`${path}&target=${second.hash}`)).status).toBe(200);
    const answer = await drafter(`${path}&target=${first.hash}&after=once`);
    expect(answer.json<{ code: string }>().code).toBe('campaigns.version_superseded');
  });

  it('says of tasks that ask the same that there is nothing to decide', async () => {
    const answer = await get<MovePlan>(
      `${base}/plan?campaign=${first.campaignId}&key=complaint-report`,
    );
    expect(answer.groups).toEqual([]);
    expect(answer.unchanged).toBeGreaterThan(0);
  });
});

describe('the move', () => {
  it('is refused for another version than the one that was looked at', async () => {
    const answer = await drafter(base, {
      json: order({ target: first.hash, groups: ['open-loses'] }),
    });
    expect(answer.status).toBe(409);
    expect(answer.json<{ code: string }>().code).toBe('campaigns.version_superseded');
  });

  it('moves no group that was not chosen', async () => {
    const answer = await drafter(base, { json: order({ groups: ['open-clean'] }) });
    expect(answer.json<MoveStep>()).toEqual({ moved: 0, kept: 2, changed: 0 });
  });

  it('leaves what somebody has worked on since the dry run, and says how much', async () => {
    const looked = (await plan()).asOf;
    world.clock.tick(60_000);
    await fillIn(clerk, await findMine(clerk, task), { summary: '测算以后补写的。' });
    const json = order({ groups: ['open-loses'], asOf: looked });
    expect((await drafter(base, { json })).json<MoveStep>()).toEqual({
      moved: 0,
      kept: 2,
      changed: 1,
    });
    expect(await filingOf('hospital')).toMatchObject({ versionHash: first.hash });
    await fillIn(clerk, await findMine(clerk, task), { summary: goodAnswers.summary });
  });

  it('moves what was chosen once, however often it is asked, and leaves what was filed', async () => {
    const headers = { 'idempotency-key': 'move-once-and-again' };
    const json = order({ groups: ['open-loses', 'arrived-clean'] });
    for (const _time of [1, 2]) {
      const answer = await drafter(base, { json, headers });
      expect(answer.json<MoveStep>()).toEqual({ moved: 1, kept: 1, changed: 0 });
    }
    const { answers, versionHash } = await filingOf('hospital');
    expect(versionHash).toBe(second.hash);
    expect(answers).toEqual({ 'due-people': 320, 'trained-people': 300 });
    expect((await filingOf('direct-hospital')).versionHash).toBe(first.hash);
  });

  it('shows the clerk the new form with what he had typed', async () => {
    const id = await findMine(clerk, task);
    const shown = (await clerk(`/api/submissions/${id}`)).json<{
      form: { fields: { key: string }[] };
    }>();
    expect(shown.form.fields.map(({ key }) => key)).toEqual([
      'due-people',
      'trained-people',
      'sessions',
      'place',
    ]);
  });

  it('can be taken back, with every word that it had put away', async () => {
    const answer = await drafter(`${base}/taken-back`, { json: order() });
    expect(answer.json<MoveStep>()).toEqual({ moved: 1, kept: 0 });
    expect(await filingOf('hospital')).toMatchObject({
      versionHash: first.hash,
      answers: goodAnswers,
    });
    expect((await drafter(`${base}/taken-back`, { json: order() })).json<MoveStep>()).toEqual({
      moved: 0,
      kept: 0,
    });
  });

  it('does not undo what a clerk has written since', async () => {
    await drafter(base, { json: order({ groups: ['open-loses'] }) });
    const id = await findMine(clerk, task);
    await fillIn(clerk, id, { place: '一号楼会议室' });
    const answer = await drafter(`${base}/taken-back`, { json: order() });
    expect(answer.json<MoveStep>()).toEqual({ moved: 0, kept: 1 });
    expect((await readFiling(world.site, id)).answers).toMatchObject({ place: '一号楼会议室' });
  });

  it('is the office’s alone', async () => {
    const answer = await clerk(base, { json: order({ groups: ['open-clean'] }) });
    expect(answer.status).toBe(403);
  });
});
