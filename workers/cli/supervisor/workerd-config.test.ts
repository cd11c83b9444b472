import { expect, test } from 'vitest';
import { createWorkerdConfig, type WorkerdConfigOptions } from './workerd-config.ts';

const options: WorkerdConfigOptions = {
  modules: [
    { name: 'main.js', path: 'release/worker/main.js', kind: 'esModule' },
    { name: 'a.wasm', path: 'release/worker/a.wasm', kind: 'wasm' },
  ],
  compatibilityDate: '2026-07-01',
  compatibilityFlags: ['nodejs_compat', 'other'],
  port: 8787,
  texts: { DEPLOYMENT: 'shared', BASE_HOST: 'localhost:8787' },
  directories: { assets: '/data/web', evidence: '/data/evidence', keys: '/data/keys' },
  databases: { tenant: '127.0.0.1:4001', sealed: '127.0.0.1:4002' },
  outward: { addresses: [], certificates: [] },
};

test('the Worker reaches no network at all unless addresses are named', () => {
  expect(createWorkerdConfig(options)).toContain('(name = "internet", network = (allow = [],');
  const outward = { addresses: ['192.0.2.7/32'], certificates: ['-----BEGIN\n"x"'] };
  const config = createWorkerdConfig({ ...options, outward });
  expect(config).toContain('network = (allow = ["192.0.2.7/32"],');
  expect(config).toContain('trustedCertificates = ["-----BEGIN\\n\\"x\\""]');
});

test('the Worker listens on this machine only, on the public port and on a tick port of its own', () => {
  const config = createWorkerdConfig(options);
  const addresses = Array.from(config.matchAll(/address = "([^"]+)", http = \(\), service/g));
  expect(addresses.map((match) => match[1])).toEqual(['127.0.0.1:8787', '127.0.0.1:0']);
});

test('only the tick socket reaches the Ticker', () => {
  const lines = createWorkerdConfig(options).split('\n');
  const ticking = lines.filter((line) => line.includes('"Ticker"'));
  expect(ticking).toHaveLength(1);
  expect(ticking[0]).toContain('name = "tick"');
});

test('of the three folders the Worker may write to the evidence alone', () => {
  const config = createWorkerdConfig(options);
  expect(config).toContain('"assets", disk = (path = "/data/web", writable = false)');
  expect(config).toContain('"keys", disk = (path = "/data/keys", writable = false)');
  expect(config).toContain('"evidence", disk = (path = "/data/evidence", writable = true)');
  expect(config.match(/writable = true/g)).toHaveLength(1);
});

test('the two engines are two services, so that the sealed one can be taken away alone', () => {
  const config = createWorkerdConfig(options);
  expect(config).toContain('"database", external = (address = "127.0.0.1:4001"');
  expect(config).toContain('"sealed-database", external = (address = "127.0.0.1:4002"');
});

test('a value with quotes stays a value', () => {
  const config = createWorkerdConfig({ ...options, texts: { NAME: 'a" , service = "keys' } });
  expect(config).toContain('(name = "NAME", text = "a\\" , service = \\"keys")');
});

test('the main module comes first and each module is embedded by its kind', () => {
  const config = createWorkerdConfig(options);
  expect(config.indexOf('esModule = embed "release/worker/main.js"')).toBeGreaterThan(0);
  expect(config.indexOf('wasm = embed "release/worker/a.wasm"')).toBeGreaterThan(
    config.indexOf('main.js'),
  );
});

test('the writer keeps nothing on disk: what is acknowledged lies in the database', () => {
  const config = createWorkerdConfig(options);
  expect(config).toContain('durableObjectStorage = (inMemory = void)');
});
