import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Organization } from '#schema/contracts/organizations.ts';
import { createTestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestApp } from '#workers/app/testing/test-app.fixtures.ts';
import type { TestClient } from '#workers/app/testing/test-client.fixtures.ts';
import { testActor } from '#workers/app/testing/test-site.fixtures.ts';
import { toBase64Url } from '#workers/platform/crypto/signature.driver.ts';
import { importOrganizations } from './usecases/import-organizations.ts';

type List = { items: Organization[]; nextCursor: string | null };

let world: TestApp;
let drafter: TestClient;
beforeAll(async () => {
  world = await createTestApp();
  drafter = await world.as('drafter');
  const units = Array.from({ length: 23 }, (_, index) => ({
    key: `clinic${index}`,
    name: `第${index}门诊部${index === 7 ? '（100%公立）' : ''}`,
    shortName: index === 5 ? 'a_b门诊' : `门诊${index}`,
    order: 50 + Math.floor(index / 8),
    kind: 'clinic' as const,
    status: index === 3 ? ('closed' as const) : ('open' as const),
    relations: [{ relation: 'supervision' as const }],
  }));
  const input = { units, actor: testActor };
  await importOrganizations({ context: world.site.database, input });
});
afterAll(() => world.close());

const list = async (query = '') =>
  (await drafter(`/api/organizations?limit=200&${query}`)).json<List>().items;
const cursorOf = (key: unknown) => toBase64Url(new TextEncoder().encode(JSON.stringify(key)));

describe('the official order', () => {
  test('is by number, and where numbers are equal one that stays the same', async () => {
    const items = await list();
    expect((await list()).map(({ id }) => id)).toEqual(items.map(({ id }) => id));
    const keys = items.map(({ order, id }) => `${String(order).padStart(6, '0')} ${id}`);
    expect(keys).toEqual(keys.toSorted());
    expect(items[0]?.name).toBe('直属中心医院');
    expect(new Set(items.map(({ order }) => order)).size).toBeLessThan(items.length);
  });

  test.each([1, 3, 7, 8, 27])(
    'page by page of %i nothing is lost and nothing comes twice',
    async (limit) => {
      const whole = await list();
      const seen: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const query: string = cursor === '' ? '' : `&cursor=${cursor}`;
        const page: List = (
          await drafter(`/api/organizations?limit=${limit}${query}`)
        ).json<List>();
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor;
      }
      expect(seen).toEqual(whole.map(({ id }) => id));
    },
  );

  test('a unit that is entered while somebody turns pages moves no other', async () => {
    const first = (await drafter('/api/organizations?limit=4')).json<List>();
    const unit = { key: 'new', name: '新设诊所', order: 1, kind: 'clinic' as const, relations: [] };
    const input = { units: [unit], actor: testActor };
    await importOrganizations({ context: world.site.database, input });
    const next = (
      await drafter(`/api/organizations?limit=4&cursor=${first.nextCursor}`)
    ).json<List>();
    const ids = [...first.items, ...next.items].map(({ id }) => id);
    expect(new Set(ids).size).toBe(8);
    expect((await list())[0]?.name).toBe('新设诊所');
  });
});

describe('a cursor that was tampered with', () => {
  test.each([
    ['an order that is text', cursorOf(['50', 'org'])],
    ['SQL', cursorOf(['50 or 1=1', 'org'])],
    ['a number beyond all', toBase64Url(new TextEncoder().encode('[1e400,"org"]'))],
    ['a cut one', cursorOf([50, 'org']).slice(0, -3)],
  ])('%s is refused', async (_kind, cursor) => {
    const answer = await drafter(`/api/organizations?cursor=${encodeURIComponent(cursor)}`);
    expect(answer.json()).toMatchObject({ status: 400, code: 'platform.invalid_cursor' });
    expect(answer.json().title).toBe('翻页位置无效，请回到第一页。');
  });

  test('shows nothing beyond the reader’s range', async () => {
    const clerk = await world.as('clerk');
    const answer = await clerk(`/api/organizations?cursor=${cursorOf([-1, ''])}`);
    expect(answer.json<List>().items.map(({ name }) => name)).toEqual(['东区第一医院']);
  });
});

describe('searching', () => {
  const names = async (search: string) =>
    (await list(`search=${encodeURIComponent(search)}`)).map(({ name }) => name);

  test('finds a part of the name or of the short name', async () => {
    expect(await names('第12门诊')).toEqual(['第12门诊部']);
    expect(await names('门诊21')).toEqual(['第21门诊部']);
    expect(await names('没有这家')).toEqual([]);
  });

  test('takes every character for itself', async () => {
    expect(await names('%')).toEqual(['第7门诊部（100%公立）']);
    expect(await names('_')).toEqual(['第5门诊部']);
    expect(await names("' or '1'='1")).toEqual([]);
  });

  test('goes with the kind and the state', async () => {
    expect((await list('kind=clinic&status=closed')).map(({ name }) => name)).toEqual([
      '第3门诊部',
    ]);
    expect(await list('kind=bureau&search=%E9%97%A8%E8%AF%8A')).toEqual([]);
  });

  test('is refused where it is too long', async () => {
    const answer = await drafter(`/api/organizations?search=${'a'.repeat(61)}`);
    expect(answer.json().errors).toMatchObject([
      { path: '/search', message: '最多 60 个（字或项），请删减。' },
    ]);
  });
});
