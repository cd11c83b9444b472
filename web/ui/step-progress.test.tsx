import { cleanup, fireEvent, render, screen } from '@solidjs/testing-library';
import { createSignal } from 'solid-js';
import { afterEach, describe, expect, test } from 'vitest';
import type { SteppingState } from '#web/shared/stepping.ts';
import { StepProgress } from './step-progress.component.tsx';

afterEach(cleanup);

const show = () => {
  const [done, setDone] = createSignal(0);
  const [state, setState] = createSignal<SteppingState>('running');
  const acts: string[] = [];
  render(() => (
    <StepProgress
      label="正在核对"
      words={state() === 'done' ? '已全部核对' : `已核对 ${done()}／100 件`}
      done={done()}
      total={100}
      state={state()}
      stop="停止核对"
      goOn="继续核对"
      onStop={() => acts.push('stop')}
      onGoOn={() => acts.push('go on')}
    />
  ));
  return { setDone, setState, acts };
};
const said = () => screen.getByRole('status').textContent;

describe('progress by steps', () => {
  test('shows each step and reads out quarters, where it stops, and the end', () => {
    const { setDone, setState } = show();
    const heard: (string | null)[] = [said()];
    for (let at = 5; at <= 60; at += 5) {
      setDone(at);
      expect(screen.getAllByText(`已核对 ${at}／100 件`).length).toBeGreaterThan(0);
      if (said() !== heard.at(-1)) heard.push(said());
    }
    setState('stopped');
    heard.push(said());
    setState('done');
    heard.push(said());
    expect(heard).toEqual([
      '已核对 0／100 件',
      '已核对 25／100 件',
      '已核对 50／100 件',
      '已核对 60／100 件',
      '已全部核对',
    ]);
  });

  test('stops and goes on by one button, which keeps the focus', () => {
    const { setState, acts } = show();
    const button = screen.getByRole('button', { name: '停止核对' });
    button.focus();
    fireEvent.click(button);
    setState('stopped');
    expect(screen.getByRole('button', { name: '继续核对' })).toBe(document.activeElement);
    fireEvent.click(button);
    expect(acts).toEqual(['stop', 'go on']);
  });

  test('takes the focus of the button that goes when all is through', () => {
    const { setState } = show();
    screen.getByRole('button', { name: '停止核对' }).focus();
    setState('done');
    expect(screen.queryByRole('progressbar')).toBeNull();
    expect(document.activeElement?.textContent).toBe('已全部核对');
  });

  test('leaves the focus where it is while somebody stands elsewhere', () => {
    const elsewhere = document.createElement('button');
    document.body.insertAdjacentElement('beforeend', elsewhere);
    const { setState } = show();
    elsewhere.focus();
    setState('done');
    expect(document.activeElement).toBe(elsewhere);
    elsewhere.remove();
  });
});
