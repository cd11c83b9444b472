/** Where "now" comes from: milliseconds UTC. */
export interface Clock {
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/** A clock that shows `startAt` at this moment and then runs at the usual pace. */
export function createShiftedClock(startAt: number): Clock {
  const offset = startAt - Date.now();
  return { now: () => Date.now() + offset };
}

/** The clock of a deployment: the machine's, or the demo's when `DEMO_NOW` names an instant. */
export function createClock(demoNow: string | undefined): Clock {
  if (demoNow === undefined || demoNow === '') return systemClock;
  const startAt = Date.parse(demoNow);
  if (Number.isNaN(startAt)) throw new Error(`DEMO_NOW is not an ISO instant: ${demoNow}`);
  return createShiftedClock(startAt);
}

const SHANGHAI_OFFSET = 8 * 60 * 60 * 1000;

/** The calendar day (`YYYY-MM-DD`) in Asia/Shanghai at an instant. */
export function dayOf(instant: number): string {
  return new Date(instant + SHANGHAI_OFFSET).toISOString().slice(0, 10);
}

/** The instant at which a day ends in Asia/Shanghai (24:00 of that day). */
export function endOfDay(day: string): number {
  return Date.parse(`${day}T00:00:00+08:00`) + 24 * 60 * 60 * 1000;
}
