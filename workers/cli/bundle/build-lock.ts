import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { repositoryRoot } from '../supervisor/layout.ts';
import { isAlive } from '../supervisor/run-file.ts';

const lockFile = join(repositoryRoot, 'build', '.lock');

function tryLock(): boolean {
  mkdirSync(join(repositoryRoot, 'build'), { recursive: true });
  try {
    writeFileSync(lockFile, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function readHolder(): number | undefined {
  try {
    const pid = Number(readFileSync(lockFile, 'utf8'));
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** Two commands in one checkout build one after the other; the second then finds it done. */
export async function withBuildLock<T>(work: () => Promise<T>): Promise<T> {
  while (!tryLock()) {
    const holder = readHolder();
    if (holder !== undefined && !isAlive(holder)) rmSync(lockFile, { force: true });
    await sleep(100);
  }
  try {
    return await work();
  } finally {
    rmSync(lockFile, { force: true });
  }
}
