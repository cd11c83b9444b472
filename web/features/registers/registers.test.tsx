import { cleanup, fireEvent, screen, waitFor } from '@solidjs/testing-library';
import { afterEach, describe, expect, test } from 'vitest';
import { serveAnswers, showAs } from '#web/features/submissions/testing/page.fixtures.tsx';
import { EntryView } from './entry-view.component.tsx';
import { boardSentence, clockLine, historyLines, statusOf } from './entry.presenter.ts';
import { RegisterEntries } from './register-entries.component.tsx';
import { countsOf, entryOf, listOf, registerView, wallOf } from './testing/entries.fixtures.ts';
import { RegisterWall } from './wall.component.tsx';

let served: ReturnType<typeof serveAnswers>;
afterEach(() => {
  cleanup();
  served.restore();
});

const { id } = entryOf().summary;
const entryPath = `/api/registers/entries/${id}`;

describe('the page of an entry', () => {
  const open = (detail = entryOf()) => {
    served = serveAnswers({
      [`GET ${entryPath}`]: () => ({ body: detail }),
      [`POST ${entryPath}/steps`]: () => ({ body: { id, state: 'applied', version: 4 } }),
      [`POST ${entryPath}/unmask`]: () => ({ body: { answers: { who: '某某医师' } } }),
    });
    showAs('hospital-clerk', () => <EntryView id={id} />);
  };

  test('names the rule of its clock, its sources and its history, the newest first', async () => {
    open();
    expect(await screen.findByText('□ 信访工作条例 60日，剩12日（自然日）')).toBeTruthy();
    expect(screen.getByText('12345（GD20260301）')).toBeTruthy();
    const lines = screen.getAllByRole('listitem').map((each) => each.textContent);
    const history = lines.filter((line) => line.includes('行风办填报岗'));
    expect(history[0]).toContain('开始整改 → 整改中');
    expect(history[0]).toContain('药剂科牵头');
    expect(history[1]).toContain('登记');
  });

  test('shows a step that cannot be taken with the reason in words', async () => {
    open();
    const close = await screen.findByRole<HTMLButtonElement>('button', { name: '复核销号' });
    expect(close.disabled).toBe(true);
    expect(screen.getByText(/须由他人审核/)).toBeTruthy();
  });

  test('asks for what a step needs and sends it for the version on the screen', async () => {
    open();
    fireEvent.click(await screen.findByRole('button', { name: '申请销号' }));
    const confirm = () =>
      screen.getByRole<HTMLButtonElement>('button', { name: '确认办理', hidden: true });
    expect(confirm().disabled).toBe(true);
    fireEvent.click(screen.getByLabelText('佐证材料在整改期内'));
    fireEvent.click(confirm());
    expect(served.sent.some(({ method }) => method === 'POST')).toBe(false);
    const measures = screen.getByLabelText(/整改措施/);
    fireEvent.input(measures, { target: { value: '已组织培训' } });
    fireEvent.blur(measures);
    fireEvent.click(confirm());
    await waitFor(() => {
      expect(served.sent.find(({ method }) => method === 'POST')?.body).toEqual({
        transition: 'apply',
        ticks: ['evidence'],
        answers: { measures: '已组织培训' },
      });
    });
  });

  test('lets whoever recorded it put it right, and the office add a source', async () => {
    served = serveAnswers({
      [`GET ${entryPath}`]: () => ({ body: entryOf({ mayEdit: true }) }),
      [`PATCH ${entryPath}`]: () => ({ body: { id, state: 'found', version: 4 } }),
      [`POST ${entryPath}/sources`]: () => ({ body: { id, state: 'found', version: 4 } }),
    });
    showAs('hospital-clerk', () => <EntryView id={id} />);
    fireEvent.click(await screen.findByRole('button', { name: '修改登记内容' }));
    const what = screen.getByLabelText(/问题表现/);
    fireEvent.input(what, { target: { value: '收费公示不全' } });
    fireEvent.click(screen.getByRole('button', { name: '保存', hidden: true }));
    await waitFor(() => {
      const patch = served.sent.find(({ method }) => method === 'PATCH');
      expect(patch?.body).toEqual({ answers: { what: '收费公示不全' } });
    });
    fireEvent.click(await screen.findByRole('button', { name: '补记来源' }));
    fireEvent.change(screen.getByLabelText(/来源渠道/), { target: { value: 'hotline' } });
    fireEvent.click(screen.getByRole('button', { name: '确认办理', hidden: true }));
    await waitFor(() => {
      const post = served.sent.find(({ method }) => method === 'POST');
      expect(post?.body).toEqual({ channel: 'hotline' });
    });
  });

  test('shows what is masked only after a reason', async () => {
    open();
    fireEvent.click(await screen.findByRole('button', { name: '查看隐去内容' }));
    const [, send] = screen.getAllByRole<HTMLButtonElement>('button', {
      name: '查看隐去内容',
      hidden: true,
    });
    expect(send?.disabled).toBe(true);
    fireEvent.input(screen.getByLabelText(/理由/), { target: { value: '核实身份' } });
    if (send) fireEvent.click(send);
    expect(await screen.findByText('某某医师')).toBeTruthy();
  });
});

describe('a list and a wall chart', () => {
  test('say in a sentence how the register stands, and offer the filters', async () => {
    const board = { asOf: 0, register: registerView, total: countsOf(), units: [] };
    served = serveAnswers({
      'GET /api/registers/problems/entries': () => ({ body: listOf() }),
      'GET /api/registers/problems/board': () => ({ body: board }),
      'GET /api/registers/problems/level': () => ({
        body: { asOf: 0, register: registerView, relations: [], above: [], below: [] },
      }),
    });
    showAs('hospital-clerk', () => <RegisterEntries register="problems" />);
    expect(await screen.findByText('第 12 号')).toBeTruthy();
    expect(await screen.findByText('目前没有到期的问题。')).toBeTruthy();
    expect(screen.getByLabelText('办理环节')).toBeTruthy();
    expect(screen.getByLabelText('问题类别')).toBeTruthy();
    const record = screen.getByRole<HTMLAnchorElement>('link', { name: '登记问题' });
    expect(record.getAttribute('href')).toContain('/registers/problems/new');
  });

  test('show 41/58 struck off, and a row done only when all of its units are', async () => {
    served = serveAnswers({
      'GET /api/registers/problems/wall': () => ({ body: wallOf() }),
    });
    showAs('hospital-clerk', () => <RegisterWall register="problems" />);
    expect(await screen.findByText('41/58')).toBeTruthy();
    expect(screen.getByText('尚有 17 个单位未销号')).toBeTruthy();
    expect(screen.getByText('全部单位已销号')).toBeTruthy();
    expect(screen.getByText('尚未下达到单位')).toBeTruthy();
  });
});

describe('the words of an entry', () => {
  test('a move to another version says which, and what it had no place for', () => {
    const line = { on: '2026-07-08', post: '行风办' };
    const [units, moved] = historyLines([
      { ...line, kind: 'version-moved', to: '第2版', lost: ['涉及人员', '时限：整改期限'] },
      { ...line, kind: 'unit-changed', units: { from: '甲院', to: '乙院' } },
    ]);
    expect(moved).toMatchObject({
      what: '移到新版 → 第2版',
      notes: ['未随移：涉及人员、时限：整改期限'],
    });
    expect(units).toMatchObject({ what: '单位变更', notes: ['甲院 → 乙院'] });
  });

  test('a state is a word with a shape', () => {
    served = serveAnswers({});
    expect(statusOf({ key: 'closed', title: '已销号', ends: 'closed' }).kind).toBe('done');
    expect(statusOf({ key: 'merged', title: '已合并', ends: 'merged' }).kind).toBe('stopped');
    expect(statusOf({ key: 'long', title: '转长期整改', longTerm: true }).kind).toBe('waiting');
    expect(historyLines(entryOf().history)).toHaveLength(2);
    const { clock } = entryOf().summary;
    expect(clock && clockLine(clock)).toContain('□ ');
  });

  test('the sentence counts what is due, and a share only of that', () => {
    served = serveAnswers({});
    const total = countsOf({ due: 4, dueRectified: 3, dueClosed: 1, overdue: 1 });
    expect(boardSentence({ asOf: 0, register: registerView, total, units: [] })).toBe(
      '到期 4 件，整改完成 3 件（75.0%），已销号 1 件（25.0%）；超期未整改 1 件。',
    );
  });
});
