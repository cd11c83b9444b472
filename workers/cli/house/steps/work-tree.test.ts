import { expect, test } from 'vitest';
import { treeProblem } from './work-tree.ts';

const clean = { changed: [], fingerprint: 'a' };
const edited = { changed: [' M README.md'], fingerprint: 'b' };

test('work in progress is no fault, as long as the checks leave it alone', () => {
  expect(treeProblem(edited, edited, false)).toBeUndefined();
});

test('a check that writes into the tree is found out and the file is named', () => {
  expect(treeProblem(clean, edited, false)).toContain('README.md');
});

test('on CI nothing may be left changed at all', () => {
  expect(treeProblem(edited, edited, true)).toContain('README.md');
  expect(treeProblem(clean, clean, true)).toBeUndefined();
});
