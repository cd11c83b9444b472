import type { Clock } from '#schema/contracts/campaign/clock.ts';
import { textIn, type Language } from '#schema/contracts/campaign/text.ts';
import { dayLabel } from '../dates/words.ts';
import type { ClockReading } from './moments.ts';
import type { ExtensionRefusal } from './run-clock.ts';

const signs = {
  natural: { 'zh-CN': '自然日', en: 'natural' },
  working: { 'zh-CN': '工作日', en: 'working' },
} as const;

/** □ counts every day, ▣ counts working days: two units, two signs. */
export const unitSigns = { natural: '□', working: '▣' } as const;

function days(count: number, { unit }: ClockReading, language: Language): string {
  const number = Math.abs(count);
  if (language === 'zh-CN') return `${number}日（${signs[unit]['zh-CN']}）`;
  return `${number} ${signs[unit].en} ${number === 1 ? 'day' : 'days'}`;
}

function ended(reading: ClockReading, language: Language): string {
  const day = reading.endedOn === undefined ? '' : dayLabel(reading.endedOn, language);
  const isLate = reading.onTime === false;
  if (language === 'en') return `met on ${day}${isLate ? ', late' : ''}`;
  return isLate ? `${day}办理，超期` : `${day}按期办理`;
}

function standing(reading: ClockReading, language: Language): string {
  const isChinese = language === 'zh-CN';
  const { status, left = 0, overdue } = reading;
  if (status === 'waiting') return isChinese ? '尚未起算' : 'not started';
  if (status === 'ended') return ended(reading, language);
  if (reading.left === undefined) return isChinese ? '未定期限' : 'no date set';
  const count = days(left, reading, language);
  if (status === 'stopped') return isChinese ? `已停表，剩${count}` : `stopped, ${count} left`;
  if (overdue) return isChinese ? `已超期${count}` : `${count} overdue`;
  return isChinese ? `剩${count}` : `${count} left`;
}

/** 信访工作条例 60日，剩12日（自然日）: the rule first, then what is left of it. */
export function clockWords(
  clock: Pick<Clock, 'rule'>,
  reading: ClockReading,
  language: Language = 'zh-CN',
): string {
  const rule = textIn(clock.rule, language).value;
  const words = standing(reading, language);
  const doubt = reading.provisional
    ? { 'zh-CN': '（暂按周末推算）', en: ' (provisional: weekends only)' }[language]
    : '';
  return `${rule}${language === 'zh-CN' ? '，' : ', '}${words}${doubt}`;
}

const refusals: Record<ExtensionRefusal, Record<Language, string>> = {
  'none-allowed': { 'zh-CN': '本时限不得延长。', en: 'This term cannot be extended.' },
  'not-running': { 'zh-CN': '本时限现在没有在走。', en: 'This term is not running now.' },
  expired: {
    'zh-CN': '期限已过，不能再延期；延期须在期满前提出。',
    en: 'The term is over; an extension has to be asked for before it ends.',
  },
  'too-often': {
    'zh-CN': '延期次数已用完。',
    en: 'It has been extended as often as the rule allows.',
  },
};

/** Why a clock cannot be extended, in a sentence. */
export function extensionWords(refusal: ExtensionRefusal, language: Language = 'zh-CN'): string {
  return refusals[refusal][language];
}
