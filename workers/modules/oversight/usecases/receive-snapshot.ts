import { hashCanonical } from '#plugins/sdk/canonical.ts';
import { daysOfPeriod } from '#schema/contracts/period.ts';
import { signedTextOf } from '#schema/contracts/snapshots.ts';
import type { DeliveryReceipt, SnapshotDelivery } from '#schema/contracts/snapshots.ts';
import { listMirroredTenants } from '#workers/modules/tenants/index.ts';
import type { ControlVisitorContext } from '#workers/modules/tenants/index.ts';
import { dayOf, endOfDay } from '#workers/platform/clock.ts';
import { verifyBytes } from '#workers/platform/crypto/signature.driver.ts';
import { oversightErrors } from '../oversight.errors.ts';
import {
  findCurrentSnapshot,
  findRegionKey,
  findRegionSnapshot,
  insertRegionSnapshot,
  replaceFigures,
  retireSnapshot,
} from '../oversight.repository.ts';
import type { StoredRegionSnapshot } from '../oversight.repository.ts';

type Context = Pick<ControlVisitorContext, 'db' | 'writer' | 'clock' | 'ids'>;

/**
 * Takes what a region sent: signed by that region, whole, for a period that is over, once. The same
 * delivery again gets the same receipt; a correction takes the place of what it names.
 */
export async function receiveSnapshot(request: {
  context: Context;
  input: SnapshotDelivery;
}): Promise<DeliveryReceipt> {
  const { context, input } = request;
  await assertSigned(context, input);
  await assertOfRegion(context, input);
  const known = await findRegionSnapshot(context.db, input.snapshotId);
  if (known !== undefined) return repeatReceipt(known, input);
  const current = await findCurrentSnapshot(context.db, {
    slug: input.content.region.slug,
    period: input.content.period,
  });
  if (current?.id === input.snapshotId) return repeatReceipt(current, input);
  const replaced = replacedBy(input, current);
  const row = toRow(context, input);
  const outcome = await context.writer.commit({
    steps: [
      ...(replaced === undefined ? [] : [retireSnapshot(replaced.id)]),
      insertRegionSnapshot(row),
      ...replaceFigures(row.id, input.content),
    ],
    audit: {
      action: 'snapshot.receive',
      actor: { kind: 'system', id: `region:${row.slug}` },
      subjectKind: 'region-snapshot',
      subjectId: row.id,
      at: row.receivedAt,
      facts: {
        slug: row.slug,
        period: row.period,
        contentHash: row.contentHash,
        auditHead: input.auditHead,
        keyId: row.keyId,
        receipt: row.receipt,
        corrects: row.correctsId,
      },
    },
  });
  if (outcome.status !== 'refused') return receiptOf(row);
  // Two deliveries of one snapshot at the same time: whoever came second finds the first one's row.
  const first = await findRegionSnapshot(context.db, input.snapshotId);
  if (first !== undefined) return repeatReceipt(first, input);
  throw oversightErrors['oversight.already_reported']({ cause: outcome });
}

async function assertSigned({ db }: Context, input: SnapshotDelivery): Promise<void> {
  const key = await findRegionKey(db, input.keyId);
  const refuse = oversightErrors['oversight.unknown_signature'];
  if (key === undefined || key.algorithm !== input.algorithm) throw refuse();
  const bytes = new TextEncoder().encode(signedTextOf(input));
  const { algorithm, signature } = input;
  const isGenuine = await verifyBytes({ algorithm, signature, publicKey: key.publicKey }, bytes);
  if (!isGenuine) throw refuse();
  if (key.slug !== input.content.region.slug) throw oversightErrors['oversight.other_region']();
  if ((await hashCanonical(input.content)) !== input.contentHash) {
    throw oversightErrors['oversight.changed_content']();
  }
}

/** Who a region is, is for control to say: its level and code are not taken from the region's word. */
async function assertOfRegion(
  { db, clock }: Context,
  { content }: SnapshotDelivery,
): Promise<void> {
  const { region, period, cutOff } = content;
  const tenant = (await listMirroredTenants(db)).find(({ slug }) => slug === region.slug);
  const isSame = tenant?.level === region.level && tenant.divisionCode === region.divisionCode;
  if (!isSame) throw oversightErrors['oversight.other_region']();
  const { to } = daysOfPeriod(period);
  if (cutOff !== to || clock.now() < endOfDay(to)) throw oversightErrors['oversight.period_open']();
}

function replacedBy(
  { content: { corrects } }: SnapshotDelivery,
  current: StoredRegionSnapshot | undefined,
): StoredRegionSnapshot | undefined {
  if (corrects === undefined && current !== undefined) {
    throw oversightErrors['oversight.already_reported']();
  }
  if (current?.id !== corrects) throw oversightErrors['oversight.wrong_correction']();
  return current;
}

function toRow({ clock, ids }: Context, input: SnapshotDelivery): StoredRegionSnapshot {
  const { content, contentHash, auditHead, keyId, signature, sentAt } = input;
  const receivedAt = clock.now();
  const serial = ids.random('rcp').slice(-8).toUpperCase();
  return {
    id: input.snapshotId,
    slug: content.region.slug,
    level: content.region.level,
    divisionCode: content.region.divisionCode,
    period: content.period,
    content,
    contentHash,
    auditSeq: auditHead.seq,
    auditHash: auditHead.hash,
    keyId,
    signature,
    sentAt,
    receivedAt,
    receipt: `${dayOf(receivedAt).replaceAll('-', '')}-${serial}`,
    correctsId: content.corrects ?? null,
    current: true,
  };
}

function repeatReceipt(known: StoredRegionSnapshot, input: SnapshotDelivery): DeliveryReceipt {
  if (known.contentHash !== input.contentHash) throw oversightErrors['oversight.reused_id']();
  return receiptOf(known);
}

function receiptOf({ receipt, receivedAt }: StoredRegionSnapshot): DeliveryReceipt {
  return { receipt, receivedAt };
}
