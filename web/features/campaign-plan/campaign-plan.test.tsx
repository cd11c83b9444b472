import { cleanup, fireEvent, render, screen, waitFor, within } from '@solidjs/testing-library';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { ChangeParts } from '#schema/contracts/campaigns.ts';
import { viewDraft } from '#web/features/campaigns/clause-view.presenter.ts';
import { partsOf } from '#web/features/campaigns/draft-parts.ts';
import { MoveDateDialog } from '#web/features/campaigns/move-date-dialog.component.tsx';
import { Outline } from '#web/features/campaigns/outline.component.tsx';
import { smallDraft } from '#web/features/campaigns/testing/drafts.fixtures.ts';
import { loadWords } from '#web/shared/i18n.ts';
import { PasteClausesDialog } from './paste-clauses-dialog.component.tsx';
import { PasteRowsDialog } from './paste-rows-dialog.component.tsx';
import { RemoveDialog } from './remove-dialog.component.tsx';
import { Schedule } from './schedule.component.tsx';
import { Settings } from './settings.component.tsx';
import { TaskTable } from './task-table.component.tsx';
import { listen, onDesk } from './testing/desk.fixtures.tsx';
import type { Sent } from './testing/desk.fixtures.tsx';
import { PartActsNotes } from './undo.component.tsx';

beforeAll(() => loadWords('plan'));
afterEach(() => {
  cleanup();
  sessionStorage.clear();
  vi.unstubAllGlobals();
});

const changeIn = (sent: readonly Sent[]): ChangeParts =>
  (sent[0]?.body as ChangeParts | undefined) ?? {};
const close = () => undefined;

describe('the outline', () => {
  test('moves a clause by Alt and the arrows', () => {
    const onStep = vi.fn<(key: string, move: string) => void>();
    render(() => (
      <Outline clauses={viewDraft(smallDraft()).clauses} hooks={{ onStep, onDrop: close }} />
    ));
    const link = screen.getByRole('link', { name: /二、步骤/ });
    fireEvent.keyDown(link, { key: 'ArrowUp', altKey: true });
    fireEvent.keyDown(link, { key: 'ArrowRight', altKey: true });
    fireEvent.keyDown(link, { key: 'ArrowUp' });
    expect(onStep.mock.calls).toEqual([
      ['steps', 'up'],
      ['steps', 'in'],
    ]);
  });
});

describe('a pasted document', () => {
  test('is shown clause by clause, and taken in one act', async () => {
    const sent = listen();
    onDesk(() => <PasteClausesDialog onClose={close} />);
    const text = '三、保障措施\n（一）加强领导。各单位要重视。\n（二）11月1日前报送总结。';
    fireEvent.input(screen.getByLabelText(/正文/), { target: { value: text } });
    expect(within(screen.getByRole('list')).getAllByRole('listitem')).toHaveLength(3);
    fireEvent.change(screen.getByLabelText('（一）的类别'), { target: { value: 'routine' } });
    fireEvent.click(screen.getByRole('button', { name: '加入 3 条' }));
    await waitFor(() => expect(sent).toHaveLength(1));
    const { add = [] } = changeIn(sent);
    expect(add.map(({ after }) => after)).toEqual([
      'self-check',
      add[0]?.body.key,
      add[1]?.body.key,
    ]);
    expect(add.map(({ body }) => [body.number, body.kind, body.parent])).toEqual([
      ['三', 'principle', undefined],
      ['（一）', 'routine', add[0]?.body.key],
      ['（二）', 'task', add[0]?.body.key],
    ]);
  });
});

test('a pasted document may have each paragraph as a clause of its own', () => {
  listen();
  onDesk(() => <PasteClausesDialog onClose={close} />);
  const text = '一、要求\n各单位要重视。\n11月1日前报送总结。';
  fireEvent.input(screen.getByLabelText(/正文/), { target: { value: text } });
  expect(screen.getByRole('button', { name: '加入 1 条' })).toBeTruthy();
  fireEvent.click(screen.getByRole('checkbox', { name: /没有序号的段落单独成条/ }));
  expect(screen.getByRole('button', { name: '加入 3 条' })).toBeTruthy();
  expect(screen.getByLabelText('一·2的类别')).toHaveProperty('value', 'task');
});

describe('rows from a spreadsheet', () => {
  test('are looked at first, and the good ones become tasks with a form each', async () => {
    const sent = listen();
    onDesk(() => <PasteRowsDialog onClose={close} />);
    const rows = [
      '任务名称\t截止\t报给\t盖章',
      '月报\t11月5日前\t医政科\t是',
      '年报\t尽快\t财务科\t',
    ];
    fireEvent.input(screen.getByLabelText(/表格内容/), { target: { value: rows.join('\n') } });
    expect(screen.getByText('可以加入 1 行，需要改正 1 行。')).toBeTruthy();
    expect(screen.getByText('截止“尽快”不能识别')).toBeTruthy();
    expect(screen.getByText('报给“财务科”不在目录中')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '加入 1 项任务' }));
    await waitFor(() => expect(sent).toHaveLength(1));
    const [form, task] = changeIn(sent).add ?? [];
    expect(task).toMatchObject({
      kind: 'task',
      body: {
        title: '月报',
        due: { kind: 'on', on: '2020-11-05' },
        form: form?.body.key,
        deliverables: [{ kind: 'stamped-scan' }],
      },
    });
  });

  test('without their heading are not understood, and it is said', () => {
    onDesk(() => <PasteRowsDialog onClose={close} />);
    fireEvent.input(screen.getByLabelText(/表格内容/), { target: { value: '月报\t11月5日' } });
    expect(screen.getByText(/没有找到“任务名称”一列/)).toBeTruthy();
  });
});

describe('the table of tasks', () => {
  test('is written in place, over the version on the screen', async () => {
    const sent = listen();
    onDesk((acts) => <TaskTable acts={acts} onEdit={close} />);
    fireEvent.change(screen.getByLabelText('截止：自查情况报告'), {
      target: { value: '2020年11月16日' },
    });
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(changeIn(sent).save).toMatchObject([
      {
        key: 'self-check-report',
        version: 1,
        body: { due: { on: '2020-11-16', wording: '2020年11月13日前' } },
      },
    ]);
  });

  test('keeps what was written and not saved over a reload, and says so', async () => {
    const sent = listen();
    const page = () => onDesk((acts) => <TaskTable acts={acts} onEdit={close} />);
    const title = () => screen.getByLabelText<HTMLInputElement>('任务名称：自查情况报告');
    page();
    fireEvent.input(title(), { target: { value: '自查自纠情况报告' } });
    cleanup();
    page();
    expect(title().value).toBe('自查自纠情况报告');
    expect(screen.getByText('上次写的还没有保存：回车保存，Esc 放弃')).toBeTruthy();
    expect(sent).toHaveLength(0);
    fireEvent.keyDown(title(), { key: 'Enter' });
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(changeIn(sent).save).toMatchObject([{ body: { title: '自查自纠情况报告' } }]);
    cleanup();
    page();
    expect(title().value).toBe('自查情况报告');
  });
});

describe('the schedule', () => {
  test('moves a date by the keys, says the day and the weekend, and saves it', async () => {
    const sent = listen();
    onDesk((acts) => <Schedule acts={acts} canEdit today="2020-10-01" onEdit={close} />);
    const mark = screen.getByRole('slider', { name: '自查情况报告的截止' });
    fireEvent.keyDown(mark, { key: 'ArrowRight' });
    expect(mark.getAttribute('aria-valuetext')).toBe('2020年11月14日（周六），周末');
    fireEvent.keyDown(mark, { key: 'PageUp' });
    fireEvent.keyDown(mark, { key: 'ArrowLeft' });
    expect(mark.getAttribute('aria-valuetext')).toBe('2020年11月20日（周五）');
    expect(screen.getByText('文件写法与日期不一致')).toBeTruthy();
    fireEvent.keyDown(mark, { key: 'Enter' });
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(changeIn(sent).save).toMatchObject([
      { body: { due: { on: '2020-11-20', wording: '2020年11月13日前' } } },
    ]);
  });

  test('marks the due day of every period of a task that recurs, moved off a rest day', async () => {
    const draft = smallDraft();
    const recurs = {
      every: 'month' as const,
      dueOffsetDays: 10,
      from: '2020-09-01',
      to: '2020-11-30',
      wording: '每月10日前',
    };
    const body = { ...partsOf(draft, 'task')[0]?.body, due: undefined, recurs };
    const parts = draft.parts.map((part) => (part.kind === 'task' ? { ...part, body } : part));
    onDesk((acts) => <Schedule acts={acts} canEdit today="2020-10-01" onEdit={close} />, {
      ...draft,
      parts,
    });
    const turns = await screen.findByRole('list', { name: '“自查情况报告”各期的截止日' });
    expect(
      within(turns)
        .getAllByRole('listitem')
        .map((each) => each.title),
    ).toEqual([
      expect.stringContaining('2020年10月10日'),
      expect.stringContaining('2020年11月10日'),
      expect.stringContaining('2020年12月10日'),
    ]);
    for (const mark of within(turns).getAllByRole('listitem')) {
      expect(Number.parseFloat(mark.style.left)).toBeLessThanOrEqual(100);
    }
  });

  test('puts a date back on Escape, and lets no phase end before it begins', () => {
    const sent = listen();
    onDesk((acts) => <Schedule acts={acts} canEdit today="2020-10-01" onEdit={close} />);
    const mark = screen.getByRole('slider', { name: '自查整改的结束' });
    fireEvent.keyDown(mark, { key: 'ArrowRight' });
    fireEvent.keyDown(mark, { key: 'Escape' });
    expect(mark.getAttribute('aria-valuetext')).toBe('2020年11月30日（周一）');
    for (let week = 0; week < 20; week += 1) fireEvent.keyDown(mark, { key: 'PageDown' });
    expect(mark.getAttribute('aria-valuetext')).toContain('2020年9月');
    expect(sent).toHaveLength(0);
  });
});

describe('a removal', () => {
  test('names what goes along, and is undone in the same session', async () => {
    const sent = listen();
    onDesk(() => (
      <>
        <PartActsNotes />
        <RemoveDialog address={{ kind: 'clause', key: 'self-check' }} onClose={close} />
      </>
    ));
    const dialog = within(screen.getByRole('alertdialog'));
    expect(dialog.getByText('任务“自查情况报告”')).toBeTruthy();
    expect(dialog.getByText('指标“自查报告按时率”')).toBeTruthy();
    fireEvent.click(dialog.getByRole('button', { name: '删除' }));
    await waitFor(() => expect(sent).toHaveLength(1));
    const gone = changeIn(sent).remove?.map(({ kind }) => kind);
    expect(gone).toEqual(['clause', 'task', 'indicator', 'form']);
    fireEvent.click(await screen.findByRole('button', { name: '撤销删除' }));
    await waitFor(() => expect(sent).toHaveLength(2));
    const back = (sent[1]?.body as ChangeParts | undefined)?.add ?? [];
    expect(back.find(({ kind }) => kind === 'clause')).toMatchObject({
      after: 'steps',
      body: { key: 'self-check' },
    });
  });
});

describe('offices and lists', () => {
  test('are added by name, and one in use stays', async () => {
    const sent = listen();
    onDesk((acts) => <Settings acts={acts} onChanged={close} />);
    expect(screen.getByText('使用中（1 处）')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '＋ 接收科室' }));
    const [, added] = within(screen.getByRole('group', { name: '接收科室' })).getAllByLabelText(
      '名称',
    );
    if (!added) throw new Error('no new row');
    fireEvent.input(added, { target: { value: '财务科' } });
    fireEvent.click(screen.getByRole('button', { name: '保存本项' }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]?.body).toMatchObject({
      offices: [{ title: '医政科' }, { title: '财务科', key: expect.stringMatching(/^office-/) }],
    });
  });
});

describe('moving a date of what is published', () => {
  test('sends the day, the words put right and the reason', async () => {
    const sent = listen();
    const moving = {
      kind: 'task',
      key: 'self-check-report',
      title: '自查情况报告',
      dates: [{ name: 'due', wording: '11月13日前', on: '2026-11-13' }],
    } as const;
    onDesk(() => <MoveDateDialog campaignId="cmp_1" moving={moving} onClose={close} />);
    fireEvent.change(screen.getByLabelText(/^新日期/), { target: { value: '2026-11-15' } });
    expect(screen.getByText('11月15日（周日）是周末')).toBeTruthy();
    fireEvent.change(screen.getByLabelText(/^新日期/), { target: { value: '2026-11-16' } });
    fireEvent.input(screen.getByLabelText(/^理由/), { target: { value: '汛情影响' } });
    fireEvent.click(screen.getByRole('button', { name: '建立修订' }));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({
      path: '/api/campaigns/cmp_1/move-date',
      body: { on: '2026-11-16', wording: '11月16日前', reason: '汛情影响' },
    });
  });
});
