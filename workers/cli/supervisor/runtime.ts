import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildAll } from '../bundle/build-all.ts';
import { readCompatibility } from './compatibility.ts';
import {
  connectDatabases,
  listNamespaces,
  recordRun,
  startDatabaseServers,
  stopDatabaseServers,
  type Databases,
  type DatabaseServers,
} from './databases.ts';
import { readDemoClock } from './demo-clock.ts';
import { layOut, type DataLayout } from './layout.ts';
import { rotateLogs } from './logs.ts';
import { controlNamespace, migrateNamespaces } from './migrations.ts';
import { findFreePort, requirePort } from './ports.ts';
import { copyRelease, type Release } from './release.ts';
import { claimDataFolder, removeRunRecord } from './run-file.ts';
import type { Runtime, RuntimeOptions } from './runtime-options.ts';
import { createStopwatch } from './stopwatch.ts';
import { startTicker } from './ticker.ts';
import { createWorkerdConfig } from './workerd-config.ts';
import { startWorkerd, type WorkerdServer } from './workerd.ts';

const usualPort = 8787;

/** What is known while starting, so that a failure half-way ends whatever is already there. */
type Installation = {
  layout: DataLayout;
  port: number;
  options: RuntimeOptions;
  report: (line: string) => void;
  servers?: DatabaseServers;
  workerd?: WorkerdServer;
};

function recordPids({ layout, port, servers, workerd }: Installation): void {
  if (servers === undefined) return;
  recordRun(layout, { origin: `http://127.0.0.1:${port}`, servers, workerd: workerd?.pid() });
}

async function stopEverything({ layout, servers, workerd }: Installation): Promise<void> {
  await workerd?.stop();
  if (servers !== undefined) await stopDatabaseServers(servers);
  removeRunRecord(layout);
}

async function openInstallation(options: RuntimeOptions): Promise<Installation> {
  const layout = layOut(options.dataDir);
  await claimDataFolder(layout);
  const port = await (options.port === 0 ? findFreePort() : requirePort(options.port ?? usualPort));
  for (const folder of [layout.root, layout.keys, layout.evidence, layout.logs]) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }
  rotateLogs(layout.logs);
  return { layout, port, options, report: options.report ?? (() => undefined) };
}

async function fillDatabases(databases: Databases, { layout, options, port }: Installation) {
  await migrateNamespaces(databases, [controlNamespace, ...listNamespaces(layout)]);
  await options.populate?.(databases, layout, `localhost:${port}`);
}

function configureWorkerd(
  installation: Installation,
  servers: DatabaseServers,
  release: Release,
  demoNow: (() => string) | undefined,
): string {
  const { layout, port, options } = installation;
  return createWorkerdConfig({
    ...readCompatibility(),
    modules: release.modules,
    port,
    texts: {
      DEPLOYMENT: 'shared',
      BASE_HOST: `localhost:${port}`,
      ...(demoNow === undefined ? {} : { DEMO_NOW: demoNow() }),
      ...options.texts,
    },
    directories: { assets: release.assets, evidence: layout.evidence, keys: layout.keys },
    databases: { tenant: servers.tenant.address, sealed: servers.sealed.address },
    outward: options.outward ?? { addresses: [], certificates: [] },
  });
}

async function startParts(installation: Installation) {
  const { layout, port, options, report } = installation;
  const { timings, measure } = createStopwatch();
  const record = (): void => recordPids(installation);
  const servers = await measure('databases', () => startDatabaseServers(layout, report, record));
  installation.servers = servers;
  record();
  const databases = connectDatabases(layout, servers);
  const building = measure('build', async () => options.built ?? (await buildAll(options)));
  building.catch(() => undefined);
  await measure('fill', () => fillDatabases(databases, installation));
  const demoNow = readDemoClock(layout, options.demoNow);
  let release = copyRelease(layout, await building);
  const workerd = await measure('workerd', () =>
    startWorkerd({
      config: () => configureWorkerd(installation, servers, release, demoNow),
      configFile: layout.workerdConfig,
      logFile: join(layout.logs, 'workerd.log'),
      port,
      report,
      onStart: record,
    }),
  );
  installation.workerd = workerd;
  record();
  const reload = async (): Promise<void> => {
    const built = await buildAll(options);
    release = copyRelease(layout, built);
    await workerd.restart();
  };
  return { servers, databases, workerd, reload, timings };
}

/** The one runtime: `npm start`, journeys, fault tests and the bench all start this. */
export async function startRuntime(options: RuntimeOptions = {}): Promise<Runtime> {
  const begun = performance.now();
  const installation = await openInstallation(options);
  try {
    const { servers, databases, workerd, reload, timings } = await startParts(installation);
    const ticker = startTicker({ url: workerd.tickUrl, report: installation.report });
    timings.total = Math.round(performance.now() - begun);
    return {
      origin: `http://127.0.0.1:${installation.port}`,
      port: installation.port,
      baseHost: `localhost:${installation.port}`,
      layout: installation.layout,
      databases,
      hasSeparateUsers: servers.hasSeparateUsers,
      timings,
      pids: () => ({
        tenantDatabase: servers.tenant.pid(),
        sealedDatabase: servers.sealed.pid(),
        workerd: workerd.pid(),
      }),
      restarts: () => ({
        tenantDatabase: servers.tenant.restarts(),
        sealedDatabase: servers.sealed.restarts(),
        workerd: workerd.restarts(),
      }),
      restartTenantDatabase: servers.tenant.restart,
      restartSealedDatabase: servers.sealed.restart,
      restartWorkerd: workerd.restart,
      reload,
      tick: ticker.tick,
      stop: async () => {
        ticker.stop();
        await stopEverything(installation);
      },
    };
  } catch (error) {
    await stopEverything(installation);
    throw error;
  }
}
