import { can } from '#schema/contracts/permission.ts';
import type { Permission } from '#schema/contracts/permission.ts';
import type { EvidencePlace } from '#workers/modules/evidence/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { assertCan } from '#workers/platform/http/authorization.ts';
import { platformErrors } from '#workers/platform/http/platform.errors.ts';
import { isRedrafted, officeSubject, seatOf } from '../petitions.domain.ts';
import { petitionsErrors } from '../petitions.errors.ts';
import { findPetition } from '../petitions.repository.ts';
import type { StoredPetition } from '../petitions.repository.ts';

export { assertSeen } from '#workers/platform/http/etag.ts';

type Reading = Pick<TenantContext, 'actor' | 'db'>;

/** One of the unit's own people with this permission there. */
export function isOfUnit(
  { actor }: Pick<Reading, 'actor'>,
  { organizationId, writtenBy }: Pick<StoredPetition, 'organizationId' | 'writtenBy'>,
  action: Permission,
): boolean {
  return can(seatOf(actor, organizationId), action, { organizationId, madeBy: writtenBy });
}

/** One of the office's own people with this permission there, once it was filed. */
export function isOfOffice(
  { actor }: Pick<Reading, 'actor'>,
  { addresseeId, filedAt }: Pick<StoredPetition, 'addresseeId' | 'filedAt'>,
  action: Permission,
): boolean {
  return filedAt !== null && can(seatOf(actor, addresseeId), action, officeSubject(addresseeId));
}

/** The petition as it lies with the office: once it went back, what was filed and nothing newer. */
export function asOffice(row: StoredPetition): StoredPetition {
  if (!isRedrafted(row)) return row;
  return { ...row, state: 'returned', content: row.filedContent ?? row.content, approvalId: null };
}

/** A petition for its unit and for the office it went to; unknown to everybody else. */
export async function loadPetition(context: Reading, id: string): Promise<StoredPetition> {
  const row = await findPetition(context.db, id);
  const isHis =
    row !== undefined &&
    (isOfUnit(context, row, 'petitions.read') || isOfOffice(context, row, 'petitions.oversee'));
  if (!isHis) throw petitionsErrors['petitions.not_found']();
  return row;
}

/** The same, for who acts for the unit. */
export async function loadOwn(
  context: Reading,
  id: string,
  action: Permission,
): Promise<StoredPetition> {
  const row = await loadPetition(context, id);
  const { organizationId } = row;
  assertCan(seatOf(context.actor, organizationId), action, { organizationId });
  return row;
}

/** The same, for who acts for the office; not about a unit he has to keep away from. */
export async function loadForOffice(
  context: Reading,
  id: string,
  action: Permission,
): Promise<StoredPetition> {
  const row = await loadPetition(context, id);
  assertCan(seatOf(context.actor, row.addresseeId), action, officeSubject(row.addresseeId));
  if (row.filedAt === null) throw petitionsErrors['petitions.not_open']();
  if (context.actor.recusedFrom.includes(row.organizationId)) {
    throw platformErrors['platform.recused']();
  }
  return row;
}

/** The files that went to the office with the last filing. */
export const filedSlot = 'filed';

/**
 * The unit sees what it attached, the office what was filed; what a leader wrote on paper stays in
 * the office, and what a unit gathers for a redraft stays in the unit.
 */
export async function mayReadPetition(
  context: TenantContext,
  place: EvidencePlace,
): Promise<boolean> {
  const row = await findPetition(context.db, place.subjectId);
  if (row === undefined) return false;
  const isSignature = place.slot.startsWith(`${asOffice(row).approvalId}/`);
  const isForOffice = [filedSlot, 'instruction'].includes(place.slot) || isSignature;
  if (isForOffice && isOfOffice(context, row, 'petitions.oversee')) return true;
  return place.slot !== 'instruction' && isOfUnit(context, row, 'petitions.read');
}
