import { cleanup, fireEvent, render, screen, waitFor, within } from '@solidjs/testing-library';
import { createSignal } from 'solid-js';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { FigureLine, SnapshotDetail, SnapshotPreview } from '#schema/contracts/snapshots.ts';
import { loadWords } from '#web/shared/i18n.ts';
import type { Permission } from '#web/shared/permissions.ts';
import { SnapshotView } from './snapshot-view.component.tsx';
import { countWords, currentStepOf, statusOf } from './snapshot.presenter.ts';

const line = (part: Partial<FigureLine> = {}): FigureLine => ({
  common: 'on-time-filing-rate',
  indicator: 'on-time-filing',
  match: 'same',
  state: 'measured',
  withheld: false,
  numerator: 20,
  denominator: 40,
  units: 10,
  title: '按时报送率',
  localTitle: '按时报送率',
  definition: '口径',
  unit: '%',
  minimumDenominator: 20,
  previous: { numerator: 36, denominator: 40 },
  needsExplanation: true,
  ...part,
});

const preview = (part: Partial<SnapshotPreview> = {}): SnapshotPreview => ({
  content: {
    region: { slug: 'dong', name: '东区', level: 'district', divisionCode: '990101' },
    period: '2026-H1',
    cutOff: '2026-06-30',
    campaignTitle: '2026年工作方案',
    campaignVersion: 'hash',
    reporting: { unitsDue: 10, unitsReported: 9 },
    figures: [],
  },
  lines: [line()],
  previousPeriod: '2025-H2',
  isOver: true,
  ...part,
});

const detail = (part: Partial<SnapshotDetail> = {}): SnapshotDetail => ({
  id: `snp_${'0'.repeat(26)}`,
  state: 'draft',
  content: preview().content,
  contentHash: 'a'.repeat(64),
  version: 1,
  lines: [line({ explanation: '系统切换期间集中延误' })],
  previousPeriod: '2025-H2',
  ...part,
});

const answers: Response[] = [];
const fetched = vi.fn<typeof fetch>(async () => answers.shift() ?? new Response('{}'));
beforeAll(() => loadWords('oversight'));
beforeEach(() => {
  answers.length = 0;
  fetched.mockClear();
  vi.stubGlobal('fetch', fetched);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const show = (input: {
  snapshot?: SnapshotDetail;
  may?: readonly Permission[];
  preview?: SnapshotPreview;
  isEarlier?: boolean;
}) => {
  const onChanged = vi.fn<() => void>();
  const may = (permission: Permission) =>
    (input.may ?? ['snapshots.prepare', 'snapshots.read']).includes(permission);
  const [snapshot, setSnapshot] = createSignal(input.snapshot);
  render(() => (
    <SnapshotView
      preview={input.preview ?? preview()}
      snapshot={snapshot()}
      isEarlier={input.isEarlier ?? false}
      may={may}
      onChanged={onChanged}
    />
  ));
  return { onChanged, setSnapshot };
};

const bodyOf = (): unknown => {
  const body = fetched.mock.calls[0]?.[1]?.body;
  return typeof body === 'string' ? JSON.parse(body) : undefined;
};
const explanation = () =>
  screen.getByRole('textbox', { name: /“按时报送率”与上期差异超过20%的说明/ });

const approval = (current: 'checked' | 'signed'): SnapshotDetail['approval'] => ({
  id: `apr_${'0'.repeat(26)}`,
  subjectKind: 'snapshot',
  subjectId: detail().id,
  contentHash: 'hash',
  state: 'open',
  steps: [
    { key: 'prepared', title: '填报人', role: 'commission-drafter', state: 'done' },
    {
      key: 'checked',
      title: '审核人',
      role: 'commission-checker',
      state: current === 'checked' ? 'current' : 'done',
    },
    {
      key: 'signed',
      title: '负责人',
      role: 'commission-signer',
      state: current === 'signed' ? 'current' : 'waiting',
    },
  ],
  version: 1,
  createdAt: 0,
});

describe('上报数据确认', () => {
  test('shows what will leave beside the last period, and asks why it moved', async () => {
    const { onChanged } = show({});
    expect(screen.getByText('应报送单位10个，其中全部报齐9个。')).toBeTruthy();
    const row = screen.getByRole('row', { name: /按时报送率/ });
    expect(row.textContent).toContain('50.0%');
    expect(row.textContent).toContain('90.0%');
    fireEvent.input(explanation(), { target: { value: '汛期影响，集中延误' } });
    answers.push(new Response(JSON.stringify(detail()), { status: 201 }));
    fireEvent.click(screen.getByRole('button', { name: '形成上报数据' }));
    await waitFor(() => expect(onChanged).toHaveBeenCalled());
    expect(bodyOf()).toEqual({
      period: '2026-H1',
      explanations: { 'on-time-filing-rate': '汛期影响，集中延误' },
    });
  });

  test('shows at its field what the server still wants to know', async () => {
    show({});
    const problem = {
      type: '',
      title: '有 1 项与上期差异超过20%，请逐项填写说明后再保存。',
      status: 422,
      code: 'snapshots.unexplained',
      requestId: 'req_1',
      errors: [
        {
          path: '/explanations/on-time-filing-rate',
          code: 'snapshots.unexplained',
          message: '请说明原因',
        },
      ],
    };
    answers.push(new Response(JSON.stringify(problem), { status: 422 }));
    fireEvent.click(screen.getByRole('button', { name: '形成上报数据' }));
    await waitFor(() => expect(screen.getAllByText(/请说明原因/).length).toBeGreaterThan(1));
    expect(explanation().getAttribute('aria-invalid')).toBe('true');
  });

  test('hides a small cell without saying which of the two was small', () => {
    const hidden = line({
      state: 'insufficient',
      withheld: true,
      numerator: undefined,
      denominator: undefined,
      needsExplanation: false,
    });
    expect(countWords(hidden, 'numerator')).toBe('—（少于5）');
    expect(countWords(hidden, 'denominator')).toBe('—');
    show({ preview: preview({ lines: [hidden], previousPeriod: undefined }) });
    const row = screen.getByRole('row', { name: /按时报送率/ });
    expect(row.textContent).toContain('样本不足');
    expect(row.textContent).not.toContain('%');
    expect(screen.getByText('上期没有报出，不作比较。')).toBeTruthy();
  });

  test('of a period that is not over can only be looked at', () => {
    show({ preview: preview({ isOver: false }) });
    expect(screen.getByText(/本期尚未结束/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: '形成上报数据' })).toBeNull();
  });
});

describe('审签 of the data', () => {
  test('is offered to the post whose turn it is, and moves on in sight', () => {
    const signing = detail({ state: 'signing', approval: approval('checked') });
    const { setSnapshot } = show({
      snapshot: signing,
      may: ['snapshots.read', 'snapshots.check'],
    });
    expect(screen.getByText('现在由审核人办理')).toBeTruthy();
    expect(screen.getByRole('button', { name: '审签' })).toBeTruthy();
    setSnapshot(detail({ state: 'signing', approval: approval('signed') }));
    expect(screen.getByText('现在由负责人办理')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '审签' })).toBeNull();
  });

  test('lets who prepared it register a signature on paper or take it back, and not sign', () => {
    show({ snapshot: detail({ state: 'signing', approval: approval('checked') }) });
    expect(screen.getByRole('button', { name: '登记线下签字' })).toBeTruthy();
    expect(screen.getByRole('button', { name: '撤回审签' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: '审签' })).toBeNull();
  });

  test('knows the step only while it is being signed', () => {
    expect(currentStepOf(detail({ state: 'signing', approval: approval('signed') }))).toEqual({
      key: 'signed',
      title: '负责人',
      permission: 'snapshots.approve',
    });
    expect(currentStepOf(detail({ approval: approval('checked') }))).toBeUndefined();
    expect(statusOf(undefined).words).toBe('预览，尚未形成');
  });
});

describe('what is signed', () => {
  test('leaves after its consequences were read', async () => {
    const { onChanged } = show({ snapshot: detail({ state: 'signed' }) });
    fireEvent.click(screen.getByRole('button', { name: '报出' }));
    const dialog = await screen.findByRole('alertdialog', { name: '确认报出', hidden: true });
    expect(dialog.textContent).toContain('不能撤回');
    expect(fetched).not.toHaveBeenCalled();
    answers.push(new Response(JSON.stringify(detail({ state: 'sent' }))));
    fireEvent.click(within(dialog).getByRole('button', { name: '报出', hidden: true }));
    await waitFor(() => expect(onChanged).toHaveBeenCalled());
    expect(fetched.mock.calls[0]?.[0]).toBe(`/api/snapshots/${detail().id}/send`);
  });

  test('shows its receipt, and is put right only by a correction with its reason', async () => {
    const received = detail({ state: 'received', receipt: '20260706-ABCDEFGH', sentAt: 1 });
    show({ snapshot: received });
    expect(screen.getByText('20260706-ABCDEFGH')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '更正报出' }));
    fireEvent.input(screen.getByRole('textbox', { name: /更正原因/ }), {
      target: { value: '补录纸质件后重新统计' },
    });
    answers.push(new Response(JSON.stringify(detail()), { status: 201 }));
    fireEvent.click(screen.getByRole('button', { name: '形成上报数据' }));
    await waitFor(() => expect(fetched).toHaveBeenCalled());
    expect(bodyOf()).toMatchObject({
      corrects: received.id,
      correctionReason: '补录纸质件后重新统计',
    });
  });

  test('of an earlier correction is only shown', () => {
    const earlier = detail({ state: 'received', receipt: '20260706-ABCDEFGH' });
    show({ snapshot: earlier, isEarlier: true });
    expect(screen.queryByRole('button', { name: '更正报出' })).toBeNull();
  });
});
