import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Problem } from '#schema/contracts/problem.ts';
import { etagOf, requireIfMatch } from './etag.ts';
import { createHttpApp } from './testing/http-app.fixtures.ts';

async function read(ifMatch?: string) {
  const { app } = createHttpApp();
  app.get('/', (c) => c.json({ version: requireIfMatch(c) }));
  const headers: HeadersInit = ifMatch === undefined ? {} : { 'if-match': ifMatch };
  const response = await app.request('/', { headers });
  return {
    status: response.status,
    body: (await response.json()) as Problem & { version: number },
  };
}

describe('the version somebody saw', () => {
  test('comes back as it went out', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 999_999_999 }), async (version) => {
        expect((await read(etagOf(version))).body.version).toBe(version);
      }),
      { numRuns: 30 },
    );
  });

  test('may have been made weak by a proxy that compresses', async () => {
    expect((await read('W/"12"')).body.version).toBe(12);
    expect((await read('  "12" ')).body.version).toBe(12);
  });

  test.each([
    '*',
    '12',
    '"a"',
    '"1", "2"',
    '"-1"',
    '"1.5"',
    'w/"1"',
    '"',
    '""',
    '"0x1"',
    `"${'9'.repeat(16)}"`,
  ])('%s is no version of ours', async (header) => {
    const answer = await read(header);
    expect(answer).toMatchObject({ status: 400, body: { code: 'platform.invalid_precondition' } });
    expect(answer.body.title).toContain('请刷新页面后重试');
  });

  test('must be said: nobody overwrites blindly', async () => {
    expect(await read()).toMatchObject({
      status: 428,
      body: { code: 'platform.precondition_required' },
    });
  });
});
