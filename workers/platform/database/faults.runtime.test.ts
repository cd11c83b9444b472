import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createStoredKey } from '../crypto/signature.driver.ts';
import { verifyAuditChain } from './audit-chain.ts';
import type { Change, CommitOutcome } from './change.ts';
import { DatabaseUnavailableError } from './database.errors.ts';
import { migrate } from './migrator.ts';
import { createNamespaceAdmin } from './namespace-admin.driver.ts';
import { createChange, insertCounter } from './testing/change.fixtures.ts';
import { writeUnderLoad } from './testing/load.fixtures.ts';
import type { LoadReport } from './testing/load.fixtures.ts';
import { sendTo } from './testing/namespace.fixtures.ts';
import type { NamespaceAddress } from './testing/namespace.fixtures.ts';
import { startTestServer } from './testing/sqld.fixtures.ts';
import type { TestServer } from './testing/sqld.fixtures.ts';
import { startTestWorker } from './testing/workerd.fixtures.ts';
import type { TestWorker } from './testing/workerd.fixtures.ts';
import { createLocalWriter } from './writer.ts';

const LOAD = { total: 3_000, clients: 40 };
const WRITES_MEANT = LOAD.total - LOAD.total / 5;
/** A call settles within its wait for the writer, the deadline of its batch and some slack. */
const SETTLED_WITHIN_MS = 16_000;

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

async function createAddress(namespace: string): Promise<NamespaceAddress> {
  const key = await createStoredKey();
  await createNamespaceAdmin({ url: server.adminUrl }).create(namespace, key.publicKey);
  const address = { url: server.url, namespace, key };
  await migrate({ send: sendTo(address), kind: 'tenant' });
  return address;
}

async function killRepeatedly(
  victim: Pick<TestServer, 'kill' | 'start'>,
  isDone: () => boolean,
): Promise<number> {
  let kills = 0;
  for (; kills < 4 && !isDone(); kills += 1) {
    await pause(150);
    await victim.kill();
    await pause(100);
    await victim.start();
  }
  return kills;
}

async function expectNothingLost(address: NamespaceAddress, report: LoadReport): Promise<void> {
  expect(report.errors).toEqual([]);
  expect(report.acknowledged).toHaveLength(WRITES_MEANT);
  expect(report.refused).toBe(LOAD.total / 5);
  expect(report.slowestMs).toBeLessThan(SETTLED_WITHIN_MS);
  const [written, entries] = await sendTo(address)([
    { sql: "select substr(key, 7) from counters where key like 'write-%'", wantRows: true },
    { sql: 'select seq, body, prev_hash, hash from audit_entries order by seq', wantRows: true },
  ]);
  if (written?.status !== 'ok' || entries?.status !== 'ok') throw new Error('no answer');
  const stored = written.rows.map(([number]) => Number(number)).sort((one, two) => one - two);
  expect(stored).toEqual(report.acknowledged.sort((one, two) => one - two));
  // One entry a change and the genesis: what was repeated was not done twice.
  const verdict = verifyAuditChain(entries.rows.map(toEntry));
  expect(verdict).toMatchObject({ status: 'whole', entries: WRITES_MEANT + 1 });
}

function toEntry([seq, body, prevHash, hash]: readonly unknown[]) {
  if (!(prevHash instanceof Uint8Array) || !(hash instanceof Uint8Array)) throw new Error('bytes');
  return { seq: Number(seq), body: String(body), prevHash, hash };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('killing the database under load loses nothing acknowledged and doubles nothing', async () => {
  const address = await createAddress('killed');
  let isDone = false;
  const { commit } = createLocalWriter({ send: sendTo(address) });
  const load = writeUnderLoad({ ...LOAD, commit }).finally(() => (isDone = true));
  const kills = await killRepeatedly(server, () => isDone);
  const report = await load;
  expect(kills).toBeGreaterThan(0);
  expect(report.repeats).toBeGreaterThan(0);
  await expectNothingLost(address, report);
});

describe('on workerd', () => {
  let address: NamespaceAddress;
  let worker: TestWorker;

  beforeAll(async () => {
    address = await createAddress('hosted');
    worker = await startTestWorker(address);
  });
  afterAll(() => worker.close());

  /** Status and whole body: a Worker that dies within its answer is as much away as one that gives none. */
  async function callWorker(init: RequestInit): Promise<{ status: number; body: string }> {
    try {
      const response = await fetch(`${worker.url}/${address.namespace}`, {
        ...init,
        signal: AbortSignal.timeout(30_000),
      });
      return { status: response.status, body: await response.text() };
    } catch (cause) {
      throw new DatabaseUnavailableError('the worker is away', { cause });
    }
  }

  async function commit(change: Change): Promise<CommitOutcome> {
    const { status, body } = await callWorker({ method: 'POST', body: JSON.stringify(change) });
    if (status === 200) return JSON.parse(body) as CommitOutcome;
    if (status === 503) throw new DatabaseUnavailableError(body);
    throw new Error(`${status}: ${body}`);
  }

  test('200 requests at once to a cold isolate, twice, are all answered', async () => {
    const name = (round: number, index: number) => `cold-${round}-${index}`;
    for (const round of [1, 2]) {
      const answers = await Promise.all(
        Array.from({ length: 200 }, async (_, index) => {
          if (index % 2 === 0) return (await callWorker({})).status;
          const outcome = await commit(
            createChange({ steps: [insertCounter(name(round, index))] }),
          );
          return outcome.status;
        }),
      );
      expect(answers.filter((answer) => answer === 200)).toHaveLength(100);
      expect(answers.filter((answer) => answer === 'committed')).toHaveLength(100);
    }
  });

  test('killing the Worker and the database by turns loses and doubles nothing', async () => {
    const turned = await createAddress('turned');
    await worker.close();
    address = turned;
    worker = await startTestWorker(turned);
    let isDone = false;
    const load = writeUnderLoad({ ...LOAD, commit }).finally(() => (isDone = true));
    for (let turn = 0; turn < 3 && !isDone; turn += 1) {
      for (const victim of [worker, server]) {
        await pause(200);
        await victim.kill();
        await pause(100);
        await victim.start();
      }
    }
    const report = await load;
    expect(report.repeats).toBeGreaterThan(0);
    await expectNothingLost(turned, report);
  });
});
