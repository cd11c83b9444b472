import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One hash over files by name and content; a missing file counts as such, so that it is noticed. */
export function hashFiles(root: string, paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of [...new Set(paths)].toSorted()) {
    const full = join(root, path);
    hash.update(`${path}\0`);
    hash.update(existsSync(full) ? readFileSync(full) : 'missing');
    hash.update('\0');
  }
  return hash.digest('hex');
}

const neverBuilt = /\.(test|suite|fixtures|journey)\.tsx?$|\/(testing|journeys|node_modules)\//;

export function listSources(root: string, folders: readonly string[]): string[] {
  return folders
    .flatMap((folder) => globSync(`${folder}/**/*.*`, { cwd: root }))
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !neverBuilt.test(path));
}
