import type {
  Audience,
  organizationLevels,
  ownerships,
} from '#schema/contracts/campaign/audience.ts';
import type { Language } from '#schema/contracts/campaign/text.ts';
import { organizationLevelWords, ownershipWords, relationWords } from './words.ts';

type Level = (typeof organizationLevels)[number];
type Ownership = (typeof ownerships)[number];
type Words = Record<Language, string>;

export const everyNoun: Words = { 'zh-CN': '单位', en: 'units' };
export const placeWords: Words = { 'zh-CN': '辖区内', en: 'in the territory' };

/** Levels that offices name by a bound; the key is the levels in their order. */
const bounds: Readonly<Record<string, Words>> = {
  tertiary: { 'zh-CN': '三级', en: 'of level three' },
  'tertiary secondary': { 'zh-CN': '二级及以上', en: 'of level two and above' },
  'tertiary secondary primary': { 'zh-CN': '一级及以上', en: 'of level one and above' },
  secondary: { 'zh-CN': '二级', en: 'of level two' },
  'secondary primary': { 'zh-CN': '一级、二级', en: 'of levels one and two' },
  'secondary primary ungraded': {
    'zh-CN': '二级及以下（含未定级）',
    en: 'of level two and below, or ungraded',
  },
  primary: { 'zh-CN': '一级', en: 'of level one' },
  'primary ungraded': { 'zh-CN': '一级和未定级', en: 'of level one or ungraded' },
};

const order: readonly Level[] = ['tertiary', 'secondary', 'primary', 'ungraded'];

export function levelsWords(levels: readonly Level[], language: Language): string {
  const sorted = order.filter((level) => levels.includes(level));
  const known = bounds[sorted.join(' ')];
  if (known !== undefined) return known[language];
  const words = sorted.map((level) => organizationLevelWords[level][language]);
  return language === 'en' ? `(${words.join(', ')})` : words.join('、');
}

export function ownersWords(owners: readonly Ownership[], language: Language): string {
  const isPrivate = !owners.includes('public') && owners.length === 2;
  if (isPrivate) return language === 'en' ? 'private' : '民营';
  const words = owners.map((owner) => ownershipWords[owner][language]);
  return words.join(language === 'en' ? ' or ' : '、');
}

export function tagWords(tags: readonly string[], language: Language): string {
  return language === 'en' ? `tagged ${tags.join(' or ')}` : `标注为“${tags.join('”或“')}”的`;
}

type FactAudience = Extract<Audience, { fact: string }>;

const operators: Record<'eq' | 'ne' | 'ge' | 'le', Words> = {
  eq: { 'zh-CN': '为', en: 'is' },
  ne: { 'zh-CN': '不为', en: 'is not' },
  ge: { 'zh-CN': '不少于', en: 'is at least' },
  le: { 'zh-CN': '不多于', en: 'is at most' },
};

export function factWords(audience: FactAudience, language: Language): string {
  const { fact, op } = audience;
  if (op === 'present') return language === 'en' ? `with ${fact} on record` : `已登记“${fact}”的`;
  const operator = operators[op][language];
  const value = String(audience.value);
  return language === 'en'
    ? `whose ${fact} ${operator} ${value}`
    : `“${fact}”${operator}${value}的`;
}

type RelationAudience = Extract<Audience, { relation: string }>;

const superiorWords = (to: RelationAudience['to'], language: Language): string => {
  const english = language === 'en';
  if (to === 'tenant') return english ? 'the commission' : '本委（局）';
  if (to === 'any-bureau') return english ? 'a lower authority' : '下级部门';
  return english ? 'a named unit' : '指定单位';
};

/** 直属 is directly under the commission; any other relation is named in full. */
export function relationPhrase(
  { relation, to }: RelationAudience,
  language: Language,
  holds: boolean,
): string {
  const isOwn = relation === 'supervision' && to === 'tenant';
  const words = relationWords[relation][language];
  const superior = superiorWords(to, language);
  if (language === 'en') {
    const phrase = isOwn ? 'directly under the commission' : `${words} by ${superior}`;
    return holds ? phrase : `not ${phrase}`;
  }
  if (isOwn) return holds ? '直属' : '非直属';
  return holds ? `${superior}${words}的` : `不由${superior}${words}的`;
}

export function exceptWords(inner: string, language: Language): string {
  return language === 'en' ? `except ${inner}` : `（${inner}除外）`;
}
