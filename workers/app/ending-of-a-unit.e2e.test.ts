import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EndingPreview } from '#schema/contracts/organization-acts.ts';
import { settleEndings } from '#workers/modules/organizations/index.ts';
import { unitOf as petitionsOf } from '#workers/modules/petitions/petitions.fixtures.ts';
import {
  act as actOnEntry,
  claim,
  listOpenOfUnit,
  publishRegisters,
  recordProblem,
  showOf,
} from '#workers/modules/registers/registers.fixtures.ts';
import {
  deskOf,
  issuedRequest,
  repliesOfUnitQuery,
} from '#workers/modules/requests/requests.fixtures.ts';
import {
  fileOnPaper,
  filingsOf,
  findMine,
  publishInto,
} from '#workers/modules/submissions/submissions.fixtures.ts';
import { createTestApp } from './testing/test-app.fixtures.ts';
import type { TestApp } from './testing/test-app.fixtures.ts';
import { signInForCookie } from './testing/test-client.fixtures.ts';
import type { TestClient } from './testing/test-client.fixtures.ts';
import { TEST_PASSWORD } from './testing/test-site.fixtures.ts';

let world: TestApp;
let drafter: TestClient;
let clerk: TestClient;
beforeEach(async () => {
  world = await createTestApp();
  drafter = await world.as('drafter');
  clerk = await world.as('clerk');
  await publishInto(world.site);
  await publishRegisters(world.site);
}, 60_000);
afterEach(() => world.close());

const unitOf = (key: string) => world.site.units[key] ?? '';
const preview = async (into?: string) => {
  const query = into ? `?intoId=${unitOf(into)}` : '';
  const answer = await drafter(`/api/organizations/${unitOf('hospital')}/ending${query}`);
  return answer.json<EndingPreview>();
};
const end = async (json: object = {}) => {
  const answer = await drafter(`/api/organizations/${unitOf('hospital')}/end`, {
    method: 'POST',
    json: { on: '2026-07-01', reason: '区编委批复', ...json },
    headers: { 'if-match': '"1"' },
  });
  expect(answer.status).toBe(200);
};
const nextDay = async () => {
  world.clock.set('2026-07-02T08:00:00+08:00');
  await settleEndings(world.site.database);
  await world.app.work.sweep('dong');
};
const statesOf = async (unit: string) =>
  (await filingsOf(world.site, unit)).map(({ state }) => state).toSorted();

describe('the work of a unit that ends', () => {
  it('is told first, each piece with what becomes of it', async () => {
    await fileOnPaper(clerk, await findMine(clerk, 'training-report'));
    await recordProblem(clerk, unitOf('hospital'));
    const closing = await preview();
    const filings = closing.work.filter(({ kind }) => kind === 'filing');
    expect(filings.find(({ state }) => state === 'filed')?.fate).toBe('continues');
    expect(filings.filter(({ state }) => state === 'due').map(({ fate }) => fate)).toContain(
      'exempted',
    );
    expect(filings.every(({ title }) => title.length > 0)).toBe(true);
    const entries = closing.work.filter(({ kind }) => kind === 'entry');
    expect(entries.map(({ fate }) => fate)).toContain('continues');
    expect(entries.every(({ responsible }) => responsible !== '')).toBe(true);
    const merging = await preview('second-hospital');
    const fates = merging.work.filter(({ kind }) => kind === 'entry').map(({ fate }) => fate);
    expect(new Set(fates)).toEqual(new Set(['passed-on']));
    expect(closing.accounts.map(({ username }) => username)).toEqual([
      'clerk',
      'department',
      'head',
    ]);
  });

  it('is untouched until midnight; then what was never filed is exempt, what was is reviewed', async () => {
    const filed = await findMine(clerk, 'training-report');
    await fileOnPaper(clerk, filed);
    const before = await statesOf('hospital');
    await end();
    await world.app.work.sweep('dong');
    expect(await statesOf('hospital')).toEqual(before);
    await nextDay();
    const after = await filingsOf(world.site, 'hospital');
    expect(after.find(({ id }) => id === filed)?.state).toBe('filed');
    const rest = after.filter(({ id }) => id !== filed);
    expect(rest.length).toBeGreaterThan(0);
    expect(rest.every(({ state }) => state === 'exempt')).toBe(true);
    expect(rest[0]?.exemptionReason).toBe('单位自2026-07-01停业：区编委批复');
    const again = await statesOf('hospital');
    await world.app.work.sweep('dong');
    expect(await statesOf('hospital')).toEqual(again);
  });

  it('is passed on to the heir with its place and order, and counts there', async () => {
    const { id } = await recordProblem(clerk, unitOf('hospital'));
    await actOnEntry(clerk, `${id}/steps`, claim);
    const { db } = world.site.database;
    const heir = unitOf('second-hospital');
    await end({ intoId: heir });
    await nextDay();
    const passed = (await listOpenOfUnit(db, heir)).find((entry) => entry.id === id);
    expect(passed).toMatchObject({ organizationId: heir, organizationOrder: 120 });
    expect(passed?.supervisionPath).toBe(`${unitOf('bureau')}/${heir}/`);
    const visitor = world.visitor();
    const cookie = await signInForCookie(visitor, 'drafter', TEST_PASSWORD);
    const later: TestClient = (path) => visitor(path, { headers: { cookie } });
    expect((await showOf(later, id)).history.at(-1)).toMatchObject({
      kind: 'unit-changed',
      units: { from: '东区第一医院', to: '东区第二医院' },
      reason: '单位自2026-07-01并入东区第二医院：区编委批复',
    });
    const left = await listOpenOfUnit(db, unitOf('hospital'));
    expect(left.every(({ masterRow }) => masterRow !== null)).toBe(true);
    const filings = await filingsOf(world.site, 'hospital');
    expect(filings[0]?.exemptionReason).toBe('单位自2026-07-01并入东区第二医院：区编委批复');
  });

  it('stays where it is when a unit is closed: its problems are still to be closed', async () => {
    const { id } = await recordProblem(clerk, unitOf('hospital'));
    await end();
    await nextDay();
    const open = await listOpenOfUnit(world.site.database.db, unitOf('hospital'));
    expect(open.map((entry) => entry.id)).toContain(id);
  });

  it('and what it wrote upward, which goes on in its name whoever it is merged into', async () => {
    const { filed } = await petitionsOf(world);
    const id = await filed();
    for (const into of [undefined, 'second-hospital']) {
      const own = (await preview(into)).work.filter(({ kind }) => kind === 'petition');
      expect(own).toMatchObject([{ id, state: 'filed', fate: 'continues' }]);
      expect(own[0]?.title.length).toBeGreaterThan(1);
    }
  });

  it('owes no reply to a request any more', async () => {
    const id = await issuedRequest(await deskOf(world));
    expect((await preview()).work.filter(({ kind }) => kind === 'reply')).not.toEqual([]);
    await end();
    await nextDay();
    const { db } = world.site.database;
    const own = await repliesOfUnitQuery(db, unitOf('hospital'));
    expect(own.map(({ requestId, state }) => [requestId, state])).toEqual([[id, 'excused']]);
    expect(own[0]?.excusedReason).toBe('单位自2026-07-01停业：区编委批复');
  });
});
