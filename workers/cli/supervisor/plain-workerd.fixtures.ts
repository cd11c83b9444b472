import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runTool } from '../bundle/run-tool.ts';
import { readCompatibility } from './compatibility.ts';
import { repositoryRoot } from './layout.ts';
import { supervise } from './process.ts';
import { findWorkerd, readSockets } from './workerd.ts';

/** Bundles a Worker that is there for a test only; answers with the folder of its modules. */
export async function bundleTestWorker(folder: string, entry: string): Promise<string> {
  const { compatibilityDate, compatibilityFlags } = readCompatibility();
  const config = join(folder, 'wrangler.json');
  writeFileSync(
    config,
    JSON.stringify({
      name: 'test',
      main: join(repositoryRoot, entry),
      compatibility_date: compatibilityDate,
      compatibility_flags: compatibilityFlags,
    }),
  );
  const output = join(folder, 'bundle');
  await runTool('wrangler/bin/wrangler.js', [
    'deploy',
    '--dry-run',
    `--config=${config}`,
    `--outdir=${output}`,
  ]);
  return output;
}

/** A bare workerd for one test Worker, without engines or a supervisor's folder. */
export async function startPlainWorkerd(
  folder: string,
  parts: { main: string; services: string[]; bindings: string[] },
): Promise<{ origin: string; stop: () => Promise<void> }> {
  const { compatibilityDate, compatibilityFlags } = readCompatibility();
  const configFile = join(folder, 'test.capnp');
  writeFileSync(
    configFile,
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = .main), ${parts.services.join(', ')}],
  sockets = [(name = "public", address = "127.0.0.1:0", http = (), service = "main")],
);
const main :Workerd.Worker = (
  modules = [(name = "main.js", esModule = embed "${parts.main}")],
  compatibilityDate = "${compatibilityDate}",
  compatibilityFlags = ${JSON.stringify(compatibilityFlags)},
  bindings = [${parts.bindings.join(', ')}],
);
`,
  );
  let port = 0;
  const process = await supervise({
    name: 'workerd',
    program: { command: findWorkerd(), args: ['serve', '--control-fd=3', configFile, 'config'] },
    logFile: join(folder, 'workerd.log'),
    report: () => undefined,
    extraPipes: 1,
    awaitReady: async (child) => {
      port = (await readSockets(child, ['public'])).get('public') ?? 0;
    },
  });
  return { origin: `http://127.0.0.1:${port}`, stop: process.stop };
}
