import type { TableField } from '#plugins/sdk/forms/answers.ts';
import { computeFields } from '#plugins/sdk/forms/compute.ts';
import { isNotAsked } from '#plugins/sdk/forms/shape.ts';
import { validateFiling } from '#plugins/sdk/forms/validate.ts';
import { visibleColumns, visibleFields } from '#plugins/sdk/forms/visibility.ts';
import type { Column, Field, Form } from '#schema/contracts/campaign/form.ts';
import { textIn } from '#schema/contracts/campaign/text.ts';
import type { Answers } from '#schema/contracts/submissions.ts';
import { posts, writeParagraph, writeShort } from './answer-texts.ts';
import { mendChecks } from './mended-checks.ts';
import type { Draft } from './mended-checks.ts';
import { createRandom } from './random.ts';
import type { Random } from './random.ts';

type Single = Exclude<Field, { kind: 'table' | 'computed' | 'section' }>;
type AnswerCell = string | boolean | number | string[];
export type AnswerInput = {
  readonly form: Form;
  readonly seed: string;
  /** The id by which a unit names itself or another. */
  readonly organizationId: string;
  /** Days of the answers lie in it. */
  readonly year: number;
};

const attempts = 12;
const looks = [1, 2];

/** Answers that the form accepts, of the size and tone that a real unit would give. */
export function makeAnswers(input: AnswerInput): Answers {
  const { form } = input;
  let last = '';
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const random = createRandom(`${input.seed} ${attempt}`);
    const answers: Draft = {};
    // What is mended may ask for more, hence a second look where the first was not enough.
    for (const _look of looks) {
      fillVisible(input, random, answers);
      mendChecks(form, answers, random);
      const problems = validateFiling(form, answers);
      if (problems.length === 0) return answers;
      last = problems.map(({ path, code }) => `${path} ${code}`).join(', ');
    }
  }
  throw new Error(`no answers fit the form ${form.key}: ${last}`);
}

/** Answers field by field in form order, since what is answered decides what is asked next. */
function fillVisible(input: AnswerInput, random: Random, answers: Draft): void {
  const { form } = input;
  for (const field of form.fields) {
    if (field.kind === 'section' || field.kind === 'computed' || isNotAsked(field)) continue;
    if (answers[field.key] !== undefined) continue;
    if (!isAsked(form, field, answers)) continue;
    const value =
      field.kind === 'table'
        ? makeRows(field, input, random, answers)
        : makeValue(field, input, random);
    if (value !== undefined) answers[field.key] = value;
  }
}

/** Most fields are always asked; only the others are worth working the form out for. */
function isAsked(form: Form, field: Field, answers: Draft): boolean {
  const isConditional =
    field.visible !== undefined ||
    form.fields.some((each) => each.kind === 'section' && each.visible !== undefined);
  return !isConditional || visibleFields(form, computeFields(form, answers)).has(field.key);
}

type AnswerRow = { id: string } & Record<string, AnswerCell>;

function makeRows(
  table: TableField,
  input: AnswerInput,
  random: Random,
  answers: Draft,
): AnswerRow[] {
  const least = Math.max(table.minRows ?? 0, table.required === true ? 1 : 0);
  const most = Math.min(table.maxRows ?? 4, Math.max(least, 3));
  const count = random.between(Math.max(least, Math.min(1, most)), most);
  return Array.from({ length: count }, (_, index) => {
    const row: AnswerRow = { id: `r${index + 1}` };
    for (const column of table.columns) {
      if (isNotAsked(column)) continue;
      if (!visibleColumns(table, row, answers).includes(column)) continue;
      const value = makeValue(column, input, random);
      if (value !== undefined) row[column.key] = value;
    }
    return row;
  });
}

const day = (year: number, random: Random): string =>
  `${year}-${two(random.between(3, 6))}-${two(random.between(1, 28))}`;
const two = (value: number): string => String(value).padStart(2, '0');

function makeValue(
  field: Single | Column,
  { organizationId, year }: AnswerInput,
  random: Random,
): AnswerCell | undefined {
  const label = textIn(field.label, 'zh-CN').value;
  switch (field.kind) {
    case 'text':
      return writeShort(random, label, field.minLength ?? 1, field.maxLength ?? 60);
    case 'long-text':
      return writeParagraph(random, field.minLength ?? 30, field.maxLength ?? 400);
    case 'integer':
      return makeInteger(field, label, random);
    case 'decimal':
      return String(clamp(random.between(60, 98), field));
    case 'money':
      return String(clamp(random.between(2, 60) * 1_000, field));
    case 'date':
      return day(year, random);
    case 'month':
      return day(year, random).slice(0, 7);
    case 'choice':
      return random.happens(800) ? field.options[0]?.key : random.pick(field.options).key;
    case 'multiple-choice': {
      const most = Math.min(field.limit ?? 3, field.options.length);
      return random
        .shuffle(field.options)
        .slice(0, random.between(1, most))
        .map(({ key }) => key);
    }
    case 'rating':
      return random.happens(700) ? field.steps[0]?.key : random.pick(field.steps).key;
    case 'organization':
      return organizationId;
    case 'post':
      return random.pick(posts);
    case 'evidence':
      return undefined;
  }
}

/** How large a count usually is, by what is counted. */
const sizes: readonly (readonly [RegExp, number, number])[] = [
  [/人次|人数/, 20, 400],
  [/人$/, 1, 30],
  [/次/, 1, 8],
  [/份/, 2, 60],
  [/天|日/, 1, 12],
];

function makeInteger(
  field: Extract<Column, { kind: 'integer' }>,
  label: string,
  random: Random,
): number {
  const unit = field.unit === undefined ? '' : textIn(field.unit, 'zh-CN').value;
  const size = sizes.find(([pattern]) => pattern.test(unit) || pattern.test(label));
  const [low, high] = size === undefined ? [0, 18] : [size[1], size[2]];
  return clamp(random.between(low, high), field);
}

function clamp(
  value: number,
  { min, max }: { min?: string | undefined; max?: string | undefined },
): number {
  const least = min === undefined ? value : Math.max(value, Math.ceil(Number(min)));
  return max === undefined ? least : Math.min(least, Math.floor(Number(max)));
}

/** The written fields of a form that these answers fill, in form order. */
export function writtenFields(
  form: Form,
  answers: Answers,
): (Field & { kind: 'long-text' | 'text' })[] {
  return form.fields.filter(
    (field): field is Field & { kind: 'long-text' | 'text' } =>
      (field.kind === 'long-text' || field.kind === 'text') && answers[field.key] !== undefined,
  );
}
