import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { backOffDelay, supervise, type SupervisedOptions } from './process.ts';
import { isAlive } from './run-file.ts';

async function superviseScript(script: string, overrides: Partial<SupervisedOptions> = {}) {
  const lines: string[] = [];
  const logFile = join(mkdtempSync(join(tmpdir(), 'qingfeng-process-')), 'child.log');
  const child = await supervise({
    name: 'child',
    program: { command: process.execPath, args: ['-e', script] },
    logFile,
    awaitReady: () => sleep(100),
    report: (line) => lines.push(line),
    ...overrides,
  });
  onTestFinished(() => child.stop());
  return { child, lines, logFile };
}

const forever = 'setInterval(() => {}, 1000)';

test('a process that is killed is started again and says so', async () => {
  const { child, lines } = await superviseScript(forever);
  const first = child.pid();
  process.kill(first ?? 0, 'SIGKILL');
  await vi.waitFor(() => expect(child.restarts()).toBe(1), 5_000);
  expect(child.pid()).not.toBe(first);
  expect(lines).toEqual(['child: SIGKILL, restart in 200 ms']);
});

test('a process that keeps dying is tried again more and more slowly, but never given up', () => {
  expect([1, 2, 3, 4, 20].map(backOffDelay)).toEqual([200, 400, 800, 1_600, 10_000]);
});

test('stopping ends the process and does not start it again', async () => {
  const { child } = await superviseScript(forever);
  const pid = child.pid() ?? 0;
  await child.stop();
  await sleep(400);
  expect(isAlive(pid)).toBe(false);
  expect(child.restarts()).toBe(0);
});

test('stopping during the wait before a restart starts nothing', async () => {
  const { child } = await superviseScript(forever);
  process.kill(child.pid() ?? 0, 'SIGKILL');
  await sleep(50);
  await child.stop();
  await sleep(400);
  expect(child.restarts()).toBe(0);
});

test('a wanted restart is not counted as a crash', async () => {
  const { child, lines } = await superviseScript(forever);
  await child.restart();
  expect(child.restarts()).toBe(1);
  expect(lines).toEqual([]);
});

test('a process that ends while starting is an error that names its log', async () => {
  await expect(
    superviseScript('console.error("no disk"); process.exit(3)', {
      awaitReady: () => sleep(5_000),
    }),
  ).rejects.toThrow(/child ended while starting \(exit 3\), see .*child\.log/);
});

test('what a process says goes to its log, over all its lives', async () => {
  const { child, logFile } = await superviseScript(`console.log('alive'); ${forever}`);
  await vi.waitFor(() => expect(readFileSync(logFile, 'utf8')).toBe('alive\n'), 5_000);
  await child.restart();
  const read = () => readFileSync(logFile, 'utf8');
  await vi.waitFor(() => expect(read()).toBe('alive\nalive\n'), 5_000);
});

test('a process sees nothing of our environment but the path, the home and what it is given', async () => {
  vi.stubEnv('QINGFENG_SECRET', 'for nobody else');
  const script = `console.log(Object.keys(process.env).sort().join()); ${forever}`;
  const program = { command: process.execPath, args: ['-e', script], env: { GIVEN: '1' } };
  const { logFile } = await superviseScript('', { program });
  vi.unstubAllEnvs();
  const read = () => readFileSync(logFile, 'utf8');
  await vi.waitFor(() => expect(read()).toMatch(/^GIVEN,(HOME,)?PATH\n$/), 5_000);
});
