import { mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../supervisor/layout.ts';
import { runTool } from './run-tool.ts';
import { isUpToDate, writeStamp } from './stamp.ts';

export type BundleModule = {
  name: string;
  path: string;
  kind: 'esModule' | 'wasm' | 'data' | 'text';
};
export type WorkerBundle = { directory: string; modules: BundleModule[]; fresh: boolean };

const kinds: Readonly<Record<string, BundleModule['kind']>> = {
  js: 'esModule',
  mjs: 'esModule',
  wasm: 'wasm',
  bin: 'data',
  txt: 'text',
  html: 'text',
};

/** The main module comes first: workerd takes the first one as the Worker. */
export function listModules(directory: string, files: readonly string[]): BundleModule[] {
  const modules: BundleModule[] = [];
  for (const name of files.toSorted()) {
    const kind = kinds[name.slice(name.lastIndexOf('.') + 1)];
    if (kind !== undefined) modules.push({ name, path: join(directory, name), kind });
  }
  const main = modules.findIndex((module) => module.name === 'main.js');
  if (main < 0) throw new Error(`no main.js in ${directory}`);
  return [...modules.splice(main, 1), ...modules];
}

type Metafile = { inputs: Record<string, unknown> };

function readInputs(metafile: string): string[] {
  const { inputs } = JSON.parse(readFileSync(metafile, 'utf8')) as Metafile;
  const ours = Object.keys(inputs).filter(
    (path) => !path.includes('node_modules/') && !path.includes(':') && !path.startsWith('..'),
  );
  return [...ours, 'package-lock.json', 'package.json', 'wrangler.toml', 'tsconfig.json'];
}

/** Wrangler makes the bundle for this machine too, so that what runs here is what is deployed. */
export async function bundleWorker(): Promise<WorkerBundle> {
  const build = join(repositoryRoot, 'build');
  const directory = join(build, 'worker');
  const stampFile = join(build, 'worker.stamp.json');
  const fresh = isUpToDate(repositoryRoot, stampFile, join(directory, 'main.js'));
  if (!fresh) {
    // The assets folder must exist for wrangler even while the screens are being built beside it.
    mkdirSync(join(build, 'web'), { recursive: true });
    rmSync(stampFile, { force: true });
    rmSync(directory, { recursive: true, force: true });
    const metafile = join(build, 'worker.meta.json');
    await runTool('wrangler/bin/wrangler.js', [
      'deploy',
      '--dry-run',
      '--env=',
      `--outdir=${directory}`,
      `--metafile=${metafile}`,
    ]);
    writeStamp(repositoryRoot, stampFile, readInputs(metafile));
  }
  return { directory, modules: listModules(directory, readdirSync(directory)), fresh };
}
