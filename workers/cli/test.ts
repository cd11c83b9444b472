import { requireChromium } from './house/steps/chromium.ts';
import { addCounts, closingLine, nothing, type Counts } from './house/steps/counts.ts';
import { runPool } from './house/steps/run-pool.ts';
import { runStep, stopRunningSteps, type Outcome } from './house/steps/run-step.ts';
import {
  buildStep,
  journeysStep,
  quickSteps,
  runtimeStep,
  type Step,
} from './house/steps/steps.ts';
import { readWorkTree, treeProblem } from './house/steps/work-tree.ts';
import { inWords, print } from './terminal.ts';

const help = {
  zh: `npm test                全部检查（含真实运行环境和浏览器走查）
npm run verify          除真实运行环境和浏览器走查外的全部检查
  -- --only 名称,名称    只做这几项`,
  en: `npm test                every check, the real programs and the browser journeys included
npm run verify          every check but those two
  -- --only NAME,NAME    these steps only`,
};

function report({ step, isGreen, seconds, counts, output }: Outcome): void {
  const tests = step.project ? `  ${closingLine(counts)}` : '';
  print(
    `${isGreen ? '✓' : '✗'} ${step.name.padEnd(10)} ${seconds.toFixed(1).padStart(6)} s${tests}`,
  );
  for (const line of output.match(/^report: .*$/gm) ?? []) print(`  ${line}`);
  if (!isGreen) print(`${output.trimEnd()}\n`);
}

async function runAndReport(step: Step, extra?: Record<string, string>): Promise<Outcome> {
  const outcome = await runStep(step, extra);
  report(outcome);
  return outcome;
}

function failed(step: Step, output: string): Outcome {
  const counts = { ...nothing, failed: 1 };
  const outcome: Outcome = { step, isGreen: false, seconds: 0, counts, output };
  report(outcome);
  return outcome;
}

async function runJourneys(): Promise<Outcome> {
  try {
    return await runAndReport(journeysStep, { CHROMIUM: requireChromium() });
  } catch (error) {
    return failed(journeysStep, error instanceof Error ? error.message : String(error));
  }
}

async function runAll(isQuick: boolean, only: readonly string[]): Promise<Outcome[]> {
  const isAsked = (step: Step): boolean => only.length === 0 || only.includes(step.name);
  const outcomes = await runPool(
    2,
    quickSteps.filter(isAsked).map((step) => () => runAndReport(step)),
  );
  if (isQuick) return outcomes;
  if (only.length === 0) outcomes.push(await runAndReport(buildStep));
  if (isAsked(runtimeStep)) outcomes.push(await runAndReport(runtimeStep));
  if (isAsked(journeysStep)) outcomes.push(await runJourneys());
  return outcomes;
}

function checkTree(before: ReturnType<typeof readWorkTree>): Outcome {
  const step: Step = { name: 'clean tree', command: ['git', 'status'], minutes: 1 };
  const problem = treeProblem(before, readWorkTree(), process.env.CI === 'true');
  if (problem) return failed(step, problem);
  const outcome = {
    step,
    isGreen: true,
    seconds: 0,
    counts: { ...nothing, passed: 1 },
    output: '',
  };
  report(outcome);
  return outcome;
}

const args = process.argv.slice(2);
if (args.includes('--help')) {
  print(inWords(help));
} else {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      stopRunningSteps();
      process.exit(130);
    });
  }
  const only = args.includes('--only') ? (args[args.indexOf('--only') + 1] ?? '').split(',') : [];
  const before = readWorkTree();
  const outcomes = await runAll(args.includes('--quick'), only);
  outcomes.push(checkTree(before));
  const total = outcomes.map(({ counts }) => counts).reduce<Counts>(addCounts, nothing);
  print(closingLine(total));
  process.exitCode = outcomes.every(({ isGreen }) => isGreen) ? 0 : 1;
}
