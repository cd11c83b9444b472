import type { ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { supervise, type SupervisedProcess } from './process.ts';

const startWithin = 20_000;
const controlPipe = 3;

export type WorkerdServer = SupervisedProcess & { tickUrl(): string; startedInMs(): number };

export function findWorkerd(): string {
  const workerd = createRequire(import.meta.url)('workerd') as { default: string };
  return workerd.default;
}

type ListenEvent = { event: string; socket: string; port: number };

export async function readSockets(child: ChildProcess, names: readonly string[]) {
  const ports = new Map<string, number>();
  const control = child.stdio[controlPipe] as Readable;
  let rest = '';
  for await (const chunk of control.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
    const lines = `${rest}${chunk as string}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const event = JSON.parse(line) as ListenEvent;
      if (event.event === 'listen') ports.set(event.socket, event.port);
    }
    if (names.every((name) => ports.has(name))) return ports;
  }
  throw new Error('workerd closed its control pipe before it listened');
}

async function awaitReadyz(origin: string): Promise<void> {
  const deadline = Date.now() + startWithin;
  let last = 'no answer';
  while (Date.now() < deadline) {
    try {
      const response = await fetch(`${origin}/readyz`, { signal: AbortSignal.timeout(5_000) });
      last = `${response.status} ${await response.text()}`;
      if (response.ok) return;
    } catch (error) {
      last = String(error);
    }
    await sleep(25);
  }
  throw new Error(`the Worker is not ready after ${startWithin} ms: ${last.slice(0, 500)}`);
}

export async function startWorkerd(options: {
  /** Made anew at every start: the demo's clock must not jump back with a restart. */
  config: () => string;
  configFile: string;
  logFile: string;
  port: number;
  report: (line: string) => void;
  onStart?: () => void;
}): Promise<WorkerdServer> {
  let tickPort = 0;
  let readyAfter = 0;
  const process = await supervise({
    name: 'workerd',
    logFile: options.logFile,
    report: options.report,
    extraPipes: 1,
    onStart: options.onStart,
    prepare: () => writeFileSync(options.configFile, options.config(), { mode: 0o600 }),
    program: {
      command: findWorkerd(),
      args: ['serve', `--control-fd=${controlPipe}`, options.configFile, 'config'],
    },
    awaitReady: async (child) => {
      const begun = performance.now();
      const ports = await readSockets(child, ['public', 'tick']);
      tickPort = ports.get('tick') ?? 0;
      await awaitReadyz(`http://127.0.0.1:${options.port}`);
      readyAfter = performance.now() - begun;
    },
  });
  return {
    ...process,
    tickUrl: () => `http://127.0.0.1:${tickPort}/`,
    startedInMs: () => readyAfter,
  };
}
