import { describe, expect, test } from 'vitest';
import { readRepositoryFile, repositoryFiles } from '../repository.ts';
import { isTest } from './lines.ts';
import { findMentions } from './mentions.ts';

const anotherEngine = /:memory:|file:[^'"`\s]*\.(db|sqlite)|\bnode:sqlite\b|\bbetter-sqlite3\b/;
const pretence = /\bvi\.(mock|doMock|hoisted|stubGlobal)\(|\bvi\.fn\(|\bvi\.spyOn\(/;

const serverTests = repositoryFiles().filter(
  (path) =>
    /^(workers|schema|plugins)\/.*\.ts$/.test(path) &&
    isTest(path) &&
    !path.startsWith('workers/cli/house/'),
);

function found(pattern: RegExp): string[] {
  return serverTests
    .flatMap((path) => findMentions(path, readRepositoryFile(path), pattern))
    .map((mention) => `${mention.path}:${mention.line} ${mention.found}`);
}

describe('the tests of the server', () => {
  test('are looked for with patterns that find what they should', () => {
    const at = (text: string, pattern: RegExp) => findMentions('a.test.ts', text, pattern).length;
    expect(at("createClient({ url: ':memory:' })", anotherEngine)).toBe(1);
    expect(at("createClient({ url: 'file:test.db' })", anotherEngine)).toBe(1);
    expect(at("vi.mock('./clock.ts')", pretence)).toBe(1);
    expect(at('createTestTenant()', anotherEngine) + at('createTestTenant()', pretence)).toBe(0);
  });

  test('open no engine but the real one', () => {
    expect(serverTests.length).toBeGreaterThan(0);
    expect(found(anotherEngine)).toEqual([]);
  });

  test('pretend nothing', () => {
    expect(found(pretence)).toEqual([]);
  });

  test('have the real engine set up for them', () => {
    expect(readRepositoryFile('vitest.config.ts')).toContain(
      'database/testing/sqld.global-setup.ts',
    );
    expect(repositoryFiles()).toContain('workers/platform/database/testing/sqld.global-setup.ts');
  });
});
