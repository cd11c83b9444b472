import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  editionProblems,
  identityProblems,
  type ContractProblem,
} from '#plugins/sdk/contract/contract-problems.ts';
import type { Plugin } from '#plugins/sdk/define.ts';
import { repositoryRoot } from '../supervisor/layout.ts';
import { CommandError, inWords } from '../terminal.ts';
import { findPlace, type SourceFile } from './find-place.ts';

export const pluginsFolder = join(repositoryRoot, 'plugins');

const kinds = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '提醒', en: 'warning' },
  hint: { zh: '提示', en: 'hint' },
} as const;

function sourcesOf(folder: string): SourceFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(
      (entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.includes('.test.'),
    )
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
    .map((path) => ({ path, lines: readFileSync(path, 'utf8').split('\n') }));
}

function printProblem(files: readonly SourceFile[], problem: ContractProblem): string {
  const place = findPlace(files, problem);
  const at =
    place === undefined ? problem.path : `${relative(repositoryRoot, place.path)}:${place.line}`;
  const { code, path, message, mend } = problem;
  return inWords({
    zh: `${kinds[problem.severity].zh} ${at}  ${code} ${path}\n    ${message.zh}。改法：${mend.zh}`,
    en: `${kinds[problem.severity].en} ${at}  ${code} ${path}\n    ${message.en}. Mend: ${mend.en}`,
  });
}

/** What stands on its own line says where; an error of TypeScript itself is told as it is. */
async function importPlugin(folder: string): Promise<Plugin> {
  const module: unknown = await import(pathToFileURL(join(folder, 'plugin.ts')).href);
  return (module as { plugin: Plugin }).plugin;
}

/** The contract of the plugins for one of them: every problem with file, line, reason and mend. */
export async function checkPlugin(
  id: string,
  root: string = pluginsFolder,
): Promise<{ isSound: boolean; lines: string[] }> {
  const folder = join(root, id);
  if (!/^[a-z][a-z0-9-]*$/.test(id) || !existsSync(join(folder, 'plugin.ts'))) {
    throw new CommandError({
      zh: `没有 plugins/${id}/plugin.ts；先运行 npm run plugin -- new ${id}`,
      en: `no plugins/${id}/plugin.ts; run npm run plugin -- new ${id} first`,
    });
  }
  const files = sourcesOf(folder);
  const plugin = await importPlugin(folder);
  const problems: ContractProblem[] = identityProblems(plugin);
  for (const { year, load } of plugin.editions) {
    const document = join(folder, 'editions', String(year), 'document.txt');
    if (!existsSync(document)) {
      throw new CommandError({
        zh: `缺少 ${relative(repositoryRoot, document)}：请放入文件原文`,
        en: `${relative(repositoryRoot, document)} is missing: put the document’s own text there`,
      });
    }
    problems.push(...editionProblems(await load(), readFileSync(document, 'utf8')));
  }
  const counts = (severity: string) => problems.filter((each) => each.severity === severity).length;
  const [errors, warnings, hints] = [counts('error'), counts('warning'), counts('hint')];
  return {
    isSound: errors === 0,
    lines: [
      ...problems.map((problem) => printProblem(files, problem)),
      inWords({
        zh: `plugins/${id}：${errors} 错误、${warnings} 提醒、${hints} 提示`,
        en: `plugins/${id}: ${errors} errors, ${warnings} warnings, ${hints} hints`,
      }),
    ],
  };
}
