import type { TestProject } from 'vitest/node';
import { createStoredKey } from '../../crypto/signature.driver.ts';
import type { StoredKey } from '../../crypto/signature.driver.ts';
import { migrate } from '../migrator.ts';
import { createNamespaceAdmin } from '../namespace-admin.driver.ts';
import { KINDS, sendTo, templateOf } from './namespace.fixtures.ts';
import { startTestServer } from './sqld.fixtures.ts';

declare module 'vitest' {
  interface ProvidedContext {
    sqldUrl: string;
    sqldAdminUrl: string;
    /** The key of the migrated templates, and so of every namespace forked from them. */
    sqldTemplateKey: StoredKey;
  }
}

/** Starts one real libSQL server for the whole run, with a migrated template of each kind. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startTestServer();
  const key = await createStoredKey();
  const admin = createNamespaceAdmin({ url: server.adminUrl });
  for (const kind of KINDS) {
    await admin.create(templateOf(kind), key.publicKey);
    await migrate({ send: sendTo({ url: server.url, namespace: templateOf(kind), key }), kind });
  }
  project.provide('sqldUrl', server.url);
  project.provide('sqldAdminUrl', server.adminUrl);
  project.provide('sqldTemplateKey', key);
  return server.close;
}
