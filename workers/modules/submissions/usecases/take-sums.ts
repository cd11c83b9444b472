import { mergeFieldChanges } from '#plugins/sdk/forms/drafts.ts';
import { describeFormProblem } from '#plugins/sdk/forms/messages.ts';
import type { Figure, FrozenRollUp, TakeSums } from '#schema/contracts/roll-up.ts';
import type { Answers } from '#schema/contracts/submissions.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import { platformErrors } from '#workers/platform/http/platform.errors.ts';
import { findReplay } from '#workers/platform/http/replay.ts';
import { isEditable } from '../submissions.domain.ts';
import { submissionsErrors } from '../submissions.errors.ts';
import { commitMove, postOf } from './commit-submission.ts';
import type { Moved } from './commit-submission.ts';
import { loadSubmission } from './load-submission.ts';
import type { LoadedSubmission } from './load-submission.ts';
import { createNotEditableError } from './not-editable.ts';
import { rollUpOf } from './roll-up-of.ts';

/** 更新汇总数: figures become their sums as of now, but for those adjusted, each with its reason. */
export async function takeSums(request: {
  context: TenantContext;
  input: TakeSums & { id: string; requestKey?: RequestKey | undefined };
}): Promise<Moved> {
  const { context, input } = request;
  const loaded = await loadSubmission(context, input.id, 'submissions.fill');
  const replay = await findReplay<Moved>(context, input.requestKey);
  if (replay !== undefined) return replay;
  const { submission } = loaded;
  if (!isEditable(submission.state)) throw createNotEditableError(submission.state, context.locale);
  const now = await rollUpOf(context, loaded);
  const taken = figuresToPut(context, loaded, now, input);
  const { answers, applied, revisions } = putFigures(context, loaded, taken.figures);
  return commitMove(context, {
    submission,
    update: {
      answers,
      revisions,
      rollUpReasons: taken.reasons,
      nil: false,
      state: submission.state === 'due' ? 'draft' : submission.state,
    },
    action: 'submission.save',
    facts: { paths: applied, adjusted: Object.keys(taken.reasons) },
    requestKey: input.requestKey,
  });
}

type Taken = { figures: Record<string, Figure>; reasons: Record<string, string> };

function figuresToPut(
  context: TenantContext,
  { form }: LoadedSubmission,
  now: FrozenRollUp,
  { adjustments }: TakeSums,
): Taken {
  const isComputed = (key: string) =>
    form.fields.some((field) => field.key === key && field.kind === 'computed');
  const sums = now.figures.filter(({ field }) => !isComputed(field));
  const figures = Object.fromEntries(sums.map(({ field, sum }) => [field, sum] as const));
  const errors = adjustments.flatMap(({ field }, at) =>
    field in figures ? [] : [unknownFigure(at, context.locale)],
  );
  if (errors.length > 0) {
    const values = { count: errors.length };
    throw submissionsErrors['submissions.unknown_figure']({ values, errors });
  }
  const reasons: Record<string, string> = {};
  for (const { field, figure, reason } of adjustments) {
    if (figures[field] === figure) continue;
    figures[field] = figure;
    reasons[field] = reason;
  }
  return { figures, reasons };
}

function unknownFigure(at: number, locale: TenantContext['locale']) {
  const message = locale === 'en' ? 'This is none of the sums.' : '本表没有这个汇总项。';
  return { path: `/adjustments/${at}/field`, code: 'submissions.unknown-figure', message };
}

function putFigures(
  context: TenantContext,
  { submission, form }: LoadedSubmission,
  figures: Taken['figures'],
) {
  const before = Object.fromEntries(
    Object.entries(submission.revisions).map(([path, { revision }]) => [path, revision]),
  );
  const outcome = mergeFieldChanges(
    form,
    { answers: submission.answers, revisions: before },
    Object.entries(figures).map(([path, value]) => ({ path, value, basedOn: before[path] ?? 0 })),
  );
  if (outcome.refused.length > 0) {
    const errors = outcome.refused.map((problem) => ({
      path: problem.path,
      code: problem.code,
      message: describeFormProblem(problem, context.locale),
    }));
    throw platformErrors['platform.invalid_input']({ values: { count: errors.length }, errors });
  }
  const revisions = { ...submission.revisions };
  for (const path of outcome.applied) {
    const revision = outcome.state.revisions[path] ?? 1;
    revisions[path] = { revision, byPost: postOf(context.actor), at: context.clock.now() };
  }
  return { answers: outcome.state.answers as Answers, applied: outcome.applied, revisions };
}
