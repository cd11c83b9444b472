import { describe, expect, test } from 'vitest';
import type { Problem } from '#schema/contracts/problem.ts';
import { DatabaseSuspendedError, DatabaseUnavailableError } from '../database/database.errors.ts';
import { platformErrors } from './platform.errors.ts';
import { defineErrors, declaredErrors, errorWithCode } from './problem.ts';
import { createHttpApp } from './testing/http-app.fixtures.ts';

async function answerTo(error: unknown, locale: 'zh-CN' | 'en' = 'zh-CN') {
  const { app, lines } = createHttpApp({ locale });
  app.get('/', () => {
    throw error;
  });
  const response = await app.request('/');
  return { response, lines, problem: (await response.json()) as Problem };
}

describe('an error becomes problem+json', () => {
  test('a declared error keeps its code, its status and the request’s id', async () => {
    const { response, problem } = await answerTo(platformErrors['platform.forbidden']());
    expect(response.status).toBe(403);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(problem).toMatchObject({
      type: 'urn:qingfeng:problem:platform.forbidden',
      status: 403,
      code: 'platform.forbidden',
      requestId: 'req_test',
    });
    expect(problem.title).toContain('您的岗位没有此项权限');
  });

  test('the text is in the caller’s language, with its values', async () => {
    const error = platformErrors['platform.rate_limited']({ values: { seconds: 12 } });
    const english = await answerTo(error, 'en');
    expect(english.problem.title).toBe('Too many requests. Try again in 12 seconds.');
    expect(english.response.headers.get('content-language')).toBe('en');
    expect((await answerTo(error)).problem.title).toContain('12 秒');
  });

  test('what nobody expected is 500, tells nothing and is logged under the request’s id', async () => {
    const { response, problem, lines } = await answerTo(new Error('select * from people'));
    expect(response.status).toBe(500);
    expect(problem.code).toBe('internal.error');
    expect(JSON.stringify(problem)).not.toContain('people');
    expect(lines).toHaveLength(1);
    expect(lines[0]?.fields).toMatchObject({ requestId: 'req_test', code: 'internal.error' });
  });

  test('a database that is away is 503 with the time to wait, under any wrapper', async () => {
    const wrapped = new Error('Failed query', { cause: new DatabaseUnavailableError('away') });
    const { response, problem } = await answerTo(wrapped);
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('2');
    expect(problem.code).toBe('platform.database_unavailable');
  });

  test('a database that the engine blocks is a suspended site', async () => {
    const { problem } = await answerTo(new DatabaseSuspendedError('blocked'));
    expect(problem).toMatchObject({ status: 503, code: 'platform.database_suspended' });
  });

  test('an address that nothing serves is 404 in the same shape', async () => {
    const response = await createHttpApp().app.request('/nothing');
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ code: 'platform.route_not_found' });
  });
});

describe('error catalogues', () => {
  test('a code is declared once in the whole program', () => {
    const twice = { 'platform.forbidden': { status: 403, zh: '另一句', en: 'another' } } as const;
    expect(() => defineErrors(twice)).toThrow(/twice/);
  });

  test('a code that is not written as module.reason is refused', () => {
    expect(() => defineErrors({ Wrong: { status: 400, zh: '错', en: 'wrong' } })).toThrow(/code/);
  });

  test('an error is found by its code', () => {
    expect(errorWithCode('platform.forbidden')?.().status).toBe(403);
    expect(errorWithCode('platform.nothing')).toBeUndefined();
  });

  test('every declared error speaks Chinese and English', () => {
    const declared = [...declaredErrors()];
    const wordless = declared.filter(([, { zh }]) => !/\p{Script=Han}/u.test(zh));
    const foreign = declared.filter(([, { en }]) => /\p{Script=Han}/u.test(en) || en === '');
    expect([...wordless, ...foreign].map(([code]) => code)).toEqual([]);
  });
});
