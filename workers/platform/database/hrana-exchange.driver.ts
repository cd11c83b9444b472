import type { TokenProvider } from '../crypto/token-mint.ts';
import { DatabaseUnavailableError } from './database.errors.ts';
import { DATABASE_DEADLINE_MS } from './deadline.ts';
import type { Fetch } from './deadline.ts';
import type { WireAnswer, WireRequest } from './hrana-wire.ts';
import { namespaceHeader } from './namespace.ts';

export type HranaOptions = {
  url: string;
  namespace: string;
  token: TokenProvider;
  fetch?: Fetch;
  deadlineMs?: number;
};

export type WirePipeline = { baton: string | null; requests: readonly WireRequest[] };

/** The server is there and refuses the request as a whole: nothing of it ran. */
export class PipelineRefusedError extends DatabaseUnavailableError {
  readonly status: number;
  constructor(status: number, detail: string) {
    super(`the database answered ${status}: ${detail}`);
    this.status = status;
  }
}

/** The server takes no more connections now. */
const TOO_MANY = 429;
/** Milliseconds before each new attempt; their sum stays far below the deadline. */
const PAUSES_MS = [10, 30, 90, 270];

/** One pipeline to one namespace, there and back, within its deadline. */
export type Exchange = (pipeline: WirePipeline) => Promise<WireAnswer>;

export function createExchange(options: HranaOptions): Exchange {
  const endpoint = `${options.url.replace(/\/+$/, '')}/v3/pipeline`;
  const fetch = options.fetch ?? globalThis.fetch.bind(globalThis);
  const namespace = namespaceHeader(options.namespace);
  return async (pipeline) => {
    const body = JSON.stringify(pipeline);
    const signal = AbortSignal.timeout(options.deadlineMs ?? DATABASE_DEADLINE_MS);
    const attempt = async () =>
      fetch(endpoint, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${await options.token()}`,
          'x-namespace-bin': namespace,
        },
        body,
        signal,
      });
    try {
      const response = await attemptWhileFull(attempt);
      if (response.ok) return (await response.json()) as WireAnswer;
      throw new PipelineRefusedError(response.status, (await response.text()).slice(0, 200));
    } catch (cause) {
      if (cause instanceof DatabaseUnavailableError) throw cause;
      throw new DatabaseUnavailableError('the database did not answer', { cause });
    }
  };
}

/** A full server has run nothing of the pipeline, so that a write too may be sent again. */
async function attemptWhileFull(attempt: () => Promise<Response>): Promise<Response> {
  let response = await attempt();
  for (const pause of PAUSES_MS) {
    if (response.status !== TOO_MANY) break;
    await response.body?.cancel();
    await new Promise((resolve) => setTimeout(resolve, pause * (0.5 + Math.random())));
    response = await attempt();
  }
  return response;
}
