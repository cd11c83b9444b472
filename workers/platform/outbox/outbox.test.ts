import { afterEach, beforeEach, expect, test } from 'vitest';
import { createChange, insertCounter } from '../database/testing/change.fixtures.ts';
import { createTestTenant } from '../database/testing/tenant.fixtures.ts';
import type { TestDatabase } from '../database/testing/tenant.fixtures.ts';
import { listDeadLetters, retryDeadLetter } from './dead-letters.ts';
import { dispatchOutbox, sweepOutbox } from './dispatch-outbox.ts';
import type { OutboxHandler } from './dispatch-outbox.ts';
import { markHandled } from './mark-handled.ts';

let tenant: TestDatabase;

beforeEach(async () => {
  tenant = await createTestTenant();
});
afterEach(() => tenant.close());

const NOTHING = { done: 0, later: 0, dead: 0 };

async function emit(count: number): Promise<void> {
  const events = Array.from({ length: count }, (_, index) => ({
    type: 'counter.made',
    subjectId: `cnt_${index}`,
    payload: { index },
  }));
  await tenant.writer.commit(createChange({ events }));
}

/** Writes a counter for each event it handles. */
function createHandler(name: string, refuse: () => boolean = () => false): OutboxHandler {
  return {
    name,
    event: 'counter.made',
    handle: async ({ event, mark }) => {
      if (refuse()) throw new Error('the printer is away');
      const steps = [mark, insertCounter(`${name}-${event.subjectId}`)];
      await tenant.writer.commit(createChange({ steps }));
    },
  };
}

const dispatch = (...handlers: OutboxHandler[]) => dispatchOutbox({ ...tenant, handlers });
const counters = async () => {
  const [result] = await tenant.send([{ sql: 'select count(*) from counters', wantRows: true }]);
  return result?.status === 'ok' ? result.rows[0]?.[0] : undefined;
};

test('each event reaches each of its handlers once', async () => {
  await emit(3);
  const report = await dispatch(createHandler('mail'), createHandler('paper'));
  expect(report).toEqual({ ...NOTHING, done: 3 });
  expect(await counters()).toBe(6);
  expect(await dispatch(createHandler('mail'))).toEqual(NOTHING);
});

test('eight dispatchers at once take no event twice', async () => {
  await emit(200);
  const leases = await Promise.all(
    Array.from({ length: 8 }, () => tenant.writer.leaseEvents(tenant.clock.now())),
  );
  expect(leases.map((lease) => lease.length).sort((one, two) => two - one)).toEqual([
    50, 50, 50, 50, 0, 0, 0, 0,
  ]);
  expect(new Set(leases.flat().map(({ id }) => id)).size).toBe(200);
});

test('a lease that nobody ended is given again after 30 seconds', async () => {
  await emit(1);
  expect(await tenant.writer.leaseEvents(tenant.clock.now())).toHaveLength(1);
  tenant.clock.tick(29_999);
  expect(await tenant.writer.leaseEvents(tenant.clock.now())).toHaveLength(0);
  tenant.clock.tick(1);
  expect(await tenant.writer.leaseEvents(tenant.clock.now())).toMatchObject([{ attempts: 2 }]);
});

test('a handler that did its work before a crash does not do it again', async () => {
  await emit(1);
  const paper = createHandler('paper');
  const [event] = await tenant.writer.leaseEvents(tenant.clock.now());
  if (!event) throw new Error('no event');
  await paper.handle({ event, mark: markHandled(event.id, 'paper') });
  tenant.clock.tick(30_000);
  expect(await dispatch(paper, createHandler('mail'))).toEqual({ ...NOTHING, done: 1 });
  expect(await counters()).toBe(2);
});

test('two deliveries of one event at the same time make one change', async () => {
  await emit(1);
  const paper = createHandler('paper');
  const [event] = await tenant.writer.leaseEvents(tenant.clock.now());
  if (!event) throw new Error('no event');
  const mark = markHandled(event.id, 'paper');
  await Promise.all([paper.handle({ event, mark }), paper.handle({ event, mark })]);
  expect(await counters()).toBe(1);
});

test('a handler that fails is tried again later, the others are not', async () => {
  await emit(1);
  let isAway = true;
  const mail = createHandler('mail', () => isAway);
  expect(await dispatch(createHandler('paper'), mail)).toEqual({ ...NOTHING, later: 1 });
  expect(await dispatch(createHandler('paper'), mail)).toEqual(NOTHING);
  isAway = false;
  tenant.clock.tick(5_000);
  expect(await dispatch(createHandler('paper'), mail)).toEqual({ ...NOTHING, done: 1 });
  expect(await counters()).toBe(2);
});

test('a handler that commits nothing with its mark has not handled the event', async () => {
  await emit(1);
  const idle = { name: 'idle', event: 'counter.made', handle: () => Promise.resolve() };
  expect(await dispatch(idle)).toEqual({ ...NOTHING, later: 1 });
});

test('after eight attempts the event is a dead letter that a person can send again', async () => {
  await emit(1);
  let isAway = true;
  const mail = createHandler('mail', () => isAway);
  for (let attempt = 1; attempt < 8; attempt += 1) {
    expect(await dispatch(mail)).toEqual({ ...NOTHING, later: 1 });
    tenant.clock.tick(60 * 60 * 1000);
  }
  expect(await dispatch(mail)).toEqual({ ...NOTHING, dead: 1 });
  const [letter] = await listDeadLetters(tenant.db);
  expect(letter).toMatchObject({ attempts: 8, lastError: 'mail: the printer is away' });

  isAway = false;
  const actor = { kind: 'person' as const, id: 'per_1' };
  const change = retryDeadLetter({ id: letter?.id ?? '', actor, at: tenant.clock.now() });
  expect(await tenant.writer.commit(change)).toMatchObject({ status: 'committed' });
  expect(await dispatch(mail)).toEqual({ ...NOTHING, done: 1 });
  expect(await tenant.writer.commit(change)).toMatchObject({ status: 'refused' });
});

test('work that takes long ends before its lease does, and the rest comes again by itself', async () => {
  await emit(5);
  const seen: string[] = [];
  const slow: OutboxHandler = {
    ...createHandler('mail'),
    handle: async ({ event, mark }) => {
      seen.push(event.subjectId);
      tenant.clock.tick(8_000);
      await tenant.writer.commit(createChange({ steps: [mark] }));
    },
  };
  expect(await dispatch(slow)).toEqual({ ...NOTHING, done: 3 });
  expect(await dispatch(slow)).toEqual(NOTHING);
  tenant.clock.tick(30_000);
  expect(await dispatch(slow)).toEqual({ ...NOTHING, done: 2 });
  expect(new Set(seen).size).toBe(5);
  expect(seen).toHaveLength(5);
});

test('who has the outbox to himself works a lease to its end, however long it takes', async () => {
  await emit(3);
  const slow: OutboxHandler = {
    ...createHandler('mail'),
    handle: async ({ mark }) => {
      tenant.clock.tick(25_000);
      await tenant.writer.commit(createChange({ steps: [mark] }));
    },
  };
  const { db, writer, clock } = tenant;
  const input = { db, writer, clock, handlers: [slow], workMs: Infinity };
  expect(await sweepOutbox(input)).toEqual({ ...NOTHING, done: 3 });
});

test('a sweep goes on until nothing is due', async () => {
  await emit(120);
  const handlers = [createHandler('mail')];
  expect(await sweepOutbox({ ...tenant, handlers })).toEqual({ ...NOTHING, done: 120 });
});
