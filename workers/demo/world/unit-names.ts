import type { Random } from './random.ts';
import type { RegionPlan, UnitColumn } from './region.ts';

const privateKinds = ['骨科医院', '眼科医院', '康复医院', '妇产医院', '中西医结合医院', '口腔医院'];
const ordinals = '一二三四五六七八九';

export type NameUnit = (input: { column: UnitColumn; area: string; isPrivate: boolean }) => string;

/** Gives every unit of a region a name of its own, by the patterns in use. */
export function createNames(plan: RegionPlan, random: Random): NameUnit {
  const used = new Set<string>();
  const towns = random.shuffle(plan.towns).values();
  const take = (name: string): string | undefined => {
    if (used.has(name)) return undefined;
    used.add(name);
    return name;
  };
  const nextTown = (): string => {
    const { value, done } = towns.next();
    if (done === true) throw new Error(`${plan.slug} has too few names of towns`);
    return value;
  };
  const privateName = (area: string): string => {
    for (;;) {
      const name = take(`${area}${random.pick(plan.brands)}${random.pick(privateKinds)}`);
      if (name !== undefined) return name;
    }
  };
  const patternName = (column: UnitColumn, area: string): string => {
    const patterns = plan.patterns[column] ?? [];
    const more = Array.from(ordinals, (ordinal) => `第${ordinal}医院`);
    for (const pattern of [...patterns, ...more]) {
      const name = take(`${area}${pattern}`);
      if (name !== undefined) return name;
    }
    throw new Error(`no name is left for another ${column} unit in ${area}`);
  };
  const centreName = (area: string): string => {
    const isTown = plan.centre === 'township' || (plan.centre === 'both' && !area.endsWith('区'));
    const town = nextTown();
    return isTown ? `${area}${town}镇中心卫生院` : `${area}${town}街道社区卫生服务中心`;
  };
  return ({ column, area, isPrivate }) => {
    if (isPrivate) return privateName(area);
    if (column === 'grassroots') return centreName(area);
    return column === 'small' ? `${area}${nextTown()}医院` : patternName(column, area);
  };
}
