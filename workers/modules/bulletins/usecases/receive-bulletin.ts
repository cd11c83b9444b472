import type { ReceivedBulletinDetail, ReceivedBulletins } from '#schema/contracts/bulletins.ts';
import { can } from '#schema/contracts/permission.ts';
import type { EvidencePlace } from '#workers/modules/evidence/index.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { assertCan, assertHolds } from '#workers/platform/http/authorization.ts';
import { commitAnswer } from '#workers/platform/http/commit.ts';
import type { RequestKey } from '#workers/platform/http/idempotency.ts';
import { listParts } from '../bulletin-parts.repository.ts';
import { bulletinsErrors } from '../bulletins.errors.ts';
import { findBulletin } from '../bulletins.repository.ts';
import type { StoredBulletin } from '../bulletins.repository.ts';
import { findRecipient, receivedQuery, signForStep } from '../recipients.repository.ts';
import type { StoredRecipient } from '../recipients.repository.ts';
import { changeOf, postOf } from './commit-bulletin.ts';
import { toReceipt } from './show-bulletin.ts';

type Place = { id: string; organizationId: string };

/** The units whose own papers a person receives: those of his posts, never of a wider range. */
function ownUnits({ actor }: TenantContext): string[] {
  const own = actor.grants.filter(({ permissions }) => permissions.includes('bulletins.receive'));
  return [...new Set(own.flatMap(({ organizationId }) => organizationId ?? []))];
}

function toReceived(row: StoredBulletin, recipient: StoredRecipient) {
  const { id, kind, head, issue } = row;
  if (issue === null) throw new Error('a paper that was sent is registered');
  return { id, kind, head, issue, sentAt: recipient.sentAt, receipt: toReceipt(recipient) };
}

/** 文件: what one's own units received, the newest first. */
export async function listReceived(request: {
  context: TenantContext;
}): Promise<ReceivedBulletins> {
  const { context } = request;
  assertHolds(context.actor, 'bulletins.receive');
  const units = ownUnits(context);
  if (units.length === 0) return { items: [] };
  const rows = await receivedQuery(context.db, units);
  return { items: rows.map(({ bulletin, recipient }) => toReceived(bulletin, recipient)) };
}

async function loadReceived(context: TenantContext, { id, organizationId }: Place) {
  const isOwn = ownUnits(context).includes(organizationId);
  const [row, recipient] = await Promise.all([
    isOwn ? findBulletin(context.db, id) : undefined,
    findRecipient(context.db, { bulletinId: id, organizationId }),
  ]);
  if (row === undefined || recipient === undefined) throw bulletinsErrors['bulletins.not_found']();
  return { row, recipient };
}

/** A paper as it was issued, for one of the units it went to. That it was read is kept nowhere. */
export async function showReceived(request: {
  context: TenantContext;
  input: Place;
}): Promise<ReceivedBulletinDetail> {
  const { context, input } = request;
  assertHolds(context.actor, 'bulletins.receive');
  const { row, recipient } = await loadReceived(context, input);
  const parts = await listParts(context.db, row.id);
  return { ...toReceived(row, recipient), parts: parts.map(({ key, body }) => ({ key, body })) };
}

/** 签收, once, for the unit; signing again shows the first signature. */
export async function signForBulletin(request: {
  context: TenantContext;
  input: Place & { requestKey?: RequestKey | undefined };
}): Promise<{ id: string; signedForAt: number }> {
  const { context, input } = request;
  const { organizationId } = input;
  const { row, recipient } = await loadReceived(context, input);
  assertCan(context.actor, 'bulletins.receive', { organizationId });
  if (recipient.signedForAt !== null) return { id: row.id, signedForAt: recipient.signedForAt };
  const signedForAt = context.clock.now();
  const signature = {
    signedForAt,
    signedForBy: context.actor.personId,
    signedForByPost: postOf(context.actor),
  };
  const change = changeOf(context, row.id, {
    action: 'bulletin.sign-for',
    facts: { organizationId },
    steps: [signForStep({ bulletinId: row.id, organizationId }, signature)],
  });
  const answer = { id: row.id, signedForAt };
  return commitAnswer(context.writer, change, { answer, requestKey: input.requestKey });
}

/** The scans of a paper: for the office, and the issued one for the units it went to. */
export async function mayReadBulletin(
  context: TenantContext,
  place: EvidencePlace,
): Promise<boolean> {
  if (can(context.actor, 'bulletins.read', {})) return true;
  if (place.slot !== 'issue') return false;
  const found = await Promise.all(
    ownUnits(context).map((organizationId) =>
      findRecipient(context.db, { bulletinId: place.subjectId, organizationId }),
    ),
  );
  return found.some((recipient) => recipient !== undefined);
}
