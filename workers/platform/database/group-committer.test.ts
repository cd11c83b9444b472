import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyAuditChain } from './audit-chain.ts';
import type { Change } from './change.ts';
import { DatabaseUnavailableError } from './database.errors.ts';
import { createGroupCommitter } from './group-committer.ts';
import type { HranaStep } from './hrana.driver.ts';
import { toStatement } from './statement.ts';
import { advanceCounter, createChange, insertCounter } from './testing/change.fixtures.ts';
import { createTestTenant } from './testing/tenant.fixtures.ts';
import type { TestDatabase } from './testing/tenant.fixtures.ts';

let tenant: TestDatabase;

beforeAll(async () => {
  tenant = await createTestTenant();
});
afterAll(() => tenant.close());

async function rows(text: string): Promise<unknown[][]> {
  const [result] = await tenant.send([{ sql: text, wantRows: true }]);
  if (result?.status !== 'ok') throw new Error(JSON.stringify(result));
  return result.rows;
}

const commit = (change: Partial<Change>) => tenant.writer.commit(createChange(change));
const standing = (key: string) => rows(`select next from counters where key = '${key}'`);
const auditCount = async () => Number((await rows('select count(*) from audit_entries'))[0]?.[0]);

describe('one change', () => {
  test('is committed with its audit entry and its event', async () => {
    const events = [{ type: 'counter.made', subjectId: 'cnt_1', payload: { words: '计数' } }];
    const outcome = await commit({ steps: [insertCounter('plain')], events });
    expect(outcome).toEqual({ status: 'committed', auditSeq: (await auditCount()) - 1 });
    const [event] = await rows('select type, subject_id, payload, audit_seq from outbox_events');
    expect(event).toEqual(['counter.made', 'cnt_1', '{"words":"计数"}', (await auditCount()) - 1]);
  });

  test('with a stale version leaves no trace', async () => {
    await commit({ steps: [insertCounter('stale', 5)] });
    const before = await auditCount();
    const outcome = await commit({ steps: [advanceCounter('stale', 4)] });
    expect(outcome).toEqual({ status: 'refused', reason: 'stale_version' });
    expect(await auditCount()).toBe(before);
    expect(await standing('stale')).toEqual([[5]]);
  });

  test('may name its own refusal', async () => {
    const step = { ...advanceCounter('nowhere', 1), otherwise: 'quota_reached' };
    const outcome = await commit({ steps: [step] });
    expect(outcome).toEqual({
      status: 'refused',
      reason: 'constraint',
      constraint: 'quota_reached',
    });
  });

  test('that breaks a constraint is refused with its name', async () => {
    await commit({ steps: [insertCounter('twice')] });
    const outcome = await commit({ steps: [insertCounter('twice')] });
    expect(outcome).toEqual({
      status: 'refused',
      reason: 'constraint',
      constraint: 'counters.key',
    });
  });

  test('cannot alter what was audited', async () => {
    const statement = toStatement(sql`update audit_entries set body = '{}' where seq = 1`);
    const outcome = await commit({ steps: [{ statement }] });
    expect(outcome).toMatchObject({ reason: 'constraint', constraint: 'audit is append-only' });
  });

  test('with a mistake in its text fails alone, its neighbours commit', async () => {
    const broken = toStatement(sql`select from where`);
    const missing = toStatement(sql`update no_such_table set x = 1`);
    const results = await Promise.allSettled([
      commit({ steps: [insertCounter('neighbour-1')] }),
      commit({ steps: [{ statement: broken }] }),
      commit({ steps: [{ statement: missing }] }),
      commit({ steps: [insertCounter('neighbour-2')] }),
    ]);
    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'rejected',
      'fulfilled',
    ]);
    expect(await rows("select count(*) from counters where key like 'neighbour-%'")).toEqual([[2]]);
  });
});

describe('a change that reaches for more than its own rows', () => {
  test.each(['commit', 'rollback to u', '/* */ end', 'pragma foreign_keys = off', 'release u'])(
    'by %j is refused, its neighbours commit',
    async (text) => {
      const key = `beside-${text}`;
      const results = await Promise.allSettled([
        commit({ steps: [insertCounter(`${key}-1`)] }),
        commit({ steps: [{ statement: toStatement(sql.raw(text)) }] }),
        commit({ steps: [insertCounter(`${key}-2`)] }),
      ]);
      const states = results.map(({ status }) => status);
      expect(states).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    },
  );

  test('by a name of the server is refused though it came from another isolate', async () => {
    const statement = { ...toStatement(sql`select 1`), sql: "select readfile('x')" };
    const results = await Promise.allSettled([
      commit({ steps: [insertCounter('beside-readfile')] }),
      commit({ steps: [{ statement }] }),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  });
});

describe('a repeated request', () => {
  const idempotency = { key: 'k-1', actorId: 'per_1', requestHash: 'h1', response: { no: 7 } };

  test('gets the first answer and changes nothing', async () => {
    const change = { steps: [insertCounter('once')], idempotency };
    expect(await commit(change)).toMatchObject({ status: 'committed' });
    const before = await auditCount();
    expect(await commit(change)).toEqual({ status: 'replayed', response: { no: 7 } });
    expect(await auditCount()).toBe(before);
  });

  test('is recognised though it travels in the same group as the first', async () => {
    const claim = { ...idempotency, key: 'k-same-group' };
    const change = { steps: [insertCounter('same-group')], idempotency: claim };
    const outcomes = await Promise.all([commit(change), commit(change), commit(change)]);
    const states = outcomes.map(({ status }) => status);
    expect(states).toEqual(['committed', 'replayed', 'replayed']);
  });

  test('under the same key but with other content is refused', async () => {
    const outcome = await commit({ idempotency: { ...idempotency, requestHash: 'h2' } });
    expect(outcome).toEqual({ status: 'refused', reason: 'idempotency_mismatch' });
  });

  test("never gets another person's answer", async () => {
    const outcome = await commit({ idempotency: { ...idempotency, actorId: 'per_2' } });
    expect(outcome).toMatchObject({ status: 'committed' });
  });

  test('may try again after a refusal', async () => {
    const claim = { ...idempotency, key: 'k-refused' };
    const refused = await commit({ steps: [advanceCounter('late', 1)], idempotency: claim });
    expect(refused).toMatchObject({ status: 'refused' });
    await commit({ steps: [insertCounter('late')] });
    const again = await commit({ steps: [advanceCounter('late', 1)], idempotency: claim });
    expect(again).toMatchObject({ status: 'committed' });
  });
});

describe('many at once', () => {
  test('one of two writers with one version wins', async () => {
    await commit({ steps: [insertCounter('race')] });
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => commit({ steps: [advanceCounter('race', 1)] })),
    );
    expect(outcomes.filter(({ status }) => status === 'committed')).toHaveLength(1);
    expect(await standing('race')).toEqual([[2]]);
  });

  test('200 changes at concurrency 50, every fifth refused, leave the chain whole', async () => {
    const fresh = await createTestTenant();
    const outcomes = await inTurns(200, 50, (index) =>
      fresh.writer.commit(
        createChange({
          steps: [
            insertCounter(`many-${index}`),
            ...(index % 5 === 0 ? [advanceCounter(`absent-${index}`, 1)] : []),
          ],
        }),
      ),
    );
    const committed = outcomes.filter(({ status }) => status === 'committed');
    expect(committed).toHaveLength(160);
    const entries = await fresh.send([
      { sql: 'select seq, body, prev_hash, hash from audit_entries order by seq', wantRows: true },
    ]);
    const [result] = entries;
    if (result?.status !== 'ok') throw new Error('no entries');
    const chain = verifyAuditChain(result.rows.map(toEntry));
    expect(chain).toMatchObject({ status: 'whole', entries: 161 });
    await fresh.close();
  });

  test('numbers taken in their batches have no gap', async () => {
    await commit({ steps: [insertCounter('paper')] });
    const take = toStatement(sql`update counters set next = next + 1 where key = 'paper'`);
    const give = (index: number) =>
      toStatement(sql`insert into counters (key, next)
        select ${`paper-${index}`}, next - 1 from counters where key = 'paper'`);
    const outcomes = await inTurns(30, 30, (index) => {
      const steps = [{ statement: take, expectRows: 1 as const }, { statement: give(index) }];
      const spoilt = index % 4 === 0 ? [advanceCounter('absent', 1)] : [];
      return commit({ steps: [...steps, ...spoilt] });
    });
    const given = outcomes.filter(({ status }) => status === 'committed').length;
    const numbers = await rows("select next from counters where key like 'paper-%' order by next");
    expect(numbers.flat()).toEqual(Array.from({ length: given }, (_, index) => index + 1));
  });
});

describe('the group', () => {
  test('collects what arrives while a commit is on its way', async () => {
    const sizes: number[] = [];
    const committer = createGroupCommitter({
      send: (steps) => {
        sizes.push(steps.filter(({ sql: text }) => text === 'savepoint u').length);
        return tenant.send(steps);
      },
    });
    await inTurns(100, 100, () => committer.commit(createChange()));
    expect(sizes).toEqual([1, 64, 35]);
  });

  test('is sent again while the engine is busy, then given up', async () => {
    let calls = 0;
    const busy = (steps: readonly HranaStep[]) => {
      calls += 1;
      const error = { status: 'error' as const, code: 'SQLITE_BUSY', message: 'locked' };
      return Promise.resolve(steps.map(() => error));
    };
    const committer = createGroupCommitter({ send: busy });
    await expect(committer.commit(createChange())).rejects.toThrow(DatabaseUnavailableError);
    expect(calls).toBe(5);
  });

  test('that met a busy engine once is committed', async () => {
    let isBusy = true;
    const committer = createGroupCommitter({
      send: (steps) => {
        const error = { status: 'error' as const, code: 'SQLITE_BUSY', message: 'locked' };
        const answer = isBusy ? Promise.resolve(steps.map(() => error)) : tenant.send(steps);
        isBusy = false;
        return answer;
      },
    });
    expect(await committer.commit(createChange())).toMatchObject({ status: 'committed' });
  });

  test('whose answer is lost tells every caller so', async () => {
    const committer = createGroupCommitter({
      send: () => Promise.reject(new DatabaseUnavailableError('cut')),
    });
    const results = await Promise.allSettled([1, 2, 3].map(() => committer.commit(createChange())));
    const reasons = results.map((result) => result.status === 'rejected' && result.reason);
    expect(reasons.every((reason) => reason instanceof DatabaseUnavailableError)).toBe(true);
  });
});

function toEntry([seq, body, prevHash, hash]: readonly unknown[]) {
  if (!(prevHash instanceof Uint8Array) || !(hash instanceof Uint8Array)) throw new Error('bytes');
  return { seq: Number(seq), body: String(body), prevHash, hash };
}

async function inTurns<Result>(
  count: number,
  concurrency: number,
  work: (index: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const runner = async () => {
    while (next < count) {
      const index = next++;
      results[index] = await work(index);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, runner));
  return results;
}
