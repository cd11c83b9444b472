import { cleanup, fireEvent, screen, waitFor } from '@solidjs/testing-library';
import { afterEach, describe, expect, test } from 'vitest';
import type { RegisterLevel } from '#schema/contracts/register-level.ts';
import type { EntryDetail } from '#schema/contracts/registers.ts';
import { serveAnswers, showAs } from '#web/features/submissions/testing/page.fixtures.tsx';
import { EntryView } from './entry-view.component.tsx';
import { historyLines } from './entry.presenter.ts';
import { RegisterLevels } from './register-level.component.tsx';
import { entryOf, listOf, registerView } from './testing/entries.fixtures.ts';

let served: ReturnType<typeof serveAnswers>;
afterEach(() => {
  cleanup();
  served.restore();
});

const { id } = entryOf().summary;
const entryPath = `/api/registers/entries/${id}`;
const answer = () => ({ body: { id, state: 'rectifying', version: 4 } });
const posted = () => served.sent.find(({ method }) => method === 'POST');

const waiting: NonNullable<EntryDetail['handOver']['waiting']> = {
  verb: 'pass-on',
  side: 'unit',
  receiver: '药剂科主任',
  refuseBy: '2026-07-13',
  toCoordinator: false,
  by: '行风办填报岗',
  on: '2026-07-08',
  maySign: true,
  mayRefuse: true,
  mayWithdraw: false,
};

const open = (detail: EntryDetail) => {
  served = serveAnswers({
    [`GET ${entryPath}`]: () => ({ body: detail }),
    [`POST ${entryPath}/hand-over`]: answer,
    [`POST ${entryPath}/receipt`]: answer,
    [`POST ${entryPath}/hand-back`]: answer,
    [`POST ${entryPath}/links`]: answer,
    'GET /api/registers/problems/entries': () => ({ body: listOf() }),
  });
  showAs('hospital-clerk', () => <EntryView id={id} />);
};
const withHandOver = (handOver: Partial<EntryDetail['handOver']>) =>
  entryOf({ handOver: { verbs: [], refuseWithin: 3, ...handOver } });
const button = (name: string) =>
  screen.getAllByRole<HTMLButtonElement>('button', { name, hidden: true }).at(-1);
const write = (label: RegExp, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
const click = (name: string) => {
  const found = button(name);
  if (found) fireEvent.click(found);
};

describe('首接负责 on the page of an entry', () => {
  test('says who answers for it, and hands it over with post and reason', async () => {
    open(withHandOver({ verbs: ['pass-on', 'transfer'] }));
    expect(await screen.findByText('现由“药剂科主任”负责。')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '转出' }));
    expect(button('转出')?.disabled).toBe(true);
    write(/接收岗位/, '医务科科长');
    write(/理由/, '职责所在');
    click('转出');
    await waitFor(() => {
      expect(posted()?.body).toEqual({
        verb: 'pass-on',
        post: '医务科科长',
        reason: '职责所在',
      });
    });
  });

  test('asks for organ and letter where it is transferred', async () => {
    open(withHandOver({ verbs: ['transfer'] }));
    fireEvent.click(await screen.findByRole('button', { name: '转出' }));
    write(/接收岗位/, '收文岗');
    write(/理由/, '涉嫌违纪');
    expect(button('转出')?.disabled).toBe(true);
    write(/接收机关/, '派驻纪检监察组');
    write(/函号/, '移〔2026〕1号');
    click('转出');
    await waitFor(() => {
      expect(posted()?.body).toMatchObject({ organ: '派驻纪检监察组', letter: '移〔2026〕1号' });
    });
  });

  test('shows what waits with its last day to refuse, and is signed for in one click more', async () => {
    open(withHandOver({ waiting }));
    expect(await screen.findByText(/转办（本单位内部）给“药剂科主任”，等待签收/)).toBeTruthy();
    expect(screen.getByText(/2026年7月13日（含当日）前退回/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '签收' }));
    click('签收');
    await waitFor(() => expect(posted()?.body).toEqual({}));
  });

  test('is handed back only with reason and basis', async () => {
    open(withHandOver({ waiting }));
    fireEvent.click(await screen.findByRole('button', { name: '退回' }));
    write(/依据/, '院内分工第3条');
    write(/理由/, '不属本科');
    click('退回');
    await waitFor(() => {
      expect(posted()?.body).toEqual({ reason: '不属本科', basis: '院内分工第3条' });
    });
  });

  test('an outside receipt asks who received it', async () => {
    const outside = { ...waiting, side: 'organ' as const, verb: 'refer' as const };
    open(withHandOver({ waiting: outside }));
    fireEvent.click(await screen.findByRole('button', { name: '签收' }));
    expect(button('签收')?.disabled).toBe(true);
    write(/接收人岗位/, '收文岗');
    click('签收');
    await waitFor(() => expect(posted()?.body).toEqual({ post: '收文岗' }));
  });

  test('stands in the history with receiver, receipt and basis', () => {
    served = serveAnswers({});
    const line = { kind: 'signed-for', on: '2026-07-08', post: '财务科' } as const;
    const receipt = { post: '收文岗', on: '2026-07-09', number: '收88号' };
    const [signed] = historyLines([{ ...line, verb: 'refer', receiver: '区市监局', receipt }]);
    expect(signed?.notes).toEqual([
      '转送（其他机关）：区市监局',
      '回执：收文岗，2026年7月9日，收88号',
    ]);
    const [back] = historyLines([{ ...line, kind: 'handed-back', basis: '分工' }]);
    expect(back?.notes).toEqual(['依据：分工']);
  });
});

describe('linking from the page of an entry', () => {
  const linked = entryOf({
    register: {
      ...registerView,
      links: [
        { key: 'relapse-of', title: { zh: '反弹自', en: 'Came back' }, register: 'problems' },
      ],
    },
  });

  test('finds the other entry by its number, shows it and ties it', async () => {
    open(linked);
    fireEvent.click(await screen.findByRole('button', { name: '关联其他事项' }));
    write(/对方编号/, '第 12 号');
    click('查找');
    await waitFor(() => expect(button('确认关联')).toBeTruthy());
    click('确认关联');
    await waitFor(() => {
      expect(posted()?.body).toEqual({ link: 'relapse-of', entry: listOf().rows[0]?.id });
    });
  });
});

describe('逐级汇总', () => {
  const level = (relation: 'supervision' | 'territory', name: string): RegisterLevel => ({
    asOf: 0,
    register: registerView,
    relations: ['supervision', 'territory'],
    relation,
    above: [{ node: '' }],
    total: { entries: 7, open: 4, states: [] },
    own: { entries: 2, open: 1, states: [] },
    below: [
      {
        node: 'org_1/',
        organizationId: 'org_1',
        organizationName: name,
        counts: {
          entries: 5,
          open: 3,
          states: [
            { key: 'rectifying', title: { zh: '整改中' }, entries: 3 },
            { key: 'closed', title: { zh: '已销号' }, entries: 2 },
          ],
        },
      },
    ],
  });

  test('counts every level in the relation that is chosen', async () => {
    const answers = [level('supervision', '东区卫生健康局'), level('territory', '西区卫生健康局')];
    served = serveAnswers({
      'GET /api/registers/problems/level': () => ({ body: answers.shift() }),
    });
    showAs('hospital-clerk', () => <RegisterLevels register="problems" />);
    expect(await screen.findByText('全部单位：共 7 件，未办结 4 件。')).toBeTruthy();
    expect(screen.getByText('本级')).toBeTruthy();
    expect(screen.getByText('整改中 3，已销号 2')).toBeTruthy();
    fireEvent.click(screen.getByLabelText('属地'));
    expect(await screen.findByText('西区卫生健康局')).toBeTruthy();
    expect(screen.queryByText('东区卫生健康局')).toBeNull();
  });

  test('is not there for who sees his own unit alone', async () => {
    const none = { asOf: 0, register: registerView, relations: [], above: [], below: [] };
    served = serveAnswers({ 'GET /api/registers/problems/level': () => ({ body: none }) });
    showAs('hospital-clerk', () => <RegisterLevels register="problems" />);
    await waitFor(() => expect(served.sent.length).toBeGreaterThan(0));
    expect(screen.queryByText('逐级汇总')).toBeNull();
  });
});
