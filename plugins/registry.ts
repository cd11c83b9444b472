import { plugin as dongxihu } from './dongxihu/plugin.ts';
import { plugin as guangxi } from './guangxi/plugin.ts';
import { plugin as henan } from './henan/plugin.ts';
import { plugin as putuo } from './putuo/plugin.ts';
import type { Plugin } from './sdk/define.ts';
import { plugin as weihai } from './weihai/plugin.ts';

/** Every commission's module, in official order of the regions: that of their division codes. */
export const plugins: readonly Plugin[] = [putuo, weihai, henan, dongxihu, guangxi];

/** The module named `id`, if this program ships it. */
export function findPlugin(id: string): Plugin | undefined {
  return plugins.find((plugin) => plugin.id === id);
}
