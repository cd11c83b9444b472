import { cleanup, fireEvent, screen } from '@solidjs/testing-library';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Form } from '#schema/contracts/campaign/form.ts';
import { formOf, showForm } from './testing/form.fixtures.tsx';

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const input = (label: string): HTMLInputElement => {
  const found = screen.getByRole('textbox', { name: new RegExp(label) });
  if (!(found instanceof HTMLInputElement)) throw new Error(`no input ${label}`);
  return found;
};
const type = (label: string, value: string) => fireEvent.input(input(label), { target: { value } });
const leave = (label: string, value: string) => {
  type(label, value);
  fireEvent.change(input(label), { target: { value } });
};

const trainings = (): Form =>
  formOf(
    [
      { kind: 'integer', key: 'due', label: '应训', required: true },
      { kind: 'integer', key: 'trained', label: '实训', required: true },
      {
        kind: 'text',
        key: 'reason',
        label: '未训原因',
        visible: { field: 'trained', op: 'lt', than: 'due' },
        required: true,
      },
    ],
    [
      {
        key: 'within',
        assert: { field: 'trained', op: 'le', than: 'due' },
        missing: 'skip',
        at: 'trained',
        message: '实训人数不应大于应训人数',
      },
    ],
  );

describe('a form on the screen', () => {
  test('asks for a reason only where the figures call for one', () => {
    showForm(trainings());
    leave('应训', '10');
    leave('实训', '10');
    expect(screen.queryByRole('textbox', { name: /未训原因/ })).toBeNull();
    leave('实训', '8');
    expect(screen.getByRole('textbox', { name: /未训原因/ })).toBeTruthy();
  });

  test('leaves out a heading with nothing under it', () => {
    showForm(
      formOf([
        { kind: 'section', key: 'first', label: '推荐' },
        { kind: 'integer', key: 'people', label: '人数' },
        { kind: 'section', key: 'second', label: '公示' },
        {
          kind: 'text',
          key: 'days',
          label: '天数',
          visible: { field: 'people', op: 'gt', value: 0 },
        },
      ]),
    );
    expect(screen.queryByRole('heading', { name: '公示' })).toBeNull();
    leave('人数', '2');
    expect(screen.getByRole('heading', { name: '公示' })).toBeTruthy();
    expect(screen.getByRole('textbox', { name: /天数/ })).toBeTruthy();
  });

  test('says what is wrong when a field is left, in the words of the form', () => {
    showForm(trainings());
    leave('应训', '10');
    type('实训', '12');
    expect(screen.queryByText('实训人数不应大于应训人数')).toBeNull();
    leave('实训', '12');
    expect(screen.getByText('实训人数不应大于应训人数')).toBeTruthy();
  });

  test('demands nothing of what was not touched until everything is looked at', () => {
    const { model } = showForm(trainings());
    leave('应训', '10');
    expect(screen.queryByText(/尚未填写/)).toBeNull();
    expect(
      model()
        .showAll()
        .map(({ path }) => path),
    ).toEqual(['trained']);
    expect(screen.getByText('“实训”尚未填写，请补充')).toBeTruthy();
  });

  test('keeps what is typed when the fingers rest, and at once when the field is left', () => {
    const { kept } = showForm(formOf([{ kind: 'text', key: 'name', label: '名称' }]));
    type('名称', '一');
    type('名称', '一站');
    vi.advanceTimersByTime(1400);
    expect(kept).toEqual([]);
    vi.advanceTimersByTime(200);
    expect(kept).toEqual([{ path: 'name', value: '一站' }]);
    leave('名称', '一站式');
    expect(kept.at(-1)).toEqual({ path: 'name', value: '一站式' });
  });

  test('leaving the page keeps what was still being typed', () => {
    const { kept, model } = showForm(formOf([{ kind: 'text', key: 'name', label: '名称' }]));
    type('名称', '一站');
    model().settle();
    expect(kept).toEqual([{ path: 'name', value: '一站' }]);
    vi.advanceTimersByTime(5000);
    expect(kept).toHaveLength(1);
  });

  test('a field left as it was is not sent', () => {
    const { kept } = showForm(formOf([{ kind: 'text', key: 'name', label: '名称' }]), {
      answers: { name: '一站式' },
    });
    leave('名称', '一站式');
    expect(kept).toEqual([]);
  });

  test('what somebody else saved appears, what is being typed here stays', () => {
    const fields: Form['fields'] = [
      { kind: 'text', key: 'name', label: '名称' },
      { kind: 'text', key: 'place', label: '地点' },
    ];
    const { arrive } = showForm(formOf(fields));
    leave('名称', '一站式');
    type('地点', '门');
    arrive([{ path: 'name', value: '一站式服务' }]);
    expect(input('名称').value).toBe('一站式服务');
    expect(input('地点').value).toBe('门');
  });

  test('work kept from an earlier visit is there again', () => {
    showForm(formOf([{ kind: 'text', key: 'name', label: '名称' }]), {
      answers: { name: '旧' },
      restored: [{ path: 'name', value: '未送出的' }],
    });
    expect(input('名称').value).toBe('未送出的');
  });

  test('shows the answer of last time in words, and marks what was mended', () => {
    const { container } = showForm(
      formOf([
        {
          kind: 'choice',
          key: 'held',
          label: '是否开展',
          options: [
            { key: 'yes', label: '是' },
            { key: 'no', label: '否' },
          ],
        },
      ]),
      {
        previous: () => ({ label: '2025年上半年', answers: { held: 'no' } }),
        isMended: (path) => path === 'held',
      },
    );
    expect(container.querySelector('.previous')?.textContent).toBe('上次（2025年上半年） 否');
    expect(screen.getByText('退回后已修改')).toBeTruthy();
  });
});
