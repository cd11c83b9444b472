import { MemoryRouter } from '@solidjs/router';
import { cleanup, render, screen, within } from '@solidjs/testing-library';
import type { JSX } from 'solid-js';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { commonIndicatorCatalogue } from '#schema/contracts/common-indicators.ts';
import type { CommonIndicator, Comparability, Comparison } from '#schema/contracts/oversight.ts';
import { loadWords } from '#web/shared/i18n.ts';
import { periodWords } from '#web/shared/period-words.ts';
import { ComparabilityTable } from './comparability-table.component.tsx';
import { ComparisonTable } from './comparison-table.component.tsx';
import { levelSentence, missingSentence } from './comparison.presenter.ts';
import { DotPlot } from './dot-plot.component.tsx';
import { axisOf, placeOn } from './dot-plot.presenter.ts';
import { boundWords, kindOf, levelCounts } from './words.presenter.ts';

beforeAll(() => loadWords('oversight'));
afterEach(cleanup);

const indicatorOf = (key: string): CommonIndicator => {
  const found = commonIndicatorCatalogue.find((one) => one.key === key);
  if (found === undefined) throw new Error(key);
  return found;
};
const onTime = indicatorOf('on-time-filing-rate');

const show = (view: () => JSX.Element) =>
  render(() => <MemoryRouter>{[{ path: '*', component: view }]}</MemoryRouter>);

const region = (slug: string, level: 'province' | 'district', divisionCode: string) => ({
  slug,
  name: `${slug}地区`,
  level,
  divisionCode,
  corrected: false,
  cutOff: '2026-06-30',
  receivedAt: Date.parse('2026-07-05T10:00:00+08:00'),
});

const board: Comparability = {
  period: '2026-H1',
  periods: ['2026-H1'],
  cutOff: '2026-06-30',
  asOf: 0,
  levels: [
    { level: 'province', regions: 1 },
    { level: 'district', regions: 2 },
  ],
  regions: [
    region('甲', 'district', '110101'),
    region('乙', 'province', '410000'),
    { ...region('丙', 'district', '420112'), corrected: true, correctionReason: '补录纸质件' },
  ],
  rows: [
    {
      indicator: onTime,
      cells: [
        { region: '甲', state: 'measured', match: 'same' },
        { region: '乙', state: 'measured', match: 'near', note: '含补报' },
        { region: '丙', state: 'insufficient', match: 'same' },
      ],
    },
  ],
};

const comparison: Comparison = {
  indicator: onTime,
  level: 'district',
  levels: board.levels,
  period: '2026-H1',
  periods: ['2026-H1'],
  cutOff: '2026-06-30',
  asOf: 0,
  pooled: { numerator: 64, denominator: 68, value: 9412, regions: 2 },
  rows: [
    {
      region: '甲',
      name: '甲地区',
      divisionCode: '110101',
      corrected: false,
      state: 'measured',
      match: 'same',
      numerator: 41,
      denominator: 43,
      value: 9535,
      low: 8454,
      high: 9872,
      standing: 'same',
      verified: { numerator: 30, denominator: 43 },
      completeness: { numerator: 5, denominator: 7 },
    },
    {
      region: '丙',
      name: '丙地区',
      divisionCode: '420112',
      corrected: true,
      state: 'measured',
      match: 'near',
      numerator: 23,
      denominator: 25,
      value: 9200,
      low: 7504,
      high: 9778,
      standing: 'clearly-below',
      note: '含补报',
      explanation: '汛期影响',
    },
    {
      region: '丁',
      name: '丁地区',
      divisionCode: '430000',
      corrected: false,
      state: 'not-reported',
    },
  ],
};

describe('可比性一览', () => {
  test('sets levels apart and says a word in every cell', () => {
    show(() => <ComparabilityTable board={board} hrefOf={(key) => `/indicators/${key}`} />);
    const table = screen.getByRole('table');
    const groups = within(table)
      .getAllByRole('columnheader')
      .map(({ textContent }) => textContent);
    expect(groups.slice(0, 3)).toEqual(['可比指标', '省级', '区级']);
    const row = within(table).getByRole('row', { name: /按时报送率/ });
    expect(
      within(row)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent),
    ).toEqual(['相近注1', '同口径', '样本不足']);
    expect(within(row).getByRole('link', { name: '按时报送率' }).getAttribute('href')).toBe(
      '/indicators/on-time-filing-rate',
    );
  });

  test('explains every shape, lists the notes, and says what was corrected and why', () => {
    show(() => <ComparabilityTable board={board} hrefOf={() => '/'} />);
    const legend = screen.getByRole('region', { name: '图例' });
    for (const word of ['同口径', '替代', '未设此指标', '口径不一，不可比', '不适用']) {
      expect(within(legend).getByText(word)).toBeTruthy();
    }
    const notes = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(notes).toEqual(['乙地区 · 按时报送率：含补报', '丙地区：更正报出：补录纸质件']);
    expect(screen.getByText('2026年7月5日报出 · 已更正')).toBeTruthy();
  });

  test('has one word for each state, never one for all', () => {
    expect(kindOf({ state: 'measured', match: 'substitute' })).toBe('substitute');
    expect(kindOf({ state: 'not-measured' })).toBe('not-measured');
    expect(levelCounts(board.levels)).toBe('省级 1、区级 2');
    expect(periodWords('2026-H1')).toBe('2026年上半年');
    expect(periodWords('2026-Q3')).toBe('2026年第三季度');
  });
});

describe('指标对比页', () => {
  test('rounds a share once, from its pair, and a range outwards', () => {
    show(() => <ComparisonTable comparison={comparison} />);
    const row = screen.getByRole('row', { name: /甲地区/ });
    expect(
      within(row)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent),
    ).toEqual([
      '41',
      '43',
      '95.3%',
      '84.5%～98.8%',
      '与全体水平相当',
      '69.8%（30／43）',
      '71.4%（5／7）',
    ]);
    expect(boundWords(7638, 'low')).toBe('76.3%');
    expect(boundWords(10_000, 'high')).toBe('100.0%');
  });

  test('says 未抽查核实 where nobody looked, and the word where there is no figure', () => {
    show(() => <ComparisonTable comparison={comparison} />);
    expect(
      within(screen.getByRole('row', { name: /丙地区/ })).getByText('未抽查核实'),
    ).toBeTruthy();
    const missing = screen.getByRole('row', { name: /丁地区/ });
    expect(within(missing).getByText('未报')).toBeTruthy();
    expect(missing.textContent).not.toContain('0%');
    const notes = screen.getAllByRole('listitem').map(({ textContent }) => textContent);
    expect(notes).toEqual(['丙地区：含补报', '丙地区：与上期差异超过20%：汛期影响']);
  });

  test('names the level of all by sums, and the regions without a figure', () => {
    expect(levelSentence(comparison)).toBe(
      '区级3个地区中，2个有可比数据；全体水平94.1%（64／68，按分子、分母分别合计计算）。',
    );
    expect(missingSentence(comparison)).toBe('没有可比数据的地区：丁地区（未报）。');
    const alone = { ...comparison, pooled: undefined };
    expect(levelSentence(alone)).toContain('不计算全体水平');
    const counted = { ...comparison, indicator: indicatorOf('warning-education-count') };
    expect(levelSentence(counted)).toContain('不作高低评价');
  });

  test('draws the regions in the order given, with the legend in words', () => {
    const { container } = show(() => <DotPlot comparison={comparison} />);
    const names = [...container.querySelectorAll('.dot-name')].map(
      ({ textContent }) => textContent,
    );
    expect(names).toEqual(['甲地区95.3%', '丙地区92.0%']);
    expect(screen.getByText(/点为数值，线为可能的波动范围/).textContent).toContain(
      '全数统计，区间仅反映随机波动。',
    );
    expect(screen.getByRole('img', { name: /数值见下表/ })).toBeTruthy();
  });

  test('starts its axis at a round share below every range and says where', () => {
    expect(axisOf(comparison.rows)).toEqual({
      start: 7500,
      ticks: [7500, 8000, 8500, 9000, 9500, 10_000],
    });
    expect(placeOn({ start: 7500, ticks: [] }, 10_000)).toBe('100.00%');
    expect(placeOn({ start: 7500, ticks: [] }, 8750)).toBe('50.00%');
    expect(axisOf([]).ticks).toEqual([9000, 9500, 10_000]);
    const low = comparison.rows.map((row) => ({ ...row, low: 120 }));
    expect(axisOf(low)).toEqual({ start: 0, ticks: [0, 2000, 4000, 6000, 8000, 10_000] });
  });
});
