import { readRepositoryFile, repositoryFiles } from '../repository.ts';

export type Size = { path: string; lines: number };

const data = [
  /^plugins\/[^/]+\/editions\//,
  /^web\/locales\//,
  /\/golden\//,
  /^workers\/cli\/house\/.*(\.fixtures|screen-words)\.ts$/,
];

export const isTest = (path: string): boolean =>
  /\.(test|suite|fixtures|journey|global-setup)\.tsx?$|\/testing\//.test(path);

export const isData = (path: string): boolean => data.some((pattern) => pattern.test(path));

export function sizesOf(paths: readonly string[]): Size[] {
  return paths.map((path) => ({
    path,
    lines: readRepositoryFile(path).trimEnd().split('\n').length,
  }));
}

/** The files of the house's own making; documents, data and generated files aside. */
export function sourceFiles(): string[] {
  return repositoryFiles().filter(
    (path) =>
      /\.(ts|tsx|mjs|cjs|css|html)$/.test(path) &&
      !isData(path) &&
      !path.endsWith('worker-configuration.d.ts'),
  );
}

export function quantile(sizes: readonly Size[], share: number): number {
  const lines = sizes.map((size) => size.lines).sort((one, other) => one - other);
  return lines[Math.min(lines.length - 1, Math.floor(lines.length * share))] ?? 0;
}

export const sum = (sizes: readonly Size[]): number =>
  sizes.reduce((total, { lines }) => total + lines, 0);
