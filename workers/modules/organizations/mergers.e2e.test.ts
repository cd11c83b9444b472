import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OrganizationDetail } from '#schema/contracts/organizations.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { followDates } from './usecases/refresh-paths.ts';

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
const act = async (key: string, verb: string, json: object) => {
  const { version: seen } = await read(key);
  return drafter(`/api/organizations/${unitOf(key)}/${verb}`, {
    method: 'POST',
    json: { on, reason, ...json },
    headers: { 'if-match': `"${seen}"` },
  });
};

describe('a merger and the way back', () => {
  it('has its own units under it again when its merger is taken back', async () => {
    const under = async () => (await read('hospital')).paths.supervision;
    const before = await under();
    const free = { relation: 'territory', superiorId: null };
    await act('direct-hospital', 'superior', free);
    await act('bureau', 'end', { intoId: unitOf('direct-hospital') });
    expect(await under()).toBe(`${unitOf('direct-hospital')}/${unitOf('hospital')}/`);
    expect((await act('bureau', 'reopen', { reason: '误办' })).status).toBe(200);
    expect(await under()).toBe(before);
    const { relations } = await read('hospital');
    const today = relations.filter(({ relation, to }) => relation === 'supervision' && to === null);
    expect(today.map(({ superiorId }) => superiorId)).toEqual([unitOf('bureau')]);
  });

  it('leaves what is planned for those under it as planned, merged and taken back alike', async () => {
    const relationsOf = async (key: string) => (await read(key)).relations;
    await act('direct-hospital', 'superior', { relation: 'territory', superiorId: null });
    const third = { relation: 'supervision', superiorId: null, on: '2026-09-01' };
    await act('hospital', 'superior', third);
    const joins = { relation: 'guidance', superiorId: unitOf('bureau'), on: '2026-10-01' };
    await act('second-hospital', 'superior', joins);
    const before = [await relationsOf('hospital'), await relationsOf('second-hospital')];
    await act('bureau', 'end', { intoId: unitOf('direct-hospital') });
    const heir = unitOf('direct-hospital');
    expect(await relationsOf('hospital')).toEqual(
      expect.arrayContaining([
        { relation: 'supervision', superiorId: heir, from: on, to: '2026-08-31' },
        { relation: 'supervision', superiorId: null, from: '2026-09-01', to: null },
      ]),
    );
    expect(await relationsOf('second-hospital')).toContainEqual({
      relation: 'guidance',
      superiorId: heir,
      from: '2026-10-01',
      to: null,
    });
    expect((await act('bureau', 'reopen', { reason: '误办' })).status).toBe(200);
    expect([await relationsOf('hospital'), await relationsOf('second-hospital')]).toEqual(before);
  });

  it('does not close while somebody is to stand under it from a later day on', async () => {
    const joins = { relation: 'guidance', superiorId: unitOf('hospital'), on: '2026-10-01' };
    await act('second-hospital', 'superior', joins);
    const refused = await act('hospital', 'end', {});
    expect(refused.json()).toMatchObject({ code: 'organizations.has_subordinates' });
  });

  it('taken back, it gives nobody back whom somebody moved by hand since', async () => {
    await act('direct-hospital', 'superior', { relation: 'territory', superiorId: null });
    await act('bureau', 'end', { intoId: unitOf('direct-hospital') });
    await act('second-hospital', 'superior', { relation: 'supervision', superiorId: null });
    await act('bureau', 'reopen', { reason: '误办' });
    const { relations } = await read('second-hospital');
    expect(relations.filter(({ to }) => to === null)).toEqual([
      { relation: 'supervision', superiorId: null, from: on, to: null },
    ]);
  });
});

describe('a heir that is to stand under the unit from a later day on', () => {
  const guided = (key: string, by: string | null, day: string) =>
    act(key, 'superior', {
      relation: 'guidance',
      superiorId: by === null ? null : unitOf(by),
      on: day,
    });
  const merge = () => act('hospital', 'end', { intoId: unitOf('direct-hospital') });

  it('does not take it in before that plan is changed, nor is the day’s work held up by it', async () => {
    await guided('direct-hospital', 'hospital', '2026-10-01');
    const refused = (await merge()).json();
    expect(refused).toMatchObject({ code: 'organizations.heir_circle' });
    expect(JSON.stringify(refused)).toContain('2026-10-01');
    const path = `/api/organizations/${unitOf('hospital')}/ending`;
    const told = await drafter(`${path}?intoId=${unitOf('direct-hospital')}`);
    expect(told.json().code).toBe('organizations.heir_circle');
    await guided('direct-hospital', null, '2026-10-01');
    expect((await merge()).status).toBe(200);
    world.clock.set('2026-10-01T08:00:00+08:00');
    await expect(followDates(world.site.database)).resolves.toBeTypeOf('number');
  });

  it('nor where it is to stand under it by way of another unit', async () => {
    await guided('direct-hospital', 'second-hospital', on);
    await guided('second-hospital', 'hospital', '2026-10-01');
    expect((await merge()).json().code).toBe('organizations.heir_circle');
  });

  it('nor where who stands under it today is to be the heir’s superior', async () => {
    await guided('second-hospital', 'hospital', on);
    await guided('direct-hospital', 'second-hospital', '2026-10-01');
    expect((await merge()).json().code).toBe('organizations.heir_circle');
  });
});

describe('a merger that is taken back after something was planned', () => {
  const guided = (key: string, by: string | null, day: string) =>
    act(key, 'superior', {
      relation: 'guidance',
      superiorId: by === null ? null : unitOf(by),
      on: day,
    });
  const reopen = () => act('hospital', 'reopen', { reason: '误办' });

  it('waits while it would put a unit under itself on a later day', async () => {
    await guided('second-hospital', 'hospital', on);
    await guided('hospital', 'bureau', on);
    expect((await act('hospital', 'end', { intoId: unitOf('direct-hospital') })).status).toBe(200);
    expect((await guided('bureau', 'second-hospital', '2026-10-01')).status).toBe(200);
    const refused = (await reopen()).json();
    expect(refused).toMatchObject({ code: 'organizations.reopen_circle' });
    expect(JSON.stringify(refused)).toContain('2026-10-01');
    await guided('bureau', null, '2026-10-01');
    expect((await reopen()).status).toBe(200);
    world.clock.set('2026-10-01T08:00:00+08:00');
    await expect(followDates(world.site.database)).resolves.toBeTypeOf('number');
  });

  it('waits too where who was only planned to stand under it would come to do so', async () => {
    await guided('second-hospital', 'hospital', '2026-09-01');
    await guided('hospital', 'bureau', on);
    expect((await act('hospital', 'end', { intoId: unitOf('direct-hospital') })).status).toBe(200);
    expect((await guided('bureau', 'second-hospital', '2026-10-01')).status).toBe(200);
    expect((await reopen()).json()).toMatchObject({ code: 'organizations.reopen_circle' });
  });
});

describe('what a unit is, from a day on', () => {
  it('is changed by an act, and what it was before stays on record', async () => {
    const past = '2026-06-15';
    const answer = await act('hospital', 'facts', { key: 'level', value: 'tertiary', on: past });
    expect(answer.status).toBe(200);
    const unit = await read('hospital');
    expect(unit.level).toBe('tertiary');
    expect(unit.facts.filter(({ key }) => key === 'level')).toEqual([
      { key: 'level', value: 'secondary', from: '1949-10-01', to: '2026-06-14' },
      { key: 'level', value: 'tertiary', from: past, to: null },
    ]);
    expect(unit.acts?.[0]).toMatchObject({
      kind: 'change-fact',
      facts: { key: 'level', before: 'secondary', after: 'tertiary' },
    });
    await act('hospital', 'facts', { key: 'ownership', value: null });
    expect((await read('hospital')).ownership).toBeNull();
  });

  it('is one of the words known, and not from a day to come', async () => {
    const odd = await act('hospital', 'facts', { key: 'level', value: 'quaternary' });
    expect(odd.json().code).toBe('organizations.unknown_fact_value');
    const bare = await act('hospital', 'facts', { key: 'kind', value: null });
    expect(bare.json().code).toBe('organizations.unknown_fact_value');
    const later = { key: 'level', value: 'tertiary', on: '2026-09-01' };
    expect((await act('hospital', 'facts', later)).json().code).toBe('organizations.day_to_come');
    const words = { key: 'teaching', value: true };
    expect((await act('hospital', 'facts', words)).status).toBe(200);
  });
});
