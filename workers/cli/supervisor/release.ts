import { cpSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { listModules, type BundleModule } from '../bundle/worker-bundle.ts';
import type { DataLayout } from './layout.ts';

export type Release = { modules: BundleModule[]; assets: string };

/** A running installation has its own copy of what was built: a later build never changes it. */
export function copyRelease(layout: DataLayout, built: { worker: string; web: string }): Release {
  const release = join(layout.root, 'release');
  rmSync(release, { recursive: true, force: true });
  const worker = join(release, 'worker');
  const assets = join(release, 'web');
  cpSync(built.worker, worker, { recursive: true, filter: (path) => !path.endsWith('.map') });
  cpSync(built.web, assets, { recursive: true });
  const modules = listModules('release/worker', readdirSync(worker));
  return { modules, assets };
}
