import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { repositoryRoot } from '../repository.ts';

export type Violation = { rule: string; from: string; to: string };
export type Cruise = { modules: string[]; violations: Violation[] };

const folders = ['schema', 'plugins', 'workers', 'web'];

function isResult(output: unknown): output is ICruiseResult {
  return typeof output === 'object' && output !== null && 'modules' in output;
}

/** Walks the imports of the tree below `root` with the rules of this repository. */
export async function cruiseTree(root: string): Promise<Cruise> {
  const options = await extractDepcruiseOptions(join(repositoryRoot, '.dependency-cruiser.cjs'));
  const { output } = await cruise(
    folders.filter((folder) => existsSync(join(root, folder))),
    { ...options, baseDir: root },
    undefined,
    { tsConfig: extractTSConfig(join(repositoryRoot, 'tsconfig.json')) },
  );
  if (!isResult(output)) throw new Error('dependency-cruiser answered with text');
  return {
    modules: output.modules.map(({ source }) => source),
    violations: output.summary.violations.map(({ rule, from, to }) => ({
      rule: rule.name,
      from,
      to,
    })),
  };
}
