import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { repositoryRoot } from '../repository.ts';
import { countsOfReport, countsOfStep, type Counts } from './counts.ts';
import type { Step } from './steps.ts';

export type Outcome = {
  step: Step;
  isGreen: boolean;
  seconds: number;
  counts: Counts;
  output: string;
};

const running = new Set<number>();

/** Ends the steps under way, each with the processes it started. */
export function stopRunningSteps(): void {
  for (const pid of running) {
    try {
      process.kill(-pid, 'SIGKILL');
    } catch {
      running.delete(pid);
    }
  }
}

function environment(extra: Record<string, string>): NodeJS.ProcessEnv {
  const bin = join(repositoryRoot, 'node_modules', '.bin');
  return {
    ...process.env,
    PATH: `${bin}${delimiter}${process.env.PATH ?? ''}`,
    FORCE_COLOR: '0',
    NO_COLOR: '1',
    WRANGLER_SEND_METRICS: 'false',
    ...extra,
  };
}

type Ended = { code: number | null; output: string };

function spawnStep(command: readonly string[], env: NodeJS.ProcessEnv, minutes: number) {
  const [program = '', ...args] = command;
  return new Promise<Ended>((resolve) => {
    let output = '';
    const child = spawn(program, args, {
      cwd: repositoryRoot,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    const { pid } = child;
    if (pid !== undefined) running.add(pid);
    const deadline = setTimeout(() => {
      output += `\nstopped after ${minutes} minutes\n`;
      if (pid !== undefined) process.kill(-pid, 'SIGKILL');
    }, minutes * 60_000);
    const collect = (chunk: Buffer) => (output += chunk.toString('utf8'));
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', (error) => (output += `${error.message}\n`));
    child.on('close', (code) => {
      clearTimeout(deadline);
      if (pid !== undefined) running.delete(pid);
      resolve({ code, output });
    });
  });
}

export async function runStep(step: Step, extra: Record<string, string> = {}): Promise<Outcome> {
  const report = join(tmpdir(), `qingfeng-${process.pid}-${step.name}.json`);
  const reporting = step.project
    ? ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    : [];
  const startedAt = performance.now();
  const command = [...step.command, ...reporting];
  const { code, output } = await spawnStep(command, environment(extra), step.minutes);
  const seconds = (performance.now() - startedAt) / 1000;
  const text = step.project && existsSync(report) ? readFileSync(report, 'utf8') : undefined;
  rmSync(report, { force: true });
  const tests = countsOfReport(text);
  const isGreen = code === 0 && (!step.project || (tests !== undefined && tests.skipped === 0));
  return { step, isGreen, seconds, counts: countsOfStep(isGreen, tests), output };
}
