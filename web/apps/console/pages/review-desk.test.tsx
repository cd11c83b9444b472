import { cleanup, configure, fireEvent, screen, waitFor } from '@solidjs/testing-library';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { caseOf, queueRow } from '#web/features/reviews/testing/cases.fixtures.ts';
import { press, show } from './testing/review-page.fixtures.tsx';

// Dialogs are fetched when they are first wanted.
configure({ asyncUtilTimeout: 8000 });

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
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
    await waitFor(() =>
      expect(screen.queryByRole('button', { name: '加入我的常用意见' })).toBeNull(),
    );
    await press('整理我的常用意见');
    await press(/^上移\s*：第2条/);
    await press('保存常用意见');
    await waitFor(() => expect(posted[1]?.body).toEqual({ reasons: ['人数不符', '请补充附件'] }));
  });
});
