import type { Writer } from '../database/change.ts';

/** An event taken for dispatch: nobody else gets it until its lease ends. */
export type LeasedEvent = {
  readonly id: string;
  readonly type: string;
  readonly subjectId: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly auditSeq: number;
  readonly occurredAt: number;
  /** How often it was tried, this time included. */
  readonly attempts: number;
};

/** What became of a leased event; `later` waits until `dueAt`, `dead` waits for a person. */
export type SettledEvent = { readonly id: string } & (
  | { readonly state: 'done' }
  | { readonly state: 'later'; readonly dueAt: number; readonly error: string }
  | { readonly state: 'dead'; readonly at: number; readonly error: string }
);

/** A writer that also leads the outbox, whose bookkeeping is no business fact and not audited. */
export interface OutboxWriter extends Writer {
  leaseEvents(now: number): Promise<LeasedEvent[]>;
  settleEvents(settled: readonly SettledEvent[]): Promise<void>;
}
