import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import { createErrorHandler } from '#workers/platform/http/error-handler.ts';
import { createIds, isId } from '#workers/platform/ids.ts';
import { createLogger } from '#workers/platform/logger.ts';
import type { RequestFacts, RootEnv } from './app-env.ts';
import { learnRequest } from './request-facts.ts';

const app = new Hono<RootEnv>();
app.onError(createErrorHandler(createLogger(() => {})));
app.use(learnRequest({ ids: createIds() }));
app.get('/gate/:access', async (c) => {
  await c.get('gate')(c.req.param('access') === 'public' ? 'public' : 'signed-in');
  return c.text('open');
});
app.get('*', (c) => c.json(c.get('facts')));

async function factsOf(headers: Record<string, string> = {}, url = 'http://Dong.Example.cn:8787/') {
  const response = await app.request(url, { headers });
  return (await response.json()) as RequestFacts;
}

async function addressOf(cf: object | undefined, headers: object, behindProxy = false) {
  const asked = new Hono<RootEnv>();
  asked.use(learnRequest({ ids: createIds(), behindProxy }));
  asked.get('*', (c) => c.json(c.get('facts')));
  const request = new Request('http://dong.example.cn/', { headers: { ...headers } });
  const answer = await asked.fetch(cf ? Object.assign(request, { cf }) : request);
  return ((await answer.json()) as RequestFacts).address;
}

describe('what is known of a request before anything else', () => {
  test('an id that nobody outside can choose, and that the answer repeats', async () => {
    const response = await app.request('/', { headers: { 'x-request-id': 'mine' } });
    const id = response.headers.get('x-request-id') ?? '';
    expect(isId(id, 'req')).toBe(true);
    expect(((await response.json()) as RequestFacts).requestId).toBe(id);
    expect((await factsOf()).requestId).not.toBe(id);
  });

  test('the host in small letters, with its port', async () => {
    expect((await factsOf()).host).toBe('dong.example.cn:8787');
  });

  test('the scheme, as the proxy saw it where there is one', async () => {
    expect((await factsOf()).secure).toBe(false);
    expect((await factsOf({ 'x-forwarded-proto': 'https' })).secure).toBe(true);
    expect((await factsOf({}, 'https://dong.example.cn/')).secure).toBe(true);
    expect(
      (await factsOf({ 'x-forwarded-proto': 'http' }, 'https://dong.example.cn/')).secure,
    ).toBe(false);
  });

  test('the language of the reader’s own choice before that of the browser', async () => {
    expect((await factsOf({ 'accept-language': 'en' })).locale).toBe('en');
    const headers = { 'accept-language': 'en', cookie: 'qf_locale=zh-CN' };
    expect((await factsOf(headers)).locale).toBe('zh-CN');
    expect((await factsOf()).locale).toBe('zh-CN');
  });

  test('the address that the runtime saw; what the sender wrote counts nothing', async () => {
    const written = { 'x-forwarded-for': '1.1.1.1', 'cf-connecting-ip': '1.1.1.2' };
    expect(await addressOf({ clientIp: '10.0.0.9:50122' }, written)).toBe('10.0.0.9');
    expect(await addressOf({ clientIp: '[2001:db8::7]:50122' }, written)).toBe('2001:db8::7');
    expect(await addressOf(undefined, written)).toBeUndefined();
  });

  test('the address that Cloudflare’s edge writes, where the program runs there', async () => {
    const written = { 'x-forwarded-for': '1.1.1.1', 'cf-connecting-ip': '10.0.0.8' };
    expect(await addressOf({ colo: 'HKG' }, written)).toBe('10.0.0.8');
  });

  test('the last hop’s word behind a proxy of ours; what stands before it counts nothing', async () => {
    const written = { 'x-forwarded-for': '1.1.1.1, 10.0.0.9', 'cf-connecting-ip': '1.1.1.2' };
    const peer = { clientIp: '127.0.0.1:50122' };
    expect(await addressOf(peer, written, true)).toBe('10.0.0.9');
    expect(await addressOf(peer, {}, true)).toBe('127.0.0.1');
  });
});

test('outside of a site only what is public is open', async () => {
  expect((await app.request('/gate/public')).status).toBe(200);
  expect((await app.request('/gate/signed-in')).status).toBe(401);
});
