import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { repositoryRoot } from '../cli/supervisor/layout.ts';
import { limitRow } from './row.ts';
import type { BenchRow } from './row.ts';

type Weight = { files: number; raw: number; gzip: number; brotli: number };
export type AppWeights = { firstLoad: Weight; pages: Record<string, Weight> };

const kilobyte = 1_000;

/** The Worker as it is deployed, compressed as Cloudflare counts it. */
export function bundleRow(): BenchRow {
  const directory = join(repositoryRoot, 'build', 'worker');
  const modules = readdirSync(directory).filter((name) => /\.(?:js|mjs|wasm|bin|txt)$/.test(name));
  const contents = modules.map((name) => readFileSync(join(directory, name)));
  const bytes = contents.reduce((sum, content) => sum + gzipSync(content).length, 0);
  const raw = contents.reduce((sum, content) => sum + content.length, 0);
  return limitRow({
    name: 'worker-bundle',
    title: { zh: 'Worker 程序包（压缩后）', en: 'Worker bundle, compressed' },
    unit: 'KB',
    ours: Math.round(bytes / kilobyte),
    atMost: 1_000,
    details: { rawKb: Math.round(raw / kilobyte), files: modules.length },
  });
}

/** First load of the portal, and of all apps the heaviest page after it. */
export function pageRows(weights: Readonly<Record<string, AppWeights>>): BenchRow[] {
  const { portal } = weights;
  if (portal === undefined) throw new Error('the portal has not been built');
  const pages = Object.entries(weights).flatMap(([app, { pages: own }]) =>
    Object.entries(own).map(([page, { gzip }]) => ({ page: `${app}/${page}`, gzip })),
  );
  const [heaviest] = pages.toSorted((one, two) => two.gzip - one.gzip);
  return [
    limitRow({
      name: 'portal-first-load',
      title: { zh: '填报端首次加载脚本（压缩后）', en: 'script of the portal’s first load' },
      unit: 'KB',
      ours: portal.firstLoad.gzip / kilobyte,
      atMost: 100,
      details: { brotliKb: portal.firstLoad.brotli / kilobyte, files: portal.firstLoad.files },
    }),
    limitRow({
      name: 'heaviest-page',
      title: { zh: '其后最重的一页（压缩后）', en: 'script of the heaviest page after it' },
      unit: 'KB',
      ours: (heaviest?.gzip ?? 0) / kilobyte,
      atMost: 40,
      details: { page: heaviest?.page ?? '–', pages: pages.length },
    }),
  ];
}

export function readPageWeights(): Record<string, AppWeights> {
  const path = join(repositoryRoot, 'build', 'web', 'weights.json');
  return JSON.parse(readFileSync(path, 'utf8')) as Record<string, AppWeights>;
}
