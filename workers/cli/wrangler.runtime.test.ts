import { mkdirSync, mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { unstable_readConfig } from 'wrangler';
import { runTool } from './bundle/run-tool.ts';
import { repositoryRoot } from './supervisor/layout.ts';

const megabyte = 1024 * 1024;
const notRegions = new Set(['sdk', 'template']);

function readConfig(env?: string) {
  return unstable_readConfig(
    { config: join(repositoryRoot, 'wrangler.toml'), env },
    { hideWarnings: true },
  );
}

const regions: readonly string[] = readConfig().definedEnvironments ?? [];

/** What this deployment alone is given: the parts of the file that no other environment shares. */
function ownParts(env?: string): string {
  const { name, vars, secrets, r2_buckets, durable_objects, services, kv_namespaces } =
    readConfig(env);
  const parts = { name, vars, secrets, r2_buckets, durable_objects, services, kv_namespaces };
  return JSON.stringify(parts).toLowerCase();
}

async function dryRun(env: string): Promise<{ output: string; files: Buffer[] }> {
  mkdirSync(join(repositoryRoot, 'build', 'web'), { recursive: true });
  const directory = mkdtempSync(join(tmpdir(), 'qingfeng-deploy-'));
  const args = ['deploy', '--dry-run', `--env=${env}`, `--outdir=${directory}`];
  const output = await runTool('wrangler/bin/wrangler.js', args);
  const files = readdirSync(directory)
    .filter((name) => !/\.(map|md)$/.test(name))
    .map((name) => readFileSync(join(directory, name)));
  return { output, files };
}

test('every region that the program ships can be deployed alone', () => {
  const shipped = readdirSync(join(repositoryRoot, 'plugins'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !notRegions.has(entry.name))
    .map((entry) => entry.name);
  expect(regions).toEqual(expect.arrayContaining(shipped));
  expect(regions).toHaveLength(5);
});

describe.each(regions)('the deployment of %s', (region) => {
  const own = ownParts(region);

  test('names no other region', () => {
    const others = regions.filter((other) => other !== region && own.includes(other));
    expect(others).toEqual([]);
  });

  test('has nothing for control', () => {
    expect(own).not.toContain('control');
    expect(own).not.toContain('shared');
  });

  test('asks for one secret, the ring with its own keys', () => {
    expect(readConfig(region).secrets).toEqual({ required: ['KEY_RING'] });
    expect(readConfig(region).vars.DEPLOYMENT).toBe(region);
  });

  test('shares neither databases nor evidence with the others or the shared deployment', () => {
    const places = (env?: string) => {
      const { vars, r2_buckets } = readConfig(env);
      const buckets = r2_buckets.map((bucket: { bucket_name?: string }) => bucket.bucket_name);
      return [vars.DATABASE_URL, vars.SEALED_DATABASE_URL, ...buckets];
    };
    const elsewhere = [undefined, ...regions.filter((other) => other !== region)].flatMap(places);
    expect(places(region).filter((place) => elsewhere.includes(place))).toEqual([]);
  });

  test('passes wrangler', async () => {
    const { output } = await dryRun(region);
    expect(output).toContain(`env.DEPLOYMENT ("${region}")`);
    expect(output).toContain('env.TENANT_WRITER (TenantWriter)');
    expect(output).toContain(`env.EVIDENCE_BUCKET (qingfeng-evidence-${region})`);
  });
});

describe('the shared deployment', () => {
  let deployment: Awaited<ReturnType<typeof dryRun>>;
  beforeAll(async () => {
    deployment = await dryRun('');
  });

  test('passes wrangler', () => {
    expect(deployment.output).toContain('env.DEPLOYMENT ("shared")');
    expect(deployment.output).toContain('env.TENANT_WRITER (TenantWriter)');
  });

  test('has a Worker of at most one megabyte, compressed', () => {
    const size = deployment.files.reduce((sum, file) => sum + gzipSync(file).length, 0);
    expect(size).toBeGreaterThan(1_000);
    expect(size).toBeLessThan(megabyte);
  });

  test('runs every minute and sends no telemetry', () => {
    expect(readConfig().triggers.crons).toEqual(['* * * * *']);
    expect(readConfig().send_metrics).toBe(false);
  });
});
