import type { DateRule } from '#schema/contracts/campaign/dates.ts';
import { isDay } from '../dates/days.ts';

type MonthPart = Extract<DateRule, { kind: 'month-part' }>['part'];

const two = (text: string) => text.padStart(2, '0');
/** Full-width figures and signs as people paste them. */
const plain = (text: string) =>
  text
    .replace(/[０-９．／－]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .trim();

const partWords: readonly [RegExp, MonthPart][] = [
  [/^月?(?:底|末)/u, 'end'],
  [/^月?初/u, 'beginning'],
  [/^上旬/u, 'early'],
  [/^中旬/u, 'middle'],
  [/^下旬/u, 'late'],
];

function onDay(words: string, year: number): DateRule | undefined {
  const named = [...words.matchAll(/(?:(\d{4})\s*[年./-])?\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})/gu)];
  const last = named[named.length - 1];
  if (last === undefined) return undefined;
  const on = `${last[1] ?? year}-${two(last[2] ?? '')}-${two(last[3] ?? '')}`;
  if (!isDay(on)) return undefined;
  return { kind: 'on', on, ...(/不含/u.test(words) ? { exclusive: true } : {}), wording: words };
}

function inMonthPart(words: string, year: number): DateRule | undefined {
  const found = [
    ...words.matchAll(/(?:(\d{4})年)?(\d{1,2})月(?!\s*\d)(底|末|初|[上中下]旬|份)?/gu),
  ];
  const last = found[found.length - 1];
  if (last === undefined) {
    if (!/年底|年末/u.test(words)) return undefined;
    return { kind: 'month-part', month: `${year}-12`, part: 'end', wording: words };
  }
  const [, own, month = '', said = ''] = last;
  if (Number(month) < 1 || Number(month) > 12) return undefined;
  const part = partWords.find(([pattern]) => pattern.test(said))?.[1] ?? 'whole';
  return { kind: 'month-part', month: `${own ?? year}-${two(month)}`, part, wording: words };
}

/** 印发后10个工作日内; what else a term is counted from has to be chosen by hand. */
function afterIssue(words: string): DateRule | undefined {
  const match = /(印发|下发|发布)[^\d]{0,8}(\d{1,3})\s*个?(工作日|自然日|日|天)/u.exec(words);
  if (!match) return undefined;
  return {
    kind: 'after',
    anchor: match[1] === '发布' ? 'publication' : 'issue',
    days: Number(match[2]),
    unit: match[3] === '工作日' ? 'working' : 'natural',
    wording: words,
  };
}

/**
 * What the words of a date come to, as far as they say it plainly; the words themselves stay.
 * `readDayWords('11月15日前', 2026)` → 2026-11-15; `readDayWords('8月底', 2026)` → the end of August.
 */
export function readDayWords(text: string, year: number): DateRule | undefined {
  const words = plain(text);
  if (words === '') return undefined;
  if (/另行通知|另行印发/u.test(words)) {
    return { kind: 'by-document', document: '另行通知', wording: words };
  }
  if (/^(?:定期|适时|长期|全年|不定期|随时|未定)/u.test(words)) {
    return { kind: 'undated', wording: words };
  }
  return afterIssue(words) ?? onDay(words, year) ?? inMonthPart(words, year);
}
