import { MemoryRouter } from '@solidjs/router';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@solidjs/testing-library';
import { QueryClientProvider } from '@tanstack/solid-query';
import type { JSX } from 'solid-js';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { TaskFields } from '#web/features/campaign-plan/task-fields.component.tsx';
import { createQueryClient } from '#web/shared/query-client.ts';
import { ChecksPanel } from './checks.component.tsx';
import { partsOf } from './draft-parts.ts';
import { IssueDialog } from './issue-dialog.component.tsx';
import { ClauseEditor } from './part-editors.component.tsx';
import { nameOfTarget } from './problems.presenter.ts';
import { SubmitDialog } from './submit-dialog.component.tsx';
import { oneWarning, smallDraft } from './testing/drafts.fixtures.ts';

afterEach(() => {
  cleanup();
  sessionStorage.clear();
  vi.unstubAllGlobals();
});

type Sent = { method: string; path: string; ifMatch: string | null; body: unknown };

const nobody = { total: 0, byKind: [], outOfRange: 0, units: [] };

const answers = (...given: { status: number; body: unknown }[]) => {
  const sent: Sent[] = [];
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    if (path === '/api/requests/audience') return new Response(JSON.stringify(nobody));
    if (init.method === undefined || init.method === 'GET') {
      return new Response(JSON.stringify({ items: [] }));
    }
    const headers = new Headers(init.headers);
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
    sent.push({ method: init.method ?? 'GET', path, ifMatch: headers.get('if-match'), body });
    const next = given.shift() ?? { status: 500, body: {} };
    return new Response(JSON.stringify(next.body), { status: next.status });
  });
  return sent;
};

const show = (page: () => JSX.Element) =>
  render(() => (
    <QueryClientProvider client={createQueryClient()}>
      <MemoryRouter>{[{ path: '*', component: page }]}</MemoryRouter>
    </QueryClientProvider>
  ));

const draft = smallDraft();
const [task] = partsOf(draft, 'task');

const showTask = (onSaved = () => undefined) => {
  if (!task) throw new Error('no task');
  show(() => (
    <TaskFields
      draftId={draft.id}
      part={task}
      draft={draft}
      onSaved={onSaved}
      onCancel={() => undefined}
    />
  ));
};

const type = (label: RegExp | string, value: string) => {
  const field = screen.getByLabelText(label);
  fireEvent.input(field, { target: { value } });
  fireEvent.change(field, { target: { value } });
};

describe('the form of a task', () => {
  test('warns about a weekend before anything is saved', async () => {
    answers();
    showTask();
    expect(screen.getByText('即 11月13日（周五），含当日')).toBeTruthy();
    type('日期', '2020-11-15');
    await screen.findByText('11月15日（周日）是周末');
    expect(screen.getByText(/文件写法里的日期与上面不一致/)).toBeTruthy();
  });

  test('saves over the version it has seen, and nothing while nothing is changed', async () => {
    const sent = answers({ status: 200, body: { kind: 'task', key: task?.key, version: 2 } });
    const onSaved = vi.fn<() => undefined>();
    showTask(onSaved);
    expect(screen.getByRole('button', { name: '保存本项' })).toHaveProperty('disabled', true);
    type(/预计用时/, '60');
    fireEvent.click(screen.getByRole('button', { name: '保存本项' }));
    await waitFor(() => expect(onSaved).toHaveBeenCalled());
    expect(sent).toMatchObject([{ method: 'PUT', ifMatch: '"1"', body: { minutes: 60 } }]);
  });

  test('shows both where somebody was first, and then saves what was chosen over theirs', async () => {
    if (!task) throw new Error('no task');
    const theirs = {
      ...task,
      version: 2,
      changedByPost: '行风办核稿岗',
      body: { ...task.body, minutes: 45, due: { ...task.body.due, on: '2020-11-16' } },
    };
    const stale = { status: 412, code: 'campaigns.stale_part', title: '已被修改', current: theirs };
    const sent = answers(
      { status: 412, body: stale },
      { status: 200, body: { kind: 'task', key: task.key, version: 3 } },
    );
    const onSaved = vi.fn<() => undefined>();
    showTask(onSaved);
    type('日期', '2020-11-18');
    type(/任务名称/, '自查自纠报告');
    fireEvent.click(screen.getByRole('button', { name: '保存本项' }));
    await screen.findByText('行风办核稿岗刚刚先保存了这一项');
    expect(screen.getByRole('radio', { name: '用我的：2020-11-18' })).toHaveProperty(
      'checked',
      true,
    );
    fireEvent.click(screen.getByRole('radio', { name: '用行风办核稿岗的：2020-11-16' }));
    fireEvent.click(screen.getByRole('button', { name: '保存本项' }));
    await waitFor(() => expect(onSaved).toHaveBeenCalled());
    expect(sent[1]).toMatchObject({
      ifMatch: '"2"',
      body: { title: '自查自纠报告', minutes: 45, due: { on: '2020-11-16' } },
    });
  });

  test('has nothing left to save for who takes everything of the other', async () => {
    if (!task) throw new Error('no task');
    const current = { ...task, version: 2, body: { ...task.body, minutes: 45 } };
    const stale = { status: 412, code: 'campaigns.stale_part', title: '已被修改', current };
    const sent = answers({ status: 412, body: stale });
    const onSaved = vi.fn<() => undefined>();
    showTask(onSaved);
    type(/预计用时/, '60');
    fireEvent.click(screen.getByRole('button', { name: '保存本项' }));
    fireEvent.click(await screen.findByRole('radio', { name: /的：45$/ }));
    fireEvent.click(screen.getByRole('button', { name: '保存本项' }));
    await waitFor(() => expect(onSaved).toHaveBeenCalled());
    expect(sent).toHaveLength(1);
  });

  test('merges by itself where the two changed different things', async () => {
    if (!task) throw new Error('no task');
    const current = { ...task, version: 2, body: { ...task.body, minutes: 45 } };
    const stale = { status: 412, code: 'campaigns.stale_part', title: '已被修改', current };
    const sent = answers(
      { status: 412, body: stale },
      { status: 200, body: { kind: 'task', key: task.key, version: 3 } },
    );
    const onSaved = vi.fn<() => undefined>();
    showTask(onSaved);
    type(/任务名称/, '自查自纠报告');
    fireEvent.click(screen.getByRole('button', { name: '保存本项' }));
    await waitFor(() => expect(onSaved).toHaveBeenCalled());
    expect(sent[1]).toMatchObject({ ifMatch: '"2"', body: { minutes: 45, title: '自查自纠报告' } });
  });

  test('keeps what was typed when the server refuses, and leads to the field', async () => {
    const errors = [{ path: '/minutes', code: 'min', message: '请填 1 至 10000 的整数' }];
    answers({
      status: 422,
      body: { status: 422, code: 'platform.invalid_input', title: '', errors },
    });
    showTask();
    type(/预计用时/, '0');
    fireEvent.click(screen.getByRole('button', { name: '保存本项' }));
    expect(await screen.findAllByText(/请填 1 至 10000 的整数/)).toHaveLength(2);
    expect(screen.getByLabelText(/预计用时/)).toHaveProperty('value', '0');
  });
});

describe('the form of a clause', () => {
  test('saves the words of another year, and no heading where there is none', async () => {
    const sent = answers({ status: 200, body: { kind: 'clause', key: 'self-check', version: 2 } });
    const part = partsOf(draft, 'clause').find(({ key }) => key === 'self-check');
    if (!part) throw new Error('no clause');
    const onSaved = vi.fn<() => undefined>();
    show(() => (
      <ClauseEditor
        draftId={draft.id}
        draft={draft}
        part={part}
        onSaved={onSaved}
        onCancel={() => undefined}
      />
    ));
    type(/^正文/, '2027年11月12日前，将自查情况书面报医政科。');
    fireEvent.click(screen.getByRole('button', { name: '保存本项' }));
    await waitFor(() => expect(onSaved).toHaveBeenCalled());
    const words = '2027年11月12日前，将自查情况书面报医政科。';
    expect(sent[0]?.body).toEqual({ ...part.body, words });
  });
});

describe('submitting', () => {
  test('wants each kind of warning ticked, and names what it is about', async () => {
    const sent = answers({ status: 200, body: { id: draft.id, state: 'signing', version: 2 } });
    const onDone = vi.fn<() => void>();
    show(() => (
      <SubmitDialog
        open
        draft={draft}
        checks={oneWarning}
        onClose={() => undefined}
        onDone={onDone}
      />
    ));
    const dialog = within(screen.getByRole('dialog'));
    const submit = dialog.getByRole('button', { name: '提交核稿' });
    expect(submit).toHaveProperty('disabled', true);
    fireEvent.click(dialog.getByRole('checkbox', { name: /自查情况报告：截止日为周六/ }));
    fireEvent.click(submit);
    await waitFor(() => expect(onDone).toHaveBeenCalled());
    expect(sent[0]?.body).toEqual({ acknowledged: true, codes: ['dates.rest-day'] });
  });
});

describe('the registration of the issue', () => {
  test('says that no number is made here, and sends what was typed', async () => {
    const sent = answers({ status: 200, body: { id: draft.id, state: 'signed', version: 5 } });
    const onDone = vi.fn<() => void>();
    show(() => (
      <IssueDialog
        open
        draft={smallDraft({ state: 'signed' })}
        onClose={() => undefined}
        onDone={onDone}
      />
    ));
    expect(screen.getByText('本系统不生成正式文号，请填写办公室编发的文号。')).toBeTruthy();
    expect(screen.getByLabelText(/^文号/)).toHaveProperty('value', '');
    type(/^文号/, ' 某卫〔2026〕8号 ');
    type(/^签发日期/, '2026年7月1日');
    type(/^印发日期/, '2026-07-02');
    fireEvent.click(screen.getByRole('button', { name: '保存登记' }));
    await waitFor(() => expect(onDone).toHaveBeenCalled());
    expect(sent[0]?.body).toEqual({
      number: '某卫〔2026〕8号',
      signedOn: '2026-07-01',
      printedOn: '2026-07-02',
      disclosure: 'public',
    });
  });
});

describe('the panel of checks', () => {
  test('jumps to the place of a problem', () => {
    const onGo = vi.fn<(target: { path: string }) => void>();
    show(() => (
      <ChecksPanel
        checks={oneWarning}
        points={[]}
        nameOf={(problem) => nameOfTarget(draft, problem)}
        onGo={onGo}
      />
    ));
    expect(screen.getByText('一致性检查（0 错 1 提醒 0 提示）')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: /到这一处/ }));
    expect(onGo).toHaveBeenCalledWith(oneWarning.problems[0]);
  });
});
