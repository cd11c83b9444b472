import { locale } from './i18n.ts';
import { createIdempotencyKey } from './idempotency-key.ts';
import { NetworkError, ProblemError, readProblem } from './problem.ts';

type QueryValue = string | number | boolean | undefined | null;
export type Query = Readonly<Record<string, QueryValue | readonly string[]>>;

export type CommandMethod = 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export type CommandRequest = {
  readonly method: CommandMethod;
  readonly path: string;
  readonly body?: unknown;
  /** The ETag the change is based on. */
  readonly ifMatch?: string | undefined;
  /** Give the same key when the same command is sent again; made when absent. */
  readonly idempotencyKey?: string | undefined;
  readonly signal?: AbortSignal | undefined;
};

export type Answer<T> = {
  readonly data: T;
  readonly etag: string | undefined;
  readonly status: number;
};

type Listener = (event: { kind: 'reached' | 'lost' | 'signed-out' }) => void;
const listeners = new Set<Listener>();
const tell = (kind: 'reached' | 'lost' | 'signed-out') => {
  for (const listener of listeners) listener({ kind });
};

/** Hears whether the server was reached, was away, or says that the session has ended. */
export const onServerContact = (listener: Listener): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const buildUrl = (path: string, query: Query = {}): string => {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null || value === '') continue;
    if (Array.isArray(value)) value.forEach((each: string) => params.append(name, each));
    else params.set(name, String(value));
  }
  const text = params.toString();
  return text ? `${path}${path.includes('?') ? '&' : '?'}${text}` : path;
};

/** `fetch` with the language and same-origin cookies; throws ProblemError or NetworkError. Fits Hono's `hc`. */
export const apiFetch = async (
  input: RequestInfo | URL,
  init: RequestInit = {},
): Promise<Response> => {
  const headers = new Headers(init.headers);
  headers.set('accept-language', locale());
  if (!headers.has('accept')) headers.set('accept', 'application/json, application/problem+json');
  let response: Response;
  try {
    response = await fetch(input, { ...init, headers, credentials: 'same-origin' });
  } catch (cause) {
    if (init.signal?.aborted) throw cause;
    tell('lost');
    throw new NetworkError(cause);
  }
  if (response.ok || response.status === 304) {
    tell('reached');
    return response;
  }
  const problem = await readProblem(response);
  tell([502, 503, 504].includes(problem.status) ? 'lost' : 'reached');
  if (problem.status === 401) tell('signed-out');
  throw problem;
};

/** The body is what the route's contract says; the server validates it, the browser trusts its server. */
const readJson = async <T>(response: Response): Promise<T> =>
  (response.status === 204 ? undefined : await response.json()) as T;

const answerOf = async <T>(response: Response): Promise<Answer<T>> => ({
  data: await readJson<T>(response),
  etag: response.headers.get('etag') ?? undefined,
  status: response.status,
});

const read = async <T>(path: string, query?: Query, signal?: AbortSignal): Promise<Answer<T>> =>
  answerOf<T>(await apiFetch(buildUrl(path, query), { signal: signal ?? null }));

const send = async <T>(command: CommandRequest): Promise<Answer<T>> => {
  const headers = new Headers({
    'idempotency-key': command.idempotencyKey ?? createIdempotencyKey(),
  });
  if (command.ifMatch !== undefined) headers.set('if-match', command.ifMatch);
  let body: BodyInit | null = null;
  if (command.body instanceof FormData || command.body instanceof Blob) body = command.body;
  else if (command.body !== undefined) {
    headers.set('content-type', 'application/json');
    body = JSON.stringify(command.body);
  }
  const signal = command.signal ?? null;
  return answerOf<T>(
    await apiFetch(command.path, { method: command.method, headers, body, signal }),
  );
};

export const api = {
  read,
  /** The body alone. */
  get: async <T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> =>
    (await read<T>(path, query, signal)).data,
  send,
};

/** Waits as long as the server asked, else 1, 2, 4 … 30 seconds. */
export const retryDelay = (attempt: number, error: unknown): number => {
  const asked = error instanceof ProblemError ? error.retryAfter : undefined;
  return asked === undefined ? Math.min(30_000, 1000 * 2 ** attempt) : asked * 1000;
};
