import { describe, expect, it } from 'vitest';
import { expectPack, refusalsOf, samplePack, tamper } from '../testing/pack.fixtures.ts';
import { packLimits } from './limits.ts';
import type { PackProblem } from './problem.ts';
import { readPack } from './read-pack.ts';
import { writePack } from './write-pack.ts';

type Json = Record<string, unknown>;
const campaignOf = (pack: Json) => pack.campaign as { [list: string]: Json[] } & Json;
const firstTask = (pack: Json): Json => campaignOf(pack).tasks?.[0] ?? {};

/** The first problem; a refusal always says where, why and what to do, in both languages. */
async function refusalOf(text: string): Promise<PackProblem> {
  const [problem] = await refusalsOf(text);
  if (problem === undefined) throw new Error('refused without a reason');
  expect(problem.line).toBeGreaterThan(0);
  for (const words of [problem.message, problem.mend]) {
    expect(words.zh).toMatch(/\p{Script=Han}/u);
    expect(words.en.replaceAll(/“[^”]*”/g, '')).toMatch(/^[^\p{Script=Han}]+$/u);
  }
  return problem;
}

/** Refused within seconds, on a busy machine too. */
async function quickly(text: string): Promise<PackProblem> {
  const begun = performance.now();
  const problem = await refusalOf(text);
  expect(performance.now() - begun).toBeLessThan(6_000);
  return problem;
}

describe('a file that is not what it says', () => {
  it('is refused before it is read where it is too large', async () => {
    const million = `{${Array.from({ length: 1_000_000 }, (_, at) => `"f${at}":1`).join(',')}}`;
    expect(await quickly(million)).toMatchObject({ code: 'pack.too-large', path: '', line: 1 });
  });

  it('is refused at the first value too many, where a million fields fit into its size', async () => {
    const fields = Array.from({ length: 60 }, () => `[${Array(4_999).fill('1').join(',')}]`);
    const text = `{"campaign":{"forms":[${fields.join(',')},[1,2,3,4,5,6,7,8,9]]}}`;
    expect(text.length).toBeLessThan(packLimits.bytes);
    expect((await quickly(`[${text},${text}]`)).code).toBe('pack.too-many-values');
  });

  it('is refused where it nests deeper than any campaign, without using up the stack', async () => {
    const problem = await quickly(`{"campaign":${'['.repeat(1_000_000)}`);
    expect(problem.code).toBe('pack.too-deep');
    const conditions = `${'{"not":'.repeat(200_000)}{}${'}'.repeat(200_000)}`;
    expect((await quickly(conditions)).code).toBe('pack.too-deep');
  });

  it('is refused where a text or a number never ends', async () => {
    expect((await quickly(`{"a":"${'青'.repeat(1_000_000)}"}`)).code).toBe('pack.text-too-long');
    expect((await quickly(`{"a":"${String.raw`\u4e00`.repeat(600_000)}"}`)).code).toBe(
      'pack.text-too-long',
    );
    expect((await quickly(`{"a":"${String.raw`\\`.repeat(1_000_000)}`)).code).toMatch(
      /text|syntax/,
    );
    expect((await quickly(`{"a":${'9'.repeat(3_000_000)}}`)).code).toBe('pack.number');
  });

  it.each(['1e400', '-1e9', '0.5', '12345678901234567', '9007199254740993', '01', '-0.0', '1.'])(
    'takes no number that cannot be kept exactly: %s',
    async (number) => {
      const problem = await refusalOf(`{\n"packVersion": ${number}\n}`);
      expect(problem).toMatchObject({ code: 'pack.number', path: '/packVersion', line: 2 });
    },
  );

  it('is refused where one name stands twice, since two programs would read two meanings', async () => {
    const problem = await refusalOf('{\n "packVersion": 1,\n "packVersion": 2\n}');
    expect(problem).toMatchObject({ code: 'pack.duplicate-entry', line: 3 });
    const escaped = await refusalOf(String.raw`{"region": 1, "regi\u006fn": 2}`);
    expect(escaped.code).toBe('pack.duplicate-entry');
  });

  it.each(['__proto__', 'constructor', 'prototype', String.raw`__pr\u006fto__`])(
    'reaches no object of the program through %s',
    async (name) => {
      const problem = await refusalOf(`{"branding": {"${name}": {"isAdmin": 1}}}`);
      expect(problem).toMatchObject({ code: 'pack.forbidden-name', path: '/branding' });
      expect(Object.hasOwn(Object.prototype, 'isAdmin')).toBe(false);
    },
  );

  it.each(["a'); drop table people; --", '$.answers[0]', 'a"b', '', 'a.b', '名称', 'a b'])(
    'has no entry named %s',
    async (name) => {
      const problem = await refusalOf(`{${JSON.stringify(name)}: 1}`);
      expect(problem.code).toBe('pack.entry-name');
    },
  );

  it.each([
    ['nothing at all', ''],
    ['half a file', '{"packVersion": 1,'],
    ['a comma too many', '{"packVersion": 1,}'],
    ['two files', '{}{}'],
    ['a text that breaks over a line', '{"a": "b\nc"}'],
    ['a wrong escape', String.raw`{"a": "\x41"}`],
    ['a comment', '{ // campaign\n}'],
    ['a page', '<html></html>'],
    ['a bare word', '{"a": NaN}'],
  ])('says that %s is no JSON', async (_what, text) => {
    expect((await refusalOf(text)).code).toBe('pack.syntax');
  });

  it.each([
    ['half a character', [0x7b, 0x22, 0xe6, 0x22, 0x7d]],
    ['an overlong slash', [0x22, 0xc0, 0xaf, 0x22]],
    ['an older Chinese encoding', [0x22, 0xd6, 0xd0, 0x22]],
  ])('is refused with %s', async (_what, bytes) => {
    const reading = await readPack(new Uint8Array(bytes));
    expect(reading).toMatchObject({ ok: false, problems: [{ code: 'pack.not-utf8' }] });
  });

  it('is read with the mark that some editors put before UTF-8', async () => {
    await expectPack(`\ufeff${await writePack(samplePack())}`);
  });

  it('is refused where null stands for nothing', async () => {
    const text = await tamper((pack) => Object.assign(pack, { footer: null }));
    expect(await refusalOf(text)).toMatchObject({ code: 'pack.shape', path: '/footer' });
  });
});

describe('a file that brings along more than words', () => {
  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '</style>',
    '<!--',
    '请点击 javascript:alert(1)',
    'java\u200bscript',
    '\u0000',
    '报\u202e送',
    '\ud800',
    '一\t二',
  ])('is refused with the place of %j', async (title) => {
    const text = await tamper((pack) => Object.assign(firstTask(pack), { title }));
    const problem = await refusalOf(text);
    expect(problem.path).toBe('/campaign/tasks/0/title');
    expect(problem.code).toMatch(/^pack\.(script|control-character)$/);
    const line = text.split('\n').findIndex((each) => each.includes(JSON.stringify(title)));
    expect(problem.line).toBe(line + 1);
  });

  it.each(['得分<60', '收入＜支出 & 支出>0', '一行\n又一行', '"引号"和\\反斜线'])(
    'may write %j',
    async (words) => {
      const text = await tamper((pack) => {
        for (const clause of campaignOf(pack).clauses?.slice(0, 1) ?? []) clause.words = words;
      });
      expect((await expectPack(text)).pack.campaign.clauses[0]?.words).toBe(words);
    },
  );

  it.each(['cel', 'formula', 'hook', 'sql', 'script'])('has no place for %s', async (name) => {
    const text = await tamper((pack) =>
      Object.assign(firstTask(pack), { [name]: 'list.all(x, list.all(y, x != y))' }),
    );
    const problem = await refusalOf(text);
    expect(problem).toMatchObject({ code: 'pack.code', path: `/campaign/tasks/0/${name}` });
  });

  it('has no entry the language does not know, however deep', async () => {
    const text = await tamper((pack) =>
      Object.assign(firstTask(pack).source as Json, { tenant: 'henan' }),
    );
    expect(await refusalOf(text)).toMatchObject({
      code: 'pack.unknown-entry',
      path: '/campaign/tasks/0/source/tenant',
    });
  });

  it.each(["a'--", 'a.b', '$.key', 'A', '-a', 'a'.repeat(41), 'a/b', '任务', 'a b', '__proto__'])(
    'names nothing %j',
    async (key) => {
      const text = await tamper((pack) => Object.assign(firstTask(pack), { key }));
      const problem = await refusalOf(text);
      expect(problem).toMatchObject({ code: 'pack.shape', path: '/campaign/tasks/0/key' });
      expect(problem.mend.zh).toContain('小写字母');
    },
  );

  it.each([
    ['control', 'pack.reserved-name'],
    ['oversight', 'pack.reserved-name'],
    ['platform', 'pack.reserved-name'],
    ['henan--sealed', 'pack.shape'],
    ['../henan', 'pack.shape'],
    ['henan.localhost', 'pack.shape'],
    ['Henan', 'pack.shape'],
    ['x', 'pack.shape'],
  ])('is no region named %s', async (slug, code) => {
    const text = await tamper((pack) => Object.assign(pack.region as Json, { slug }));
    expect(await refusalOf(text)).toMatchObject({ code, path: '/region/slug' });
  });

  it('is refused where it was changed after it was sealed', async () => {
    const text = (await writePack(samplePack())).replace('自查情况报告', '自查情况总结');
    expect(await refusalOf(text)).toMatchObject({ code: 'pack.hash', path: '/contentHash' });
  });

  it.each([['packVersion'], ['languageVersion']])(
    'says that its %s is another’s, not that everything is wrong',
    async (name) => {
      const text = await tamper((pack) => {
        Object.assign(name === 'packVersion' ? pack : campaignOf(pack), { [name]: 99 });
      });
      const problems = await refusalsOf(text);
      expect(problems.map(({ code }) => code)).toContain('pack.version');
    },
  );
});
