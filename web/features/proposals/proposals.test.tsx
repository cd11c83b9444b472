import { cleanup, fireEvent, screen, waitFor } from '@solidjs/testing-library';
import { afterEach, describe, expect, test } from 'vitest';
import type { Proposal } from '#schema/contracts/proposals.ts';
import { serveAnswers, showAs } from '#web/features/submissions/testing/page.fixtures.tsx';
import { ProposalShelves } from './proposal-list.component.tsx';
import { ProposalView } from './proposal-view.component.tsx';
import { shelfOf, traceOf } from './proposal.presenter.ts';
import { RefreshButton } from './refresh-button.component.tsx';
import { accepted, clauses, listOf, proposalOf } from './testing/proposals.fixtures.ts';

let served: ReturnType<typeof serveAnswers>;
afterEach(() => {
  cleanup();
  served?.restore();
});

const { id, campaignId, organizationId } = proposalOf();
const record = {
  id: proposalOf().eventIds[0],
  fact: 'complaints',
  on: '2026-06-12',
  content: { kind: 'event' },
  reason: '收费投诉',
  recordedByPost: '医政科审核岗',
};
const facts = { campaignId, organizationId, items: [record], recordable: [], mayRecord: false };
const posted = () => served.sent.find(({ method }) => method === 'POST');

const open = (proposal: Proposal, status = 200) => {
  const refusal = { title: '这条建议已经决定，请刷新页面。', code: 'proposals.already_decided' };
  const answer = () => ({ status, body: status === 200 ? proposal : { status, ...refusal } });
  served = serveAnswers({
    'GET /api/scoring/facts': () => ({ body: facts }),
    [`POST /api/proposals/${id}/decision`]: answer,
    [`POST /api/proposals/${id}/measure`]: answer,
  });
  showAs('commission-checker', () => <ProposalView proposal={proposal} clauses={clauses} />);
};
const button = (name: string) =>
  screen.getAllByRole<HTMLButtonElement>('button', { name, hidden: true }).at(-1);
const click = (name: string) => {
  const found = button(name);
  if (found) fireEvent.click(found);
};
const write = (label: RegExp, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });

describe('a proposal on its page', () => {
  test('says that it only proposes, on which words and figures, and for whom it is to decide', async () => {
    open(proposalOf());
    expect(screen.getByText('本系统只提出建议，由有权岗位决定')).toBeTruthy();
    expect(screen.getByText('同一月内三次被投诉的，约谈主要负责人。')).toBeTruthy();
    expect(screen.getByText('依据：四（二） 责任追究')).toBeTruthy();
    expect(screen.getByText('同一月内3次，达到3次')).toBeTruthy();
    expect(screen.getByText('行风办核稿岗')).toBeTruthy();
    expect(await screen.findByText(/收费投诉/)).toBeTruthy();
  });

  test('offers nothing to whom it is not for', () => {
    open(proposalOf());
    for (const name of ['采纳', '不采纳', '登记办理情况']) {
      expect(screen.queryByRole('button', { name })).toBeNull();
    }
  });

  test('marks a rule that no document gives as proposed, with its reason', () => {
    open(proposalOf({ words: undefined, source: { proposed: true, reason: '常用做法' } }));
    expect(screen.getByText('本平台建议')).toBeTruthy();
    expect(screen.getByText('常用做法')).toBeTruthy();
  });

  test('stays to be read when it no longer holds', () => {
    open(proposalOf({ holds: false, lapsedAt: Date.parse('2026-07-02T09:00:00+08:00') }));
    expect(screen.getByText('已不成立')).toBeTruthy();
    expect(screen.getByText('情形不再成立')).toBeTruthy();
  });
});

describe('the decision', () => {
  test('to accept waits for a measure, and nothing is chosen beforehand', async () => {
    open(proposalOf({ mayDecide: true }));
    click('采纳');
    expect(button('采纳')?.disabled).toBe(true);
    for (const box of screen.getAllByRole<HTMLInputElement>('radio', { hidden: true })) {
      expect(box.checked).toBe(false);
    }
    fireEvent.click(screen.getByLabelText('容错免责'));
    click('采纳');
    await waitFor(() => expect(posted()?.body).toEqual({ accepts: true, measure: 'excuse' }));
  });

  test('not to accept waits for its reason', async () => {
    open(proposalOf({ mayDecide: true }));
    click('不采纳');
    expect(button('不采纳')?.disabled).toBe(true);
    write(/不采纳的理由/, '已在整改期内');
    click('不采纳');
    await waitFor(() => expect(posted()?.body).toEqual({ accepts: false, reason: '已在整改期内' }));
  });

  test('that somebody else took before is said in the server’s words', async () => {
    open(proposalOf({ mayDecide: true }), 409);
    click('不采纳');
    write(/不采纳的理由/, '已在整改期内');
    click('不采纳');
    expect(await screen.findByText('这条建议已经决定，请刷新页面。')).toBeTruthy();
  });

  test('is followed by what was done, with its day and basis', async () => {
    open(accepted({ mayRecordMeasure: true }));
    click('登记办理情况');
    fireEvent.change(screen.getByLabelText(/^办理日期/), { target: { value: '2026年7月3日' } });
    expect(button('登记办理情况')?.disabled).toBe(true);
    write(/^依据/, '行风办会议纪要');
    click('登记办理情况');
    await waitFor(() =>
      expect(posted()?.body).toEqual({ on: '2026-07-03', basis: '行风办会议纪要' }),
    );
  });
});

describe('the trace', () => {
  test('tells in order what was found, decided for whom, done and no longer so', () => {
    const lines = traceOf(
      accepted({
        lapsedAt: Date.parse('2026-07-06T09:00:00+08:00'),
        taken: {
          on: '2026-07-03',
          basis: '会议纪要',
          note: '已当面约谈',
          byPost: '分管领导',
          at: Date.parse('2026-07-04T09:00:00+08:00'),
        },
      }),
    );
    expect(lines.map(({ what }) => what)).toEqual([
      '系统按规定提出建议',
      '采纳：约谈',
      '已办理（2026年7月3日）',
      '情形不再成立',
    ]);
    expect(lines[1]?.notes).toEqual(['“行风办核稿岗”没有账号，由分管领导代为决定。']);
    expect(lines[2]?.notes).toEqual(['依据：会议纪要', '已当面约谈']);
  });

  test('puts aside only what nobody decided', () => {
    expect(shelfOf({ state: 'proposed', holds: false })).toBe('lapsed');
    expect(shelfOf({ state: 'accepted', holds: false })).toBe('accepted');
  });
});

describe('the list', () => {
  test('gives each unit with reason, rule and decider, and how many lie on each shelf', async () => {
    served = serveAnswers({ 'GET /api/proposals': () => ({ body: listOf() }) });
    let chosen = '';
    showAs('commission-checker', () => (
      <ProposalShelves
        filter={{ campaign: campaignId, state: 'proposed' }}
        clauses={clauses}
        onShelf={(shelf) => (chosen = shelf)}
      />
    ));
    const link = await screen.findByRole('link', { name: '东区第一医院' });
    expect(link.getAttribute('href')).toBe(`/proposals/${id}`);
    expect(screen.getByText('同一月内3次，达到3次')).toBeTruthy();
    const shown = screen.getByRole('tab', { selected: true });
    expect(shown.textContent).toBe('待决定（1）');
    fireEvent.click(screen.getByRole('tab', { name: '已采纳（2）' }));
    expect(chosen).toBe('accepted');
    expect(screen.getByRole('tab', { name: '已不成立（1）' })).toBeTruthy();
  });

  test('is held against the facts of all units, part by part', async () => {
    const parts = [
      { checked: 200, raised: 1, lapsed: 0, next: 'org_2' },
      { checked: 3, raised: 0, lapsed: 2 },
    ];
    served = serveAnswers({ 'POST /api/proposals/refresh': () => ({ body: parts.shift() }) });
    showAs('commission-checker', () => <RefreshButton campaign={campaignId} />);
    click('重新核对');
    await waitFor(() => expect(served.sent).toHaveLength(2));
    expect(served.sent.map(({ body }) => body)).toEqual([
      { campaignId },
      { campaignId, after: 'org_2' },
    ]);
  });
});
