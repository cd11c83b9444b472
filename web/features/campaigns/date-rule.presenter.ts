import { addDays, isDay, isMonth, weekdayOf } from '#plugins/sdk/dates/days.ts';
import { monthPartDays } from '#plugins/sdk/dates/rule.ts';
import { dayOfRule } from '#plugins/sdk/drafting/moved-date.ts';
import { dateAnchors } from '#schema/contracts/campaign/dates.ts';
import type { DateRule, Recurrence } from '#schema/contracts/campaign/dates.ts';
import { formatDay } from '#web/shared/dates.ts';
import { t } from '#web/shared/i18n.ts';
import type { Values } from './values-merge.ts';

export type Edge = 'start' | 'end';
type KindOfRule = DateRule['kind'];
type Part = Extract<DateRule, { kind: 'month-part' }>['part'];

export { dayOfRule };

export const isWeekend = (day: string): boolean => isDay(day) && [0, 6].includes(weekdayOf(day));

/** 11月15日（周日）, or how the day is found. */
export const describeRule = (rule: DateRule, edge: Edge = 'end'): string => {
  const day = dayOfRule(rule, edge);
  if (day !== undefined) return formatDay(day, { year: true });
  switch (rule.kind) {
    case 'after':
      return t(`campaigns.date-after-${rule.unit}`, {
        anchor: t(`campaigns.anchor-${rule.anchor}`),
        days: rule.days,
      });
    case 'by-document':
      return t('campaigns.date-by-document', { document: rule.document });
    case 'undated':
    case 'on':
    case 'month-part':
      return t('campaigns.date-undated');
  }
};

export const describeRecurrence = (recurs: Recurrence): string => {
  const { every, dueOffsetDays: days } = recurs;
  const period = t(`campaigns.every-${every}`);
  if (days === 0) return t('campaigns.recurs-at', { period });
  return days < 0
    ? t('campaigns.recurs-before', { period, days: -days })
    : t('campaigns.recurs-after', { period, days });
};

/** The fields of a date in an edit form, named by their paths in the part. */
export const readRule = (rule: DateRule, name: string): Values => ({
  [`${name}/kind`]: rule.kind,
  [`${name}/wording`]: rule.wording,
  [`${name}/on`]: 'on' in rule ? (rule.on ?? '') : '',
  [`${name}/exclusive`]: rule.kind === 'on' && rule.exclusive ? 'yes' : '',
  [`${name}/month`]: rule.kind === 'month-part' ? rule.month : '',
  [`${name}/part`]: rule.kind === 'month-part' ? rule.part : 'end',
  [`${name}/days`]: rule.kind === 'after' ? String(rule.days) : '',
  [`${name}/anchor`]: rule.kind === 'after' ? anchorText(rule) : 'issue',
  [`${name}/unit`]: rule.kind === 'after' ? rule.unit : 'working',
  [`${name}/document`]: rule.kind === 'by-document' ? rule.document : '',
});

type AfterRule = Extract<DateRule, { kind: 'after' }>;

/** `phase-end self-check`, as the picker of anchors has it. */
const anchorText = ({ anchor, ref }: AfterRule): string =>
  ref === undefined ? anchor : `${anchor} ${ref}`;

const readAnchor = (text: string): Pick<AfterRule, 'anchor' | 'ref'> => {
  const [name = '', ref] = text.split(' ');
  const anchor = dateAnchors.find((each) => each === name) ?? 'issue';
  return { anchor, ...(ref === undefined ? {} : { ref }) };
};

const sourceOf = ({ source }: DateRule) => (source === undefined ? {} : { source });

/** The rule again; what the form does not show (source) stays. */
export const writeRule = (before: DateRule, values: Values, name: string): DateRule => {
  const valueOf = (key: string) => (values[`${name}/${key}`] ?? '').trim();
  // The picker offers these kinds only.
  const kind = valueOf('kind') as KindOfRule;
  const common = { wording: valueOf('wording'), ...sourceOf(before) };
  switch (kind) {
    case 'on': {
      const exclusive = valueOf('exclusive') === 'yes' ? { exclusive: true } : {};
      return { kind, on: valueOf('on'), ...exclusive, ...common };
    }
    case 'month-part':
      return { kind, month: valueOf('month'), part: valueOf('part') as Part, ...common };
    case 'after': {
      const unit = valueOf('unit') === 'natural' ? 'natural' : 'working';
      return {
        kind,
        ...readAnchor(valueOf('anchor')),
        days: Number(valueOf('days')),
        unit,
        ...common,
      };
    }
    case 'by-document': {
      const on = valueOf('on') === '' ? {} : { on: valueOf('on') };
      return { kind, document: valueOf('document'), ...on, ...common };
    }
    case 'undated':
      return { kind, ...common };
  }
};

/** The day the form's fields come to as they stand; undefined while they are no date yet. */
export const dayInForm = (values: Values, name: string, edge: Edge): string | undefined => {
  const valueOf = (key: string) => values[`${name}/${key}`] ?? '';
  const kind = valueOf('kind');
  if (kind === 'on' || kind === 'by-document') {
    if (!isDay(valueOf('on'))) return undefined;
    const isExclusive = kind === 'on' && valueOf('exclusive') === 'yes';
    return isExclusive ? addDays(valueOf('on'), edge === 'end' ? -1 : 1) : valueOf('on');
  }
  if (kind !== 'month-part' || !isMonth(valueOf('month'))) return undefined;
  const days = monthPartDays({ month: valueOf('month'), part: valueOf('part') as Part });
  return days[edge === 'start' ? 0 : 1];
};

/** The document's words name another day than the one they are taken to mean. */
export const wordingDiffers = (wording: string, day: string): boolean => {
  const named = [...wording.matchAll(/(\d{1,2})月(\d{1,2})日/g)].pop();
  if (!named) return false;
  const [, month, date] = day.split('-');
  return Number(named[1]) !== Number(month) || Number(named[2]) !== Number(date);
};

export const fieldLabelOfDate = (key: string): string =>
  t(`campaigns.date-field-${key as DateField}`);

type DateField =
  | 'kind'
  | 'wording'
  | 'on'
  | 'exclusive'
  | 'month'
  | 'part'
  | 'days'
  | 'anchor'
  | 'unit'
  | 'document';
