/**
 * Owns 上报数据, the tenant's side: the aggregates of a period, drawn up, signed by three posts, sent
 * with the region's signature, and the receipt. Nothing of a unit or a person is among them.
 */
export { onSnapshotSent } from './handlers/snapshot-sent.ts';
export { createOversightDelivery } from './oversight-delivery.driver.ts';
export { createSnapshotsRoutes } from './snapshots.routes.ts';
export type { Deliver } from './usecases/deliver-snapshot.ts';
export { mayReadSnapshot } from './usecases/may-read-snapshot.ts';
export { prepareSnapshot } from './usecases/prepare-snapshot.ts';
export { sendSnapshot } from './usecases/send-snapshot.ts';
export { signSnapshot, submitSnapshot } from './usecases/sign-snapshot.ts';
