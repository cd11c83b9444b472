import { hashCampaign } from './canonical.ts';
import type { Plugin } from './define.ts';

/** Content hashes of one release: the year of an edition → the hash of its campaign. */
export type ReleaseLock = Readonly<Record<string, string>>;
/** Everything released: plugin id → version → editions. */
export type RegistryLock = Readonly<Record<string, Readonly<Record<string, ReleaseLock>>>>;

/** The hashes of every edition of a plugin as it is now. */
export async function lockRelease(plugin: Plugin): Promise<ReleaseLock> {
  const entries = await Promise.all(
    plugin.editions.map(async ({ year, load }) => {
      const { campaign } = await load();
      return [String(year), await hashCampaign(campaign)] as const;
    }),
  );
  return Object.fromEntries(entries);
}

/** What a lock says of the plugin as it is now. `changed`: the same version with other content. */
export function compareRelease(
  lock: RegistryLock,
  plugin: Plugin,
  release: ReleaseLock,
): 'same' | 'new' | 'changed' {
  const locked = lock[plugin.id]?.[plugin.version];
  if (!locked) return 'new';
  const same =
    Object.keys(locked).length === Object.keys(release).length &&
    Object.entries(release).every(([year, hash]) => locked[year] === hash);
  return same ? 'same' : 'changed';
}

/** The lock with this release of the plugin written into it, ids in alphabetical order. */
export function withRelease(
  lock: RegistryLock,
  plugin: Plugin,
  release: ReleaseLock,
): RegistryLock {
  const entries = { ...lock, [plugin.id]: { ...lock[plugin.id], [plugin.version]: release } };
  return Object.fromEntries(Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1)));
}
