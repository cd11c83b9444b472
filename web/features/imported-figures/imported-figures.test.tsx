import { cleanup, fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type {
  FigureImport,
  FigureSource,
  ImportedFigure,
} from '#schema/contracts/imported-figures.ts';
import type { ImportJob } from '#schema/contracts/imports.ts';
import { campaign } from '#web/features/overview/testing/campaign.fixtures.ts';
import { serveAnswers, showAs } from '#web/features/submissions/testing/page.fixtures.tsx';
import { loadWords, setLocale } from '#web/shared/i18n.ts';
import { ImportFiguresView } from './import-figures.component.tsx';
import { alignedValues, periodsUpTo, usualDay, usualPeriod } from './imported-figures.presenter.ts';
import { ImportedValuesView } from './imported-values.component.tsx';
import { ImportsListView } from './imports-list.component.tsx';

let restore: () => void = () => undefined;
beforeEach(async () => {
  await Promise.all([loadWords('imported'), loadWords('imports')]);
});
afterEach(async () => {
  cleanup();
  restore();
  await setLocale('zh-CN');
});

const both = (zh: string, en: string) => ({ zh, en });
const source: FigureSource = {
  indicator: 'satisfaction',
  title: both('出院患者满意度', 'Satisfaction'),
  statement: both('得分的平均值', 'Mean score'),
  unit: both('分', 'points'),
  form: 'mean',
  system: '第三方满意度调查',
  least: 30,
};
const share: FigureSource = {
  ...source,
  indicator: 'share',
  title: both('满意率', 'Satisfied'),
  form: 'ratio',
};
const taken: FigureImport = {
  id: 'imp_1',
  campaignId: campaign.id,
  indicator: 'satisfaction',
  title: source.title,
  unit: source.unit,
  form: 'mean',
  period: '2026-H1',
  level: 'unit',
  system: source.system,
  dataOn: '2026-06-30',
  fileName: '满意度.xlsx',
  lines: 2,
  openedByPost: '行风办拟稿岗',
  knownAt: Date.parse('2026-07-06T10:00:00+08:00'),
};
const list = (more: { sources?: FigureSource[]; items?: FigureImport[] } = {}) => ({
  today: '2026-07-08',
  sources: [source, share],
  items: [],
  ...more,
});
const serve = (answers: Parameters<typeof serveAnswers>[0]) => {
  const server = serveAnswers(answers);
  restore = server.restore;
  return server.sent;
};
const listPath = 'GET /api/imported-figures';

describe('the periods offered', () => {
  test('have begun, and the usual one is the longest of those just over', () => {
    expect(periodsUpTo('2026-07-08')).toContain('2026-H2');
    expect(periodsUpTo('2026-07-08')).not.toContain('2026-Q4');
    expect(usualPeriod('2026-07-08')).toBe('2026-H1');
    expect(usualPeriod('2026-01-05')).toBe('2025-Y');
    expect(usualDay('2026-H1', '2026-07-08')).toBe('2026-06-30');
    expect(usualDay('2026-Y', '2026-07-08')).toBe('2026-07-08');
  });
});

describe('values of one column', () => {
  test('have as many places as the longest, and what is missing stays missing', () => {
    const values = ['88.62', '90', '91.2', null];
    expect(values.map(alignedValues(values))).toEqual(['88.62', '90.00', '91.20', null]);
    expect(['7', '12'].map(alignedValues(['7', '12']))).toEqual(['7', '12']);
  });
});

describe('外部系统数据', () => {
  test('tells a score from a share, what is imported and by whom, and offers the import', async () => {
    serve({ [listPath]: () => ({ body: list({ items: [taken] }) }) });
    showAs('commission-drafter', () => <ImportsListView campaign={campaign} />);
    expect(await screen.findByText('得分（分）')).toBeTruthy();
    expect(screen.getByText('占比（%）')).toBeTruthy();
    const [link] = screen.getAllByRole('link', { name: '导入' });
    expect(link?.getAttribute('href')).toContain('indicator=satisfaction');
    const imports = within(screen.getByRole('table', { name: /历次导入/ }));
    expect(imports.getByText('2026年上半年')).toBeTruthy();
    expect(imports.getByText('行风办拟稿岗')).toBeTruthy();
  });

  test('says what to do where nothing was imported, and to others whose work it is', async () => {
    serve({ [listPath]: () => ({ body: list() }) });
    showAs('commission-drafter', () => <ImportsListView campaign={campaign} />);
    expect(await screen.findByText(/在上表中选一个指标/)).toBeTruthy();
    cleanup();
    showAs('commission-signer', () => <ImportsListView campaign={campaign} />);
    expect(await screen.findByText('由行风办拟稿岗导入。')).toBeTruthy();
    expect(screen.queryByRole('link', { name: '导入' })).toBeNull();
  });

  test('says so of a campaign that takes nothing from elsewhere', async () => {
    serve({ [listPath]: () => ({ body: list({ sources: [] }) }) });
    showAs('commission-drafter', () => <ImportsListView campaign={campaign} />);
    expect(await screen.findByText('本工作方案没有取自外部系统的指标')).toBeTruthy();
  });
});

const job: ImportJob = {
  id: 'imp_2',
  subject: 'figures',
  fileName: '粘贴的内容',
  headings: [
    { text: '单位名称', column: 'name' },
    { text: '满意度得分', column: 'value' },
    { text: '有效样本量', column: 'sample' },
  ],
  effectiveOn: '2026-06-30',
  about: { campaignId: campaign.id, indicator: 'satisfaction', period: '2026-H1' },
  total: 1,
  received: 1,
  state: 'receiving',
  counts: { new: 1, changed: 0, unchanged: 0, error: 0 },
  choice: null,
  taken: 0,
  refused: 0,
  openedByPost: '行风办拟稿岗',
  createdAt: taken.knownAt,
  updatedAt: taken.knownAt,
  version: 1,
};

describe('导入外部系统数据', () => {
  test('asks for indicator, period and day with what is usual, and sends them with the file', async () => {
    const path = '/api/imported-figures/imports';
    const sent = serve({
      [listPath]: () => ({ body: list() }),
      [`GET ${path}`]: () => ({ body: { items: [] } }),
      [`POST ${path}`]: () => ({ status: 201, body: job }),
      [`POST ${path}/imp_2/rows`]: () => ({ body: job }),
      [`POST ${path}/imp_2/check`]: () => ({ body: { ...job, state: 'checked' } }),
      [`GET ${path}/imp_2/rows`]: () => ({ body: { items: [], nextCursor: null } }),
      [`POST ${path}/imp_2/take`]: () => ({ body: { ...job, state: 'taking' } }),
      [`POST ${path}/imp_2/advance`]: () => ({ body: { ...job, state: 'done', taken: 1 } }),
    });
    showAs('commission-drafter', () => (
      <ImportFiguresView campaign={campaign} indicator={undefined} />
    ));
    expect(await screen.findByText(/样本量少于 30 的单位不作评价/)).toBeTruthy();
    const field = await screen.findByLabelText(/粘贴到这里/);
    const value = '单位名称\t满意度得分\t有效样本量\n甲医院\t88.6\t412';
    fireEvent.change(field, { target: { value } });
    expect(await screen.findByText(/^粘贴的名单（.*）：1 行，识别出 3 列。$/u)).toBeTruthy();
    fireEvent.click(await screen.findByRole('button', { name: '核对' }));
    expect(await screen.findByText(/^2026年上半年，数据截至 2026年6月30日；/u)).toBeTruthy();
    expect(screen.queryByLabelText(/^统计期间/u)).toBeNull();
    fireEvent.click(await screen.findByRole('button', { name: '导入全部 1 行' }));
    const link = await screen.findByRole('link', { name: '查看本批次' });
    expect(link.getAttribute('href')).toBe('/imported-figures/imp_2');
    const opened = sent.find(({ path: at, method }) => method === 'POST' && at === path);
    expect(opened?.body).toMatchObject({
      subject: 'figures',
      about: { campaignId: campaign.id, indicator: 'satisfaction', period: '2026-H1' },
      effectiveOn: '2026-06-30',
    });
  });
});

describe('the figures of one import', () => {
  const values: ImportedFigure[] = [
    {
      organizationId: 'a',
      organizationName: '甲医院',
      value: '88.6',
      numerator: null,
      sample: 412,
      tooFew: false,
    },
    {
      organizationId: 'b',
      organizationName: '乙医院',
      value: '20',
      numerator: null,
      sample: 12,
      tooFew: true,
    },
  ];
  const page = (of: FigureImport) => ({ import: of, items: values, nextCursor: null });

  test('name unit, score, sample and who is not assessed, with source, day, file and post', async () => {
    serve({ 'GET /api/imported-figures/imp_1': () => ({ body: page(taken) }) });
    showAs('commission-signer', () => <ImportedValuesView id="imp_1" />);
    expect(await screen.findByText('样本不足，不作评价')).toBeTruthy();
    expect(screen.getByText(/取自“第三方满意度调查”，数据截至 2026年6月30日/)).toBeTruthy();
    expect(screen.getByRole('columnheader', { name: '得分（分）' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: '撤回这次导入' })).toBeNull();
  });

  test('are withdrawn with a reason by who may, and say so afterwards', async () => {
    let of = taken;
    const sent = serve({
      'GET /api/imported-figures/imp_1': () => ({ body: page(of) }),
      'POST /api/imported-figures/imp_1/withdraw': () => {
        of = {
          ...taken,
          withdrawn: { at: taken.knownAt, byPost: '行风办拟稿岗', reason: '期间选错' },
        };
        return { body: { id: 'imp_1' } };
      },
    });
    showAs('commission-drafter', () => <ImportedValuesView id="imp_1" />);
    const reason = await screen.findByLabelText(/撤回原因/);
    fireEvent.input(reason, { target: { value: '期间选错' } });
    fireEvent.click(screen.getByRole('button', { name: '撤回这次导入' }));
    expect(await screen.findByText(/撤回：期间选错/)).toBeTruthy();
    await waitFor(() => expect(screen.queryByRole('button', { name: '撤回这次导入' })).toBeNull());
    expect(sent.find(({ method }) => method === 'POST')?.body).toEqual({ reason: '期间选错' });
  });
});
