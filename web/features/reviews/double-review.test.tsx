import { cleanup, fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import { afterEach, describe, expect, test } from 'vitest';
import type { DoubleReview, DoubleState, Opinion } from '#schema/contracts/review-opinions.ts';
import type { ReviewCase } from '#schema/contracts/reviews.ts';
import { serveAnswers, showAs } from '#web/features/submissions/testing/page.fixtures.tsx';
import { LiveRegion } from '#web/ui/toast.component.tsx';
import { mayDecideTo } from './case-panes.component.tsx';
import { DoubleReviewPanel, deciderWords, opinionsBeside } from './double-review.component.tsx';
import { doubleStatus, matchesQueue } from './queue-row.presenter.ts';
import { caseOf, queueRow } from './testing/cases.fixtures.ts';

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
  mayRegisterRuling: false,
  mayWithdrawRuling: false,
  ...changes,
});
const colleagues = [{ personId: 'per_2', post: '行风办核稿岗' }];
let readAgain = 0;
const show = (changes: Partial<DoubleReview>, isMissing = false) => {
  const found = caseOf({ double: double(changes), colleagues });
  const reason = { words: () => '', isMissing: () => isMissing, onInput: () => undefined };
  readAgain = 0;
  served = serveAnswers({
    [`POST /api/reviews/${found.submission.summary.id}/opinions`]: () => ({ body: {} }),
    [`POST /api/reviews/${found.submission.summary.id}/ruling/withdraw`]: () => ({ body: {} }),
  });
  showAs('commission-checker', () => (
    <>
      <DoubleReviewPanel found={found} reason={reason} onChanged={() => (readAgain += 1)} />
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
    expect(screen.getByText('两名审核人意见不一致，待裁定。')).toBeTruthy();
    expect(screen.getByText(/由第三名审核人裁定（行风办拟稿岗）/)).toBeTruthy();
    expect(screen.getByRole('region', { name: '初审意见' }).textContent).toContain('可以通过');
    expect(screen.getByRole('region', { name: '复核意见' }).textContent).toContain('签到表不符');
    expect(screen.queryByRole('button', { name: '提交意见并请复核' })).toBeNull();
  });

  test('says to the third that the decision is theirs, and where nobody is there', () => {
    const open = double({ state: 'disagreed', mayAccept: true });
    expect(deciderWords(open)).toBe('由您裁定：看过双方意见后，写明理由审核通过，或退回修改。');
    const stuck = double({ state: 'disagreed', mayReturn: false });
    expect(deciderWords(stuck)).toContain('报分管领导裁定');
  });

  test('asks the third for a reason, in words where it is missing', () => {
    show({ state: 'disagreed', mayAccept: true, views: [] }, true);
    const reason = screen.getByLabelText(/裁定理由/);
    expect(reason.getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText('请写明裁定通过的理由。')).toBeTruthy();
  });

  test('shows what the leader ruled, with its paper, and lets who registered it take it back', async () => {
    show({
      state: 'ruled',
      mayAccept: false,
      mayReturn: false,
      mayWithdrawRuling: true,
      ruling: {
        view: 'pass',
        words: '另有补签页，可以通过。',
        paper: { signedOn: '2026-07-07', signerPost: '分管领导', evidenceId: 'evd_1' },
        registeredByPost: '医政科审核岗',
        registeredAt: at,
      },
    });
    const ruling = screen.getByRole('region', { name: '领导裁定' });
    expect(screen.getByText('裁定由您登记，须由另一名审核人按裁定办理。')).toBeTruthy();
    expect(ruling.textContent).toContain('另有补签页');
    expect(ruling.textContent).toContain('分管领导');
    expect(screen.getByText('查看签字件').getAttribute('href')).toBe('/api/evidence/evd_1/content');
    expect(screen.queryByLabelText(/裁定理由/)).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: '撤销登记' }));
    const asked = screen.getByRole('alertdialog', { name: '撤销登记的领导裁定？' });
    expect(asked.textContent).toContain('须重新登记');
    expect(readAgain).toBe(0);
    fireEvent.click(within(asked).getByRole('button', { name: '撤销登记' }));
    expect(await screen.findByText('已撤销登记的领导裁定')).toBeTruthy();
    expect(readAgain).toBe(1);
  });

  test('lets a leader’s ruling be registered where there is no third', async () => {
    show({ state: 'disagreed', mayReturn: false, mayRegisterRuling: true });
    expect(screen.getByText(/没有第三名审核人/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '登记领导裁定' }));
    const dialog = await screen.findByRole('dialog', { name: '登记领导裁定' });
    const send = within(dialog).getByRole<HTMLButtonElement>('button', { name: '登记签字件' });
    expect(send.disabled).toBe(true);
    expect(dialog.textContent).toContain('领导不需要登录');
  });

  test('does not say twice what the second found', () => {
    const opinion = (changes: Partial<Opinion>): Opinion => ({
      id: 'opn_1',
      submissionId: 'sub_1',
      revision: 2,
      kind: 'second',
      office: '行风办核稿岗',
      question: '请独立复核',
      askedByPost: '医政科审核岗',
      askedAt: at,
      state: 'answered',
      mayAnswer: false,
      mayWithdraw: false,
      version: 2,
      ...changes,
    });
    const opinions = [
      opinion({ revision: 1 }),
      opinion({ id: 'opn_2', kind: 'office' }),
      opinion({ id: 'opn_3' }),
    ];
    const views = [view('first', 'pass', '可以'), view('second', 'mend', '不符')];
    const idsOf = (of: ReviewCase) => opinionsBeside(of).map(({ id }) => id);
    const both = double({ state: 'disagreed', views });
    expect(idsOf(caseOf({ opinions, double: both }))).toEqual(['opn_1', 'opn_2']);
    expect(idsOf(caseOf({ opinions }))).toEqual(['opn_1', 'opn_2', 'opn_3']);
    const asked = [opinion({ state: 'asked' })];
    expect(idsOf(caseOf({ opinions: asked, double: double({ state: 'second' }) }))).toEqual([
      'opn_1',
    ]);
  });

  test('stands in the queue in words, for who may decide and for the others', () => {
    expect(doubleStatus(queueRow())).toBeUndefined();
    const words = (double: DoubleState, mayRule?: true) =>
      doubleStatus(queueRow({ double, mayRule }))?.words;
    expect(words('disagreed')).toBe('待裁定');
    expect(words('disagreed', true)).toBe('待您裁定');
    expect(words('second')).toBe('等复核人答复');
    expect(words('ruled')).toBe('领导已裁定');
    const wanted = { state: 'ruling', search: '' };
    expect(matchesQueue(queueRow({ double: 'disagreed' }), wanted)).toBe(true);
    expect(matchesQueue(queueRow({ double: 'agreed' }), wanted)).toBe(false);
  });

  test('offers the acts that are open as things stand, and all of them where one reviews', () => {
    const found = caseOf({ double: double({}) });
    expect([mayDecideTo('accept', found), mayDecideTo('return', found)]).toEqual([false, true]);
    expect(mayDecideTo('accept', caseOf())).toBe(true);
  });
});
