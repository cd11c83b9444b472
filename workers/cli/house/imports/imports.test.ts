import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { repositoryFiles, repositoryRoot } from '../repository.ts';
import { cruiseTree, type Cruise } from './cruise.ts';
import levels from './module-levels.json' with { type: 'json' };
import { closingTheCycle, lawful, planted, type Planted } from './violations.fixtures.ts';

const require = createRequire(import.meta.url);
const rules: { name: string; comment: string }[] = require(
  join(repositoryRoot, '.dependency-cruiser.cjs'),
).forbidden;

const isOurs = (path: string): boolean => /^(schema|plugins|workers|web)\//.test(path);
const specifier = (path: string): string => (isOurs(path) ? `#${path}` : path);

function statement({ from, to, how = 'value' }: Omit<Planted, 'rule'>): string {
  return how === 'type'
    ? `import type { thing } from '${specifier(to)}';\nexport type From${from.length} = typeof thing;\n`
    : `import * as thing from '${specifier(to)}';\nexport const from = thing;\n`;
}

function plant(root: string): void {
  const files = new Map<string, string>();
  for (const edge of [...planted, ...closingTheCycle, ...lawful]) {
    files.set(edge.from, (files.get(edge.from) ?? '') + statement(edge));
    if (isOurs(edge.to) && !files.has(edge.to)) files.set(edge.to, 'export const thing = 1;\n');
  }
  for (const [path, text] of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  const manifest = JSON.parse(readFileSync(join(repositoryRoot, 'package.json'), 'utf8'));
  writeFileSync(join(root, 'package.json'), JSON.stringify(manifest));
  symlinkSync(join(repositoryRoot, 'node_modules'), join(root, 'node_modules'));
}

describe('the import rules, on planted violations', () => {
  const root = mkdtempSync(join(tmpdir(), 'imports-'));
  let found: Cruise;
  beforeAll(async () => {
    plant(root);
    found = await cruiseTree(root);
  }, 60_000);
  afterAll(() => rmSync(root, { recursive: true }));

  test.each(planted)('$rule catches $from → $to', ({ rule, from, to }) => {
    const target = isOurs(to) ? to : to.replace('node:', '');
    expect(found.violations).toContainEqual(
      expect.objectContaining({ rule, from, to: expect.stringContaining(target) }),
    );
  });

  test.each(lawful)('lets $from import $to', ({ from, to }) => {
    const refused = found.violations.filter((one) => one.from === from && one.to === to);
    expect(refused).toEqual([]);
  });

  test('has a planted violation for every rule, and a sentence for each', () => {
    const proven = new Set(planted.map(({ rule }) => rule));
    expect(rules.filter(({ name }) => !proven.has(name))).toEqual([]);
    expect(rules.filter(({ comment }) => !comment.endsWith('.'))).toEqual([]);
    expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
  });
});

describe('the import rules, on this repository', () => {
  let tree: Cruise;
  beforeAll(async () => {
    tree = await cruiseTree(repositoryRoot);
  }, 60_000);

  test('walk the modules of the tree instead of silently none', () => {
    const sources = repositoryFiles().filter((path) =>
      /^(schema|plugins|workers)\/.*\.tsx?$/.test(path),
    );
    expect(tree.modules.length).toBeGreaterThan(0);
    expect(sources.filter((path) => !tree.modules.includes(path))).toEqual([]);
  });

  test('find nothing', () => {
    const sentences = new Map(rules.map(({ name, comment }) => [name, comment]));
    expect(
      tree.violations.map(
        ({ rule, from, to }) => `${from} → ${to}: ${sentences.get(rule)} (${rule})`,
      ),
    ).toEqual([]);
  });

  test('know the level of every module', () => {
    const known = [...levels.flat(), 'oversight', 'platform-admin'];
    const modules = repositoryFiles()
      .map((path) => /^workers\/modules\/([^/]+)\//.exec(path)?.[1])
      .filter((name) => name !== undefined);
    expect([...new Set(modules)].filter((name) => !known.includes(name))).toEqual([]);
  });
});
