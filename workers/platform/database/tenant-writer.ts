import { DurableObject } from 'cloudflare:workers';
import type { LeasedEvent, OutboxWriter, SettledEvent } from '../outbox/outbox-writer.ts';
import type { Change, CommitOutcome } from './change.ts';
import { createDatabaseAccess } from './database-access.ts';
import type { DatabaseBindings } from './database-access.ts';
import { answer, createLocalWriter } from './writer.ts';
import type { Answer, TenantWriterStub } from './writer.ts';

/** One object a namespace: the only place from which its database is changed. */
export class TenantWriter extends DurableObject<DatabaseBindings> implements TenantWriterStub {
  #access = createDatabaseAccess(this.env);
  #writers = new Map<string, OutboxWriter>();

  commit(namespace: string, change: Change): Promise<Answer<CommitOutcome>> {
    return answer(() => this.#writerOf(namespace).commit(change));
  }

  leaseEvents(namespace: string, now: number): Promise<Answer<LeasedEvent[]>> {
    return answer(() => this.#writerOf(namespace).leaseEvents(now));
  }

  settleEvents(namespace: string, settled: readonly SettledEvent[]): Promise<Answer<null>> {
    return answer(async () => {
      await this.#writerOf(namespace).settleEvents(settled);
      return null;
    });
  }

  #writerOf(namespace: string): OutboxWriter {
    const known = this.#writers.get(namespace);
    if (known) return known;
    if (this.#writers.size > 0) throw new Error('a writer serves one namespace');
    const writer = createLocalWriter({ send: this.#access.sender(namespace) });
    this.#writers.set(namespace, writer);
    return writer;
  }
}
