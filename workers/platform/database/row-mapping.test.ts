import { eq, sql } from 'drizzle-orm';
import { alias, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import * as drizzle from 'drizzle-orm/utils';
import { describe, expect, it } from 'vitest';
import { createLineMapper } from './row-mapping.driver.ts';
import type { Joined, Selected } from './row-mapping.driver.ts';
import { build } from './statement.ts';

const cities = sqliteTable('cities', {
  id: text('id').primaryKey(),
  isOpen: integer('is_open', { mode: 'boolean' }).notNull(),
  tags: text('tags', { mode: 'json' }).$type<string[]>(),
});
const streets = sqliteTable('streets', {
  id: text('id').primaryKey(),
  cityId: text('city_id').notNull(),
  length: integer('length'),
});
const former = alias(cities, 'former');

/** Drizzle's own, which its types leave out. */
const { orderSelectedFields, mapResultRow } = drizzle as unknown as {
  orderSelectedFields(fields: object): Selected[];
  mapResultRow(fields: Selected[], values: unknown[], joined: Joined): object;
};

const count = sql<number>`count(*)`;
const doubled = sql<number>`length * 2`.mapWith((value: number) => value / 2).as('doubled');
const inner = build
  .select({ total: count.as('total') })
  .from(streets)
  .as('inner');

/** What is selected, with which joins, and lines as the engine may answer them. */
const cases: readonly { name: string; fields: object; joined?: Joined; lines: unknown[][] }[] = [
  {
    name: 'columns, with what they decode and what is missing',
    fields: { id: cities.id, isOpen: cities.isOpen, tags: cities.tags },
    lines: [
      ['c1', 1, '["old","port"]'],
      ['c2', 0, null],
    ],
  },
  {
    name: 'expressions, also named ones and those of a subquery',
    fields: { count, doubled, total: inner.total },
    lines: [
      [3, 8, 4],
      [0, null, null],
    ],
  },
  {
    name: 'a joined table without a row, beside one with a row whose second column is missing',
    fields: { city: { id: cities.id, tags: cities.tags }, street: { id: streets.id, n: count } },
    joined: { cities: true, streets: false },
    lines: [
      ['c1', null, 's1', 1],
      ['c1', '[]', null, 0],
    ],
  },
  {
    name: 'parts of several tables, and of a table under another name',
    fields: {
      both: { city: cities.id, street: streets.id },
      former: { id: former.id, isOpen: former.isOpen },
      plain: streets.length,
    },
    joined: { cities: true, streets: false, former: false },
    lines: [
      ['c1', null, null, null, 12],
      [null, 's1', 'c0', 1, null],
    ],
  },
  {
    name: 'parts within parts',
    fields: { street: { city: { id: cities.id }, id: streets.id } },
    joined: { cities: false, streets: true },
    lines: [[null, 's1']],
  },
];

describe('a line of a result', () => {
  for (const { name, fields, joined, lines } of cases) {
    it(`is the one that Drizzle makes: ${name}`, () => {
      const selected = orderSelectedFields(fields);
      const toLine = createLineMapper(selected);
      for (const values of lines) {
        expect(toLine(values, joined)).toEqual(mapResultRow(selected, values, joined));
      }
    });
  }

  it('shares nothing with the line before it', () => {
    const toLine = createLineMapper(orderSelectedFields({ city: { id: cities.id } }));
    const [one, two] = ['c1', 'c2'].map((id) => toLine([id], undefined));
    expect([one, two]).toEqual([{ city: { id: 'c1' } }, { city: { id: 'c2' } }]);
  });

  it('says of whole tables in a query what Drizzle says of them', () => {
    const query = build.select().from(streets).leftJoin(cities, eq(cities.id, streets.cityId));
    const selected = orderSelectedFields({ streets, cities });
    expect(selected).toHaveLength(6);
    expect(query.toSQL().sql).toContain('left join');
    const joined = { streets: true, cities: false };
    const line = createLineMapper(selected)(['s1', 'c9', 5, null, null, null], joined);
    expect(line).toEqual({ streets: { id: 's1', cityId: 'c9', length: 5 }, cities: null });
  });
});
