import type { Draft } from '#schema/contracts/campaigns.ts';
import type { DraftPreview, PreviewTask } from '#schema/contracts/draft-preview.ts';
import type { SubmissionDetail } from '#schema/contracts/submissions.ts';
import { headOf, partsOf } from '#web/features/campaigns/draft-parts.ts';
import { localText } from '#web/shared/i18n.ts';

export const previewRoles = ['clerk', 'head'] as const;
export type PreviewRole = (typeof previewRoles)[number];

const taskOf = (draft: Draft, key: string) =>
  partsOf(draft, 'task').find((part) => part.key === key)?.body;

/** The groups of 我的任务 as that post has them. */
export const tasksFor = (
  draft: Draft,
  preview: DraftPreview,
  role: PreviewRole,
): Pick<DraftPreview, 'now' | 'month' | 'later'> => {
  const isMine = ({ taskKey }: PreviewTask) =>
    role === 'clerk' || taskOf(draft, taskKey)?.signOff.includes(role) === true;
  return {
    now: preview.now.filter(isMine),
    month: preview.month.filter(isMine),
    later: preview.later.filter(isMine),
  };
};

/** The page of one filing before anybody has written on it; nothing where the draft lacks its form. */
export const detailOf = (draft: Draft, row: PreviewTask): SubmissionDetail | undefined => {
  const task = taskOf(draft, row.taskKey);
  const form = partsOf(draft, 'form').find(({ key }) => key === task?.form)?.body;
  const clause = partsOf(draft, 'clause').find(({ key }) => key === task?.clause)?.body;
  const document = headOf(draft)?.body.document;
  if (!task || !form || !document) return undefined;
  const isProposed = 'proposed' in task.source;
  return {
    summary: row,
    document: {
      title: document.title,
      ...(document.number === undefined ? {} : { number: document.number }),
      clauseNumber: clause?.number ?? '',
      clauseWords: clause?.words ?? '',
      issuer: document.issuer,
      disclosure: document.disclosure,
      ...(document.lineage === undefined ? {} : { lineage: document.lineage }),
    },
    source: {
      proposed: isProposed,
      text: 'proposed' in task.source ? localText(task.source.reason) : '',
    },
    form,
    deliverables: task.deliverables ?? [],
    deliverableEvidence: {},
    nilReturn: task.nilReturn === true,
    ...(task.guidance === undefined ? {} : { guidance: task.guidance }),
    signOff: task.signOff,
    answers: {},
    revisions: {},
    prefilled: {},
    evidence: [],
  };
};
