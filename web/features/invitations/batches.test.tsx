import { cleanup, fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Invitation, InvitationBatch, Slip } from '#schema/contracts/invitations.ts';
import { serveAnswers, showAs } from '#web/features/submissions/testing/page.fixtures.tsx';
import { loadWords, setLocale } from '#web/shared/i18n.ts';
import { BatchView } from './batch.component.tsx';
import { BatchesView } from './batches.component.tsx';
import { JoinView } from './join.component.tsx';
import { sheetsOf } from './slip-sheets.component.tsx';

beforeAll(() => loadWords('people'));
let restore: () => void = () => undefined;
afterEach(async () => {
  cleanup();
  restore();
  vi.unstubAllGlobals();
  await setLocale('zh-CN');
});

const noon = Date.parse('2026-07-08T12:00:00+08:00');
const batch: InvitationBatch = {
  id: 'imp_1',
  fileName: '人员.xlsx',
  openedByPost: '系统管理员',
  openedAt: noon,
  asked: 2,
  authorized: 0,
  linked: 0,
  used: 0,
  withdrawn: 0,
  isTaken: true,
  version: 200002,
};
const invitation = (id: string, username: string): Invitation => ({
  id,
  state: 'asked',
  role: 'hospital-clerk',
  organization: { id: 'org_1', name: '东区第一医院' },
  relation: null,
  post: '院办填报岗',
  addressee: '林＊',
  username,
  phone: '139****0001',
  from: null,
  importId: 'imp_1',
  reason: '按“人员.xlsx”批量提出',
  expiresAt: null,
  openedByPost: '系统管理员',
  openedAt: noon,
  authorizedByPost: null,
  closedAt: null,
  version: 1,
});
const serve = (answers: Parameters<typeof serveAnswers>[0], known: InvitationBatch = batch) => {
  const server = serveAnswers({
    'GET /api/invitations/batches': () => ({ body: { items: [known] } }),
    'GET /api/invitations': () => ({
      body: {
        items: [invitation('inv_1', 'lin.yi'), invitation('inv_2', 'lin.er')],
        nextCursor: null,
        asOf: noon,
      },
    }),
    ...answers,
  });
  restore = server.restore;
  return server.sent;
};
const slip = (id: string, unit: Slip['unit']): Slip => ({
  id,
  unit,
  addressee: '林一',
  username: id,
  post: '院办填报岗',
  role: 'hospital-clerk',
  from: null,
  token: `lnk_${id}`,
  expiresAt: noon,
});

describe('a list of people', () => {
  test('is not decided while its rows are still being taken, and says so', async () => {
    serve({}, { ...batch, isTaken: false });
    showAs('security-admin', () => <BatchView id="imp_1" />);
    expect(await screen.findByText('名单仍在写入')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /授权/ })).toBeNull();
  });

  test('stands among the others with what has become of it, in both languages', async () => {
    serve({});
    showAs('security-admin', () => <BatchesView />);
    const row = (await screen.findByText('人员.xlsx')).closest('tr');
    expect(within(row as HTMLElement).getByText('2')).toBeTruthy();
    await setLocale('en');
    expect(await screen.findByText('To authorize')).toBeTruthy();
  });

  test('is decided by the security administrator in one act, but for those ticked', async () => {
    const decided = { id: 'imp_1', authorized: 1, refused: 1 };
    const sent = serve({
      'POST /api/invitations/batches/imp_1/authorize': () => ({ body: decided }),
    });
    showAs('security-admin', () => <BatchView id="imp_1" />);
    expect(await screen.findByRole('button', { name: '授权全部 2 人' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /告知单/ })).toBeNull();
    fireEvent.click(await screen.findByLabelText('不予授权：lin.er'));
    const act = () =>
      screen.getByRole<HTMLButtonElement>('button', { name: '授权 1 人，不予授权 1 人' });
    expect(act().disabled).toBe(true);
    fireEvent.input(screen.getByLabelText(/不予授权的原因/), { target: { value: '另行报来' } });
    await waitFor(() => expect(act().disabled).toBe(false));
    fireEvent.click(act());
    await waitFor(() =>
      expect(sent.find(({ path }) => path.endsWith('/authorize'))).toMatchObject({
        body: { refused: ['inv_2'], reason: '另行报来' },
      }),
    );
  });

  test('is not decided by who brought it in', async () => {
    serve({});
    showAs('system-admin', () => <BatchView id="imp_1" />);
    expect(await screen.findByText('lin.yi')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /授权/ })).toBeNull();
  });
});

describe('slips', () => {
  test('are one sheet a unit in official order, the commission’s own first', () => {
    const second = { id: 'org_2', name: '东区第二医院', order: 20 };
    const first = { id: 'org_1', name: '东区第一医院', order: 10 };
    const sheets = sheetsOf([
      slip('a', second),
      slip('b', first),
      slip('c', null),
      slip('d', second),
    ]);
    expect(sheets.map(({ unit, slips }) => [unit, slips.map(({ id }) => id)])).toEqual([
      ['本委（局）', ['c']],
      ['东区第一医院', ['b']],
      ['东区第二医院', ['a', 'd']],
    ]);
  });

  test('are made page by page, shown once with their links, and printed', async () => {
    const print = vi.fn();
    vi.stubGlobal('print', print);
    const unit = { id: 'org_1', name: '东区第一医院', order: 10 };
    let asked = 0;
    const sent = serve(
      {
        'POST /api/invitations/batches/imp_1/links': () => {
          asked += 1;
          const body =
            asked === 1
              ? { items: [slip('inv_1', unit)], after: 'inv_1' }
              : { items: [slip('inv_2', unit)], after: null };
          return { body };
        },
      },
      { ...batch, asked: 0, authorized: 2 },
    );
    showAs('system-admin', () => <BatchView id="imp_1" />);
    fireEvent.click(await screen.findByRole('button', { name: '制作 2 份告知单' }));
    expect(await screen.findByText('东区第一医院账号开设告知单')).toBeTruthy();
    expect(screen.getByText(/\/join#lnk_inv_2$/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '打印告知单' }));
    expect(print).toHaveBeenCalledOnce();
    const bodies = sent.filter(({ path }) => path.endsWith('/links')).map(({ body }) => body);
    expect(bodies).toEqual([{ again: false }, { again: false, after: 'inv_1' }]);
    fireEvent.click(screen.getByRole('button', { name: '关闭' }));
    expect(screen.queryByText(/\/join#/)).toBeNull();
  });

  test('that were made stay where a later step fails, and are not dropped unasked', async () => {
    const unit = { id: 'org_1', name: '东区第一医院', order: 10 };
    let asked = 0;
    serve(
      {
        'POST /api/invitations/batches/imp_1/links': () => {
          asked += 1;
          return asked === 1
            ? { body: { items: [slip('inv_1', unit)], after: 'inv_1' } }
            : { status: 503, body: { code: 'platform.database_unavailable', title: '请稍后再试' } };
        },
      },
      { ...batch, asked: 0, authorized: 2 },
    );
    showAs('system-admin', () => <BatchView id="imp_1" />);
    fireEvent.click(await screen.findByRole('button', { name: '制作 2 份告知单' }));
    expect(await screen.findByText(/\/join#lnk_inv_1$/)).toBeTruthy();
    expect(screen.getByText('请稍后再试')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '关闭' }));
    const question = await screen.findByRole('alertdialog');
    expect(within(question).getByText('告知单还没有打印')).toBeTruthy();
    fireEvent.click(within(question).getByRole('button', { name: '取消' }));
    expect(screen.getByText(/\/join#lnk_inv_1$/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '关闭' }));
    fireEvent.click(await screen.findByRole('button', { name: '不打印，离开' }));
    await waitFor(() => expect(screen.queryByText(/\/join#/)).toBeNull());
  });
});

test('who joins by a list keeps the login name that it set', async () => {
  const invited = {
    role: 'hospital-clerk',
    organizationName: '东区第一医院',
    relation: null,
    post: '院办填报岗',
    username: 'lin.yi',
    from: '2026-09-01',
    expiresAt: noon,
  };
  serve({ 'GET /api/invited': () => ({ body: invited }) });
  showAs('system-admin', () => <JoinView token="lnk_1" />);
  const field = await screen.findByLabelText<HTMLInputElement>(/用户名/);
  expect([field.value, field.readOnly]).toEqual(['lin.yi', true]);
  expect(screen.getByText('由系统管理员确定，不能更改')).toBeTruthy();
});
