import { describe, expect, it } from 'vitest';
import type { Organization } from '#schema/contracts/organizations.ts';
import { UnitBook, holdsOn } from './unit-book.domain.ts';

const unit = (id: string, name: string, part: Partial<Organization> = {}): Organization => ({
  id,
  name,
  shortName: name,
  order: Number(id) * 10,
  kind: 'hospital',
  level: null,
  ownership: null,
  tags: [],
  status: 'open',
  mergedIntoId: null,
  openedOn: null,
  closedOn: null,
  paths: {},
  version: 1,
  code: null,
  ...part,
});

const bookOn = (day: string) =>
  new UnitBook(
    {
      units: [
        unit('1', '东区卫生健康局', { shortName: '东区局', code: 'B1' }),
        unit('2', '东区第一医院', { shortName: '一院' }),
        unit('3', '西区第一医院', { shortName: '一院' }),
        unit('4', '旧医院', { status: 'merged' }),
        unit('5', '旧医院', { order: 300 }),
        unit('6', '停业医院', { status: 'closed', order: 20 }),
      ],
      facts: [
        { organizationId: '2', key: 'beds', value: 100, from: '2020-01-01', to: '2025-12-31' },
        { organizationId: '2', key: 'beds', value: 200, from: '2026-01-01', to: null },
        { organizationId: '2', key: 'rooms', value: 9, from: '2020-01-01', to: null },
      ],
      relations: [
        {
          organizationId: '2',
          relation: 'supervision',
          superiorId: '1',
          from: '2020-01-01',
          to: '2026-06-30',
        },
        {
          organizationId: '2',
          relation: 'supervision',
          superiorId: null,
          from: '2026-07-01',
          to: null,
        },
      ],
    },
    day,
  );
const book = bookOn('2026-07-01');

describe('the book of units', () => {
  it('is looked up by id, code and number', () => {
    expect(book.get('3')?.name).toBe('西区第一医院');
    expect(book.get('9')).toBeUndefined();
    expect(book.withCode('B1')?.id).toBe('1');
    expect(book.withCode('B2')).toBeUndefined();
    expect(book.withOrder(10)?.id).toBe('1');
  });

  it('gives a number to open units alone: what has ended frees its own', () => {
    expect(book.withOrder(20)?.id).toBe('2');
    expect(book.withOrder(60)).toBeUndefined();
    expect(book.lastOrder).toBe(300);
  });

  it('knows full names before short ones, and several of one short name', () => {
    expect(book.named('东区第一医院').map(({ id }) => id)).toEqual(['2']);
    expect(book.named('东区局').map(({ id }) => id)).toEqual(['1']);
    expect(book.named('一院').map(({ id }) => id)).toEqual(['2', '3']);
    expect(book.named('东区 第一医院').map(({ id }) => id)).toEqual(['2']);
    expect(book.named('三院')).toEqual([]);
  });

  it('prefers the open one of two that had a name, and gives the ended one where it is alone', () => {
    expect(book.named('旧医院').map(({ id }) => id)).toEqual(['5']);
    expect(book.named('停业医院').map(({ id, status }) => [id, status])).toEqual([['6', 'closed']]);
    expect(book.names).not.toContain('停业医院');
  });

  it('says what held on its day, and not what held before', () => {
    expect(book.bedsOf('2')).toBe(200);
    expect(bookOn('2025-12-31').bedsOf('2')).toBe(100);
    expect(bookOn('2019-12-31').bedsOf('2')).toBeUndefined();
    expect(book.superiorOf('2', 'supervision')).toBeNull();
    expect(bookOn('2026-06-30').superiorOf('2', 'supervision')).toBe('1');
    expect(book.superiorOf('2', 'territory')).toBeUndefined();
  });

  it('counts the first and the last day in', () => {
    const span = { from: '2026-01-01', to: '2026-06-30' };
    const days = ['2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01'];
    expect(days.map((day) => holdsOn(span, day))).toEqual([false, true, true, false]);
    expect(holdsOn({ from: '2026-01-01', to: null }, '2099-12-31')).toBe(true);
  });
});
