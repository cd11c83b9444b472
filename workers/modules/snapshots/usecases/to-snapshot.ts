import type { Snapshot } from '#schema/contracts/snapshots.ts';
import type { StoredSnapshot } from '../snapshots.repository.ts';

export function toSnapshot(row: StoredSnapshot): Snapshot {
  const { id, state, content, contentHash, approvalId, sentAt, receipt, version } = row;
  return {
    id,
    state,
    content,
    contentHash,
    ...(approvalId === null ? {} : { approvalId }),
    ...(sentAt === null ? {} : { sentAt }),
    ...(receipt === null ? {} : { receipt }),
    version,
  };
}
