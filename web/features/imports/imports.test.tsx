import { cleanup, fireEvent, screen, waitFor } from '@solidjs/testing-library';
import { readSheet } from 'read-excel-file/universal';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { ImportJob, ImportRow } from '#schema/contracts/imports.ts';
import { columnOfHeading } from '#schema/contracts/unit-words.ts';
import { serveAnswers, showAs } from '#web/features/submissions/testing/page.fixtures.tsx';
import { loadWords, setLocale } from '#web/shared/i18n.ts';
import { ImportDesk } from './import-desk.component.tsx';
import { errorSheet, templateOf } from './templates.ts';
import { makeWorkbook, readPasted, readWorkbook } from './workbook.driver.ts';

beforeAll(() => loadWords('imports'));
let restore: () => void = () => undefined;
afterEach(async () => {
  cleanup();
  restore();
  await setLocale('zh-CN');
});

/** jsdom's own Blob cannot be read by the reader; its bytes can. */
const bytesOf = (blob: Blob) =>
  new Promise<ArrayBuffer>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as ArrayBuffer);
    reader.onerror = () => reject(new Error('unreadable'));
    reader.readAsArrayBuffer(blob);
  });
const back = async (blob: Blob, sheet = 1) =>
  readSheet<string>(await bytesOf(blob), sheet, { parseNumber: (text) => text });

describe('a workbook that is written and read back', () => {
  test('keeps Chinese, long numbers, days and what looks like a formula as text', async () => {
    const rows = [
      ['机构编码', '单位名称', '开业日期'],
      ['123456789012345678', '东区第一医院（总院）', '2026-07-01'],
      ['00012', '=SUM(A1:A9)', '+8637112345'],
      ['', '@东区', '-1'],
    ];
    const blob = await makeWorkbook([{ name: '填写', rows }]);
    const read = await back(blob);
    expect(read.map((row) => row.map((cell) => cell ?? ''))).toEqual(rows);
    expect(read.flat().every((cell) => cell === null || typeof cell === 'string')).toBe(true);
  });

  test('gives days and numbers of a real sheet as they stand there', async () => {
    const { default: writeExcelFile } = await import('write-excel-file/universal');
    const day = { value: new Date(Date.UTC(2026, 6, 1)), type: Date, format: 'yyyy-mm-dd' };
    const sheet = writeExcelFile([
      ['单位名称', '开业日期', '床位数'],
      ['甲医院', day, 320],
    ]);
    const file = new Blob([await bytesOf(await sheet.toBlob())]);
    Object.defineProperty(file, 'arrayBuffer', { value: () => bytesOf(file) });
    expect(await readWorkbook(file)).toEqual({
      headings: ['单位名称', '开业日期', '床位数'],
      rows: [['甲医院', '2026-07-01', '320']],
    });
  });

  test('a template has headings that are all recognised, and the words allowed behind them', async () => {
    for (const subject of ['organizations', 'people'] as const) {
      const blob = await makeWorkbook(templateOf(subject));
      const [headings = []] = await back(blob);
      expect(headings.map((text) => columnOfHeading(subject, String(text)))).not.toContain(null);
      const words = (await back(blob, 2)).flat();
      expect(words).toContain(subject === 'organizations' ? '乡镇卫生院' : '填报人（联络员）');
    }
  });

  test('the template of figures has its columns, how to fill them, and the units to name', async () => {
    const blob = await makeWorkbook(templateOf('figures', ['省直中心医院', '东区第一医院']));
    const [headings] = await back(blob);
    expect(headings).toEqual(['机构编码', '单位名称', '数值', '分子', '样本量']);
    expect(headings?.map((text) => columnOfHeading('figures', String(text)))).not.toContain(null);
    expect((await back(blob, 2)).flat()).toContain('数值（得分填 88.62，比例按百分数填 92.5）');
    expect((await back(blob, 3)).flat()).toEqual(['单位名称', '省直中心医院', '东区第一医院']);
  });

  test('wrong rows go out as they came in, with what to mend in the last column', async () => {
    const row: ImportRow = {
      row: 7,
      cells: ['甲医院', '医完'],
      outcome: 'error',
      problems: [{ column: 'kind', code: 'unknown-word-near', message: '是否为“医院”？' }],
      changes: [],
      state: 'skipped',
    };
    const headings = [
      { text: '单位名称', column: 'name' as const },
      { text: '类别', column: 'kind' as const },
    ];
    const read = await back(await makeWorkbook([errorSheet({ headings }, [row])]));
    expect(read).toEqual([
      ['单位名称', '类别', '问题与改法'],
      ['甲医院', '医完', '第7行：是否为“医院”？'],
    ]);
  });

  test('what is pasted is read by tabs and lines, empty lines left out', () => {
    expect(readPasted('单位名称\t类别\r\n甲医院\t医院\r\n\r\n乙医院')).toEqual({
      headings: ['单位名称', '类别'],
      rows: [
        ['甲医院', '医院'],
        ['乙医院', ''],
      ],
    });
  });
});

const job: ImportJob = {
  id: 'imp_1',
  subject: 'organizations',
  fileName: '粘贴的内容',
  headings: [
    { text: '单位名称', column: 'name' },
    { text: '等级', column: 'level' },
  ],
  effectiveOn: '2026-07-01',
  total: 3,
  received: 3,
  state: 'receiving',
  counts: { new: 1, changed: 1, unchanged: 0, error: 1 },
  choice: null,
  taken: 0,
  refused: 0,
  openedByPost: '行风办拟稿岗',
  createdAt: Date.parse('2026-07-01T09:00:00+08:00'),
  updatedAt: Date.parse('2026-07-01T09:00:00+08:00'),
  version: 1,
};
const wrong: ImportRow = {
  row: 3,
  cells: ['乙医院', '特等'],
  outcome: 'error',
  problems: [{ column: 'level', code: 'unknown-word', message: '“特等”不是规定的用语' }],
  changes: [],
  state: 'skipped',
};

const serve = (more: Parameters<typeof serveAnswers>[0] = {}) => {
  const path = '/api/organizations/imports';
  const server = serveAnswers({
    [`GET ${path}`]: () => ({ body: { items: [] } }),
    [`POST ${path}`]: () => ({ status: 201, body: job }),
    [`POST ${path}/imp_1/rows`]: () => ({ body: job }),
    [`POST ${path}/imp_1/check`]: () => ({ body: { ...job, state: 'checked' } }),
    [`GET ${path}/imp_1/rows`]: () => ({ body: { items: [wrong], nextCursor: null } }),
    [`POST ${path}/imp_1/take`]: () => ({ body: { ...job, state: 'taking' } }),
    [`POST ${path}/imp_1/advance`]: () => ({ body: { ...job, state: 'done', taken: 2 } }),
    ...more,
  });
  restore = server.restore;
  return server.sent;
};

const pasteAndCheck = async () => {
  const field = await screen.findByLabelText(/粘贴到这里/);
  const value = '单位名称\t等级\t备注\n甲医院\t二级\t\n乙医院\t特等\t\n丙医院\t\t';
  fireEvent.change(field, { target: { value } });
  fireEvent.click(await screen.findByRole('button', { name: '核对' }));
};

describe('从 Excel 导入', () => {
  test('says which columns it does not read, checks, shows what is wrong, takes the good rows', async () => {
    const sent = serve();
    showAs('system-admin', () => <ImportDesk subject="organizations" />);
    await pasteAndCheck();
    expect(screen.getByText(/^粘贴的名单（.*\d+:\d\d）：3 行，识别出 2 列。$/u)).toBeTruthy();
    expect(screen.getByText('备注')).toBeTruthy();
    expect(await screen.findByText('等级：“特等”不是规定的用语')).toBeTruthy();
    expect(screen.getByText(/新增 1，变更 1，没有变化 0，有误 1。尚未写入。/)).toBeTruthy();
    expect(screen.getByRole('button', { name: '下载有误的行' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '只导入无误的 2 行' }));
    expect(await screen.findByText('有误的 1 行没有导入。')).toBeTruthy();
    const rows = sent.find(({ path }) => path.endsWith('/rows') && path.includes('imp_1'));
    expect(rows?.body).toMatchObject({ rows: [{ row: 2, cells: ['甲医院', '二级', ''] }, {}, {}] });
    expect(sent.find(({ path }) => path.endsWith('/take'))?.body).toEqual({ choice: 'good' });
  });

  test('offers to check again where the book has changed since', async () => {
    const code = 'organizations.import_outdated';
    const refused = {
      type: 'about:blank',
      title: '请重新核对。',
      status: 409,
      code,
      requestId: 'r',
    };
    const sent = serve({
      'POST /api/organizations/imports/imp_1/take': () => ({ status: 409, body: refused }),
    });
    showAs('system-admin', () => <ImportDesk subject="organizations" />);
    await pasteAndCheck();
    fireEvent.click(await screen.findByRole('button', { name: '只导入无误的 2 行' }));
    fireEvent.click(await screen.findByRole('button', { name: '重新核对' }));
    await waitFor(() => expect(sent.filter(({ path }) => path.endsWith('/check'))).toHaveLength(2));
  });

  test('shows imports that were begun and left, to be gone on with', async () => {
    const left = { ...job, state: 'taking', taken: 1, counts: { ...job.counts, error: 0 } };
    serve({ 'GET /api/organizations/imports': () => ({ body: { items: [left] } }) });
    await setLocale('en');
    showAs('system-admin', () => <ImportDesk subject="organizations" />);
    expect(await screen.findByText('Being imported')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Go on' }));
    expect(await screen.findByText('Importing: 1 of 2 rows written')).toBeTruthy();
    fireEvent.click(screen.getAllByRole('button', { name: 'Go on' })[0] as HTMLElement);
    expect(await screen.findByText('Imported, 2 rows written')).toBeTruthy();
  });
});
