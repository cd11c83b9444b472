import { MemoryRouter } from '@solidjs/router';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@solidjs/testing-library';
import { QueryClientProvider } from '@tanstack/solid-query';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { splitCampaign } from '#plugins/sdk/parts.ts';
import { registerCampaign } from '#plugins/sdk/testing/register.fixtures.ts';
import type { Campaign } from '#schema/contracts/campaign/campaign.ts';
import type { Crosswalk, Indicator } from '#schema/contracts/campaign/indicator.ts';
import { headOf, partsOf } from '#web/features/campaigns/draft-parts.ts';
import type { PartOf } from '#web/features/campaigns/draft-parts.ts';
import { loadWords } from '#web/shared/i18n.ts';
import { createQueryClient } from '#web/shared/query-client.ts';
import { removalOf, usersOf } from '../design-list.presenter.ts';
import { answers } from '../testing/answers.fixtures.ts';
import { IndicatorEditor } from './indicator-editor.component.tsx';

beforeAll(() => loadWords('editors'));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const own: Indicator = {
  key: 'closed',
  title: '投诉办结率',
  form: 'ratio',
  definition: '期内办结的比例',
  numerator: '办结件数',
  denominator: '受理件数',
  unit: '%',
  measure: { kind: 'filings', statistic: 'on-time' },
  direction: 'higher',
  source: { proposed: true, reason: '试用' },
};
const other: Indicator = { ...own, key: 'other', title: '问题销号率（本地）' };
const othersLine: Crosswalk = { common: 'rectification-rate', indicator: 'other', match: 'same' };

const campaignOf = (crosswalk: Crosswalk[]): Campaign => ({
  ...registerCampaign(),
  indicators: [own, other],
  crosswalk,
});

const headAt = (campaign: Campaign, version: number): PartOf<'head'> => {
  const parts = splitCampaign(campaign).map((part) => ({
    ...part,
    version,
    changedAt: 0,
    changedByPost: '核稿岗',
  }));
  const head = headOf({ parts });
  if (!head) throw new Error('no head');
  return head;
};

const show = (
  crosswalk: Crosswalk[],
  changes: Partial<{ version: number | undefined; mayEdit: boolean }> = {},
) => {
  const campaign = campaignOf(crosswalk);
  const onSaved = vi.fn<(key: string) => void>();
  const page = () => (
    <IndicatorEditor
      draftId="drf_1"
      body={own}
      version={'version' in changes ? changes.version : 3}
      campaign={campaign}
      head={headAt(campaign, 5)}
      mayEdit={changes.mayEdit ?? true}
      onSaved={onSaved}
      onCancel={() => undefined}
    />
  );
  render(() => (
    <QueryClientProvider client={createQueryClient()}>
      <MemoryRouter>{[{ path: '*', component: page }]}</MemoryRouter>
    </QueryClientProvider>
  ));
  return onSaved;
};

const done = { status: 200, body: { parts: [] } };
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const choose = (label: string | RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const type = (label: string | RegExp, value: string) =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
const change = '/api/campaigns/drafts/drf_1/parts/change';

describe('the crosswalk in the editor of an indicator', () => {
  test('maps to a common indicator, shown with its definition, and saves over the head seen', async () => {
    const sent = answers(done);
    const onSaved = show([othersLine]);
    expect(screen.getByText('本指标没有对照可比指标，不参加地区情况对比。')).toBeTruthy();
    choose('对照另一项可比指标', 'case-closed-rate');
    expect(await screen.findByText('已办结件数／受理件数')).toBeTruthy();
    expect(screen.getByRole('radio', { name: /^同口径/ })).toHaveProperty('checked', true);
    press('保存');
    await waitFor(() => expect(onSaved).toHaveBeenCalledWith('closed'));
    expect(sent).toMatchObject([
      {
        method: 'POST',
        path: change,
        body: {
          save: [
            {
              kind: 'head',
              key: 'head',
              version: 5,
              body: {
                crosswalk: [
                  othersLine,
                  { common: 'case-closed-rate', indicator: 'closed', match: 'same' },
                ],
              },
            },
          ],
        },
      },
    ]);
  });

  test('wants the sentence that says why, where it is not the same', async () => {
    const sent = answers(done);
    show([{ common: 'case-closed-rate', indicator: 'closed', match: 'same' }]);
    fireEvent.click(screen.getByRole('radio', { name: /^相近/ }));
    expect((await screen.findAllByText(/没有写明差别/)).length).toBeGreaterThan(1);
    type(/^口径差别/, '本地含转办件');
    await waitFor(() => expect(screen.queryByText(/没有写明差别/)).toBeNull());
    press('保存');
    await waitFor(() => expect(sent).toHaveLength(1));
    const line = { indicator: 'closed', match: 'near', note: '本地含转办件' };
    expect(sent[0]?.body).toMatchObject({ save: [{ body: { crosswalk: [line] } }] });
  });

  test('says when the figures are not alike, and calls it a substitute by itself', async () => {
    show([{ common: 'case-closed-rate', indicator: 'closed', match: 'same' }]);
    type(/^单位/, '件');
    expect((await screen.findAllByText(/计量单位不同/)).length).toBeGreaterThan(1);
    choose('可比指标', 'discharged-satisfaction');
    expect(await screen.findByText('得分合计／有效答卷数')).toBeTruthy();
    expect(screen.getByRole('radio', { name: /^替代/ })).toHaveProperty('checked', true);
    expect(screen.queryByText(/计量单位不同/)).toBeNull();
  });

  test('does not offer what another indicator answers', () => {
    show([othersLine]);
    const taken = within(screen.getByLabelText('对照另一项可比指标')).getByRole('option', {
      name: '问题销号率（已由“问题销号率（本地）”对照）',
    });
    expect(taken).toHaveProperty('disabled', true);
  });

  test('saves the indicator and its rows in one act, and only what changed', async () => {
    const sent = answers(done);
    show([]);
    choose('对照另一项可比指标', 'case-closed-rate');
    type(/^指标名称/, '办结率（本地）');
    press('保存');
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({
      path: change,
      body: {
        save: [
          { kind: 'indicator', version: 3, body: { title: '办结率（本地）' } },
          { kind: 'head', version: 5 },
        ],
      },
    });
    expect(JSON.stringify(sent[0]?.body)).not.toContain('answers');
  });

  test('leaves the head alone where no row has changed', async () => {
    const sent = answers(done);
    show([{ common: 'case-closed-rate', indicator: 'closed', match: 'same' }]);
    type(/^指标名称/, '办结率');
    press('保存');
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({ method: 'PUT', ifMatch: '"3"', body: { title: '办结率' } });
    expect(sent[0]?.body).not.toHaveProperty('answers');
  });

  test('adds a new indicator together with its rows', async () => {
    const sent = answers(done);
    show([], { version: undefined });
    choose('对照另一项可比指标', 'case-closed-rate');
    press('保存');
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]?.body).toMatchObject({
      add: [{ kind: 'indicator', body: { key: 'closed' } }],
      save: [{ kind: 'head', version: 5 }],
    });
  });

  test('keeps what a colleague changed in the head meanwhile', async () => {
    const theirs = headAt({ ...campaignOf([othersLine]), title: '改过的名称' }, 6);
    const stale = { status: 412, code: 'campaigns.stale_part', title: '已被修改', current: theirs };
    const sent = answers({ status: 412, body: stale }, done);
    const onSaved = show([]);
    choose('对照另一项可比指标', 'case-closed-rate');
    press('保存');
    await waitFor(() => expect(onSaved).toHaveBeenCalled());
    expect(sent[1]?.body).toMatchObject({
      save: [
        {
          kind: 'head',
          version: 6,
          body: {
            title: '改过的名称',
            crosswalk: [othersLine, { common: 'case-closed-rate', indicator: 'closed' }],
          },
        },
      ],
    });
  });

  test('shows both where two people judged the same row, in words, and saves the choice', async () => {
    const line: Crosswalk = { common: 'case-closed-rate', indicator: 'closed', match: 'same' };
    const theirLine: Crosswalk = { ...line, match: 'substitute', note: '按结案' };
    const current = headAt(campaignOf([theirLine]), 6);
    const stale = { status: 412, code: 'campaigns.stale_part', title: '已被修改', current };
    const sent = answers({ status: 412, body: stale }, done);
    const onSaved = show([line]);
    fireEvent.click(screen.getByRole('radio', { name: /^相近/ }));
    press('保存');
    const group = within(await screen.findByRole('radiogroup', { name: /^办结率/ }));
    expect(group.getByRole('radio', { name: '用我的：相近' })).toBeTruthy();
    fireEvent.click(group.getByRole('radio', { name: '用核稿岗的：替代' }));
    type(/^指标名称/, '办结率');
    press('保存');
    await waitFor(() => expect(onSaved).toHaveBeenCalled());
    // Theirs stands in the head already: only the indicator is left to save.
    expect(sent[1]).toMatchObject({ method: 'PUT', ifMatch: '"3"', body: { title: '办结率' } });
  });

  test('is only read while the draft is being signed', () => {
    show([{ common: 'case-closed-rate', indicator: 'closed', match: 'same' }], { mayEdit: false });
    expect(screen.queryByLabelText('对照另一项可比指标')).toBeNull();
    expect(screen.getByRole('radio', { name: /^相近/ })).toHaveProperty('disabled', true);
    expect(screen.queryByRole('button', { name: /移除与/ })).toBeNull();
  });
});

test('an indicator leaves the draft together with its rows', () => {
  const line: Crosswalk = { common: 'case-closed-rate', indicator: 'closed', match: 'same' };
  const given = campaignOf([line, othersLine]);
  const parts = splitCampaign(given).map((part) => ({
    ...part,
    version: 2,
    changedAt: 0,
    changedByPost: '拟稿岗',
  }));
  const indicator = partsOf({ parts }, 'indicator').find(({ key }) => key === 'closed');
  if (!indicator) throw new Error('no indicator');
  expect(usersOf({ parts }, indicator)).toEqual(['1项可比指标由它对照（一并移除）']);
  expect(removalOf({ parts }, indicator)).toMatchObject({
    remove: [{ kind: 'indicator', key: 'closed', version: 2 }],
    save: [{ kind: 'head', version: 2, body: { crosswalk: [othersLine] } }],
  });
  const form = partsOf({ parts }, 'form')[0];
  expect(form && removalOf({ parts }, form).save).toBeUndefined();
});
