import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

type Ended = { code: number; out: string; err: string };

/** Runs a command as a person does, on an empty data folder of its own. */
function run(command: string, args: readonly string[], env: Record<string, string> = {}) {
  const data = mkdtempSync(join(tmpdir(), 'qingfeng-command-'));
  const file = join(import.meta.dirname, `${command}.ts`);
  const options = { env: { ...process.env, QINGFENG_DATA: data, ...env } };
  return new Promise<Ended & { left: string[] }>((resolve) => {
    execFile(process.execPath, [file, ...args], options, (error, out, err) => {
      const code = error === null ? 0 : Number(error.code);
      resolve({ code, out, err, left: readdirSync(data) });
    });
  });
}

const chinese = { QINGFENG_LANG: 'zh-CN' };
const english = { QINGFENG_LANG: 'en' };
const commands = ['start', 'dev', 'build', 'tenant', 'audit'] as const;

test.each(commands)('%s says in both languages what it does, and does none of it', async (name) => {
  const [zh, en] = await Promise.all([run(name, ['--help'], chinese), run(name, ['-h'], english)]);
  expect([zh.code, en.code]).toEqual([0, 0]);
  expect(zh.out).toMatch(new RegExp(`^npm (run )?${name}`));
  expect(zh.out).toMatch(/[一-鿿]{4}/);
  expect(en.out).toMatch(new RegExp(`^npm (run )?${name}`));
  expect(en.out).not.toMatch(/[一-鿿]/);
  expect([zh.err, en.err]).toEqual(['', '']);
  expect([...zh.left, ...en.left]).toEqual([]);
});

test.each(['tenant', 'audit'])('%s without a word explains itself', async (name) => {
  const [bare, asked] = await Promise.all([run(name, [], chinese), run(name, ['-h'], chinese)]);
  expect(bare).toMatchObject({ code: 0, out: asked.out });
});

test('the help names every word of a command that changes something, and its rehearsal', async () => {
  const { out } = await run('tenant', ['--help'], chinese);
  for (const word of ['list', 'migrate', 'suspend', 'resume', '--dry-run', '--reason']) {
    expect(out).toContain(word);
  }
});

test('an audit command of another name, or of no region, ends with 1 and the help', async () => {
  const [other, none] = await Promise.all([
    run('audit', ['erase', 'henan'], english),
    run('audit', ['verify'], english),
  ]);
  for (const ended of [other, none]) {
    expect(ended.code).toBe(1);
    expect(ended.err).toContain('verify TENANT');
    expect(ended.left).toEqual([]);
  }
});

test('an option that a command does not know ends with 1', async () => {
  const { code, err } = await run('audit', ['--force'], english);
  expect(code).toBe(1);
  expect(err).toContain('--force');
});

test('a port that is none is refused before anything is started', async () => {
  const { code, err, left } = await run('start', [], { ...chinese, PORT: 'http' });
  expect(code).toBe(1);
  expect(err.trim()).toBe('PORT 不是端口号：http');
  expect(left).toEqual([]);
});
