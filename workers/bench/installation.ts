import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHttpTokenMint } from '#workers/platform/crypto/token-mint.ts';
import { namespaceHeader } from '#workers/platform/database/namespace.ts';
import type { Runtime } from '../cli/supervisor/runtime-options.ts';
import { startRuntime } from '../cli/supervisor/runtime.ts';
import { post } from './call.ts';
import type { LoadRequest, Target } from './load.ts';
import type { Pipeline } from './pipeline.ts';
import { createRecorder } from './recording.ts';
import { seedWorld } from './world.ts';
import type { BenchWorld } from './world.ts';

type UserName = keyof BenchWorld['usernames'];
export type Session = { readonly cookie: string; readonly token: string };

/** The one runtime on a folder of its own, with a person signed in for each part of the bench. */
export type Installation = {
  readonly runtime: Runtime;
  readonly world: BenchWorld;
  readonly recorder: ReturnType<typeof createRecorder>;
  sessionOf(user: UserName): Session;
  /** Requests to the Worker as that person sends them. */
  asPerson(user: UserName, requests: readonly LoadRequest[]): Target;
  /** Requests to the engine itself. */
  toEngine(pipelines: readonly Pipeline[]): Promise<Target>;
  stop(): Promise<void>;
};

/** Wider than any load of ours: the bench measures work, not refusals. */
const texts = { RATE_LIMIT_SCALE: '100000' };

export async function startInstallation(options: {
  filings: number;
  report: (line: string) => void;
}): Promise<Installation> {
  const dataDir = mkdtempSync(join(tmpdir(), 'qingfeng-bench-'));
  let world: BenchWorld | undefined;
  const runtime = await startRuntime({
    dataDir,
    port: 0,
    texts,
    report: options.report,
    populate: async (databases) => {
      world = await seedWorld(databases, options.filings);
    },
  });
  const stop = async () => {
    await runtime.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    if (world === undefined) throw new Error('nothing was seeded');
    await runtime.tick();
    return await furnish(runtime, world, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function furnish(
  runtime: Runtime,
  world: BenchWorld,
  stop: () => Promise<void>,
): Promise<Installation> {
  const host = `${world.slug}.${runtime.baseHost}`;
  const sessions = new Map<UserName, Session>();
  for (const user of ['drafter', 'clerk', 'filer'] as const) {
    const username = world.usernames[user];
    sessions.set(user, await signIn(runtime, host, { username, password: world.password }));
  }
  const sessionOf = (user: UserName): Session => {
    const session = sessions.get(user);
    if (session === undefined) throw new Error(`nobody signed in as ${user}`);
    return session;
  };
  const mint = createHttpTokenMint({ keyRing: runtime.databases.keyRing });
  return {
    runtime,
    world,
    recorder: createRecorder(runtime.databases, world.slug),
    sessionOf,
    stop,
    asPerson: (user, requests) => ({
      url: runtime.origin,
      requests: requests.map((request) => ({
        ...request,
        headers: {
          host,
          origin: `http://${host}`,
          cookie: sessionOf(user).cookie,
          ...request.headers,
        },
      })),
    }),
    toEngine: async (pipelines) => {
      const headers = {
        authorization: `Bearer ${await mint.tokenFor(world.slug, 'rw')}`,
        'x-namespace-bin': namespaceHeader(world.slug),
        'content-type': 'application/json',
      };
      const requests = pipelines.map((pipeline) => ({
        method: 'POST',
        path: '/v3/pipeline',
        headers,
        body: JSON.stringify(pipeline),
      }));
      return { url: runtime.databases.addressOf(world.slug).url, requests };
    },
  };
}

export async function signIn(
  runtime: Runtime,
  host: string,
  account: { username: string; password: string },
): Promise<Session> {
  const body = JSON.stringify(account);
  const headers = { host, origin: `http://${host}`, 'content-type': 'application/json' };
  const answer = await post(`${runtime.origin}/api/auth/sign-in/username`, headers, body);
  const cookie = answer.cookies.map((each) => each.split(';')[0] ?? '').join('; ');
  const [, value = ''] = cookie.split('=');
  return { cookie, token: decodeURIComponent(value).split('.')[0] ?? '' };
}
