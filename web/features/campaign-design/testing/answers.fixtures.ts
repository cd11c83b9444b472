import { vi } from 'vitest';

type Sent = { method: string; path: string; ifMatch: string | null; body: unknown };

/** Answers what a page sends one after the other, and keeps what was sent. */
export const answers = (...given: { status: number; body: unknown }[]) => {
  const sent: Sent[] = [];
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    const headers = new Headers(init.headers);
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
    sent.push({ method: init.method ?? 'GET', path, ifMatch: headers.get('if-match'), body });
    const next = given.shift() ?? { status: 500, body: {} };
    return new Response(JSON.stringify(next.body), { status: next.status });
  });
  return sent;
};
