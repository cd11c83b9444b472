import { readFileSync, writeFileSync } from 'node:fs';
import { plugins } from './registry.ts';
import { compareRelease, lockRelease, withRelease, type RegistryLock } from './sdk/lock.ts';

const file = new URL('./registry.lock.json', import.meta.url);
const usage = `node plugins/registry.lock.ts [--unreleased]

Writes id, version and content hash of every edition into registry.lock.json.
A version that is locked already keeps its content: raise the version of the plugin,
or pass --unreleased while that version has not left this repository.
`;

async function updateLock(allowChange: boolean): Promise<string[]> {
  let lock = JSON.parse(readFileSync(file, 'utf8')) as RegistryLock;
  const refused: string[] = [];
  for (const plugin of plugins) {
    const release = await lockRelease(plugin);
    const state = compareRelease(lock, plugin, release);
    if (state === 'changed' && !allowChange) refused.push(`${plugin.id} ${plugin.version}`);
    else lock = withRelease(lock, plugin, release);
  }
  if (refused.length === 0) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  return refused;
}

if (process.argv.includes('--help')) {
  process.stdout.write(usage);
} else {
  const refused = await updateLock(process.argv.includes('--unreleased'));
  if (refused.length > 0) {
    process.stderr.write(
      `content changed under a locked version: ${refused.join(', ')}\n\n${usage}`,
    );
    process.exitCode = 1;
  }
}
