import { globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { provisionDemo } from '#workers/cli/seed-demo.ts';
import { layOut } from '#workers/cli/supervisor/layout.ts';
import { isAlive, readRunRecord } from '#workers/cli/supervisor/run-file.ts';
import { startRuntime } from '#workers/cli/supervisor/runtime.ts';
import { demoToday } from '#workers/demo/demo-today.ts';

/** Where the worlds of one run live, and the one that every journey starts from a copy of. */
export type Worlds = { folder: string; firstWorld: string };

declare module 'vitest' {
  interface ProvidedContext {
    worlds: Worlds;
  }
}

/** Builds and seeds once for the whole run: what journeys run does not change while they run. */
export async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'qingfeng-journeys-'));
  const clear = (): void => endWorlds(folder);
  process.once('exit', clear);
  const firstWorld = join(folder, 'first-world');
  const runtime = await startRuntime({
    dataDir: firstWorld,
    port: 0,
    demoNow: demoToday,
    populate: (databases, layout, baseHost) =>
      provisionDemo(databases, layout, { demoNow: demoToday, scale: 'tiny', baseHost }),
  });
  await runtime.stop();
  project.provide('worlds', { folder, firstWorld });
  return () => {
    process.off('exit', clear);
    clear();
  };
}

/** A run that is broken off never comes to stop its worlds; what they run ends with it all the same. */
function endWorlds(folder: string): void {
  for (const record of globSync('*/run.json', { cwd: folder })) {
    const run = readRunRecord(layOut(join(folder, dirname(record))));
    // Who supervises goes first: it would start the others again.
    for (const pid of [run?.supervisor, run?.workerd, run?.tenant.pid, run?.sealed.pid]) {
      if (pid && pid !== process.pid && isAlive(pid)) process.kill(pid, 'SIGKILL');
    }
  }
  rmSync(folder, { recursive: true, force: true });
}
