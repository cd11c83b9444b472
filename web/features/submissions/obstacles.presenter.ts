import type { SubmissionDetail } from '#schema/contracts/submissions.ts';
import { localText, t } from '#web/shared/i18n.ts';
import type { FieldProblem } from '#web/shared/problem.ts';

export type Stage = 'sign-off' | 'file';

/** The items of the list of materials that are still missing, as the server would name them. */
export const missingMaterials = (
  detail: Pick<SubmissionDetail, 'deliverables' | 'deliverableEvidence' | 'summary'>,
  filesOf: (key: string) => readonly string[],
  stage: Stage,
): readonly FieldProblem[] =>
  detail.deliverables
    .filter((item) => {
      if (!item.required || item.kind === 'paper') return false;
      if (item.kind === 'attachment' && detail.summary.nil) return false;
      if (item.kind === 'stamped-scan' && stage === 'sign-off') return false;
      return filesOf(item.key).length === 0;
    })
    .map((item) => ({
      path: `deliverables/${item.key}`,
      code: 'submissions.deliverable-missing',
      message: t('submissions.material-missing', { title: localText(item.title) }),
    }));
