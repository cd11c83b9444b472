/** Hrana as it goes over the wire, as far as the bench looks into it. */
export type WireStep = {
  stmt: { sql: string; args?: { type: string; value?: string }[]; want_rows?: boolean };
  condition?: unknown;
};
export type WireRequest =
  | { type: 'batch'; batch: { steps: WireStep[] } }
  | { type: 'execute' | 'close'; [field: string]: unknown };
export type Pipeline = { baton: null; requests: WireRequest[] };

export function readPipeline(body: string): Pipeline {
  return JSON.parse(body) as Pipeline;
}

/** What an interface call asks in several round trips, asked in one: as kind to the engine as can be. */
export function mergePipelines(bodies: readonly string[]): Pipeline {
  const requests = bodies.flatMap((body) => readPipeline(body).requests);
  const asking = requests.filter(({ type }) => type !== 'close');
  if (asking.length === 0) throw new Error('nothing was recorded');
  return { baton: null, requests: [...asking, { type: 'close' }] };
}

const scaffold = /^(?:begin|commit|rollback|savepoint|release)\b/i;
const isLookup = ({ stmt }: WireStep) => stmt.sql.startsWith('select request_hash');

/** The rows of one recorded change as one plain transaction of their own, without savepoints. */
export function toPlainTransaction(recorded: Pipeline): Pipeline {
  const [batch] = recorded.requests;
  if (batch?.type !== 'batch') throw new Error('a change is recorded as one batch');
  const { steps: all } = (batch as { batch: { steps: WireStep[] } }).batch;
  const work = all.filter((step) => !scaffold.test(step.stmt.sql) && !isLookup(step));
  const ok = (step: number) => ({ type: 'ok', step });
  const steps: WireStep[] = [{ stmt: { sql: 'begin immediate' } }];
  for (const { stmt } of work) steps.push({ stmt, condition: ok(steps.length - 1) });
  const commit = steps.push({ stmt: { sql: 'commit' }, condition: ok(steps.length - 1) }) - 1;
  steps.push({ stmt: { sql: 'rollback' }, condition: { type: 'not', cond: ok(commit) } });
  return { baton: null, requests: [{ type: 'batch', batch: { steps } }, { type: 'close' }] };
}
