import { expect, test } from 'vitest';
import { createClock, dayOf, endOfDay, systemClock } from './clock.ts';

test('a day begins at midnight in Shanghai, whatever the machine thinks', () => {
  expect(dayOf(Date.parse('2026-06-30T15:59:59.999Z'))).toBe('2026-06-30');
  expect(dayOf(Date.parse('2026-06-30T16:00:00Z'))).toBe('2026-07-01');
});

test('a due day ends at 24:00 of that day', () => {
  expect(endOfDay('2026-11-15')).toBe(Date.parse('2026-11-15T16:00:00Z'));
  expect(dayOf(endOfDay('2026-11-15') - 1)).toBe('2026-11-15');
});

test('a deployment without a demo instant shows the time of its machine', () => {
  expect(createClock(undefined)).toBe(systemClock);
  expect(createClock('')).toBe(systemClock);
});

test('a demo clock starts at its instant and runs', async () => {
  const startAt = Date.parse('2026-07-01T09:00:00+08:00');
  const clock = createClock('2026-07-01T09:00:00+08:00');
  expect(clock.now() - startAt).toBeLessThan(1_000);
  const first = clock.now();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(clock.now()).toBeGreaterThan(first);
});

test('a demo instant that is none is refused at start', () => {
  expect(() => createClock('next summer')).toThrow(/DEMO_NOW/);
});
