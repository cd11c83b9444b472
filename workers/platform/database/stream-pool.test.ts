import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createStreamPools } from './stream-pool.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a stream that was given back is the next one taken', () => {
  const pool = createStreamPools()('north');
  const first = pool.lease();
  expect(first?.baton).toBeNull();
  first?.end('b1');
  expect(pool.lease()?.baton).toBe('b1');
});

test('a stream is with one reader at a time', () => {
  const pool = createStreamPools()('north');
  pool.lease()?.end('b1');
  expect([pool.lease()?.baton, pool.lease()?.baton]).toEqual(['b1', null]);
});

test('a stream that failed is not taken again', () => {
  const pool = createStreamPools()('north');
  pool.lease()?.end(null);
  expect(pool.lease()?.baton).toBeNull();
});

test("one tenant's stream is never handed to another", () => {
  const poolOf = createStreamPools();
  poolOf('north').lease()?.end('of-north');
  expect(poolOf('south').lease()?.baton).toBeNull();
  expect(poolOf('north').lease()?.baton).toBe('of-north');
});

test('what the server has forgotten meanwhile is forgotten here first', () => {
  const pool = createStreamPools()('north');
  pool.lease()?.end('b1');
  vi.advanceTimersByTime(8_001);
  expect(pool.lease()?.baton).toBeNull();
});

test('with no place left a reader goes without, in its namespace and in all', () => {
  const poolOf = createStreamPools({ perNamespace: 2, whole: 3 });
  const [one, two, three] = [poolOf('a').lease(), poolOf('a').lease(), poolOf('a').lease()];
  expect([one, two, three].map((lease) => lease !== undefined)).toEqual([true, true, false]);
  expect(poolOf('b').lease()).toBeDefined();
  expect(poolOf('c').lease()).toBeUndefined();
  one?.end(null);
  expect(poolOf('c').lease()).toBeDefined();
});

test('a reader that was cut off gives its place back after a while, but not its stream', () => {
  const pool = createStreamPools({ perNamespace: 1, whole: 1 })('north');
  const lost = pool.lease();
  expect(pool.lease()).toBeUndefined();
  vi.advanceTimersByTime(15_001);
  const next = pool.lease();
  expect(next?.baton).toBeNull();
  lost?.end('late');
  next?.end('b2');
  expect(pool.lease()?.baton).toBe('b2');
});
