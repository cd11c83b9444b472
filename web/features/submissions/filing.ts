import { createEffect, createSignal, onCleanup } from 'solid-js';
import type { Deliverable } from '#schema/contracts/campaign/task.ts';
import type { SubmissionDetail } from '#schema/contracts/submissions.ts';
import { createEvidenceShelf } from '#web/features/evidence/shelf.ts';
import type { EvidenceShelf } from '#web/features/evidence/shelf.ts';
import { createFormModel } from '#web/features/forms/renderer/form-model.ts';
import type { Session } from '#web/features/identity/session.ts';
import { t } from '#web/shared/i18n.ts';
import type { Permissions } from '#web/shared/permissions.ts';
import type { FieldProblem } from '#web/shared/problem.ts';
import { createSubmissionDraft } from './draft.ts';
import type { SubmissionDraft } from './draft.ts';
import { createMaterials } from './materials.ts';
import { missingMaterials } from './obstacles.presenter.ts';
import type { Stage } from './obstacles.presenter.ts';
import { previousPeriod } from './occurrence.presenter.ts';
import { withoutSummed, withoutSums } from './roll-up.presenter.ts';
import { useRefresh } from './submissions.queries.ts';
import type { Viewer } from './task-row.presenter.ts';

const editable = new Set(['due', 'draft', 'returned']);
const beingSigned = new Set(['signing', 'signed']);

const createModel = (
  detail: () => SubmissionDetail,
  draft: SubmissionDraft,
  shelf: EvidenceShelf,
) => {
  const model = createFormModel({
    form: withoutSums(detail()),
    saved: () => withoutSummed(detail(), draft.answers()),
    restored: draft.restored,
    keep: draft.keep,
    isKept: draft.isKept,
    shelf,
    previous: () => {
      const { previous } = detail();
      return previous && { label: previousPeriod(previous), answers: previous.answers };
    },
    isMended: (path) => {
      const returned = detail().returned;
      const changed = draft.revisions()[path];
      return returned !== undefined && changed !== undefined && changed.at > returned.at;
    },
  });
  const askBeforeLeaving = (leaving: BeforeUnloadEvent) => {
    model.settle();
    if (shelf.isMoving() || (!draft.isDurable && draft.unsent() > 0)) leaving.preventDefault();
  };
  window.addEventListener('beforeunload', askBeforeLeaving);
  onCleanup(() => {
    window.removeEventListener('beforeunload', askBeforeLeaving);
    model.settle();
  });
  return model;
};

/** What this person may do with the filing as it stands. */
const createAccess = (detail: () => SubmissionDetail, permissions: Permissions) => {
  const summary = () => detail().summary;
  const subject = () => ({ organizationId: summary().organizationId });
  const viewer = (): Viewer => ({
    mayFill: permissions.can('submissions.fill', subject()),
    maySign: permissions.can('submissions.sign-off', subject()),
    mayFile: permissions.can('submissions.file', subject()),
  });
  const isEditing = () => viewer().mayFill && editable.has(summary().state);
  return {
    summary,
    viewer,
    isEditing,
    mayAttach: (item: Deliverable): boolean =>
      isEditing() ||
      (viewer().mayFill && item.kind === 'stamped-scan' && beingSigned.has(summary().state)),
  };
};

/** One filing on the screen: answers, files, and whether it is ready to go on. */
export const createFiling = (detail: () => SubmissionDetail, session: Session) => {
  const draft = createSubmissionDraft({ detail, outbound: session.outbound });
  const shelf = createEvidenceShelf(() => detail().evidence);
  const materials = createMaterials(detail);
  const refresh = useRefresh();
  const [errors, setErrors] = createSignal<readonly FieldProblem[]>([]);
  const [trouble, setTrouble] = createSignal<string>();

  const model = createModel(detail, draft, shelf);
  const access = createAccess(detail, session.permissions);

  // The first save makes 未填 into 填报中, here and in the list one comes back to.
  createEffect(() => {
    if (draft.savedAt() !== undefined && access.summary().state === 'due') void refresh();
  });
  onCleanup(() => void refresh());

  /** Everything that stands in the way, all at once; the server looks again. */
  const check = (stage: Stage): boolean => {
    model.settle();
    const wrong = access.summary().nil || stage === 'file' ? [] : model.showAll();
    setErrors([...wrong, ...missingMaterials(detail(), materials.filesOf, stage)]);
    return errors().length === 0;
  };
  /** True once the server has every change. */
  const sendAll = async (): Promise<boolean> => {
    setTrouble(undefined);
    await draft.flush();
    if (shelf.isMoving()) setTrouble(t('submissions.still-uploading'));
    else if (draft.unsent() > 0) setTrouble(t('submissions.still-unsent'));
    else if (draft.refused().length > 0) setTrouble(t('submissions.still-refused'));
    return trouble() === undefined;
  };
  const conflicts = () => draft.refused().flatMap(({ conflict }) => conflict ?? []);
  const settle = async (path: string, choice: 'mine' | 'theirs'): Promise<void> => {
    if (choice === 'theirs') model.giveUp(path);
    await draft.settle(path, choice);
    if (choice === 'theirs') await refresh();
  };
  return {
    ...access,
    detail,
    draft,
    shelf,
    materials,
    model,
    errors,
    setErrors,
    trouble,
    setTrouble,
    check,
    sendAll,
    conflicts,
    settle,
    refresh,
  };
};

export type Filing = ReturnType<typeof createFiling>;
