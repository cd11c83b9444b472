import { MemoryRouter } from '@solidjs/router';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@solidjs/testing-library';
import { createSignal } from 'solid-js';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Button } from './button.component.tsx';
import { CheckboxGroup } from './choice-field.component.tsx';
import { tableAsText } from './data-table.component.tsx';
import { DateField } from './date-field.component.tsx';
import { Confirm } from './dialog.component.tsx';
import { ErrorSummary } from './error-summary.component.tsx';
import { Refusal } from './refusal.component.tsx';
import type { RefusalProblem } from './refusal.component.tsx';
import { Tabs } from './tabs.component.tsx';
import { Gallery } from './testing/gallery.fixtures.tsx';
import { unitColumns, units } from './testing/tables.fixtures.tsx';
import { NumberField, TextField } from './text-field.component.tsx';
import { LiveRegion, announce } from './toast.component.tsx';

afterEach(cleanup);

const showGallery = () => {
  const root = () => <Gallery />;
  return render(() => <MemoryRouter root={root}>{[]}</MemoryRouter>);
};

describe('the kit as a screen reader meets it', () => {
  test('has its landmarks, and the skip link leads to the content', async () => {
    showGallery();
    expect(screen.getByRole('banner').textContent).toContain('行业作风建设工作平台');
    expect(screen.getByRole('navigation', { name: '主要栏目' })).toBeTruthy();
    expect(screen.getByRole('contentinfo').textContent).toContain('严禁录入、存储、传输国家秘密');
    fireEvent.click(screen.getByRole('link', { name: '跳到正文' }));
    expect(document.activeElement).toBe(screen.getByRole('main'));
  });

  test('ties label, hint and error to the control and says 必填 as a word', () => {
    showGallery();
    const leader = screen.getByRole('textbox', { name: /主要负责人 ?必填/ });
    expect(leader.getAttribute('aria-invalid')).toBe('true');
    const described = document.getElementById(leader.getAttribute('aria-describedby') ?? '');
    expect(described?.textContent).toContain('请填写主要负责人姓名');
    const training = screen.getByRole('textbox', { name: /开展培训/ });
    const hint = document.getElementById(training.getAttribute('aria-describedby') ?? '');
    expect(hint?.textContent).toContain('含线上培训');
  });

  test('names every button, link, field and group', () => {
    const { container } = showGallery();
    const controls = container.querySelectorAll('button, a, input, select, textarea');
    expect(controls.length).toBeGreaterThan(30);
    const nameless = [...controls].filter((control) => {
      const label = control.id ? container.querySelector(`label[for="${control.id}"]`) : null;
      const around = label ?? control.closest('label') ?? control;
      return !(control.getAttribute('aria-label') ?? around.textContent)?.trim();
    });
    expect(nameless).toEqual([]);
    expect(screen.getByRole('radiogroup', { name: /是否盖章/ })).toBeTruthy();
    expect(screen.getByRole('group', { name: /问题类别/ })).toBeTruthy();
  });

  test('gives a status as a word with a shape of its own', () => {
    const { container } = showGallery();
    const shapes = new Map<string, string>();
    for (const status of container.querySelectorAll('.status')) {
      const kind = status.className.replace('status status-', '');
      expect(status.textContent?.trim()).not.toBe('');
      shapes.set(kind, status.querySelector('path')?.getAttribute('d') ?? '');
    }
    expect(shapes.size).toBe(7);
    expect(new Set(shapes.values()).size).toBe(7);
  });

  test('writes no inline style, which the content security policy would refuse', () => {
    const { container } = showGallery();
    expect(container.querySelectorAll('[style]')).toHaveLength(0);
  });

  test('says what to do next where a list is empty or could not be read', () => {
    showGallery();
    expect(screen.getByText('目前没有待审的报送件。')).toBeTruthy();
    const failure = screen
      .getAllByRole('alert')
      .find((each) => each.textContent?.includes('服务暂时不可用'));
    expect(failure && within(failure).getByRole('button', { name: '再试一次' })).toBeTruthy();
  });

  test('moves between tabs with the arrow keys', () => {
    showGallery();
    const first = screen.getByRole('tab', { name: '填报内容' });
    first.focus();
    fireEvent.keyDown(first, { key: 'ArrowRight' });
    const second = screen.getByRole('tab', { name: '佐证材料（3）' });
    expect(document.activeElement).toBe(second);
    expect(second.getAttribute('aria-selected')).toBe('true');
    expect(screen.getByRole('tabpanel').textContent).toContain('共 3 份');
  });

  test('knows the chosen tab by its key, however often the list is drawn anew', () => {
    const [count, setCount] = createSignal(1);
    const tabs = () =>
      ['cases', 'figures'].map((key) => ({ key, label: key, count: count(), content: () => key }));
    render(() => <Tabs label="引用" value="cases" onChange={() => {}} tabs={tabs()} />);
    setCount(2);
    const chosen = screen.getByRole('tab', { name: 'cases（2）' });
    expect(chosen.getAttribute('aria-selected')).toBe('true');
    expect(chosen.getAttribute('tabindex')).toBe('0');
    const inline = () => (
      <Tabs
        label="段落"
        value="one"
        onChange={() => {}}
        tabs={[{ key: 'one', label: `第${count()}段`, content: () => '一' }]}
      />
    );
    render(inline);
    expect(screen.getByRole('tab', { name: '第2段' }).getAttribute('aria-selected')).toBe('true');
  });

  test('marks where an approval stands', () => {
    showGallery();
    const chain = screen.getByRole('list', { name: '审签' });
    const current = within(chain)
      .getAllByRole('listitem')
      .filter((step) => step.getAttribute('aria-current'));
    expect(current.map((step) => step.textContent)).toEqual(['会签医政处、药政处办理中']);
  });
});

describe('tables', () => {
  test('copy the columns that have words, in the order they stand', () => {
    const text = tableAsText({
      caption: '各单位报送进度',
      rows: units.slice(0, 2),
      columns: unitColumns,
      empty: { title: '' },
    });
    expect(text).toBe(
      '各单位报送进度\n单位\t应报\t已报\n省第一人民医院\t14\t14\n省第二人民医院\t14\t12',
    );
  });

  test('carry each cell’s heading along, for the narrow screen', () => {
    showGallery();
    const table = screen.getByRole('table', { name: '各单位报送进度' });
    const row = within(table).getByRole('row', { name: /市中心医院/ });
    expect(within(row).getByRole('rowheader').textContent).toBe('市中心医院');
    const labels = [...row.querySelectorAll('td')].map((cell) => cell.dataset.label);
    expect(labels).toEqual(['类别', '应报', '已报', '状态', '']);
  });
});

describe('what a person types', () => {
  test('puts full-width figures right when the field is left', () => {
    const commit = vi.fn();
    render(() => <NumberField name="count" label="件数" decimal value="" onCommit={commit} />);
    const input = screen.getByRole('textbox', { name: '件数' });
    fireEvent.change(input, { target: { value: '１,２００．５' } });
    expect(commit).toHaveBeenCalledWith('1200.5');
  });

  test('reads a day written in the ordinary ways, and says how when it cannot', () => {
    const [day, setDay] = createSignal('');
    render(() => <DateField name="on" label="日期" value={day()} onInput={setDay} />);
    const input = screen.getByRole('textbox', { name: '日期' });
    fireEvent.change(input, { target: { value: '2026年11月5日' } });
    expect(day()).toBe('2026-11-05');
    fireEvent.change(input, { target: { value: '2026-02-30' } });
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText(/日期请写成/)).toBeTruthy();
  });

  test('knows a day while it is typed, leaves the writing alone, and settles it on Enter once', () => {
    const [day, setDay] = createSignal('');
    const committed = vi.fn<(day: string) => void>();
    render(() => (
      <DateField name="on" label="日期" value={day()} onInput={setDay} onCommit={committed} />
    ));
    const input = screen.getByRole<HTMLInputElement>('textbox', { name: '日期' });
    fireEvent.input(input, { target: { value: '2026年11' } });
    expect([day(), input.value]).toEqual(['', '2026年11']);
    expect(input.getAttribute('aria-invalid')).not.toBe('true');
    fireEvent.input(input, { target: { value: '2026年11月5日' } });
    expect([day(), input.value]).toEqual(['2026-11-05', '2026年11月5日']);
    fireEvent.keyDown(input, { key: 'Enter' });
    fireEvent.change(input);
    expect(input.value).toBe('2026-11-05');
    expect(committed.mock.calls).toEqual([['2026-11-05']]);
    fireEvent.input(input, { target: { value: '' } });
    expect(day()).toBe('');
  });

  test('takes a picked day over what was half typed, again after it was taken back too', () => {
    const [day, setDay] = createSignal('2026-11-05');
    render(() => <DateField name="on" label="日期" value={day()} onInput={setDay} />);
    const input = screen.getByRole<HTMLInputElement>('textbox', { name: '日期' });
    const picker = screen.getByLabelText('选日期 日期');
    fireEvent.input(input, { target: { value: '2026-1' } });
    fireEvent.change(picker, { target: { value: '2026-12-01' } });
    expect([day(), input.value]).toEqual(['2026-12-01', '2026-12-01']);
    setDay('2026-11-05');
    fireEvent.change(picker, { target: { value: '2026-12-01' } });
    expect([day(), input.value]).toEqual(['2026-12-01', '2026-12-01']);
  });

  test('lets nobody choose more than the form allows, and keeps the form’s order', () => {
    const [values, setValues] = createSignal(['c']);
    const options = ['a', 'b', 'c'].map((value) => ({ value, label: value }));
    render(() => (
      <CheckboxGroup
        name="k"
        label="类别"
        options={options}
        values={values()}
        onChange={setValues}
        limit={2}
      />
    ));
    fireEvent.click(screen.getByRole('checkbox', { name: 'a' }));
    expect(values()).toEqual(['a', 'c']);
    expect(screen.getByRole('checkbox', { name: 'b' })).toHaveProperty('disabled', true);
  });

  test('takes the focus to the list of errors, and from there to the field', async () => {
    const [errors, setErrors] = createSignal<{ path: string; message: string }[]>([]);
    render(() => (
      <>
        <ErrorSummary errors={errors()} labelOf={() => '负责人'} />
        <TextField name="answers/leader" label="负责人" value="" />
      </>
    ));
    setErrors([{ path: 'answers/leader', message: '请填写' }]);
    await waitFor(() => expect(document.activeElement?.className).toBe('error-summary'));
    fireEvent.click(screen.getByRole('link', { name: '负责人：请填写' }));
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: '负责人' }));
  });
});

describe('acts', () => {
  test('a busy button keeps its place and does nothing twice', () => {
    const click = vi.fn();
    render(() => (
      <Button busy onClick={click}>
        报送
      </Button>
    ));
    fireEvent.click(screen.getByRole('button', { name: '报送' }));
    expect(click).not.toHaveBeenCalled();
    expect(screen.getByRole('button').getAttribute('aria-busy')).toBe('true');
  });

  test('what would be lost is asked about, and leaving changes nothing', () => {
    const confirm = vi.fn();
    const [isOpen, setOpen] = createSignal(true);
    render(() => (
      <Confirm
        open={isOpen()}
        title="退回修改"
        act="退回"
        danger
        onConfirm={confirm}
        onCancel={() => setOpen(false)}
      >
        退回后由填报人修改。
      </Confirm>
    ));
    const dialog = screen.getByRole('alertdialog', { name: '退回修改' });
    fireEvent.click(within(dialog).getByRole('button', { name: '取消' }));
    expect(screen.queryByRole('alertdialog')).toBeNull();
    expect(confirm).not.toHaveBeenCalled();
  });

  test('a refusal is read out with what it says of fields, and is nowhere while there is none', () => {
    const [problem, setProblem] = createSignal<RefusalProblem>();
    render(() => <Refusal withFields problem={problem()} stale="请刷新后再办理" />);
    expect(screen.queryByRole('alert')).toBeNull();
    const errors = [{ path: 'reason', code: 'short', message: '原因至少两个字' }];
    setProblem({ title: '不能办理', status: 422, errors });
    expect(screen.getByRole('alert').textContent).toBe('不能办理原因至少两个字');
    setProblem({ title: '已被他人修改', status: 412, errors: [] });
    expect(screen.getByRole('alert').textContent).toBe('已被他人修改请刷新后再办理');
  });

  test('what was done is announced', () => {
    render(() => <LiveRegion />);
    announce('已复制');
    expect(screen.getByRole('status').textContent).toBe('已复制');
  });
});
