import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listModules } from '../cli/bundle/worker-bundle.ts';
import { readCompatibility } from '../cli/supervisor/compatibility.ts';
import { repositoryRoot } from '../cli/supervisor/layout.ts';
import { supervise } from '../cli/supervisor/process.ts';
import { createWorkerdConfig } from '../cli/supervisor/workerd-config.ts';
import { findWorkerd, readSockets } from '../cli/supervisor/workerd.ts';
import { call } from './call.ts';
import type { Installation } from './installation.ts';
import { startMeter } from './processor-time.ts';
import { limitRow, medianOf } from './row.ts';
import type { BenchRow } from './row.ts';

const rounds = 5;

/** Does what every Worker must, so that what is left of the difference is our own code. */
const emptyWorker = `import { DurableObject, WorkerEntrypoint } from 'cloudflare:workers';
export class TenantWriter extends DurableObject {}
export class Ticker extends WorkerEntrypoint {}
export default { fetch: () => new Response('ok') };
`;

const nowhere = '127.0.0.1:9';

/** A workerd of its own with no engine behind it; `/healthz` asks none. */
function writeConfig(folder: string, worker: string): string {
  const directories = { assets: folder, evidence: folder, keys: folder };
  const config = createWorkerdConfig({
    ...readCompatibility(),
    modules: listModules(worker, readdirSync(join(folder, worker))),
    port: 0,
    texts: { DEPLOYMENT: 'shared', BASE_HOST: 'localhost' },
    directories,
    databases: { tenant: nowhere, sealed: nowhere },
    outward: { addresses: [], certificates: [] },
  });
  const file = join(folder, `${worker}.capnp`);
  writeFileSync(file, config);
  return file;
}

type FirstAnswer = { ms: number; cpuMs: number };

/** From the process's birth to its first answer, by the clock and on the processor. */
async function timeToFirstAnswer(folder: string, configFile: string): Promise<FirstAnswer> {
  const begun = performance.now();
  let first: FirstAnswer = { ms: 0, cpuMs: 0 };
  const workerd = await supervise({
    name: 'workerd',
    program: { command: findWorkerd(), args: ['serve', '--control-fd=3', configFile, 'config'] },
    logFile: join(folder, 'workerd.log'),
    report: () => undefined,
    extraPipes: 1,
    awaitReady: async (child) => {
      const stop = startMeter({ workerd: child.pid });
      const port = (await readSockets(child, ['public', 'tick'])).get('public') ?? 0;
      const answer = await call(`http://127.0.0.1:${port}/healthz`, { method: 'GET', headers: {} });
      first = { ms: performance.now() - begun, cpuMs: stop().workerUs / 1000 };
      if (answer.status !== 200) throw new Error(`/healthz answered ${answer.status}`);
    },
  });
  await workerd.stop();
  return first;
}

/** A cold isolate of our bundle beside one that does nothing. */
export async function coldStartRow(): Promise<BenchRow> {
  const folder = mkdtempSync(join(tmpdir(), 'qingfeng-cold-'));
  try {
    symlinkSync(join(repositoryRoot, 'build', 'worker'), join(folder, 'ours'));
    mkdirSync(join(folder, 'empty'));
    writeFileSync(join(folder, 'empty', 'main.js'), emptyWorker);
    const [ours, empty] = [writeConfig(folder, 'ours'), writeConfig(folder, 'empty')];
    const times = { ours: [] as FirstAnswer[], empty: [] as FirstAnswer[] };
    for (let round = 0; round < rounds; round += 1) {
      times.empty.push(await timeToFirstAnswer(folder, empty));
      times.ours.push(await timeToFirstAnswer(folder, ours));
    }
    const middle = (answers: readonly FirstAnswer[], pick: (answer: FirstAnswer) => number) =>
      Math.round(medianOf(answers.map(pick)));
    const own = middle(times.ours, ({ ms }) => ms);
    const base = middle(times.empty, ({ ms }) => ms);
    return limitRow({
      name: 'cold-start',
      title: {
        zh: 'Worker 冷启动（减去空程序）',
        en: 'cold start of the Worker over an empty one',
      },
      unit: 'ms',
      ours: Math.max(0, own - base),
      atMost: 100,
      details: {
        firstAnswerMs: own,
        emptyMs: base,
        cpuMs: middle(times.ours, ({ cpuMs }) => cpuMs),
        emptyCpuMs: middle(times.empty, ({ cpuMs }) => cpuMs),
        rounds,
      },
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** How long the whole start of this run took without the build, database creation included. */
export function runtimeStartRow({ runtime }: Installation): BenchRow {
  const { databases = 0, fill = 0, workerd = 0, build = 0 } = runtime.timings;
  return limitRow({
    name: 'runtime-start',
    title: { zh: '整机启动至就绪', en: 'start of engines and Worker until ready' },
    unit: 'ms',
    ours: databases + workerd,
    atMost: null,
    details: { enginesMs: databases, workerdMs: workerd, seedMs: fill, buildMs: build },
  });
}
