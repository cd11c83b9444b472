import { can } from '#schema/contracts/permission.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { evidenceErrors } from '../evidence.errors.ts';
import { findEvidence, listPlaces } from '../evidence.repository.ts';
import type { EvidencePlace, StoredEvidence } from '../evidence.repository.ts';

/** Asked of the modules whose records cite files: may this person see that record? */
export type PlaceReader = (context: TenantContext, place: EvidencePlace) => Promise<boolean>;

/**
 * The bytes of a file for who may see it: the unit that owns it, or whoever may see a record that
 * cites it. Everybody else is told that it does not exist.
 */
export async function openEvidence(request: {
  context: TenantContext;
  input: { id: string; readers: Readonly<Record<string, PlaceReader>> };
}): Promise<{ record: StoredEvidence; body: ReadableStream<Uint8Array>; size: number }> {
  const { context, input } = request;
  const record = await findEvidence(context.db, input.id);
  if (record === undefined || !(await mayOpen(context, record, input.readers))) {
    throw evidenceErrors['evidence.not_found']();
  }
  const stored = await context.evidence.get(record.storageKey);
  if (stored === undefined) throw evidenceErrors['evidence.not_found']();
  return { record, ...stored };
}

async function mayOpen(
  context: TenantContext,
  record: StoredEvidence,
  readers: Readonly<Record<string, PlaceReader>>,
): Promise<boolean> {
  const { organizationId } = record;
  if (record.uploadedBy === context.actor.personId) return true;
  if (organizationId !== null && context.actor.organizationId === organizationId) {
    return can(context.actor, 'evidence.read', { organizationId });
  }
  for (const place of await listPlaces(context.db, record.id)) {
    if (await readers[place.subjectKind]?.(context, place)) return true;
  }
  return false;
}
