import { createIdempotencyKey } from '#web/shared/idempotency-key.ts';

/** Rows are named where they are made, so that they can be made without the server. */
export const createRowId = (): string => `r${createIdempotencyKey().slice(0, 15)}`;
