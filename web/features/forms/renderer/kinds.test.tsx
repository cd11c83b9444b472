import { cleanup, fireEvent, screen, waitFor } from '@solidjs/testing-library';
import { afterEach, describe, expect, test } from 'vitest';
import type { Field } from '#schema/contracts/campaign/form.ts';
import { NetworkError, ProblemError } from '#web/shared/problem.ts';
import { formOf, scan, showForm } from './testing/form.fixtures.tsx';

afterEach(cleanup);

const leave = (control: HTMLElement, value: string) => {
  fireEvent.input(control, { target: { value } });
  fireEvent.change(control, { target: { value } });
};
const box = (label: string) => screen.getByRole('textbox', { name: new RegExp(label) });
const described = (control: HTMLElement) =>
  (control.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent ?? '')
    .join('');

const yesNo = [
  { key: 'yes', label: '是' },
  { key: 'no', label: '否' },
];

describe('each kind of field', () => {
  test('text and long text are kept as written, long text counting its characters', () => {
    const { kept, container } = showForm(
      formOf([
        { kind: 'text', key: 'name', label: '名称' },
        { kind: 'long-text', key: 'summary', label: '开展情况', maxLength: 500 },
      ]),
    );
    leave(box('名称'), '一站式服务');
    leave(box('开展情况'), '已开展');
    expect(kept).toEqual([
      { path: 'name', value: '一站式服务' },
      { path: 'summary', value: '已开展' },
    ]);
    expect(container.textContent).toContain('已写 3 字，最多 500 字');
  });

  test('an integer takes full-width figures and is a number on the wire', () => {
    const { kept } = showForm(
      formOf([{ kind: 'integer', key: 'people', label: '人次', unit: '人' }]),
    );
    leave(box('人次'), '１,２００');
    expect(kept).toEqual([{ path: 'people', value: 1200 }]);
  });

  test('what is no number stays on the screen with its reason and is not kept', () => {
    const { kept, model } = showForm(
      formOf([{ kind: 'integer', key: 'people', label: '人次', min: '0' }]),
    );
    leave(box('人次'), '约三十');
    expect(kept).toEqual([]);
    expect(model().unkept()).toHaveLength(1);
    expect((box('人次') as HTMLInputElement).value).toBe('约三十');
    expect(box('人次').getAttribute('aria-invalid')).toBe('true');
    expect(described(box('人次'))).toContain('应为不小于0的整数');
  });

  test('decimals and money stay text, put right without a float', () => {
    const { kept } = showForm(
      formOf([
        { kind: 'decimal', key: 'rate', label: '比率', unit: '%' },
        { kind: 'money', key: 'cost', label: '金额' },
      ]),
    );
    leave(box('比率'), '.50');
    leave(box('金额'), '0012，345.6');
    expect(kept).toEqual([
      { path: 'rate', value: '0.50' },
      { path: 'cost', value: '12345.6' },
    ]);
  });

  test('days and months are read as people write them', () => {
    const { kept } = showForm(
      formOf([
        { kind: 'date', key: 'held-on', label: '日期' },
        { kind: 'month', key: 'month', label: '月份' },
      ]),
    );
    leave(box('日期'), '2026年7月8日');
    leave(box('月份'), '2026年7月');
    expect(kept.filter(({ path }) => path === 'held-on').at(-1)?.value).toBe('2026-07-08');
    expect(kept.at(-1)).toEqual({ path: 'month', value: '2026-07' });
  });

  test('a choice is seen at a glance, a long one folds', () => {
    const many = Array.from({ length: 8 }, (_, index) => ({
      key: `o${index}`,
      label: `第${index}`,
    }));
    const { kept } = showForm(
      formOf([
        { kind: 'choice', key: 'held', label: '是否开展', options: yesNo },
        { kind: 'choice', key: 'which', label: '哪一项', options: many },
      ]),
    );
    fireEvent.click(screen.getByRole('radio', { name: '是' }));
    fireEvent.change(screen.getByRole('combobox', { name: /哪一项/ }), { target: { value: 'o3' } });
    expect(kept).toEqual([
      { path: 'held', value: 'yes' },
      { path: 'which', value: 'o3' },
    ]);
  });

  test('a multiple choice stops at its limit', () => {
    const options = ['甲', '乙', '丙'].map((label, index) => ({ key: `k${index}`, label }));
    const { kept } = showForm(
      formOf([{ kind: 'multiple-choice', key: 'kinds', label: '类别', options, limit: 2 }]),
    );
    fireEvent.click(screen.getByRole('checkbox', { name: '丙' }));
    fireEvent.click(screen.getByRole('checkbox', { name: '甲' }));
    expect(kept.at(-1)).toEqual({ path: 'kinds', value: ['k0', 'k2'] });
    expect(screen.getByRole('checkbox', { name: '乙' }).hasAttribute('disabled')).toBe(true);
  });

  test('a rating offers 不了解 beside its steps', () => {
    const { kept } = showForm(
      formOf([
        {
          kind: 'rating',
          key: 'attitude',
          label: '态度',
          unknown: true,
          steps: [
            { key: 'good', label: '好' },
            { key: 'bad', label: '差' },
          ],
        },
      ]),
    );
    fireEvent.click(screen.getByRole('radio', { name: '不了解' }));
    expect(kept).toEqual([{ path: 'attitude', value: 'unknown' }]);
  });

  test('a unit is a name, a post never a person', () => {
    const { kept } = showForm(
      formOf([
        { kind: 'organization', key: 'unit', label: '单位' },
        { kind: 'post', key: 'post', label: '责任岗位' },
      ]),
    );
    leave(screen.getByRole('combobox', { name: /单位/ }), '镇');
    leave(box('责任岗位'), ' 医务科科长 ');
    expect(described(box('责任岗位'))).toContain('不填个人姓名');
    expect(kept).toEqual([
      { path: 'unit', value: '镇' },
      { path: 'post', value: '医务科科长' },
    ]);
  });

  test('a section is a heading, a computed field works itself out and is never asked', () => {
    const sum: Field = {
      kind: 'computed',
      key: 'total',
      label: '合计',
      unit: '件',
      compute: { op: 'sum', of: ['a', 'b'] },
    };
    const { container } = showForm(
      formOf([
        { kind: 'section', key: 'part', label: '受理' },
        { kind: 'integer', key: 'a', label: '甲' },
        { kind: 'integer', key: 'b', label: '乙' },
        sum,
      ]),
    );
    expect(screen.getByRole('heading', { name: '受理' })).toBeTruthy();
    expect(container.querySelector('.given')?.textContent).toContain('填写相关项后自动得出');
    leave(box('甲'), '3');
    leave(box('乙'), '4');
    expect(container.querySelector('.given-value')?.textContent).toContain('7 件');
  });

  test('a value with a named source is shown with it and not asked for', () => {
    const { container } = showForm(
      formOf([
        {
          kind: 'integer',
          key: 'hotline',
          label: '热线转办件数',
          origin: { system: '国家满意度平台', period: '2024年上半年' },
        },
      ]),
      { answers: { hotline: 12 } },
    );
    expect(container.querySelector('input')).toBeNull();
    expect(container.textContent).toContain('取自 国家满意度平台 2024年上半年');
    expect(container.textContent).toContain('12');
  });
});

describe('evidence', () => {
  const evidence: Field = {
    kind: 'evidence',
    key: 'proof',
    label: '佐证',
    accepts: ['file'],
    maxFiles: 2,
  };
  const choose = (container: HTMLElement, file: File) => {
    const input = container.querySelector<HTMLInputElement>('input[type=file]');
    if (!input) throw new Error('no file control');
    Object.defineProperty(input, 'files', { value: [file], configurable: true });
    fireEvent.change(input);
  };

  test('shows how far a file is, and keeps its id once it has arrived', async () => {
    let arrive: (value: typeof scan) => void = () => undefined;
    const done = new Promise<typeof scan>((resolve) => {
      arrive = resolve;
    });
    const { kept, container } = showForm(formOf([evidence]), {
      send: (_file, onProgress) => {
        onProgress(40);
        return { done, cancel: () => undefined };
      },
    });
    choose(container, new File(['x'], '扫描件.pdf'));
    expect(container.textContent).toContain('上传中 40%');
    arrive(scan);
    await waitFor(() => expect(kept).toEqual([{ path: 'proof', value: [scan.id] }]));
    expect(container.textContent).toContain('已上传');
    expect(screen.getByRole('link', { name: '扫描件.pdf' }).getAttribute('href')).toBe(
      `/api/evidence/${scan.id}/view`,
    );
  });

  test('says in words why a file was refused, and tries again on demand', async () => {
    const title = '文件内容与扩展名“.pdf”不符。';
    const problem = { code: 'evidence.content_differs', status: 415, title };
    const failures = [new ProblemError(problem, new Headers()), new NetworkError('lost')];
    const { kept, container } = showForm(formOf([evidence]), {
      send: () => ({
        done: Promise.reject(failures.shift() ?? new Error('asked too often')),
        cancel: () => undefined,
      }),
    });
    choose(container, new File(['x'], '扫描件.pdf'));
    await waitFor(() => expect(container.textContent).toContain(title));
    fireEvent.click(screen.getByRole('button', { name: '再试一次' }));
    await waitFor(() => expect(container.textContent).toContain('网络中断，文件没有传完'));
    expect(kept).toEqual([]);
  });

  test('refuses an empty file before anything is sent', () => {
    const { container } = showForm(formOf([evidence]), {
      send: () => {
        throw new Error('must not be sent');
      },
    });
    choose(container, new File([], '空.pdf'));
    expect(container.textContent).toContain('文件是空的');
  });
});
