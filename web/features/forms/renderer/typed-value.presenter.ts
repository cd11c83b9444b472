import type { Column } from '#schema/contracts/campaign/form.ts';
import { parseDay, toHalfWidth } from '#web/shared/dates.ts';
import { normaliseNumber } from '#web/shared/numbers.ts';

/** A figure as the wire wants it; what is no figure stays as written, so that it can be mended. */
export const typedInteger = (written: string): number | string => {
  const text = normaliseNumber(written);
  const value = /^[-+]?\d+$/.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(value) ? value : text;
};

/** 05 → 5, .5 → 0.5, 3. → 3; never through a float. */
export const typedDecimal = (written: string): string => {
  const text = normaliseNumber(written);
  const match = /^([-+]?)(\d*)(?:\.(\d*))?$/.exec(text);
  if (!match || !(match[2] || match[3])) return text;
  const whole = (match[2] ?? '').replace(/^0+(?=\d)/, '') || '0';
  return `${match[1] === '-' ? '-' : ''}${whole}${match[3] ? `.${match[3]}` : ''}`;
};

export const typedMonth = (written: string): string => {
  const text = toHalfWidth(written).replace(/\s/g, '');
  const match = /^(\d{4})(?:-|\/|\.|年)(\d{1,2})月?$/.exec(text) ?? /^(\d{4})(\d{2})$/.exec(text);
  return match ? `${match[1]}-${(match[2] ?? '').padStart(2, '0')}` : text;
};

type Option = { readonly key: string; readonly label: Column['label'] };

const optionKey = (options: readonly Option[], written: string): string | undefined => {
  const labels = ({ label }: Option) =>
    typeof label === 'string' ? [label] : [label.zh, ...(label.en ? [label.en] : [])];
  return options.find((each) => each.key === written || labels(each).includes(written))?.key;
};

/** A cell of a pasted table as the column's value; nothing where it cannot be one. */
export const pastedValue = (column: Column, written: string): unknown => {
  const text = written.trim();
  if (text === '') return undefined;
  switch (column.kind) {
    case 'integer': {
      const value = typedInteger(text);
      return typeof value === 'number' ? value : undefined;
    }
    case 'decimal':
    case 'money': {
      const value = typedDecimal(text.replace(/[%％元]$/, ''));
      return /^-?\d+(\.\d+)?$/.test(value) ? value : undefined;
    }
    case 'date':
      return parseDay(text);
    case 'month': {
      const value = typedMonth(text);
      return /^\d{4}-(0[1-9]|1[0-2])$/.test(value) ? value : undefined;
    }
    case 'choice':
      return optionKey(column.options, text);
    case 'rating':
      return optionKey(column.steps, text);
    case 'multiple-choice': {
      const keys = text
        .split(/[、,，;；/\n]/)
        .map((each) => optionKey(column.options, each.trim()));
      return keys.every((key) => key !== undefined) ? [...new Set(keys)] : undefined;
    }
    case 'text':
    case 'long-text':
    case 'organization':
    case 'post':
      return text;
  }
};
