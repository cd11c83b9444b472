import type { EvidencePlace } from '#workers/modules/evidence/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { ProblemError } from '#workers/platform/http/problem.ts';
import { loadReply, loadRequest } from './load-request.ts';

async function isThere(found: Promise<unknown>): Promise<boolean> {
  try {
    await found;
    return true;
  } catch (error) {
    if (error instanceof ProblemError && error.status === 404) return false;
    throw error;
  }
}

/** Who may see a request as its sender may see the scans of its approval. */
export function mayReadRequest(context: TenantContext, place: EvidencePlace): Promise<boolean> {
  return isThere(loadRequest(context, place.subjectId));
}

/** Who may see a reply may see the files it names. */
export function mayReadReply(context: TenantContext, place: EvidencePlace): Promise<boolean> {
  return isThere(loadReply(context, place.subjectId));
}
