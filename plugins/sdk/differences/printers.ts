import type { Audience } from '#schema/contracts/campaign/audience.ts';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { Clock } from '#schema/contracts/campaign/clock.ts';
import type { DateRule, Recurrence } from '#schema/contracts/campaign/dates.ts';
import type { Field } from '#schema/contracts/campaign/form.ts';
import type { Ratio } from '#schema/contracts/campaign/indicator.ts';
import type { Source } from '#schema/contracts/campaign/source.ts';
import { textIn, type Language, type Text } from '#schema/contracts/campaign/text.ts';
import { describeAudience } from '../audience/describe-audience.ts';
import { monthPartDays } from '../dates/rule.ts';
import { dayLabel } from '../dates/words.ts';
import { printRatio } from '../points/ratio.ts';

export type Words = Record<Language, string>;
/** What a value is called on its own side: the campaign it stands in, and the part it belongs to. */
export type Place = { readonly campaign: Campaign; readonly part: unknown };
export type Print = (value: never, place: Place, language: Language) => string;
/** Prints one key of a closed or named list, or several. */
type PrintKeys = (value: string | readonly string[], place: Place, language: Language) => string;

export const listed = (words: readonly string[], language: Language) =>
  words.join(language === 'en' ? ', ' : '、');

const periods: Record<Recurrence['every'], Words> = {
  month: { 'zh-CN': '每月', en: 'every month' },
  quarter: { 'zh-CN': '每季度', en: 'every quarter' },
  'half-year': { 'zh-CN': '每半年', en: 'every half-year' },
  year: { 'zh-CN': '每年', en: 'every year' },
};

/** A date rule in words: the day where the rule gives one, else the document's own words. */
export function printDate(rule: DateRule, _place: Place, language: Language): string {
  if (rule.kind === 'on') return dayLabel(rule.on, language, { year: true });
  if (rule.kind === 'by-document' && rule.on !== undefined) {
    return dayLabel(rule.on, language, { year: true });
  }
  if (rule.kind !== 'month-part') return rule.wording;
  const [from, to] = monthPartDays(rule);
  return `${rule.wording}（${from}—${to}）`;
}

export const printText = (text: Text, _place: Place, language: Language): string =>
  textIn(text, language).value;
export const printPlain = (value: string | number): string => String(value);
export const printAudience = (audience: Audience, _place: Place, language: Language): string =>
  describeAudience(audience, language);
export const printRecurrence = (recurs: Recurrence, _place: Place, language: Language): string =>
  `${periods[recurs.every][language]}（${recurs.wording}）`;
export const printShare = (ratio: Ratio): string => printRatio(ratio).text;

export const printYesNo = (is: boolean, _place: Place, language: Language): string => {
  if (language === 'en') return is ? 'yes' : 'no';
  return is ? '是' : '否';
};

/** One of a closed list of values, or several of them. */
export const oneOf =
  (names: Readonly<Record<string, readonly [zh: string, en: string]>>): PrintKeys =>
  (value, _place, language) => {
    const said = (each: string) => names[each]?.[language === 'en' ? 1 : 0] ?? each;
    return listed((typeof value === 'string' ? [value] : value).map(said), language);
  };

type Named = { key: string; title?: Text | undefined; number?: string | undefined };

/** Things named by key, called as the campaign calls them. */
export const named =
  (all: (place: Place) => readonly Named[]): PrintKeys =>
  (value, place, language) => {
    const known = new Map(all(place).map((each) => [each.key, each]));
    const said = (key: string) => {
      const found = known.get(key);
      if (found === undefined) return key;
      return found.title === undefined
        ? (found.number ?? key)
        : textIn(found.title, language).value;
    };
    return listed((typeof value === 'string' ? [value] : value).map(said), language);
  };

type Fields = readonly { key: string; label: Text }[];

/** The fields of the form that a part is, or uses. */
export const fieldsOf = ({ campaign, part }: Place): readonly Field[] => {
  const { form, fields } = part as { form?: string; fields?: readonly Field[] };
  return fields ?? campaign.forms.find(({ key }) => key === form)?.fields ?? [];
};
const asNamed = (fields: Fields): Named[] =>
  fields.map(({ key, label }) => ({ key, title: label }));

/** A field of the form that the part itself uses. */
export const printFields = named((place) => asNamed(fieldsOf(place)));

const termUnits: Record<'natural' | 'working', Words> = {
  natural: { 'zh-CN': '个自然日', en: ' natural days' },
  working: { 'zh-CN': '个工作日', en: ' working days' },
};

export const printTerm = (term: Clock['term'], place: Place, language: Language): string =>
  term.kind === 'days'
    ? `${term.days}${termUnits[term.unit][language]}`
    : `${language === 'en' ? 'until ' : '至'}“${printFields(term.field, place, language)}”`;

export const printExtension = (
  { days, unit, times }: NonNullable<Clock['extension']>,
  _place: Place,
  language: Language,
): string =>
  language === 'en'
    ? `${days}${termUnits[unit].en}, ${times} times at most`
    : `每次${days}${termUnits[unit]['zh-CN']}，最多${times}次`;

/** What a rule rests on: the clause, another document, or our own proposal with its reason. */
export const printSource = (source: Source, { campaign }: Place, language: Language): string => {
  if ('proposed' in source) {
    const reason = textIn(source.reason, language).value;
    return language === 'en' ? `proposed: ${reason}` : `本平台建议：${reason}`;
  }
  if ('document' in source) return source.document;
  const clause = campaign.clauses.find(({ key }) => key === source.clause);
  const quote = source.quote === undefined ? '' : `“${source.quote}”`;
  return `${clause?.number ?? source.clause}${quote}`;
};

export const printPosts = (
  posts: { lead?: string[]; support?: string[] },
  _place: Place,
  language: Language,
): string => {
  const [lead, support] = language === 'en' ? ['lead: ', 'with: '] : ['牵头：', '配合：'];
  const said = (label: string, of: string[] | undefined) =>
    of && of.length > 0 ? [label + listed(of, language)] : [];
  return [...said(lead, posts.lead), ...said(support, posts.support)].join(
    language === 'en' ? '; ' : '；',
  );
};
