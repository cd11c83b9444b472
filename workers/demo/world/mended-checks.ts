import { fieldOf, rowsOf } from '#plugins/sdk/forms/answers.ts';
import { computeFields } from '#plugins/sdk/forms/compute.ts';
import { validateFiling } from '#plugins/sdk/forms/validate.ts';
import type { Comparison, Condition } from '#schema/contracts/campaign/condition.ts';
import type { Form, FormCheck } from '#schema/contracts/campaign/form.ts';
import type { Answers } from '#schema/contracts/submissions.ts';
import type { Random } from './random.ts';

export type Draft = Record<string, Answers[string]>;
type Values = Record<string, unknown>;

/** Parts that offices declare whole: nearly everything due was done. */
const declaredWhole = /investigat|repl|rectif|handled|closed|aware|done|paid|sent|covered|signed/;

/** Changes numbers and choices until the checks across fields hold, as somebody filling in would. */
export function mendChecks(form: Form, answers: Draft, random: Random): void {
  for (const check of form.checks ?? []) {
    const table = form.fields.find(
      (field) => field.kind === 'table' && field.columns.some(({ key }) => key === check.at),
    );
    if (table === undefined) mend(form, check, answers, random);
    else for (const row of rowsOf(answers, table.key)) mend(form, check, row as Values, random);
  }
}

function mend(form: Form, check: FormCheck, record: Values, random: Random): void {
  if ('field' in check.assert && check.assert.op === 'le' && check.assert.than !== undefined) {
    const all = computeFields(form, record)[check.assert.than];
    relate(check.assert.field, Number(all), record, random);
    return;
  }
  const alone = { ...form, checks: [check] };
  const isBroken = validateFiling(alone, record as Draft).some(
    ({ code }) => code === 'forms.check',
  );
  if (isBroken) satisfy(form, check.assert, record);
}

/** A part of a whole: all of it or nearly so where offices say so, otherwise some of it. */
function relate(part: string, all: number, record: Values, random: Random): void {
  const some = Number(record[part]);
  if (Number.isNaN(some) || Number.isNaN(all)) return;
  const value = declaredWhole.test(part)
    ? Math.max(0, all - (random.happens(150) ? random.between(1, 2) : 0))
    : Math.min(some, Math.floor((all * random.between(2, 6)) / 10));
  record[part] = typeof record[part] === 'string' ? String(value) : value;
}

/** Makes a condition hold by changing what it looks at; whether it does is tested afterwards. */
function satisfy(form: Form, condition: Condition, record: Values): void {
  if ('all' in condition) for (const each of condition.all) satisfy(form, each, record);
  else if ('any' in condition) {
    const [first] = condition.any;
    if (first) satisfy(form, first, record);
  } else if (!('not' in condition)) {
    const field = fieldOf(form, condition.field);
    if (field?.kind === 'computed') spread(field.compute.of, Number(condition.value), record);
    else satisfyComparison(condition, record);
  }
}

/** Numbers that are to add up: the first ones stay as small as they fit, the last takes the rest. */
function spread(parts: readonly string[], total: number, record: Values): void {
  let rest = total;
  parts.forEach((part, index) => {
    const isLast = index === parts.length - 1;
    const value = isLast ? rest : Math.min(Number(record[part] ?? 0), rest);
    record[part] = value;
    rest -= value;
  });
}

function satisfyComparison({ field, op, value, than }: Comparison, record: Values): void {
  const wanted = than === undefined ? value : record[than];
  const shift = op === 'gt' ? 1 : op === 'lt' ? -1 : 0;
  switch (op) {
    case 'absent':
      delete record[field];
      return;
    case 'present':
    case 'ne':
      return;
    case 'in':
      record[field] = Array.isArray(value) ? value[0] : value;
      return;
    case 'eq':
    case 'le':
    case 'ge':
    case 'lt':
    case 'gt':
      record[field] = typeof wanted === 'number' ? wanted + shift : wanted;
  }
}
