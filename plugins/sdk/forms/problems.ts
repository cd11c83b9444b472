import type { Text } from '#schema/contracts/campaign/text.ts';

export const formProblemCodes = [
  'forms.required',
  'forms.text',
  'forms.integer',
  'forms.decimal',
  'forms.places',
  'forms.range',
  'forms.date',
  'forms.month',
  'forms.choice',
  'forms.choices',
  'forms.choice-limit',
  'forms.reference',
  'forms.files',
  'forms.file-limit',
  'forms.too-short',
  'forms.too-long',
  'forms.table',
  'forms.row-id',
  'forms.rows-too-few',
  'forms.rows-too-many',
  'forms.unknown-field',
  'forms.not-asked',
  'forms.check',
] as const;
export type FormProblemCode = (typeof formProblemCodes)[number];

export type FormProblemParams = {
  label?: Text;
  /** The table and the place of the row on the screen, from 1, when the problem is in a cell. */
  table?: Text;
  row?: number;
  kind?: string;
  min?: string;
  max?: string;
  count?: number;
  value?: string;
  message?: Text;
};

/** What is wrong with an answer; the words come from `describeFormProblem`. */
export type FormProblem = { path: string; code: FormProblemCode; params: FormProblemParams };
