import { cleanup, screen } from '@solidjs/testing-library';
import { afterEach, describe, expect, test } from 'vitest';
import { showAs } from '#web/features/submissions/testing/page.fixtures.tsx';
import { ReplyAnswers, ReturnPoints } from './reply-content.component.tsx';
import { replyOf } from './testing/requests.fixtures.ts';

afterEach(cleanup);

describe('what a reply says', () => {
  test('is its answers under their questions', () => {
    const reply = replyOf({ answers: { text: '已完成自查。' } });
    showAs('hospital-clerk', () => <ReplyAnswers reply={reply} />);
    expect(screen.getByText('办理情况')).toBeTruthy();
    expect(screen.getByText('已完成自查。')).toBeTruthy();
  });

  test('is one sentence and no form where there is nothing to report', () => {
    const reply = replyOf({ nil: true });
    showAs('hospital-clerk', () => <ReplyAnswers reply={reply} />);
    expect(screen.getByText(/零报告/)).toBeTruthy();
    expect(screen.queryByText('办理情况')).toBeNull();
  });
});

describe('the points of a return', () => {
  const points = [
    { path: 'text', label: '办理情况', reason: '过于简略' },
    { path: '', label: '回复整体', reason: '缺附件' },
  ];

  test('are counted in the words of the page, and all listed', () => {
    const title = (count: number) => `退回修改，共 ${count} 处`;
    showAs('hospital-clerk', () => <ReturnPoints returned={{ points }} title={title} />);
    expect(screen.getByText('退回修改，共 2 处')).toBeTruthy();
    const lines = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(lines).toEqual(['办理情况：过于简略', '回复整体：缺附件']);
  });

  test('are not spoken of where nothing was returned', () => {
    showAs('hospital-clerk', () => <ReturnPoints returned={undefined} title={() => '退回'} />);
    expect(screen.queryByText('退回')).toBeNull();
  });
});
