import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Quota } from '#schema/contracts/campaign/score-ranking.ts';
import type { RankingAnswer } from '#schema/contracts/evaluation.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { testActor } from '#workers/app/testing/test-site.fixtures.ts';
import { giveGrants, importOrganizations } from '#workers/modules/organizations/index.ts';
import { publishScored } from '#workers/modules/reviews/reviews.fixtures.ts';
import { evaluation, gradedCard } from './scoring.fixtures.ts';

const share = (rounding: 'up' | 'down' | 'half-up', ties: Quota['ties'] = 'decide'): Quota => ({
  take: { kind: 'share', share: '30%', rounding, of: 'listed' },
  ties,
});
const selections: Readonly<Record<string, Quota>> = {
  down: share('down'),
  'half-up': share('half-up'),
  up: share('up'),
  all: share('down', 'take-all'),
  none: share('down', 'take-none'),
};

let world: TestApp;
let checker: TestClient;
let campaignId: string;
/** Seven units of one class, by their place in the official order. */
let seven: string[];

beforeAll(async () => {
  world = await createTestApp();
  const units = Array.from({ length: 7 }, (_, at) => ({
    key: `model-${at + 1}`,
    name: `示范候选第${at + 1}医院`,
    order: 300 + at,
    kind: 'hospital' as const,
    level: 'tertiary' as const,
    ownership: 'public' as const,
    tags: ['candidate'],
    relations: [{ relation: 'supervision' as const }],
  }));
  const context = world.site.database;
  const imported = await importOrganizations({ context, input: { units, actor: testActor } });
  const ids = new Map(imported.units.map(({ key, id }) => [key, id]));
  seven = units.map(({ key }) => ids.get(key) ?? '');
  const [ranking] = evaluation.rankings ?? [];
  if (ranking === undefined) throw new Error('the evaluation of the tests ranks');
  const classes = [
    { key: 'candidate', title: '示范候选' },
    { key: 'primary', title: '一级' },
  ];
  const rankings = Object.entries(selections).map(([key, select]) => ({
    ...ranking,
    key,
    classes,
    select,
  }));
  ({ campaignId } = await publishScored(world.site, {
    key: 'models',
    scorecards: [gradedCard],
    evaluation: { ...evaluation, rankings },
  }));
  checker = await world.as('checker');
  await honour(seven[0], 'upper');
  await honour(seven[1], 'own');
  await honour(seven[2], 'own');
}, 60_000);
afterAll(() => world.close());

async function honour(organizationId = '', category = 'own'): Promise<void> {
  const answer = await checker('/api/scoring/facts', {
    json: {
      campaignId,
      organizationId,
      fact: 'honours',
      on: '2026-06-20',
      content: { kind: 'event', category },
      reason: '获通报表扬',
    },
  });
  if (answer.status !== 201) throw new Error(answer.text);
}

async function candidates(ranking: string): Promise<RankingAnswer['classes'][number]> {
  const path = `/api/scoring/rankings?campaign=${campaignId}&ranking=${ranking}`;
  const answer = await checker(path);
  if (answer.status !== 200) throw new Error(answer.text);
  const found = answer.json<RankingAnswer>().classes.find((each) => each.class === 'candidate');
  if (found === undefined) throw new Error('no such class');
  return found;
}
const selectionOf = async (ranking: string) => (await candidates(ranking)).selection;

describe('30 % of seven', () => {
  it('is two where the rule rounds down or half up, and three where it rounds up', async () => {
    expect((await selectionOf('down'))?.quota).toBe(2);
    expect((await selectionOf('half-up'))?.quota).toBe(2);
    expect((await selectionOf('up'))?.quota).toBe(3);
  });

  it('is taken of the class alone: the others of the region do not make it larger', async () => {
    const { places } = await candidates('down');
    expect(places).toHaveLength(7);
    expect(new Set(places.map(({ organizationId }) => organizationId))).toEqual(new Set(seven));
  });
});

describe('a tie at the line', () => {
  it('is nobody’s to win by the order of the list: who stands above it is taken, equals wait', async () => {
    const selection = await selectionOf('down');
    expect(selection?.taken).toEqual([seven[0]]);
    expect(selection?.undecided.toSorted()).toEqual(seven.slice(1, 3).toSorted());
    expect(selection?.reason.zh).toBe('名额2个，已定1个，2个并列待定');
  });

  it('is taken whole or left whole where the rule says so, never cut', async () => {
    const all = await selectionOf('all');
    expect(all?.taken.toSorted()).toEqual(seven.slice(0, 3).toSorted());
    expect(all?.undecided).toEqual([]);
    const none = await selectionOf('none');
    expect(none).toMatchObject({ taken: [seven[0]], undecided: [] });
  });

  it('is none where the quota takes all equals anyway', async () => {
    const selection = await selectionOf('up');
    expect(selection?.taken.toSorted()).toEqual(seven.slice(0, 3).toSorted());
    expect(selection?.undecided).toEqual([]);
  });

  it('shows in the ranking: equals have one rank and say that they share it', async () => {
    const { places } = await candidates('down');
    const ranks = places.map(({ rank, isTied }) => [rank, isTied]);
    expect(ranks.slice(0, 3)).toEqual([
      [1, false],
      [2, true],
      [2, true],
    ]);
    expect(ranks.slice(3)).toEqual(Array.from({ length: 4 }, () => [4, true]));
  });

  it('dissolves when a fact on record tells them apart, and the decision with it', async () => {
    await honour(seven[2], 'own');
    const selection = await selectionOf('down');
    expect(selection).toMatchObject({ taken: expect.arrayContaining([seven[0], seven[2]]) });
    expect(selection?.undecided).toEqual([]);
  });
});

describe('a candidate under a veto', () => {
  const confirm = (client: TestClient, id: string) =>
    client(`/api/scoring/facts/${id}/confirm`, {
      method: 'POST',
      headers: { 'if-match': '"1"' },
    });

  it('stays one until another post confirms it, and then stands in no line', async () => {
    const [first = '', second = '', third = ''] = seven;
    const veto = await checker('/api/scoring/facts', {
      json: {
        campaignId,
        organizationId: first,
        fact: 'kickback',
        on: '2026-06-21',
        content: { kind: 'event' },
        reason: '查实收受回扣',
      },
    });
    const { id } = veto.json<{ id: string }>();
    const own = await confirm(checker, id);
    expect([own.status, own.json().code]).toEqual([403, 'platform.own_work']);
    expect((await confirm(await world.as('clerk'), id)).status).toBe(403);
    expect((await selectionOf('down'))?.taken).toContain(first);
    await confirmedByAnother(id);
    const { selection, unranked } = await candidates('down');
    expect(unranked.map(({ organizationId }) => organizationId)).toEqual([first]);
    expect(selection?.taken.toSorted()).toEqual([second, third].toSorted());
  });

  async function confirmedByAnother(id: string): Promise<void> {
    const grants = [
      { personId: world.site.people['department'] ?? '', role: 'commission-checker' as const },
    ];
    await giveGrants({ context: world.site.database, input: { grants, actor: testActor } });
    const answer = await confirm(await world.as('department'), id);
    expect(answer.status).toBe(200);
  }
});
