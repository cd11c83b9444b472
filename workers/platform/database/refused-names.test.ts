import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { REFUSED_NAMES, assertChangeSql, assertPermittedSql } from './refused-names.ts';
import { toStatement } from './statement.ts';

describe('a name that reads or writes the server’s files', () => {
  const wrappings = [
    (name: string) => `select ${name}('/etc/passwd')`,
    (name: string) => `select * from ${name}('/')`,
    (name: string) => `select * from "${name}"('/')`,
    (name: string) => `select * from '${name}'`,
    (name: string) => `select * from [${name}]`,
    (name: string) => `select * from \`${name}\``,
    (name: string) => `select/**/${name}/**/(1)`,
    (name: string) => `SELECT\n${name.toUpperCase()}\t(1)`,
    (name: string) => `with a as (select ${name}(1)) select * from a`,
    (name: string) => `select 1; ${name} 'x'`,
  ];

  test.each(REFUSED_NAMES)('%s is refused in every dress', (name) => {
    for (const wrap of wrappings) {
      expect(() => assertPermittedSql(wrap(name))).toThrow(`SQL may not name ${name}`);
      expect(() => assertChangeSql(wrap(name))).toThrow(`SQL may not name ${name}`);
    }
  });

  test('is refused in any mixture of capitals and surroundings', () => {
    const dressed = fc
      .tuple(
        fc.constantFrom(...REFUSED_NAMES),
        fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }),
      )
      .map(([name, capitals]) =>
        name.replaceAll(/./g, (letter, at: number) =>
          capitals[at] ? letter.toUpperCase() : letter,
        ),
      );
    const around = fc.constantFrom(' ', '\n', '(', ')', '"', "'", '[', ',', ';', '/*', '--');
    fc.assert(
      fc.property(around, dressed, around, (before, name, after) => {
        expect(() => assertPermittedSql(`select${before}${name}${after}x`)).toThrow('may not name');
      }),
    );
  });

  test.each(REFUSED_NAMES)('%s cannot enter by a template either, but may be a value', (name) => {
    expect(() => toStatement(sql`select ${sql.identifier(name)} from people`)).toThrow(name);
    expect(toStatement(sql`select ${`${name}('/etc/passwd')`}`).args).toEqual([
      `${name}('/etc/passwd')`,
    ]);
  });

  test('as part of a longer word is harmless', () => {
    for (const text of [
      'select attachment from evidence',
      'select file_attach_count',
      'select readfiles',
    ]) {
      expect(() => assertPermittedSql(text)).not.toThrow();
    }
  });
});

describe('a statement of a change', () => {
  test.each([
    'insert into a values (1)',
    '  update a set b = 1',
    'delete from a',
    'replace into a values (1)',
    'with x as (select 1) insert into a select * from x',
    'SELECT 1',
  ])('%s may stand in it', (text) => {
    expect(() => assertChangeSql(text)).not.toThrow();
  });

  test.each([
    'commit',
    'rollback',
    'ROLLBACK TO u',
    'begin immediate',
    'savepoint x',
    'release x',
    'end',
    'pragma writable_schema = 1',
    'vacuum into "/tmp/copy"',
    'alter table audit_entries rename to gone',
    'detach main',
    'explain select 1',
    '/* insert */ commit',
    '-- update\ncommit',
    ';commit',
    '',
  ])('%j could end the transaction that it shares, and is refused', (text) => {
    expect(() => assertChangeSql(text)).toThrow('a change may only change or read');
  });
});
