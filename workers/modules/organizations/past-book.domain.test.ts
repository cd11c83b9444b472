import { describe, expect, it } from 'vitest';
import type { Organization } from '#schema/contracts/organizations.ts';
import { bookOn, mayStand } from './past-book.domain.ts';

const unit = (id: string, changes: Partial<Organization> = {}): Organization => ({
  id,
  name: `${id}今名`,
  shortName: id,
  order: 10,
  kind: 'hospital',
  level: 'tertiary',
  ownership: 'public',
  tags: [],
  status: 'open',
  mergedIntoId: null,
  openedOn: null,
  closedOn: null,
  paths: { supervision: 'today/' },
  version: 1,
  code: null,
  ...changes,
});
const nothing = { facts: [], relations: [], names: [] };
const on = (day: string, book: Partial<Parameters<typeof bookOn>[0]>) =>
  bookOn({ units: [unit('a')], ...nothing, ...book }, day).units;

describe('the book of units of a past day', () => {
  it('has each unit under the name it had, after several renamings too', () => {
    const named = (name: string, to: string) => ({
      organizationId: 'a',
      name,
      shortName: name,
      from: null,
      to,
    });
    const names = [named('甲二', '2026-06-30'), named('甲一', '2026-03-31')];
    const nameOn = (day: string) => on(day, { names })[0]?.name;
    expect(nameOn('2026-03-31')).toBe('甲一');
    expect(nameOn('2026-04-01')).toBe('甲二');
    expect(nameOn('2026-06-30')).toBe('甲二');
    expect(nameOn('2026-07-01')).toBe('a今名');
  });

  it('has a unit open until the day it ended, and none that had not begun', () => {
    const ended = unit('a', { status: 'merged', mergedIntoId: 'b', closedOn: '2026-07-01' });
    const begun = unit('c', { openedOn: '2026-07-01' });
    const statesOn = (day: string) =>
      on(day, { units: [ended, begun] }).map(({ id, status, mergedIntoId }) => [
        id,
        status,
        mergedIntoId,
      ]);
    expect(statesOn('2026-06-30')).toEqual([['a', 'open', null]]);
    expect(statesOn('2026-07-01')).toEqual([
      ['a', 'merged', 'b'],
      ['c', 'open', null],
    ]);
  });

  it('has kind, level and ownership as they were where they changed since', () => {
    const fact = (value: string, from: string, to: string | null) => ({
      organizationId: 'a',
      key: 'level',
      value,
      from,
      to,
    });
    const facts = [
      fact('secondary', '1949-10-01', '2026-05-31'),
      fact('tertiary', '2026-06-01', null),
    ];
    expect(on('2026-05-31', { facts })[0]).toMatchObject({ level: 'secondary', kind: 'hospital' });
    expect(on('2026-06-01', { facts })[0]).toMatchObject({ level: 'tertiary' });
  });

  it('knows nothing where a fact began or ended on another day, but for the kind', () => {
    const fact = (key: string, value: string, from: string, to: string | null) => ({
      organizationId: 'a',
      key,
      value,
      from,
      to,
    });
    const facts = [
      fact('level', 'tertiary', '2026-06-01', null),
      fact('ownership', 'private', '2020-01-01', '2026-03-31'),
      fact('kind', 'hospital', '2026-06-01', null),
    ];
    const units = [unit('a'), unit('b')];
    const [before, other] = on('2026-05-31', { units, facts });
    expect(before).toMatchObject({ level: null, ownership: null, kind: 'hospital' });
    expect(other).toMatchObject({ level: 'tertiary', ownership: 'public' });
    expect(on('2026-03-31', { facts })[0]).toMatchObject({ level: null, ownership: 'private' });
    expect(on('2026-06-01', { facts })[0]).toMatchObject({ level: 'tertiary', ownership: null });
  });

  it('has each unit under those it stood under', () => {
    const link = (superiorId: string | null, from: string, to: string | null) => ({
      organizationId: 'a',
      relation: 'supervision' as const,
      superiorId,
      from,
      to,
    });
    const relations = [link('b', '2020-01-01', '2026-05-31'), link(null, '2026-06-01', null)];
    expect(on('2026-05-31', { relations })[0]?.paths).toEqual({ supervision: 'b/a/' });
    expect(on('2026-06-01', { relations })[0]?.paths).toEqual({ supervision: 'a/' });
  });
});

it('a unit may be without level, and never without a kind', () => {
  expect(mayStand('level', null)).toBe(true);
  expect(mayStand('kind', null)).toBe(false);
  expect(mayStand('level', 'tertiary')).toBe(true);
  expect(mayStand('ownership', 'tertiary')).toBe(false);
});
