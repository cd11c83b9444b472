import { cleanup, createEvent, fireEvent, screen, within } from '@solidjs/testing-library';
import { afterEach, describe, expect, test } from 'vitest';
import type { Form } from '#schema/contracts/campaign/form.ts';
import { formOf, showForm } from './testing/form.fixtures.tsx';

afterEach(cleanup);

const sessions = (limits: { minRows?: number; maxRows?: number } = {}): Form =>
  formOf([
    {
      kind: 'table',
      key: 'sessions',
      label: '培训场次',
      ...limits,
      columns: [
        { kind: 'date', key: 'held-on', label: '日期', required: true },
        { kind: 'text', key: 'topic', label: '主题' },
        { kind: 'integer', key: 'people', label: '人数' },
      ],
    },
  ]);

const bodyRows = () => within(screen.getByRole('table')).getAllByRole('row').slice(1);
const add = () => fireEvent.click(screen.getByRole('button', { name: /增加一行/ }));
const pasteInto = (control: HTMLElement, text: string) => {
  const pasted = createEvent.paste(control, { clipboardData: { getData: () => text } });
  fireEvent(control, pasted);
  return pasted.defaultPrevented;
};

describe('a table of rows', () => {
  test('a row is added under an id of its own and its cells are kept one by one', () => {
    const { kept } = showForm(sessions());
    add();
    const row = kept[0]?.path ?? '';
    expect(row).toMatch(/^sessions\/r[0-9a-f]{15}$/);
    expect(kept[0]?.value).toEqual({});
    const topic = screen.getByRole('textbox', { name: /主题/ });
    fireEvent.input(topic, { target: { value: '廉洁从业' } });
    fireEvent.change(topic);
    expect(kept.at(-1)).toEqual({ path: `${row}/topic`, value: '廉洁从业' });
  });

  test('a row is taken away by its id, whatever stands above it', () => {
    const { kept, arrive } = showForm(sessions(), {
      answers: {
        sessions: [
          { id: 'r1', topic: '甲' },
          { id: 'r2', topic: '乙' },
        ],
      },
    });
    fireEvent.click(screen.getByRole('button', { name: /移除 ?第1行/ }));
    expect(kept).toEqual([{ path: 'sessions/r1' }]);
    expect(bodyRows()).toHaveLength(1);
    arrive();
    expect(bodyRows()).toHaveLength(1);
    expect((screen.getByRole('textbox', { name: /主题/ }) as HTMLInputElement).value).toBe('乙');
  });

  test('names the row and the column of what is wrong', () => {
    const { model } = showForm(sessions(), { answers: { sessions: [{ id: 'r1', topic: '甲' }] } });
    const [problem] = model().showAll();
    expect(problem?.path).toBe('sessions/r1/held-on');
    expect(screen.getByText('“培训场次”第1行“日期”尚未填写，请补充')).toBeTruthy();
  });

  test('takes no more rows than the form allows', () => {
    showForm(sessions({ maxRows: 1 }));
    add();
    expect(screen.getByRole('button', { name: /增加一行/ }).hasAttribute('disabled')).toBe(true);
  });

  test('cells pasted from Excel fill to the right and downwards, adding rows', () => {
    const { kept, model } = showForm(sessions(), { answers: { sessions: [{ id: 'r1' }] } });
    const prevented = pasteInto(
      screen.getByRole('textbox', { name: /日期/ }),
      '2026/6/1\t廉洁从业\t36\n2026年6月8日\t九项准则\t４０\n',
    );
    expect(prevented).toBe(true);
    const rows = model().answers()['sessions'] as Record<string, unknown>[];
    expect(rows.map(({ id: _id, ...cells }) => cells)).toEqual([
      { 'held-on': '2026-06-01', topic: '廉洁从业', people: 36 },
      { 'held-on': '2026-06-08', topic: '九项准则', people: 40 },
    ]);
    expect(kept.every(({ path }) => path.startsWith('sessions/'))).toBe(true);
  });

  test('a single word pasted into a cell is left to the browser', () => {
    showForm(sessions(), { answers: { sessions: [{ id: 'r1' }] } });
    expect(pasteInto(screen.getByRole('textbox', { name: /主题/ }), '廉洁从业')).toBe(false);
  });

  test('the dialog says before adding how many rows it read and what it did not', async () => {
    const { model } = showForm(sessions());
    fireEvent.click(screen.getByRole('button', { name: '从 Excel 粘贴' }));
    const area = screen.getByRole('textbox', { name: /复制若干行/ });
    fireEvent.input(area, {
      target: { value: '日期\t人数\t备注\n2026-06-01\t很多\t无\n2026-06-08\t40\t无' },
    });
    expect(screen.getByText('第1行“人数”：很多')).toBeTruthy();
    expect(screen.getByText('本表没有这些列，未填入：备注')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '加入 2 行' }));
    expect(model().rowIds('sessions')).toHaveLength(2);
  });
});
