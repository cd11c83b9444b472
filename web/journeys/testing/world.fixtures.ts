import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { provisionDemo, readDemoAccounts } from '#workers/cli/seed-demo.ts';
import type { Runtime } from '#workers/cli/supervisor/runtime-options.ts';
import { startRuntime } from '#workers/cli/supervisor/runtime.ts';
import { demoToday } from '#workers/demo/demo-today.ts';

export type Account = { username: string; password: string; role: string; organization: string };

/** The real programs with a small demo world of their own, as `npm start` would run them. */
export type World = {
  runtime: Runtime;
  /** `urlOf('henan', '/console/')`. */
  urlOf(host: string, path?: string): string;
  account(host: string, username: string): Account;
  stop(): Promise<void>;
};

export async function startWorld(): Promise<World> {
  const dataDir = await mkdtemp(join(tmpdir(), 'qingfeng-journey-'));
  const runtime = await startRuntime({
    dataDir,
    port: 0,
    demoNow: demoToday,
    populate: (databases, layout) =>
      provisionDemo(databases, layout, { demoNow: demoToday, scale: 'tiny' }),
  });
  const accounts = readDemoAccounts(runtime.layout);
  return {
    runtime,
    urlOf: (host, path = '/') => `http://${host}.${runtime.baseHost}${path}`,
    account: (host, username) => {
      const found = accounts.find((each) => each.host === host && each.username === username);
      if (found === undefined) throw new Error(`no demo account ${username} at ${host}`);
      return found;
    },
    stop: async () => {
      await runtime.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
