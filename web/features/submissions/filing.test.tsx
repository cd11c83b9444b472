import { cleanup, fireEvent, screen, waitFor } from '@solidjs/testing-library';
import { createSignal } from 'solid-js';
import { afterEach, describe, expect, test } from 'vitest';
import type { SubmissionDetail } from '#schema/contracts/submissions.ts';
import { useSession } from '#web/features/identity/session.ts';
import { FillingBar, FilingErrors, FilingForm } from './filing-form.component.tsx';
import { FilingHead, ReturnPoints } from './filing-head.component.tsx';
import { createFiling } from './filing.ts';
import { serveAnswers, showAs } from './testing/page.fixtures.tsx';
import { makeDetail, makeSummary, morning } from './testing/submissions.fixtures.ts';

let restore: () => void = () => undefined;
afterEach(() => {
  cleanup();
  restore();
});
const serve = (answers: Parameters<typeof serveAnswers>[0]) => {
  const server = serveAnswers(answers);
  restore = server.restore;
  return server.sent;
};

const draftPath = (detail: SubmissionDetail) => `/api/submissions/${detail.summary.id}/draft`;
const saved = (answers: SubmissionDetail['answers'], revision = 1) => ({
  version: 2,
  savedAt: morning,
  answers,
  revisions: Object.fromEntries(
    Object.keys(answers).map((key) => [key, { revision, byPost: '填报岗', at: morning }]),
  ),
});

const Page = (props: { detail: SubmissionDetail }) => {
  const filing = createFiling(() => props.detail, useSession());
  return (
    <>
      <FilingHead detail={props.detail} viewer={filing.viewer()} />
      <FilingErrors filing={filing} />
      <ReturnPoints detail={props.detail} />
      <FilingForm filing={filing} />
      <FillingBar filing={filing} />
    </>
  );
};
const show = (detail: SubmissionDetail) => showAs('hospital-clerk', () => <Page detail={detail} />);
const leave = (label: RegExp, value: string) => {
  const control = screen.getByRole('textbox', { name: label });
  fireEvent.input(control, { target: { value } });
  fireEvent.change(control, { target: { value } });
};

describe('filling in', () => {
  test('says what a clerk asks first: basis, to whom, until when, stamp, materials', () => {
    const { container } = show(makeDetail());
    const facts = container.querySelector('.definitions')?.textContent ?? '';
    expect(facts).toContain('《2026年行业作风建设工作方案》三（二）');
    expect(facts).toContain('各医疗机构要开展自查。');
    expect(facts).toContain('报给谁医政科');
    expect(facts).toContain('2026年11月15日（周日）24:00（含当日），建议周五前');
    expect(facts).toContain('需要盖章');
    expect(facts).toContain('材料清单（1）');
    expect(container.textContent).toContain('请勿作统计报表使用');
  });

  test('what its head says follows the filing', async () => {
    const detail = makeDetail();
    const paper = (issuer: string, disclosure: 'public' | 'on-request') => ({
      ...detail,
      document: { ...detail.document, issuer, disclosure },
    });
    const [now, setNow] = createSignal<SubmissionDetail>(paper('市卫生健康委员会', 'public'));
    const { container } = showAs('hospital-clerk', () => <Page detail={now()} />);
    const head = () => container.querySelector('.definitions')?.textContent ?? '';
    expect(head()).toContain('市卫生健康委员会');
    const before = head();
    setNow(paper('省卫生健康委员会', 'on-request'));
    await waitFor(() => expect(head()).toContain('省卫生健康委员会'));
    expect(head()).not.toContain('市卫生健康委员会');
    expect(head()).not.toBe(before);
    expect(head()).toContain('依申请公开');
  });

  test('a field is saved by itself, and the foot says when', async () => {
    const detail = makeDetail();
    const sent = serve({
      [`PATCH ${draftPath(detail)}`]: () => ({ body: saved({ found: 12 }) }),
    });
    const { container } = show(detail);
    leave(/发现问题数/, '12');
    await waitFor(() =>
      expect(container.querySelector('.save-note')?.textContent).toBe('已保存 10:00'),
    );
    expect(sent[0]?.body).toEqual({ changes: [{ path: 'found', value: 12, basedOn: 0 }] });
  });

  test('while the server is away the work is kept here and goes by itself later', async () => {
    const detail = makeDetail();
    let isAway = true;
    serve({
      [`PATCH ${draftPath(detail)}`]: () =>
        isAway
          ? { status: 503, body: { type: 'x', title: '繁忙', status: 503, code: 'x.busy' } }
          : { body: saved({ found: 12 }) },
    });
    const { container } = show(detail);
    const note = () => container.querySelector('.save-note')?.textContent ?? '';
    leave(/发现问题数/, '12');
    await waitFor(() => expect(note()).toContain('请先不要关闭本页'));
    isAway = false;
    await waitFor(() => expect(note()).toBe('已保存 10:00'), { timeout: 4000 });
  });

  test('another’s change of the same field asks for a decision and sends the chosen value', async () => {
    const detail = makeDetail();
    const conflict = {
      path: 'found',
      yours: 12,
      theirs: 40,
      theirRevision: 3,
      theirPost: '协办岗',
    };
    let attempts = 0;
    const sent = serve({
      [`PATCH ${draftPath(detail)}`]: () => {
        attempts += 1;
        if (attempts > 1) return { body: saved({ found: 12 }, 4) };
        const title = '有 1 处刚被他人修改。';
        const code = 'submissions.field_conflict';
        return {
          status: 412,
          body: { type: 'x', title, status: 412, code, conflicts: [conflict] },
        };
      },
    });
    show(detail);
    leave(/发现问题数/, '12');
    await waitFor(() => expect(screen.getByText('协办岗')).toBeTruthy());
    fireEvent.click(screen.getByRole('button', { name: /用我填的/ }));
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent[1]?.body).toEqual({ changes: [{ path: 'found', value: 12, basedOn: 3 }] });
    await waitFor(() => expect(screen.queryByText('协办岗')).toBeNull());
  });

  test('院内审签 names everything that is missing at once, each leading to its field', () => {
    const sent = serve({});
    show(makeDetail());
    fireEvent.click(screen.getByRole('button', { name: '院内审签' }));
    const links = screen.getAllByRole('link', { name: /尚未填写/ });
    expect(links).toHaveLength(2);
    fireEvent.click(links[0] ?? document.body);
    expect(document.activeElement?.id).toBe('field-found');
    expect(sent).toEqual([]);
  });

  test('what the server finds is listed like what the browser finds', async () => {
    const detail = makeDetail({ answers: { found: 1, summary: '已自查' } });
    const path = `/api/submissions/${detail.summary.id}/sign-off`;
    const errors = [{ path: '/found', code: 'forms.range', message: '“发现问题数”与台账不符' }];
    serve({
      [`POST ${path}`]: () => ({
        status: 422,
        body: {
          type: 'x',
          title: '还有 1 处',
          status: 422,
          code: 'submissions.incomplete',
          errors,
        },
      }),
    });
    show(detail);
    fireEvent.click(screen.getByRole('button', { name: '院内审签' }));
    fireEvent.click(await screen.findByRole('button', { name: '提交线上审签' }));
    await waitFor(() =>
      expect(screen.getByRole('link', { name: '“发现问题数”与台账不符' })).toBeTruthy(),
    );
  });

  test('a nil return takes one click, and the form is no longer asked', async () => {
    const [detail, setDetail] = createSignal(makeDetail({ nilReturn: true }));
    const path = `/api/submissions/${detail().summary.id}/nil`;
    const sent = serve({
      [`POST ${path}`]: () => {
        setDetail(makeDetail({ nilReturn: true, summary: makeSummary({ nil: true, version: 2 }) }));
        return { body: { id: detail().summary.id, state: 'draft', version: 2 } };
      },
    });
    showAs('hospital-clerk', () => <Page detail={detail()} />);
    fireEvent.click(screen.getByRole('button', { name: '零报告' }));
    await waitFor(() => expect(screen.getByText('本期零报告')).toBeTruthy());
    expect(sent[0]?.body).toEqual({ nil: true });
    expect(screen.queryByRole('textbox', { name: /发现问题数/ })).toBeNull();
  });

  test('after a return every point is listed at the top and leads to its field; changes are marked', () => {
    const returned = {
      round: 1,
      at: morning,
      office: '医政科',
      points: [
        { path: 'found', label: '发现问题数', reason: '与台账不一致' },
        { path: 'summary', label: '自查情况', reason: '过于笼统' },
      ],
    };
    show(
      makeDetail({
        summary: makeSummary({ state: 'returned', nextStep: 'mend', pointsToMend: 2 }),
        answers: { found: 12, summary: '已自查' },
        revisions: {
          found: { revision: 2, byPost: '填报岗', at: morning + 60_000 },
          summary: { revision: 1, byPost: '填报岗', at: morning - 60_000 },
        },
        returned,
      }),
    );
    expect(screen.getByText('医政科 2026年7月8日 10:00 退回修改，共 2 处')).toBeTruthy();
    fireEvent.click(screen.getByRole('link', { name: '自查情况' }));
    expect(document.activeElement?.id).toBe('field-summary');
    expect(screen.getAllByText('退回后已修改')).toHaveLength(1);
  });
});
