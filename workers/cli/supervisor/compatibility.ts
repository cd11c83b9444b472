import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from './layout.ts';

export type Compatibility = { compatibilityDate: string; compatibilityFlags: string[] };

/** Cloudflare and this machine must run the Worker by the same rules: both take them from here. */
export function readCompatibility(
  toml = readFileSync(join(repositoryRoot, 'wrangler.toml'), 'utf8'),
): Compatibility {
  const date = /^compatibility_date = "([\d-]+)"$/m.exec(toml)?.[1];
  const flags = /^compatibility_flags = \[([^\]]*)\]$/m.exec(toml)?.[1];
  if (date === undefined || flags === undefined) {
    throw new Error('wrangler.toml names no compatibility_date and compatibility_flags');
  }
  const names = Array.from(flags.matchAll(/"([^"]+)"/g), (match) => match[1] ?? '');
  return { compatibilityDate: date, compatibilityFlags: names };
}
