import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { layOut, type DataLayout } from './layout.ts';

/** An empty data folder of a test's own. */
export function createDataFolder(): DataLayout {
  const layout = layOut(mkdtempSync(join(tmpdir(), 'qingfeng-data-')));
  for (const folder of [layout.keys, layout.logs]) mkdirSync(folder, { recursive: true });
  return layout;
}
