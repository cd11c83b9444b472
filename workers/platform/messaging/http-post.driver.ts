import { DeliveryError } from './message-channel.ts';
import { assertAllowed, portOf } from './outward-hosts.ts';
import type { OutwardHosts } from './outward-hosts.ts';

export type Send = (url: string, init: RequestInit) => Promise<Response>;
export type HttpPost = {
  readonly hosts: OutwardHosts;
  readonly send: Send;
  readonly timeoutMs: number;
};

type Posting = {
  readonly url: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
};

const ANSWER_BYTES = 16_384;

/** Posts JSON to an allowed host; follows no redirect, and reads no more than a short answer. */
export async function postJson(
  { hosts, send, timeoutMs }: HttpPost,
  { url, body, headers }: Posting,
): Promise<string> {
  const target = readUrl(url);
  assertAllowed(hosts, target.hostname, portOf(target));
  const response = await attempt(() =>
    send(target.href, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    }),
  );
  const answer = await attempt(() => readShort(response));
  const said = `HTTP ${response.status} ${answer.slice(0, 200)}`.trim();
  if (response.status >= 300 && response.status < 400) throw new DeliveryError('redirected', said);
  if (response.status === 401 || response.status === 403) {
    throw new DeliveryError('credentials', said);
  }
  if (!response.ok) throw new DeliveryError('rejected', said);
  return answer;
}

function readUrl(url: string): URL {
  const target = URL.canParse(url) ? new URL(url) : undefined;
  const isWeb = target?.protocol === 'https:' || target?.protocol === 'http:';
  if (target === undefined || !isWeb || target.username !== '' || target.password !== '') {
    throw new DeliveryError('not-allowed', 'not an http(s) address without credentials');
  }
  return target;
}

async function attempt<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DeliveryError) throw error;
    const isLate = error instanceof Error && error.name === 'TimeoutError';
    throw new DeliveryError(isLate ? 'timeout' : 'unreachable', String(error).slice(0, 200));
  }
}

async function readShort(response: Response): Promise<string> {
  if (response.body === null) return '';
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    text += decoder.decode(value, { stream: true });
    if (bytes > ANSWER_BYTES) {
      await reader.cancel();
      return text.slice(0, ANSWER_BYTES);
    }
  }
}

/** The members of a JSON answer; none where it is no JSON object. */
export function membersOf(answer: string): Readonly<Record<string, unknown>> {
  try {
    const read: unknown = JSON.parse(answer);
    return typeof read === 'object' && read !== null ? { ...read } : {};
  } catch {
    return {};
  }
}
