import { textIn } from '#schema/contracts/campaign/text.ts';
import type { Text } from '#schema/contracts/campaign/text.ts';

/** What an office edits of a text. */
export const chinese = (text: Text | undefined): string =>
  text === undefined ? '' : textIn(text, 'zh-CN').value;

/** The Chinese of a text is edited; a translation that no longer fits is dropped. */
export const withChinese = (before: Text | undefined, zh: string): Text =>
  before !== undefined && chinese(before) === zh ? before : zh;

/** The same for a text that may be left out. */
export const withOptional = (before: Text | undefined, zh: string): Text | undefined =>
  zh.trim() === '' ? undefined : withChinese(before, zh);
