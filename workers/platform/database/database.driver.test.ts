import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { createServer } from 'node:net';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { counters } from '#schema/tables/tenant/core.table.ts';
import { createStoredKey } from '../crypto/signature.driver.ts';
import { openDatabase } from './database.driver.ts';
import {
  DatabaseSuspendedError,
  DatabaseUnavailableError,
  findDatabaseError,
} from './database.errors.ts';
import { createSendBatch } from './hrana.driver.ts';
import { createNamespaceAdmin } from './namespace-admin.driver.ts';
import { REFUSED_NAMES, RefusedSqlError } from './refused-names.ts';
import { createChange, insertCounter } from './testing/change.fixtures.ts';
import { tokenFor } from './testing/namespace.fixtures.ts';
import { createTestTenant } from './testing/tenant.fixtures.ts';
import type { TestDatabase } from './testing/tenant.fixtures.ts';

let tenant: TestDatabase;
let other: TestDatabase;

beforeAll(async () => {
  tenant = await createTestTenant();
  other = await createTestTenant();
  await tenant.writer.commit(createChange({ steps: [insertCounter('known', 7)] }));
});
afterAll(() => Promise.all([tenant.close(), other.close()]));

const url = inject('sqldUrl');
const read = () => ({ url, namespace: tenant.namespace, token: tokenFor(tenant.address, 'ro') });

async function failureOf(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => undefined,
    (error: unknown) => error,
  );
}

test('a read sees what was committed', async () => {
  expect(await tenant.db.select().from(counters)).toEqual([{ key: 'known', next: 7 }]);
});

test('several reads travel as one batch', async () => {
  let requests = 0;
  const db = openDatabase({
    ...read(),
    fetch: (input, init) => {
      requests += 1;
      return fetch(input, init);
    },
  });
  const query = db.select().from(counters);
  const answers = await db.batch([query, query, query]);
  expect(answers.map((rows) => rows.length)).toEqual([1, 1, 1]);
  expect(requests).toBe(1);
});

test('200 reads at once, each with a client of its own, are all answered', async () => {
  const answers = await Promise.all(
    Array.from({ length: 200 }, () => openDatabase(read()).select().from(counters)),
  );
  expect(answers.every(([row]) => row?.next === 7)).toBe(true);
});

test('100 reads at once on one client are all answered', async () => {
  const db = openDatabase(read());
  const reads = Array.from({ length: 100 }, () => db.select().from(counters));
  expect(await Promise.all(reads)).toHaveLength(100);
});

describe('the engine refuses', () => {
  test('a write with a read-only token', async () => {
    const error = await failureOf(tenant.db.insert(counters).values({ key: 'x', next: 1 }));
    expect(error).toBeInstanceOf(Error);
    expect(await tenant.db.select().from(counters)).toHaveLength(1);
  });

  test("another tenant's database with this tenant's token", async () => {
    const db = openDatabase({ ...read(), namespace: other.namespace });
    expect(await failureOf(db.select().from(counters))).toBeInstanceOf(Error);
    const writer = createSendBatch({
      url,
      namespace: other.namespace,
      token: tokenFor(tenant.address, 'rw'),
    });
    await expect(writer([{ sql: 'select 1' }])).rejects.toThrow(/404|401/);
  });

  test('a token signed with another key', async () => {
    const address = { ...tenant.address, key: await createStoredKey() };
    const db = openDatabase({ ...read(), token: tokenFor(address, 'ro') });
    expect(await failureOf(db.select().from(counters))).toBeInstanceOf(Error);
  });
});

describe('SQL that names a door of the server', () => {
  const disguises = (name: string) => [
    `select ${name}('x')`,
    `SELECT ${name.toUpperCase()} ('x')`,
    `select "${name}"('x')`,
    `select \`${name}\`('x')`,
    `select [${name}]('x')`,
    `select * from '${name}'('x')`,
    `select/**/${name}/**/('x')`,
    `select 1 -- \n, ${name}('x')`,
  ];

  test.each(REFUSED_NAMES)('%s is refused for reads', async (name) => {
    for (const text of disguises(name)) {
      const query = tenant.db.all(sql.raw(text));
      await expect(query).rejects.toMatchObject({ cause: { name: 'RefusedSqlError' } });
      await expect(tenant.db.batch([query])).rejects.toThrow(RefusedSqlError);
    }
  });

  test.each(REFUSED_NAMES)('%s is refused for writes', async (name) => {
    for (const text of disguises(name)) {
      await expect(tenant.send([{ sql: text }])).rejects.toThrow(RefusedSqlError);
    }
  });

  test('is not reached by a transaction that a reader holds open', async () => {
    const held = tenant.db.transaction((open) => open.select().from(counters));
    await expect(held).rejects.toThrow(/hand one change to the writer/);
  });

  test('as a bound value or as a part of a longer word is harmless', async () => {
    const rows = await tenant.db.all(sql`select ${'readfile(1)'} as attachment_count`);
    expect(rows).toEqual([{ attachment_count: 'readfile(1)' }]);
  });
});

describe('a database that is away', () => {
  test('is an unavailable database', async () => {
    const db = openDatabase({ ...read(), url: 'http://127.0.0.1:9' });
    const error = await failureOf(db.select().from(counters));
    expect(findDatabaseError(error)).toBeInstanceOf(DatabaseUnavailableError);
    const send = createSendBatch({ ...read(), url: 'http://127.0.0.1:9' });
    await expect(send([{ sql: 'select 1' }])).rejects.toThrow(DatabaseUnavailableError);
  });

  test('or takes the request and never answers, is given up at its deadline', async () => {
    const hole = createServer(() => undefined);
    hole.listen(0, '127.0.0.1');
    await once(hole, 'listening');
    const address = hole.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const away = { ...read(), url: `http://127.0.0.1:${address.port}`, deadlineMs: 150 };
    const startedAt = Date.now();
    const error = await failureOf(openDatabase(away).select().from(counters));
    expect(findDatabaseError(error)).toBeInstanceOf(DatabaseUnavailableError);
    await expect(createSendBatch(away)([{ sql: 'select 1' }])).rejects.toThrow(
      DatabaseUnavailableError,
    );
    expect(Date.now() - startedAt).toBeLessThan(2_000);
    hole.close();
  });

  test('or stops in the middle of its answer, is given up at its deadline', async () => {
    const half = createHttpServer((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"results":[');
    });
    half.listen(0, '127.0.0.1');
    await once(half, 'listening');
    const address = half.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const away = { ...read(), url: `http://127.0.0.1:${address.port}`, deadlineMs: 150 };
    const error = await failureOf(openDatabase(away).select().from(counters));
    expect(findDatabaseError(error)).toBeInstanceOf(DatabaseUnavailableError);
    await expect(createSendBatch(away)([{ sql: 'select 1' }])).rejects.toThrow(
      DatabaseUnavailableError,
    );
    half.closeAllConnections();
    half.close();
  });
});

test("a statement's own mistake is not taken for an absent database", async () => {
  const error = await failureOf(tenant.db.all(sql`select * from no_such_table`));
  expect(error).toBeInstanceOf(Error);
  expect(findDatabaseError(error)).toBeUndefined();
});

test('a suspended tenant is refused by the engine until it is resumed', async () => {
  const suspended = await createTestTenant();
  const admin = createNamespaceAdmin({ url: inject('sqldAdminUrl') });
  const commit = () => suspended.writer.commit(createChange({ steps: [insertCounter('s')] }));
  const readIt = () => suspended.db.select().from(counters);

  await admin.suspend(suspended.namespace, { reads: false, reason: '暂停' });
  await expect(commit()).rejects.toThrow(DatabaseSuspendedError);
  expect(await readIt()).toEqual([]);

  await admin.suspend(suspended.namespace, { reads: true, reason: '暂停' });
  expect(findDatabaseError(await failureOf(readIt()))).toBeInstanceOf(DatabaseSuspendedError);

  await admin.resume(suspended.namespace);
  expect(await commit()).toMatchObject({ status: 'committed' });
  await suspended.close();
});

test('every commit is durable before it is acknowledged', async () => {
  const [result] = await tenant.send([{ sql: 'pragma synchronous', wantRows: true }]);
  expect(result).toMatchObject({ rows: [[2]] });
});

test('values come back as they were bound', async () => {
  const bytes = new Uint8Array([0, 1, 254, 255]);
  const args = [null, 'text 行风', 1.5, 42, 9_007_199_254_740_993n, bytes];
  const [result] = await tenant.send([{ sql: 'select ?, ?, ?, ?, ?, ?', args, wantRows: true }]);
  expect(result).toMatchObject({ rows: [args] });
});
