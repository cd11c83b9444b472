import { localText, t } from '#web/shared/i18n.ts';
import type { LocalText } from '#web/shared/i18n.ts';
import { valueIn } from './body-merge.ts';
import type { BodyPath } from './body-merge.ts';

const isText = (value: unknown): value is LocalText =>
  typeof value === 'string' ||
  (typeof value === 'object' && value !== null && 'zh' in value && typeof value.zh === 'string');

/** What an item of a part goes by. */
const nameOf = (value: unknown): string | undefined => {
  if (typeof value !== 'object' || value === null) return undefined;
  const { title, label, message } = value as Readonly<Record<string, unknown>>;
  const name = [title, label, message].find(isText);
  return name === undefined ? undefined : localText(name);
};

/** 医疗机构名称 › 提示: the items on the way, whatever is edited inside the last one. */
export const placeWords = (body: unknown, path: BodyPath): string => {
  const names = path.flatMap((_, at) => nameOf(valueIn(body, path.slice(0, at + 1))) ?? []);
  return names.length === 0 ? t('editors.this-part') : names.join(' › ');
};

const codes: Readonly<Record<string, readonly string[]>> = {
  direction: ['higher', 'lower', 'trend'],
  form: ['ratio', 'count', 'mean', 'value'],
  match: ['same', 'near', 'substitute'],
};
const stems = { direction: 'direction', form: 'indicator', match: 'match' } as const;

/** A choice that is kept as a code, by the words it was chosen by. */
const codeWords = (value: unknown, name: string | undefined): string | undefined =>
  name !== undefined && typeof value === 'string' && codes[name]?.includes(value)
    ? t(`editors.${stems[name as keyof typeof stems]}-${value}` as 'editors.match-same')
    : undefined;

/** A value in words, without the marks of a file: 「必填」, 「甲、乙」; `place` is where it stands. */
export const valueWords = (value: unknown, place?: string): string => {
  const coded = codeWords(value, place);
  if (coded !== undefined) return coded;
  if (value === undefined || value === '') return t('editors.left-out');
  if (isText(value)) return localText(value);
  if (typeof value === 'boolean') return t(value ? 'editors.yes' : 'editors.no');
  if (typeof value === 'number') return String(value);
  const name = nameOf(value);
  if (name !== undefined) return name;
  const values = Array.isArray(value) ? value : Object.values(value ?? {});
  return values.map((each: unknown) => valueWords(each)).join(t('editors.list-mark'));
};
