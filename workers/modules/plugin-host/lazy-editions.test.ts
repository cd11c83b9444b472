import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { listPlugins } from './plugins.ts';

const program = fileURLToPath(new URL('./testing/loaded-modules.fixtures.ts', import.meta.url));

type Loaded = { before: string[]; known: { id: string; years: number[] }[]; loaded: string[] };

/** What a fresh process loads that serves one region, or none. */
function serve(...args: string[]): Loaded {
  const env = { ...process.env, NODE_OPTIONS: '' };
  return JSON.parse(
    execFileSync(process.execPath, [program, ...args], { encoding: 'utf8', env }),
  ) as Loaded;
}

const editionsIn = (files: readonly string[]) =>
  files.filter((file) => file.includes('/editions/'));

test('who the regions are and which years they have is known before any edition is loaded', () => {
  const { known, loaded } = serve();
  expect(known).toHaveLength(listPlugins().length);
  expect(known.every(({ years }) => years.length > 0)).toBe(true);
  expect(editionsIn(loaded)).toEqual([]);
});

test('whoever serves one region loads its edition, and no line of another’s', () => {
  const { before, loaded } = serve('putuo', '2020');
  expect(editionsIn(before)).toEqual([]);
  const editions = editionsIn(loaded);
  expect(editions).toContain('plugins/putuo/editions/2020/campaign.ts');
  expect(editions.filter((file) => !file.startsWith('plugins/putuo/'))).toEqual([]);
});
