import { createMemo, createSignal } from 'solid-js';
import { isMissing } from '#plugins/sdk/conditions/evaluate.ts';
import type { Answers } from '#plugins/sdk/forms/answers.ts';
import type { FieldChange, SubmissionDetail } from '#schema/contracts/submissions.ts';
import type { Change } from '#web/features/forms/renderer/form-model.ts';
import type { Outbound } from '#web/shared/drafts/outbound.ts';
import type { OutboundRecord } from '#web/shared/drafts/queue.ts';
import { draftUrl } from './submissions.queries.ts';

const waitingIn = (record: OutboundRecord | undefined): readonly FieldChange[] =>
  record ? [...(record.sending?.changes ?? []), ...record.waiting] : [];

const changesIn = (record: OutboundRecord | undefined): readonly FieldChange[] => [
  ...(record?.refused ?? []).map(({ change }) => change),
  ...waitingIn(record),
];

const sendingRounds = 4;

/** Well-formed by the form's own rules before it comes here. */
const wireValue = (value: unknown) =>
  isMissing(value) ? {} : { value: value as FieldChange['value'] };

/** One filing's answers between this browser and the server. */
export const createSubmissionDraft = (options: {
  detail: () => SubmissionDetail;
  outbound: Outbound;
}) => {
  const { outbound } = options;
  const id = () => options.detail().summary.id;
  const [storing, setStoring] = createSignal<readonly string[]>([]);
  const record = () => outbound.recordOf(id());
  const newest = createMemo(() => {
    const detail = options.detail();
    const saved = outbound.savedOf(id());
    return saved && saved.version > detail.summary.version ? saved : detail;
  });
  const store = async ({ path, value }: Change): Promise<void> => {
    const basedOn = newest().revisions[path]?.revision ?? 0;
    setStoring((before) => [...before, path]);
    try {
      await outbound.put(id(), draftUrl(id()), { path, ...wireValue(value), basedOn });
    } finally {
      setStoring((before) => before.filter((_, index) => index !== before.indexOf(path)));
    }
  };
  let stored: Promise<unknown> = Promise.resolve();
  const unsent = () => waitingIn(record()).length + storing().length;
  /** Sends until nothing waits, or until the server is away or refuses. */
  const flush = async (): Promise<void> => {
    await stored;
    for (let round = 0; round < sendingRounds && unsent() > 0; round += 1) {
      await outbound.flush(id());
      if ((record()?.attempts ?? 0) > 0) return;
    }
  };
  return {
    id,
    record,
    answers: (): Answers => newest().answers,
    revisions: () => newest().revisions,
    restored: changesIn(record()),
    keep: (change: Change): void => {
      stored = Promise.allSettled([stored, store(change)]);
    },
    isKept: (path: string): boolean =>
      storing().includes(path) || changesIn(record()).some((change) => change.path === path),
    unsent,
    /** The server did not answer the last attempt. */
    isWaiting: () => (record()?.attempts ?? 0) > 0,
    refused: () => record()?.refused ?? [],
    savedAt: (): number | undefined => outbound.savedOf(id())?.savedAt,
    flush,
    settle: (path: string, choice: 'mine' | 'theirs') => outbound.settle(id(), path, choice),
    isDurable: outbound.isDurable,
  };
};

export type SubmissionDraft = ReturnType<typeof createSubmissionDraft>;
