import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readRepositoryFile, repositoryRoot } from '../repository.ts';
import { rules } from './plugin.ts';
import { companions, generalSamples, houseSamples } from './samples.fixtures.ts';

type Found = { path: string; rule: string };

const samples = [...houseSamples, ...generalSamples];

function write(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** A small repository with the settings of this one. */
function layRepository(root: string): void {
  for (const file of ['.oxlintrc.json', 'tsconfig.json', 'package.json']) {
    writeFileSync(join(root, file), readFileSync(join(repositoryRoot, file)));
  }
  cpSync(join(repositoryRoot, 'workers/cli/house/lint'), join(root, 'workers/cli/house/lint'), {
    recursive: true,
  });
  symlinkSync(join(repositoryRoot, 'node_modules'), join(root, 'node_modules'));
}

function lint(root: string): Found[] {
  let output: string;
  try {
    const options = { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 } as const;
    output = execFileSync(join(root, 'node_modules/.bin/oxlint'), ['--format', 'json'], options);
  } catch (error) {
    output = (error as { stdout: string }).stdout;
  }
  const { diagnostics } = JSON.parse(output) as {
    diagnostics: { filename: string; code: string }[];
  };
  return diagnostics.map(({ filename, code }) => ({ path: filename, rule: code }));
}

describe('the settings of the linter, on planted samples', () => {
  const badRoot = mkdtempSync(join(tmpdir(), 'lint-bad-'));
  const goodRoot = mkdtempSync(join(tmpdir(), 'lint-good-'));
  let bad: Found[];
  let good: Found[];
  beforeAll(() => {
    for (const root of [badRoot, goodRoot]) {
      layRepository(root);
      for (const [path, text] of Object.entries(companions)) write(root, path, text);
    }
    for (const sample of samples) {
      write(badRoot, sample.path, sample.bad);
      write(goodRoot, sample.goodPath ?? sample.path, sample.good);
    }
    bad = lint(badRoot);
    good = lint(goodRoot);
  }, 60_000);
  afterAll(() => {
    for (const root of [badRoot, goodRoot]) rmSync(root, { recursive: true });
  });

  test.each(samples)('$rule catches the bad sample of $path', ({ rule, path }) => {
    expect(bad).toContainEqual({ path, rule });
  });

  test.each(samples)('$rule lets the good sample of $path pass', ({ rule, path, goodPath }) => {
    expect(good).not.toContainEqual({ path: goodPath ?? path, rule });
  });
});

test('every house rule has a sample, a sentence and is switched on as an error', () => {
  const settings = JSON.parse(readRepositoryFile('.oxlintrc.json')) as {
    rules: Record<string, unknown>;
  };
  for (const [name, rule] of Object.entries(rules)) {
    expect(houseSamples.map((sample) => sample.rule)).toContain(`house(${name})`);
    expect(rule.meta.docs.description).toMatch(/\.$/);
    expect(settings.rules[`house/${name}`]).toBe('error');
  }
});
