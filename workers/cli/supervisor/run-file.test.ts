import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createDataFolder } from './installation.fixtures.ts';
import type { DataLayout } from './layout.ts';
import { claimDataFolder, findRunning, isAlive, writeRunRecord } from './run-file.ts';

const gone = 2 ** 22 - 3;

function startSleeper(...words: string[]): number {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', ...words]);
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return child.pid ?? 0;
}

function record(layout: DataLayout, supervisor: number, child: number): void {
  const database = { pid: gone, url: 'http://127.0.0.1:1', adminUrl: 'http://127.0.0.1:2' };
  writeRunRecord(layout, {
    supervisor,
    origin: 'http://127.0.0.1:8787',
    tenant: { ...database, pid: child },
    sealed: database,
  });
}

test('a folder that another supervisor serves is refused, with its address', async () => {
  const layout = createDataFolder();
  record(layout, startSleeper(), gone);
  expect(findRunning(layout)?.origin).toBe('http://127.0.0.1:8787');
  await expect(claimDataFolder(layout)).rejects.toThrow('http://127.0.0.1:8787');
});

test('children left behind by a killed supervisor are ended before a new one starts', async () => {
  const layout = createDataFolder();
  const orphan = startSleeper(layout.root);
  record(layout, gone, orphan);
  await claimDataFolder(layout);
  await vi.waitFor(() => expect(isAlive(orphan)).toBe(false));
  expect(existsSync(layout.runFile)).toBe(false);
});

test('a process that merely took over the number of a child is left alone', async () => {
  const layout = createDataFolder();
  const stranger = startSleeper('nothing to do with us');
  record(layout, gone, stranger);
  await claimDataFolder(layout);
  expect(isAlive(stranger)).toBe(true);
});
