import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const repositoryRoot = fileURLToPath(new URL('../../../', import.meta.url));

/** Everything a running installation keeps, in one folder that can be backed up as a whole. */
export type DataLayout = {
  root: string;
  keys: string;
  evidence: string;
  logs: string;
  tenantDatabase: string;
  sealedDatabase: string;
  workerdConfig: string;
  runFile: string;
  demoAccounts: string;
};

export function layOut(dataDir?: string): DataLayout {
  // An empty setting would otherwise resolve to the folder of the program itself.
  const root = resolve(repositoryRoot, dataDir ?? (process.env.QINGFENG_DATA || '.qingfeng'));
  return {
    root,
    keys: join(root, 'keys'),
    evidence: join(root, 'evidence'),
    logs: join(root, 'logs'),
    tenantDatabase: join(root, 'databases', 'tenants'),
    sealedDatabase: join(root, 'databases', 'sealed'),
    workerdConfig: join(root, 'workerd.capnp'),
    runFile: join(root, 'run.json'),
    demoAccounts: join(root, 'demo-accounts.json'),
  };
}
