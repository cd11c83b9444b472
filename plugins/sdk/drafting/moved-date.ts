import type { DateRule } from '#schema/contracts/campaign/dates.ts';
import { addDays, type Day } from '../dates/days.ts';
import { monthPartDays } from '../dates/rule.ts';

type Edge = 'start' | 'end';

/** The day a rule comes to by itself, without a calendar or another date. */
export function dayOfRule(rule: DateRule, edge: Edge = 'end'): Day | undefined {
  switch (rule.kind) {
    case 'on':
      return rule.exclusive ? addDays(rule.on, edge === 'end' ? -1 : 1) : rule.on;
    case 'month-part':
      return monthPartDays(rule)[edge === 'start' ? 0 : 1];
    case 'by-document':
      return rule.on;
    case 'after':
    case 'undated':
      return undefined;
  }
}

/**
 * The rule that comes to `day`: `moveRule(due, '2026-11-16')`. The words stay as they are unless
 * others are given; a date that another document fixes stays fixed by it.
 */
export function moveRule(
  rule: DateRule,
  day: Day,
  { edge = 'end', wording = rule.wording }: { edge?: Edge; wording?: string } = {},
): DateRule {
  const common = { wording, ...(rule.source === undefined ? {} : { source: rule.source }) };
  if (rule.kind === 'by-document') {
    return { kind: 'by-document', document: rule.document, on: day, ...common };
  }
  if (rule.kind === 'on' && rule.exclusive) {
    const on = addDays(day, edge === 'end' ? 1 : -1);
    return { kind: 'on', on, exclusive: true, ...common };
  }
  return { kind: 'on', on: day, ...common };
}

const plainDay = /(\d{4}年)?(\d{1,2})月(\d{1,2})日/gu;
const monthPart = /(\d{4}年)?\d{1,2}月(?:[上中下]旬|底|末|初|\d{1,2}日)/gu;

/** The document's words with the day they name put right: 「11月15日前」 → 「11月16日前」. */
export function rewordDay(wording: string, day: Day): string | undefined {
  const [year, month, date] = day.split('-').map(Number);
  const named = [...wording.matchAll(monthPart)];
  const last = named[named.length - 1];
  if (last === undefined) return undefined;
  const said = `${last[1] === undefined ? '' : `${year}年`}${month}月${date}日`;
  const start = last.index;
  return `${wording.slice(0, start)}${said}${wording.slice(start + last[0].length)}`;
}

/** True where the words plainly name another day than the one the rule comes to. */
export function isAtOddsWith(wording: string, day: Day): boolean {
  const named = [...wording.matchAll(plainDay)];
  if (named.length === 0) return false;
  const [, month, date] = day.split('-').map(Number);
  return !named.some((match) => Number(match[2]) === month && Number(match[3]) === date);
}
