import { cleanup, fireEvent, render, screen, waitFor } from '@solidjs/testing-library';
import { afterEach, expect, test, vi } from 'vitest';
import { ImportPackButton } from './import-pack-dialog.component.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const refusal = {
  code: 'campaigns.pack_refused',
  status: 422,
  title: '方案文件不能使用，共 1 处问题',
  errors: [
    {
      path: '/campaign/tasks/0/minutes',
      code: 'pack.shape',
      message: '第12行：缺少这一项。请填写整数',
    },
  ],
};

test('a campaign file is sent as it is, and every problem is told with its line and place', async () => {
  const sent: unknown[] = [];
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    sent.push([path, typeof init.body === 'string' ? JSON.parse(init.body) : undefined]);
    return new Response(JSON.stringify(refusal), { status: 422 });
  });
  render(() => <ImportPackButton onImported={() => undefined} />);
  fireEvent.click(screen.getByRole('button', { name: '导入方案文件' }));
  const button = screen.getByRole('button', { name: '导入为草稿' });
  expect(button.hasAttribute('disabled')).toBe(true);
  const input = screen.getByLabelText('方案文件', { selector: 'input' });
  const file = new File(['{"packVersion": 1}'], '方案.json', { type: 'application/json' });
  fireEvent.change(input, { target: { files: [file] } });
  fireEvent.click(screen.getByLabelText(/承接上级方案/));
  fireEvent.click(button);
  await waitFor(() => expect(screen.getByText(/第12行/)).toBeTruthy());
  expect(screen.getByText('/campaign/tasks/0/minutes')).toBeTruthy();
  expect(sent).toEqual([
    ['/api/campaigns/drafts/import', { file: '{"packVersion": 1}', carriesOut: true }],
  ]);
});
