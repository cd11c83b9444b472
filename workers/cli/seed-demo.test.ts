import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readDemoAccounts } from './seed-demo.ts';
import { layOut } from './supervisor/layout.ts';

const emptyFolder = () => layOut(mkdtempSync(join(tmpdir(), 'qingfeng-accounts-')));

test('an installation that was never seeded has no demo accounts', () => {
  expect(readDemoAccounts(emptyFolder())).toEqual([]);
});

test('the accounts are read as they were printed, so that a password stays what it was', () => {
  const layout = emptyFolder();
  const account = {
    host: 'dong',
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
