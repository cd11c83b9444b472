import { and, eq } from 'drizzle-orm';
import { idempotencyKeys } from '#schema/tables/tenant/core.table.ts';
import type { JsonValue } from '../database/change.ts';
import type { Database } from '../database/database.driver.ts';
import type { RequestKey } from './idempotency.ts';
import { platformErrors } from './platform.errors.ts';

/**
 * The answer that a numbered request got before. A use case asks first where its own checks would
 * refuse a repeated request for what the first one did; a key used for another request is refused.
 */
export async function findReplay<Answer extends JsonValue>(
  context: { readonly db: Database; readonly actor: { readonly personId: string } },
  requestKey: RequestKey | undefined,
): Promise<Answer | undefined> {
  if (requestKey === undefined) return undefined;
  const { actorId, key, requestHash, response } = idempotencyKeys;
  const [row] = await context.db
    .select({ requestHash, response })
    .from(idempotencyKeys)
    .where(and(eq(actorId, context.actor.personId), eq(key, requestKey.key)));
  if (row === undefined) return undefined;
  if (row.requestHash !== requestKey.requestHash) {
    throw platformErrors['platform.idempotency_mismatch']();
  }
  return answerOf<Answer>(row.response);
}

/** The stored answer was made by the same use case for a request with the same hash. */
function answerOf<Answer extends JsonValue>(stored: unknown): Answer {
  return stored as Answer;
}
