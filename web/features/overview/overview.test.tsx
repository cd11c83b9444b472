import { cleanup, fireEvent, screen } from '@solidjs/testing-library';
import { createSignal } from 'solid-js';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Figure, FigureDefinition, FigureRow, Overview } from '#schema/contracts/figures.ts';
import { serveAnswers, showAs } from '#web/features/submissions/testing/page.fixtures.tsx';
import { setLocale } from '#web/shared/i18n.ts';
import { sheetRows } from './excel.driver.ts';
import { cellWords, markedWords, momentWords, valueWords } from './figure.presenter.ts';
import { OverviewView } from './overview.component.tsx';
import { sentenceTexts } from './sentence.presenter.ts';
import { Sentences } from './sentences.component.tsx';
import { campaign } from './testing/campaign.fixtures.ts';

let served: ReturnType<typeof serveAnswers>;
afterEach(async () => {
  cleanup();
  served?.restore();
  await setLocale('zh-CN');
});

const both = (zh: string, en: string) => ({ zh, en });
const definition = (key: string, changes: Partial<FigureDefinition> = {}): FigureDefinition => ({
  key,
  group: 'filings',
  form: 'count',
  title: both('应报送', 'Due'),
  statement: both('截止时间已过、未免报的报送件数', 'filings due'),
  unit: both('件', 'filings'),
  overdue: false,
  ...changes,
});
const asOf = Date.parse('2026-07-08T10:05:00+08:00');
const figure = (key: string, value: Partial<Figure>): Figure => ({
  ...definition(key),
  asOf,
  href: `/figures/items?figure=${key}`,
  ...value,
});
const columns = [
  definition('filings.due'),
  definition('filings.on-time-rate', { form: 'ratio' }),
  definition('problems.overdue', { overdue: true }),
  definition('complaints.on-time-completion-rate', { form: 'ratio' }),
];
const row = (name: string, due: number, overdue: number): FigureRow => ({
  place: { key: name, name },
  values: {
    'filings.due': { numerator: due },
    'filings.on-time-rate':
      due === 0 ? { absent: 'not-applicable' } : { numerator: 1, denominator: due },
    'problems.overdue': { numerator: overdue },
    'complaints.on-time-completion-rate': { absent: 'not-set' },
  },
});
const overview: Overview = {
  asOf,
  figures: [
    figure('filings.due', { numerator: 2622 }),
    figure('filings.arrived', { numerator: 2310 }),
    figure('filings.on-time', { numerator: 2228 }),
    figure('filings.overdue', { numerator: 61 }),
    figure('filings.overdue-units', { numerator: 23 }),
    figure('complaints.accepted', { absent: 'not-set', group: 'complaints' }),
    figure('complaints.done', { absent: 'not-set', group: 'complaints' }),
  ],
  columns,
  by: 'area',
  rows: [row('东市卫生健康委员会', 3, 0), row('西市卫生健康委员会', 0, 2)],
  total: row('合计', 3, 2).values,
  reminder: both('截至7月8日10:05，以下1家单位应报材料尚未报送：西市医院。', 'One unit.'),
};

const openAt = (asked: () => string | undefined) => {
  const onDay = vi.fn();
  const day = () => (asked() === undefined ? {} : { day: asked() });
  served = serveAnswers({
    'GET /api/figures/overview': () => ({ body: { ...overview, ...day() } }),
    'GET /api/campaigns/drafts': () => ({ body: { items: [] } }),
    'GET /api/reviews/queue': () => ({ body: { asOf, total: 0, rows: [] } }),
    'GET /api/requests': () => ({ body: { asOf, items: [] } }),
    [`GET /api/campaigns/${campaign.id}`]: () => ({ status: 404, body: {} }),
    'GET /api/proposals': () => ({
      body: { asOf, rows: [], counts: { proposed: 2, accepted: 0, declined: 0, lapsed: 0 } },
    }),
  });
  showAs('commission-drafter', () => (
    <OverviewView campaign={campaign} asOf={asked()} onDay={onDay} />
  ));
  return { onDay };
};
const open = (asked?: string) => openAt(() => asked);

describe('年度总览 on screen', () => {
  test('says in sentences what is due, each number leading to its list', async () => {
    open();
    const due = await screen.findByRole('link', { name: '2,622' });
    expect(due.getAttribute('href')).toContain('figure=filings.due');
    expect(due.closest('p')?.textContent).toBe(
      '应报送 2,622 件，已报 2,310 件（按时 2,228 件），逾期未报 61 件，涉及 23 个单位。',
    );
  });

  test('says in words what the campaign does not measure', async () => {
    open();
    await screen.findByRole('link', { name: '2,622' });
    expect(document.body.textContent).toContain('投诉、举报：本工作方案没有登记受理和办结的台账');
    expect(document.body.textContent).toContain('满意度：本工作方案未设此指标。');
  });

  test('is as of the moment that it names', async () => {
    open('2026-06-30');
    expect(await screen.findByText('截至 2026年6月30日 24:00')).toBeTruthy();
    expect(screen.getByRole('button', { name: '回到现在' })).toBeTruthy();
  });

  test('names the other moment at once, and leaves this week’s work to the page of now', async () => {
    const [asked, setAsked] = createSignal<string>();
    openAt(asked);
    await screen.findByText('61 件逾期未报，涉及 23 个单位');
    expect(screen.getByText('截至 2026年7月8日 10:05')).toBeTruthy();
    setAsked('2026-05-31');
    expect(await screen.findByText('截至 2026年5月31日 24:00')).toBeTruthy();
    expect(screen.queryByText('截至 2026年7月8日 10:05')).toBeNull();
    expect(screen.queryByText('本周要办')).toBeNull();
  });

  test('goes to another day when one is written', async () => {
    const { onDay } = open();
    const field = await screen.findByLabelText('截至日期（当日24:00）');
    fireEvent.change(field, { target: { value: '2026-6-30' } });
    expect(onDay).toHaveBeenCalledWith('2026-06-30');
  });

  test('marks only what is overdue, and judges nobody by complaints', async () => {
    open();
    await screen.findByRole('link', { name: '2,622' });
    const marked = [...document.querySelectorAll('td')].filter((cell) =>
      cell.textContent?.includes('▲'),
    );
    expect(marked.map((cell) => cell.textContent)).toEqual(['▲ 2', '▲ 2']);
    expect(document.body.textContent).toContain('投诉件数不作高低评价');
  });

  test('lists among this week’s work what is overdue', async () => {
    open();
    expect(await screen.findByText('61 件逾期未报，涉及 23 个单位')).toBeTruthy();
  });
});

describe('the sentence of satisfaction', () => {
  const title = both('出院患者满意度', 'Satisfaction');
  const asked = { group: 'indicator' as const, form: 'mean' as const, title, unit: both('分', '') };
  const surveyed = { ...asked, numerator: 7643, denominator: 86, survey: { units: 86, tooFew: 9 } };
  const words = (changes: Partial<Figure>) =>
    sentenceTexts([figure('indicator:satisfaction', changes)]).at(-1);

  test('says how many units were surveyed, and how many had too few answers to be assessed', () => {
    expect(words(surveyed)).toBe('出院患者满意度 88.9 分；调查完成 86 家，样本不足不作评价 9 家。');
  });

  test('writes a share with one sign, and a score with its unit', () => {
    const share = {
      form: 'ratio' as const,
      unit: both('%', '%'),
      numerator: 886,
      denominator: 1000,
    };
    expect(words({ ...surveyed, ...share })).toBe(
      '出院患者满意度 88.6%；调查完成 86 家，样本不足不作评价 9 家。',
    );
  });

  test('says why there is no figure, and never 未报 of what nobody is asked for', () => {
    const imported = { ...asked, absent: 'not-imported' as const, system: '满意度平台' };
    expect(words(imported)).toBe('出院患者满意度：取自“满意度平台”，未导入。');
    expect(words({ ...asked, absent: 'not-computed' })).toBe('出院患者满意度：不能按时点计算。');
    const none = { ...asked, absent: 'not-reported' as const, survey: { units: 0, tooFew: 0 } };
    expect(words(none)).toBe('出院患者满意度：未报。');
  });

  const ofSystem = { ...surveyed, system: '满意度平台', period: '2026-H1' as const };

  test('names the system and the period of what was imported', () => {
    const source = '（取自“满意度平台” 2026年上半年）';
    const rest = '；调查完成 86 家，样本不足不作评价 9 家。';
    expect(words(ofSystem)).toBe(`出院患者满意度 88.9 分${source}${rest}`);
    const few = { ...ofSystem, absent: 'insufficient' as const };
    expect(words(few)).toBe(`出院患者满意度${source}样本不足${rest}`);
    const share = { ...ofSystem, form: 'ratio' as const, unit: both('%', '%') };
    expect(words({ ...share, numerator: 925, denominator: 1000 })).toContain(
      '出院患者满意度 92.5%（',
    );
  });

  test('leads to each list by its number, and who may import to the import', async () => {
    const tooFewHref = '/figures/items?figure=indicator:satisfaction&only=too-few';
    const survey = { ...surveyed.survey, tooFewHref };
    const figures = [
      figure('indicator:satisfaction', { ...ofSystem, survey }),
      figure('indicator:other', { ...asked, absent: 'not-imported', system: '满意度平台' }),
    ];
    showAs('commission-drafter', () => <Sentences overview={{ ...overview, figures }} />);
    const few = await screen.findByRole('link', { name: '9' });
    expect(few.getAttribute('href')).toBe(tooFewHref);
    const link = screen.getByRole('link', { name: '去导入' });
    expect(link.getAttribute('href')).toBe('/imported-figures');
    cleanup();
    showAs('commission-signer', () => <Sentences overview={{ ...overview, figures }} />);
    await screen.findByRole('link', { name: '9' });
    expect(screen.queryByRole('link', { name: '去导入' })).toBeNull();
  });

  test('leads on screen to the filings that it was counted from', async () => {
    const figures = [figure('indicator:satisfaction', surveyed)];
    showAs('commission-drafter', () => <Sentences overview={{ ...overview, figures }} />);
    const counted = await screen.findByRole('link', { name: '86' });
    expect(counted.closest('p')?.textContent).toBe(
      '出院患者满意度 88.9 分；调查完成 86 家，样本不足不作评价 9 家。',
    );
  });
});

describe('figures in words', () => {
  test('are grouped counts, shares with one place, or the reason why there is none', async () => {
    expect(valueWords({ numerator: 2622 }, { form: 'count' })).toBe('2,622');
    expect(valueWords({ numerator: 7643, denominator: 86 }, { form: 'mean' })).toBe('88.9');
    expect(valueWords({ absent: 'not-computed' }, { form: 'mean' })).toBe('不能按时点计算');
    expect(valueWords({ numerator: 2228, denominator: 2310 }, { form: 'ratio' })).toBe('96.5%');
    expect(valueWords({ absent: 'not-reported' }, { form: 'ratio' })).toBe('未报');
    expect(valueWords(undefined, { form: 'count' })).toBe('未设此指标');
    await setLocale('en');
    expect(valueWords({ absent: 'not-reported' }, { form: 'ratio' })).toBe('not reported');
  });

  test('show a dash in a cell where nothing is due, and a mark only on overdue ones', () => {
    expect(cellWords({ absent: 'not-applicable' }, { form: 'ratio' })).toBe('—');
    expect(cellWords({ absent: 'not-set' }, { form: 'ratio' })).toBe('未设此指标');
    expect(markedWords({ numerator: 3 }, { form: 'count', overdue: true })).toBe('▲ 3');
    expect(markedWords({ numerator: 0 }, { form: 'count', overdue: true })).toBe('0');
    expect(markedWords({ numerator: 3 }, { form: 'count', overdue: false })).toBe('3');
  });

  test('name the moment to the minute, or the end of a day', () => {
    expect(momentWords({ asOf })).toBe('2026年7月8日 10:05');
    expect(momentWords({ asOf, day: '2026-06-30' })).toBe('2026年6月30日 24:00');
  });
});

describe('the workbook', () => {
  test('holds sentences, the table with its sums, 口径 and 截至', () => {
    const rows = sheetRows({
      title: '年度总览',
      lines: sentenceTexts(overview.figures),
      placeHeader: '属地',
      columns,
      headerOf: ({ title }) => title.zh,
      rows: overview.rows,
      total: overview.total,
      notes: ['截至 2026年7月8日 10:05'],
    });
    expect(rows[1]?.[0]).toContain('应报送 2,622 件');
    expect(rows.find(([name]) => name === '西市卫生健康委员会')).toEqual([
      '西市卫生健康委员会',
      0,
      '—',
      2,
      '未设此指标',
    ]);
    expect(rows.at(-1)).toEqual(['截至 2026年7月8日 10:05']);
    expect(rows.some(([cell]) => typeof cell === 'string' && cell.startsWith('应报送：'))).toBe(
      true,
    );
  });
});
