import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DataLayout } from './layout.ts';

type DemoClock = { demoNow: string; startedAt: number };

/**
 * A demo world has its own today, kept from its first start: what a person did yesterday stays a
 * day ago, and no restart turns the clock back.
 */
export function readDemoClock(
  layout: DataLayout,
  demoNow: string | undefined,
): (() => string) | undefined {
  const file = join(layout.root, 'demo-clock.json');
  if (!existsSync(file)) {
    if (demoNow === undefined || demoNow === '') return undefined;
    if (Number.isNaN(Date.parse(demoNow))) throw new Error(`not an ISO instant: ${demoNow}`);
    writeFileSync(file, JSON.stringify({ demoNow, startedAt: Date.now() } satisfies DemoClock));
  }
  const clock = JSON.parse(readFileSync(file, 'utf8')) as DemoClock;
  return () => new Date(Date.parse(clock.demoNow) + Date.now() - clock.startedAt).toISOString();
}
