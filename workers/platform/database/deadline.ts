export const DATABASE_DEADLINE_MS = 5_000;

export type Fetch = (input: Request | string | URL, init?: RequestInit) => Promise<Response>;

/** Gives every request a deadline that also covers reading the answer. */
export function withDeadline(fetch: Fetch, deadlineMs = DATABASE_DEADLINE_MS): Fetch {
  return (input, init) => fetch(input, { ...init, signal: AbortSignal.timeout(deadlineMs) });
}
