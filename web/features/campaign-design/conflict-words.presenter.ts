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

/** A value in words, without the marks of a file: 「必填」, 「甲、乙」. */
export const valueWords = (value: unknown): string => {
  if (value === undefined || value === '') return t('editors.left-out');
  if (isText(value)) return localText(value);
  if (typeof value === 'boolean') return t(value ? 'editors.yes' : 'editors.no');
  if (typeof value === 'number') return String(value);
  const name = nameOf(value);
  if (name !== undefined) return name;
  const values = Array.isArray(value) ? value : Object.values(value ?? {});
  return values.map((each: unknown) => valueWords(each)).join(t('editors.list-mark'));
};
