import { cleanup, fireEvent, screen, waitFor } from '@solidjs/testing-library';
import { afterEach, describe, expect, test } from 'vitest';
import type { DoubleReview } from '#schema/contracts/review-opinions.ts';
import { serveAnswers, showAs } from '#web/features/submissions/testing/page.fixtures.tsx';
import { LiveRegion } from '#web/ui/toast.component.tsx';
import { mayDecideTo } from './case-panes.component.tsx';
import { DoubleReviewPanel, deciderWords } from './double-review.component.tsx';
import { caseOf } from './testing/cases.fixtures.ts';

let served: ReturnType<typeof serveAnswers> | undefined;
afterEach(() => {
  cleanup();
  served?.restore();
});

const at = Date.parse('2026-07-08T10:00:00+08:00');
const view = (place: 'first' | 'second', found: 'pass' | 'mend', words: string) => ({
  place,
  post: place === 'first' ? '医政科审核岗' : '行风办核稿岗',
  view: found,
  words,
  at,
});
const double = (changes: Partial<DoubleReview>): DoubleReview => ({
  state: 'first',
  views: [],
  mayAccept: false,
  mayReturn: true,
  deciders: [],
  ...changes,
});
const colleagues = [{ personId: 'per_2', post: '行风办核稿岗' }];
const show = (changes: Partial<DoubleReview>) => {
  const found = caseOf({ double: double(changes), colleagues });
  served = serveAnswers({
    [`POST /api/reviews/${found.submission.summary.id}/opinions`]: () => ({ body: {} }),
  });
  showAs('commission-checker', () => (
    <>
      <DoubleReviewPanel found={found} onChanged={() => undefined} />
      <LiveRegion />
    </>
  ));
};

describe('a filing that two people review', () => {
  test('asks the first for a view of one’s own and for a second person', async () => {
    show({});
    const send = screen.getByRole<HTMLButtonElement>('button', { name: '提交意见并请复核' });
    expect(send.disabled).toBe(true);
    fireEvent.click(screen.getByLabelText('同意通过'));
    fireEvent.input(screen.getByLabelText(/意见内容/), { target: { value: '数字与附表一致' } });
    fireEvent.change(screen.getByLabelText(/请谁复核/), { target: { value: 'per_2' } });
    await waitFor(() => expect(send.disabled).toBe(false));
    fireEvent.click(send);
    await waitFor(() => expect(served?.sent).toHaveLength(1));
    expect(served?.sent[0]?.body).toMatchObject({
      kind: 'second',
      personId: 'per_2',
      own: { view: 'pass', words: '数字与附表一致' },
    });
    expect(await screen.findByText('已请行风办核稿岗提出意见')).toBeTruthy();
  });

  test('shows both views side by side where they differ, and who decides', () => {
    show({
      state: 'disagreed',
      mayReturn: false,
      views: [view('first', 'pass', '可以通过'), view('second', 'mend', '签到表不符')],
      deciders: ['行风办拟稿岗'],
    });
    expect(screen.getByText('两名审核人意见不一致，由第三名审核人裁定。')).toBeTruthy();
    expect(screen.getByText('可以裁定的岗位：行风办拟稿岗')).toBeTruthy();
    expect(screen.getByRole('region', { name: '初审意见' }).textContent).toContain('可以通过');
    expect(screen.getByRole('region', { name: '复核意见' }).textContent).toContain('签到表不符');
    expect(screen.queryByRole('button', { name: '提交意见并请复核' })).toBeNull();
  });

  test('says to the third that the decision is theirs, and where nobody is there', () => {
    const open = double({ state: 'disagreed', mayAccept: true });
    expect(deciderWords(open)).toBe('请看过双方意见后裁定：通过，或退回修改。');
    const stuck = double({ state: 'disagreed', mayReturn: false });
    expect(deciderWords(stuck)).toContain('目前没有第三人可以裁定');
  });

  test('offers the acts that are open as things stand, and all of them where one reviews', () => {
    const found = caseOf({ double: double({}) });
    expect([mayDecideTo('accept', found), mayDecideTo('return', found)]).toEqual([false, true]);
    expect(mayDecideTo('accept', caseOf())).toBe(true);
  });
});
