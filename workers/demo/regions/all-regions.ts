import type { RegionPlan } from '../world/region.ts';
import { dongxihu } from './dongxihu.ts';
import { guangxi } from './guangxi.ts';
import { henan } from './henan.ts';
import { putuo } from './putuo.ts';
import { weihai } from './weihai.ts';

export const regionPlans: readonly RegionPlan[] = [putuo, weihai, henan, dongxihu, guangxi];

/** The plan of a demo region, if there is one: not every commission need have a demo. */
export function findRegionPlan(slug: string): RegionPlan | undefined {
  return regionPlans.find((plan) => plan.slug === slug);
}
