import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library';
import { Show, createSignal } from 'solid-js';
import { afterEach, expect, test } from 'vitest';
import { Button } from './button.component.tsx';
import { Dialog } from './dialog.component.tsx';

afterEach(cleanup);

const settled = () => new Promise<void>((resolve) => queueMicrotask(resolve));
const nameOfFocus = () => document.activeElement?.textContent;

/** A dialog as pages have it: beside its opener, under a condition, with an act that closes it. */
const Ruling = (props: { after?: () => void; opened?: boolean }) => {
  const [isOpen, setOpen] = createSignal(false);
  const [isDone, setDone] = createSignal(false);
  const act = () => {
    setDone(true);
    setOpen(false);
    props.after?.();
  };
  return (
    <main>
      <h1>审核</h1>
      <section>
        <h2>双人复核</h2>
        <Show when={!isDone()}>
          <Button onClick={() => setOpen(true)}>登记领导裁定</Button>
        </Show>
        <Show when={isOpen()}>
          <Dialog open title="登记裁定" onClose={() => setOpen(false)}>
            <Button onClick={act}>登记</Button>
          </Dialog>
        </Show>
      </section>
    </main>
  );
};

const openBy = (name: string) => {
  const opener = screen.getByRole('button', { name });
  opener.focus();
  fireEvent.click(opener);
  return opener;
};
const pressIn = (name: string) => {
  const button = screen.getByRole('button', { name });
  button.focus();
  fireEvent.click(button);
};

test('closing a dialog that is taken away gives the focus back to what opened it', async () => {
  render(() => <Ruling />);
  const opener = openBy('登记领导裁定');
  pressIn('关闭');
  expect(screen.queryByRole('dialog')).toBeNull();
  await settled();
  expect(document.activeElement).toBe(opener);
});

test('where the act took its own button away, the focus is where the result stands', async () => {
  render(() => <Ruling />);
  openBy('登记领导裁定');
  pressIn('登记');
  await settled();
  expect(nameOfFocus()).toBe('双人复核');
});

test('an opener that the act disabled does not get it: the heading above does', async () => {
  const [isOpen, setOpen] = createSignal(false);
  const [isUrged, setUrged] = createSignal(false);
  const urge = () => {
    setUrged(true);
    setOpen(false);
  };
  render(() => (
    <section>
      <h2>报送进度</h2>
      <Button disabled={isUrged()} onClick={() => setOpen(true)}>
        催办
      </Button>
      <Dialog open={isOpen()} title="催办一家单位" onClose={() => setOpen(false)}>
        <Button onClick={urge}>发送</Button>
      </Dialog>
    </section>
  ));
  openBy('催办');
  pressIn('发送');
  await settled();
  expect(nameOfFocus()).toBe('报送进度');
});

test('opened by a key with the focus nowhere, it leaves the reader at the page’s heading', async () => {
  const [isOpen, setOpen] = createSignal(false);
  render(() => (
    <main>
      <h1>审核</h1>
      <Dialog open={isOpen()} title="挂起" onClose={() => setOpen(false)}>
        一
      </Dialog>
    </main>
  ));
  setOpen(true);
  pressIn('关闭');
  await settled();
  expect(nameOfFocus()).toBe('审核');
});

test('a dialog from within a dialog gives back through both of them', async () => {
  const [depth, setDepth] = createSignal(0);
  render(() => (
    <main>
      <Button onClick={() => setDepth(1)}>邀请</Button>
      <Show when={depth() > 0}>
        <Dialog open title="外" onClose={() => setDepth(0)}>
          <Button onClick={() => setDepth(2)}>名单</Button>
          <Show when={depth() > 1}>
            <Dialog open title="内" onClose={() => setDepth(0)}>
              <Button onClick={() => setDepth(0)}>完成</Button>
            </Dialog>
          </Show>
        </Dialog>
      </Show>
    </main>
  ));
  const opener = openBy('邀请');
  openBy('名单');
  pressIn('完成');
  await settled();
  expect(document.activeElement).toBe(opener);
});

test('what the act itself gave the focus to keeps it', async () => {
  render(() => (
    <>
      <input aria-label="文号" />
      <Ruling after={() => screen.getByRole('textbox', { name: '文号' }).focus()} />
    </>
  ));
  openBy('登记领导裁定');
  pressIn('登记');
  await settled();
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: '文号' }));
});
