import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { provisionDemo } from '#workers/cli/seed-demo.ts';
import { startRuntime } from '#workers/cli/supervisor/runtime.ts';
import { demoToday } from '#workers/demo/demo-today.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The data folder of the world that every journey starts from a copy of. */
    firstWorld: string;
  }
}

/** Builds and seeds once for the whole run: what journeys run does not change while they run. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'qingfeng-first-world-'));
  const runtime = await startRuntime({
    dataDir,
    port: 0,
    demoNow: demoToday,
    populate: (databases, layout) =>
      provisionDemo(databases, layout, { demoNow: demoToday, scale: 'tiny' }),
  });
  await runtime.stop();
  project.provide('firstWorld', dataDir);
  return () => rm(dataDir, { recursive: true, force: true });
}
