import { eq, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { counters, outboxEvents } from '#schema/tables/tenant/core.table.ts';
import { dropJsonFieldIndex, jsonField, jsonFieldIndex } from './json-field.ts';
import {
  assertNamespace,
  isSealedNamespace,
  namespaceHeader,
  sealedNamespace,
} from './namespace.ts';
import { RefusedSqlError } from './refused-names.ts';
import { build, toStatement } from './statement.ts';

describe('a statement', () => {
  test('is made from a builder, with its values bound', () => {
    const query = build.update(counters).set({ next: 4 }).where(eq(counters.key, "x'; drop"));
    expect(toStatement(query)).toEqual({
      sql: 'update "counters" set "next" = ? where "counters"."key" = ?',
      args: [4, "x'; drop"],
    });
  });

  test('is made from a template, with its values bound', () => {
    const bytes = new Uint8Array([1]);
    const query = sql`select ${true}, ${null}, ${5n}, ${bytes} from ${counters}`;
    expect(toStatement(query)).toEqual({
      sql: 'select ?, ?, ?, ? from "counters"',
      args: [1, null, 5n, bytes],
    });
  });

  test('carries no value that a database cannot keep', () => {
    expect(() => toStatement(sql`select ${{ a: 1 }}`)).toThrow(/object/);
    expect(() => toStatement(sql`select ${Number.NaN}`)).toThrow(/number/);
  });

  test('names no door of the server', () => {
    expect(() => toStatement(sql`select readfile(${'x'})`)).toThrow(RefusedSqlError);
  });
});

describe('the path of a field', () => {
  const { payload, id, auditSeq, type } = outboxEvents;

  test('is the same text in the query and in its index', () => {
    const query = toStatement(
      build
        .select({ id })
        .from(outboxEvents)
        .where(eq(jsonField(payload, 'found-on'), 'x')),
    );
    expect(query.sql).toContain(`ifnull("payload" ->> '$."found-on"', '') = ?`);
    const index = jsonFieldIndex({
      name: 'ix_1a2b',
      column: payload,
      keys: ['category', 'found-on'],
      following: [auditSeq],
      owner: { column: type, id: 'problems' },
    });
    expect(index.sql.replace(/\s+/g, ' ')).toBe(
      'create index if not exists "ix_1a2b" on "outbox_events" ' +
        `("type", ifnull("payload" ->> '$."category"', ''), ifnull("payload" ->> '$."found-on"', ''), ` +
        '"audit_seq") ' +
        `where "type" = 'problems'`,
    );
    expect(index.args).toEqual([]);
  });

  test.each(['', 'Found', '1st', `x"' or 1=1`, 'a.b', 'a'.repeat(41)])(
    'is refused as %j',
    (key) => {
      expect(() => jsonField(payload, key)).toThrow(/not a key/);
    },
  );

  test('takes no owner and no name of an index from outside the pattern', () => {
    const input = { column: payload, keys: ['a'], following: [] };
    const owner = { column: type, id: "x' or '1" };
    expect(() => jsonFieldIndex({ ...input, name: 'ix_1', owner })).toThrow(/owner/);
    expect(() => dropJsonFieldIndex('counters')).toThrow(/index/);
    expect(dropJsonFieldIndex('ix_1').sql).toBe('drop index if exists "ix_1"');
  });
});

describe('the name of a database', () => {
  test.each(['dong', 'control', 'dong-2', 'dong--sealed', 'a'])('may be %s', (name) => {
    expect(assertNamespace(name)).toBe(name);
  });

  test.each(['', 'Dong', '1st', '-a', 'a/b', '../a', 'a--b', 'a--sealed--sealed', '东区', 'a b'])(
    'may not be %j',
    (name) => {
      expect(() => assertNamespace(name)).toThrow(/not a namespace/);
    },
  );

  test('of the sealed kind is told by its ending', () => {
    expect(sealedNamespace('dong')).toBe('dong--sealed');
    expect(isSealedNamespace('dong--sealed')).toBe(true);
    expect(isSealedNamespace('dong')).toBe(false);
  });

  test('travels as base64 without padding', () => {
    expect(namespaceHeader('dong')).toBe('ZG9uZw');
  });
});
