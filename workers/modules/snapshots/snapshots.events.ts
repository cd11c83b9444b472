import * as v from 'valibot';
import { SnapshotIdSchema } from '#schema/contracts/snapshots.ts';

/** 报出: what was signed leaves the region. */
export const SNAPSHOT_SENT = 'snapshot.sent';

export const SnapshotSentSchema = v.object({ snapshotId: SnapshotIdSchema });
