import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { repositoryRoot } from '../repository.ts';

export type WorkTree = { changed: string[]; fingerprint: string };

export function readWorkTree(): WorkTree {
  const git = (...args: string[]): string =>
    execFileSync('git', args, {
      cwd: repositoryRoot,
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
    });
  const status = git('status', '--porcelain');
  const fingerprint = createHash('sha256').update(status).update(git('diff', 'HEAD')).digest('hex');
  return { changed: status.split('\n').filter((line) => line !== ''), fingerprint };
}

/** On CI the tree must be clean; elsewhere the checks must leave it as they found it. */
export function treeProblem(before: WorkTree, after: WorkTree, isCi: boolean): string | undefined {
  if (isCi && after.changed.length > 0) {
    return `the tree is not clean:\n${after.changed.join('\n')}`;
  }
  if (before.fingerprint === after.fingerprint) return undefined;
  const fresh = after.changed.filter((line) => !before.changed.includes(line));
  return `the checks changed the tree (or somebody did meanwhile):\n${fresh.join('\n')}`;
}
