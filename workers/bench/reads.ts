import type { Hono } from 'hono';
import { createMeRoutes, createOrganizationsRoutes } from '#workers/modules/organizations/index.ts';
import { createSubmissionsRoutes } from '#workers/modules/submissions/index.ts';
import type { TenantEnv } from '#workers/modules/tenants/index.ts';
import type { Installation } from './installation.ts';
import { compareInTurn, loadFor } from './load.ts';
import { mergePipelines } from './pipeline.ts';
import { ratioRow } from './row.ts';
import type { BenchRow } from './row.ts';

const connections = 16;
const rounds = 3;
const seconds = 2;

type Read = {
  readonly name: string;
  readonly title: BenchRow['title'];
  readonly user: 'drafter' | 'clerk';
  readonly base: string;
  readonly path: string;
  readonly routes: () => Hono<TenantEnv>;
  readonly atLeast: number | null;
};

/** An authenticated read, and the same SQL by plain HTTP, session and grants included every time. */
async function readRow(installation: Installation, read: Read): Promise<BenchRow> {
  const { token } = installation.sessionOf(read.user);
  const recorded = await installation.recorder.record(read.routes(), {
    token,
    path: read.path === '' ? '/' : read.path,
    warm: true,
  });
  const pipeline = mergePipelines([...recorded.session, ...recorded.reads]);
  const ours = installation.asPerson(read.user, [{ path: `${read.base}${read.path}` }]);
  const theirs = await installation.toEngine([pipeline]);
  await loadFor(ours, connections, 1);
  const { details, ...rates } = await compareInTurn(rounds, installation.runtime.pids(), {
    ours: async () => () => loadFor(ours, connections, seconds),
    theirs: async () => () => loadFor(theirs, connections, seconds),
  });
  const statements = pipeline.requests.length - 1;
  return ratioRow({
    name: read.name,
    title: read.title,
    unit: 'req/s',
    ...rates,
    atLeast: read.atLeast,
    details: { ...details, connections, statements },
  });
}

export const readMeRow = (installation: Installation): Promise<BenchRow> =>
  readRow(installation, {
    name: 'read-me',
    title: { zh: '登录后读取 /api/me', en: 'authenticated read /api/me' },
    user: 'clerk',
    base: '/api/me',
    path: '',
    routes: () => createMeRoutes() as unknown as Hono<TenantEnv>,
    atLeast: 0.5,
  });

export const readTasksRow = (installation: Installation): Promise<BenchRow> =>
  readRow(installation, {
    name: 'read-my-tasks',
    title: { zh: '登录后读取“我的任务”', en: 'authenticated read of my tasks' },
    user: 'clerk',
    base: '/api/submissions',
    path: '/mine',
    routes: () => createSubmissionsRoutes(),
    atLeast: 0.5,
  });

export const listRow = (installation: Installation): Promise<BenchRow> =>
  readRow(installation, {
    name: 'list-of-20',
    title: { zh: '登录后筛选列表（20 条）', en: 'filtered list of 20 with session' },
    user: 'drafter',
    base: '/api/organizations',
    path: '?kind=hospital&status=open&limit=20',
    routes: () => createOrganizationsRoutes([]) as unknown as Hono<TenantEnv>,
    atLeast: null,
  });
