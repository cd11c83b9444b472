import { MemoryRouter, createMemoryHistory } from '@solidjs/router';
import {
  cleanup,
  configure,
  fireEvent,
  render,
  screen,
  waitFor,
  within,
} from '@solidjs/testing-library';
import { QueryClientProvider } from '@tanstack/solid-query';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Me } from '#schema/contracts/identity.ts';
import type { ReviewCase, ReviewQueueRow } from '#schema/contracts/reviews.ts';
import { SessionProvider } from '#web/features/identity/session.ts';
import type { Session } from '#web/features/identity/session.ts';
import { caseOf, queueRow } from '#web/features/reviews/testing/cases.fixtures.ts';
import { createPermissions } from '#web/shared/permissions.ts';
import { createQueryClient } from '#web/shared/query-client.ts';
import { ReviewPage } from './review.page.tsx';

// Dialogs are fetched when they are first wanted.
configure({ asyncUtilTimeout: 8000 });

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const permissions = ['submissions.review', 'submissions.read'] as const;
const me: Me = {
  person: { id: 'per_1', username: 'reviewer', name: '', post: '审核岗', organizationId: null },
  posts: [
    {
      grantId: 'grt_1',
      role: 'bureau-reviewer',
      relation: null,
      organization: null,
      path: null,
      permissions: [...permissions],
      from: '2026-01-01',
      to: null,
    },
  ],
  permissions: [...permissions],
  recusedFrom: [],
  session: { idleUntil: 0, expiresAt: 0 },
};

type Posted = { path: string; ifMatch: string | null; body: Record<string, unknown> };

/** The page of one filing; what is posted is kept, and answered in turn. */
const show = (
  found: ReviewCase,
  answers: { status: number; body: unknown }[] = [],
  queue: readonly ReviewQueueRow[] = [],
) => {
  const posted: Posted[] = [];
  const given = [...answers];
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    if (path.startsWith('/api/reviews/queue')) {
      const page = { asOf: found.asOf, total: queue.length, rows: queue };
      return new Response(JSON.stringify(page), { status: 200 });
    }
    if (!['POST', 'PUT'].includes(init.method ?? 'GET'))
      return new Response(JSON.stringify(found), { status: 200 });
    posted.push({
      path,
      ifMatch: new Headers(init.headers).get('if-match'),
      body: typeof init.body === 'string' ? JSON.parse(init.body) : {},
    });
    const next = given.shift() ?? { status: 200, body: {} };
    return new Response(JSON.stringify(next.body), { status: next.status });
  });
  const history = createMemoryHistory();
  history.set({ value: `/reviews/${found.submission.summary.id}` });
  // Drafts leave the browser nowhere on this page.
  const session = { me: () => me, permissions: createPermissions(() => me) } as Session;
  const page = () => (
    <SessionProvider value={session}>
      <ReviewPage />
    </SessionProvider>
  );
  render(() => (
    <QueryClientProvider client={createQueryClient()}>
      <MemoryRouter history={history}>
        {[{ path: '/reviews/:submissionId', component: page }]}
      </MemoryRouter>
    </QueryClientProvider>
  ));
  return posted;
};

const press = async (name: string | RegExp) =>
  fireEvent.click(await screen.findByRole('button', { name }));

describe('accepting', () => {
  test('wants the four ticks of the stamped scan, by a person', async () => {
    const posted = show(caseOf());
    await press('通过');
    await screen.findByText(/还有 4 项没有核对/);
    expect(posted).toEqual([]);
    const ticks = within(screen.getByRole('group', { name: /盖章扫描件核对/ }));
    for (const box of ticks.getAllByRole('checkbox')) fireEvent.click(box);
    await press('通过');
    await waitFor(() => expect(posted).toHaveLength(1));
    expect(posted[0]).toMatchObject({
      ifMatch: '"3"',
      body: { decision: 'accept', stampChecks: ['clear', 'same-name', 'signed', 'in-period'] },
    });
  });

  test('goes without ticks where no stamp is asked for', async () => {
    const posted = show(caseOf({ needsStampChecks: false }));
    await press('通过');
    await waitFor(() => expect(posted[0]?.body).toEqual({ decision: 'accept' }));
  });
});

describe('returning', () => {
  test('lists every place at once, each with its reason', async () => {
    const posted = show(caseOf({ earlier: [] }));
    await press('退回修改');
    const sheet = within(await screen.findByRole('dialog'));
    sheet.getByText('请一次性列明全部需修改之处（本件第1次退回）');
    fireEvent.click(sheet.getByRole('checkbox', { name: /^应参训人数/ }));
    fireEvent.click(sheet.getByRole('button', { name: '退回修改（1处）' }));
    expect(await sheet.findAllByText(/没有写明需怎样修改/)).toHaveLength(1);
    expect(posted).toEqual([]);
    fireEvent.click(sheet.getByRole('button', { name: '请补充附件' }));
    fireEvent.click(sheet.getByRole('button', { name: '退回修改（1处）' }));
    await waitFor(() => expect(posted).toHaveLength(1));
    expect(posted[0]?.body).toEqual({
      decision: 'return',
      points: [{ path: 'due-people', label: '应参训人数', reason: '请补充附件' }],
    });
  });

  test('a second time asks to confirm what the first did not name', async () => {
    const newPoints = [{ path: 'due-people', label: '应参训人数', reason: '请补充附件' }];
    const refused = { status: 409, code: 'reviews.new_points', title: '请确认', newPoints };
    const posted = show(caseOf({}, { returns: 1 }), [
      { status: 409, body: refused },
      { status: 200, body: {} },
    ]);
    await press('退回修改');
    const sheet = within(await screen.findByRole('dialog'));
    sheet.getByText('请一次性列明全部需修改之处（本件第1次退回）');
    fireEvent.click(sheet.getByRole('checkbox', { name: /^应参训人数/ }));
    fireEvent.click(sheet.getByRole('button', { name: '请补充附件' }));
    fireEvent.click(sheet.getByRole('button', { name: '退回修改（1处）' }));
    await sheet.findByText('以下为首次退回未指出的问题，请确认');
    fireEvent.click(sheet.getByRole('button', { name: '确认，一并退回' }));
    await waitFor(() => expect(posted).toHaveLength(2));
    expect(posted[1]?.body).toMatchObject({ newPointsConfirmed: true });
  });

  test('asks anew when something else is ticked meanwhile', async () => {
    const newPoints = [{ path: 'due-people', label: '应参训人数', reason: '请补充附件' }];
    const refused = { status: 409, code: 'reviews.new_points', title: '请确认', newPoints };
    show(caseOf({}, { returns: 1 }), [{ status: 409, body: refused }]);
    await press('退回修改');
    const sheet = within(await screen.findByRole('dialog'));
    fireEvent.click(sheet.getByRole('checkbox', { name: /^应参训人数/ }));
    fireEvent.click(sheet.getByRole('button', { name: '请补充附件' }));
    fireEvent.click(sheet.getByRole('button', { name: '退回修改（1处）' }));
    await sheet.findByText('以下为首次退回未指出的问题，请确认');
    fireEvent.click(sheet.getByRole('checkbox', { name: /^开展情况/ }));
    await waitFor(() => expect(sheet.queryByText('以下为首次退回未指出的问题，请确认')).toBeNull());
  });
});

describe('who must keep away', () => {
  test('sees the filing and why, and decides nothing', async () => {
    show(caseOf({ barred: 'own-unit' }));
    await screen.findByText('本单位报送件，须回避');
    expect(screen.queryByRole('button', { name: '通过' })).toBeNull();
    expect(screen.queryByRole('group', { name: /盖章扫描件核对/ })).toBeNull();
  });

  test('says so with a reason', async () => {
    const posted = show(caseOf());
    await press('回避');
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.input(dialog.getByLabelText(/回避理由/), { target: { value: '曾在该单位任职' } });
    fireEvent.click(dialog.getByRole('button', { name: '回避' }));
    await waitFor(() => expect(posted[0]?.path).toBe('/api/reviews/recusals'));
    expect(posted[0]?.body).toMatchObject({ reason: '曾在该单位任职' });
  });
});

describe('what was decided today', () => {
  test('can be taken back by who decided it', async () => {
    const undoable = { reviewId: `rev_${'1'.repeat(26)}`, decision: 'accept' };
    const posted = show(caseOf({ undoable }, { state: 'accepted' }));
    await press('撤销本人今天的审核意见');
    await waitFor(() => expect(posted[0]?.path).toMatch(/\/decisions\/undo$/));
    expect(posted[0]?.ifMatch).toBe('"3"');
  });
});

const alt = (code: string) => fireEvent.keyDown(document, { code, altKey: true });

describe('by keyboard', () => {
  test('Alt+1 accepts, and no digit that is typed does', async () => {
    const posted = show(caseOf({ needsStampChecks: false }));
    await screen.findByRole('button', { name: '通过' });
    fireEvent.keyDown(document, { code: 'Digit1' });
    expect(posted).toEqual([]);
    alt('Digit1');
    await waitFor(() => expect(posted[0]?.body).toEqual({ decision: 'accept' }));
  });

  test('Alt+2 opens the sheet of the return; the keys are listed on the page', async () => {
    show(caseOf());
    fireEvent.click(await screen.findByText('快捷键'));
    expect(screen.getByText('Alt + 2')).toBeTruthy();
    alt('Digit2');
    await screen.findByText('请一次性列明全部需修改之处（本件第1次退回）');
  });

  test('nothing is decided by keys on what this person keeps away from', async () => {
    const posted = show(caseOf({ barred: 'recused', takenOverBy: '行风办核稿岗' }));
    await screen.findByText(/接办人：行风办核稿岗/);
    alt('Digit1');
    alt('Digit2');
    expect(posted).toEqual([]);
    expect(screen.queryByText(/请一次性列明/)).toBeNull();
  });
});

describe('once it is decided', () => {
  test('the next that waits is one click away, past what must be kept away from', async () => {
    const rows = [
      queueRow({ id: caseOf().submission.summary.id }),
      queueRow({ id: 'sub_2', organizationName: '东区第二医院', barred: 'own-work' }),
      queueRow({ id: 'sub_3', organizationName: '东区第三医院' }),
    ];
    show(caseOf({}, { state: 'accepted' }), [], rows);
    const link = await screen.findByRole('link', { name: /^下一件：东区第三医院/ });
    expect(link.getAttribute('href')).toContain('/reviews/sub_3');
  });
});

describe('转请其他科室审', () => {
  const colleagues = [{ personId: 'per_2', post: '财务科审核岗' }];

  test('asks a colleague by post for an opinion, and keeps the decision here', async () => {
    const posted = show(caseOf({ colleagues }));
    await press('转请其他科室审');
    fireEvent.change(await screen.findByLabelText(/请谁/), { target: { value: 'per_2' } });
    fireEvent.input(screen.getByLabelText(/请看什么/), { target: { value: '附表二的收费' } });
    await press('请会审');
    await waitFor(() => expect(posted).toHaveLength(1));
    expect(posted[0]?.path).toMatch(/\/opinions$/);
    expect(posted[0]?.body).toEqual({
      kind: 'office',
      office: '财务科审核岗',
      personId: 'per_2',
      question: '附表二的收费',
    });
  });

  test('shows what came back, and that it differs', async () => {
    const opinion = {
      id: 'opn_1',
      submissionId: 'sub_1',
      revision: 1,
      kind: 'office' as const,
      office: '财务科审核岗',
      askedPost: '财务科审核岗',
      question: '附表二的收费',
      askedByPost: '医政科审核岗',
      askedAt: caseOf().asOf,
      state: 'answered' as const,
      view: 'mend' as const,
      words: '第3项超标准收费，应列明退费。',
      answeredByPost: '财务科审核岗',
      answeredAt: caseOf().asOf,
      mayAnswer: false,
      mayWithdraw: false,
      version: 2,
    };
    show(caseOf({ opinions: [opinion] }));
    await screen.findByText('第3项超标准收费，应列明退费。');
    expect(screen.getByText('有意见认为应退回修改，请看过后再作结论。')).toBeTruthy();
    expect(screen.getByText(/财务科审核岗 .*答复/)).toBeTruthy();
  });
});

describe('reasons of one’s own', () => {
  test('a typed reason joins the list, and the list is arranged in place', async () => {
    const kept = (reasons: string[]) => ({ status: 200, body: { reasons } });
    const posted = show(caseOf(), [
      kept(['请补充附件', '人数不符']),
      kept(['人数不符', '请补充附件']),
    ]);
    await press('退回修改');
    fireEvent.click(await screen.findByRole('checkbox', { name: /^应参训人数/ }));
    const box = screen.getByLabelText(/“应参训人数”需怎样修改/);
    fireEvent.input(box, { target: { value: '人数不符' } });
    await press('加入我的常用意见');
    await waitFor(() => expect(posted[0]?.body).toEqual({ reasons: ['请补充附件', '人数不符'] }));
    await press('整理我的常用意见');
    await press(/^上移\s*：第2条/);
    await press('保存常用意见');
    await waitFor(() => expect(posted[1]?.body).toEqual({ reasons: ['人数不符', '请补充附件'] }));
  });
});
