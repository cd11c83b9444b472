import { cp, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { inject } from 'vitest';
import { labelOf, readDemoAccounts } from '#workers/cli/seed-demo.ts';
import type { Runtime } from '#workers/cli/supervisor/runtime-options.ts';
import { startRuntime } from '#workers/cli/supervisor/runtime.ts';
import { demoToday } from '#workers/demo/demo-today.ts';
import type { Worlds } from './world.global-setup.ts';

export type Account = { username: string; password: string; role: string; organization: string };

/** The real programs with a small demo world of their own, as `npm start` would run them. */
export type World = {
  runtime: Runtime;
  /** `urlOf('henan', '/console/')`. */
  urlOf(host: string, path?: string): string;
  account(host: string, username: string): Account;
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

export async function startWorld(): Promise<World> {
  const worlds = inject('worlds');
  const release = join(worlds.firstWorld, 'release');
  const dataDir = await copyFirstWorld(worlds);
  const runtime = await startRuntime({
    dataDir,
    port: 0,
    demoNow: demoToday,
    built: { worker: join(release, 'worker'), web: join(release, 'web') },
  });
  const accounts = readDemoAccounts(runtime.layout);
  return {
    runtime,
    urlOf: (host, path = '/') => `http://${host}.${runtime.baseHost}${path}`,
    account: (host, username) => {
      const found = accounts.find(
        (each) => labelOf(each.host) === host && each.username === username,
      );
      if (found === undefined) throw new Error(`no demo account ${username} at ${host}`);
      return found;
    },
    stop: async () => {
      await runtime.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
