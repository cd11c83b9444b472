import { expect, test } from 'vitest';
import { runStep } from './run-step.ts';

const program = (source: string) => ['node', '-e', source] as const;

test('a step that ends with an error is red and shows what it said', async () => {
  const outcome = await runStep({
    name: 'wrong',
    command: program('console.error("line 3 is wrong"); process.exit(2)'),
    minutes: 1,
  });
  expect(outcome.isGreen).toBe(false);
  expect(outcome.counts.failed).toBe(1);
  expect(outcome.output).toContain('line 3 is wrong');
});

test('a step that ends well is green, without standard input to wait for', async () => {
  const source = 'process.stdin.on("end", () => process.exit(0)).resume()';
  const outcome = await runStep({ name: 'right', command: program(source), minutes: 1 });
  expect(outcome).toMatchObject({ isGreen: true, counts: { passed: 1, failed: 0 } });
});

test('a test step that left no report is red, even when it ended with zero', async () => {
  const outcome = await runStep({
    name: 'silent',
    command: program('process.exit(0)'),
    project: 'silent',
    minutes: 1,
  });
  expect(outcome.isGreen).toBe(false);
});

test('a step that hangs is stopped at its limit with everything it started', async () => {
  const source = 'require("child_process").spawn("sleep", ["60"]); setInterval(() => {}, 1000)';
  const outcome = await runStep({ name: 'hanging', command: program(source), minutes: 0.02 });
  expect(outcome.isGreen).toBe(false);
  expect(outcome.seconds).toBeLessThan(20);
  expect(outcome.output).toContain('stopped after');
});

test('a program that does not exist is a red step, not a crash', async () => {
  const outcome = await runStep({ name: 'absent', command: ['no-such-program'], minutes: 1 });
  expect(outcome.isGreen).toBe(false);
});
