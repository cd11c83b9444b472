import { createSignal } from 'solid-js';
import type { InferOutput } from 'valibot';
import type { DraftSavedSchema, FieldChange } from '#schema/contracts/submissions.ts';
import type { Answer, CommandRequest } from '../client.ts';
import { createIdempotencyKey } from '../idempotency-key.ts';
import {
  acknowledge,
  countUnsent,
  createOutboundRecord,
  isDue,
  isEmpty,
  isIdle,
  outboundKey,
  postpone,
  queueChange,
  refuse,
  settleConflict,
  startSending,
} from './queue.ts';
import type { OutboundRecord, OutboundStore } from './queue.ts';
import { judgeFailure } from './refusal.ts';

export type DraftSaved = InferOutput<typeof DraftSavedSchema>;

type Options = {
  readonly personId: string;
  readonly store: OutboundStore;
  readonly send: (request: CommandRequest) => Promise<Answer<DraftSaved>>;
  readonly now?: () => number;
};

type Sending = NonNullable<OutboundRecord['sending']>;

const pauseAfterTyping = 600;

const exclusively = <T>(name: string, work: () => Promise<T>): Promise<T> =>
  'locks' in navigator ? navigator.locks.request(name, work) : work();

type Step = (record: OutboundRecord | undefined) => OutboundRecord | undefined;

/** What the browser keeps, and the same on screen. */
const createRecords = (store: OutboundStore) => {
  const [records, setRecords] = createSignal<Readonly<Record<string, OutboundRecord>>>({});
  const show = (key: string, record: OutboundRecord | undefined) =>
    setRecords(({ [key]: _before, ...others }) => (record ? { ...others, [key]: record } : others));
  const change = async (key: string, step: Step) => {
    const next = await store.update(key, (before) => {
      const after = step(before);
      return after && isEmpty(after) ? undefined : after;
    });
    show(key, next);
    return next;
  };
  return { records, show, change };
};

type Records = ReturnType<typeof createRecords>;

/** Sends what waits, one attempt after the other for each record. */
const createSender = (options: Options, { change }: Records) => {
  const now = options.now ?? Date.now;
  const [saved, setSaved] = createSignal<Readonly<Record<string, DraftSaved>>>({});
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  let isClosed = false;

  const schedule = (key: string, wait: number) => {
    if (isClosed) return;
    clearTimeout(timers.get(key));
    timers.set(
      key,
      setTimeout(() => void flush(key), wait),
    );
  };
  const attempt = async (key: string, { url }: OutboundRecord, sending: Sending) => {
    const { changes, idempotencyKey } = sending;
    try {
      const request = { method: 'PATCH', path: url, body: { changes }, idempotencyKey } as const;
      const { data } = await options.send(request);
      const after = await change(key, (record) => record && acknowledge(record, data.revisions));
      setSaved((before) => ({ ...before, [key]: data }));
      return after;
    } catch (error) {
      const verdict = judgeFailure(error);
      return change(key, (record) => {
        if (!record) return record;
        if (verdict.kind === 'later') return postpone(record, now(), verdict.wait);
        return refuse(record, verdict.reasonOf, verdict.fallback);
      });
    }
  };
  const flush = (key: string): Promise<void> =>
    exclusively(`outbound:${key}`, async () => {
      const ready = await change(key, (record) =>
        record && isDue(record, now()) ? startSending(record, createIdempotencyKey()) : record,
      );
      const isReady = ready?.sending !== undefined && isDue(ready, now());
      const after = isReady && ready.sending ? await attempt(key, ready, ready.sending) : ready;
      if (after && !isIdle(after)) schedule(key, Math.max(0, after.nextAttemptAt - now()));
    });
  const close = () => {
    isClosed = true;
    timers.forEach((timer) => clearTimeout(timer));
  };
  return { saved, schedule, flush, close };
};

/** Keeps field changes in the browser until the server has them, in order per record. */
export const createOutbound = (options: Options) => {
  const kept = createRecords(options.store);
  const sender = createSender(options, kept);
  const keyOf = (recordId: string) => outboundKey(options.personId, recordId);
  const all = () => Object.values(kept.records());

  const hurry = async (key: string) => {
    await kept.change(key, (record) => record && { ...record, nextAttemptAt: 0 });
    await sender.flush(key);
  };
  const hurryAll = () => all().forEach((record) => void hurry(record.key));
  window.addEventListener('online', hurryAll);

  return {
    isDurable: options.store.isDurable,
    restore: async () => {
      for (const record of await options.store.load(options.personId)) {
        kept.show(record.key, record);
        if (!isIdle(record)) sender.schedule(record.key, 0);
      }
    },
    /** Resolves when the change is safe in this browser. */
    put: async (recordId: string, url: string, field: FieldChange) => {
      const key = keyOf(recordId);
      await kept.change(key, (record) =>
        queueChange(record ?? createOutboundRecord(options.personId, recordId, url), field),
      );
      sender.schedule(key, pauseAfterTyping);
    },
    recordOf: (recordId: string): OutboundRecord | undefined => kept.records()[keyOf(recordId)],
    /** What the server answered to the last save of this record. */
    savedOf: (recordId: string): DraftSaved | undefined => sender.saved()[keyOf(recordId)],
    /** Sends now; resolves after the attempt. */
    flush: (recordId: string) => hurry(keyOf(recordId)),
    settle: async (recordId: string, path: string, choice: 'mine' | 'theirs') => {
      const key = keyOf(recordId);
      await kept.change(key, (record) => record && settleConflict(record, path, choice));
      sender.schedule(key, 0);
    },
    /** Sends all that waits, once each; before somebody leaves. */
    flushAll: async () => {
      await Promise.all(all().map(({ key }) => hurry(key)));
    },
    /** Forgets what the browser keeps of the person; what is unsent stays, sealed, for the next time. */
    wipe: async () => {
      if (all().length === 0) await options.store.wipe();
    },
    unsentCount: () => all().reduce((sum, each) => sum + countUnsent(each), 0),
    refusedCount: () => all().reduce((sum, each) => sum + each.refused.length, 0),
    close: () => {
      sender.close();
      window.removeEventListener('online', hurryAll);
    },
  };
};

export type Outbound = ReturnType<typeof createOutbound>;
