import { expect, test } from 'vitest';
import { listModules } from './worker-bundle.ts';

test('the main module comes first, and what is no module is left out', () => {
  const modules = listModules('release', ['a.wasm', 'README.md', 'main.js', 'main.js.map', 'b.js']);
  expect(modules).toEqual([
    { name: 'main.js', path: 'release/main.js', kind: 'esModule' },
    { name: 'a.wasm', path: 'release/a.wasm', kind: 'wasm' },
    { name: 'b.js', path: 'release/b.js', kind: 'esModule' },
  ]);
});

test('a bundle without its main module is refused', () => {
  expect(() => listModules('release', ['other.js'])).toThrow('no main.js in release');
});
