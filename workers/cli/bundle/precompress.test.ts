import { mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import type { AssetManifest } from '#workers/platform/assets.ts';
import { precompressAssets } from './precompress.ts';

const script = 'export const words = "行风";\n'.repeat(200);
let directory: string;
let manifest: AssetManifest;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'qingfeng-assets-'));
  mkdirSync(join(directory, 'assets'));
  writeFileSync(join(directory, 'assets', 'portal-Ab3dEf9h.js'), script);
  writeFileSync(join(directory, 'assets', 'emblem-Zz3dEf9h.png'), script);
  writeFileSync(join(directory, 'index.html'), '<p>');
  writeFileSync(join(directory, 'notes.md'), 'not served');
  manifest = await precompressAssets(directory);
});

test('a compressed copy holds the very same text', () => {
  const path = join(directory, 'assets', 'portal-Ab3dEf9h.js');
  expect(brotliDecompressSync(readFileSync(`${path}.br`)).toString()).toBe(script);
  expect(gunzipSync(readFileSync(`${path}.gz`)).toString()).toBe(script);
});

test('the list says what each file is and how large its copies are', () => {
  const entry = manifest.files['/assets/portal-Ab3dEf9h.js'];
  expect(entry?.type).toBe('text/javascript; charset=utf-8');
  expect(entry?.size).toBe(Buffer.byteLength(script));
  expect(entry?.encodings.br).toBeLessThan(300);
  expect(JSON.parse(readFileSync(join(directory, 'asset-manifest.json'), 'utf8'))).toEqual(
    manifest,
  );
});

test('only a file whose name carries its hash may be kept for ever', () => {
  expect(manifest.files['/assets/portal-Ab3dEf9h.js']?.immutable).toBe(true);
  expect(manifest.files['/index.html']?.immutable).toBe(false);
});

test('what does not shrink has no copies, and an unknown kind of file is not served', () => {
  expect(manifest.files['/index.html']?.encodings).toEqual({});
  expect(manifest.files['/assets/emblem-Zz3dEf9h.png']?.encodings).toEqual({});
  expect(Object.keys(manifest.files)).not.toContain('/notes.md');
  expect(readdirSync(directory)).not.toContain('index.html.br');
});
