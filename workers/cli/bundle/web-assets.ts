import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../supervisor/layout.ts';
import { precompressAssets } from './precompress.ts';
import { runTool } from './run-tool.ts';
import { listSources } from './source-hash.ts';
import { isUpToDate, writeStamp } from './stamp.ts';

export type WebBuild = { directory: string; fresh: boolean };

/** Builds the screens and compresses them once, so that no request pays for it. */
export async function buildWeb(): Promise<WebBuild> {
  const build = join(repositoryRoot, 'build');
  const directory = join(build, 'web');
  const stampFile = join(build, 'web.stamp.json');
  const fresh = isUpToDate(repositoryRoot, stampFile, join(directory, 'asset-manifest.json'));
  if (!fresh) {
    const inputs = [
      ...listSources(repositoryRoot, ['web', 'schema/contracts', 'plugins/sdk']),
      'package-lock.json',
      'vite.config.ts',
    ];
    rmSync(stampFile, { force: true });
    rmSync(directory, { recursive: true, force: true });
    mkdirSync(directory, { recursive: true });
    await runTool('vite/bin/vite.js', ['build']);
    await precompressAssets(directory);
    writeStamp(repositoryRoot, stampFile, inputs);
  }
  return { directory, fresh };
}
