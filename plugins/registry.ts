import type { Plugin } from './sdk/define.ts';

/** Every commission's module, in official order of the regions. Kept by hand. */
export const plugins: readonly Plugin[] = [];

/** The module named `id`, if this program ships it. */
export function findPlugin(id: string): Plugin | undefined {
  return plugins.find((plugin) => plugin.id === id);
}
