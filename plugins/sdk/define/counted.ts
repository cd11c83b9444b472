import type { Field } from '#schema/contracts/campaign/form.ts';
import type { Text } from '#schema/contracts/campaign/text.ts';
import { field } from './fields.ts';

type Counted = ReturnType<typeof field.integer>;
type Told = ReturnType<typeof field.longText>;

/** A number that nobody else holds yet: asked, never negative. `counted('found', '发现问题数', 'Found', problems)` */
export function counted(
  key: string,
  zh: string,
  en: string,
  unit: Text,
  rest: Partial<Counted> = {},
): Counted {
  return field.integer(key, { zh, en }, { required: true, min: '0', unit, ...rest });
}

/** A paragraph in the unit's own words. `told('measures', '整改措施', 'Measures', { maxLength: 600 })` */
export function told(key: string, zh: string, en: string, rest: Partial<Told> = {}): Told {
  return field.longText(key, { zh, en }, { maxLength: 1000, ...rest });
}

/** The heading of a part of the paper form. `part('training', '培训', 'Training')` */
export function part(key: string, zh: string, en: string): Field {
  return field.section(key, { zh, en });
}

export const items: Text = { zh: '件', en: 'cases' };
export const times: Text = { zh: '次', en: 'times' };
export const people: Text = { zh: '人', en: 'people' };
export const attendances: Text = { zh: '人次', en: 'attendances' };
export const problems: Text = { zh: '个', en: 'problems' };
export const things: Text = { zh: '项', en: 'items' };
