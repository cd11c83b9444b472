import { cleanup, fireEvent, render, screen, waitFor } from '@solidjs/testing-library';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ChangePasswordForm } from './change-password.component.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const show = (...answers: Response[]) => {
  const fetched = vi.fn<typeof fetch>(async () => answers.shift() ?? Response.json({}));
  vi.stubGlobal('fetch', fetched);
  const changed = vi.fn<() => void>();
  render(() => <ChangePasswordForm onChanged={changed} />);
  return { fetched, changed };
};
const fill = (current: string, next: string, again = next) => {
  const type = (label: string, value: string) =>
    fireEvent.input(screen.getByLabelText(label), { target: { value } });
  type('原密码', current);
  type('新密码', next);
  type('再输入一次新密码', again);
  fireEvent.click(screen.getByRole('button', { name: '修改密码' }));
};

describe('修改密码', () => {
  test('says what is missing before anything is sent', async () => {
    const { fetched } = show();
    fill('', 'short', 'other');
    expect(await screen.findByText('请填写原密码')).toBeTruthy();
    expect(screen.getByText('新密码至少 10 个字符')).toBeTruthy();
    expect(screen.getByText('两次输入的新密码不一致')).toBeTruthy();
    expect(fetched).not.toHaveBeenCalled();
  });

  test('sends the old and the new one, once', async () => {
    const { fetched, changed } = show(Response.json({ done: true }));
    fill('lao-mi-ma-2025', 'Qing-shan-lv-shui-88');
    await waitFor(() => expect(changed).toHaveBeenCalledTimes(1));
    expect(fetched.mock.calls[0]?.[0]).toBe('/api/auth/change-password');
    expect(fetched.mock.calls[0]?.[1]?.body).toBe(
      '{"current":"lao-mi-ma-2025","next":"Qing-shan-lv-shui-88"}',
    );
  });

  test('says at its field why the server refuses', async () => {
    const message = '原密码不正确。';
    const problem = {
      status: 422,
      code: 'identity.wrong_password',
      title: '原密码不正确，请重新输入。',
      errors: [{ path: '/current', code: 'identity.wrong-password', message }],
    };
    const { changed } = show(Response.json(problem, { status: 422 }));
    fill('wrong-password', 'Qing-shan-lv-shui-88');
    expect(await screen.findByText(message)).toBeTruthy();
    expect(changed).not.toHaveBeenCalled();
  });
});
