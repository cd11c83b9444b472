import { expect, test } from 'vitest';
import { roles } from '#schema/contracts/permission.ts';
import { roleWords } from '#workers/demo/world/role-words.ts';
import { describeAccounts, readPort } from './serve.ts';
import { CommandError } from './terminal.ts';

test('no port, or an empty one, leaves the choice to the program', () => {
  expect(readPort(undefined)).toBeUndefined();
  expect(readPort('')).toBeUndefined();
});

test('a port is a whole number below 65536; nought asks for any free one', () => {
  expect([readPort('0'), readPort('8787'), readPort('65535')]).toEqual([0, 8787, 65_535]);
});

test.each(['65536', '-1', '80.5', '8787x', 'http'])('%s is no port, and is named', (text) => {
  expect(() => readPort(text)).toThrow(CommandError);
  expect(() => readPort(text)).toThrow(text);
});

test('the printed accounts say where to open them and name every role in words, not in codes', () => {
  const account = (role: string) => ({
    host: 'dong.localhost:8787',
    role,
    organization: '测试区卫生健康委员会',
    username: 'one',
    password: 'abcd-efgh-jkmn',
  });
  const table = describeAccounts(roles.map(account));
  expect(table).toContain('http://dong.localhost:8787 ');
  const lines = table.split('\n').slice(1);
  lines.forEach((line, index) => {
    const role = roles[index] ?? 'hospital-clerk';
    expect(line).not.toContain(role);
    const { zh, en } = roleWords[role];
    expect(line.includes(zh) || line.includes(en)).toBe(true);
    expect(zh).toMatch(/\p{Script=Han}/u);
  });
  expect(describeAccounts([])).toBe('');
});
