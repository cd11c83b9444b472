import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestApp, hostOf } from './testing/test-app.fixtures.ts';
import type { TestApp } from './testing/test-app.fixtures.ts';

let world: TestApp;
beforeAll(async () => {
  world = await createTestApp({ tenants: ['dong', 'xi'] });
});
afterAll(() => world.close());

const browser = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };
const open = (path: string, headers: Record<string, string> = browser) =>
  world.visitor(hostOf('nobody'))(path, { headers });

describe('an address that is nobody’s', () => {
  test.each(['/', '/console/', '/submissions/sub_1?tab=1'])(
    'tells a person at %s in both languages what to do',
    async (path) => {
      const answer = await open(path);
      expect(answer.status).toBe(404);
      expect(answer.headers.get('content-type')).toContain('text/html');
      expect(answer.text).toContain('<html lang="zh-CN">');
      expect(answer.text).toContain('没有找到这个网站');
      expect(answer.text).toContain('请核对网址');
      expect(answer.text).toContain('lang="en"');
      expect(answer.text).toContain('Check that the address is complete');
    },
  );

  test('names no commission, and repeats nothing of what was asked', async () => {
    const { text } = await open('/%3Cscript%3Ealert(1)%3C/script%3E?nobody');
    expect(text).not.toMatch(/dong|xi\b|测试区|nobody|script|alert|style=/i);
  });

  test('keeps problem+json for programs, and for everything under /api', async () => {
    const calls = [
      open('/', { accept: 'application/json' }),
      open('/', { accept: '*/*' }),
      open('/api/tenant'),
      world.visitor(hostOf('nobody'))('/', { method: 'POST', headers: browser }),
    ];
    for (const answer of await Promise.all(calls)) {
      expect(answer.headers.get('content-type')).toContain('application/problem+json');
      expect(answer.json()).toMatchObject({ status: 404, code: 'tenants.unknown_host' });
    }
  });

  test('is served with the same strict headers as any other page', async () => {
    const { headers } = await open('/');
    expect(headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(headers.get('cache-control')).toBe('no-store');
  });
});
