import type { Condition } from '#schema/contracts/campaign/condition.ts';
import type { Form, FormCheck } from '#schema/contracts/campaign/form.ts';
import { evaluateCondition, isMissing } from '../conditions/evaluate.ts';
import { fieldOf, formatPath, rowsOf, type Answers } from './answers.ts';
import type { FormProblem } from './problems.ts';

/** The fields whose values a condition weighs; those only asked to be there or not are left out. */
function weighed(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(weighed);
  if ('any' in condition) return condition.any.flatMap(weighed);
  if ('not' in condition) return weighed(condition.not);
  if (condition.op === 'present' || condition.op === 'absent') return [];
  return condition.than === undefined ? [condition.field] : [condition.field, condition.than];
}

function isBroken(check: FormCheck, record: Answers): boolean {
  if (check.when && !evaluateCondition(check.when, record)) return false;
  if (weighed(check.assert).some((key) => isMissing(record[key]))) return check.missing === 'fail';
  return !evaluateCondition(check.assert, record);
}

/** A check placed at a column is made in every row of its table; a row sees the form's fields too. */
function problemsOf(
  check: FormCheck,
  form: Form,
  answers: Answers,
  visible: Set<string>,
): FormProblem[] {
  const problem = (path: string): FormProblem => ({
    path,
    code: 'forms.check',
    params: { message: check.message },
  });
  if (fieldOf(form, check.at)) {
    if (!visible.has(check.at)) return [];
    return isBroken(check, answers) ? [problem(check.at)] : [];
  }
  const table = form.fields.find(
    (field) => field.kind === 'table' && field.columns.some(({ key }) => key === check.at),
  );
  if (!table) return [];
  return rowsOf(answers, table.key)
    .filter((row) => isBroken(check, { ...answers, ...row }))
    .map((row) => problem(formatPath({ field: table.key, row: row.id, column: check.at })));
}

/** The checks across fields that a filing breaks. */
export function checkProblems(form: Form, answers: Answers, visible: Set<string>): FormProblem[] {
  return (form.checks ?? []).flatMap((check) => problemsOf(check, form, answers, visible));
}
