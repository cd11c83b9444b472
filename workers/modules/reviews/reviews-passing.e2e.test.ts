import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { submissionStates } from '#schema/contracts/submissions.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { putInto, readFiling } from '#workers/modules/submissions/submissions.fixtures.ts';
import { waitingStates } from './reviews.domain.ts';
import {
  accept,
  decide,
  openReviewWorld,
  receivePaper,
  returning,
  showCase,
  toDecided,
  undo,
} from './reviews.fixtures.ts';

let world: TestApp;
let reviewer: TestClient;
let checker: TestClient;
let id: string;

beforeAll(async () => {
  ({ world, reviewer, checker, id } = await openReviewWorld());
});
afterAll(() => world.close());

beforeEach(() =>
  putInto(world.site, id, {
    state: 'filed',
    officeKey: 'medical',
    returns: 0,
    pointsToMend: 0,
    holdReason: null,
    acceptedAt: null,
  }),
);

const hold = { decision: 'hold', reason: '等纸质件' };
const passOn = { decision: 'pass-on', office: 'finance', reason: '涉及收费，请财务科审' };
const filing = () => readFiling(world.site, id);

describe('what a decision leaves behind', () => {
  it('is on hold with its reason, and accepted from there once the paper has come', async () => {
    await putInto(world.site, id, { paperState: 'expected', paper: null });
    const early = await decide(checker, id, accept);
    expect(early.json()).toMatchObject({ status: 409, code: 'reviews.paper_awaited' });
    expect(early.json().title).toContain('登记纸质件');
    expect((await filing()).state).toBe('filed');
    toDecided(await decide(reviewer, id, hold));
    expect(await filing()).toMatchObject({ state: 'held', holdReason: '等纸质件' });
    expect((await decide(checker, id, accept)).json().code).toBe('reviews.paper_awaited');
    await receivePaper(reviewer, id);
    toDecided(await decide(checker, id, accept));
    expect(await filing()).toMatchObject({
      state: 'accepted',
      holdReason: null,
      acceptedAt: world.clock.now(),
    });
  });

  it('is returned from a hold with the count of points, and held no more', async () => {
    toDecided(await decide(reviewer, id, hold));
    toDecided(await decide(reviewer, id, returning('summary', 'trained-people')));
    expect(await filing()).toMatchObject({
      state: 'returned',
      returns: 1,
      pointsToMend: 2,
      holdReason: null,
    });
  });

  it('lies with another office, is held no more, and may be passed back', async () => {
    toDecided(await decide(reviewer, id, hold));
    toDecided(await decide(reviewer, id, passOn));
    expect(await filing()).toMatchObject({
      state: 'filed',
      officeKey: 'finance',
      holdReason: null,
    });
    toDecided(await decide(reviewer, id, { ...passOn, office: 'medical' }));
    expect((await filing()).officeKey).toBe('medical');
  });

  it('is nothing where the office is the same or unknown', async () => {
    for (const office of ['medical', 'nowhere']) {
      const answer = await decide(reviewer, id, { ...passOn, office });
      expect(answer.json()).toMatchObject({ status: 422, code: 'reviews.unknown_office' });
    }
    expect((await filing()).officeKey).toBe('medical');
  });
});

describe('a decision on a filing in each state', () => {
  const others = submissionStates.filter((state) => !waitingStates.includes(state));

  it.each(others)('%s is refused, whichever decision it is', async (state) => {
    await putInto(world.site, id, { state });
    const before = await filing();
    for (const decision of [accept, returning('summary'), hold, passOn]) {
      const answer = await decide(reviewer, id, decision, { version: before.version });
      expect(answer.json()).toMatchObject({ status: 409, code: 'reviews.not_waiting' });
    }
    expect(await filing()).toEqual(before);
  });

  it.each(waitingStates)('%s goes well', async (state) => {
    await putInto(world.site, id, { state });
    expect(toDecided(await decide(reviewer, id, accept)).state).toBe('accepted');
  });
});

describe('taking each decision back on the same day', () => {
  it.each([
    ['an acceptance', accept],
    ['a return', returning('summary')],
    ['a hold', hold],
    ['a passing on', passOn],
  ])('%s leaves the filing as it stood before', async (_what, decision) => {
    const { version: _before, updatedAt: _at, ...before } = await filing();
    toDecided(await decide(reviewer, id, decision));
    toDecided(await undo(reviewer, id));
    expect(await filing()).toMatchObject(before);
  });

  it('restores the hold with its reason, where the filing was held before', async () => {
    toDecided(await decide(reviewer, id, hold));
    toDecided(await decide(reviewer, id, accept));
    toDecided(await undo(reviewer, id));
    expect(await filing()).toMatchObject({ state: 'held', holdReason: '等纸质件' });
  });

  it('goes one step back and no further', async () => {
    toDecided(await decide(reviewer, id, hold));
    toDecided(await decide(reviewer, id, accept));
    toDecided(await undo(reviewer, id));
    expect((await undo(reviewer, id)).json().code).toBe('reviews.not_undoable');
  });

  it('is offered to who decided, and refused to a colleague', async () => {
    toDecided(await decide(reviewer, id, hold));
    const mayUndo = async () => (await showCase(reviewer, id)).undoable !== undefined;
    expect(await mayUndo()).toBe(true);
    expect((await undo(checker, id)).json().code).toBe('reviews.not_undoable');
  });
});
