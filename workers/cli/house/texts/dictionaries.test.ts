import { existsSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { readRepositoryFile, repositoryFiles, repositoryRoot } from '../repository.ts';
import { flatten, placesOf, unknownKeys, unusedKeys, type Dictionary } from './dictionaries.ts';
import { literalsOf, parseSource, walk, type TextLiteral } from './literals.ts';

const webSources = repositoryFiles().filter(
  (path) =>
    /^web\/.*\.tsx?$/.test(path) && !/^web\/locales\/|\.(test|fixtures|journey)\.tsx?$/.test(path),
);

/** The first argument of each `t(…)`. */
function askedKeys(path: string, source = readRepositoryFile(path)): TextLiteral[] {
  const file = parseSource(path, source);
  const asked: TextLiteral[] = [];
  walk(file, (node) => {
    if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return;
    const [key] = node.arguments;
    if (node.expression.text !== 't' || !key) return;
    if (!ts.isStringLiteralLike(key) && !ts.isTemplateExpression(key)) return;
    asked.push(...literalsOf(path, key.getText(file)));
  });
  return asked;
}

type LateWords = Record<string, () => Promise<Record<string, Dictionary[string]>>>;

/** The words of the program and those that come late, with the pages that need them. */
async function load(path: string, name: string, locale: string): Promise<Map<string, string>> {
  const loaded = (await import(join(repositoryRoot, path))) as Record<string, Dictionary>;
  const late = (await import(join(repositoryRoot, 'web/locales/late.ts'))) as {
    lateWords: LateWords;
  };
  const words: Record<string, Dictionary[string]> = { ...loaded[name] };
  for (const [domain, read] of Object.entries(late.lateWords)) {
    words[domain] = (await read())[locale] ?? {};
  }
  return flatten(words);
}

describe('the dictionary check itself', () => {
  const keys = new Set(['tasks.title', 'tasks.state-open', 'tasks.state-done', 'tasks.forgotten']);

  test('finds a key that nobody asks for', () => {
    const literals = literalsOf('a.tsx', "t('tasks.title'); t(`tasks.state-${state}`);");
    expect(unusedKeys(keys, literals)).toEqual(['tasks.forgotten']);
  });

  test('finds a call with a key that no dictionary has', () => {
    const asked = askedKeys('a.tsx', "t('tasks.title'); t('tasks.titel'); t(`task.${name}`);");
    expect(unknownKeys(keys, asked)).toHaveLength(2);
  });
});

describe('the dictionaries', async () => {
  const chinese = await load('web/locales/zh-CN.ts', 'zhCN', 'zh-CN');
  const english = await load('web/locales/en.ts', 'en', 'en');

  test('exist and are not empty', () => {
    expect(existsSync(join(repositoryRoot, 'web/locales/zh-CN.ts'))).toBe(true);
    expect(chinese.size).toBeGreaterThan(0);
  });

  test('have the same keys, each with a text', () => {
    expect([...english.keys()].filter((key) => !chinese.has(key))).toEqual([]);
    expect([...chinese.keys()].filter((key) => !english.has(key))).toEqual([]);
    const empty = [...chinese, ...english].filter(([, text]) => text.trim() === '');
    expect(empty).toEqual([]);
  });

  test('fill the same places in both languages', () => {
    const different = [...chinese].filter(
      ([key, text]) => placesOf(text).join() !== placesOf(english.get(key) ?? '').join(),
    );
    expect(different.map(([key]) => key)).toEqual([]);
  });

  test('are Chinese where they say Chinese, and English where English', () => {
    const han = /\p{Script=Han}/u;
    const wordless = [...chinese].filter(
      ([, text]) => !han.test(text) && /[A-Za-z]{4,}/.test(text.replaceAll(/English|\{\w+\}/g, '')),
    );
    expect(wordless.map(([key]) => key)).toEqual([]);
    const untranslated = [...english].filter(([, text]) => han.test(text.replaceAll('中文', '')));
    expect(untranslated.map(([key]) => key)).toEqual([]);
  });

  test('hold no key that no screen uses', () => {
    const literals = webSources.flatMap((path) => literalsOf(path));
    expect(unusedKeys(chinese.keys(), literals)).toEqual([]);
  });

  test('know every key that a screen asks for', () => {
    const asked = webSources.flatMap((path) => askedKeys(path));
    expect(asked.length).toBeGreaterThan(0);
    const unknown = unknownKeys(new Set(chinese.keys()), asked);
    expect(unknown.map(({ path, line, text }) => `${path}:${line} ${text}`)).toEqual([]);
  });
});
