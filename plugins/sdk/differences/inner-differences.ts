import { textIn, type Language, type Text } from '#schema/contracts/campaign/text.ts';
import { sameValue } from '../forms/answers.ts';
import { registerScopes, indicatorScopes } from './case-scopes.ts';
import { line } from './line.ts';
import type { CampaignDifference, Subject } from './line.ts';
import type { Place, Words } from './printers.ts';
import { common, outlineScopes } from './properties.ts';
import type { Property } from './properties.ts';
import { headScopes, scoreScopes } from './score-scopes.ts';

export type Fields = Record<string, unknown>;
export type Sides = { before: Place; after: Place };

const scopes: Readonly<Record<string, Readonly<Record<string, Property>>>> = {
  ...outlineScopes,
  ...registerScopes,
  ...indicatorScopes,
  ...scoreScopes,
  ...headScopes,
};

const nothing: Words = { 'zh-CN': '无', en: 'none' };

function told(
  subject: Subject,
  name: string,
  property: Property | undefined,
  [before, after]: readonly [unknown, unknown],
  sides: Sides,
): CampaignDifference {
  const print = (value: unknown, place: Place, language: Language) =>
    value === undefined
      ? (property?.absent ?? nothing)[language]
      : property?.print?.(value as never, place, language);
  const say = (language: Language) => [
    print(before, sides.before, language),
    print(after, sides.after, language),
  ];
  const [zhBefore, zhAfter] = say('zh-CN');
  const [enBefore, enAfter] = say('en');
  const called = property?.name ?? { 'zh-CN': name, en: name };
  const isTold = property?.print !== undefined && zhBefore !== zhAfter;
  return line(
    subject,
    'changed',
    isTold
      ? [
          `${subject.zh}的${called['zh-CN']}由“${zhBefore}”改为“${zhAfter}”`,
          `${subject.en}: ${called.en} “${enBefore}” → “${enAfter}”`,
        ]
      : [`${subject.zh}的${called['zh-CN']}有修改`, `${subject.en}: ${called.en} changed`],
    name,
  );
}

type Item = Fields & {
  key?: string;
  common?: string;
  kind?: string;
  title?: Text;
  label?: Text;
  message?: Text;
  words?: string;
};

const keyOf = ({ key, common: shared, kind }: Item): string => key ?? shared ?? kind ?? '';

/** An item by its own name, else by the document's words, else by its key. */
function nameOf(item: Item, language: Language): string {
  const text = item.title ?? item.label ?? item.message;
  return text === undefined ? (item.words ?? keyOf(item)) : textIn(text, language).value;
}

type Listed = { scope: string; called: Words; place: string };

const isItems = (value: unknown): value is Item[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'object' && keyOf(each) !== '');

/** The items of a list, one by one: what came, what went, what changed in each, and another order. */
export function changedItems(
  subject: Subject,
  [before, after]: readonly [readonly Item[], readonly Item[]],
  { scope, called, place }: Listed,
  sides: Sides,
): CampaignDifference[] {
  const said = (item: Item): readonly [string, string] => [
    `${called['zh-CN']}“${nameOf(item, 'zh-CN')}”`,
    `${called.en}${called.en === '' ? '' : ' '}“${nameOf(item, 'en')}”`,
  ];
  const at = (item: Item) => (place === '' ? keyOf(item) : `${place}/${keyOf(item)}`);
  const came = (item: Item, change: 'added' | 'removed') => {
    const [zh, en] = said(item);
    const verb = change === 'added' ? ['增加', 'added'] : ['删去', 'removed'];
    return line(
      subject,
      change,
      [`${subject.zh}${verb[0]}${zh}`, `${subject.en}: ${en} ${verb[1]}`],
      at(item),
    );
  };
  const was = new Map(before.map((item) => [keyOf(item), item]));
  const is = new Set(after.map(keyOf));
  const lines = [
    ...before.filter((item) => !is.has(keyOf(item))).map((item) => came(item, 'removed')),
    ...after.flatMap((item) => {
      const old = was.get(keyOf(item));
      if (old === undefined) return [came(item, 'added')];
      const [zh, en] = said(item);
      const own: Subject = {
        ...subject,
        path: `${subject.path}/${at(item)}`,
        zh: `${subject.zh}中${zh}`,
        en: `${subject.en}, ${en}`,
      };
      return changedProperties(own, scope, [old, item], sides);
    }),
  ];
  const orderOf = (items: readonly Item[], others: ReadonlySet<string>) =>
    items.map(keyOf).filter((key) => others.has(key));
  const isMoved = !sameValue(orderOf(before, is), orderOf(after, new Set(was.keys())));
  if (!isMoved || called['zh-CN'] === '') return lines;
  const words = [
    `${subject.zh}的${called['zh-CN']}顺序有调整`,
    `${subject.en}: another order of ${called.en}s`,
  ] as const;
  return [...lines, line(subject, 'moved', words, place)];
}

function changedProperty(
  subject: Subject,
  scope: string,
  name: string,
  [before, after]: readonly [unknown, unknown],
  sides: Sides,
): CampaignDifference[] {
  const property = scopes[scope]?.[name] ?? common[name];
  const whole = () => [told(subject, name, property, [before, after], sides)];
  if (property?.each) {
    const [was, is] = [before ?? [], after ?? []];
    if (!isItems(was) || !isItems(is)) return whole();
    const lines = changedItems(subject, [was, is], { ...property.each, place: name }, sides);
    return lines.length > 0 ? lines : whole();
  }
  if (property?.inside !== undefined) {
    const own: Subject = { ...subject, path: `${subject.path}/${name}` };
    const pair = [(before ?? {}) as Fields, (after ?? {}) as Fields] as const;
    const lines = changedProperties(own, property.inside, pair, sides);
    return lines.length > 0 ? lines : whole();
  }
  return whole();
}

/** What is said otherwise of one thing, property by property. */
export function changedProperties(
  subject: Subject,
  scope: string,
  [before, after]: readonly [Fields, Fields],
  sides: Sides,
  except: readonly string[] = [],
): CampaignDifference[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names]
    .filter((name) => !except.includes(name) && !sameValue(before[name], after[name]))
    .flatMap((name) => changedProperty(subject, scope, name, [before[name], after[name]], sides));
}
