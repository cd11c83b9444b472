import { isAbsolute, join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { layOut, repositoryRoot } from './layout.ts';

afterEach(() => vi.unstubAllEnvs());

test('an installation keeps its data beside the program unless told', () => {
  vi.stubEnv('QINGFENG_DATA', undefined);
  expect(layOut().root).toBe(join(repositoryRoot, '.qingfeng'));
});

test('an empty setting is no folder: the program never lays its data over its own sources', () => {
  vi.stubEnv('QINGFENG_DATA', '');
  expect(layOut().root).toBe(join(repositoryRoot, '.qingfeng'));
});

test('the folder may be named, from the program’s own or from the root of the machine', () => {
  vi.stubEnv('QINGFENG_DATA', 'data/demo');
  expect(layOut().root).toBe(join(repositoryRoot, 'data', 'demo'));
  vi.stubEnv('QINGFENG_DATA', '/srv/qingfeng');
  expect(layOut().root).toBe('/srv/qingfeng');
});

test('everything lies below that one folder, the sealed databases apart from the others', () => {
  const { root, ...places } = layOut('/srv/qingfeng');
  const paths = Object.values(places);
  expect(paths.every((path) => isAbsolute(path) && path.startsWith(`${root}/`))).toBe(true);
  expect(new Set(paths).size).toBe(paths.length);
  expect(places.sealedDatabase.startsWith(places.tenantDatabase)).toBe(false);
});
