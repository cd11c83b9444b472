import type { Column, Field, FieldKind, Form, FormCheck } from '#schema/contracts/campaign/form.ts';
import type { Text } from '#schema/contracts/campaign/text.ts';

type Choices = Record<string, Text>;
type Option = { key: string; label: Text };
type ColumnKind = Column['kind'];
type Rest<K extends FieldKind> = Omit<Extract<Field, { kind: K }>, 'kind' | 'key' | 'label'>;
type ColumnRest<K extends ColumnKind> = Omit<
  Extract<Column, { kind: K }>,
  'kind' | 'key' | 'label'
>;

/** Options in the order written: `options({ self: '自查', visit: '督查' })`. */
export function options(choices: Choices): Option[] {
  return Object.entries(choices).map(([key, label]) => ({ key, label }));
}

function scalar<K extends ColumnKind>(kind: K) {
  return (key: string, label: Text, rest?: ColumnRest<K>) =>
    ({ kind, key, label, ...rest }) as Extract<Column, { kind: K }>;
}

type Chosen<K extends 'choice' | 'multiple-choice'> = Omit<ColumnRest<K>, 'options'>;

/**
 * Fields in the order of the paper form; scalar ones are columns of a table too.
 * `field.integer('people', '培训人次', { required: true, min: '0' })`
 */
export const field = {
  text: scalar('text'),
  longText: scalar('long-text'),
  integer: scalar('integer'),
  decimal: scalar('decimal'),
  money: scalar('money'),
  date: scalar('date'),
  month: scalar('month'),
  organization: scalar('organization'),
  post: scalar('post'),
  choice: (
    key: string,
    label: Text,
    choices: Choices,
    rest?: Chosen<'choice'>,
  ): Extract<Column, { kind: 'choice' }> => ({
    kind: 'choice',
    key,
    label,
    options: options(choices),
    ...rest,
  }),
  multipleChoice: (
    key: string,
    label: Text,
    choices: Choices,
    rest?: Chosen<'multiple-choice'>,
  ): Extract<Column, { kind: 'multiple-choice' }> => ({
    kind: 'multiple-choice',
    key,
    label,
    options: options(choices),
    ...rest,
  }),
  rating: (
    key: string,
    label: Text,
    steps: Choices,
    rest?: Omit<ColumnRest<'rating'>, 'steps'>,
  ): Extract<Column, { kind: 'rating' }> => ({
    kind: 'rating',
    key,
    label,
    steps: options(steps),
    ...rest,
  }),
  yesNo: (
    key: string,
    label: Text,
    rest?: Chosen<'choice'>,
  ): Extract<Column, { kind: 'choice' }> => ({
    kind: 'choice',
    key,
    label,
    options: options({ yes: { zh: '是', en: 'Yes' }, no: { zh: '否', en: 'No' } }),
    ...rest,
  }),
  evidence: (key: string, label: Text, rest: Rest<'evidence'>): Field => ({
    kind: 'evidence',
    key,
    label,
    ...rest,
  }),
  table: (
    key: string,
    label: Text,
    columns: Column[],
    rest?: Omit<Rest<'table'>, 'columns'>,
  ): Field => ({
    kind: 'table',
    key,
    label,
    columns,
    ...rest,
  }),
  section: (key: string, label: Text, rest?: Rest<'section'>): Field => ({
    kind: 'section',
    key,
    label,
    ...rest,
  }),
  computed: (key: string, label: Text, rest: Rest<'computed'>): Field => ({
    kind: 'computed',
    key,
    label,
    ...rest,
  }),
};

/** A form: `form('self-check-report', { title: '自查情况报告', fields: […], checks: […] })`. */
export function form(key: string, rest: Omit<Form, 'key'>): Form {
  return { key, ...rest };
}

/** A check across fields; what a missing value means is said. */
export function check(key: string, rest: Omit<FormCheck, 'key'>): FormCheck {
  return { key, ...rest };
}
