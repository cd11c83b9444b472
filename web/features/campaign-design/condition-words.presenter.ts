import type { Comparison, Condition } from '#schema/contracts/campaign/condition.ts';
import type { Column, Field } from '#schema/contracts/campaign/form.ts';
import { localText, t } from '#web/shared/i18n.ts';

export type Named = Pick<Field | Column, 'key' | 'label'> & (Field | Column);

export const optionsOf = (field: Field | Column | undefined) => {
  if (field?.kind === 'choice' || field?.kind === 'multiple-choice') return field.options;
  return field?.kind === 'rating' ? field.steps : [];
};

const labelOf = (fields: readonly Named[], key: string): string => {
  const field = fields.find((each) => each.key === key);
  return field ? localText(field.label) : t('editors.gone-field', { key });
};

const one = (field: Named | undefined, value: unknown): string => {
  const option = optionsOf(field).find(({ key }) => key === value);
  if (option) return localText(option.label);
  if (typeof value === 'boolean') return t(value ? 'editors.yes' : 'editors.no');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

const comparisonWords = (comparison: Comparison, fields: readonly Named[]): string => {
  const { op, than, value } = comparison;
  const field = fields.find(({ key }) => key === comparison.field);
  const wanted =
    than === undefined
      ? [value]
          .flat()
          .map((each) => one(field, each))
          .join(t('editors.or-mark'))
      : `“${labelOf(fields, than)}”`;
  return t(`editors.says-${op}`, { field: labelOf(fields, comparison.field), value: wanted });
};

const isSimple = (condition: Condition): boolean =>
  !('all' in condition) && !('any' in condition) && !('not' in condition);

/** “是否开展”为“是”，并且“人数”不少于10. */
export const conditionWords = (condition: Condition, fields: readonly Named[]): string => {
  const part = (each: Condition): string => {
    const words = conditionWords(each, fields);
    return isSimple(each) ? words : t('editors.in-brackets', { words });
  };
  if ('all' in condition) {
    return condition.all.length === 0
      ? t('editors.always')
      : condition.all.map(part).join(t('editors.and-mark'));
  }
  if ('any' in condition) {
    return condition.any.length === 0
      ? t('editors.never')
      : condition.any.map(part).join(t('editors.or-else-mark'));
  }
  if ('not' in condition) return t('editors.not-so', { words: part(condition.not) });
  return comparisonWords(condition, fields);
};

/** A condition as rows that a person edits; nothing where it is nested deeper than that. */
export type PlainCondition = {
  readonly join: 'all' | 'any';
  readonly rows: readonly Comparison[];
};

const comparisonsIn = (list: readonly Condition[]): Comparison[] | undefined => {
  const rows = list.filter((each): each is Comparison => isSimple(each));
  return rows.length === list.length ? rows : undefined;
};

export const plainCondition = (condition: Condition | undefined): PlainCondition | undefined => {
  if (condition === undefined) return { join: 'all', rows: [] };
  if ('all' in condition || 'any' in condition) {
    const join = 'all' in condition ? 'all' : 'any';
    const rows = comparisonsIn('all' in condition ? condition.all : condition.any);
    return rows && { join, rows };
  }
  return 'not' in condition ? undefined : { join: 'all', rows: [condition] };
};

/** No rows say nothing, one row stands for itself. */
export const fromPlain = ({ join, rows }: PlainCondition): Condition | undefined => {
  const [first] = rows;
  if (first === undefined) return undefined;
  if (rows.length === 1) return first;
  return join === 'all' ? { all: [...rows] } : { any: [...rows] };
};
