import { cleanup, fireEvent, screen, waitFor } from '@solidjs/testing-library';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { UnitsWithoutLiaison } from '#schema/contracts/liaisons.ts';
import { serveAnswers, showAs } from '#web/features/submissions/testing/page.fixtures.tsx';
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

  test('a bureau asks the administrator, once', async () => {
    const sent = serve({
      [`POST ${path}/org_1/ask`]: () => ({ body: { id: 'org_1', asked: true } }),
    });
    show('bureau-reviewer');
    fireEvent.click(await screen.findByRole('button', { name: /请系统管理员邀请/ }));
    await waitFor(() => expect(screen.getByText('已告知')).toBeTruthy());
    expect(sent.filter(({ path: to }) => to.endsWith('/ask'))).toHaveLength(1);
    await setLocale('en');
    expect(await screen.findByText('Nobody invited yet')).toBeTruthy();
  });
});
