import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PetitionList, PetitionMoved } from '#schema/contracts/petitions.ts';
import type { CastName } from '#workers/app/testing/cast.fixtures.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import { signInForCookie } from '#workers/app/testing/test-client.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { TEST_PASSWORD } from '#workers/app/testing/test-site.fixtures.ts';
import { codeOf, content, expectOk, show, unitOf } from './petitions.fixtures.ts';
import type { Unit } from './petitions.fixtures.ts';

let world: TestApp;
let unit: Unit;
let drafter: TestClient;
let reviewer: TestClient;
let bureau: string;

beforeEach(async () => {
  world = await createTestApp();
  unit = await unitOf(world);
  drafter = await world.as('drafter');
  reviewer = await world.as('reviewer');
  bureau = world.site.units['bureau'] ?? '';
});
afterEach(() => world.close());

const list = (client: TestClient, query = '') =>
  expectOk<PetitionList>(client(`/api/petitions?limit=200${query}`));
const idsOf = ({ items }: PetitionList) => items.map(({ id }) => id);
const many = (count: number, changes: object = {}) =>
  Promise.all(Array.from({ length: count }, () => unit.open('information', changes)));
/** Files a draft as it was just written. */
const file = (client: TestClient, id: string) =>
  client(`/api/petitions/${id}/file`, { json: {}, headers: { 'if-match': '"1"' } });
const numbersOf = ({ items }: PetitionList) =>
  items
    .map(({ registered }) => Number(/^收文〔2026〕(\d+)号$/u.exec(registered ?? '')?.[1]))
    .toSorted((left, right) => left - right);
const upTo = (count: number) => Array.from({ length: count }, (_, at) => at + 1);

/** Sessions end with the day: somebody signs in anew. */
async function signedIn(name: CastName): Promise<TestClient> {
  const cookie = await signInForCookie(world.visitor(), name, TEST_PASSWORD);
  const visitor = world.visitor();
  return (path, request = {}) =>
    visitor(path, { ...request, headers: { ...request.headers, cookie } });
}

describe('收文 numbers', () => {
  it('have no gap and no twin under ten filings at once, each office counting its own', async () => {
    const toCommission = await many(10);
    const toBureau = await many(3, { addressee: bureau });
    const unsigned = await Promise.all([unit.open('instruction'), unit.open('report')]);
    const answers = await Promise.all(
      [...toCommission, ...unsigned, ...toBureau].map(({ id }) => file(unit.clerk, id)),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(13);
    const received = await list(drafter);
    expect(idsOf(received).toSorted()).toEqual(toCommission.map(({ id }) => id).toSorted());
    expect(numbersOf(received)).toEqual(upTo(10));
    expect(numbersOf(await list(reviewer))).toEqual(upTo(3));
    const late = await unit.filed('information');
    expect((await show(drafter, late)).summary.registered).toBe('收文〔2026〕11号');
  });

  it('give each filing a receipt of its own, that says nothing of the number', async () => {
    const drafts = await many(10);
    await Promise.all(drafts.map(({ id }) => file(unit.clerk, id)));
    const shown = await Promise.all(drafts.map(({ id }) => show(unit.clerk, id)));
    expect(new Set(shown.map(({ receipt }) => receipt?.number)).size).toBe(10);
    expect(shown.every(({ receipt }) => receipt?.post === '行风办填报岗')).toBe(true);
  });

  it('begin again with the year, while what came back keeps the number it had', async () => {
    const old = await unit.filed('information');
    await unit.filed('information');
    await expectOk(unit.act(drafter, old, '/return', { reason: '请补充数据' }));
    world.clock.set('2027-01-04T09:00:00+08:00');
    const clerk = await signedIn('clerk');
    const json = { organizationId: unit.hospital, kind: 'information', content: content() };
    const fresh = await expectOk<PetitionMoved>(clerk('/api/petitions', { json }));
    await expectOk(file(clerk, fresh.id));
    await expectOk(unit.act(clerk, old, '/file'));
    expect((await show(clerk, fresh.id)).summary.registered).toBe('收文〔2027〕1号');
    expect((await show(clerk, old)).summary.registered).toBe('收文〔2026〕1号');
  });
});

describe('the register', () => {
  it('has what was filed last on top, whenever it was begun', async () => {
    const [first, second, third] = [
      await unit.open('information'),
      await unit.open('information'),
      await unit.open('information'),
    ];
    for (const { id } of [third, first, second]) await expectOk(unit.act(unit.clerk, id, '/file'));
    const received = [second.id, first.id, third.id];
    expect(idsOf(await list(drafter))).toEqual(received);
    await expectOk(unit.act(drafter, third.id, '/return', { reason: '请补充' }));
    await expectOk(unit.act(unit.clerk, third.id, '/file'));
    expect(idsOf(await list(drafter))).toEqual([third.id, second.id, first.id]);
  });

  it('is read to its end page by page, though all came at the same moment', async () => {
    const drafts = await many(5);
    await Promise.all(drafts.map(({ id }) => file(unit.clerk, id)));
    await expectOk(unit.act(drafter, drafts[2]?.id ?? '', '/return', { reason: '请补充' }));
    const seen: string[] = [];
    let next: string | undefined = '';
    for (let page = 0; page < 5 && next !== undefined; page += 1) {
      const cursor: string = next === '' ? '' : `&cursor=${next}`;
      const path = `/api/petitions?state=filed&limit=2${cursor}`;
      const part: PetitionList = await expectOk<PetitionList>(drafter(path));
      seen.push(...idsOf(part));
      ({ next } = part);
    }
    const waiting = drafts.filter((_, at) => at !== 2).map(({ id }) => id);
    expect(seen.toSorted()).toEqual(waiting.toSorted());
    expect(seen).toEqual(idsOf(await list(drafter, '&state=filed')));
    const lost = await drafter('/api/petitions?cursor=nowhere');
    expect(lost.json().code).toBe('platform.invalid_cursor');
    expect((await drafter('/api/petitions?limit=0')).status).toBe(422);
  });

  it('knows each petition under the one state it is in', async () => {
    const opinion = { text: '拟同意', leaderPost: '分管领导' };
    const signer = await world.as('signer');
    const steps: [TestClient, string, object][] = [
      [drafter, '/opinion', opinion],
      [signer, '/instruction', { text: '同意', dueOn: '2026-07-03' }],
      [drafter, '/answer', { text: '同意。' }],
    ];
    const id = await unit.filed('report');
    const states = ['filed', 'proposed', 'instructed', 'answered', 'returned'] as const;
    for (const [at, state] of states.slice(0, 4).entries()) {
      const found = await Promise.all(states.map((each) => list(drafter, `&state=${each}`)));
      expect(found.map(({ items }) => items.length)).toEqual(
        states.map((each) => (each === state ? 1 : 0)),
      );
      const step = steps[at];
      if (step !== undefined) await expectOk(unit.act(step[0], id, step[1], step[2]));
    }
  });

  it('of the unit has every draft too, the newest begun on top, and is the unit’s alone', async () => {
    const filed = await unit.filed('information');
    world.clock.tick(10);
    const draft = await unit.open('report');
    const mine = await expectOk<PetitionList>(unit.clerk('/api/petitions/mine'));
    expect(idsOf(mine)).toEqual([draft.id, filed]);
    expect(mine.items.map(({ state }) => state)).toEqual(['drafting', 'filed']);
    const heads = await expectOk<PetitionList>(unit.head('/api/petitions/mine?limit=1'));
    expect([idsOf(heads), heads.next === undefined]).toEqual([[draft.id], false]);
    expect(codeOf(await drafter('/api/petitions/mine'))).toEqual([403, 'platform.forbidden']);
  });

  it('of a bureau is not the commission’s to open, nor the other way round', async () => {
    await unit.filed('information', { addressee: bureau });
    expect((await drafter(`/api/petitions?office=${bureau}`)).status).toBe(403);
    expect((await reviewer(`/api/petitions?office=${unit.hospital}`)).status).toBe(403);
    const own = await list(reviewer, `&office=${bureau}`);
    expect(own.items.map(({ organizationName }) => organizationName)).toEqual(['东区第一医院']);
    expect((await list(drafter)).items).toEqual([]);
  });
});
