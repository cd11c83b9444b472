import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../supervisor/layout.ts';
import { withBuildLock } from './build-lock.ts';
import { precompressAssets } from './precompress.ts';
import { buildWeb } from './web-assets.ts';
import { bundleWorker } from './worker-bundle.ts';

export type Built = { worker: string; web: string; fresh: boolean };

/** Worker and screens, one after the other: each tool takes all cores it finds. */
export function buildAll(options: { withoutScreens?: boolean } = {}): Promise<Built> {
  return withBuildLock(async () => {
    const web = options.withoutScreens === true ? await buildNoScreens() : await buildWeb();
    const worker = await bundleWorker();
    return { worker: worker.directory, web: web.directory, fresh: web.fresh && worker.fresh };
  });
}

async function buildNoScreens() {
  const directory = join(repositoryRoot, 'build', 'no-screens');
  mkdirSync(directory, { recursive: true });
  await precompressAssets(directory);
  return { directory, fresh: true };
}
