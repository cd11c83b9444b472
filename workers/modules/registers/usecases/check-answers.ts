import { describeFormProblem } from '#plugins/sdk/forms/messages.ts';
import { validateFiling } from '#plugins/sdk/forms/validate.ts';
import type { Answers } from '#schema/contracts/submissions.ts';
import { citeEvidence, evidenceErrors, listEvidence } from '#workers/modules/evidence/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import type { Step } from '#workers/platform/database/change.ts';
import { platformErrors } from '#workers/platform/http/platform.errors.ts';
import type { RegisterDefinition } from '../registers.domain.ts';

/** Refuses answers that the form does not take, as far as they are in `fields`. */
export function assertAnswers(
  { form }: RegisterDefinition,
  input: { answers: Answers; fields: readonly string[] },
  context: Pick<TenantContext, 'locale'>,
): void {
  const known = new Set(form.fields.map(({ key }) => key));
  const wrong = validateFiling(form, input.answers).filter(({ path }) => {
    const field = path.split('/')[0] ?? '';
    return input.fields.includes(field) || !known.has(field);
  });
  if (wrong.length === 0) return;
  const errors = wrong.map((problem) => ({
    path: `answers/${problem.path}`,
    code: problem.code,
    message: describeFormProblem(problem, context.locale),
  }));
  throw platformErrors['platform.invalid_input']({ values: { count: errors.length }, errors });
}

/** The files that some answers name; they belong to the unit, or to who uploads them. */
export async function citeFiles(
  context: TenantContext,
  { form }: RegisterDefinition,
  input: { entryId: string; organizationId: string; answers: Answers; changed: readonly string[] },
): Promise<Step[]> {
  const steps: Step[] = [];
  for (const field of form.fields) {
    if (field.kind !== 'evidence' || !input.changed.includes(field.key)) continue;
    const value = input.answers[field.key];
    const ids = Array.isArray(value) ? value.filter((id) => typeof id === 'string') : [];
    const files = await listEvidence(context.db, ids);
    const own = files.filter(
      (file) =>
        file.organizationId === input.organizationId || file.uploadedBy === context.actor.personId,
    );
    if (own.length !== new Set(ids).size) throw evidenceErrors['evidence.not_found']();
    const place = { subjectKind: 'register-entry', subjectId: input.entryId, slot: field.key };
    steps.push(...citeEvidence(place, ids, context.clock.now()));
  }
  return steps;
}
