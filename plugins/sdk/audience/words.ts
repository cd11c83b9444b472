import type {
  Audience,
  organizationLevels,
  OrganizationKind,
  ownerships,
  RelationKind,
} from '#schema/contracts/campaign/audience.ts';
import type { Language } from '#schema/contracts/campaign/text.ts';

type Words = Record<Language, string>;

export const organizationKindWords: Record<OrganizationKind, Words> = {
  hospital: { 'zh-CN': '医院', en: 'hospitals' },
  'township-health-centre': { 'zh-CN': '乡镇（街道）卫生院', en: 'township health centres' },
  'community-health-centre': { 'zh-CN': '社区卫生服务中心', en: 'community health centres' },
  'public-health': { 'zh-CN': '公共卫生机构', en: 'public health institutions' },
  clinic: { 'zh-CN': '诊所、门诊部、村卫生室', en: 'clinics' },
  bureau: { 'zh-CN': '下级卫生健康行政部门', en: 'lower health authorities' },
  department: { 'zh-CN': '机关处（科）室', en: 'departments of the commission' },
  other: { 'zh-CN': '其他单位', en: 'other units' },
};

export const organizationLevelWords: Record<(typeof organizationLevels)[number], Words> = {
  tertiary: { 'zh-CN': '三级', en: 'tertiary' },
  secondary: { 'zh-CN': '二级', en: 'secondary' },
  primary: { 'zh-CN': '一级', en: 'primary' },
  ungraded: { 'zh-CN': '未定级', en: 'ungraded' },
};

export const ownershipWords: Record<(typeof ownerships)[number], Words> = {
  public: { 'zh-CN': '公立', en: 'public' },
  'private-nonprofit': { 'zh-CN': '民营非营利', en: 'private non-profit' },
  'private-profit': { 'zh-CN': '民营营利', en: 'private for-profit' },
};

export const relationWords: Record<RelationKind, Words> = {
  supervision: { 'zh-CN': '主管', en: 'supervised' },
  territory: { 'zh-CN': '属地管理', en: 'in the territory' },
  guidance: { 'zh-CN': '业务指导', en: 'guided' },
  cadre: { 'zh-CN': '干部管理', en: 'with cadres managed' },
  campus: { 'zh-CN': '院区', en: 'campus' },
};

const factOperators: Record<'eq' | 'ne' | 'ge' | 'le', Words> = {
  eq: { 'zh-CN': '为', en: 'is' },
  ne: { 'zh-CN': '不为', en: 'is not' },
  ge: { 'zh-CN': '不小于', en: 'is at least' },
  le: { 'zh-CN': '不大于', en: 'is at most' },
};

function listed(words: readonly string[], language: Language): string {
  if (language === 'zh-CN') return words.join('、');
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} or ${words[words.length - 1]}`;
}

function describeFact(audience: Extract<Audience, { fact: string }>, language: Language): string {
  if (audience.op === 'present') {
    return language === 'en' ? `with ${audience.fact} on record` : `已登记“${audience.fact}”`;
  }
  const operator = factOperators[audience.op][language];
  const value = String(audience.value);
  return language === 'en'
    ? `${audience.fact} ${operator} ${value}`
    : `“${audience.fact}”${operator}${value}`;
}

function describeRelation(
  audience: Extract<Audience, { relation: string }>,
  language: Language,
): string {
  const relation = relationWords[audience.relation][language];
  const superior =
    audience.to === 'tenant'
      ? { 'zh-CN': '本委（局）', en: 'the commission' }
      : audience.to === 'any-bureau'
        ? { 'zh-CN': '下级部门', en: 'a lower authority' }
        : { 'zh-CN': '指定单位', en: 'a named unit' };
  return language === 'en' ? `${relation} by ${superior.en}` : `${superior['zh-CN']}${relation}`;
}

const noun = (words: Record<string, Words>, keys: readonly string[], language: Language) =>
  listed(
    keys.map((key) => words[key]?.[language] ?? key),
    language,
  );

/**
 * An audience in words for the screen: `describeAudience(institutions({ levels: ['tertiary'] }))` is
 * 「（医院、……）且（三级）」.
 */
export function describeAudience(audience: Audience, language: Language = 'zh-CN'): string {
  const each = (audiences: Audience[], joint: string) => {
    if (audiences.length === 1 && audiences[0]) return describeAudience(audiences[0], language);
    const parts = audiences.map((part) => describeAudience(part, language));
    return parts.map((part) => (language === 'en' ? `(${part})` : `（${part}）`)).join(joint);
  };
  const english = language === 'en';
  if ('all' in audience) return each(audience.all, english ? ' and ' : '且');
  if ('any' in audience) return each(audience.any, english ? ' or ' : '或');
  if ('not' in audience) {
    const inner = describeAudience(audience.not, language);
    return english ? `except (${inner})` : `除（${inner}）以外`;
  }
  if ('kind' in audience) return noun(organizationKindWords, audience.kind, language);
  if ('level' in audience) return noun(organizationLevelWords, audience.level, language);
  if ('ownership' in audience) return noun(ownershipWords, audience.ownership, language);
  if ('tag' in audience) {
    const tags = listed(audience.tag, language);
    return english ? `tagged ${tags}` : `标记为${tags}`;
  }
  if ('fact' in audience) return describeFact(audience, language);
  return describeRelation(audience, language);
}
