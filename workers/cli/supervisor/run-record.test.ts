import { statSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createDataFolder } from './installation.fixtures.ts';
import { readLogTail } from './logs.ts';
import {
  findRunning,
  isAlive,
  readRunRecord,
  removeRunRecord,
  writeRunRecord,
} from './run-file.ts';
import type { RunRecord } from './run-file.ts';

const child = { pid: 999_999_999, url: 'http://127.0.0.1:1', adminUrl: 'http://127.0.0.1:2' };
const record: RunRecord = {
  supervisor: process.pid,
  origin: 'http://localhost:8787',
  tenant: child,
  sealed: child,
};

test('what runs on a folder is found by other commands, and by nobody else of the machine', () => {
  const layout = createDataFolder();
  expect(findRunning(layout)).toBeUndefined();
  writeRunRecord(layout, record);
  expect(findRunning(layout)).toEqual(record);
  expect(statSync(layout.runFile).mode & 0o077).toBe(0);
  removeRunRecord(layout);
  removeRunRecord(layout);
  expect(readRunRecord(layout)).toBeUndefined();
});

test('a supervisor that is gone serves nothing, whatever its record says', () => {
  const layout = createDataFolder();
  writeRunRecord(layout, { ...record, supervisor: child.pid });
  expect(isAlive(child.pid)).toBe(false);
  expect(findRunning(layout)).toBeUndefined();
  expect(readRunRecord(layout)?.supervisor).toBe(child.pid);
});

test('a record that was cut off in writing is none', () => {
  const layout = createDataFolder();
  writeFileSync(layout.runFile, '{"supervisor": 1');
  expect(readRunRecord(layout)).toBeUndefined();
});

test('of a log only its last words are shown, and of none nothing', () => {
  const layout = createDataFolder();
  const log = `${layout.logs}/sqld.log`;
  expect(readLogTail(log)).toBe('');
  writeFileSync(log, '一\n二\n三\n四\n');
  expect(readLogTail(log, 2)).toBe('三\n四');
  expect(readLogTail(log)).toBe('一\n二\n三\n四');
});
