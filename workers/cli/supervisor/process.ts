import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

export type Program = {
  command: string;
  args: readonly string[];
  env?: Record<string, string>;
  /** The system user to run as; ours unless given. */
  user?: number;
};

export type SupervisedOptions = {
  name: string;
  program: Program;
  logFile: string;
  /** Resolves when the process does its work; called after every start. */
  awaitReady: (child: ChildProcess) => Promise<void>;
  report: (line: string) => void;
  extraPipes?: number;
  /** Called before every start, the first and the later ones. */
  prepare?: () => void;
  /** Called with each new process, ready or not, so that its number can be recorded. */
  onStart?: () => void;
};

export type SupervisedProcess = {
  readonly name: string;
  pid(): number | undefined;
  restarts(): number;
  restart(): Promise<void>;
  stop(): Promise<void>;
};

const firstDelay = 200;
const longestDelay = 10_000;
const calmAfter = 30_000;
const patience = 8_000;

export function backOffDelay(failures: number): number {
  return Math.min(firstDelay * 2 ** Math.max(0, failures - 1), longestDelay);
}

function launch({ program, logFile, extraPipes = 0, prepare }: SupervisedOptions): ChildProcess {
  prepare?.();
  const log = openSync(logFile, 'a', 0o600);
  try {
    // Detached: Ctrl-C reaches the supervisor alone, which then ends its children in order.
    return spawn(program.command, program.args, {
      detached: true,
      stdio: ['ignore', log, log, ...Array.from({ length: extraPipes }, () => 'pipe' as const)],
      ...(program.user === undefined ? {} : { uid: program.user, gid: program.user }),
      env: { PATH: process.env.PATH, HOME: process.env.HOME, ...program.env },
    });
  } finally {
    closeSync(log);
  }
}

function exited(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ?? `exit ${code}`));
  });
}

async function end(child: ChildProcess, gone: Promise<string>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  const waiting = new AbortController();
  const late = sleep(patience, 'late', { signal: waiting.signal }).catch(() => 'gone');
  if ((await Promise.race([gone, late])) === 'late') child.kill('SIGKILL');
  await gone;
  waiting.abort();
}

async function awaitReadyOrExit(
  options: SupervisedOptions,
  child: ChildProcess,
  gone: Promise<string>,
): Promise<void> {
  await Promise.race([
    options.awaitReady(child),
    gone.then((how) => {
      throw new Error(`${options.name} ended while starting (${how}), see ${options.logFile}`);
    }),
  ]);
}

/** Starts a process, waits until it is ready and starts it again, more and more slowly, when it dies. */
export async function supervise(options: SupervisedOptions): Promise<SupervisedProcess> {
  let child = launch(options);
  let gone = exited(child);
  let startedAt = Date.now();
  let failures = 0;
  let restarts = 0;
  let stopping = false;
  let expected: ChildProcess | undefined;

  const startAgain = async (): Promise<void> => {
    child = launch(options);
    gone = exited(child);
    startedAt = Date.now();
    restarts += 1;
    watch();
    options.onStart?.();
    await awaitReadyOrExit(options, child, gone);
  };

  const revive = async (how: string): Promise<void> => {
    failures = Date.now() - startedAt > calmAfter ? 1 : failures + 1;
    const delay = backOffDelay(failures);
    options.report(`${options.name}: ${how}, restart in ${delay} ms`);
    await sleep(delay);
    if (stopping) return;
    await startAgain().catch((error: Error) => options.report(error.message));
  };

  function watch(): void {
    const watched = child;
    void gone.then((how) => {
      if (!stopping && watched !== expected && watched === child) void revive(how);
    });
  }

  try {
    await awaitReadyOrExit(options, child, gone);
  } catch (error) {
    stopping = true;
    await end(child, gone);
    throw error;
  }
  watch();

  return {
    name: options.name,
    pid: () => child.pid,
    restarts: () => restarts,
    restart: async () => {
      expected = child;
      await end(child, gone);
      await startAgain();
    },
    stop: async () => {
      stopping = true;
      await end(child, gone);
    },
  };
}
