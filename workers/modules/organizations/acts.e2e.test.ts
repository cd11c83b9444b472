import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EndingPreview, UnitActed } from '#schema/contracts/organization-acts.ts';
import type { Organization, OrganizationDetail } from '#schema/contracts/organizations.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { refreshPaths } from './usecases/refresh-paths.ts';
import { settleEndings } from './usecases/settle-endings.ts';

let world: TestApp;
let drafter: TestClient;
beforeEach(async () => {
  world = await createTestApp();
  drafter = await world.as('drafter');
});
afterEach(() => world.close());

const on = '2026-07-01';
const reason = '区编委批复';
const unitOf = (key: string) => world.site.units[key] ?? '';
const read = async (key: string) =>
  (await drafter(`/api/organizations/${unitOf(key)}`)).json<OrganizationDetail>();
const act = async (key: string, verb: string, json: object, version?: number) => {
  const seen = version ?? (await read(key)).version;
  return drafter(`/api/organizations/${unitOf(key)}/${verb}`, {
    method: 'POST',
    json: { on, reason, ...json },
    headers: { 'if-match': `"${seen}"` },
  });
};
const find = async (search: string) =>
  (await drafter(`/api/organizations?search=${encodeURIComponent(search)}`)).json<{
    items: Organization[];
  }>().items;

describe('a unit that is renamed', () => {
  it('has the new name, keeps the old one with its last day, and is found by both', async () => {
    const answer = await act('hospital', 'rename', { name: '东区人民医院' });
    expect(answer.json<UnitActed>()).toMatchObject({ version: 2, state: 'settled' });
    const unit = await read('hospital');
    expect(unit).toMatchObject({ name: '东区人民医院', shortName: '东区人民医院', version: 2 });
    expect(unit.formerNames).toMatchObject([{ name: '东区第一医院', to: '2026-06-30' }]);
    expect(unit.acts).toMatchObject([
      {
        kind: 'rename',
        effectiveOn: on,
        reason,
        byPost: '行风办拟稿岗',
        facts: { before: '东区第一医院', after: '东区人民医院' },
      },
    ]);
    for (const word of ['第一医院', '人民医院']) {
      expect((await find(word)).map(({ id }) => id)).toContain(unitOf('hospital'));
    }
  });

  it('does not take a name that another open unit has, nor a day to come', async () => {
    const taken = await act('hospital', 'rename', { name: '东区第二医院' });
    expect(taken.json().code).toBe('organizations.name_taken');
    const early = await act('hospital', 'rename', { name: '东区人民医院', on: '2026-07-02' });
    expect(early.json().code).toBe('organizations.day_to_come');
    expect((await read('hospital')).name).toBe('东区第一医院');
  });

  it('is not renamed from a day before its present name began', async () => {
    await act('hospital', 'rename', { name: '东区人民医院' });
    const early = await act('hospital', 'rename', { name: '东区中心医院', on: '2026-06-30' });
    expect(early.json()).toMatchObject({ status: 422, code: 'organizations.name_newer' });
    expect((await read('hospital')).name).toBe('东区人民医院');
  });

  it('by two people at once is renamed once; the other hears of the newer version', async () => {
    const both = await Promise.all([
      act('hospital', 'rename', { name: '东区人民医院' }, 1),
      act('hospital', 'rename', { name: '东区中心医院' }, 1),
    ]);
    expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 412]));
    expect((await read('hospital')).formerNames).toHaveLength(1);
  });

  it('is not renamed without saying which version was seen, nor without a reason', async () => {
    const path = `/api/organizations/${unitOf('hospital')}/rename`;
    const blind = await drafter(path, { json: { name: '东区人民医院', on, reason } });
    expect(blind.json().code).toBe('platform.precondition_required');
    const mute = await act('hospital', 'rename', { name: '东区人民医院', reason: ' ' });
    expect(mute.json().errors?.map(({ path: field }) => field)).toEqual(['/reason']);
  });
});

describe('what changes from a day on', () => {
  it('a fact: what held before stays on record', async () => {
    await act('hospital', 'facts', { key: 'beds', value: 400 });
    const unit = await read('hospital');
    expect(unit.facts.map(({ value, from, to }) => [value, from, to])).toEqual([
      [320, '2020-01-01', '2026-06-30'],
      [400, '2026-07-01', null],
    ]);
    expect(unit.acts?.[0]?.facts).toEqual({ key: 'beds', before: 320, after: 400 });
  });

  it('a superior from today: the unit stands there at once, whoever looks', async () => {
    const change = { relation: 'supervision', superiorId: null };
    expect((await act('hospital', 'superior', change)).status).toBe(200);
    expect((await read('hospital')).paths.supervision).toBe(`${unitOf('hospital')}/`);
    const reviewer = await world.as('reviewer');
    const { items } = (await reviewer('/api/organizations')).json<{ items: Organization[] }>();
    expect(items.map(({ id }) => id)).not.toContain(unitOf('hospital'));
  });

  it('a superior from a day to come: nothing moves before that day', async () => {
    const change = { relation: 'supervision', superiorId: null, on: '2026-08-01' };
    await act('hospital', 'superior', change);
    const before = `${unitOf('bureau')}/${unitOf('hospital')}/`;
    expect((await read('hospital')).paths.supervision).toBe(before);
    world.clock.set('2026-08-01T00:00:00+08:00');
    await refreshPaths({ context: world.site.database });
    const { findOrganization } = await import('./organizations.repository.ts');
    const moved = await findOrganization(world.site.database.db, unitOf('hospital'));
    expect(moved?.paths.supervision).toBe(`${unitOf('hospital')}/`);
  });

  it('never so that a unit stands under itself, nor under one that is not there', async () => {
    const circle = { relation: 'supervision', superiorId: unitOf('hospital') };
    expect((await act('bureau', 'superior', circle)).json().code).toBe('organizations.circle');
    const nowhere = { relation: 'supervision', superiorId: `org_${'0'.repeat(26)}` };
    const missing = await act('hospital', 'superior', nowhere);
    expect(missing.json().code).toBe('organizations.not_found');
  });

  it('nor so that it would from a later day on, when another change begins', async () => {
    const under = (of: string, from: string) =>
      act(of, 'superior', { relation: 'supervision', superiorId: unitOf(from), on: '2026-09-01' });
    await act('hospital', 'superior', { relation: 'supervision', superiorId: null });
    expect((await under('bureau', 'hospital')).status).toBe(200);
    const back = { relation: 'supervision', superiorId: unitOf('bureau'), on: '2026-08-01' };
    expect((await act('hospital', 'superior', back)).json().code).toBe('organizations.circle');
    const later = { ...back, on: '2026-10-01' };
    expect((await act('hospital', 'superior', later)).json().code).toBe('organizations.circle');
  });

  it('repeated under the same number it is done once', async () => {
    const request = {
      method: 'POST',
      json: { on, reason, key: 'beds', value: 400 },
      headers: { 'if-match': '"1"', 'idempotency-key': 'beds-0001' },
    };
    const path = `/api/organizations/${unitOf('hospital')}/facts`;
    const first = await drafter(path, request);
    expect((await drafter(path, request)).text).toBe(first.text);
    expect((await read('hospital')).acts).toHaveLength(1);
  });
});

describe('a unit that ends', () => {
  const preview = async (key: string, into?: string) => {
    const query = into ? `?intoId=${unitOf(into)}` : '';
    return drafter(`/api/organizations/${unitOf(key)}/ending${query}`);
  };

  it('says first who stands under it and who holds posts there', async () => {
    const { subordinates, accounts } = (await preview('bureau')).json<EndingPreview>();
    expect(subordinates.map(({ name, relation }) => [name, relation])).toEqual([
      ['直属中心医院', 'territory'],
      ['东区第一医院', 'supervision'],
      ['东区第一医院', 'territory'],
      ['东区第二医院', 'supervision'],
    ]);
    expect(accounts).toEqual([{ username: 'reviewer', post: '医政科审核岗' }]);
  });

  it('does not close while others stand under it; merged, they stand under the heir', async () => {
    const refused = await act('bureau', 'end', {});
    expect(refused.json()).toMatchObject({ code: 'organizations.has_subordinates' });
    const heir = await act('bureau', 'end', { intoId: unitOf('direct-hospital') });
    expect(heir.json().code).toBe('organizations.wrong_heir');
    const merged = await act('hospital', 'end', { intoId: unitOf('second-hospital') });
    expect(merged.json<UnitActed>().state).toBe('standing');
    const unit = await read('hospital');
    expect(unit).toMatchObject({ status: 'merged', closedOn: on });
    expect(unit.mergedIntoId).toBe(unitOf('second-hospital'));
  });

  it('goes neither into itself, nor into one that has ended', async () => {
    const self = await act('hospital', 'end', { intoId: unitOf('hospital') });
    expect(self.json().code).toBe('organizations.wrong_heir');
    await act('second-hospital', 'end', {});
    const ended = await act('hospital', 'end', { intoId: unitOf('second-hospital') });
    expect(ended.json().code).toBe('organizations.wrong_heir');
    expect((await preview('hospital', 'second-hospital')).status).toBe(422);
    expect((await act('second-hospital', 'rename', { name: '新名医院' })).json().code).toBe(
      'organizations.unit_ended',
    );
  });

  it('is as it was when it is taken back the same day, and not the day after', async () => {
    await act('hospital', 'end', {});
    expect((await act('hospital', 'reopen', { reason: '误办' })).status).toBe(200);
    const unit = await read('hospital');
    expect(unit).toMatchObject({ status: 'open', closedOn: null, mergedIntoId: null });
    expect(unit.acts?.map(({ kind, state }) => [kind, state])).toEqual([
      ['reopen', 'settled'],
      ['close', 'undone'],
    ]);
    await act('hospital', 'end', {});
    world.clock.set('2026-07-02T00:00:01+08:00');
    drafter = await world.as('drafter');
    const late = await act('hospital', 'reopen', { reason: '误办' });
    expect([401, 409]).toContain(late.status);
  });

  it('repeated under the same number, its ending is told again and not done twice', async () => {
    const request = {
      method: 'POST',
      json: { on, reason },
      headers: { 'if-match': '"1"', 'idempotency-key': 'ending-0001' },
    };
    const path = `/api/organizations/${unitOf('hospital')}/end`;
    const first = await drafter(path, request);
    expect(first.status).toBe(200);
    expect((await drafter(path, request)).text).toBe(first.text);
    const stranger = await (await world.as('reviewer'))(path, request);
    expect(stranger.status).toBe(403);
  });

  it('draws its consequences the day after, once, and none where it was taken back', async () => {
    const context = world.site.database;
    await act('hospital', 'end', {});
    await act('second-hospital', 'end', {});
    await act('second-hospital', 'reopen', { reason: '误办' });
    expect(await settleEndings(context)).toBe(0);
    world.clock.set('2026-07-02T00:00:01+08:00');
    expect(await settleEndings(context)).toBe(1);
    expect(await settleEndings(context)).toBe(0);
  });
});

it('only who manages the book of units acts on it', async () => {
  for (const name of ['reviewer', 'clerk', 'security-admin', 'checker'] as const) {
    const client = await world.as(name);
    const answer = await client(`/api/organizations/${unitOf('hospital')}/end`, {
      method: 'POST',
      json: { on, reason },
      headers: { 'if-match': '"1"' },
    });
    expect(answer.status).toBe(403);
  }
});
