import autocannon from 'autocannon';
import { startMeter } from './processor-time.ts';
import type { Spent } from './processor-time.ts';
import { medianOf } from './row.ts';

export type LoadRequest = autocannon.LoadRequest;
export type Target = { readonly url: string; readonly requests: readonly LoadRequest[] };
export type Load = {
  rate: number;
  done: number;
  p50: number;
  p99: number;
  failed: number;
  /** What else than success was answered, for a message. */
  faults: string;
};

function toLoad(result: autocannon.LoadResult, seconds: number): Load {
  const failed = result.non2xx + result.errors + result.timeouts;
  const { p50, p99 } = result.latency;
  const done = result['2xx'];
  const statuses = Object.entries(result.statusCodeStats)
    .filter(([status]) => !status.startsWith('2'))
    .map(([status, { count }]) => `${count} × ${status}`);
  const faults = [...statuses, `${result.timeouts} timeouts`, `${result.errors} errors`].join(', ');
  return { rate: Math.round(done / seconds), done, p50, p99, failed, faults };
}

/** The same requests over and over for a time. */
export async function loadFor(target: Target, connections: number, seconds: number): Promise<Load> {
  const requests = [...target.requests];
  const options = { url: target.url, connections, duration: seconds, requests };
  return toLoad(await autocannon(options), seconds);
}

/** Each request exactly once, shared out among the connections. */
export async function loadEach(target: Target, connections: number): Promise<Load> {
  const share = Math.floor(target.requests.length / connections);
  let taken = 0;
  const begun = performance.now();
  const result = await autocannon({
    url: target.url,
    connections,
    amount: share * connections,
    setupClient: (client) => {
      client.setRequests(target.requests.slice(taken, taken + share));
      taken += share;
    },
  });
  return toLoad(result, (performance.now() - begun) / 1000);
}

export type Comparison = { ours: number; theirs: number; details: Record<string, number> };

type Metered = Load & Spent;
type Pids = Parameters<typeof startMeter>[0];

/** One side of a comparison: what is not measured first, then what is. */
export type Side = () => Promise<() => Promise<Load>>;

async function runMetered(side: Side, pids: Pids): Promise<Metered> {
  const run = await side();
  const stop = startMeter(pids);
  const load = await run();
  return { ...load, ...stop() };
}

const median = (loads: readonly Metered[], pick: (load: Metered) => number) =>
  medianOf(loads.map(pick));

function describe(prefix: string, loads: readonly Metered[]): Record<string, number> {
  const done = loads.reduce((sum, load) => sum + load.done, 0);
  const perRequest = (pick: (load: Metered) => number) =>
    Math.round(loads.reduce((sum, load) => sum + pick(load), 0) / Math.max(1, done));
  return {
    [`${prefix}P50Ms`]: median(loads, ({ p50 }) => p50),
    [`${prefix}P99Ms`]: median(loads, ({ p99 }) => p99),
    [`${prefix}Failed`]: loads.reduce((sum, { failed }) => sum + failed, 0),
    [`${prefix}WorkerCpuUs`]: perRequest(({ workerUs }) => workerUs),
    [`${prefix}EngineCpuUs`]: perRequest(({ engineUs }) => engineUs),
  };
}

/** Round by round, theirs and ours in turn, so that a noisy minute disturbs both. */
export async function compareInTurn(
  rounds: number,
  pids: Pids,
  sides: { ours: Side; theirs: Side },
): Promise<Comparison> {
  const ours: Metered[] = [];
  const theirs: Metered[] = [];
  for (let round = 0; round < rounds; round += 1) {
    theirs.push(await runMetered(sides.theirs, pids));
    ours.push(await runMetered(sides.ours, pids));
  }
  return {
    ours: median(ours, ({ rate }) => rate),
    theirs: median(theirs, ({ rate }) => rate),
    details: { ...describe('our', ours), ...describe('their', theirs) },
  };
}
