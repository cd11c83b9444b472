import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { snapshotsErrors } from '../snapshots.errors.ts';
import { findSnapshot } from '../snapshots.repository.ts';
import type { StoredSnapshot } from '../snapshots.repository.ts';

export async function loadSnapshot(
  context: Pick<TenantContext, 'db'>,
  id: string,
): Promise<StoredSnapshot> {
  const row = await findSnapshot(context.db, id);
  if (row === undefined) throw snapshotsErrors['snapshots.not_found']();
  return row;
}
