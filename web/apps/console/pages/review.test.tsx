import { cleanup, configure, fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { caseOf } from '#web/features/reviews/testing/cases.fixtures.ts';
import { press, show } from './testing/review-page.fixtures.tsx';

// Dialogs are fetched when they are first wanted.
configure({ asyncUtilTimeout: 8000 });

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

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
    sheet.getByText('请一次性列明全部需修改之处（本件第2次退回）');
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
