import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { api, buildUrl, onServerContact, retryDelay } from './client.ts';
import { createCommand } from './command.ts';
import { setLocale, t } from './i18n.ts';
import { NetworkError, ProblemError, isOutcomeUnknown } from './problem.ts';

const fetched = vi.fn<typeof fetch>();

beforeEach(() => {
  vi.stubGlobal('fetch', fetched);
});
afterEach(() => {
  fetched.mockReset();
  vi.unstubAllGlobals();
});

const json = (body: unknown, init: ResponseInit = {}) => new Response(JSON.stringify(body), init);
const headersOf = (call: number) => new Headers(fetched.mock.calls[call]?.[1]?.headers);

const failure = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

describe('the client', () => {
  test('gives the answer with its ETag and asks in the reader’s language', async () => {
    fetched.mockResolvedValueOnce(json({ id: 'sub_1' }, { headers: { etag: '"3"' } }));
    expect(await api.read('/api/submissions/sub_1')).toEqual({
      data: { id: 'sub_1' },
      etag: '"3"',
      status: 200,
    });
    expect(headersOf(0).get('accept-language')).toBe('zh-CN');
    await setLocale('en');
    fetched.mockResolvedValueOnce(json({}));
    await api.get('/api/tenant');
    expect(headersOf(1).get('accept-language')).toBe('en');
    expect(t('kit.required')).toBe('Required');
    await setLocale('zh-CN');
  });

  test('makes a problem of an answer that says no, field by field', async () => {
    const errors = [{ path: '/answers/table~1r1~1name', code: 'required', message: '请填写' }];
    const body = {
      status: 422,
      code: 'platform.invalid_input',
      title: '有误',
      requestId: 'req_1',
      errors,
    };
    fetched.mockResolvedValueOnce(json(body, { status: 422 }));
    const error = await failure(api.send({ method: 'POST', path: '/api/x', body: {} }));
    expect(error).toBeInstanceOf(ProblemError);
    expect(error).toMatchObject({
      code: 'platform.invalid_input',
      title: '有误',
      requestId: 'req_1',
    });
    expect((error as ProblemError).errorOf('answers/table/r1/name')).toBe('请填写');
  });

  test('makes a problem of a proxy’s error page too, and waits as long as it asks', async () => {
    fetched.mockResolvedValueOnce(
      new Response('<h1>503</h1>', { status: 503, headers: { 'retry-after': '7' } }),
    );
    const error = await failure(api.get('/api/x'));
    expect(error).toMatchObject({ code: 'http.503', status: 503, retryAfter: 7 });
    expect(isOutcomeUnknown(error)).toBe(true);
    expect(retryDelay(0, error)).toBe(7000);
    expect([0, 1, 9].map((attempt) => retryDelay(attempt, undefined))).toEqual([
      1000, 2000, 30_000,
    ]);
  });

  test('tells a lost network from an answer, and says who is away', async () => {
    const heard: string[] = [];
    const forget = onServerContact(({ kind }) => heard.push(kind));
    fetched.mockRejectedValueOnce(new TypeError('Failed to fetch'));
    expect(await failure(api.get('/api/x'))).toBeInstanceOf(NetworkError);
    fetched.mockResolvedValueOnce(
      json({ status: 401, code: 'identity.signed_out', title: '' }, { status: 401 }),
    );
    await failure(api.get('/api/x'));
    fetched.mockResolvedValueOnce(json({}));
    await api.get('/api/x');
    forget();
    expect(heard).toEqual(['lost', 'reached', 'signed-out', 'reached']);
  });

  test('leaves empty filters out of the address', () => {
    expect(buildUrl('/api/x', { state: 'due', office: undefined, q: '', kind: ['a', 'b'] })).toBe(
      '/api/x?state=due&kind=a&kind=b',
    );
  });
});

describe('a command', () => {
  const file = () =>
    createCommand((id: string) => ({
      method: 'POST',
      path: `/api/submissions/${id}/file`,
      ifMatch: '"2"',
      body: {},
    }));

  test('goes again under the same key while nobody knows whether it was done', async () => {
    const command = file();
    fetched.mockRejectedValueOnce(new TypeError('Failed to fetch'));
    expect(await command.attempt('sub_1')).toBeUndefined();
    expect(command.error()).toBeInstanceOf(NetworkError);
    fetched.mockResolvedValueOnce(json({ number: '1' }));
    await command.run('sub_1');
    expect(headersOf(0).get('idempotency-key')).toBe(headersOf(1).get('idempotency-key'));
    expect(headersOf(1).get('if-match')).toBe('"2"');
  });

  test('is a new command after a definite answer, or about something else', async () => {
    const command = file();
    fetched.mockResolvedValueOnce(
      json({ status: 409, code: 'submissions.locked', title: '已报送' }, { status: 409 }),
    );
    await command.attempt('sub_1');
    expect(command.problem()?.title).toBe('已报送');
    fetched.mockRejectedValueOnce(new TypeError('Failed to fetch'));
    await command.attempt('sub_1');
    fetched.mockResolvedValueOnce(json({}));
    await command.attempt('sub_2');
    const keys = [0, 1, 2].map((call) => headersOf(call).get('idempotency-key'));
    expect(new Set(keys).size).toBe(3);
    expect(command.isBusy()).toBe(false);
  });
});
