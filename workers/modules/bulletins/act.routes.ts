import type { Context } from 'hono';
import type { TenantEnv } from '#workers/modules/tenants/index.ts';
import { requireIfMatch, setETag } from '#workers/platform/http/etag.ts';
import { readRequestKey } from '#workers/platform/http/idempotency.ts';

/** What every act carries: the version that was seen, and the caller's own key. */
export async function actOf(c: Context<TenantEnv>, id: string) {
  return { id, seenVersion: requireIfMatch(c), requestKey: await readRequestKey(c) };
}

export function answerMoved<Moved extends { version: number }>(
  c: Context<TenantEnv>,
  moved: Moved,
) {
  setETag(c, moved.version);
  return c.json(moved);
}

export const known = ['bulletins.not_found', 'platform.out_of_range'] as const;
export const versioned = [
  ...known,
  'platform.precondition_required',
  'platform.stale_version',
] as const;
