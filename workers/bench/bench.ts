import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { CommandError, inWords, print, runCommand, warn } from '../cli/terminal.ts';
import { checkRow } from './check.ts';
import { filingRows, filingsNeeded } from './filing.ts';
import { startInstallation } from './installation.ts';
import type { Installation } from './installation.ts';
import { readBusyness } from './processor-time.ts';
import { listRow, readMeRow, readTasksRow } from './reads.ts';
import { ratioRow } from './row.ts';
import type { BenchRow } from './row.ts';
import { scoringRow } from './scoring.ts';
import { coldStartRow, runtimeStartRow } from './start-up.ts';
import { formatReport, toJson } from './table.ts';
import type { BenchReport } from './table.ts';
import { volumeRows } from './volume.ts';
import { bundleRow, pageRows, readPageWeights } from './weights.ts';

const help = {
  zh: `npm run bench                在本机跑一遍性能测试，打印对照表
npm run bench -- --json      输出 JSON
npm run bench -- --only 项目  只跑一项：${'reads, filing, volume, scoring, check, start-up, weights'}`,
  en: `npm run bench                measures on this machine and prints the table
npm run bench -- --json      as JSON
npm run bench -- --only PART runs one part: reads, filing, volume, scoring, check, start-up, weights`,
};

async function scoring(): Promise<BenchRow[]> {
  const { name, unit, ours, theirs, details } = await scoringRow();
  const title = {
    zh: '考评计分（对照 json-rules-engine）',
    en: 'scoring, beside json-rules-engine',
  };
  const seconds = (details.milliseconds ?? 0) / 1000;
  return [
    ratioRow({ name, title, unit, ours, theirs, atLeast: 10, details: { ...details, seconds } }),
  ];
}

type Part = (installation: Installation) => Promise<BenchRow[]>;

/** In this order: the reads before the filings grow the database. */
const parts: Readonly<Record<string, Part>> = {
  reads: async (installation) => [
    await readMeRow(installation),
    await readTasksRow(installation),
    await listRow(installation),
  ],
  filing: filingRows,
  volume: volumeRows,
  scoring,
  check: async () => [await checkRow()],
  'start-up': async (installation) => [await coldStartRow(), runtimeStartRow(installation)],
  weights: async () => [bundleRow(), ...pageRows(readPageWeights())],
};

function choose(only: string | undefined): string[] {
  if (only === undefined) return Object.keys(parts);
  if (Object.hasOwn(parts, only)) return [only];
  throw new CommandError({ zh: `没有这一项：${only}`, en: `there is no part ${only}` });
}

function untilInterrupted(): Promise<never> {
  return new Promise((_, reject) => {
    const interrupt = () => reject(new CommandError({ zh: '已中断。', en: 'Interrupted.' }));
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, interrupt);
  });
}

async function runParts(installation: Installation, names: readonly string[]): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const name of names) {
    warn(`${name} …`);
    rows.push(...((await parts[name]?.(installation)) ?? []));
  }
  return rows;
}

async function measure(names: readonly string[]): Promise<BenchReport> {
  const filings = names.includes('filing') ? filingsNeeded : 80;
  const interrupted = untilInterrupted();
  // Looked at once the engines are up: what was begun is then ended in order.
  interrupted.catch(() => undefined);
  warn(inWords({ zh: '正在启动并写入测试数据……', en: 'starting and seeding …' }));
  const before = readBusyness();
  const installation = await startInstallation({ filings, report: warn });
  const work = runParts(installation, names);
  work.catch(() => undefined);
  let rows: BenchRow[];
  try {
    rows = await Promise.race([work, interrupted]);
  } finally {
    await installation.stop();
  }
  const processors = cpus();
  const processor = processors[0]?.model ?? 'unknown';
  const machine = { cores: processors.length, processor, node: process.version };
  const busyness = [before, readBusyness()] as const;
  return { at: new Date().toISOString(), machine, busyness, rows };
}

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      help: { type: 'boolean', short: 'h' },
      json: { type: 'boolean' },
      only: { type: 'string' },
    },
  });
  if (values.help === true) return print(inWords(help));
  const report = await measure(choose(values.only));
  print(values.json === true ? toJson(report) : formatReport(report));
});
// A load that was interrupted would go on against nobody.
process.exit();
