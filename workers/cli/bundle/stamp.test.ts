import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { isUpToDate, writeStamp } from './stamp.ts';

let root: string;
let stamp: string;
let product: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'qingfeng-stamp-'));
  stamp = join(root, 'stamp.json');
  product = join(root, 'main.js');
  for (const name of ['a.ts', 'b.ts', 'main.js']) writeFileSync(join(root, name), name);
  writeStamp(root, stamp, ['a.ts', 'b.ts', 'vite.config.ts']);
});

test('what was built from the same files is not built again', () => {
  expect(isUpToDate(root, stamp, product)).toBe(true);
});

test.each([
  ['a source changed', () => writeFileSync(join(root, 'a.ts'), 'changed')],
  ['a source is gone', () => rmSync(join(root, 'b.ts'))],
  ['a file appeared that was missing', () => writeFileSync(join(root, 'vite.config.ts'), '')],
  ['the product is gone', () => rmSync(product)],
  ['the build was cut off before its stamp', () => rmSync(stamp)],
])('it is built again when %s', (_why, change) => {
  change();
  expect(isUpToDate(root, stamp, product)).toBe(false);
});
