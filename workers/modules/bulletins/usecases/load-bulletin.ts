import type { BulletinChecks } from '#schema/contracts/bulletins.ts';
import type { Permission } from '#schema/contracts/permission.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { assertCan } from '#workers/platform/http/authorization.ts';
import { listParts } from '../bulletin-parts.repository.ts';
import type { StoredPart } from '../bulletin-parts.repository.ts';
import { checksOf } from '../bulletins.domain.ts';
import { bulletinsErrors } from '../bulletins.errors.ts';
import { findBulletin, listUnitNames } from '../bulletins.repository.ts';
import type { NamedUnit, StoredBulletin } from '../bulletins.repository.ts';

export { assertSeen } from '#workers/platform/http/etag.ts';

type Reading = Pick<TenantContext, 'actor' | 'db'>;

/** A paper of the commission for its own people, with what they want to do to it. */
export async function loadBulletin(
  context: Reading,
  id: string,
  action: Permission = 'bulletins.read',
): Promise<StoredBulletin> {
  assertCan(context.actor, action, {});
  const row = await findBulletin(context.db, id);
  if (row === undefined) throw bulletinsErrors['bulletins.not_found']();
  return row;
}

export type WholeBulletin = {
  row: StoredBulletin;
  parts: StoredPart[];
  units: NamedUnit[];
  checks: BulletinChecks;
};

/** The paper with its parts and what the checks say of exactly these. */
export async function loadWhole(
  context: Reading,
  id: string,
  action?: Permission,
): Promise<WholeBulletin> {
  const row = await loadBulletin(context, id, action);
  const [parts, units] = await Promise.all([listParts(context.db, id), listUnitNames(context.db)]);
  return { row, parts, units, checks: checksOf({ ...row, parts }, units) };
}
