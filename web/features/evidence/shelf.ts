import { createSignal } from 'solid-js';
import type { Evidence } from '#schema/contracts/evidence.ts';
import { t } from '#web/shared/i18n.ts';
import type { FileItem } from '#web/ui/file-field.component.tsx';
import { failureWords, refusalOf, toFileItem } from './evidence-file.presenter.ts';
import { sendFile } from './upload.driver.ts';
import type { SendFile, Upload } from './upload.driver.ts';

type Moving = {
  readonly slot: string;
  readonly file: File;
  readonly item: FileItem;
  readonly onReceived: (id: string) => void;
};

const unknownFile = (id: string): FileItem => ({
  id,
  name: t('evidence.unnamed'),
  bytes: 0,
  state: 'done',
  href: `/api/evidence/${id}/content`,
});

/** Files on their way, and those that were refused, until they are tried again or given up. */
const createMoving = (send: SendFile, onArrived: (evidence: Evidence) => void) => {
  const [moving, setMoving] = createSignal<readonly Moving[]>([]);
  const uploads = new Map<string, Upload>();
  const show = (id: string, change: Partial<FileItem>) =>
    setMoving((before) =>
      before.map((each) =>
        each.item.id === id ? { ...each, item: { ...each.item, ...change } } : each,
      ),
    );
  const forget = (id: string) =>
    setMoving((before) => before.filter((each) => each.item.id !== id));
  const start = async ({ item, file, onReceived }: Moving): Promise<void> => {
    const refusal = refusalOf(file);
    if (refusal) return void show(item.id, { state: 'failed', error: refusal });
    show(item.id, { state: 'uploading', percent: 0, error: undefined });
    const upload = send(file, (percent) => show(item.id, { percent }));
    uploads.set(item.id, upload);
    try {
      const evidence = await upload.done;
      onArrived(evidence);
      forget(item.id);
      onReceived(evidence.id);
    } catch (error) {
      show(item.id, { state: 'failed', error: failureWords(error) });
    } finally {
      uploads.delete(item.id);
    }
  };
  return {
    moving,
    add: (entry: Moving) => {
      setMoving((before) => [...before, entry]);
      void start(entry);
    },
    retry: (id: string) => {
      const entry = moving().find((each) => each.item.id === id);
      if (entry) void start(entry);
    },
    drop: (id: string): boolean => {
      if (!moving().some((each) => each.item.id === id)) return false;
      uploads.get(id)?.cancel();
      forget(id);
      return true;
    },
  };
};

type Added = {
  readonly slot: string;
  readonly files: readonly File[];
  readonly onReceived: (id: string) => void;
};

/**
 * The files of one record: those the server knows, those just received, and those on their way.
 * `slot` is the field or the item of the list of materials under which a file lies.
 */
export const createEvidenceShelf = (
  known: () => readonly Evidence[],
  send: SendFile = sendFile,
) => {
  const [received, setReceived] = createSignal<readonly Evidence[]>([]);
  const { moving, ...moves } = createMoving(send, (evidence) =>
    setReceived((before) => [...before, evidence]),
  );
  let count = 0;
  const find = (id: string) =>
    known().find((each) => each.id === id) ?? received().find((each) => each.id === id);

  return {
    itemsOf: (slot: string, ids: readonly string[]): FileItem[] => [
      ...ids.map((id) => {
        const evidence = find(id);
        return evidence ? toFileItem(evidence) : unknownFile(id);
      }),
      ...moving().flatMap((each) => (each.slot === slot ? [each.item] : [])),
    ],
    nameOf: (id: string): string | undefined => find(id)?.name,
    add: ({ slot, files, onReceived }: Added): void => {
      for (const file of files) {
        count += 1;
        const id = `moving-${count}`;
        const { name, size: bytes } = file;
        const item: FileItem = { id, name, bytes, state: 'uploading', percent: 0 };
        moves.add({ slot, file, item, onReceived });
      }
    },
    retry: moves.retry,
    /** True where the file was only on its way (or refused) and is now forgotten. */
    drop: moves.drop,
    isMoving: (): boolean => moving().some(({ item }) => item.state === 'uploading'),
  };
};

export type EvidenceShelf = ReturnType<typeof createEvidenceShelf>;
