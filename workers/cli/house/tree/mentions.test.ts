import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { readRepositoryFile, repositoryFiles, repositoryRoot } from '../repository.ts';
import { isTest } from './lines.ts';
import {
  findMentions,
  isText,
  papersOutside,
  regionNames,
  registryHosts,
  telephoneNumbers,
} from './mentions.ts';

const files = repositoryFiles().filter(isText);
const regions = [
  ...new Set(
    files.flatMap((path) => /^plugins\/(?!sdk\/|template\/)([^/]+)\//.exec(path)?.[1] ?? []),
  ),
];
const isOwnSample = (path: string): boolean => path.startsWith('workers/cli/house/tree/mentions');

function mentionsIn(paths: readonly string[], pattern: RegExp): string[] {
  return paths
    .filter((path) => !isOwnSample(path))
    .flatMap((path) => findMentions(path, readRepositoryFile(path), pattern))
    .map(({ path, line, found }) => `${path}:${line} ${found}`);
}

describe('the search for what must not be mentioned', () => {
  const find = (text: string, pattern: RegExp) => findMentions('a.ts', text, pattern).length;

  test('finds a region in code, in either script', () => {
    expect(find("if (tenant === 'weihai') {", regionNames(['weihai']))).toBe(1);
    expect(find('// 普陀 has eight', regionNames(['weihai']))).toBe(1);
    expect(find('const tenant = input.tenant;', regionNames(['weihai']))).toBe(0);
  });

  test('finds the host of a package registry', () => {
    expect(find(['https://registry', 'example', 'org/hono'].join('.'), registryHosts)).toBe(1);
    expect(find("import { registry } from '#plugins/registry.ts';", registryHosts)).toBe(0);
  });

  test('finds papers that do not come with the repository', () => {
    expect(find(['see ../', 'shared/', 'STYLE.md'].join(''), papersOutside)).toBe(1);
    expect(find("import { t } from '../shared/i18n.ts';", papersOutside)).toBe(0);
  });

  test('finds a telephone number, mobile or not', () => {
    expect(find(`联系电话：${'138'}00001111`, telephoneNumbers)).toBe(1);
    expect(find(`0371${'-'}87654321`, telephoneNumbers)).toBe(1);
    expect(find('at: 1790000000000', telephoneNumbers)).toBe(0);
  });
});

describe('this repository', () => {
  test('has regions, and the server names none of them', () => {
    expect(regions.length).toBeGreaterThan(0);
    const server = files.filter(
      (path) =>
        path.startsWith('workers/') &&
        !path.startsWith('workers/demo/') &&
        !path.endsWith('worker-configuration.d.ts') &&
        !isTest(path),
    );
    expect(mentionsIn(server, regionNames(regions))).toEqual([]);
  });

  test('has a platform that knows no region, its tests included', () => {
    const platform = files.filter((path) => path.startsWith('workers/platform/'));
    expect(mentionsIn(platform, regionNames(regions))).toEqual([]);
  });

  test('names no host of a package registry', () => {
    const used = execFileSync('npm', ['config', 'get', 'registry'], {
      cwd: repositoryRoot,
      encoding: 'utf8',
    });
    const host = URL.canParse(used.trim()) ? new URL(used.trim()).host : '';
    expect(mentionsIn(files, registryHosts)).toEqual([]);
    const naming = files.filter((path) => host !== '' && readRepositoryFile(path).includes(host));
    expect(naming).toEqual([]);
  });

  test('names no paper that does not come with it', () => {
    expect(mentionsIn(files, papersOutside)).toEqual([]);
  });

  test("holds nobody's telephone number", () => {
    const written = files.filter((path) => path !== 'package-lock.json');
    expect(mentionsIn(written, telephoneNumbers)).toEqual([]);
  });
});
