import { signedTextOf } from '#schema/contracts/snapshots.ts';
import type { DeliveryReceipt, SnapshotDelivery } from '#schema/contracts/snapshots.ts';
import type { TenantJobContext } from '#workers/modules/tenants/index.ts';
import { keyIdOf } from '#workers/platform/crypto/key-id.ts';
import { importSigningKey, signBytes } from '#workers/platform/crypto/signature.driver.ts';
import type { StoredKey } from '#workers/platform/crypto/signature.driver.ts';
import type { Step } from '#workers/platform/database/change.ts';
import { commitOrThrow } from '#workers/platform/http/commit.ts';
import { findAuditHash, updateSnapshot } from '../snapshots.repository.ts';
import type { StoredSnapshot } from '../snapshots.repository.ts';
import { loadSnapshot } from './load-snapshot.ts';

/** Takes a delivery to the higher authority and brings its receipt; throws where it was not taken. */
export type Deliver = (delivery: SnapshotDelivery) => Promise<DeliveryReceipt>;

export type DeliveryContext = TenantJobContext & {
  /** The region's own key, which is that of its database: see docs/decisions. */
  readonly readKey: () => Promise<StoredKey>;
  readonly deliver: Deliver;
};

/**
 * Signs what was sent and hands it over. Signature and audit entry are of the moment of sending, so a
 * repeated delivery is the same to the letter and gets the same receipt.
 */
export async function deliverSnapshot(request: {
  context: DeliveryContext;
  input: { snapshotId: string; auditSeq: number; mark: Step };
}): Promise<void> {
  const { context, input } = request;
  const snapshot = await loadSnapshot(context, input.snapshotId);
  const delivery = await signedDelivery(context, snapshot, input.auditSeq);
  const { receipt, receivedAt } = await context.deliver(delivery);
  await commitOrThrow(context.writer, {
    steps: [updateSnapshot(snapshot, { state: 'received', receipt }), input.mark],
    audit: {
      action: 'snapshot.accept',
      actor: { kind: 'system', id: 'snapshots' },
      subjectKind: 'snapshot',
      subjectId: snapshot.id,
      at: context.clock.now(),
      facts: { receipt, receivedAt, keyId: delivery.keyId, auditSeq: input.auditSeq },
    },
  });
}

async function signedDelivery(
  context: DeliveryContext,
  { id, content, contentHash, sentAt }: StoredSnapshot,
  seq: number,
): Promise<SnapshotDelivery> {
  const hash = await findAuditHash(context.db, seq);
  if (hash === undefined || sentAt === null) throw new Error(`snapshot ${id} was never sent`);
  const key = await context.readKey();
  const facts = {
    snapshotId: id,
    contentHash,
    auditHead: { seq, hash: toHex(hash) },
    algorithm: key.algorithm,
    keyId: await keyIdOf(key.publicKey),
    sentAt,
  };
  const bytes = new TextEncoder().encode(signedTextOf(facts));
  const signature = await signBytes(await importSigningKey(key), bytes);
  return { ...facts, content, signature };
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
