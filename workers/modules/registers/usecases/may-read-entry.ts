import type { EvidencePlace } from '#workers/modules/evidence/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { ProblemError } from '#workers/platform/http/problem.ts';
import { loadEntry } from './load-entry.ts';

/** Who may see an entry may see the files it cites. */
export async function mayReadEntry(context: TenantContext, place: EvidencePlace): Promise<boolean> {
  try {
    await loadEntry(context, place.subjectId);
    return true;
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'registers.not_found') return false;
    throw error;
  }
}
