import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RegisterLevel } from '#schema/contracts/register-level.ts';
import type { EntryList } from '#schema/contracts/registers.ts';
import { createFolderStorage } from '#workers/app/testing/folder-storage.fixtures.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { followDates } from '#workers/modules/organizations/index.ts';
import { dispatchOutbox } from '#workers/platform/outbox/dispatch-outbox.ts';
import { onUnitsMoved } from './handlers/units-moved.ts';
import { act, apply, claim, close, publishRegisters, recordProblem } from './registers.fixtures.ts';
import { recountTotals } from './usecases/recount-totals.ts';

let world: TestApp;
let clerk: TestClient;
let reviewer: TestClient;
let checker: TestClient;
let hospital: string;
let bureau: string;
let direct: string;

beforeAll(async () => {
  world = await createTestApp();
  await publishRegisters(world.site);
  clerk = await world.as('clerk');
  reviewer = await world.as('reviewer');
  checker = await world.as('checker');
  hospital = world.site.units['hospital'] ?? '';
  bureau = world.site.units['bureau'] ?? '';
  direct = world.site.units['direct-hospital'] ?? '';
  const ended = await recordProblem(clerk, hospital);
  for (const step of [claim, apply]) await act(clerk, `${ended.id}/steps`, step);
  await act(reviewer, `${ended.id}/steps`, { transition: 'check' });
  await act(checker, `${ended.id}/steps`, close);
  await recordProblem(clerk, hospital);
  await recordProblem(clerk, hospital);
});
afterAll(() => world.close());

const listOf = async (client: TestClient) =>
  (await client('/api/registers/problems/entries')).json<EntryList>();
const levelOf = async (query = '') =>
  (await checker(`/api/registers/problems/level${query}`)).json<RegisterLevel>();

/** From today on the hospital stands under the commission itself. */
async function moveHospital() {
  const { database } = world.site;
  await database.send([
    {
      sql: `update organization_relations set superior_id = ?
        where organization_id = ? and relation = 'supervision'`,
      args: [direct, hospital],
    },
  ]);
  return followDates(database);
}

async function dispatch() {
  const { database, profile } = world.site;
  const { db, writer, clock, ids } = database;
  const context = {
    tenant: profile,
    db,
    writer,
    clock,
    ids,
    evidence: await createFolderStorage(),
  };
  return dispatchOutbox({ db, writer, clock, handlers: [onUnitsMoved(context)] });
}

describe('a unit that comes under another superior', () => {
  it('takes what is open along, and leaves what has ended where it ended', async () => {
    expect((await listOf(reviewer)).total).toBe(3);
    expect(await moveHospital()).toBe(1);
    expect((await listOf(reviewer)).total).toBe(3);
    expect(await dispatch()).toMatchObject({ later: 0, dead: 0 });
    const left = await listOf(reviewer);
    expect(left.rows.map(({ state }) => state.key)).toEqual(['closed']);
    const rows = await world.site.database.db.all<{ path: string; ends: string | null }>(
      sql`select supervision_path as path, ends from register_entries
        where register_key = 'problems' order by number`,
    );
    expect(rows).toEqual([
      { path: `${bureau}/${hospital}/`, ends: 'closed' },
      { path: `${direct}/${hospital}/`, ends: null },
      { path: `${direct}/${hospital}/`, ends: null },
    ]);
  });

  it('is counted under the new one, the ended under the old, and elsewhere as before', async () => {
    const led = await levelOf();
    const countOf = (level: RegisterLevel, id: string) =>
      level.below.find(({ organizationId }) => organizationId === id)?.counts.entries;
    expect([countOf(led, bureau), countOf(led, direct)]).toEqual([1, 2]);
    expect(countOf(await levelOf('?relation=territory'), bureau)).toBe(3);
    const recount = await recountTotals(world.site.database, 'problems');
    expect(recount.differences).toBe(0);
  });

  it('is followed once, however often the event comes, and not at all without a move', async () => {
    expect(await followDates(world.site.database)).toBe(0);
    expect(await dispatch()).toMatchObject({ done: 0 });
  });
});
