import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inject } from 'vitest';
import { labelOf, readDemoAccounts } from '#workers/cli/seed-demo.ts';
import type { Runtime, RuntimeOptions } from '#workers/cli/supervisor/runtime-options.ts';
import { startRuntime } from '#workers/cli/supervisor/runtime.ts';
import { demoToday } from '#workers/demo/demo-today.ts';
import type { Worlds } from './world.global-setup.ts';

export type Account = { username: string; password: string; role: string; organization: string };

/** The real programs with a small demo world of their own, as `npm start` would run them. */
export type World = {
  readonly runtime: Runtime;
  /** `urlOf('henan', '/console/')`. */
  urlOf(host: string, path?: string): string;
  account(host: string, username: string): Account;
  /** Everybody goes home, and the programs start again on a later day with what was done. */
  goOnTo(instant: string): Promise<void>;
  stop(): Promise<void>;
};

/** What the first world left behind: without its clock, so that it is the demo's morning again. */
const inherited = ['databases', 'demo-accounts.json', 'evidence', 'keys'];

async function copyFirstWorld({ folder, firstWorld }: Worlds): Promise<string> {
  const dataDir = await mkdtemp(join(folder, 'world-'));
  const copies = inherited.map((name) =>
    cp(join(firstWorld, name), join(dataDir, name), { recursive: true }),
  );
  await Promise.all(copies);
  return dataDir;
}

/** The programs on what was left behind, at the address where everybody knows them. */
type Programs = Pick<RuntimeOptions, 'outward' | 'texts'>;

const startPrograms = (
  dataDir: string,
  { firstWorld }: Worlds,
  { port, ...programs }: Programs & { port: number },
) => {
  const release = join(firstWorld, 'release');
  return startRuntime({
    dataDir,
    port,
    demoNow: demoToday,
    ...programs,
    built: { worker: join(release, 'worker'), web: join(release, 'web') },
  });
};

/** `programs` is what this journey's installation has beyond the usual, such as hosts for messages. */
export async function startWorld(programs: Programs = {}): Promise<World> {
  const worlds = inject('worlds');
  const dataDir = await copyFirstWorld(worlds);
  let runtime = await startPrograms(dataDir, worlds, { ...programs, port: 0 });
  const accounts = readDemoAccounts(runtime.layout);
  return {
    get runtime() {
      return runtime;
    },
    urlOf: (host, path = '/') => `http://${host}.${runtime.baseHost}${path}`,
    account: (host, username) => {
      const found = accounts.find(
        (each) => labelOf(each.host) === host && each.username === username,
      );
      if (found === undefined) throw new Error(`no demo account ${username} at ${host}`);
      return found;
    },
    goOnTo: async (instant) => {
      await runtime.stop();
      const clock = JSON.stringify({ demoNow: instant, startedAt: Date.now() });
      await writeFile(join(dataDir, 'demo-clock.json'), clock);
      runtime = await startPrograms(dataDir, worlds, { ...programs, port: runtime.port });
      await runtime.tick();
    },
    stop: async () => {
      await runtime.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
