import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';

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

/** How many processes waited for a processor in the last minute; above the cores it is noise. */
export function readBusyness(): number {
  return Math.round((loadavg()[0] ?? 0) * 10) / 10;
}
