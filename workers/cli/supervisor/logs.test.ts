import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createDataFolder } from './installation.fixtures.ts';
import { rotateLogs } from './logs.ts';

test('a log that grew too long is kept once and begun anew, a short one stays', () => {
  const { logs } = createDataFolder();
  writeFileSync(join(logs, 'workerd.log'), 'x'.repeat(101));
  writeFileSync(join(logs, 'sqld.log'), 'short');
  rotateLogs(logs, 100);
  expect(readFileSync(join(logs, 'workerd.log'), 'utf8')).toBe('');
  expect(readFileSync(join(logs, 'workerd.log.1'), 'utf8')).toHaveLength(101);
  expect(readFileSync(join(logs, 'sqld.log'), 'utf8')).toBe('short');
});
