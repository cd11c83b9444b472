import type { DateRule, Recurrence } from '#schema/contracts/campaign/dates.ts';
import type { Source } from '#schema/contracts/campaign/source.ts';

type Extras = { source?: Source };
type DateRuleOf<K extends DateRule['kind']> = Extract<DateRule, { kind: K }>;

/** A calendar day. `on('2020-11-15', '2020年11月15日前')`; the day itself counts. */
export function on(day: string, wording: string, extras: Extras = {}): DateRule {
  return { kind: 'on', on: day, wording, ...extras };
}

/** A calendar day that itself does not count: `before('2020-11-15', '15日前（不含）')`. */
export function before(day: string, wording: string, extras: Extras = {}): DateRule {
  return { kind: 'on', on: day, exclusive: true, wording, ...extras };
}

/** 月初, 上旬, 中旬, 下旬, 月底 or the whole month: `monthPart('2021-02', 'beginning', '2月初')`. */
export function monthPart(
  month: string,
  part: DateRuleOf<'month-part'>['part'],
  wording: string,
  extras: Extras = {},
): DateRule {
  return { kind: 'month-part', month, part, wording, ...extras };
}

/** A term counted from something: `after('issue', 6, 'natural', '印发之日起6日内')`. */
export function after(
  anchor: DateRuleOf<'after'>['anchor'],
  days: number,
  unit: DateRuleOf<'after'>['unit'],
  wording: string,
  extras: Extras & { ref?: string } = {},
): DateRule {
  return { kind: 'after', anchor, days, unit, wording, ...extras };
}

/** A date that another paper fixes: `byDocument('年度督查通知', '按相关文件时间节点')`. */
export function byDocument(
  document: string,
  wording: string,
  extras: Extras & { on?: string } = {},
): DateRule {
  return { kind: 'by-document', document, wording, ...extras };
}

/** 定期, 适时, 另行通知: `undated('定期')`. */
export function undated(wording: string, extras: Extras = {}): DateRule {
  return { kind: 'undated', wording, ...extras };
}

/** Due in each period: `every('quarter', { dueOffsetDays: 10, from, to, wording: '每季度' })`. */
export function every(period: Recurrence['every'], rest: Omit<Recurrence, 'every'>): Recurrence {
  return { every: period, ...rest };
}
