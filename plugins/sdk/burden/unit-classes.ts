import type { organizationLevels, OrganizationKind } from '#schema/contracts/campaign/audience.ts';
import type { Language } from '#schema/contracts/campaign/text.ts';
import type { OrganizationFacts } from '../audience/facts.ts';
import { organizationKindWords, organizationLevelWords } from '../audience/words.ts';

/** A kind of unit as offices speak of them: 三级医院, 二级医院, 社区卫生服务中心 …. */
export type UnitClass = {
  kind: OrganizationKind;
  level?: (typeof organizationLevels)[number] | undefined;
};

/** Only hospitals are told apart by level. */
export function unitClassOf({ kind, level }: Pick<OrganizationFacts, 'kind' | 'level'>): UnitClass {
  return kind === 'hospital' && level !== undefined ? { kind, level } : { kind };
}

export function unitClassKey({ kind, level }: UnitClass): string {
  return level === undefined ? kind : `${kind}/${level}`;
}

export function unitClassName({ kind, level }: UnitClass, language: Language = 'zh-CN'): string {
  const name = organizationKindWords[kind][language];
  if (level === undefined) return name;
  const words = organizationLevelWords[level][language];
  return language === 'en' ? `${words} ${name}` : `${words}${name}`;
}

const classes: UnitClass[] = [
  { kind: 'hospital', level: 'tertiary' },
  { kind: 'hospital', level: 'secondary' },
  { kind: 'hospital', level: 'primary' },
  { kind: 'township-health-centre' },
  { kind: 'community-health-centre' },
  { kind: 'public-health' },
  { kind: 'clinic' },
  { kind: 'bureau' },
  { kind: 'department' },
];

/** One public unit of each class directly under the commission, where no units are known yet. */
export const representativeUnits: readonly OrganizationFacts[] = classes.map(({ kind, level }) => ({
  id: unitClassKey({ kind, level }),
  kind,
  level,
  ownership: 'public',
  tags: [],
  facts: [],
  relations: (['supervision', 'territory'] as const).map((relation) => ({
    relation,
    superiorId: 'tenant',
    superiorIsTenant: true,
  })),
}));
