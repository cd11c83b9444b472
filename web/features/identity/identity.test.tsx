import { MemoryRouter } from '@solidjs/router';
import { cleanup, fireEvent, render, screen, waitFor } from '@solidjs/testing-library';
import { QueryClientProvider } from '@tanstack/solid-query';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createQueryClient } from '#web/shared/query-client.ts';
import { idleLimit, idleWarning, judgeIdle } from './idle.ts';
import { SignInPage } from './sign-in.page.tsx';
import { readFirstSignIn, safeReturn } from './sign-in.presenter.ts';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const answer = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers });

const showSignIn = (answers: Response[]) => {
  const fetched = vi.fn<typeof fetch>(async () => answers.shift() ?? answer(500, {}));
  vi.stubGlobal('fetch', fetched);
  const page = () => <SignInPage title="行业作风建设工作平台" isDemo />;
  render(() => (
    <QueryClientProvider client={createQueryClient()}>
      <MemoryRouter>{[{ path: '*', component: page }]}</MemoryRouter>
    </QueryClientProvider>
  ));
  return fetched;
};

const enter = (username: string, password: string) => {
  fireEvent.input(screen.getByLabelText('用户名'), { target: { value: username } });
  fireEvent.input(screen.getByLabelText('密码'), { target: { value: password } });
  fireEvent.click(screen.getByRole('button', { name: '登录' }));
};

describe('signing in', () => {
  test('forbids state secrets and says that demo accounts have no second factor', () => {
    showSignIn([]);
    expect(screen.getByText('本系统为非涉密系统，严禁录入、存储、传输国家秘密')).toBeTruthy();
    expect(screen.getByText(/演示账号无第二因素/)).toBeTruthy();
  });

  test('a first sign-in link fills name and one-time password in and leaves the address', () => {
    window.history.replaceState(null, '', '/sign-in#first=drafter:abcd-efgh-jkmn');
    showSignIn([]);
    expect(screen.getByLabelText('用户名')).toHaveProperty('value', 'drafter');
    expect(screen.getByLabelText('密码')).toHaveProperty('value', 'abcd-efgh-jkmn');
    expect(screen.getByText(/设置您自己的密码/)).toBeTruthy();
    expect(window.location.hash).toBe('');
    expect(readFirstSignIn('#first=Drafter:<b>')).toBeUndefined();
    expect(readFirstSignIn('#first=drafter')).toBeUndefined();
    window.history.replaceState(null, '', '/');
  });

  test('asks for what is missing before anything is sent', async () => {
    const fetched = showSignIn([]);
    fireEvent.click(screen.getByRole('button', { name: '登录' }));
    await waitFor(() => expect(document.activeElement?.textContent).toContain('有 2 处需要修改'));
    expect(fetched).not.toHaveBeenCalled();
  });

  test('does not say which of the two was wrong, and clears the password', async () => {
    showSignIn([answer(401, { status: 401, code: 'identity.wrong_credentials', title: '' })]);
    enter('clerk', 'wrong-password');
    await screen.findByText(/用户名或密码不正确/);
    expect(screen.getByLabelText('密码')).toHaveProperty('value', '');
    expect(screen.getByLabelText('用户名')).toHaveProperty('value', 'clerk');
  });

  test('says for how long a locked account stays locked', async () => {
    showSignIn([
      answer(429, { status: 429, code: 'identity.locked', title: '' }, { 'retry-after': '840' }),
    ]);
    enter('clerk', 'wrong-password');
    expect(await screen.findByText(/请在 14 分钟后再试/)).toBeTruthy();
  });

  test('sends user name and password and reads who signed in', async () => {
    const fetched = showSignIn([
      answer(200, {}),
      answer(200, { person: { id: 'per_1' }, posts: [] }),
    ]);
    enter(' clerk ', 'right-password');
    await waitFor(() => expect(fetched).toHaveBeenCalledTimes(2));
    expect(fetched.mock.calls[0]?.[0]).toBe('/api/auth/sign-in/username');
    expect(fetched.mock.calls[0]?.[1]?.body).toBe(
      '{"username":"clerk","password":"right-password"}',
    );
    expect(fetched.mock.calls[1]?.[0]).toBe('/api/me');
  });
});

describe('where a sign-in leads', () => {
  test.each([
    ['/submissions/sub_1?tab=1', '/submissions/sub_1?tab=1'],
    ['//elsewhere.example', undefined],
    ['https://elsewhere.example', undefined],
    ['/\\elsewhere.example', undefined],
    ['/console/sign-in', undefined],
    [undefined, undefined],
  ])('%s leads to %s', (wanted, expected) => expect(safeReturn(wanted)).toBe(expected));
});

describe('nobody there', () => {
  test('is warned five minutes before the thirty are over', () => {
    expect(judgeIdle(idleLimit - idleWarning - 1)).toBe('active');
    expect(judgeIdle(idleLimit - idleWarning)).toBe('warning');
    expect(judgeIdle(idleLimit)).toBe('ended');
  });
});
