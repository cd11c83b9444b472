import { createSubmissionsRoutes, listInStates } from '#workers/modules/submissions/index.ts';
import type { Installation } from './installation.ts';
import { compareInTurn, loadEach } from './load.ts';
import type { Load, LoadRequest } from './load.ts';
import { readPipeline, toPlainTransaction } from './pipeline.ts';
import type { Pipeline, WireStep } from './pipeline.ts';
import { ratioRow } from './row.ts';
import type { BenchRow } from './row.ts';

const rounds = 2;
const filingsARound = 300;
const preparing = 20;
export const filingConnections = [10, 50] as const;

/** Ours and theirs of every round at every concurrency, and one to be recorded. */
export const filingsNeeded = filingConnections.length * rounds * filingsARound * 2 + 1;

const keyed = (name: string, id: string) => ({ 'idempotency-key': `${name}-${id}` });
const json = { 'content-type': 'application/json' };

function mustAllPass(load: Load, what: string): void {
  if (load.failed > 0) throw new Error(`${what} failed: ${load.faults}`);
}

/** Fills in and signs off, so that only the filing itself is left to do. */
async function prepare(installation: Installation, ids: readonly string[]): Promise<void> {
  const body = JSON.stringify({ changes: [{ path: 'cases', value: 3, basedOn: 0 }] });
  const drafts = ids.map((id): LoadRequest => ({
    method: 'PATCH',
    path: `/api/submissions/${id}/draft`,
    headers: json,
    body,
  }));
  const signatures = ids.map((id): LoadRequest => ({
    method: 'POST',
    path: `/api/submissions/${id}/sign-off`,
    headers: keyed('sign', id),
  }));
  const connections = ids.length < preparing ? 1 : preparing;
  for (const requests of [drafts, signatures]) {
    const load = await loadEach(installation.asPerson('filer', requests), connections);
    mustAllPass(load, 'the preparation of filings');
  }
}

const filingOf = (id: string): LoadRequest => ({
  method: 'POST',
  path: `/api/submissions/${id}/file`,
  headers: keyed('file', id),
});

/** What the program's own writer sends for one filing, with the names that differ each time. */
export type Model = { pipeline: Pipeline; id: string; receipt: string; event: string };

export function readModel(body: string, id: string): Model {
  const pipeline = toPlainTransaction(readPipeline(body));
  const text = JSON.stringify(pipeline);
  const receipt = /\b\d{8}-[0-9A-Z]{8}\b/.exec(text)?.[0];
  const event = /\bevt_[0-9a-z]{26}\b/.exec(text)?.[0];
  if (receipt === undefined || event === undefined) throw new Error('no filing was recorded');
  return { pipeline, id, receipt, event };
}

/** The same rows for another filing, which has not been touched since it was opened. */
export function copyFor(model: Model, id: string, index: number): Pipeline {
  const serial = String(index).padStart(8, '0');
  const text = JSON.stringify(model.pipeline)
    .replaceAll(model.id, id)
    .replaceAll(model.receipt, `${model.receipt.slice(0, 9)}${serial}`)
    .replaceAll(model.event, `evt_bench${String(index).padStart(21, '0')}`);
  const copy = JSON.parse(text) as Pipeline;
  const [batch] = copy.requests as { batch?: { steps: WireStep[] } }[];
  const update = batch?.batch?.steps.find(({ stmt }) =>
    stmt.sql.startsWith('update "submissions"'),
  );
  const version = update?.stmt.args?.at(-1);
  if (version === undefined) throw new Error('a filing changes its record by its version');
  version.value = '1';
  return copy;
}

async function recordFiling(installation: Installation, id: string): Promise<Model> {
  await prepare(installation, [id]);
  const recorded = await installation.recorder.record(createSubmissionsRoutes(), {
    token: installation.sessionOf('filer').token,
    path: `/${id}/file`,
    init: { method: 'POST', headers: keyed('file', id) },
  });
  const [body] = recorded.writes;
  if (body === undefined) throw new Error('the filing committed nothing');
  return readModel(body, id);
}

/** One row a number of connections: a filing with audit, outbox and idempotency, acknowledged. */
export async function filingRows(installation: Installation): Promise<BenchRow[]> {
  const { runtime, world } = installation;
  const due = await listInStates(runtime.databases.open(world.slug), {
    states: ['due'],
    range: { everything: true },
    limit: filingsNeeded,
  });
  const ids = due.map(({ id }) => id).values();
  const take = (count: number) => Array.from({ length: count }, () => ids.next().value ?? '');
  const model = await recordFiling(installation, take(1)[0] ?? '');
  let copies = 0;
  const rows: BenchRow[] = [];
  for (const connections of filingConnections) {
    const { details, ...rates } = await compareInTurn(rounds, runtime.pids(), {
      theirs: async () => {
        const pipelines = take(filingsARound).map((id) => copyFor(model, id, (copies += 1)));
        const target = await installation.toEngine(pipelines);
        return () => loadEach(target, connections);
      },
      ours: async () => {
        const chosen = take(filingsARound);
        await prepare(installation, chosen);
        const requests = chosen.map(filingOf);
        return () => loadEach(installation.asPerson('filer', requests), connections);
      },
    });
    rows.push(
      ratioRow({
        name: `filing-${connections}`,
        title: {
          zh: `报送一件（审计、事件、幂等），${connections} 个连接`,
          en: `a filing with audit, outbox and key, ${connections} connections`,
        },
        unit: 'req/s',
        ...rates,
        atLeast: 0.8,
        details: { ...details, connections, filings: rounds * filingsARound },
      }),
    );
  }
  return rows;
}
