import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { AssetEntry, AssetManifest } from '#workers/platform/assets.ts';

const types: Readonly<Record<string, string>> = {
  '.bcmap': 'application/octet-stream',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.pfb': 'application/octet-stream',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};
const incompressible = new Set(['.bcmap', '.jpg', '.pfb', '.png', '.webp', '.woff2']);
const hashedName = /\/assets\/.+-[\w-]{8,}\.\w+$/;
const worthwhile = 0.95;

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

async function compress(path: string, content: Buffer): Promise<AssetEntry['encodings']> {
  const [br, gz] = await Promise.all([
    brotli(content, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 11,
        [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
      },
    }),
    deflate(content, { level: 9 }),
  ]);
  const encodings: AssetEntry['encodings'] = {};
  if (br.length < content.length * worthwhile) {
    writeFileSync(`${path}.br`, br);
    encodings.br = br.length;
  }
  if (gz.length < content.length * worthwhile) {
    writeFileSync(`${path}.gz`, gz);
    encodings.gzip = gz.length;
  }
  return encodings;
}

/** Compresses every file of a built front end and writes the list that the Worker serves from. */
export async function precompressAssets(directory: string): Promise<AssetManifest> {
  const files: Record<string, AssetEntry> = {};
  const found = readdirSync(directory, { recursive: true, withFileTypes: true });
  const work = found.map(async (entry) => {
    const path = join(entry.parentPath, entry.name);
    const extension = extname(entry.name);
    const type = types[extension];
    if (!entry.isFile() || type === undefined) return;
    const name = `/${relative(directory, path).replaceAll('\\', '/')}`;
    const content = readFileSync(path);
    files[name] = {
      type,
      size: content.length,
      hash: createHash('sha256').update(content).digest('hex').slice(0, 32),
      immutable: hashedName.test(name),
      encodings: incompressible.has(extension) ? {} : await compress(path, content),
    };
  });
  await Promise.all(work);
  const manifest: AssetManifest = { files };
  writeFileSync(join(directory, 'asset-manifest.json'), JSON.stringify(manifest));
  return manifest;
}
