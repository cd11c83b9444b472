import { is } from 'drizzle-orm';
import { SQLiteTable, getTableConfig } from 'drizzle-orm/sqlite-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { HranaStep, SendBatch } from '#workers/platform/database/hrana.driver.ts';
import { migrate, readLedger, rollBack } from '#workers/platform/database/migrator.ts';
import { createNamespaceAdmin } from '#workers/platform/database/namespace-admin.driver.ts';
import { KINDS, sendTo } from '#workers/platform/database/testing/namespace.fixtures.ts';
import type { DatabaseKind, Migration } from './migration.ts';
import { migrationsOf } from './registry.ts';
import { drawnSchema, schemaTexts, storedSchema } from './schema.fixtures.ts';

const tables = import.meta.glob<Record<string, unknown>>('../tables/*/*.table.ts', { eager: true });
const modules = import.meta.glob<Record<string, unknown>>('./*/*.migration.ts', { eager: true });

const admin = createNamespaceAdmin({ url: inject('sqldAdminUrl') });
const key = inject('sqldTemplateKey');

type OwnDatabase = { namespace: string; send: SendBatch; close(): Promise<void> };

function named(): OwnDatabase {
  const namespace = `m${crypto.randomUUID().replaceAll('-', '').slice(0, 20)}`;
  const send = sendTo({ url: inject('sqldUrl'), namespace, key });
  return { namespace, send, close: () => admin.remove(namespace) };
}

async function createEmpty(): Promise<OwnDatabase> {
  const database = named();
  await admin.create(database.namespace, key.publicKey);
  return database;
}

async function copyOf(source: OwnDatabase): Promise<OwnDatabase> {
  const copy = named();
  await admin.fork(source.namespace, copy.namespace);
  return copy;
}

function tablesOf(kind: DatabaseKind): SQLiteTable[] {
  const own = Object.entries(tables).filter(([path]) => path.startsWith(`../tables/${kind}/`));
  const exported = own.flatMap(([, module]) => Object.values(module));
  const drawn = exported.filter((value): value is SQLiteTable => is(value, SQLiteTable));
  return [...new Map(drawn.map((table) => [getTableConfig(table).name, table])).values()];
}

function filesOf(kind: DatabaseKind): string[] {
  const own = Object.keys(modules).filter((path) => path.startsWith(`./${kind}/`));
  return own.map((path) => path.slice(`./${kind}/`.length, -'.migration.ts'.length)).sort();
}

describe.each(KINDS)('the migrations of a %s database', (kind) => {
  const migrations = migrationsOf[kind];
  const empty: OwnDatabase[] = [];
  let stages: string[][];

  /** The schema after each prefix of the migrations, the empty one first. */
  beforeAll(async () => {
    const first = await createEmpty();
    empty.push(first);
    const { send } = first;
    await migrate({ send, kind, migrations: [] });
    stages = [await schemaTexts(send)];
    for (let count = 1; count <= migrations.length; count += 1) {
      await migrate({ send, kind, migrations: migrations.slice(0, count) });
      stages.push(await schemaTexts(send));
    }
  });
  afterAll(() => Promise.all(empty.map(({ close }) => close())));

  test('are each in the registry, in the order of their numbers', () => {
    expect(migrations.map(({ id }) => id)).toEqual(filesOf(kind));
    const numbers = migrations.map(({ id }) => id.slice(0, 4));
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  test('apply from every prefix', async () => {
    const prefix = await createEmpty();
    for (let start = 0; start < migrations.length; start += 1) {
      await migrate({ send: prefix.send, kind, migrations: migrations.slice(0, start) });
      const { send, close } = await copyOf(prefix);
      const report = await migrate({ send, kind });
      expect(report.applied).toEqual(migrations.slice(start).map(({ id }) => id));
      expect(await schemaTexts(send)).toEqual(stages.at(-1));
      await close();
    }
    await prefix.close();
  }, 120_000);

  test('can be taken back one by one, each to the schema before it', async () => {
    const { send, close } = await createEmpty();
    await migrate({ send, kind });
    for (let count = migrations.length; count > 0; count -= 1) {
      await rollBack(send, migrationAt(migrations, count - 1));
      expect(await schemaTexts(send)).toEqual(stages[count - 1]);
      expect(await readLedger(send)).toHaveLength(count - 1);
    }
    await close();
  });

  test('can all be applied again when the ledger is lost', async () => {
    const { send, close } = await createEmpty();
    await migrate({ send, kind });
    await run(send, [{ sql: 'delete from schema_migrations' }]);
    await migrate({ send, kind });
    expect(await schemaTexts(send)).toEqual(stages.at(-1));
    expect(await readLedger(send)).toEqual(migrations.map(({ id }) => id));
    await close();
  });

  test('end in the schema that the tables draw', async () => {
    const [first] = empty;
    if (!first) throw new Error('no database');
    const drawn = drawnSchema(tablesOf(kind));
    const stored = await storedSchema(first.send);
    expect(Object.keys(stored)).toEqual(Object.keys(drawn));
    expect(stored).toEqual(drawn);
  });
});

test('a migration that fails leaves nothing behind', async () => {
  const { send, close } = await createEmpty();
  const broken: Migration = {
    id: '0001-broken',
    up: ['create table kept (id text primary key)', 'create index i on no_such_table (x)'],
    down: [],
  };
  await expect(migrate({ send, kind: 'tenant', migrations: [broken] })).rejects.toThrow(
    /0001-broken.*no such table/,
  );
  expect(await storedSchema(send)).not.toHaveProperty('kept');
  expect(await readLedger(send)).toEqual([]);
  await close();
});

test('of two views in one round the newest stays, and the filing keeps one pair', async () => {
  const { send, close } = await createEmpty();
  const { tenant } = migrationsOf;
  const before = tenant.findIndex(({ id }) => id === '0033-review-rulings');
  await migrate({ send, kind: 'tenant', migrations: tenant.slice(0, before) });
  const opinion = (id: string, at: number, facts = `1, 'answered', 'pass', 'mend'`) => ({
    sql: `insert into review_opinions (id, submission_id, kind, office, question, asked_by,
      asked_by_post, asked_at, version, own_words, revision, state, view, own_view)
      values ('${id}', 'sub_1', 'second', '复核', '请复核', 'per_1', '审核岗', ${at}, 1, '已看', ${facts})`,
  });
  await run(send, [
    opinion('opn_newest', 20),
    opinion('opn_older', 10),
    opinion('opn_same_moment', 20, `1, 'asked', null, 'pass'`),
    opinion('opn_withdrawn', 30, `1, 'withdrawn', null, 'pass'`),
    opinion('opn_not_theirs', 40, `1, 'answered', 'not-ours', 'pass'`),
    opinion('opn_later_round', 50, `2, 'asked', null, 'pass'`),
  ]);
  await migrate({ send, kind: 'tenant' });
  const [kept] = await send([
    {
      sql: `select id, own_words from review_opinions where own_view is not null order by asked_at`,
      wantRows: true,
    },
  ]);
  expect(kept).toMatchObject({
    rows: [
      ['opn_same_moment', '已看'],
      ['opn_withdrawn', '已看'],
      ['opn_not_theirs', '已看'],
      ['opn_later_round', '已看'],
    ],
  });
  await close();
});

test('two runners at once apply each migration once', async () => {
  const { send, close } = await createEmpty();
  await Promise.all([1, 2, 3].map(() => migrate({ send, kind: 'tenant' })));
  expect(await readLedger(send)).toEqual(migrationsOf.tenant.map(({ id }) => id));
  await close();
});

test('a column that is there already is not added again', async () => {
  const { send, close } = await createEmpty();
  const grown: Migration = {
    id: '0001-grown',
    up: [
      'create table if not exists grown (id text primary key)',
      'alter table grown add column words text',
    ],
    down: ['drop table grown'],
  };
  await migrate({ send, kind: 'tenant', migrations: [grown] });
  await run(send, [{ sql: 'delete from schema_migrations' }]);
  const again = await migrate({ send, kind: 'tenant', migrations: [grown] });
  expect(again.applied).toEqual(['0001-grown']);
  await close();
});

function migrationAt(migrations: readonly Migration[], index: number): Migration {
  const migration = migrations[index];
  if (!migration) throw new Error(`no migration ${index}`);
  return migration;
}

async function run(send: SendBatch, steps: readonly HranaStep[]): Promise<void> {
  const results = await send(steps);
  expect(results.every(({ status }) => status === 'ok')).toBe(true);
}
