import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';

/** Linux counts a process's time in hundredths of a second. */
const tickUs = 10_000;
const afterName = /\) \S (.*)$/;
const userTime = 10;
const systemTime = 11;

/** Microseconds a process has spent on a processor; 0 where the system does not say. */
function processorTime(pid: number | undefined): number {
  if (process.platform !== 'linux' || pid === undefined) return 0;
  const fields =
    afterName.exec(readFileSync(`/proc/${pid}/stat`, 'utf8').trimEnd())?.[1]?.split(' ') ?? [];
  return (Number(fields[userTime]) + Number(fields[systemTime])) * tickUs;
}

type Pids = { workerd?: number; tenantDatabase?: number };
export type Spent = { workerUs: number; engineUs: number };

/** What Worker and engine spend meanwhile: it does not depend on who else uses the machine. */
export function startMeter(pids: Pids): () => Spent {
  const read = () => ({
    workerUs: processorTime(pids.workerd),
    engineUs: processorTime(pids.tenantDatabase),
  });
  const before = read();
  return () => {
    const now = read();
    return {
      workerUs: now.workerUs - before.workerUs,
      engineUs: now.engineUs - before.engineUs,
    };
  };
}

const glanceMs = 500;
const glances = 120;
/** A twentieth of one processor: what runs by itself all the time. */
const idleUs = 25_000;

/** Waits until what the seeding left to do is done, such as writing the log back; a minute at most. */
export async function untilIdle(pids: Pids): Promise<void> {
  for (let at = 0; at < glances; at += 1) {
    const stop = startMeter(pids);
    await pause(glanceMs);
    const { workerUs, engineUs } = stop();
    if (workerUs + engineUs < idleUs) return;
  }
}

/** How many processes waited for a processor in the last minute; above the cores it is noise. */
export function readBusyness(): number {
  return Math.round((loadavg()[0] ?? 0) * 10) / 10;
}
