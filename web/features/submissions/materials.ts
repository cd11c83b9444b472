import { createSignal } from 'solid-js';
import type { SubmissionDetail } from '#schema/contracts/submissions.ts';
import { t } from '#web/shared/i18n.ts';
import { announce } from '#web/ui/toast.component.tsx';
import { createAttachment, useRefresh } from './submissions.queries.ts';

/** 材料清单: what lies under each item, changed one after the other so that no upload undoes another. */
export const createMaterials = (detail: () => SubmissionDetail) => {
  const id = () => detail().summary.id;
  const attach = createAttachment(id);
  const refresh = useRefresh();
  const [changed, setChanged] = createSignal<Readonly<Record<string, readonly string[]>>>({});
  let queue: Promise<unknown> = Promise.resolve();

  const filesOf = (key: string): readonly string[] =>
    changed()[key] ?? detail().deliverableEvidence[key] ?? [];
  const forget = (key: string) => setChanged(({ [key]: _settled, ...others }) => others);
  const send = async (key: string, evidenceIds: readonly string[]): Promise<void> => {
    const answer = await attach.attempt({ key, evidenceIds });
    if (!answer) announce(attach.problem()?.title ?? t('evidence.broken'), 'error');
    await refresh();
    if (!answer || filesOf(key) === evidenceIds) forget(key);
  };
  return {
    filesOf,
    put: (key: string, evidenceIds: readonly string[]): Promise<unknown> => {
      setChanged((before) => ({ ...before, [key]: evidenceIds }));
      const earlier = queue;
      queue = (async () => {
        await earlier;
        await send(key, evidenceIds);
      })();
      return queue;
    },
  };
};

export type Materials = ReturnType<typeof createMaterials>;
