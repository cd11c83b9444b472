import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writePack } from '#plugins/sdk/packs/write-pack.ts';
import { expectPack, samplePack } from '#plugins/sdk/testing/pack.fixtures.ts';

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
const commands = ['start', 'dev', 'build', 'tenant', 'pack', 'plugin', 'audit'] as const;

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

test.each(['tenant', 'pack', 'plugin', 'audit'])(
  '%s without a word explains itself',
  async (name) => {
    const [bare, asked] = await Promise.all([run(name, [], chinese), run(name, ['-h'], chinese)]);
    expect(bare).toMatchObject({ code: 0, out: asked.out });
  },
);

test('the help names every word of a command that changes something, and its rehearsal', async () => {
  const { out } = await run('tenant', ['--help'], chinese);
  for (const word of ['add', 'list', 'migrate', 'suspend', 'resume', '--dry-run', '--reason']) {
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

const packText = (changes: Parameters<typeof samplePack>[0] = {}) => writePack(samplePack(changes));

test('a campaign file is checked by place and line, and ends with 1 where it is wrong', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'qingfeng-packs-'));
  const good = join(folder, 'good.json');
  const bad = join(folder, 'bad.json');
  const text = await packText();
  writeFileSync(good, text);
  writeFileSync(bad, text.replace('"key": "self-check-report"', '"key": "$.answers"'));
  const [sound, wrong] = await Promise.all([
    run('pack', ['check', good], chinese),
    run('pack', ['check', bad], chinese),
  ]);
  expect(sound.code).toBe(0);
  expect(sound.out).toContain('contentHash');
  expect(wrong.code).toBe(1);
  expect(wrong.err).toMatch(/bad\.json:\d+ \/campaign\/[a-z]+\/0\/key/);
  expect(wrong.err).toContain('改法：');
  expect([...sound.left, ...wrong.left]).toEqual([]);
});

test('an edition is exported without a database, sound, and differs from another in words', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'qingfeng-packs-'));
  const file = join(folder, 'putuo.json');
  const exported = await run('pack', ['export', 'putuo', '2020', '--out', file], chinese);
  expect([exported.code, exported.left]).toEqual([0, []]);
  const other = join(folder, 'other.json');
  const { pack } = await expectPack(readFileSync(file, 'utf8'));
  const tasks = pack.campaign.tasks.slice(1);
  writeFileSync(other, await writePack({ ...pack, campaign: { ...pack.campaign, tasks } }));
  const [same, less, unknown] = await Promise.all([
    run('pack', ['diff', file, file], chinese),
    run('pack', ['diff', file, other], chinese),
    run('pack', ['export', 'putuo', '1999'], chinese),
  ]);
  expect(same.out.trim()).toBe('两份方案内容相同');
  expect(less.out).toMatch(/^删去任务“/);
  expect([unknown.code, unknown.err]).toEqual([1, expect.stringContaining('putuo 2020')]);
});
