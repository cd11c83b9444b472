import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createStopwatch } from './stopwatch.ts';

test('each part of a start is measured under its own name', async () => {
  const { measure, timings } = createStopwatch();
  expect(await measure('engines', () => sleep(20, 'up'))).toBe('up');
  await measure('worker', () => Promise.resolve());
  expect(timings.engines).toBeGreaterThanOrEqual(15);
  expect(Object.keys(timings)).toEqual(['engines', 'worker']);
});

test('a part that fails is measured too, and its failure is passed on', async () => {
  const { measure, timings } = createStopwatch();
  const failing = measure('engines', () => Promise.reject(new Error('no disk')));
  await expect(failing).rejects.toThrow('no disk');
  expect(timings).toHaveProperty('engines');
});
