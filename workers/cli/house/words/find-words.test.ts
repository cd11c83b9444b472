import { describe, expect, test } from 'vitest';
import { readRepositoryFile, repositoryFiles } from '../repository.ts';
import { literalsOf, type TextLiteral } from '../texts/literals.ts';
import { findWrongWords } from './find-words.ts';
import { screenWords } from './screen-words.ts';

const chinese = /\p{Script=Han}/u;
const isSource = (path: string): boolean =>
  /\.(ts|tsx)$/.test(path) && !/\.(test|suite|fixtures|journey)\.tsx?$|\/testing\//.test(path);

function complaintsAbout({ path, line, text }: TextLiteral, document?: string): string[] {
  const isProgram = document === undefined;
  return findWrongWords(text, { document, isProgram }).map(
    ({ found, word }) =>
      `${path}:${line} “${text.slice(0, 40)}” says ${found}; write ${word.right} (${word.why})`,
  );
}

function chineseTexts(matches: (path: string) => boolean): TextLiteral[] {
  return repositoryFiles()
    .filter((path) => isSource(path) && matches(path))
    .flatMap((path) => literalsOf(path))
    .filter(({ text }) => chinese.test(text));
}

describe('the list of screen words', () => {
  test.each(screenWords)('refuses “$sample” and offers $right', ({ sample, lawful, wrong }) => {
    expect(findWrongWords(`请注意：${sample}。`).map(({ word }) => word.wrong)).toContain(wrong);
    expect(findWrongWords(lawful ?? '')).toEqual([]);
  });

  test('catches a word planted in a dictionary file', () => {
    const [planted] = literalsOf(
      'zh-CN/planted.ts',
      "export const tasks = { back: '本件已驳回' };",
    );
    expect(planted && complaintsAbout(planted)).toEqual([
      expect.stringContaining('zh-CN/planted.ts:1'),
    ]);
  });

  test('lets a quotation of the document stand, and only that', () => {
    const document = '对发现的问题，列入 “黑名单” 管理，并予以公示。';
    expect(findWrongWords('列入“黑名单”管理', { document })).toEqual([]);
    expect(findWrongWords('文件要求列入「黑名单」的单位', { document })).toHaveLength(0);
    expect(findWrongWords('已列入黑名单的单位', { document })).toHaveLength(1);
  });
});

describe('the words on screens', () => {
  test('are right in the Chinese dictionary and everywhere else in the web', () => {
    const texts = chineseTexts((path) => path.startsWith('web/'));
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.flatMap((text) => complaintsAbout(text))).toEqual([]);
  });

  test('are right in error catalogues and all other texts of the server', () => {
    const texts = chineseTexts(
      (path) => path.startsWith('workers/') && !path.startsWith('workers/cli/house/'),
    );
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.flatMap((text) => complaintsAbout(text))).toEqual([]);
  });

  test('are right in the contracts and the language', () => {
    const texts = chineseTexts((path) => /^(schema|plugins\/sdk)\//.test(path));
    expect(texts.flatMap((text) => complaintsAbout(text))).toEqual([]);
  });

  test('are right in what the regions say beside their documents', () => {
    const files = repositoryFiles();
    const documentsOf = (region: string): string =>
      files
        .filter((path) => path.startsWith(`plugins/${region}/`) && path.endsWith('.txt'))
        .map(readRepositoryFile)
        .join('\n');
    const regions = new Set(
      files.flatMap((path) => /^plugins\/(?!sdk\/)([^/]+)\//.exec(path)?.[1] ?? []),
    );
    const complaints = [...regions].flatMap((region) => {
      const document = documentsOf(region);
      return chineseTexts((path) => path.startsWith(`plugins/${region}/`)).flatMap((text) =>
        complaintsAbout(text, document),
      );
    });
    expect(complaints).toEqual([]);
  });
});
