import { expect, test } from 'vitest';
import { activeNamespacesFor, sqldArguments } from './sqld.ts';

test('an engine that serves a thousand regions keeps both databases of each in memory', () => {
  expect(activeNamespacesFor(5)).toBe(100);
  expect(activeNamespacesFor(1_000)).toBe(2_020);
});

test('an engine refuses whoever names no namespace and listens where it was told', () => {
  const args = sqldArguments({
    directory: '/data/tenants',
    address: '127.0.0.1:1',
    adminAddress: '127.0.0.1:2',
    serverKeyFile: '/data/key',
    activeNamespaces: 100,
  });
  expect(args).toContain('--enable-namespaces');
  expect(args).toContain('--disable-default-namespace');
  expect(args.filter((arg) => arg.includes(':'))).toEqual(['127.0.0.1:1', '127.0.0.1:2']);
});
