import { createEffect, createSignal, onCleanup, untrack } from 'solid-js';
import type { Answers as FormAnswers } from '#plugins/sdk/forms/answers.ts';
import { applyChanges } from '#plugins/sdk/forms/drafts.ts';
import type { ReplyDetail, ReplySaved } from '#schema/contracts/request-replies.ts';
import { createEvidenceShelf } from '#web/features/evidence/shelf.ts';
import { createFormModel } from '#web/features/forms/renderer/form-model.ts';
import { api } from '#web/shared/client.ts';
import { t } from '#web/shared/i18n.ts';
import type { FieldProblem } from '#web/shared/problem.ts';
import { createAutosave } from './autosave.ts';
import { readReply, replyPath, seen } from './requests.queries.ts';

/** Answers come back under the path they were sent at. */
export const withoutRoot = (errors: readonly FieldProblem[]): FieldProblem[] =>
  errors.map((error) => ({ ...error, path: error.path.replace(/^answers\//, '') }));

const createSaving = (detail: () => ReplyDetail) => {
  const { id, answers, version } = untrack(detail);
  return createAutosave<FormAnswers>({
    initial: { value: answers, version },
    send: async (value, from) => {
      const saved = await api.send<ReplySaved>({
        method: 'PUT',
        path: `${replyPath(id)}/draft`,
        ifMatch: seen(from),
        body: { answers: value },
      });
      return saved.data.version;
    },
    read: async () => {
      const now = await readReply(id);
      return { value: now.answers, version: now.version };
    },
  });
};

/** One reply being filled in: its answers kept as they are typed, and whether it is ready to go. */
export const createReplyDesk = (detail: () => ReplyDetail) => {
  const saving = createSaving(detail);
  const shelf = createEvidenceShelf(() => detail().evidence);
  const [errors, setErrors] = createSignal<readonly FieldProblem[]>([]);
  const [trouble, setTrouble] = createSignal<string>();
  const model = createFormModel({
    form: untrack(() => detail().form),
    saved: saving.value,
    restored: [],
    keep: (change) => {
      const answers = saving.value();
      saving.put(applyChanges({ answers, revisions: {} }, [change]).answers);
    },
    isKept: () => false,
    shelf,
  });
  createEffect(() => {
    const { answers: value, version } = detail();
    untrack(() => saving.adopt({ value, version }));
  });
  const settleBeforeLeaving = () => model.settle();
  window.addEventListener('beforeunload', settleBeforeLeaving);
  onCleanup(() => {
    window.removeEventListener('beforeunload', settleBeforeLeaving);
    model.settle();
  });
  /** Everything that is missing, all at once; the server looks again. */
  const check = (): boolean => {
    model.settle();
    setErrors(model.showAll());
    return errors().length === 0;
  };
  /** True once the server has every answer and file. */
  const sendAll = async (): Promise<boolean> => {
    model.settle();
    setTrouble(undefined);
    const isSent = await saving.flush();
    if (shelf.isMoving()) setTrouble(t('submissions.still-uploading'));
    else if (!isSent) setTrouble(saving.problem()?.title ?? t('submissions.still-unsent'));
    return trouble() === undefined;
  };
  return { detail, saving, shelf, model, errors, setErrors, trouble, check, sendAll };
};

export type ReplyDesk = ReturnType<typeof createReplyDesk>;
