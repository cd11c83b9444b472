import type { Context } from 'hono';
import type { PetitionMoved } from '#schema/contracts/petitions.ts';
import type { TenantEnv } from '#workers/modules/tenants/index.ts';
import { requireIfMatch, setETag } from '#workers/platform/http/etag.ts';
import { readRequestKey } from '#workers/platform/http/idempotency.ts';

/** What every act carries: the version that was seen, and the caller's own key. */
export async function actOf(c: Context<TenantEnv>, id: string) {
  return { id, seenVersion: requireIfMatch(c), requestKey: await readRequestKey(c) };
}

export function answerMoved(c: Context<TenantEnv>, moved: PetitionMoved) {
  setETag(c, moved.version);
  return c.json(moved);
}

export const known = [
  'petitions.not_found',
  'platform.out_of_range',
  'platform.precondition_required',
  'platform.stale_version',
] as const;
