import { cleanup, fireEvent, screen, waitFor } from '@solidjs/testing-library';
import { afterEach, describe, expect, test } from 'vitest';
import { serveAnswers, showAs } from '#web/features/submissions/testing/page.fixtures.tsx';
import { ReceivedView } from './received.component.tsx';
import { ReplyReview } from './reply-review.component.tsx';
import { RequestTable } from './request-list.component.tsx';
import { RequestView } from './request-view.component.tsx';
import {
  detailOf,
  receivedOf,
  replyId,
  replyOf,
  requestId,
  rowOf,
} from './testing/requests.fixtures.ts';

let served: ReturnType<typeof serveAnswers>;
afterEach(() => {
  cleanup();
  served.restore();
});

const received = `/api/requests/${requestId}/received/org_1`;
const reply = `/api/requests/replies/${replyId}`;
const request = `/api/requests/${requestId}`;
const button = (name: string | RegExp) =>
  screen.getByRole<HTMLButtonElement>('button', { name, hidden: true });
const sentTo = (path: string) =>
  served.sent.filter((each) => each.path === path && each.method !== 'GET');

describe('a request as a hospital received it', () => {
  const open = (detail = replyOf(), found = receivedOf()) => {
    served = serveAnswers({
      [`GET ${received}`]: () => ({ body: found }),
      [`GET ${reply}`]: () => ({ body: detail }),
      [`POST ${request}/sign-for`]: () => ({ body: { id: requestId, signedForAt: 1 } }),
      [`PUT ${reply}/draft`]: ({ body }) => ({
        body: { version: 4, savedAt: 1, ...(body as object) },
      }),
      [`POST ${reply}/file`]: () => ({ body: { number: '20260708-AAAA' } }),
      [`POST ${reply}/nil`]: () => ({ body: { number: '20260708-BBBB' } }),
      [`POST ${reply}/asks`]: () => ({ body: {} }),
    });
    showAs('hospital-clerk', () => <ReceivedView id={requestId} organizationId="org_1" />);
  };

  test('says from whom, why and until when, and is signed for in one click', async () => {
    open();
    expect(await screen.findByText('东区卫生健康委行风办', { selector: 'dd' })).toBeTruthy();
    expect(screen.getByText(/上级来件：上级来件要求/)).toBeTruthy();
    fireEvent.click(button('签收'));
    await waitFor(() => expect(sentTo(`${request}/sign-for`)).toHaveLength(1));
    expect(sentTo(`${request}/sign-for`)[0]?.body).toEqual({ organizationId: 'org_1' });
  });

  test('is not filed before what is asked for is there', async () => {
    open();
    await screen.findByLabelText(/办理情况/);
    fireEvent.click(button('报送'));
    expect(await screen.findByText('还有 1 处需要处理')).toBeTruthy();
    expect(sentTo(`${reply}/file`)).toEqual([]);
  });

  test('keeps what was typed, then files it after the consequence was read', async () => {
    open();
    const field = await screen.findByLabelText(/办理情况/);
    fireEvent.input(field, { target: { value: '已完成自查。' } });
    fireEvent.change(field, { target: { value: '已完成自查。' } });
    fireEvent.click(button('报送'));
    await screen.findByText(/报送后不能自行修改/);
    const [, confirm] = screen.getAllByRole('button', { name: '报送', hidden: true });
    fireEvent.click(confirm ?? button('报送'));
    await waitFor(() => expect(sentTo(`${reply}/file`)).toHaveLength(1));
    expect(sentTo(`${reply}/draft`)[0]?.body).toEqual({ answers: { text: '已完成自查。' } });
  });

  test('零报告 needs no form', async () => {
    open();
    await screen.findByLabelText(/办理情况/);
    fireEvent.click(button('零报告'));
    await screen.findByText(/不需要填表/);
    const buttons = screen.getAllByRole('button', { name: '零报告', hidden: true });
    fireEvent.click(buttons[buttons.length - 1] ?? button('零报告'));
    await waitFor(() => expect(sentTo(`${reply}/nil`)).toHaveLength(1));
  });

  test('申请延期 waits for the day and the reason', async () => {
    open();
    await screen.findByLabelText(/办理情况/);
    fireEvent.click(button('申请延期'));
    expect(button('提出申请').disabled).toBe(true);
    fireEvent.change(screen.getByLabelText(/^申请延至/), { target: { value: '2026-7-20' } });
    fireEvent.input(screen.getByLabelText(/^理由/), { target: { value: '系统升级' } });
    fireEvent.click(button('提出申请'));
    await waitFor(() => expect(sentTo(`${reply}/asks`)).toHaveLength(1));
    expect(sentTo(`${reply}/asks`)[0]?.body).toEqual({
      to: { on: '2026-07-20', hour: '17:30' },
      reason: '系统升级',
    });
  });

  test('says the deadline that holds where more time was given', async () => {
    const dueLabel = { zh: '7月24日（周五）17:30', en: 'Fri 24 Jul 17:30' };
    open(replyOf({ dueOn: '2026-07-24', originalDueOn: '2026-07-17', dueLabel }));
    expect(await screen.findByText('已延期，本单位截止时间为7月24日（周五）17:30')).toBeTruthy();
  });

  test('shows every point of a return at once', async () => {
    const points = [
      { path: 'text', label: '办理情况', reason: '过于简略' },
      { path: '', label: '回复整体', reason: '缺附件' },
    ];
    open(replyOf({ state: 'returned', returns: 1, returned: { points } }));
    expect(await screen.findByText('东区卫生健康委行风办退回修改，共 2 处')).toBeTruthy();
    expect(screen.getByText('办理情况：过于简略')).toBeTruthy();
  });
});

describe('a request for its sender', () => {
  const open = (detail = detailOf()) => {
    served = serveAnswers({
      [`GET ${request}`]: () => ({ body: detail }),
      [`GET ${request}/replies`]: () => ({
        body: { asOf: 1_783_476_000_000, rows: [rowOf({ asked: true })] },
      }),
      [`POST ${request}/extensions`]: () => ({ body: {} }),
      [`POST ${request}/excuses`]: () => ({ body: {} }),
      [`POST ${request}/close`]: () => ({ body: {} }),
      'POST /api/requests/asks/ask_1/decision': () => ({ body: {} }),
    });
    showAs('commission-drafter', () => <RequestView id={requestId} />);
  };

  test('leads with a sentence of figures, and lists units with their state', async () => {
    open();
    expect(await screen.findByText('应报 3 件')).toBeTruthy();
    expect(await screen.findByRole('rowheader', { name: '东区第一医院' })).toBeTruthy();
    expect(button('复制催报文字')).toBeTruthy();
  });

  test('excuses one unit only with a reason', async () => {
    open();
    await screen.findByRole('rowheader', { name: '东区第一医院' });
    fireEvent.click(button('免报：东区第一医院'));
    const act = await waitFor(() => button('免报'));
    expect(act.disabled).toBe(true);
    fireEvent.input(screen.getByLabelText(/^理由/), { target: { value: '已停业整修' } });
    fireEvent.click(act);
    await waitFor(() => expect(sentTo(`${request}/excuses`)).toHaveLength(1));
    expect(sentTo(`${request}/excuses`)[0]?.body).toEqual({
      organizationId: 'org_1',
      occurrence: '2026-07-17',
      reason: '已停业整修',
    });
  });

  test('extends for all with the new moment', async () => {
    open();
    await screen.findByText('应报 3 件');
    fireEvent.click(button('全部延期'));
    fireEvent.input(await screen.findByLabelText(/^理由/), { target: { value: '防汛抢险' } });
    fireEvent.click(button('延期'));
    expect(screen.getByText('请填写延至的日期。')).toBeTruthy();
    fireEvent.change(screen.getByLabelText(/^延至/), { target: { value: '2026-07-24' } });
    fireEvent.click(button('延期'));
    await waitFor(() => expect(sentTo(`${request}/extensions`)).toHaveLength(1));
    expect(sentTo(`${request}/extensions`)[0]?.body).toEqual({
      occurrence: '2026-07-17',
      to: { on: '2026-07-24', hour: '17:30' },
      reason: '防汛抢险',
    });
  });

  test('answers who asked for more time, and declines only with a reason', async () => {
    const ask = {
      id: 'ask_1',
      replyId,
      organizationId: 'org_1',
      organizationName: '东区第一医院',
      occurrence: '2026-07-17',
      reason: '系统升级',
      wanted: { on: '2026-07-20', hour: '17:30' },
      state: 'asked' as const,
      askedByPost: '行风办填报岗',
      askedAt: 1_783_476_000_000,
    };
    open(detailOf({ asks: [ask] }));
    fireEvent.click(await screen.findByRole('button', { name: '不同意：东区第一医院' }));
    fireEvent.input(await screen.findByLabelText(/不同意的理由/), {
      target: { value: '时间紧' },
    });
    fireEvent.click(button('不同意'));
    const path = '/api/requests/asks/ask_1/decision';
    await waitFor(() => expect(sentTo(path)).toHaveLength(1));
    expect(sentTo(path)[0]?.body).toEqual({ agree: false, answer: '时间紧' });
  });

  test('offers nothing to who may only look', async () => {
    open(detailOf({ may: { draft: false, decide: false, sign: false } }));
    await screen.findByRole('rowheader', { name: '东区第一医院' });
    for (const name of ['办结', '终止', '全部延期', '免报：东区第一医院']) {
      expect(screen.queryByRole('button', { name })).toBeNull();
    }
  });
});

describe('a draft', () => {
  const drafting = () => {
    const detail = detailOf();
    const { counts: _counts, issuedAt: _issued, ...summary } = detail.summary;
    return { ...detail, summary: { ...summary, state: 'drafting' as const } };
  };
  const problem = {
    severity: 'warning',
    code: 'dates.rest-day',
    path: 'deadline',
    message: { zh: '截止日为周六', en: '' },
    mend: { zh: '可改为周五', en: '' },
  };

  test('is checked at the right and submitted with what is known about', async () => {
    served = serveAnswers({
      [`GET ${request}`]: () => ({ body: drafting() }),
      [`GET ${request}/checks`]: () => ({
        body: { counts: { error: 0, warning: 1, hint: 2 }, problems: [problem] },
      }),
      [`GET ${request}/burden`]: () => ({
        body: {
          year: 2026,
          rows: [],
          ceilingMinutes: 1,
          isOver: false,
          hasCountersignature: false,
        },
      }),
      'POST /api/requests/audience': () => ({
        body: { total: 2, byKind: [{ kind: 'hospital', count: 2 }], outOfRange: 0, units: [] },
      }),
      'GET /api/organizations': () => ({ body: { items: [] } }),
      [`POST ${request}/submit`]: () => ({ body: {} }),
    });
    showAs('commission-drafter', () => <RequestView id={requestId} />);
    expect(await screen.findByText('检查（0 错 3 提示）')).toBeTruthy();
    expect(await screen.findByText('共 2 个单位')).toBeTruthy();
    fireEvent.click(button('提交审签'));
    await screen.findByText('以下 1 处提醒，提交即表示已知悉');
    const buttons = screen.getAllByRole('button', { name: '提交审签', hidden: true });
    fireEvent.click(buttons[buttons.length - 1] ?? button('提交审签'));
    await waitFor(() => expect(sentTo(`${request}/submit`)).toHaveLength(1));
    expect(sentTo(`${request}/submit`)[0]?.body).toEqual({ acknowledged: ['dates.rest-day'] });
  });
});

describe('a reply that is to be judged', () => {
  const filed = () =>
    replyOf({
      state: 'filed',
      answers: { text: '没有问题' },
      filedAt: 1_783_476_000_000,
      may: { fill: false, file: false, decide: true },
    });

  test('is returned with every point and its reason', async () => {
    served = serveAnswers({
      [`GET ${reply}`]: () => ({ body: filed() }),
      [`POST ${reply}/return`]: () => ({ body: {} }),
    });
    showAs('commission-drafter', () => <ReplyReview id={replyId} />);
    fireEvent.click(await screen.findByRole('button', { name: '退回修改' }));
    fireEvent.click(button('退回修改（0处）'));
    expect(sentTo(`${reply}/return`)).toEqual([]);
    fireEvent.click(screen.getByLabelText(/^办理情况/));
    fireEvent.input(screen.getByLabelText(/需怎样修改/), { target: { value: '请写明过程' } });
    fireEvent.click(button('退回修改（1处）'));
    await waitFor(() => expect(sentTo(`${reply}/return`)).toHaveLength(1));
    expect(sentTo(`${reply}/return`)[0]?.body).toEqual({
      points: [{ path: 'text', label: '办理情况', reason: '请写明过程' }],
    });
  });
});

test('the list counts 应报 已报 逾期 未报 and says what to do when there is none', async () => {
  const { summary } = detailOf();
  served = serveAnswers({
    'GET /api/requests': () => ({ body: { asOf: 1_783_476_000_000, items: [summary] } }),
  });
  showAs('commission-drafter', () => <RequestTable state={undefined} onState={() => undefined} />);
  const row = (await screen.findByRole('link', { name: '报送耗材自查情况' })).closest('tr');
  const cells = [...(row?.querySelectorAll('td') ?? [])].map(({ textContent }) => textContent);
  expect(cells.slice(-4)).toEqual(['3', '1', '1', '2']);
  served.restore();
  cleanup();
  served = serveAnswers({ 'GET /api/requests': () => ({ body: { asOf: 1, items: [] } }) });
  showAs('commission-drafter', () => <RequestTable state={undefined} onState={() => undefined} />);
  expect(await screen.findByText('还没有临时任务')).toBeTruthy();
});
