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
  });
  const file = join(folder, `${worker}.capnp`);
  writeFileSync(file, config);
  return file;
}

/** Milliseconds from the process's birth to its first answer. */
async function timeToFirstAnswer(folder: string, configFile: string): Promise<number> {
  const begun = performance.now();
  let elapsed = 0;
  const workerd = await supervise({
    name: 'workerd',
    program: { command: findWorkerd(), args: ['serve', '--control-fd=3', configFile, 'config'] },
    logFile: join(folder, 'workerd.log'),
    report: () => undefined,
    extraPipes: 1,
    awaitReady: async (child) => {
      const port = (await readSockets(child, ['public', 'tick'])).get('public') ?? 0;
      const answer = await call(`http://127.0.0.1:${port}/healthz`, { method: 'GET', headers: {} });
      elapsed = performance.now() - begun;
      if (answer.status !== 200) throw new Error(`/healthz answered ${answer.status}`);
    },
  });
  await workerd.stop();
  return elapsed;
}

/** A cold isolate of our bundle beside one that does nothing. */
export async function coldStartRow(): Promise<BenchRow> {
  const folder = mkdtempSync(join(tmpdir(), 'qingfeng-cold-'));
  try {
    symlinkSync(join(repositoryRoot, 'build', 'worker'), join(folder, 'ours'));
    mkdirSync(join(folder, 'empty'));
    writeFileSync(join(folder, 'empty', 'main.js'), emptyWorker);
    const [ours, empty] = [writeConfig(folder, 'ours'), writeConfig(folder, 'empty')];
    const times = { ours: [] as number[], empty: [] as number[] };
    for (let round = 0; round < rounds; round += 1) {
      times.empty.push(await timeToFirstAnswer(folder, empty));
      times.ours.push(await timeToFirstAnswer(folder, ours));
    }
    const [own, base] = [medianOf(times.ours), medianOf(times.empty)];
    return limitRow({
      name: 'cold-start',
      title: {
        zh: 'Worker 冷启动（减去空程序）',
        en: 'cold start of the Worker over an empty one',
      },
      unit: 'ms',
      ours: Math.max(0, Math.round(own - base)),
      atMost: 100,
      details: { firstAnswerMs: Math.round(own), emptyMs: Math.round(base), rounds },
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
