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

/** One pipeline to one namespace, there and back, within its deadline. */
export type Exchange = (pipeline: WirePipeline) => Promise<WireAnswer>;

export function createExchange(options: HranaOptions): Exchange {
  const endpoint = `${options.url.replace(/\/+$/, '')}/v3/pipeline`;
  const fetch = options.fetch ?? globalThis.fetch.bind(globalThis);
  const namespace = namespaceHeader(options.namespace);
  return async (pipeline) => {
    try {
      const response = await fetch(endpoint, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${await options.token()}`,
          'x-namespace-bin': namespace,
        },
        body: JSON.stringify(pipeline),
        signal: AbortSignal.timeout(options.deadlineMs ?? DATABASE_DEADLINE_MS),
      });
      if (response.ok) return (await response.json()) as WireAnswer;
      throw new PipelineRefusedError(response.status, (await response.text()).slice(0, 200));
    } catch (cause) {
      if (cause instanceof DatabaseUnavailableError) throw cause;
      throw new DatabaseUnavailableError('the database did not answer', { cause });
    }
  };
}
