import { cleanup, screen } from '@solidjs/testing-library';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Region } from '#schema/contracts/platform-admin.ts';
import { siteOf } from '#web/features/platform-admin/region.presenter.ts';
import { serveAnswers, showAs } from '#web/features/submissions/testing/page.fixtures.tsx';
import { loadWords } from '#web/shared/i18n.ts';
import { RegionsPage } from './regions.page.tsx';

beforeAll(() => loadWords('platform'));

let restore: () => void = () => undefined;
afterEach(() => {
  cleanup();
  restore();
});

const noon = Date.parse('2026-07-08T12:00:00+08:00');
const region: Region = {
  slug: 'dong',
  level: 'district',
  divisionCode: '990101',
  names: { full: '测试区卫生健康委员会', short: '测试区' },
  status: 'active',
  plugin: { id: 'test', version: '1.0.0' },
  demo: true,
  hosts: [],
  database: { version: '0011-snapshots', state: 'done', finishedAt: noon, current: true },
  sealedDatabase: null,
  auditHeadAt: null,
};

const show = (items: readonly Region[]) => {
  const server = serveAnswers({ 'GET /api/tenants': () => ({ body: { items, asOf: noon } }) });
  restore = server.restore;
  showAs('platform-operator', () => <RegionsPage />);
};

describe('地区一览', () => {
  test('says level, code, template and whether the databases are up to date', async () => {
    const behind = { version: '0010-scoring', state: 'done' as const, finishedAt: noon };
    show([
      region,
      { ...region, slug: 'xi', database: { ...behind, current: false }, status: 'suspended' },
      { ...region, slug: 'nan', database: { ...behind, state: 'failed', current: false } },
    ]);
    expect(await screen.findAllByText('990101')).toHaveLength(3);
    expect(screen.getAllByText('test 1.0.0')).toHaveLength(3);
    expect(screen.getByText('最新（0011-snapshots）')).toBeTruthy();
    expect(screen.getByText('待升级（现为 0010-scoring）')).toBeTruthy();
    expect(screen.getByText('升级失败（2026年7月8日 12:00）')).toBeTruthy();
    expect(screen.getByText('已停用')).toBeTruthy();
    expect(screen.getAllByText('没有升级记录')).toHaveLength(3);
  });

  test('says that suspending and resuming are commands', async () => {
    show([]);
    expect(await screen.findByText('还没有接入地区')).toBeTruthy();
    expect(screen.getByText(/npm run tenant -- suspend/)).toBeTruthy();
  });

  test('leads to the neighbour host of each region', () => {
    const own = { protocol: 'http:', host: 'platform.localhost:8787' };
    expect(siteOf(region, own)).toBe('http://dong.localhost:8787/');
  });
});
