import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { CommandError } from '../terminal.ts';
import type { DataLayout } from './layout.ts';

/** What runs on a data folder, so that other commands find it and nothing is ever left behind. */
export type RunRecord = {
  supervisor: number;
  origin: string;
  tenant: { pid: number; url: string; adminUrl: string };
  sealed: { pid: number; url: string; adminUrl: string };
  workerd?: number;
};

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function commandLineOf(pid: number): string {
  try {
    const proc = `/proc/${pid}/cmdline`;
    if (existsSync(proc)) return readFileSync(proc, 'utf8').replaceAll('\0', ' ');
    return execFileSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

export function readRunRecord(layout: DataLayout): RunRecord | undefined {
  try {
    return JSON.parse(readFileSync(layout.runFile, 'utf8')) as RunRecord;
  } catch {
    return undefined;
  }
}

/** The record of a supervisor that is still there; a number taken over by another program is none. */
export function findRunning(layout: DataLayout): RunRecord | undefined {
  const record = readRunRecord(layout);
  if (record === undefined) return undefined;
  const alive = isAlive(record.supervisor) && /node|vitest/.test(commandLineOf(record.supervisor));
  return alive ? record : undefined;
}

export function writeRunRecord(layout: DataLayout, record: RunRecord): void {
  writeFileSync(layout.runFile, JSON.stringify(record), { mode: 0o600 });
}

export function removeRunRecord(layout: DataLayout): void {
  rmSync(layout.runFile, { force: true });
}

async function endOrphan(pid: number, layout: DataLayout): Promise<void> {
  if (!isAlive(pid) || !commandLineOf(pid).includes(layout.root)) return;
  process.kill(pid, 'SIGTERM');
  for (let waited = 0; waited < 5_000 && isAlive(pid); waited += 50) await sleep(50);
  if (isAlive(pid)) process.kill(pid, 'SIGKILL');
}

/** Two supervisors on one folder would corrupt it; children of one that was killed are ended first. */
export async function claimDataFolder(layout: DataLayout): Promise<void> {
  const running = findRunning(layout);
  if (running !== undefined) {
    throw new CommandError({
      zh: `已在运行：${running.origin}（进程 ${running.supervisor}）。请先停止它，或用 QINGFENG_DATA 另选一个数据目录。`,
      en: `Already running: ${running.origin} (process ${running.supervisor}). Stop it first, or choose another folder with QINGFENG_DATA.`,
    });
  }
  const left = readRunRecord(layout);
  if (left === undefined) return;
  const pids = [left.workerd, left.tenant.pid, left.sealed.pid];
  await Promise.all(pids.filter((pid) => pid !== undefined).map((pid) => endOrphan(pid, layout)));
  removeRunRecord(layout);
}
