import { cleanup, fireEvent, screen, waitFor } from '@solidjs/testing-library';
import { afterEach, describe, expect, test } from 'vitest';
import type { FiledRevisions } from '#schema/contracts/filing-applications.ts';
import type { SubmissionDetail } from '#schema/contracts/submissions.ts';
import { useSession } from '#web/features/identity/session.ts';
import { FiledHistory } from './filed-history.component.tsx';
import { createFiling } from './filing.ts';
import { serveAnswers, showAs } from './testing/page.fixtures.tsx';
import { makeDetail, makeSummary, morning } from './testing/submissions.fixtures.ts';

let restore: () => void = () => undefined;
afterEach(() => {
  cleanup();
  restore();
});

const nothing: FiledRevisions = { items: [], applications: [] };
const Page = (props: { detail: SubmissionDetail }) => {
  const filing = createFiling(() => props.detail, useSession());
  return <FiledHistory filing={filing} />;
};
const show = (summary: Partial<SubmissionDetail['summary']>, history = nothing) => {
  const detail = makeDetail({ summary: makeSummary({ organizationId: 'org_1', ...summary }) });
  const path = `/api/submissions/${detail.summary.id}`;
  const server = serveAnswers({
    [`GET ${path}/revisions`]: () => ({ body: history }),
    [`POST ${path}/applications`]: () => ({ status: 201, body: { id: 'apl_1' } }),
    [`POST ${path}/claim`]: () => ({ body: { id: detail.summary.id } }),
  });
  restore = server.restore;
  return { ...showAs('hospital-clerk', () => <Page detail={detail} />), sent: server.sent };
};
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const posted = (sent: { method: string; path: string; body: unknown }[]) =>
  sent
    .filter(({ method }) => method === 'POST')
    .map(({ path, body }) => [path.split('/').at(-1), body]);

describe('what a unit may ask for', () => {
  test('a correction of what was accepted, with its reason', async () => {
    const { sent } = show({ state: 'accepted' });
    press('申请更正');
    fireEvent.input(await screen.findByRole('textbox', { name: /理由/ }), {
      target: { value: '金额填错' },
    });
    press('提出申请');
    await waitFor(() =>
      expect(posted(sent)).toEqual([['applications', { kind: 'correction', reason: '金额填错' }]]),
    );
  });

  test('more time before the day is over, and nothing once it is', () => {
    show({ state: 'draft' });
    expect(screen.queryByRole('button', { name: '申请延期' })).toBeTruthy();
    cleanup();
    restore();
    show({ state: 'draft', daysLeft: { days: 1, unit: 'working', overdue: true } });
    expect(screen.queryByRole('button', { name: '申请延期' })).toBeNull();
  });

  test('nothing twice: what was asked waits for the office', () => {
    const { container } = show({ state: 'accepted', asked: 'correction' });
    expect(screen.queryByRole('button', { name: '申请更正' })).toBeNull();
    expect(container.textContent).toContain('已提出，等受理科室答复');
  });
});

describe('what was filed', () => {
  test('stays to be seen, round by round, with what was asked and answered', async () => {
    const item = {
      receiptNumber: '20260701-ABCDEFGH',
      filedAt: morning,
      filedByPost: '填报岗',
      organizationName: '东区第一医院',
      late: false,
      onBehalf: false,
      title: '自查情况报告',
    };
    const { container } = show(
      { state: 'filed' },
      {
        items: [
          { ...item, revision: 2, answers: { found: 13 } },
          { ...item, revision: 1, answers: { found: 12 } },
        ],
        applications: [
          {
            id: 'apl_1',
            submissionId: 'sub_1',
            kind: 'correction',
            reason: '金额填错',
            revision: 1,
            state: 'agreed',
            askedByPost: '填报岗',
            askedAt: morning,
          },
        ],
      },
    );
    await waitFor(() => expect(container.textContent).toContain('历次报送和申请（报送 2 次）'));
    expect(container.textContent).toContain('申请更正：金额填错');
    expect(container.textContent).toContain('已同意');
    expect(container.textContent).toMatch(/第2次.*13.*第1次.*12/s);
  });

  test('on behalf of the unit is claimed with one click', async () => {
    const { sent } = show({ state: 'filed', onBehalf: true });
    press('认领');
    await waitFor(() => expect(posted(sent)).toEqual([['claim', {}]]));
  });
});
