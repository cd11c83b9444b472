import { createRoot } from 'solid-js';
import { describe, expect, test } from 'vitest';
import { createStepping } from './stepping.ts';

type Page = { items: number; next?: string };

/** A server of pages that answers when told to, and remembers what it was asked. */
function serve(pages: readonly (Page | undefined)[]) {
  const asked: (string | undefined)[] = [];
  const waiting: (() => void)[] = [];
  const ask = (after: string | undefined) =>
    new Promise<Page | undefined>((resolve) => {
      const page = pages[asked.length];
      asked.push(after);
      waiting.push(() => resolve(page));
    });
  const answer = async () => {
    waiting.shift()?.();
    // The loop and whoever waits for it go on in microtasks.
    await new Promise((resolve) => setTimeout(resolve, 0));
  };
  return { asked, ask, answer };
}

function begin(pages: readonly (Page | undefined)[]) {
  const server = serve(pages);
  const said: string[] = [];
  let items = 0;
  const made = createRoot((dispose) => ({
    dispose,
    stepping: createStepping<Page>({
      ask: server.ask,
      onPage: (page) => {
        items += page.items;
      },
      onStart: () => {
        items = 0;
      },
      onHalt: (isThrough) => void said.push(isThrough ? 'through' : 'halted'),
    }),
  }));
  return { ...server, ...made, said, items: () => items };
}

describe('steps one after the other', () => {
  test('go on until the server says that it is through', async () => {
    const run = begin([{ items: 2, next: 'a' }, { items: 3, next: 'b' }, { items: 1 }]);
    expect(run.stepping.state()).toBe('idle');
    await run.stepping.start();
    for (let at = 0; at < 3; at += 1) await run.answer();
    expect(run.asked).toEqual([undefined, 'a', 'b']);
    expect([run.items(), run.stepping.state(), run.said]).toEqual([6, 'done', ['through']]);
  });

  test('stop after the step on its way, which counts, and go on from there', async () => {
    const run = begin([{ items: 2, next: 'a' }, { items: 3 }]);
    await run.stepping.start();
    run.stepping.stop();
    await run.answer();
    expect([run.items(), run.asked.length, run.said]).toEqual([2, 1, ['halted']]);
    run.stepping.goOn();
    await run.answer();
    expect([run.items(), run.asked, run.stepping.state()]).toEqual([5, [undefined, 'a'], 'done']);
  });

  test('are never two at once, however soon somebody goes on', async () => {
    const run = begin([{ items: 2, next: 'a' }, { items: 3 }]);
    await run.stepping.start();
    run.stepping.stop();
    run.stepping.goOn();
    expect(run.asked).toHaveLength(1);
    await run.answer();
    await run.answer();
    expect([run.items(), run.said]).toEqual([5, ['through']]);
  });

  test('halt where one fails, and repeat that one when they go on', async () => {
    const run = begin([{ items: 2, next: 'a' }, undefined, { items: 3 }]);
    await run.stepping.start();
    await run.answer();
    await run.answer();
    expect(run.stepping.state()).toBe('stopped');
    run.stepping.goOn();
    await run.answer();
    expect([run.asked, run.items()]).toEqual([[undefined, 'a', 'a'], 5]);
  });

  test('begin anew only when what was on its way has arrived, without counting it', async () => {
    const run = begin([{ items: 2, next: 'a' }, { items: 7 }]);
    await run.stepping.start();
    const again = run.stepping.start();
    expect(run.asked).toHaveLength(1);
    await run.answer();
    await again;
    await run.answer();
    expect([run.asked, run.items()]).toEqual([[undefined, undefined], 7]);
  });

  test('end with the page that asked for them', async () => {
    const run = begin([{ items: 2, next: 'a' }, { items: 3 }]);
    await run.stepping.start();
    run.dispose();
    await run.answer();
    expect(run.asked).toHaveLength(1);
  });
});
