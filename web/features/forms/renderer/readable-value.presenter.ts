import { isMissing } from '#plugins/sdk/conditions/evaluate.ts';
import { unknownRating } from '#plugins/sdk/forms/shape.ts';
import type { Column, Field } from '#schema/contracts/campaign/form.ts';
import { formatDate } from '#web/shared/dates.ts';
import { localText, locale, t } from '#web/shared/i18n.ts';
import { formatMoney, formatShare } from '#web/shared/numbers.ts';

type Option = { readonly key: string; readonly label: Column['label'] };

const labelOf = (options: readonly Option[], key: string): string => {
  const option = options.find((each) => each.key === key);
  return option ? localText(option.label) : key;
};

const month = (value: string): string => {
  const [year = '', number = ''] = value.split('-');
  return t('forms.month-of', { year, month: Number(number) });
};

const isRatio = (value: unknown): value is { numerator: number; denominator: number } =>
  typeof value === 'object' && value !== null && 'numerator' in value && 'denominator' in value;

const computed = (value: unknown, unit: string): string =>
  isRatio(value)
    ? `${formatShare(value.numerator, value.denominator)}（${value.numerator}/${value.denominator}）`
    : `${String(value)}${unit}`;

const listOf = (values: readonly string[]): string => values.join(locale() === 'en' ? ', ' : '、');

const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** An answer in words, without its label: on paper, beside the field, in a conflict. */
export const readableValue = (
  field: Field | Column,
  value: unknown,
  nameOf: (evidenceId: string) => string | undefined = () => undefined,
): string => {
  if (isMissing(value)) return t('forms.empty');
  switch (field.kind) {
    case 'integer':
    case 'decimal':
      return `${String(value)}${field.unit ? ` ${localText(field.unit)}` : ''}`;
    case 'money':
      return t('forms.yuan', { amount: formatMoney(String(value)) });
    case 'date':
      return formatDate(String(value));
    case 'month':
      return month(String(value));
    case 'choice':
      return labelOf(field.options, String(value));
    case 'multiple-choice':
      return listOf(textsOf(value).map((key) => labelOf(field.options, key)));
    case 'rating':
      return value === unknownRating ? t('forms.not-known') : labelOf(field.steps, String(value));
    case 'evidence':
      return listOf(textsOf(value).map((id) => nameOf(id) ?? t('evidence.unnamed')));
    case 'table':
      return t('forms.row-count', { count: Array.isArray(value) ? value.length : 0 });
    case 'computed':
      return computed(value, field.unit ? ` ${localText(field.unit)}` : '');
    case 'text':
    case 'long-text':
    case 'organization':
    case 'post':
    case 'section':
      return String(value);
  }
};
