import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import type { InputIssue } from '#schema/contracts/issue-message.ts';
import type { Locale } from './locale.ts';
import type { ProblemError } from './problem.ts';
import { createInvalidInputError } from './validate.ts';

const FALLBACKS = [
  '此项不符合要求，请核对后重新填写。',
  'This entry is not valid. Check it and enter it again.',
];

function refusalOf(schema: v.GenericSchema, value: unknown, locale: Locale): ProblemError {
  const result = v.safeParse(schema, value);
  if (result.success) throw new Error('the sample is good');
  return createInvalidInputError(asHandedOn(result.issues), locale);
}

/** The validator hands Valibot's own issues on, typed by the standard that says less of them. */
function asHandedOn(issues: readonly unknown[]): readonly InputIssue[] {
  return issues as readonly InputIssue[];
}

function sentencesFor(schema: v.GenericSchema, value: unknown): string[] {
  return (['zh-CN', 'en'] as const).map((locale) => {
    const [entry] =
      refusalOf(v.object({ field: schema }), { field: value }, locale).details.errors ?? [];
    expect(entry?.path).toMatch(/^\/field/);
    return entry?.message ?? '';
  });
}

const day = v.pipe(v.string(), v.isoDate());

/** Every kind of check that a contract of ours makes, with a value that fails it. */
const samples: readonly (readonly [
  kind: string,
  schema: v.GenericSchema,
  wrong: unknown,
  zh: string,
])[] = [
  ['文字', v.string(), 5, '此项格式不对，请填写文字。'],
  ['文字缺失', v.string(), null, '此项必填，请填写文字。'],
  ['数字', v.number(), '五', '此项格式不对，请填写数字。'],
  ['数字 NaN', v.number(), Number.NaN, '此项格式不对，请填写数字。'],
  ['是否', v.boolean(), 'yes', '此项格式不对，请选择是或否。'],
  ['列表', v.array(v.string()), 'a', '此项格式不对，请至少列出一项。'],
  ['一组', v.object({ a: v.string() }), 'a', '此项格式不对，请填写完整。'],
  ['严格的一组', v.strictObject({ a: v.string() }), [], '此项必填，请填写。'],
  ['宽松的一组', v.looseObject({ a: v.string() }), 7, '此项格式不对，请填写完整。'],
  ['带其余键的一组', v.objectWithRest({}, v.string()), 7, '此项格式不对，请填写完整。'],
  ['键值', v.record(v.string(), v.number()), 7, '此项格式不对，请填写完整。'],
  ['定长', v.tuple([v.string()]), 7, '此项格式不对，请填写完整。'],
  ['文件', v.file(), 'a', '此项格式不对，请选择文件。'],
  ['整数', v.pipe(v.number(), v.integer()), 1.5, '此项格式不对，请填写整数。'],
  ['安全整数', v.pipe(v.number(), v.safeInteger()), 2 ** 60, '此项格式不对，请填写整数。'],
  ['选项', v.picklist(['甲', '乙']), '丙', '请从下列选项中选择：甲、乙。'],
  ['选项缺失', v.picklist(['甲', '乙']), null, '此项必填，请选择：甲、乙。'],
  ['固定值', v.literal('同意'), '不', '请从下列选项中选择：同意。'],
  ['几种形式', v.union([v.string(), v.number()]), true, '此项格式不对，请按要求的形式之一填写。'],
  [
    '类别',
    v.variant('kind', [v.object({ kind: v.literal('a') })]),
    3,
    '此项格式不对，请先选择类别。',
  ],
  ['非空', v.pipe(v.string(), v.nonEmpty()), '', '此项必填，不能为空。'],
  ['至少一个', v.pipe(v.array(v.string()), v.minLength(1)), [], '此项必填，不能为空。'],
  ['至少十个', v.pipe(v.string(), v.minLength(10)), '短', '至少填写 10 个（字或项）。'],
  ['最多', v.pipe(v.string(), v.maxLength(2)), '太长了', '最多 2 个（字或项），请删减。'],
  ['恰好', v.pipe(v.string(), v.length(6)), '12', '应为 6 个（字或项）。'],
  ['不小于', v.pipe(v.number(), v.minValue(1)), 0, '不能小于 1。'],
  ['不大于', v.pipe(v.number(), v.maxValue(100)), 101, '不能大于 100。'],
  ['日期', day, '2026-13-40', '请填写真实存在的日期，格式为 2026-07-08。'],
  ['邮箱', v.pipe(v.string(), v.email()), 'a', '请填写有效的电子邮箱。'],
  ['网址', v.pipe(v.string(), v.url()), 'a', '请填写完整网址，以 https:// 开头。'],
  ['格式', v.pipe(v.string(), v.regex(/^\d$/)), 'a', '格式不符合要求，请按示例格式填写。'],
];

describe('what is wrong with a field', () => {
  test.each(samples)('%s：%s', (_kind, schema, wrong, expected) => {
    const [zh = '', en = ''] = sentencesFor(schema, wrong);
    expect(zh).toBe(expected);
    expect(zh).toMatch(/请|必填|不能|最多|至少|应为/);
    expect(en.replace(/: .*/, '')).not.toMatch(/\p{Script=Han}/u);
    expect(en).toMatch(/[.:]/);
    expect(FALLBACKS).not.toContain(zh);
  });

  test('that no sentence knows is still told in the caller’s language, and what to do', () => {
    const [zh, en] = sentencesFor(v.pipe(v.string(), v.startsWith('QF')), 'x');
    expect([zh, en]).toEqual(FALLBACKS);
  });

  test('an entry nobody asked for is to be removed', () => {
    const refusal = refusalOf(v.strictObject({ a: v.string() }), { a: '甲', b: 1 }, 'zh-CN');
    expect(refusal.details.errors).toMatchObject([
      { path: '/b', message: '不认识这一项，请删除。' },
    ]);
  });

  test('the contract’s own sentence is for Chinese readers; others get the general one', () => {
    const schema = v.pipe(v.string(), v.regex(/^\d{6}$/, '请填写 6 位行政区划代码。'));
    expect(sentencesFor(schema, 'x')).toEqual([
      '请填写 6 位行政区划代码。',
      'The format is not as required.',
    ]);
  });
});

describe('a list of what is wrong', () => {
  const rows = v.object({
    rows: v.array(v.object({ name: v.pipe(v.string(), v.minLength(2)), beds: v.number() })),
  });

  test('counts the fields, names each once and points into the rows', () => {
    const refusal = refusalOf(
      rows,
      { rows: [{ name: '', beds: 'x' }, { name: '好的', beds: 1 }, 5] },
      'zh-CN',
    );
    expect(refusal.details.errors?.map(({ path }) => path)).toEqual([
      '/rows/0/name',
      '/rows/0/beds',
      '/rows/2',
    ]);
    expect(refusal.title('zh-CN')).toBe('有 3 处填写不符合要求，请按提示修改后再提交。');
  });

  test('escapes what a JSON pointer needs escaped', () => {
    const schema = v.object({ 'a/b~c': v.string() });
    const refusal = refusalOf(schema, { 'a/b~c': 1 }, 'zh-CN');
    expect(refusal.details.errors?.[0]?.path).toBe('/a~1b~0c');
  });

  test('of a choice of forms tells what is wrong in the form that came nearest', () => {
    const text = v.object({ zh: v.pipe(v.string(), v.minLength(1)), en: v.optional(v.string()) });
    const schema = v.object({ title: v.union([v.string(), text]) });
    const refusal = refusalOf(schema, { title: { zh: '' } }, 'zh-CN');
    expect(refusal.details.errors).toMatchObject([
      { path: '/title/zh', message: '此项必填，不能为空。' },
    ]);
  });

  test('of the whole body has the empty pointer', () => {
    expect(refusalOf(rows, 'rubbish', 'zh-CN').details.errors?.[0]?.path).toBe('');
  });
});
