import type { FieldChange, FieldConflict } from '#schema/contracts/submissions.ts';

export type RefusedChange = {
  readonly change: FieldChange;
  /** In the reader's language, as the server said it. */
  readonly reason: string;
  readonly conflict?: FieldConflict | undefined;
};

export type OutboundRecord = {
  readonly key: string;
  readonly personId: string;
  readonly recordId: string;
  readonly url: string;
  readonly waiting: readonly FieldChange[];
  /** Sent, and not known to have arrived; goes again under the same key. */
  readonly sending?:
    | { readonly idempotencyKey: string; readonly changes: readonly FieldChange[] }
    | undefined;
  readonly refused: readonly RefusedChange[];
  readonly attempts: number;
  readonly nextAttemptAt: number;
};

export type ReasonOf = (
  change: FieldChange,
  index: number,
) => Omit<RefusedChange, 'change'> | undefined;

type Revisions = Readonly<Record<string, { readonly revision: number }>>;

const longestWait = 60_000;

export const outboundKey = (personId: string, recordId: string): string =>
  `${personId}:${recordId}`;

export const createOutboundRecord = (
  personId: string,
  recordId: string,
  url: string,
): OutboundRecord => ({
  key: outboundKey(personId, recordId),
  personId,
  recordId,
  url,
  waiting: [],
  refused: [],
  attempts: 0,
  nextAttemptAt: 0,
});

const without = (changes: readonly FieldChange[], path: string) =>
  changes.filter((change) => change.path !== path);

/** A later change of a field replaces the earlier one but keeps what that was based on. */
export const queueChange = (record: OutboundRecord, change: FieldChange): OutboundRecord => {
  const earlier = record.waiting.find((each) => each.path === change.path);
  const basedOn = earlier?.basedOn ?? change.basedOn;
  return {
    ...record,
    waiting: [...without(record.waiting, change.path), { ...change, basedOn }],
    refused: record.refused.filter((each) => each.change.path !== change.path),
  };
};

export const isIdle = (record: OutboundRecord): boolean =>
  record.sending === undefined && record.waiting.length === 0;

export const isEmpty = (record: OutboundRecord): boolean =>
  isIdle(record) && record.refused.length === 0;

export const isDue = (record: OutboundRecord, now: number): boolean =>
  !isIdle(record) && record.nextAttemptAt <= now;

export const countUnsent = (record: OutboundRecord): number =>
  record.waiting.length + (record.sending?.changes.length ?? 0);

export const startSending = (record: OutboundRecord, idempotencyKey: string): OutboundRecord =>
  record.sending
    ? record
    : { ...record, sending: { idempotencyKey, changes: record.waiting }, waiting: [] };

/** How often our own accepted changes moved a place: a cell moves its row, a row its cells. */
const ownSteps = (path: string, sent: readonly FieldChange[]): number =>
  sent.filter((change) => {
    if (change.path === path || change.path.startsWith(`${path}/`)) return true;
    const cells = change.value;
    return (
      path.startsWith(`${change.path}/`) &&
      typeof cells === 'object' &&
      path.slice(change.path.length + 1) in cells
    );
  }).length;

/** What was typed while the answer was on its way is now based on our own accepted changes. */
export const acknowledge = (record: OutboundRecord, revisions: Revisions): OutboundRecord => {
  const sent = record.sending?.changes ?? [];
  const waiting = record.waiting.map((change) => {
    const revision = revisions[change.path]?.revision;
    if (revision === undefined) return change;
    if (sent.some(({ path }) => path === change.path)) return { ...change, basedOn: revision };
    const steps = ownSteps(change.path, sent);
    return { ...change, basedOn: Math.min(revision, change.basedOn + steps) };
  });
  return { ...record, waiting, sending: undefined, attempts: 0, nextAttemptAt: 0 };
};

export const postpone = (
  record: OutboundRecord,
  now: number,
  askedWait?: number,
): OutboundRecord => {
  const wait = askedWait ?? Math.min(longestWait, 1000 * 2 ** record.attempts);
  return { ...record, attempts: record.attempts + 1, nextAttemptAt: now + wait };
};

/**
 * The refused fields are kept with their reason; their neighbours go again under a new key.
 * Where the server named no field, all that was sent is refused: it must not go round for ever.
 */
export const refuse = (
  record: OutboundRecord,
  reasonOf: ReasonOf,
  fallback: string,
): OutboundRecord => {
  const sent = record.sending?.changes ?? [];
  const namesFields = sent.some((change, index) => reasonOf(change, index) !== undefined);
  const refused: RefusedChange[] = [];
  const again: FieldChange[] = [];
  for (const [index, change] of sent.entries()) {
    const reason = namesFields ? reasonOf(change, index) : { reason: fallback };
    const newer = record.waiting.find((each) => each.path === change.path);
    if (reason) refused.push({ ...reason, change: newer ?? change });
    else if (!newer) again.push(change);
  }
  const paths = new Set(refused.map((each) => each.change.path));
  return {
    ...record,
    sending: undefined,
    waiting: [...again, ...record.waiting.filter((change) => !paths.has(change.path))],
    refused: [...record.refused.filter((each) => !paths.has(each.change.path)), ...refused],
    attempts: 0,
    nextAttemptAt: 0,
  };
};

/** A person decides: their own value goes again on top of the other's, or is given up. */
export const settleConflict = (
  record: OutboundRecord,
  path: string,
  choice: 'mine' | 'theirs',
): OutboundRecord => {
  const found = record.refused.find((each) => each.change.path === path);
  if (!found) return record;
  const refused = record.refused.filter((each) => each !== found);
  if (choice === 'theirs') return { ...record, refused };
  const basedOn = found.conflict?.theirRevision ?? found.change.basedOn;
  return { ...record, refused, waiting: [...record.waiting, { ...found.change, basedOn }] };
};

/** Where unsent work is kept between visits. */
export type OutboundStore = {
  /** False where the browser keeps nothing; the page must then say so. */
  readonly isDurable: boolean;
  load(personId: string): Promise<OutboundRecord[]>;
  /** Reads, changes and writes as one, so that two windows cannot lose each other's work. */
  update(
    key: string,
    change: (record: OutboundRecord | undefined) => OutboundRecord | undefined,
  ): Promise<OutboundRecord | undefined>;
  /** Removes everything that is kept of the person. */
  wipe(): Promise<void>;
};
