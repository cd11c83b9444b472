import { Hono } from 'hono';
import { createGuardedWriter, createSessionReader } from '#workers/modules/identity/index.ts';
import { permissionsOf } from '#workers/modules/organizations/index.ts';
import { createTenantResolver } from '#workers/modules/tenants/index.ts';
import type { Actor, TenantContext, TenantEnv } from '#workers/modules/tenants/index.ts';
import { systemClock } from '#workers/platform/clock.ts';
import { createHttpTokenMint } from '#workers/platform/crypto/token-mint.ts';
import { openDatabase } from '#workers/platform/database/database.driver.ts';
import type { Fetch } from '#workers/platform/database/deadline.ts';
import { createSendBatch } from '#workers/platform/database/hrana.driver.ts';
import { createLocalWriter } from '#workers/platform/database/writer.ts';
import { createIds } from '#workers/platform/ids.ts';
import type { EvidenceStorage } from '#workers/platform/storage/evidence-storage.ts';
import type { Databases } from '../cli/supervisor/databases.ts';

export type Recorded = {
  /** The one statement that reads session, person and grants. */
  session: string[];
  /** What the use case itself read, with what an isolate keeps already kept. */
  reads: string[];
  /** The groups of changes it committed. */
  writes: string[];
};

const noEvidence: EvidenceStorage = {
  put: refuse,
  get: refuse,
  measure: refuse,
  delete: refuse,
  list: refuse,
};

function refuse(): Promise<never> {
  return Promise.reject(new Error('the bench keeps no evidence'));
}

function createTape(): { bodies: string[]; fetch: Fetch } {
  const bodies: string[] = [];
  const fetch: Fetch = async (input, init) => {
    const request = new Request(input, init);
    bodies.push(await request.clone().text());
    return globalThis.fetch(request);
  };
  return { bodies, fetch };
}

/**
 * Runs a module's own routes in this process, as the person behind a session, and keeps the SQL
 * that goes to the engine: the raw side of a comparison is what the program itself asks.
 */
export function createRecorder(databases: Databases, slug: string) {
  const mint = createHttpTokenMint({ keyRing: databases.keyRing });
  const { url } = databases.addressOf(slug);
  const clock = systemClock;

  const open = async (token: string) => {
    const [session, reads, writes] = [createTape(), createTape(), createTape()];
    const db = (tape: { fetch: Fetch }) =>
      openDatabase({
        url,
        namespace: slug,
        fetch: tape.fetch,
        token: () => mint.tokenFor(slug, 'ro'),
      });
    const sendToken = () => mint.tokenFor(slug, 'rw');
    const send = createSendBatch({ url, namespace: slug, fetch: writes.fetch, token: sendToken });
    const writer = createLocalWriter({ send });
    const sessions = createSessionReader({ clock, permissionsOf });
    const source = { namespace: slug, scope: 'tenant' as const, db: db(session), writer };
    const actor = await sessions.readFresh(source, token);
    if (actor === undefined) throw new Error('the recorded session has ended');
    const guarded = createGuardedWriter({ source, sessions, token, actor, clock });
    return { session, reads, writes, actor, db: db(reads), writer: guarded };
  };

  return {
    async record(
      routes: Hono<TenantEnv>,
      request: { token: string; path: string; init?: RequestInit; warm?: boolean },
    ): Promise<Recorded> {
      const parts = await open(request.token);
      const context = await contextOf(databases, slug, parts);
      const app = mount(routes, context);
      const call = async () => {
        const answer = await app.request(request.path, request.init);
        if (!answer.ok) throw new Error(`${request.path}: ${answer.status} ${await answer.text()}`);
      };
      if (request.warm === true) await call();
      parts.reads.bodies.length = 0;
      await call();
      const { session, reads, writes } = parts;
      return { session: session.bodies, reads: reads.bodies, writes: writes.bodies };
    },
  };
}

async function contextOf(
  databases: Databases,
  slug: string,
  parts: { actor: Actor; db: TenantContext['db']; writer: TenantContext['writer'] },
): Promise<TenantContext> {
  const clock = systemClock;
  const resolver = createTenantResolver({
    deployment: slug,
    baseHost: 'localhost',
    openDatabase: databases.open,
    writerOf: databases.writerOf,
    evidence: noEvidence,
    clock,
  });
  const { tenant, evidence } = await resolver.openTenant(slug);
  const request = { requestId: 'bench', locale: 'zh-CN' as const };
  return { tenant, evidence, clock, ids: createIds(clock), ...request, ...parts };
}

function mount(routes: Hono<TenantEnv>, context: TenantContext): Hono<TenantEnv> {
  return new Hono<TenantEnv>()
    .use(async (c, next) => {
      c.set('context', context);
      c.set('visitor', context);
      c.set('requestId', context.requestId);
      c.set('locale', context.locale);
      c.set('gate', () => Promise.resolve());
      await next();
    })
    .route('/', routes);
}
