export const DATABASE_DEADLINE_MS = 5_000;

export type Fetch = (input: Request | string | URL, init?: RequestInit) => Promise<Response>;
