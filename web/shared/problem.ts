export type FieldProblem = {
  readonly path: string;
  readonly code: string;
  readonly message: string;
};

export type ProblemBody = {
  readonly type?: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly requestId?: string;
  readonly errors?: readonly FieldProblem[];
  readonly [extra: string]: unknown;
};

const readPointer = (pointer: string): string =>
  pointer.replace(/^\//, '').replace(/~1/g, '/').replace(/~0/g, '~');

/** The server answered, and said no. `title` is already in the reader's language. */
export class ProblemError extends Error {
  readonly body: ProblemBody;
  /** Seconds the server asks us to wait. */
  readonly retryAfter: number | undefined;
  /** Version of the record as it stands now, with 412. */
  readonly etag: string | undefined;

  constructor(body: ProblemBody, headers: Headers) {
    super(`${body.code}: ${body.title}`);
    this.name = 'ProblemError';
    this.body = body;
    const seconds = Number(headers.get('retry-after') ?? Number.NaN);
    this.retryAfter = Number.isFinite(seconds) ? seconds : undefined;
    this.etag = headers.get('etag') ?? undefined;
  }

  get code(): string {
    return this.body.code;
  }

  get status(): number {
    return this.body.status;
  }

  get title(): string {
    return this.body.title;
  }

  get requestId(): string | undefined {
    return this.body.requestId;
  }

  /** Paths as the forms name their fields: the server's JSON pointers without the first slash. */
  get errors(): readonly FieldProblem[] {
    return (this.body.errors ?? []).map((error) => ({ ...error, path: readPointer(error.path) }));
  }

  /** The message of one field, for its Field. */
  errorOf(path: string): string | undefined {
    return this.errors.find((error) => error.path === path)?.message;
  }
}

/** No answer came: the network is away, or the request was cut. Nobody knows whether it was done. */
export class NetworkError extends Error {
  constructor(cause: unknown) {
    super('network', { cause });
    this.name = 'NetworkError';
  }
}

/** True where the same request may be sent again under the same key. */
export const isOutcomeUnknown = (error: unknown): boolean =>
  error instanceof NetworkError ||
  (error instanceof ProblemError && [502, 503, 504].includes(error.status));

export const isProblem = (error: unknown, code: string): error is ProblemError =>
  error instanceof ProblemError && error.code === code;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** An answer that is no problem+json (a proxy's error page) still becomes a problem. */
export const readProblem = async (response: Response): Promise<ProblemError> => {
  const text = await response.text().catch(() => '');
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    body = undefined;
  }
  const known = isObject(body) ? body : {};
  const problem: ProblemBody = {
    ...known,
    status: response.status,
    code: typeof known.code === 'string' ? known.code : `http.${response.status}`,
    title: typeof known.title === 'string' ? known.title : '',
  };
  return new ProblemError(problem, response.headers);
};
