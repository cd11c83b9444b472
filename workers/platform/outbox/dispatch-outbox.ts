import { and, inArray, isNull, lte } from 'drizzle-orm';
import { outboxEvents, outboxHandled } from '#schema/tables/tenant/core.table.ts';
import type { Clock } from '../clock.ts';
import type { Step } from '../database/change.ts';
import type { Database } from '../database/database.driver.ts';
import { markHandled } from './mark-handled.ts';
import type { LeasedEvent, OutboxWriter, SettledEvent } from './outbox-writer.ts';

/** One module's reaction to one kind of event, known by a name that never changes. */
export type OutboxHandler = {
  readonly name: string;
  readonly event: string;
  /** Must commit a change that contains `mark`; a change refused by the mark was made before. */
  handle(input: { event: LeasedEvent; mark: Step }): Promise<void>;
};

export type DispatchInput = {
  db: Database;
  writer: OutboxWriter;
  handlers: readonly OutboxHandler[];
  clock: Clock;
  /** How long one lease is worked on, in ms; `Infinity` where nobody else can take it. */
  workMs?: number;
};

export type DispatchReport = { done: number; later: number; dead: number };

const MAX_ATTEMPTS = 8;
const FIRST_PAUSE_MS = 5_000;
/** After so long the rest of a lease is left alone: somebody else may have it soon. */
const WORK_MS = 20_000;

/** Delivers one lease of events (at most 50); call again while `done` is not zero. */
export async function dispatchOutbox(input: DispatchInput): Promise<DispatchReport> {
  if (!(await hasDueEvents(input.db, input.clock.now()))) return { done: 0, later: 0, dead: 0 };
  const events = await input.writer.leaseEvents(input.clock.now());
  if (events.length === 0) return { done: 0, later: 0, dead: 0 };
  const before = await readMarks(input.db, events);
  const errors = new Map<string, string>();
  const begunAt = input.clock.now();
  const reached: LeasedEvent[] = [];
  for (const event of events) {
    if (input.clock.now() - begunAt > (input.workMs ?? WORK_MS)) break;
    reached.push(event);
    for (const handler of handlersOf(input.handlers, event)) {
      if (before.has(markOf(event, handler))) continue;
      const error = await attempt(handler, event);
      if (error !== undefined) errors.set(markOf(event, handler), error);
    }
  }
  const after = await readMarks(input.db, events);
  const settled = reached.map((event) => {
    const open = handlersOf(input.handlers, event).find((one) => !after.has(markOf(event, one)));
    if (!open) return { id: event.id, state: 'done' as const };
    const error = errors.get(markOf(event, open)) ?? 'committed nothing with its mark';
    return postpone(event, `${open.name}: ${error}`, input.clock.now());
  });
  await input.writer.settleEvents(settled);
  return countOf(settled);
}

/** Delivers what is due until nothing is left or the steps are used up: the minute tick's part. */
export async function sweepOutbox(input: DispatchInput, maxSteps = 20): Promise<DispatchReport> {
  const total = { done: 0, later: 0, dead: 0 };
  for (let step = 0; step < maxSteps; step += 1) {
    const { done, later, dead } = await dispatchOutbox(input);
    total.done += done;
    total.later += later;
    total.dead += dead;
    if (done + later + dead === 0) break;
  }
  return total;
}

async function attempt(handler: OutboxHandler, event: LeasedEvent): Promise<string | undefined> {
  try {
    await handler.handle({ event, mark: markHandled(event.id, handler.name) });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message.slice(0, 500) : 'unknown';
  }
}

/** A lease is a write; most of the time there is nothing to lease. */
async function hasDueEvents(db: Database, now: number): Promise<boolean> {
  const { id, deadAt, dueAt, leasedUntil } = outboxEvents;
  const due = and(isNull(deadAt), lte(dueAt, now), lte(leasedUntil, now));
  return (await db.select({ id }).from(outboxEvents).where(due).limit(1)).length > 0;
}

async function readMarks(db: Database, events: readonly LeasedEvent[]): Promise<Set<string>> {
  const ids = events.map(({ id }) => id);
  const { eventId } = outboxHandled;
  const marks = await db.select().from(outboxHandled).where(inArray(eventId, ids));
  return new Set(marks.map((mark) => `${mark.eventId} ${mark.handler}`));
}

function markOf(event: LeasedEvent, handler: OutboxHandler): string {
  return `${event.id} ${handler.name}`;
}

function handlersOf(handlers: readonly OutboxHandler[], event: LeasedEvent): OutboxHandler[] {
  return handlers.filter((handler) => handler.event === event.type);
}

function postpone(event: LeasedEvent, error: string, now: number): SettledEvent {
  const { id, attempts } = event;
  if (attempts >= MAX_ATTEMPTS) return { id, state: 'dead', at: now, error };
  return { id, state: 'later', dueAt: now + FIRST_PAUSE_MS * 2 ** (attempts - 1), error };
}

function countOf(settled: readonly SettledEvent[]): DispatchReport {
  const count = (state: SettledEvent['state']) =>
    settled.filter((event) => event.state === state).length;
  return { done: count('done'), later: count('later'), dead: count('dead') };
}
