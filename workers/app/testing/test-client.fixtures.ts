import type { Problem } from '#schema/contracts/problem.ts';

export type TestRequest = {
  readonly method?: string;
  readonly json?: unknown;
  readonly body?: BodyInit;
  readonly headers?: Readonly<Record<string, string>>;
};

export type TestAnswer = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON, in the shape the test expects. */
  json<Body = Problem>(): Body;
};

/** Calls the app as one person (or nobody) on one host. */
export type TestClient = (path: string, request?: TestRequest) => Promise<TestAnswer>;

type Fetch = (request: Request) => Response | Promise<Response>;

export function createTestClient(input: {
  readonly fetch: Fetch;
  readonly origin: string;
  readonly cookie?: string | undefined;
}): TestClient {
  return async (path, request = {}) => {
    const method = request.method ?? (request.json === undefined ? 'GET' : 'POST');
    const headers = new Headers({ origin: input.origin, 'accept-language': 'zh-CN' });
    if (input.cookie) headers.set('cookie', input.cookie);
    if (request.json !== undefined) headers.set('content-type', 'application/json');
    for (const [name, value] of Object.entries(request.headers ?? {})) headers.set(name, value);
    const body = request.json === undefined ? request.body : JSON.stringify(request.json);
    const init = { method, headers, ...(body === undefined ? {} : { body, duplex: 'half' }) };
    const response = await input.fetch(new Request(`${input.origin}${path}`, init));
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: <Body>() => JSON.parse(text) as Body,
    };
  };
}

/** Signs in over HTTP as a browser does and gives the cookie. */
export async function signInForCookie(
  client: TestClient,
  username: string,
  password: string,
): Promise<string> {
  const answer = await client('/api/auth/sign-in/username', { json: { username, password } });
  if (answer.status !== 200) throw new Error(`${username} cannot sign in: ${answer.text}`);
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');
  return cookies.join('; ');
}
