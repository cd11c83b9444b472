import { words, type Wording } from '../check/problem.ts';

type Rule = { code: string; found: (text: string) => boolean; message: Wording; mend: Wording };

/** Controls, half a surrogate pair, and marks that hide or turn writing round. */
const control = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;
/** A tag as a browser reads one; “得分<60” is none. */
const markup = /<[A-Za-z/!?]/;
const scheme = /(?:java|vb)script\s*:|data\s*:\s*text\/html/i;

const rules: readonly Rule[] = [
  {
    code: 'pack.control-character',
    // A new line is the one control that a text may hold.
    found: (text) => control.test(text.replaceAll('\n', '')),
    message: words('文字中有看不见的控制字符', 'The text holds invisible control characters'),
    mend: words(
      '请删去这段文字后重新录入，不要从网页或旧系统直接粘贴',
      'Type the text anew instead of pasting it',
    ),
  },
  {
    code: 'pack.script',
    found: (text) => markup.test(text) || scheme.test(text),
    message: words('文字中有网页标记或脚本', 'The text holds markup or script'),
    mend: words(
      '请只写文字；“小于”请写成“低于”或全角“＜”',
      'Write plain text; write “below” for a sign that looks like markup',
    ),
  },
];

/** What keeps a text of a file from being shown: the first rule it breaks, if any. */
export function unsafeText(text: string): Omit<Rule, 'found'> | undefined {
  return rules.find(({ found }) => found(text));
}
