import { inject } from 'vitest';
import type { DatabaseKind } from '#schema/migrations/migration.ts';
import { createIds } from '../../ids.ts';
import type { Ids } from '../../ids.ts';
import type { OutboxWriter } from '../../outbox/outbox-writer.ts';
import { openDatabase } from '../database.driver.ts';
import type { Database } from '../database.driver.ts';
import type { SendBatch } from '../hrana.driver.ts';
import { createNamespaceAdmin } from '../namespace-admin.driver.ts';
import { createLocalWriter } from '../writer.ts';
import { sendTo, templateOf, tokenFor } from './namespace.fixtures.ts';
import type { NamespaceAddress } from './namespace.fixtures.ts';

/** A clock that stands still until a test moves it. */
export type TestClock = {
  now(): number;
  set(instant: number | string): void;
  tick(ms: number): void;
};

export type TestDatabase = {
  namespace: string;
  address: NamespaceAddress;
  db: Database;
  writer: OutboxWriter;
  /** Raw batches, for tests of the platform itself. */
  send: SendBatch;
  clock: TestClock;
  ids: Ids;
  close(): Promise<void>;
};

export const TEST_NOW = Date.parse('2026-07-01T09:00:00+08:00');

export function createTestClock(startAt: number = TEST_NOW): TestClock {
  let now = startAt;
  return {
    now: () => now,
    set: (instant) => {
      now = typeof instant === 'number' ? instant : Date.parse(instant);
    },
    tick: (ms) => {
      now += ms;
    },
  };
}

/** A tenant's database of this suite alone, on the real engine, with all migrations applied. */
export const createTestTenant = (): Promise<TestDatabase> => createTestDatabase('tenant');
export const createTestControl = (): Promise<TestDatabase> => createTestDatabase('control');

async function createTestDatabase(kind: DatabaseKind): Promise<TestDatabase> {
  const admin = createNamespaceAdmin({ url: inject('sqldAdminUrl') });
  const name = `t${crypto.randomUUID().replaceAll('-', '').slice(0, 20)}`;
  const namespace = kind === 'sealed' ? `${name}--sealed` : name;
  await admin.fork(templateOf(kind), namespace);
  const key = inject('sqldTemplateKey');
  const address = { url: inject('sqldUrl'), namespace, key };
  const clock = createTestClock();
  const send = sendTo(address);
  return {
    namespace,
    address,
    send,
    clock,
    db: openDatabase({ url: address.url, namespace, token: tokenFor(address, 'ro') }),
    writer: createLocalWriter({ send }),
    ids: createIds(clock),
    close: () => admin.remove(namespace),
  };
}
