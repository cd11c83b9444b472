import { describe, expect, test } from 'vitest';
import { readRepositoryFile, repositoryFiles } from '../repository.ts';
import { errorsOf, ownerOf, problemsOf } from './error-catalogues.ts';

const errors = repositoryFiles()
  .filter((path) => /^workers\/.*\.ts$/.test(path) && !path.startsWith('workers/cli/house/'))
  .filter((path) => !path.endsWith('.test.ts') && !path.endsWith('.fixtures.ts'))
  .flatMap((path) => errorsOf(path));

describe('the check of error catalogues itself', () => {
  const path = 'workers/modules/submissions/submissions.errors.ts';
  const check = (entry: string): string[] =>
    errorsOf(path, `export const errors = defineErrors({ ${entry} });`).flatMap((error) =>
      problemsOf(error, ownerOf(path)),
    );

  test('finds a code without its Chinese or its English text', () => {
    expect(
      check("'submissions.locked': { status: 409, zh: 'locked', en: 'Locked.' }"),
    ).toHaveLength(1);
    expect(check("'submissions.locked': { status: 409, zh: '已锁定' }")).toHaveLength(1);
  });

  test('finds a code of another module', () => {
    expect(check("'reviews.locked': { status: 409, zh: '已锁定', en: 'Locked.' }")).toHaveLength(1);
  });

  test('lets a complete entry pass', () => {
    expect(check("'submissions.locked': { status: 409, zh: '已锁定', en: 'Locked.' }")).toEqual([]);
  });
});

describe('the error catalogues', () => {
  test('give every code both texts, under the name of its module', () => {
    expect(errors.length).toBeGreaterThan(0);
    expect(errors.flatMap((error) => problemsOf(error, ownerOf(error.path)))).toEqual([]);
  });

  test('use no code twice', () => {
    const codes = errors.map(({ code }) => code);
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
  });

  test('are the only place where problems are declared', () => {
    const strays = errors.filter(({ path }) => !path.endsWith('.errors.ts'));
    expect(strays.map(({ path }) => path)).toEqual([]);
    const unread = repositoryFiles().filter(
      (path) =>
        path.endsWith('.errors.ts') &&
        !errors.some((error) => error.path === path) &&
        readRepositoryFile(path).includes('defineErrors('),
    );
    expect(unread).toEqual([]);
  });
});
