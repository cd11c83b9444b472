import { MemoryRouter } from '@solidjs/router';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@solidjs/testing-library';
import { QueryClientProvider } from '@tanstack/solid-query';
import type { JSX } from 'solid-js';
import * as v from 'valibot';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { readFieldRows } from '#plugins/sdk/drafting/field-rows.ts';
import { readScoreRows } from '#plugins/sdk/drafting/score-rows.ts';
import { readCells } from '#plugins/sdk/drafting/task-rows.ts';
import { compileScorecard } from '#plugins/sdk/scoring/compile.ts';
import { registerCampaign, smallRegister } from '#plugins/sdk/testing/register.fixtures.ts';
import { smallScorecard } from '#plugins/sdk/testing/scorecard.fixtures.ts';
import { FormSchema } from '#schema/contracts/campaign/form.ts';
import type { Form } from '#schema/contracts/campaign/form.ts';
import { RegisterSchema } from '#schema/contracts/campaign/register.ts';
import { ScorecardSchema } from '#schema/contracts/campaign/scorecard.ts';
import { loadWords } from '#web/shared/i18n.ts';
import { createQueryClient } from '#web/shared/query-client.ts';
import type { DesignBodies, DesignKind } from './design-parts.ts';
import type { DesignProps } from './design-props.ts';
import { withFieldRows } from './forms/field-rows.ts';
import { FormEditor } from './forms/form-editor.component.tsx';
import { copyBody, newBody } from './new-body.ts';
import { RegisterEditor } from './registers/register-editor.component.tsx';
import { withProblemClosing } from './registers/workflow-edit.ts';
import { newScorecard } from './scorecards/score-edit.ts';
import { withScoreRows } from './scorecards/score-rows.ts';
import { sumsOf } from './scorecards/score-sums.ts';
import { ScorecardEditor } from './scorecards/scorecard-editor.component.tsx';

beforeAll(async () => {
  await Promise.all([loadWords('editors'), loadWords('plan')]);
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const campaign = { ...registerCampaign(), scorecards: [smallScorecard()] };
const words = { label: '未命名', option: (n: number) => `选项${n}`, started: ['未命名'] };
const blank: Form = {
  key: 'form-1',
  title: '情况表',
  fields: [{ kind: 'text', key: 'field-1', label: '未命名' }],
};

const rowsOf = (text: string) => readFieldRows(readCells(text), []);

describe('a form from a spreadsheet', () => {
  const made = withFieldRows(
    blank,
    rowsOf(
      [
        '项目名称\t类型\t必填\t计量单位\t选项\t所属表格\t填报说明',
        '查处件数\t整数\t是\t件\t\t\t按立案口径',
        '办结件数\t整数\t\t\t\t\t',
        '途径\t多选\t\t\t举报、自查\t\t',
        '明细\t表格\t\t\t\t\t',
        '问题\t多行文字\t\t\t\t明细\t',
        '空表\t表格\t\t\t\t\t',
        '合计\t自动计算\t\t\t查处件数、办结件数\t\t',
        '坏行\t曲线\t\t\t\t\t',
      ].join('\n'),
    ),
    words,
  );

  test('is a sound form, the empty field that it began with gone', () => {
    expect(v.safeParse(FormSchema, made).success).toBe(true);
    expect(made.fields.map(({ label }) => label)).toEqual([
      '查处件数',
      '办结件数',
      '途径',
      '明细',
      '空表',
      '合计',
    ]);
    expect(made.fields[0]).toMatchObject({ required: true, unit: '件', hint: '按立案口径' });
    expect(new Set(made.fields.map(({ key }) => key)).size).toBe(6);
  });

  test('has its columns in their table, and sums what it names', () => {
    const [first, second, , table, empty, sum] = made.fields;
    expect(table).toMatchObject({ columns: [{ kind: 'long-text', label: '问题' }] });
    expect(empty).toMatchObject({ columns: [{ kind: 'text', label: '未命名' }] });
    expect(sum).toMatchObject({ compute: { op: 'sum', of: [first?.key, second?.key] } });
  });

  test('leaves what stands there already where it stands', () => {
    const named = { ...blank, fields: [{ ...made.fields[0], key: 'kept' }] as Form['fields'] };
    const more = withFieldRows(named, rowsOf('培训人次数'), words);
    expect(more.fields.map(({ key }) => key)).toEqual(['kept', 'field-1']);
  });
});

const cardWords = { title: '考评细则', item: '新的考评项目', noun: '情形', reason: '建议' };
const points = [
  '类别\t考评项目\t分值\t评分标准',
  '报送\t及时\t60\t每迟报一次扣0.5分，每漏报一次扣1分。',
  '\t质量\t30\t由评分人逐条登记。',
  '整改\t销号\t10\t每超期一件扣2分。',
  '加分\t典型做法\t5\t每项加1分。',
].join('\n');

describe('a table of points from a spreadsheet', () => {
  const rows = readScoreRows(readCells(points)).rows;
  const card = withScoreRows(newScorecard('scorecard-1', cardWords), rows, cardWords);

  test('is a card that adds up and that the kernel computes', () => {
    expect(v.safeParse(ScorecardSchema, card).success).toBe(true);
    expect(() => compileScorecard(card)).not.toThrow();
    expect(card.children.map(({ title, points: own }) => [title, own])).toEqual([
      ['报送', '90'],
      ['整改', '10'],
      ['加分', '0'],
    ]);
    expect(sumsOf(card.children)).toEqual({ base: 1_000_000, bonus: 50_000 });
    expect(card.bonusPoints).toBe('5');
  });

  test('prices what the words price, and lets the others be recorded', () => {
    const [group] = card.children;
    if (group?.type !== 'group') throw new Error('no group');
    expect(group.children).toMatchObject([
      {
        words: '每迟报一次扣0.5分，每漏报一次扣1分。',
        rules: [
          { noun: '迟报', price: { kind: 'per-unit', amount: '0.5' } },
          { noun: '漏报', price: { kind: 'per-unit', amount: '1' } },
        ],
      },
      { rules: [{ measure: { kind: 'recorded' }, price: { kind: 'recorded', max: '30' } }] },
    ]);
  });

  test('goes into the group of its name where the card has one', () => {
    const more = readScoreRows(readCells('类别\t考评项目\t分值\n报送\t完整\t5')).rows;
    const after = withScoreRows(card, more, cardWords);
    expect(after.children).toHaveLength(3);
    expect(after.children[0]?.points).toBe('95');
  });
});

test('a new register hangs on a clause that may ask for something', () => {
  const asking = newBody('register', campaign);
  const { kind } =
    campaign.clauses.find(({ key }) => 'clause' in asking && key === asking.clause) ?? {};
  expect(campaign.clauses[0]?.kind).toBe('principle');
  expect(['task', 'routine', 'target']).toContain(kind);
});

describe('a copy', () => {
  test('has a key and a name of its own', () => {
    const [form] = campaign.forms;
    if (!form) throw new Error('no form');
    const copied = copyBody('form', form, campaign);
    expect(copied).toMatchObject({ key: 'form-1', fields: form.fields });
    expect(copied.title).toMatch(/（副本）$/);
  });

  test('of a register links to itself where the other did', () => {
    const model = withProblemClosing(smallRegister(), '本方案规定');
    const copied = copyBody('register', model, campaign);
    expect(copied.links).toMatchObject([{ key: 'relapse-of', register: copied.key }]);
  });
});

const show = (page: () => JSX.Element) =>
  render(() => (
    <QueryClientProvider client={createQueryClient()}>
      <MemoryRouter>{[{ path: '*', component: page }]}</MemoryRouter>
    </QueryClientProvider>
  ));
const propsOf = <K extends DesignKind>(kind: K): DesignProps<K> => ({
  draftId: 'drf_1',
  // The kind was asked for.
  body: newBody(kind, campaign) as DesignBodies[K],
  version: undefined,
  head: undefined,
  campaign,
  mayEdit: true,
  onSaved: () => undefined,
  onCancel: () => undefined,
});
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const paste = async (act: string, text: string) => {
  press(act);
  fireEvent.input(await screen.findByLabelText(/^表格内容/), { target: { value: text } });
};

describe('on the screen', () => {
  test('fields are looked at, taken at once, and taken back', async () => {
    show(() => <FormEditor {...propsOf('form')} />);
    await paste('从 Excel 粘贴项目', '项目名称\t类型\n查处件数\t整数\n退还金额\t金额\n图\t曲线');
    expect(screen.getByText('可以加入 2 行，需要改正 1 行。')).toBeTruthy();
    expect(screen.getByText('类型“曲线”不能识别')).toBeTruthy();
    press('加入 2 项');
    const fields = within(screen.getByRole('list', { name: '表中各项' }));
    expect(fields.getByRole('button', { name: /^查处件数/ })).toBeTruthy();
    expect(fields.queryByRole('button', { name: /^未命名/ })).toBeNull();
    press('撤销上一步');
    expect(fields.getByRole('button', { name: /^未命名/ })).toBeTruthy();
  });

  test('items say how they will count before they are taken', async () => {
    show(() => <ScorecardEditor {...propsOf('scorecard')} />);
    await paste('从 Excel 粘贴考评项目', '及时\t60');
    expect(screen.getByText(/没有找到“考评项目”一列/)).toBeTruthy();
    fireEvent.input(screen.getByLabelText(/^表格内容/), { target: { value: points } });
    expect(screen.getByText('每“超期”一次扣2分')).toBeTruthy();
    expect(screen.getByText('由评分人登记扣分和理由')).toBeTruthy();
    press('加入 4 个考评项目');
    expect(screen.getByLabelText('“及时”的分值')).toHaveProperty('value', '60');
    expect(screen.getByText('各项合计100分，相符')).toBeTruthy();
  });

  test('the usual course of a problem is taken as a whole, as long as there is none', async () => {
    show(() => <RegisterEditor {...propsOf('register')} />);
    fireEvent.click(screen.getByRole('tab', { name: /^办理环节/ }));
    press('套用“问题整改销号”流程');
    await waitFor(() => expect(screen.getAllByText('申请销号').length).toBeGreaterThan(0));
    expect(screen.queryByRole('button', { name: /^套用/ })).toBeNull();
  });
});

test('a register with the usual course is a sound one', () => {
  const made = withProblemClosing(smallRegister(), '本方案规定');
  expect(v.safeParse(RegisterSchema, made).success).toBe(true);
  expect(made.workflow?.states).toHaveLength(10);
  expect(made.clocks).toMatchObject([{ term: { days: 30 } }]);
});
