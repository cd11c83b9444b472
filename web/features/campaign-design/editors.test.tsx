import { MemoryRouter } from '@solidjs/router';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@solidjs/testing-library';
import { QueryClientProvider } from '@tanstack/solid-query';
import type { JSX } from 'solid-js';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { splitCampaign } from '#plugins/sdk/parts.ts';
import { registerCampaign } from '#plugins/sdk/testing/register.fixtures.ts';
import { smallScorecard } from '#plugins/sdk/testing/scorecard.fixtures.ts';
import { loadWords } from '#web/shared/i18n.ts';
import { createQueryClient } from '#web/shared/query-client.ts';
import { smallDraft } from '../campaigns/testing/drafts.fixtures.ts';
import { DesignList } from './design-list.component.tsx';
import type { DesignBodies, DesignKind } from './design-parts.ts';
import type { DesignProps } from './design-props.ts';
import { FormEditor } from './forms/form-editor.component.tsx';
import { IndicatorEditor } from './indicators/indicator-editor.component.tsx';
import { newBody } from './new-body.ts';
import { RegisterEditor } from './registers/register-editor.component.tsx';
import { ScorecardEditor } from './scorecards/scorecard-editor.component.tsx';
import { TrialRun } from './scorecards/trial.component.tsx';
import { answers } from './testing/answers.fixtures.ts';

beforeAll(() => loadWords('editors'));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const show = (page: () => JSX.Element) =>
  render(() => (
    <QueryClientProvider client={createQueryClient()}>
      <MemoryRouter>{[{ path: '*', component: page }]}</MemoryRouter>
    </QueryClientProvider>
  ));

const campaign = { ...registerCampaign(), scorecards: [smallScorecard()] };

const propsOf = <K extends DesignKind>(
  body: DesignBodies[K] | undefined,
  changes: Partial<DesignProps<K>> = {},
): DesignProps<K> => {
  if (!body) throw new Error('no such part');
  return {
    draftId: 'drf_1',
    body,
    version: 1,
    campaign,
    head: undefined,
    mayEdit: true,
    onSaved: () => undefined,
    onCancel: () => undefined,
    ...changes,
  };
};

const problemForm = campaign.forms.find(({ key }) => key === 'problem');
const saved = { status: 200, body: { kind: 'form', key: 'problem', version: 2 } };
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const type = (label: string | RegExp, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });

describe('the editor of a form', () => {
  test('saves the whole form over the version it has seen, order and all', async () => {
    const sent = answers(saved);
    const onSaved = vi.fn<(key: string) => void>();
    show(() => <FormEditor {...propsOf<'form'>(problemForm, { onSaved })} />);
    expect(screen.getByRole('button', { name: '保存' })).toHaveProperty('disabled', true);
    press('下移“问题表现”');
    press(/^整改措施/);
    type(/^项目名称/, '整改措施和时限');
    press('保存');
    await waitFor(() => expect(onSaved).toHaveBeenCalledWith('problem'));
    expect(sent).toMatchObject([
      {
        method: 'PUT',
        path: '/api/campaigns/drafts/drf_1/parts/form/problem',
        ifMatch: '"1"',
        body: {
          fields: [
            { key: 'holder' },
            { key: 'summary' },
            { key: 'mend-by' },
            { key: 'measures', label: '整改措施和时限' },
          ],
        },
      },
    ]);
  });

  test('adds a field behind the open one, and undoes it', () => {
    show(() => <FormEditor {...propsOf<'form'>(problemForm)} />);
    const rows = () =>
      within(screen.getByRole('list', { name: '表中各项' })).getAllByRole('listitem').length;
    const before = rows();
    press('单选');
    expect(rows()).toBe(before + 1);
    expect(screen.getByRole('group', { name: /^选项/ })).toBeTruthy();
    press('撤销上一步');
    expect(rows()).toBe(before);
  });

  test('says what goes with a field before it is removed', async () => {
    show(() => <FormEditor {...propsOf<'form'>(problemForm)} />);
    press('移除“整改措施”');
    const dialog = within(screen.getByRole('alertdialog'));
    expect(dialog.getByText('台账“问题整改台账”用到它（需到台账中改）')).toBeTruthy();
    fireEvent.click(dialog.getByRole('button', { name: '移除' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: /^整改措施/ })).toBeNull());
  });

  test('shows both where somebody was first, and saves what was chosen over theirs', async () => {
    if (!problemForm) throw new Error('no form');
    const current = {
      kind: 'form',
      key: 'problem',
      version: 2,
      changedByPost: '核稿岗',
      body: { ...problemForm, title: '他的表' },
    };
    const sent = answers(
      {
        status: 412,
        body: { status: 412, code: 'campaigns.stale_part', title: '已被修改', current },
      },
      saved,
    );
    const onSaved = vi.fn<(key: string) => void>();
    show(() => <FormEditor {...propsOf<'form'>(problemForm, { onSaved })} />);
    type(/^表名/, '我的表');
    press('保存');
    await screen.findByText('核稿岗刚刚先保存了这一项');
    fireEvent.click(screen.getByRole('radio', { name: '用核稿岗的：他的表' }));
    press('下移“问题表现”');
    press('保存');
    await waitFor(() => expect(onSaved).toHaveBeenCalled());
    expect(sent[1]).toMatchObject({ ifMatch: '"2"', body: { title: '他的表' } });
  });

  test('is only read while the draft is being signed', () => {
    show(() => <FormEditor {...propsOf<'form'>(problemForm, { mayEdit: false })} />);
    type(/^表名/, '另一张表');
    expect(screen.getByRole('button', { name: '保存' })).toHaveProperty('disabled', true);
  });
});

describe('the editor of a register', () => {
  test('draws the workflow and says the same in a table, and marks a state nobody can leave', async () => {
    show(() => <RegisterEditor {...propsOf<'register'>(campaign.registers[0])} />);
    expect(screen.getByRole('tab', { name: '办理环节' }).getAttribute('aria-selected')).toBe(
      'true',
    );
    expect(
      screen.getByRole('button', { name: /步骤“同意销号”：从申请销号到已销号，由主管处室办理/ }),
    ).toBeTruthy();
    expect(screen.getByRole('button', { name: '同意销号' })).toBeTruthy();
    press('加一个环节');
    expect((await screen.findAllByText(/“新环节”没有任何步骤可以到达/)).length).toBeGreaterThan(1);
  });

  test('opens a step from the picture and changes who takes it', async () => {
    const sent = answers({ status: 200, body: { kind: 'register', key: 'problems', version: 2 } });
    show(() => <RegisterEditor {...propsOf<'register'>(campaign.registers[0])} />);
    fireEvent.keyDown(screen.getByRole('button', { name: /^1 申请销号 步骤“申请销号”/ }), {
      key: 'Enter',
    });
    const who = within(await screen.findByRole('group', { name: /^谁办理/ }));
    fireEvent.click(who.getByRole('checkbox', { name: '责任岗位' }));
    press('保存');
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]?.body).toMatchObject({
      workflow: { transitions: [{ key: 'apply', by: ['unit', 'responsible'] }, {}, {}] },
    });
  });

  test('says each clock as one sentence', () => {
    show(() => <RegisterEditor {...propsOf<'register'>(campaign.registers[0])} />);
    fireEvent.click(screen.getByRole('tab', { name: '时限' }));
    expect(screen.getByText(/整改期限：自登记之日起，到“整改期限”所填之日/)).toBeTruthy();
  });
});

describe('the editor of a scorecard', () => {
  const [card] = campaign.scorecards;

  test('says how much is missing while the points do not add up', async () => {
    show(() => <ScorecardEditor {...propsOf<'scorecard'>(card)} />);
    expect(screen.getByText('各项合计100分，相符')).toBeTruthy();
    type('“按时报送”的分值', '99.5');
    expect(await screen.findByText('各项合计99.5分，还差0.5分')).toBeTruthy();
    expect(screen.getByText('每1次扣5分')).toBeTruthy();
  });

  test('prices a rule by its parameters', () => {
    show(() => <ScorecardEditor {...propsOf<'scorecard'>(card)} />);
    press('“按时报送”的评分标准');
    type(/^本条最多/, '10');
    expect(screen.getAllByText('每1次扣5分；最多10分').length).toBeGreaterThan(0);
    fireEvent.change(screen.getByLabelText(/^怎样计分/), { target: { value: 'repeated' } });
    expect(screen.getAllByText(/首次扣0分，同一问题再次扣1分/).length).toBeGreaterThan(0);
  });

  test('says beside each item which account it is of, as soon as that changes', async () => {
    show(() => <ScorecardEditor {...propsOf<'scorecard'>(card)} />);
    const row = () => screen.getByLabelText('“按时报送”的分值').closest('tr');
    expect(row()?.textContent).toContain('基本分');
    press('“按时报送”的评分标准');
    fireEvent.click(screen.getByRole('radio', { name: /^加分/ }));
    await waitFor(() => expect(row()?.textContent).toContain('加分'));
    expect(row()?.textContent).not.toContain('基本分');
  });

  test('tries out an imagined unit: score, grade and every reason', async () => {
    if (!card) throw new Error('no card');
    show(() => <TrialRun card={card} />);
    expect(screen.getByRole('status').textContent).toBe('得100分（满分100分），等次为“合格”');
    type('次数', '9');
    await waitFor(() =>
      expect(screen.getByRole('status').textContent).toBe('得55分（满分100分），等次为“不合格”'),
    );
    expect(screen.getAllByText(/扣45分|试算/).length).toBeGreaterThan(0);
  });
});

test('an indicator keeps its target as an exact share', async () => {
  const sent = answers({ status: 200, body: { kind: 'indicator', key: 'x', version: 2 } });
  show(() => <IndicatorEditor {...propsOf<'indicator'>(campaign.indicators[0])} />);
  type(/^目标值/, '97.5');
  press('保存');
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]?.body).toMatchObject({ target: { numerator: 39, denominator: 40 } });
});

test('a new part is added, not put over another', async () => {
  const sent = answers({ status: 201, body: { kind: 'register', key: 'register-1', version: 1 } });
  const body = newBody('register', campaign);
  // The kind was asked for.
  const props = propsOf<'register'>(body as DesignBodies['register'], { version: undefined });
  show(() => <RegisterEditor {...props} />);
  press('保存');
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toMatchObject({
    method: 'POST',
    body: { kind: 'register', body: { key: 'register-1' } },
  });
});

test('the list says what a part is used by before it is removed over its version', async () => {
  const sent = answers({ status: 200, body: { kind: 'form', key: 'problem', version: 2 } });
  const draft = smallDraft({
    parts: splitCampaign(campaign).map((part) => ({
      ...part,
      version: 3,
      changedAt: 0,
      changedByPost: '拟稿岗',
    })),
  });
  const onSaved = vi.fn<() => void>();
  show(() => <DesignList draft={draft} canEdit onSaved={onSaved} />);
  expect(screen.getByText('3个环节，3个步骤，1个时限')).toBeTruthy();
  press('移除“问题登记表”');
  const dialog = within(screen.getByRole('alertdialog'));
  expect(dialog.getByText('台账“问题整改台账”')).toBeTruthy();
  fireEvent.click(dialog.getByRole('button', { name: '移除' }));
  await waitFor(() => expect(onSaved).toHaveBeenCalled());
  expect(sent[0]).toMatchObject({ method: 'DELETE', ifMatch: '"3"' });
});
