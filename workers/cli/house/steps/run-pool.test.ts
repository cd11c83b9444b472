import { expect, test } from 'vitest';
import { runPool } from './run-pool.ts';

test('never more than two steps run at once, and answers keep their order', async () => {
  let running = 0;
  let most = 0;
  const work = (name: string, ms: number) => async () => {
    most = Math.max(most, ++running);
    await new Promise((resolve) => setTimeout(resolve, ms));
    running -= 1;
    return name;
  };
  const names = await runPool(2, [work('a', 30), work('b', 5), work('c', 5), work('d', 1)]);
  expect(names).toEqual(['a', 'b', 'c', 'd']);
  expect(most).toBe(2);
});
