import { cleanup, fireEvent, screen, waitFor } from '@solidjs/testing-library';
import { afterEach, describe, expect, test } from 'vitest';
import type { SubmissionDetail } from '#schema/contracts/submissions.ts';
import { useSession } from '#web/features/identity/session.ts';
import { createFiling } from './filing.ts';
import { SignOffPanel } from './sign-off-panel.component.tsx';
import { SignOffSheet } from './sign-off-sheet.component.tsx';
import { SignerBar } from './signer-bar.component.tsx';
import { serveAnswers, showAs } from './testing/page.fixtures.tsx';
import { makeApproval, makeDetail, makeSummary } from './testing/submissions.fixtures.ts';

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

const signing = (changes: Partial<SubmissionDetail> = {}): SubmissionDetail =>
  makeDetail({
    summary: makeSummary({
      state: 'signing',
      holder: { kind: 'post', title: '科室负责人' },
      nextStep: 'print-sheet',
    }),
    approval: makeApproval(),
    answers: { found: 12, summary: '已自查' },
    ...changes,
  });
const idOf = (detail: SubmissionDetail) => detail.summary.id;

const Panel = (props: { detail: SubmissionDetail; isSigner?: boolean }) => {
  const filing = createFiling(() => props.detail, useSession());
  return (
    <>
      <SignOffPanel filing={filing} />
      {props.isSigner ? <SignerBar filing={filing} /> : undefined}
    </>
  );
};

describe('院内审签', () => {
  test('shows the chain, where it stands, and two ways on of equal standing', () => {
    showAs('hospital-clerk', () => <Panel detail={signing()} />);
    const steps = screen.getAllByRole('listitem').map(({ textContent }) => textContent ?? '');
    expect(steps[0]).toContain('行风办填报岗');
    expect(steps[1]).toContain('办理中');
    expect(screen.getByText('正在等 科室负责人 审签。')).toBeTruthy();
    expect(screen.getByText('两种办法效力相同，任选一种。')).toBeTruthy();
    expect(screen.getByRole('link', { name: '打印审签单' }).getAttribute('href')).toMatch(
      /sign-off-sheet$/,
    );
  });

  test('a signature on paper says so, with its day', () => {
    const approval = makeApproval();
    const [, second] = approval.steps;
    if (!second) throw new Error('the chain is too short');
    second.state = 'done';
    second.mode = 'paper';
    second.paper = { signedOn: '2026-07-08', signerPost: '科室负责人', evidenceId: 'evd_1' };
    showAs('hospital-clerk', () => <Panel detail={signing({ approval })} />);
    expect(screen.getByText('线下签字，2026年7月8日')).toBeTruthy();
  });

  test('the scan and its day are both asked for before paper is registered', () => {
    const sent = serve({});
    showAs('hospital-clerk', () => <Panel detail={signing()} />);
    fireEvent.click(screen.getByRole('button', { name: '登记线下审签' }));
    expect(screen.getByText('请上传签字盖章后的审签单扫描件。')).toBeTruthy();
    expect(screen.getByText('请填写审签单上最后一个签字的日期。')).toBeTruthy();
    expect(sent).toEqual([]);
  });

  test('the filler is asked before the signatures are given up', async () => {
    const detail = signing();
    const path = `/api/submissions/${idOf(detail)}/sign-off/withdraw`;
    const moved = { id: idOf(detail), state: 'draft', version: 2 };
    const sent = serve({ [`POST ${path}`]: () => ({ body: moved }) });
    showAs('hospital-clerk', () => <Panel detail={detail} />);
    fireEvent.click(screen.getByRole('button', { name: '撤回审签' }));
    expect(sent).toEqual([]);
    const buttons = screen.getAllByRole('button', { name: '撤回审签' });
    fireEvent.click(buttons[buttons.length - 1] ?? document.body);
    await waitFor(() => expect(sent.map((each) => each.path)).toEqual([path]));
  });

  test('the scan of the signed sheet is no document that can still be edited', () => {
    showAs('hospital-clerk', () => <Panel detail={signing()} />);
    const chooser = screen.getByLabelText('签字盖章的审签单扫描件');
    expect(chooser.getAttribute('accept')).toBe('.pdf,.ofd,.jpg,.jpeg,.png,.heic');
    expect(
      screen.getByText('可上传 PDF、OFD、JPG、PNG、HEIC，单个文件不超过 64 MB。'),
    ).toBeTruthy();
  });

  test.each(['hospital-department', 'hospital-head'] as const)(
    'a %s sees the chain and none of the filler’s acts',
    (role) => {
      showAs(role, () => <Panel detail={signing()} />);
      expect(screen.getByRole('list', { name: '院内审签' })).toBeTruthy();
      expect(screen.queryByRole('button', { name: '撤回审签' })).toBeNull();
      expect(screen.queryByRole('button', { name: '登记线下审签' })).toBeNull();
    },
  );

  test('the head agrees with a word or without one', async () => {
    const detail = signing();
    const path = `/api/submissions/${idOf(detail)}/sign-off/sign`;
    const moved = { id: idOf(detail), state: 'signed', version: 2 };
    const sent = serve({ [`POST ${path}`]: () => ({ body: moved }) });
    showAs('hospital-head', () => <Panel detail={detail} isSigner />);
    fireEvent.click(screen.getByRole('button', { name: '同意' }));
    const [, confirm] = screen.getAllByRole('button', { name: '同意' });
    fireEvent.click(confirm ?? document.body);
    await waitFor(() => expect(sent).toEqual([{ method: 'POST', path, body: {} }]));
  });

  test('nothing is sent back without a reason, and a refusal is said in its own words', async () => {
    const detail = signing();
    const path = `/api/submissions/${idOf(detail)}/sign-off/return`;
    const title = '您已在“科室负责人”环节签过。';
    const sent = serve({
      [`POST ${path}`]: () => ({
        status: 409,
        body: { type: 'x', title, status: 409, code: 'approvals.same_person' },
      }),
    });
    showAs('hospital-head', () => <Panel detail={detail} isSigner />);
    fireEvent.click(screen.getByRole('button', { name: '退回填报人' }));
    const [, confirm] = screen.getAllByRole('button', { name: '退回填报人' });
    fireEvent.click(confirm ?? document.body);
    expect(screen.getByText('请写明需要修改什么。')).toBeTruthy();
    expect(sent).toEqual([]);
    fireEvent.input(screen.getByRole('textbox'), { target: { value: '请核对' } });
    fireEvent.click(confirm ?? document.body);
    await waitFor(() => expect(screen.getByText(title)).toBeTruthy());
    expect(sent[0]?.body).toEqual({ comment: '请核对' });
  });
});

describe('the printed 审签单', () => {
  test('has a line for every post, the content’s short code, and an empty place for the seal', () => {
    const { container } = showAs('hospital-clerk', () => <SignOffSheet detail={signing()} />);
    const posts = [...container.querySelectorAll('.paper-signatures tbody th')];
    expect(posts.map(({ textContent }) => textContent)).toEqual([
      '填报人',
      '科室负责人',
      '主要负责人',
      '用印登记',
    ]);
    expect(container.textContent).toContain('1437-0026-6666-6666');
    expect(container.textContent).toContain('（盖章）');
    expect(container.querySelector('.paper img, .paper svg')).toBeNull();
    expect(container.textContent).toContain('附：自查情况表');
    expect(container.textContent).toContain('已自查');
  });
});
