import { createMemo, createSignal } from 'solid-js';
import type { SnapshotDetail, SnapshotPreview } from '#schema/contracts/snapshots.ts';
import type { Permission } from '#web/shared/permissions.ts';
import { createPreparing } from './preparing.ts';

export type MayDo = (permission: Permission) => boolean;

export type DeskInput = {
  /** What would leave now; always there. */
  readonly preview: SnapshotPreview;
  /** What was prepared; absent until it was. */
  readonly snapshot: SnapshotDetail | undefined;
  /** An earlier one is looked at, and nothing is done to it. */
  readonly isEarlier: boolean;
  readonly may: MayDo;
  readonly onChanged: () => void;
};

/** What lies on the desk: the preview, the prepared data, or a correction that is being drawn up. */
export const createSnapshotDesk = (input: DeskInput) => {
  const [isCorrecting, setCorrecting] = createSignal(false);
  const [reason, setReason] = createSignal('');
  const preparing = createPreparing(() => {
    setCorrecting(false);
    input.onChanged();
  });
  const prepared = () => (isCorrecting() ? undefined : input.snapshot);
  const state = () => prepared()?.state;
  const shown = createMemo(() => prepared() ?? input.preview);
  const prepare = () => {
    const { content, lines } = shown();
    return preparing.prepare({
      period: content.period,
      lines,
      corrects: isCorrecting() ? input.snapshot?.id : content.corrects,
      correctionReason: isCorrecting() ? reason().trim() : content.correctionReason,
    });
  };
  return {
    isCorrecting,
    reason,
    setReason,
    preparing,
    prepared,
    state,
    shown,
    prepare,
    canChange: () =>
      input.may('snapshots.prepare') &&
      !input.isEarlier &&
      input.preview.isOver &&
      (state() === undefined || state() === 'draft'),
    /** Something can be done here, or somebody else's turn is to be said. */
    hasBar: () =>
      !input.isEarlier &&
      (state() === 'signing' ||
        (input.may('snapshots.prepare') &&
          state() !== 'sent' &&
          (state() !== undefined || input.preview.isOver))),
    hasLeft: () => state() === 'sent' || state() === 'received',
    errorOf: (path: string) => preparing.command.problem()?.errorOf(path),
    startCorrecting: () => {
      setReason('');
      setCorrecting(true);
    },
    stopCorrecting: () => {
      setCorrecting(false);
      preparing.forget();
    },
  };
};

export type SnapshotDesk = ReturnType<typeof createSnapshotDesk>;
