import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Miniflare } from 'miniflare';
import { afterAll, beforeAll } from 'vitest';
import { describeEvidenceStorage } from '#workers/platform/storage/testing/evidence-storage.suite.ts';
import { readCompatibility } from './supervisor/compatibility.ts';
import { bundleTestWorker, startPlainWorkerd } from './supervisor/plain-workerd.fixtures.ts';

const folder = mkdtempSync(join(tmpdir(), 'qingfeng-evidence-'));
const closing: (() => Promise<void>)[] = [];

beforeAll(async () => {
  await bundleTestWorker(folder, 'workers/platform/storage/testing/storage.fixtures.ts');
});
afterAll(async () => {
  await Promise.all(closing.map((close) => close()));
});

describeEvidenceStorage("on workerd's disk service", async () => {
  mkdirSync(join(folder, 'evidence'));
  const server = await startPlainWorkerd(folder, {
    main: 'bundle/storage.fixtures.js',
    services: [`(name = "disk", disk = (path = "${folder}/evidence", writable = true))`],
    bindings: ['(name = "EVIDENCE_DISK", service = "disk")'],
  });
  closing.push(server.stop);
  return server;
});

describeEvidenceStorage('in R2', async () => {
  const miniflare = new Miniflare({
    ...readCompatibility(),
    cf: false,
    host: '127.0.0.1',
    port: 0,
    modules: true,
    script: readFileSync(join(folder, 'bundle', 'storage.fixtures.js'), 'utf8'),
    r2Buckets: ['EVIDENCE_BUCKET'],
  });
  closing.push(() => miniflare.dispose());
  return { origin: (await miniflare.ready).origin };
});
