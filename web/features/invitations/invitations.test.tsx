import { cleanup, fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Invitation } from '#schema/contracts/invitations.ts';
import { serveAnswers, showAs } from '#web/features/submissions/testing/page.fixtures.tsx';
import { loadWords, setLocale } from '#web/shared/i18n.ts';
import { InvitationsView } from './invitations.component.tsx';
import { JoinView } from './join.component.tsx';

beforeAll(() => loadWords('people'));
let restore: () => void = () => undefined;
afterEach(async () => {
  cleanup();
  restore();
  await setLocale('zh-CN');
});

const serve = (answers: Parameters<typeof serveAnswers>[0]) => {
  const server = serveAnswers(answers);
  restore = server.restore;
  return server.sent;
};
const noon = Date.parse('2026-07-08T12:00:00+08:00');
const asked: Invitation = {
  id: 'inv_1',
  state: 'asked',
  role: 'hospital-clerk',
  organization: { id: 'org_1', name: '东区第一医院' },
  relation: null,
  post: '行风办填报岗',
  addressee: '院办公室',
  username: null,
  phone: null,
  from: null,
  importId: null,
  reason: '新任联络员',
  expiresAt: null,
  openedByPost: '系统管理员',
  openedAt: noon,
  authorizedByPost: null,
  closedAt: null,
  version: 1,
};
const listed = (...items: Invitation[]) => ({
  'GET /api/invitations': () => ({ body: { items, nextCursor: null, asOf: noon } }),
});
const show = (
  role: Parameters<typeof showAs>[0],
  wanted: { unit?: string; onUnitTaken?: () => void } = {},
) =>
  showAs(role, () => (
    <InvitationsView
      isClosed={false}
      onClosed={() => undefined}
      unit={wanted.unit}
      onUnitTaken={() => wanted.onUnitTaken?.()}
    />
  ));

describe('邀请', () => {
  test('an address that asks for a unit opens the form, and is let go of with it', async () => {
    serve(listed(asked));
    const taken = vi.fn();
    show('system-admin', { unit: 'org_1', onUnitTaken: taken });
    const dialog = await screen.findByRole('dialog', { name: '提出邀请' });
    fireEvent.click(within(dialog).getByRole('button', { name: '关闭' }));
    expect(taken).toHaveBeenCalledTimes(1);
  });

  test('offers each administrator his own act: one authorizes, the other makes the link', async () => {
    const authorized: Invitation = { ...asked, id: 'inv_2', state: 'authorized', version: 2 };
    serve(listed(asked, authorized));
    show('security-admin');
    expect(await screen.findAllByText('填报人（联络员）（东区第一医院本单位）')).toHaveLength(2);
    expect(screen.getAllByRole('button', { name: '授权' })).toHaveLength(1);
    expect(screen.queryByRole('button', { name: '制作链接' })).toBeNull();
    expect(screen.queryByRole('button', { name: '提出邀请' })).toBeNull();
    cleanup();
    show('system-admin');
    expect(await screen.findAllByRole('button', { name: '制作链接' })).toHaveLength(1);
    expect(screen.queryByRole('button', { name: '授权' })).toBeNull();
    expect(screen.getByRole('button', { name: '提出邀请' })).toBeTruthy();
  });

  test('is authorized as it was seen', async () => {
    const moved = { id: 'inv_1', state: 'authorized', version: 2 };
    const sent = serve({
      ...listed(asked),
      'POST /api/invitations/inv_1/authorize': () => ({ body: moved }),
    });
    show('security-admin');
    fireEvent.click(await screen.findByRole('button', { name: '授权' }));
    const buttons = screen.getAllByRole('button', { name: '授权', hidden: true });
    fireEvent.click(buttons[buttons.length - 1] as HTMLElement);
    await waitFor(() => expect(sent.some(({ path }) => path.endsWith('/authorize'))).toBe(true));
  });

  test('shows the link once, to be copied or printed', async () => {
    const authorized: Invitation = { ...asked, state: 'authorized', version: 2 };
    const token = `lnk_${'0'.repeat(26)}`;
    const made = { id: 'inv_1', state: 'linked', version: 3, token, expiresAt: noon };
    serve({
      ...listed(authorized),
      'POST /api/invitations/inv_1/link': () => ({ body: made }),
    });
    show('system-admin');
    fireEvent.click(await screen.findByRole('button', { name: '制作链接' }));
    const buttons = screen.getAllByRole('button', { name: '制作链接', hidden: true });
    fireEvent.click(buttons[buttons.length - 1] as HTMLElement);
    expect(await screen.findByText(new RegExp(`/join#${token}`))).toBeTruthy();
    expect(screen.getByText('链接只显示这一次')).toBeTruthy();
    expect(screen.getByRole('button', { name: '打印告知单', hidden: true })).toBeTruthy();
  });
});

describe('who bears a link', () => {
  const invited = {
    role: 'hospital-clerk',
    organizationName: '东区第一医院',
    relation: null,
    post: '行风办填报岗',
    expiresAt: noon,
  };
  const fill = (label: RegExp, value: string) =>
    fireEvent.input(screen.getByLabelText(label), { target: { value } });

  test('sees the post, is told what is wrong, and then has an account', async () => {
    const sent = serve({
      'GET /api/invited': () => ({ body: invited }),
      'POST /api/invited/acceptance': () => ({ status: 201, body: { username: 'east.clerk' } }),
    });
    showAs('hospital-clerk', () => <JoinView token="lnk_x" />);
    expect(await screen.findByText('东区第一医院')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '开设账号' }));
    expect(await screen.findByText('请填写用户名，至少 3 个字符。')).toBeTruthy();
    fill(/^用户名/, 'east.clerk');
    fill(/^密码/, 'Qing-shan-lv-shui-88');
    fill(/^再次输入密码/, 'Qing-shan-lv-shui-88');
    fireEvent.click(screen.getByRole('button', { name: '开设账号' }));
    expect(await screen.findByText('账号 east.clerk 已开设')).toBeTruthy();
    expect(sent.at(-1)?.body).toEqual({
      username: 'east.clerk',
      password: 'Qing-shan-lv-shui-88',
    });
    expect(screen.getByRole('link').getAttribute('href')).toBe('/sign-in');
  });

  test('of a dead link hears why, and whom to ask', async () => {
    const title = '邀请链接已过有效期，请联系给您链接的人重新制作。';
    const code = 'organizations.invitation_expired';
    const problem = { type: code, title, status: 410, code, requestId: 'r' };
    serve({ 'GET /api/invited': () => ({ status: 410, body: problem }) });
    showAs('hospital-clerk', () => <JoinView token="lnk_x" />);
    expect(await screen.findByText(title)).toBeTruthy();
    expect(screen.getByText('请联系给您链接的人。')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '开设账号' })).toBeNull();
  });
});
