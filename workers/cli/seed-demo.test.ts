import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { addressAccounts, labelOf, readDemoAccounts } from './seed-demo.ts';
import { layOut } from './supervisor/layout.ts';

const emptyFolder = () => layOut(mkdtempSync(join(tmpdir(), 'qingfeng-accounts-')));

test('an installation that was never seeded has no demo accounts', () => {
  expect(readDemoAccounts(emptyFolder())).toEqual([]);
});

test('the accounts are read as they were printed, so that a password stays what it was', () => {
  const layout = emptyFolder();
  const account = {
    host: 'dong.localhost:8787',
    role: '拟稿岗',
    organization: '测试区卫生健康委员会',
    username: 'dong-drafter',
    password: 'abcd-efgh-jkmn',
  };
  writeFileSync(layout.demoAccounts, JSON.stringify([account]));
  expect(readDemoAccounts(layout)).toEqual([account]);
});

test('a list of accounts that somebody broke is not taken for an empty one', () => {
  const layout = emptyFolder();
  writeFileSync(layout.demoAccounts, '[{"host": "dong"');
  expect(() => readDemoAccounts(layout)).toThrow(SyntaxError);
});

test('an account names the host with which a person opens it, whatever port is used this time', () => {
  const account = (host: string) => ({
    host,
    role: 'commission-drafter',
    organization: '测试区卫生健康委员会',
    username: 'drafter',
    password: 'abcd-efgh-jkmn',
  });
  const known = [account('dong.localhost:8787'), account('xi.localhost:8787'), account('nan')];
  const baseHost = 'localhost:9001';
  const hosts = addressAccounts([account('dong')], { known, baseHost }).map(({ host }) => host);
  expect(hosts).toEqual(['dong.localhost:9001', 'xi.localhost:9001', 'nan.localhost:9001']);
  expect(hosts.map(labelOf)).toEqual(['dong', 'xi', 'nan']);
});
