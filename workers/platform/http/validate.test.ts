import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import type { Problem } from '#schema/contracts/problem.ts';
import { createHttpApp, postJson } from './testing/http-app.fixtures.ts';
import { validate } from './validate.ts';

const FormSchema = v.strictObject({
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(5)),
  beds: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  kind: v.picklist(['hospital', 'clinic']),
  on: v.pipe(v.string(), v.isoDate()),
  rows: v.array(v.object({ id: v.string() })),
  code: v.optional(v.pipe(v.string(), v.regex(/^\d{6}$/, '请填写 6 位数字编码。'))),
});
const good = { name: '东区', beds: 3, kind: 'clinic', on: '2026-07-08', rows: [] };

async function send(body: unknown, locale: 'zh-CN' | 'en' = 'zh-CN') {
  const { app } = createHttpApp({ locale });
  app.post('/', validate('json', FormSchema), (c) => c.json(c.req.valid('json')));
  const response = await app.request('/', postJson(body));
  return { status: response.status, body: (await response.json()) as Problem };
}

async function messagesFor(body: unknown, locale: 'zh-CN' | 'en' = 'zh-CN') {
  const answer = await send(body, locale);
  expect(answer.status).toBe(422);
  return Object.fromEntries((answer.body.errors ?? []).map(({ path, message }) => [path, message]));
}

describe('bad input', () => {
  test('good input passes unchanged', async () => {
    expect(await send(good)).toEqual({ status: 200, body: good });
  });

  test('every field that is wrong gets one entry that says what to do', async () => {
    const messages = await messagesFor({
      name: '',
      beds: 0.5,
      kind: 'school',
      on: '2026-02-30x',
      rows: [{ id: 'a' }, {}],
    });
    expect(messages).toEqual({
      '/name': '此项必填，不能为空。',
      '/beds': '此项格式不对，请填写整数。',
      '/kind': '请从下列选项中选择：hospital、clinic。',
      '/on': '请填写真实存在的日期，格式为 2026-07-08。',
      '/rows/1/id': '此项必填，请填写。',
    });
  });

  test('a missing field is said to be required, an unknown one to be removed', async () => {
    const { name: _name, ...rest } = good;
    expect(await messagesFor({ ...rest, extra: 1 })).toEqual({
      '/name': '此项必填，请填写。',
      '/extra': '不认识这一项，请删除。',
    });
  });

  test('a contract’s own Chinese sentence comes first; English readers get English', async () => {
    const body = { ...good, code: '12' };
    expect(await messagesFor(body)).toEqual({ '/code': '请填写 6 位数字编码。' });
    expect(await messagesFor(body, 'en')).toEqual({ '/code': 'The format is not as required.' });
  });

  test('too long is told with the limit', async () => {
    expect(await messagesFor({ ...good, name: '东区第一人民医院' })).toEqual({
      '/name': '最多 5 个（字或项），请删减。',
    });
  });

  test('no message is ever in another language than the caller’s', async () => {
    const wrong = { name: 1, beds: '1', kind: null, on: 5, rows: 'x' };
    for (const message of Object.values(await messagesFor(wrong, 'en'))) {
      expect(message).not.toMatch(/\p{Script=Han}/u);
    }
    for (const message of Object.values(await messagesFor(wrong))) {
      expect(message).toMatch(/\p{Script=Han}/u);
    }
  });

  test('a body that is no JSON is 400 and not 500', async () => {
    const answer = await send('{"name":');
    expect(answer).toMatchObject({ status: 400, body: { code: 'platform.malformed_json' } });
  });
});
