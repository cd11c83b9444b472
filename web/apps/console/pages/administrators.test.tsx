import { cleanup, fireEvent, screen, waitFor } from '@solidjs/testing-library';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { AccountPage } from '#schema/contracts/accounts.ts';
import type { AuditPage as AuditAnswer } from '#schema/contracts/audit-entries.ts';
import type { Organization } from '#schema/contracts/organizations.ts';
import type { Permission } from '#schema/contracts/permission.ts';
import { actionWords } from '#web/features/audit/audit-entry.presenter.ts';
import { serveAnswers, showAs } from '#web/features/submissions/testing/page.fixtures.tsx';
import { loadWords, setLocale } from '#web/shared/i18n.ts';
import { navigationFor } from '../navigation.ts';
import { AccountsPage } from './accounts.page.tsx';
import { AuditPage } from './audit.page.tsx';
import { OrganizationsPage } from './organizations.page.tsx';

beforeAll(() => loadWords('audit-actions'));

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

describe('审计记录', () => {
  const entry: AuditAnswer['items'][number] = {
    seq: 42,
    at: noon,
    action: 'submission.file',
    actor: { kind: 'person', id: 'per_2', post: '行风办填报岗' },
    subjectKind: 'submission',
    subjectId: 'sub_1',
    facts: { receiptNumber: '20260708-ABCDEFGH' },
    prevHash: '00'.repeat(32),
    hash: 'abcdef12'.repeat(8),
  };
  const page: AuditAnswer = {
    items: [entry, { ...entry, seq: 41, actor: { kind: 'system', id: 'audit', post: null } }],
    nextCursor: null,
    signedHead: { seq: 40, signedAt: noon },
    asOf: noon,
  };

  test('says in words what happened, by which post, and which head was signed', async () => {
    serve({ 'GET /api/audit/entries': () => ({ body: page }) });
    showAs('audit-admin', () => <AuditPage />);
    expect(await screen.findAllByRole('rowheader', { name: '报送' })).toHaveLength(2);
    expect(screen.getByText('行风办填报岗')).toBeTruthy();
    expect(screen.getByText('系统自动')).toBeTruthy();
    expect(screen.getByText('第 42 号 · abcdef12')).toBeTruthy();
    expect(screen.getByText(/第 40 号及以前的记录已于 2026年7月8日 12:00 签名留存/)).toBeTruthy();
    expect(screen.getByText('npm run audit -- verify')).toBeTruthy();
  });

  test('says the signed head in the language that the reader changes to', async () => {
    serve({ 'GET /api/audit/entries': () => ({ body: page }) });
    showAs('audit-admin', () => <AuditPage />);
    const chinese = await screen.findByText(/第 40 号及以前的记录已于/);
    await setLocale('en');
    await waitFor(() => expect(chinese.textContent).not.toContain('签名留存'));
  });

  test('says so while nothing has been signed, and what to do when nothing matches', async () => {
    const empty = { ...page, items: [], signedHead: null };
    serve({ 'GET /api/audit/entries': () => ({ body: empty }) });
    showAs('audit-admin', () => <AuditPage />);
    expect(await screen.findByText('没有符合条件的审计记录')).toBeTruthy();
    expect(screen.getByText(/尚无签名留存/)).toBeTruthy();
    expect(screen.getByRole('button', { name: '清除筛选' })).toBeTruthy();
  });

  test('keeps the own name of an action it does not know', () => {
    expect(actionWords('register.close')).toBe('register.close');
  });
});

describe('单位名录', () => {
  const unit = {
    id: 'org_1',
    name: '东区第一医院',
    shortName: '一院',
    order: 10,
    kind: 'hospital',
    level: 'tertiary',
    ownership: 'public',
    tags: [],
    status: 'open',
    mergedIntoId: null,
    openedOn: null,
    closedOn: null,
    paths: {},
    version: 1,
  } satisfies Organization;

  test('lists units in the order of the server, each with its page', async () => {
    const closed = { ...unit, id: 'org_2', name: '东区诊所', kind: 'clinic', status: 'closed' };
    serve({
      'GET /api/organizations': () => ({ body: { items: [unit, closed], nextCursor: null } }),
    });
    showAs('system-admin', () => <OrganizationsPage />);
    const link = await screen.findByRole('link', { name: '东区第一医院' });
    expect(link.getAttribute('href')).toBe('/organizations/org_1');
    const names = screen.getAllByRole('rowheader').map(({ textContent }) => textContent);
    expect(names).toEqual(['东区第一医院', '东区诊所']);
    expect(screen.getByText('已停业')).toBeTruthy();
  });
});

describe('人员与权限', () => {
  const account: AccountPage['items'][number] = {
    id: 'per_2',
    username: 'east.clerk',
    post: '医政科审核岗',
    organization: { id: 'org_1', name: '东区卫生健康局' },
    grants: [
      {
        id: 'grt_1',
        role: 'bureau-reviewer',
        organization: { id: 'org_1', name: '东区卫生健康局' },
        relation: 'supervision',
        from: '2026-01-01',
        to: null,
      },
    ],
    disabledAt: null,
    lockedUntil: noon + 60_000,
    lastSessionAt: null,
  };
  const own = { ...account, id: 'per_1', username: 'security', lockedUntil: null };
  const page: AccountPage = { items: [account, own], nextCursor: null, asOf: noon };

  test('says how far a post reaches and until when a name is locked', async () => {
    serve({ 'GET /api/accounts': () => ({ body: page }) });
    showAs('security-admin', () => <AccountsPage />);
    const reach = await screen.findAllByText('审核（东区卫生健康局及其主管单位）');
    expect(reach).toHaveLength(2);
    expect(screen.getByText('登录失败锁定至 2026年7月8日 12:01')).toBeTruthy();
    expect(screen.getAllByText('没有留存的登录')).toHaveLength(2);
  });

  test('offers to disable others and not oneself, and sends the reason', async () => {
    const sent = serve({
      'GET /api/accounts': () => ({ body: page }),
      'POST /api/accounts/per_2/disable': () => ({ body: { id: 'per_2', disabled: true } }),
    });
    showAs('security-admin', () => <AccountsPage />);
    fireEvent.click(await screen.findByRole('button', { name: '停用' }));
    const reason = await screen.findByLabelText(/原因/);
    fireEvent.input(reason, { target: { value: '调离岗位' } });
    const dialog = screen.getByRole('alertdialog');
    const confirm = [...dialog.querySelectorAll('button')].find((each) =>
      each.textContent?.includes('停用'),
    );
    if (confirm) fireEvent.click(confirm);
    await waitFor(() => expect(sent.some(({ method }) => method === 'POST')).toBe(true));
    expect(sent.find(({ method }) => method === 'POST')?.body).toEqual({ reason: '调离岗位' });
    expect(screen.getByText('本人')).toBeTruthy();
  });

  const button = (name: string) => screen.findByRole('button', { name });
  const type = async (label: RegExp, value: string) =>
    fireEvent.input(await screen.findByLabelText(label), { target: { value } });

  test('gives a post with its reason, and ends one with another', async () => {
    const sent = serve({
      'GET /api/accounts': () => ({ body: page }),
      'POST /api/accounts/per_2/grants': () => ({ status: 201, body: { id: 'grt_2' } }),
      'POST /api/accounts/per_2/grants/grt_1/end': () => ({ body: { id: 'grt_1', ended: true } }),
    });
    showAs('security-admin', () => <AccountsPage />);
    fireEvent.click(await button('权限'));
    fireEvent.change(await screen.findByLabelText(/角色/), {
      target: { value: 'commission-checker' },
    });
    await type(/^原因/, '轮岗');
    fireEvent.click(await button('授予'));
    await waitFor(() => expect(sent.some(({ path }) => path.endsWith('/grants'))).toBe(true));
    expect(sent.find(({ path }) => path.endsWith('/grants'))?.body).toEqual({
      role: 'commission-checker',
      reason: '轮岗',
    });
    fireEvent.click(await button('收回'));
    await type(/收回原因/, '调岗');
    fireEvent.click(await button('确认收回'));
    await waitFor(() => expect(sent.some(({ path }) => path.endsWith('/end'))).toBe(true));
    expect(sent.find(({ path }) => path.endsWith('/end'))?.body).toEqual({ reason: '调岗' });
  });

  test('shows a one-time password once and forgets it', async () => {
    const password = 'abcd-efgh-jkmn';
    serve({
      'GET /api/accounts': () => ({ body: page }),
      'POST /api/accounts/per_2/reset-password': () => ({ body: { id: 'per_2', password } }),
    });
    showAs('security-admin', () => <AccountsPage />);
    fireEvent.click(await button('重置密码'));
    await type(/^原因/, '忘记密码');
    const dialog = screen.getByText(/重置后原密码立即失效/).closest('dialog');
    const act = [...(dialog?.querySelectorAll('button') ?? [])].at(-1);
    if (act) fireEvent.click(act);
    expect(await screen.findByText(password)).toBeTruthy();
    expect(screen.getByText('一次性密码只显示这一次')).toBeTruthy();
    fireEvent.click(await button('关闭'));
    await waitFor(() => expect(screen.queryByText(password)).toBeNull());
  });

  test('opens an account of a post and tells its password once', async () => {
    const told = { id: 'per_9', username: 'new.clerk', password: 'abcd-efgh-jkmn' };
    const sent = serve({
      'GET /api/accounts': () => ({ body: page }),
      'GET /api/organizations': () => ({ body: { items: [], nextCursor: null } }),
      'POST /api/accounts': () => ({ status: 201, body: told }),
    });
    showAs('system-admin', () => <AccountsPage />);
    fireEvent.click(await button('开设账号'));
    await type(/^用户名(?!或)/, ' new.clerk ');
    await type(/^岗位/, '行风办填报岗');
    fireEvent.click(await button('开设'));
    expect(await screen.findByText(told.password)).toBeTruthy();
    expect(sent.find(({ method }) => method === 'POST')?.body).toEqual({
      username: 'new.clerk',
      post: '行风办填报岗',
    });
    fireEvent.click(await button('关闭'));
    await waitFor(() => expect(screen.queryByText(told.password)).toBeNull());
  });

  test('keeps posts and passwords from administrators who do not authorize', async () => {
    serve({ 'GET /api/accounts': () => ({ body: page }) });
    showAs('system-admin', () => <AccountsPage />);
    expect(await button('停用')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '权限' })).toBeNull();
    expect(screen.queryByRole('button', { name: '重置密码' })).toBeNull();
  });

  test('a refused command says why and keeps the dialog open', async () => {
    const title = '没有找到该人员。';
    serve({
      'GET /api/accounts': () => ({ body: page }),
      'POST /api/accounts/per_2/disable': () => ({
        status: 404,
        body: { type: 'about:blank', title, status: 404, code: 'identity.unknown_person' },
      }),
    });
    showAs('security-admin', () => <AccountsPage />);
    fireEvent.click(await screen.findByRole('button', { name: '停用' }));
    const dialog = screen.getByRole('alertdialog');
    const confirm = [...dialog.querySelectorAll('button')].at(-1);
    if (confirm) fireEvent.click(confirm);
    expect(await screen.findByText(title)).toBeTruthy();
  });
});

describe('栏目', () => {
  const sectionsOf = (...held: Permission[]) =>
    navigationFor({
      can: (permission) => held.includes(permission),
      holds: (permission) => held.includes(permission),
    }).map(({ href }) => href);

  test('each of the three administrators begins at a section of the own post', () => {
    expect(sectionsOf('organizations.read', 'organizations.manage', 'identity.manage')).toEqual([
      '/accounts',
      '/organizations',
    ]);
    expect(sectionsOf('organizations.read', 'audit.read')).toEqual(['/audit', '/organizations']);
    expect(sectionsOf('identity.manage')).toEqual(['/accounts']);
    expect(sectionsOf('campaigns.read', 'organizations.read')[0]).toBe('/');
  });
});
