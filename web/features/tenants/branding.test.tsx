import { cleanup, fireEvent, screen, waitFor } from '@solidjs/testing-library';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { BrandingDesk, SiteBranding } from '#schema/contracts/tenant-branding.ts';
import { serveAnswers, showAs } from '#web/features/submissions/testing/page.fixtures.tsx';
import { loadWords, setLocale } from '#web/shared/i18n.ts';
import { BrandingView } from './branding-desk.component.tsx';
import { describeChange, judgeAccent, tidySite } from './branding.presenter.ts';

const site: SiteBranding = {
  accent: '#1f5f8b',
  title: { zh: '东区行风建设工作平台' },
  mark: '东',
  motif: 'rule',
  words: { self: '本局', departments: '科室', territory: '全区', office: '行风办' },
  footer: { sponsor: '东区卫生健康局' },
};
const changed: SiteBranding = {
  ...site,
  accent: '#7a1f2b',
  footer: { ...site.footer, icp: '京ICP备00000000号' },
};
const at = Date.parse('2026-07-08T12:00:00+08:00');
const change = (number: number, of: SiteBranding, restored: number | null = null) => ({
  number,
  at,
  post: number === 0 ? null : '行风办拟稿岗',
  restored,
  site: of,
});
const desk: BrandingDesk = {
  site: changed,
  version: 2,
  changes: [change(1, changed), change(0, site)],
};

let restore: () => void = () => undefined;
beforeAll(() => Promise.all([loadWords('branding'), loadWords('editors')]));
afterEach(async () => {
  cleanup();
  restore();
  await setLocale('zh-CN');
});

const open = async (more: Parameters<typeof serveAnswers>[0] = {}) => {
  const server = serveAnswers({
    'GET /api/tenant/branding': () => ({ body: desk }),
    'GET /api/tenant': () => ({
      body: {
        id: 'dong',
        names: { full: '东区卫生健康局', short: '东区' },
        branding: site,
        words: site.words,
        footer: site.footer,
      },
    }),
    ...more,
  });
  restore = server.restore;
  showAs('commission-drafter', () => <BrandingView />);
  await screen.findByLabelText(/^系统名称必填|^系统名称$/);
  return server.sent;
};
const accent = () => screen.getByLabelText<HTMLInputElement>(/^主题色/);
const saveButton = () => screen.getByRole<HTMLButtonElement>('button', { name: '保存并生效' });
const type = (field: HTMLElement, value: string) => fireEvent.input(field, { target: { value } });

describe('品牌与页脚', () => {
  test('says the contrast in words while a colour is typed, and offers the nearest that can be read', async () => {
    await open();
    expect(screen.getByText(/对比度 9\.\d:1，符合无障碍要求/)).toBeTruthy();
    type(accent(), '#ff0000');
    expect(screen.getAllByText('与页面底色的对比度 3.6:1，低于 4.5:1，不能保存')).toHaveLength(2);
    expect(saveButton().disabled).toBe(true);
    fireEvent.click(screen.getByRole('button', { name: '改用最接近的 #e30000' }));
    expect(accent().value).toBe('#e30000');
    expect(saveButton().disabled).toBe(false);
    type(accent(), '红色');
    expect(screen.getAllByText('请填写 # 和6位十六进制颜色值')).toHaveLength(2);
    expect(saveButton().disabled).toBe(true);
  });

  test('names what is not saved yet, sends it on the version seen, and leaves out what is empty', async () => {
    const sent = await open({
      'PUT /api/tenant/branding': () => ({ body: { version: 3, number: 2 } }),
    });
    expect(saveButton().disabled).toBe(true);
    type(screen.getByLabelText(/^ICP备案号/), ' ');
    type(screen.getByLabelText(/^承办单位/), '东区卫生健康信息中心 ');
    expect(screen.getByText('有 2 处修改尚未保存：ICP备案号、承办单位')).toBeTruthy();
    fireEvent.click(saveButton());
    await waitFor(() => expect(sent.some(({ method }) => method === 'PUT')).toBe(true));
    expect(sent.find(({ method }) => method === 'PUT')?.body).toEqual({
      ...changed,
      footer: { sponsor: '东区卫生健康局', organizer: '东区卫生健康信息中心' },
    });
  });

  test('puts what the server refuses at its field', async () => {
    await open({
      'PUT /api/tenant/branding': () => ({
        status: 422,
        body: {
          type: 'about:blank',
          title: '有 1 处填写有误',
          status: 422,
          code: 'platform.invalid_input',
          requestId: 'req_1',
          errors: [
            { path: '/footer/icp', code: 'regex', message: '格式不符合要求，请按示例格式填写。' },
          ],
        },
      }),
    });
    type(screen.getByLabelText(/^ICP备案号/), '京ICP证1号');
    fireEvent.click(saveButton());
    await waitFor(() =>
      expect(screen.getByLabelText(/^ICP备案号/).getAttribute('aria-invalid')).toBe('true'),
    );
  });

  test('lists who changed what and when, and takes the site back to what the template brought', async () => {
    const sent = await open({
      'POST /api/tenant/branding/restore': () => ({ body: { version: 3, number: 2 } }),
    });
    expect(screen.getByText('修改：主题色、ICP备案号')).toBeTruthy();
    expect(screen.getByText('2026年7月8日 12:00 行风办拟稿岗')).toBeTruthy();
    expect(screen.getByText('现行')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: /恢复到此\s*方案模板原样/ }));
    await waitFor(() => expect(sent.at(-1)?.method).not.toBe('PUT'));
    expect(sent.find(({ method }) => method === 'POST')?.body).toEqual({ number: 0 });
  });

  test('reads in English too', async () => {
    await open();
    await setLocale('en');
    expect(screen.getByRole('button', { name: 'Save and publish' })).toBeTruthy();
    expect(screen.getByText('Changed: Accent colour, ICP number')).toBeTruthy();
  });
});

describe('the words of a site', () => {
  test('are judged by the same rule as on the server', () => {
    expect(judgeAccent('#707070').kind).toBe('enough');
    expect(judgeAccent('#717171')).toMatchObject({ kind: 'short', ratio: '4.4' });
    expect(judgeAccent('767676').kind).toBe('unread');
  });

  test('are sent without what is empty', () => {
    const tidy = tidySite({
      ...site,
      accent: ' #1F5F8B',
      subtitle: { zh: ' ' },
      title: { zh: '甲 ', en: '' },
    });
    expect(tidy).toEqual({ ...site, title: { zh: '甲' } });
  });

  test('say of a change that took a former state back which one it was', () => {
    expect(describeChange(change(4, site, 2), change(3, changed))).toBe('恢复到第2次修改后的样式');
    expect(describeChange(change(4, site, 0), change(3, changed))).toBe('恢复到方案模板原样');
    expect(describeChange(change(0, site), undefined)).toBe('方案模板原样');
  });
});
