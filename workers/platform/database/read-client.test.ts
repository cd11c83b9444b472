import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { auditEntries, counters } from '#schema/tables/tenant/core.table.ts';
import { openDatabase } from './database.driver.ts';
import { DatabaseSuspendedError, findDatabaseError } from './database.errors.ts';
import type { WirePipeline } from './hrana-exchange.driver.ts';
import type { WireAnswer } from './hrana-wire.ts';
import { createNamespaceAdmin } from './namespace-admin.driver.ts';
import { createStreamPools } from './stream-pool.ts';
import type { StreamPool } from './stream-pool.ts';
import { createChange, insertCounter } from './testing/change.fixtures.ts';
import { tokenFor } from './testing/namespace.fixtures.ts';
import { createTestTenant } from './testing/tenant.fixtures.ts';
import type { TestDatabase } from './testing/tenant.fixtures.ts';

let tenant: TestDatabase;
beforeAll(async () => {
  tenant = await createTestTenant();
  await tenant.writer.commit(createChange({ steps: [insertCounter('known', 7)] }));
});
afterAll(() => tenant.close());

type Exchanged = { asked: WirePipeline; status: number; answered: Partial<WireAnswer> };

const place = ({ namespace, address }: TestDatabase) => ({
  namespace,
  token: tokenFor(address, 'ro'),
});

/** A handle whose pipelines are written down. */
function openWith(streams: StreamPool | undefined, of: TestDatabase = tenant) {
  const exchanged: Exchanged[] = [];
  const db = openDatabase({
    url: inject('sqldUrl'),
    ...place(of),
    streams,
    fetch: async (input, init) => {
      const response = await fetch(input, init);
      const asked = JSON.parse(await new Response(init?.body).text()) as WirePipeline;
      const text = await response.clone().text();
      const answered = (response.ok ? JSON.parse(text) : {}) as Partial<WireAnswer>;
      exchanged.push({ asked, status: response.status, answered });
      return response;
    },
  });
  return { db, exchanged };
}

const poolOf = () => createStreamPools()(tenant.namespace);

describe('a line of the engine', () => {
  const db = () => openWith(undefined).db;
  const known = () => db().select().from(counters).where(eq(counters.key, 'known'));
  const unknown = () => db().select().from(counters).where(eq(counters.key, 'nobody'));

  test('is the same alone, among others and in a batch', async () => {
    const handle = db();
    const wanted = { key: 'known', next: 7 };
    expect(await known().get()).toEqual(wanted);
    expect(await known()).toEqual([wanted]);
    const query = handle.select().from(counters).where(eq(counters.key, 'known'));
    expect(await handle.batch([query])).toEqual([[wanted]]);
  });

  test('is nothing where there is none', async () => {
    expect(await unknown().get()).toBeUndefined();
    expect(await unknown()).toEqual([]);
  });
});

describe('a read with streams', () => {
  test('goes on where the read before it has left off', async () => {
    const { db, exchanged } = openWith(poolOf());
    await db.select().from(counters);
    await db.batch([db.select().from(counters), db.select().from(auditEntries)]);
    const [first, second] = exchanged;
    expect(first?.asked.baton).toBeNull();
    expect(first?.answered.baton).toEqual(expect.any(String));
    expect(second?.asked.baton).toBe(first?.answered.baton);
  });

  test('sees what was committed after its stream was opened', async () => {
    const { db } = openWith(poolOf());
    const count = async () =>
      (await db.select().from(counters).where(eq(counters.key, 'later'))).length;
    expect(await count()).toBe(0);
    await tenant.writer.commit(createChange({ steps: [insertCounter('later')] }));
    expect(await count()).toBe(1);
  });

  test('of several statements keeps no state of the database open for the next one', async () => {
    const { db } = openWith(poolOf());
    const read = () => db.batch([db.select().from(counters), db.select().from(auditEntries)]);
    const [before, audited] = await read();
    await tenant.writer.commit(createChange({ steps: [insertCounter('between')] }));
    const [after, auditedAfter] = await read();
    expect(after.length - before.length).toBe(1);
    expect(auditedAfter.length - audited.length).toBe(1);
  });

  test('is asked anew where the server does not know its stream any more', async () => {
    const pool = poolOf();
    pool.lease()?.end('bm90IGEgYmF0b24=');
    const { db, exchanged } = openWith(pool);
    expect(await db.select().from(counters).where(eq(counters.key, 'known'))).toHaveLength(1);
    expect(exchanged.map(({ status }) => status)).toEqual([400, 200]);
    expect(exchanged[1]?.asked.baton).toBeNull();
  });

  test('leaves a stream behind on which something failed', async () => {
    const { db, exchanged } = openWith(poolOf());
    const mistake = db.all(sql`select * from no_such_table`);
    await expect(mistake).rejects.toThrow(/Failed query/);
    await expect(db.batch([db.select().from(counters), mistake])).rejects.toThrow(/no such table/);
    await db.select().from(counters);
    const asked = exchanged.map((one) => one.asked);
    const [first, , second] = exchanged;
    expect(asked.map(({ requests }) => requests.map(({ type }) => type).join())).toEqual([
      'execute',
      'close',
      'batch',
      'close',
      'execute',
    ]);
    expect(asked.map(({ baton }) => baton)).toEqual([
      null,
      first?.answered.baton,
      null,
      second?.answered.baton,
      null,
    ]);
  });

  test('is refused like any other as soon as its tenant is suspended', async () => {
    const suspended = await createTestTenant();
    const { db, exchanged } = openWith(createStreamPools()(suspended.namespace), suspended);
    await db.select().from(counters);
    const admin = createNamespaceAdmin({ url: inject('sqldAdminUrl') });
    await admin.suspend(suspended.namespace, { reads: true, reason: '暂停' });
    const error: unknown = await db
      .select()
      .from(counters)
      .then(
        () => undefined,
        (reason: unknown) => reason,
      );
    expect(exchanged[1]?.asked.baton).not.toBeNull();
    expect(findDatabaseError(error)).toBeInstanceOf(DatabaseSuspendedError);
    await suspended.close();
  });

  test('may not write on a stream either', async () => {
    const { db } = openWith(poolOf());
    await db.select().from(counters);
    await expect(db.insert(counters).values({ key: 'x', next: 1 })).rejects.toThrow(/Failed query/);
    expect(await db.select().from(counters).where(eq(counters.key, 'x'))).toEqual([]);
  });

  test('60 at once share the places there are', async () => {
    const pool = createStreamPools({ perNamespace: 4, whole: 4 })(tenant.namespace);
    const handles = Array.from({ length: 60 }, () => openWith(pool));
    const answers = await Promise.all(handles.map(({ db }) => db.select().from(counters)));
    expect(answers.every((rows) => rows.length > 0)).toBe(true);
    const asked = handles.flatMap(({ exchanged }) => exchanged.map((one) => one.asked));
    expect(asked.filter(({ requests }) => requests.at(-1)?.type === 'close')).toHaveLength(56);
  });
});

describe('reads begun together', () => {
  const readKey = async (db: TestDatabase['db'], key: string) =>
    (await db.select().from(counters).where(eq(counters.key, key)))[0];

  test('travel in one round trip, however deep each is called', async () => {
    const { db, exchanged } = openWith(undefined);
    const deeper = async () => {
      await Promise.resolve();
      return readKey(db, 'known');
    };
    const [one, none, rows] = await Promise.all([
      deeper(),
      readKey(db, 'missing'),
      db.batch([db.select().from(counters).limit(1)]),
    ]);
    expect([one?.next, none, rows[0].length]).toEqual([7, undefined, 1]);
    expect(exchanged).toHaveLength(1);
  });

  test('fail each for itself', async () => {
    const { db } = openWith(poolOf());
    const [mistake, known] = await Promise.allSettled([
      db.all(sql`select * from no_such_table`),
      readKey(db, 'known'),
    ]);
    expect(mistake.status).toBe('rejected');
    expect(known).toMatchObject({ status: 'fulfilled', value: { key: 'known' } });
  });

  test('fail all where the server is away', async () => {
    const db = openDatabase({ url: 'http://127.0.0.1:9', ...place(tenant) });
    const both = await Promise.allSettled([readKey(db, 'a'), readKey(db, 'b')]);
    const reasons = both.map((one) => (one.status === 'rejected' ? one.reason : undefined));
    expect(reasons.map((reason) => findDatabaseError(reason)?.name)).toEqual([
      'DatabaseUnavailableError',
      'DatabaseUnavailableError',
    ]);
  });

  test('are all answered, be they ever so many', async () => {
    const { db, exchanged } = openWith(poolOf());
    const keys = Array.from({ length: 40 }, (_, at) => (at % 2 === 0 ? 'known' : `none-${at}`));
    const found = await Promise.all(keys.map((key) => readKey(db, key)));
    expect(found.filter((row) => row?.key === 'known')).toHaveLength(20);
    expect(exchanged).toHaveLength(3);
  });
});

describe('rows', () => {
  test('keep two columns of one name apart', async () => {
    const { db } = openWith(undefined);
    const [row] = await db
      .select({ one: counters.key, two: sql<string>`'other' as key` })
      .from(counters)
      .where(eq(counters.key, 'known'));
    expect(row).toEqual({ one: 'known', two: 'other' });
  });

  test('of plain SQL carry their names and nothing else', async () => {
    const { db } = openWith(undefined);
    const bytes = new Uint8Array([0, 1, 254]);
    const [row] = await db.all(sql`select ${bytes} as bytes, 1.5 as half, null as missing`);
    expect(row).toEqual({ bytes: bytes.buffer, half: 1.5, missing: null });
  });

  test('bound by what is not a value are refused before anything is sent', async () => {
    const { db, exchanged } = openWith(undefined);
    await expect(db.all(sql`select ${Number.NaN}`)).rejects.toThrow(/Failed query/);
    expect(exchanged).toEqual([]);
  });
});

describe('a server that is full', () => {
  const answering = (refusals: number) => {
    let calls = 0;
    const db = openDatabase({
      url: inject('sqldUrl'),
      ...place(tenant),
      fetch: (input, init) => {
        calls += 1;
        return calls > refusals ? fetch(input, init) : Promise.resolve(new Response('', full));
      },
    });
    return { db, calls: () => calls };
  };
  const full = { status: 429 };

  test('is asked again, and the read is answered', async () => {
    const { db, calls } = answering(2);
    expect(await db.select().from(counters)).not.toEqual([]);
    expect(calls()).toBe(3);
  });

  test('that stays full is away, and is not asked for ever', async () => {
    const { db, calls } = answering(Number.POSITIVE_INFINITY);
    const error: unknown = await db
      .select()
      .from(counters)
      .catch((cause: unknown) => cause);
    expect(findDatabaseError(error)).toMatchObject({ cause: { status: 429 } });
    expect(calls()).toBe(5);
  });
});
