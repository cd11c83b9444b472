import type { Clock } from '#workers/platform/clock.ts';
import { readDemoClock } from './demo-clock.ts';
import type { DataLayout } from './layout.ts';

/** The time by which this installation works: a demo world has its own today. */
export function readInstallationClock(layout: DataLayout): Clock {
  const demoNow = readDemoClock(layout, undefined);
  return { now: () => (demoNow === undefined ? Date.now() : Date.parse(demoNow())) };
}
