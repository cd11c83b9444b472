import { cleanup, fireEvent, screen, waitFor } from '@solidjs/testing-library';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { UnitsWithoutLiaison } from '#schema/contracts/liaisons.ts';
import { serveAnswers, showAs } from '#web/features/submissions/testing/page.fixtures.tsx';
import { formatInstant } from '#web/shared/dates.ts';
import { loadWords, setLocale } from '#web/shared/i18n.ts';
import { WithoutLiaisonView } from './without-liaison.component.tsx';

beforeAll(() => loadWords('people'));
let restore: () => void = () => undefined;
afterEach(async () => {
  cleanup();
  restore();
  await setLocale('zh-CN');
});

const path = '/api/organizations/without-liaison';
const noon = Date.parse('2026-07-08T12:00:00+08:00');
const unit: UnitsWithoutLiaison['items'][number] = {
  id: 'org_1',
  name: '东区第二医院',
  kind: 'hospital',
  superior: '东区卫生健康局',
  invitation: null,
  invitedAt: null,
  asked: null,
};
const invited = { ...unit, id: 'org_2', name: '东区第三医院', invitedAt: noon };
const page: UnitsWithoutLiaison = {
  items: [unit, { ...invited, invitation: 'asked' }],
  nextCursor: null,
  counts: [
    { kind: 'hospital', count: 2 },
    { kind: 'clinic', count: 1 },
  ],
  asOf: noon,
};

const serve = (more: Parameters<typeof serveAnswers>[0] = {}) => {
  const server = serveAnswers({ [`GET ${path}`]: () => ({ body: page }), ...more });
  restore = server.restore;
  return server.sent;
};
const show = (role: Parameters<typeof showAs>[0]) =>
  showAs(role, () => <WithoutLiaisonView kind={undefined} onKind={() => undefined} />);

describe('无联络员的单位', () => {
  test('says how many of each kind, and what is being done about each', async () => {
    serve();
    show('commission-drafter');
    expect(await screen.findByText('东区第二医院', { selector: 'a' })).toBeTruthy();
    const sentence = screen.getByText(/共 3 个单位没有联络员/);
    expect(sentence.textContent).toContain('医院 2，诊所（门诊部） 1');
    expect(screen.getByText('尚未邀请')).toBeTruthy();
    expect(screen.getByText('待授权')).toBeTruthy();
  });

  test('the system administrator invites right away, where nobody is invited yet', async () => {
    serve();
    show('system-admin');
    const links = await screen.findAllByRole('link', { name: /提出邀请/ });
    expect(links.map((link) => link.getAttribute('href'))).toEqual([
      '/accounts/invitations?unit=org_1',
    ]);
  });

  test('a bureau asks the administrator, and who was told when stays on the row', async () => {
    let items = page.items;
    const sent = serve({
      [`GET ${path}`]: () => ({ body: { ...page, items } }),
      [`POST ${path}/org_1/ask`]: () => {
        const asked = { at: noon, byPost: '医政科审核岗' };
        items = items.map((each) => (each.id === 'org_1' ? { ...each, asked } : each));
        return { body: { id: 'org_1', asked } };
      },
    });
    show('bureau-reviewer');
    fireEvent.click(await screen.findByRole('button', { name: /请系统管理员邀请/ }));
    expect(await screen.findByText(`医政科审核岗，${formatInstant(noon)}`)).toBeTruthy();
    expect(screen.getByText('已告知系统管理员')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /请系统管理员邀请/ })).toBeNull();
    expect(sent.filter(({ path: to }) => to.endsWith('/ask'))).toHaveLength(1);
  });

  test('an ask of a week ago may be repeated, and is still there to see', async () => {
    const asked = { at: noon - 7 * 86_400_000, byPost: '医政科审核岗' };
    serve({ [`GET ${path}`]: () => ({ body: { ...page, items: [{ ...unit, asked }] } }) });
    show('bureau-reviewer');
    expect(await screen.findByText(`医政科审核岗，${formatInstant(asked.at)}`)).toBeTruthy();
    expect(screen.getByRole('button', { name: /请系统管理员邀请/ })).toBeTruthy();
  });

  test('a list that cannot be read for the file is said, with a way to try again', async () => {
    let isDown = false;
    serve({
      [`GET ${path}`]: () => (isDown ? { status: 409, body: { status: 409 } } : { body: page }),
    });
    show('commission-drafter');
    await screen.findByText('东区第二医院', { selector: 'a' });
    isDown = true;
    fireEvent.click(await screen.findByRole('button', { name: '导出 Excel' }));
    expect((await screen.findByRole('alert')).textContent).toContain('没有读取成功');
    isDown = false;
    const saved = vi.fn();
    vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: saved, revokeObjectURL: vi.fn() }));
    fireEvent.click(screen.getByRole('button', { name: '再试一次' }));
    await waitFor(() => expect(saved).toHaveBeenCalledTimes(1), { timeout: 10_000 });
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('reads as English where English is chosen', async () => {
    serve();
    await setLocale('en');
    await loadWords('people');
    show('bureau-reviewer');
    expect(await screen.findByText('Nobody invited yet')).toBeTruthy();
    expect(screen.getByText(/3 units have no clerk/).textContent).not.toContain('，');
  });
});
