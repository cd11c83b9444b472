import { scanFormats } from '#schema/contracts/evidence.ts';
import { evidenceErrors, listEvidence } from '#workers/modules/evidence/index.ts';
import type { StoredEvidence } from '#workers/modules/evidence/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { submissionsErrors } from '../submissions.errors.ts';

/** The files, all of which must belong to the unit that cites them, or to who uploads on its behalf. */
export async function assertOwnEvidence(
  context: Pick<TenantContext, 'db' | 'actor'>,
  input: { ids: readonly string[]; organizationId: string },
): Promise<StoredEvidence[]> {
  const files = await listEvidence(context.db, input.ids);
  const own = files.filter(
    (file) =>
      file.organizationId === input.organizationId || file.uploadedBy === context.actor.personId,
  );
  if (own.length !== new Set(input.ids).size) throw evidenceErrors['evidence.not_found']();
  return own;
}

/** The same, where only the image of signed and stamped paper proves anything. */
export async function assertOwnScans(
  context: Pick<TenantContext, 'db' | 'actor'>,
  input: { ids: readonly string[]; organizationId: string },
): Promise<void> {
  const files = await assertOwnEvidence(context, input);
  if (!files.every(({ format }) => scanFormats.has(format))) {
    throw submissionsErrors['submissions.not_a_scan']();
  }
}
