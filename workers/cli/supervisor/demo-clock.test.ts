import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readDemoClock } from './demo-clock.ts';
import { createDataFolder } from './installation.fixtures.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-21T00:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

test('an installation without a demo has no clock but the real one', () => {
  expect(readDemoClock(createDataFolder(), undefined)).toBeUndefined();
});

test('the demo clock goes on between two starts instead of jumping back', () => {
  const layout = createDataFolder();
  expect(readDemoClock(layout, '2026-07-01T01:00:00.000Z')?.()).toBe('2026-07-01T01:00:00.000Z');
  vi.setSystemTime(new Date('2026-11-22T00:00:30Z'));
  expect(readDemoClock(layout, '2026-07-01T01:00:00.000Z')?.()).toBe('2026-07-02T01:00:30.000Z');
  expect(readDemoClock(layout, undefined)?.()).toBe('2026-07-02T01:00:30.000Z');
});

test('a demo clock that is no instant is refused', () => {
  expect(() => readDemoClock(createDataFolder(), 'July')).toThrow('not an ISO instant: July');
});
