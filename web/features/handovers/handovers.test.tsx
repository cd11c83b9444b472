import { cleanup, fireEvent, screen, waitFor } from '@solidjs/testing-library';
import { afterEach, beforeAll, expect, test } from 'vitest';
import type { Handover, HandoverPost } from '#schema/contracts/handovers.ts';
import { serveAnswers, showAs } from '#web/features/submissions/testing/page.fixtures.tsx';
import { loadWords, setLocale } from '#web/shared/i18n.ts';
import { HandoversView } from './handovers.component.tsx';

beforeAll(() => loadWords('handovers'));
let restore: () => void = () => undefined;
afterEach(async () => {
  cleanup();
  restore();
  await setLocale('zh-CN');
});

const serve = (answers: Parameters<typeof serveAnswers>[0]) => {
  const server = serveAnswers(answers);
  restore = server.restore;
  return server.sent;
};
const noon = Date.parse('2026-07-08T12:00:00+08:00');
const handover: Handover = {
  id: 'hdo_1',
  state: 'authorized',
  role: 'hospital-clerk',
  organization: { id: 'org_1', name: '东区第一医院' },
  fromUsername: 'clerk',
  fromPost: '行风办填报岗',
  toUsername: 'fresh',
  toPost: '党办填报岗',
  on: '2026-07-08',
  reason: '轮岗',
  note: '印章在院办公室',
  openedByPost: '院长',
  openedAt: noon,
  authorizedByPost: '安全管理员',
  acknowledgedAt: null,
  settledAt: null,
  may: ['acknowledge'],
  version: 2,
};
const item = { id: 'sub_1', title: '自查情况报告', state: 'draft', dueOn: '2026-08-15' };
const listed = {
  'GET /api/handovers': () => ({ body: { items: [handover], asOf: noon } }),
  'GET /api/handovers/hdo_1': () => ({
    body: {
      ...handover,
      items: [
        { ...item, kind: 'filing' },
        { ...item, id: 'rec_1', kind: 'recusal', title: '东区第二医院' },
      ],
      asOf: noon,
    },
  }),
};
const post: HandoverPost = {
  grantId: 'grt_1',
  role: 'hospital-clerk',
  organization: { id: 'org_1', name: '东区第一医院' },
  username: 'clerk',
  post: '行风办填报岗',
  candidates: [{ id: 'per_2', username: 'fresh', post: '党办填报岗' }],
};

test('the successor sees what is in hand and acknowledges it as it was seen', async () => {
  const moved = { id: 'hdo_1', state: 'settled', version: 4 };
  const sent = serve({
    ...listed,
    'POST /api/handovers/hdo_1/acknowledge': () => ({ body: moved }),
  });
  showAs('hospital-clerk', () => <HandoversView />);
  fireEvent.click(await screen.findByRole('button', { name: '查看并确认接收' }));
  expect(await screen.findByText('自查情况报告')).toBeTruthy();
  expect(screen.getByText('回避单位')).toBeTruthy();
  expect(screen.getByText('印章在院办公室')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '确认接收', hidden: true }));
  await waitFor(() => expect(sent.some(({ path }) => path.endsWith('/acknowledge'))).toBe(true));
});

test('the head chooses post, successor and day; the button waits for all of them', async () => {
  const sent = serve({
    'GET /api/handovers': () => ({ body: { items: [], asOf: noon } }),
    'GET /api/handovers/posts': () => ({ body: { items: [post] } }),
    'POST /api/handovers': () => ({
      status: 201,
      body: { id: 'hdo_2', state: 'asked', version: 1 },
    }),
  });
  showAs('hospital-head', () => <HandoversView />);
  expect(await screen.findByText('没有岗位交接')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '提出交接' }));
  const choose = async (label: RegExp, value: string) =>
    fireEvent.change(await screen.findByLabelText(label), { target: { value } });
  await choose(/^交接的岗位/, 'grt_1');
  await choose(/^接任人/, 'per_2');
  await choose(/^交接日期/, '2026-07-10');
  const buttons = () => screen.getAllByRole('button', { name: '提出交接', hidden: true });
  const act = () => buttons()[buttons().length - 1] as HTMLButtonElement;
  expect(act().disabled).toBe(true);
  fireEvent.input(screen.getByLabelText(/^原因/), { target: { value: '轮岗' } });
  await waitFor(() => expect(act().disabled).toBe(false));
  fireEvent.click(act());
  await waitFor(() =>
    expect(sent.find(({ method }) => method === 'POST')?.body).toEqual({
      grantId: 'grt_1',
      toId: 'per_2',
      on: '2026-07-10',
      reason: '轮岗',
    }),
  );
});

test('who has no post to hand over is told whom to ask', async () => {
  serve({
    'GET /api/handovers': () => ({ body: { items: [], asOf: noon } }),
    'GET /api/handovers/posts': () => ({ body: { items: [] } }),
  });
  showAs('audit-admin', () => <HandoversView />);
  fireEvent.click(await screen.findByRole('button', { name: '提出交接' }));
  expect(await screen.findByText('没有可以交接的岗位')).toBeTruthy();
});
