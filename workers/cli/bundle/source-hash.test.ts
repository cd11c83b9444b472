import { expect, test } from 'vitest';
import { repositoryRoot } from '../supervisor/layout.ts';
import { hashFiles, listSources } from './source-hash.ts';

test('tests and journeys are no sources of the screens', () => {
  const sources = listSources(repositoryRoot, ['web', 'workers/cli']);
  expect(sources).toContain('workers/cli/bundle/source-hash.ts');
  expect(sources.filter((path) => /\.test\.|\/journeys\//.test(path))).toEqual([]);
});

test('the order in which files are named does not matter, their names do', () => {
  const one = hashFiles(repositoryRoot, ['package.json', 'wrangler.toml']);
  expect(hashFiles(repositoryRoot, ['wrangler.toml', 'package.json'])).toBe(one);
  expect(hashFiles(repositoryRoot, ['package.json'])).not.toBe(one);
});
