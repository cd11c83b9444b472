import { cleanup, fireEvent, render, screen, waitFor } from '@solidjs/testing-library';
import { For, Show, createSignal } from 'solid-js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Button } from './button.component.tsx';
import { DataTable } from './data-table.component.tsx';
import { keepFocus } from './focus-keeper.ts';
import { BottomBar } from './page.component.tsx';

let stop: () => void = () => undefined;
beforeEach(() => (stop = keepFocus()));
afterEach(() => {
  stop();
  cleanup();
});

const at = () => document.activeElement;
const press = (name: string) => {
  const button = screen.getByRole('button', { name });
  button.focus();
  fireEvent.click(button);
};

type Invited = { id: string; name: string; state: string };
const People = (props: { onAct: () => void; rows: readonly Invited[] }) => (
  <main>
    <h1>邀请</h1>
    <DataTable
      caption="邀请"
      rows={props.rows}
      empty={{ title: '没有邀请' }}
      columns={[
        { key: 'name', header: '岗位', rowHeader: true, cell: ({ name }) => name },
        { key: 'state', header: '状态', cell: ({ state }) => state },
        {
          key: 'act',
          header: '办理',
          cell: (row) => (
            <>
              <Button>{`取得链接 ${row.name}`}</Button>
              <Show when={row.state === '待授权'}>
                <Button onClick={() => props.onAct()}>{`授权 ${row.name}`}</Button>
              </Show>
            </>
          ),
        },
      ]}
    />
  </main>
);
const asked: readonly Invited[] = [
  { id: 'inv_1', name: '联络员', state: '待授权' },
  { id: 'inv_2', name: '负责人', state: '待授权' },
];

describe('the focus is never nowhere', () => {
  test('an act that takes its own button away leaves it on the row, drawn anew', async () => {
    const [rows, setRows] = createSignal(asked);
    const done = () =>
      setRows(([one, two]) => [{ ...one, state: '已授权' } as Invited, two as Invited]);
    render(() => <People rows={rows()} onAct={done} />);
    press('授权 联络员');
    await waitFor(() => expect(at()?.tagName).toBe('TR'));
    expect(at()?.textContent).toContain('已授权');
  });

  test('a row drawn anew with the same button gives that button the focus', async () => {
    const [rows, setRows] = createSignal(asked);
    render(() => <People rows={rows()} onAct={() => undefined} />);
    const before = screen.getByRole('button', { name: '取得链接 负责人' });
    before.focus();
    setRows((all) => all.map((row) => ({ ...row })));
    expect(before.isConnected).toBe(false);
    await waitFor(() => expect(at()?.textContent).toBe('取得链接 负责人'));
  });

  test('a row that left its list leaves it on the heading above', async () => {
    const [rows, setRows] = createSignal(asked);
    render(() => <People rows={rows()} onAct={() => setRows(([, two]) => [two as Invited])} />);
    press('授权 联络员');
    await waitFor(() => expect(at()?.tagName).toBe('H1'));
  });

  test('decided, the bar at the foot has it, with what can be done next', async () => {
    const [isDecided, setDecided] = createSignal(false);
    render(() => (
      <main>
        <h1>报送件</h1>
        <BottomBar>
          <Show
            when={isDecided()}
            fallback={<Button onClick={() => setDecided(true)}>通过</Button>}
          >
            <Button>撤销</Button>
          </Show>
        </BottomBar>
      </main>
    ));
    press('通过');
    await waitFor(() => expect(at()?.className).toBe('bottom-bar'));
    expect(at()?.textContent).toBe('撤销');
  });

  test('a page that is away for a moment gets it back where it was', async () => {
    const list = document.createElement('ul');
    render(() => <main>{list}</main>);
    list.innerHTML = '<li><button>甲</button></li>';
    const button = screen.getByRole('button', { name: '甲' });
    button.focus();
    const parent = list.parentElement;
    list.remove();
    await waitFor(() => expect(at()?.tagName).toBe('MAIN'));
    parent?.appendChild(list);
    await waitFor(() => expect(at()).toBe(button));
  });

  test('a reader who pointed beside everything is left alone', async () => {
    const [names, setNames] = createSignal(['甲', '乙']);
    render(() => (
      <main>
        <For each={names()}>{(name) => <Button>{name}</Button>}</For>
      </main>
    ));
    const button = screen.getByRole('button', { name: '甲' });
    button.focus();
    fireEvent.mouseDown(document.body);
    button.blur();
    await new Promise((resolve) => setTimeout(resolve, 10));
    setNames(['乙']);
    await new Promise((resolve) => setTimeout(resolve, 80));
    expect(at()).toBe(document.body);
  });
});
