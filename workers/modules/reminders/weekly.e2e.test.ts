import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OrganizationDraft } from '#schema/contracts/organizations.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import { testActor } from '#workers/app/testing/test-site.fixtures.ts';
import { createAccounts, hashPassword } from '#workers/modules/identity/index.ts';
import { giveGrants, importOrganizations } from '#workers/modules/organizations/index.ts';
import { publishInto } from '#workers/modules/submissions/submissions.fixtures.ts';
import { findRun } from './messages.repository.ts';
import { messagesOf } from './reminders.fixtures.ts';
import { authoritiesATick, sendWeeklyLists } from './usecases/send-weekly.ts';
import { listOverdueBelow } from './weekly.repository.ts';

const monday = '2026-07-27T08:30:00+08:00';
const bureaus = authoritiesATick + 5;
let world: TestApp;

beforeEach(async () => {
  world = await createTestApp();
});
afterEach(() => world.close());

const context = () => ({ ...world.site.database, tenant: world.site.profile });

/** Bureaus with a hospital and a reviewer each. */
async function addBureaus(count: number): Promise<string[]> {
  const places: OrganizationDraft[] = Array.from({ length: count }, (_, at) => ({
    key: `place-${at}`,
    name: `第${at + 1}区卫生健康局`,
    order: 1_000 + at * 10,
    kind: 'bureau',
    relations: [{ relation: 'supervision' }, { relation: 'territory' }],
  }));
  const hospitals: OrganizationDraft[] = places.map(({ key, order }, at) => ({
    key: `place-hospital-${at}`,
    name: `第${at + 1}区人民医院`,
    order: order + 1,
    kind: 'hospital',
    level: 'secondary',
    ownership: 'public',
    relations: [
      { relation: 'supervision', superior: key },
      { relation: 'territory', superior: key },
    ],
  }));
  const database = world.site.database;
  const input = { units: [...places, ...hospitals], actor: testActor };
  const { units } = await importOrganizations({ context: database, input });
  const ids = places.map(({ key }) => units.find((unit) => unit.key === key)?.id ?? '');
  const secret = { passwordHash: await hashPassword('Lan-tian-07-bai-yun') };
  const accounts = ids.map((organizationId, at) => ({
    username: `place-${at}`,
    name: `审核岗${at}`,
    post: '审核岗',
    secret,
    organizationId,
  }));
  const created = await createAccounts({
    context: database,
    input: { accounts, actor: testActor },
  });
  const grants = created.map(({ personId }, at) => ({
    personId,
    role: 'bureau-reviewer' as const,
    relation: 'supervision' as const,
    organizationId: ids[at] ?? '',
  }));
  await giveGrants({ context: database, input: { grants, actor: testActor, scope: 'tenant' } });
  return ids;
}

describe('每周逾期名单', () => {
  it('goes on where it stopped, over more authorities than one tick looks after', async () => {
    await addBureaus(bureaus);
    await publishInto(world.site);
    world.clock.set(monday);
    const first = await sendWeeklyLists(context());
    expect((await findRun(world.site.database.db, 'weekly'))?.after).not.toBeNull();
    const second = await sendWeeklyLists(context());
    expect((await findRun(world.site.database.db, 'weekly'))?.after).toBeNull();
    // The commission's own, the bureau of the cast, and each of the further ones.
    expect(first.lists + second.lists).toBe(bureaus + 2);
    expect(await sendWeeklyLists(context())).toEqual({ lists: 0, told: 0 });
  }, 60_000);

  it('is one for each authority, however many isolates make it', async () => {
    await addBureaus(4);
    await publishInto(world.site);
    world.clock.set(monday);
    for (let round = 0; round < 2; round += 1) {
      await Promise.all(Array.from({ length: 6 }, () => sendWeeklyLists(context())));
    }
    const told = await messagesOf(world);
    const places = told.map(({ personId, occasion }) => `${personId} ${occasion}`);
    expect(new Set(places).size).toBe(places.length);
    expect(new Set(told.map(({ occasion }) => occasion)).size).toBe(6);
  });

  it('comes again the next week, for what is overdue then', async () => {
    await publishInto(world.site);
    world.clock.set(monday);
    await sendWeeklyLists(context());
    const before = (await messagesOf(world)).length;
    world.clock.set('2026-08-03T08:30:00+08:00');
    await sendWeeklyLists(context());
    const all = await messagesOf(world);
    expect(all).toHaveLength(before * 2);
    expect(new Set(all.map(({ occasion }) => occasion.split(':')[1]))).toEqual(
      new Set(['2026-07-27', '2026-08-03']),
    );
  });

  it('names a unit to its 属地 and its 主管 authority, once in each list', async () => {
    await publishInto(world.site);
    const { db } = world.site.database;
    world.clock.set(monday);
    const below = async (superiorId: string | null) => {
      const now = world.clock.now();
      const rows = await listOverdueBelow(db, { superiorId, now, day: '2026-07-27' });
      return rows.map(({ name, items }) => [name, items]);
    };
    // The direct hospital stands under the commission by 主管 and in the bureau's 属地.
    expect(await below(null)).toEqual([['直属中心医院', 1]]);
    expect(await below(world.site.units['bureau'] ?? '')).toEqual([
      ['直属中心医院', 1],
      ['东区第一医院', 1],
      ['东区第二医院', 1],
    ]);
    expect(await below(world.site.units['hospital'] ?? '')).toEqual([]);
  });

  it('goes to the authority as it stands on that day', async () => {
    await publishInto(world.site);
    const { db } = world.site.database;
    const superiorId = world.site.units['bureau'] ?? '';
    const now = Date.parse(monday);
    const early = await listOverdueBelow(db, { superiorId, now, day: '0001-01-01' });
    expect(early).toEqual([]);
  });
});
