import type { BatchDecided, DecideBatch } from '#schema/contracts/invitations.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { assertCan } from '#workers/platform/http/authorization.ts';
import { commitOrThrow } from '#workers/platform/http/commit.ts';
import { assertSeen } from '#workers/platform/http/etag.ts';
import { countAskedRows, countOwnRows, decideRows, listBatchRows } from '../batches.repository.ts';
import { findImport } from '../imports.repository.ts';
import {
  createBatchNotFoundError,
  createBatchUnderWayError,
  createInvitationNotFoundError,
  createInvitationWrongStateError,
  createOwnInvitationError,
} from '../invitations.errors.ts';

/** 批量授权: one decision on a whole list as it was seen, but for those refused; not by who asked. */
export async function decideBatch(request: {
  context: TenantContext;
  input: DecideBatch & { readonly id: string; readonly version: number };
}): Promise<BatchDecided> {
  const { context, input } = request;
  assertCan(context.actor, 'identity.authorize', {});
  const { db, actor, clock } = context;
  const { id, version: seen, reason } = input;
  const refused = [...new Set(input.refused)];
  const [[batch], job, own, known] = await Promise.all([
    listBatchRows(db, clock.now(), id),
    findImport(db, 'people', id),
    countOwnRows(db, id, actor.personId),
    countAskedRows(db, id, refused),
  ]);
  if (batch === undefined) throw createBatchNotFoundError();
  if (job?.state !== 'done') throw createBatchUnderWayError();
  if (own > 0) throw createOwnInvitationError();
  assertSeen(batch, seen);
  if (batch.asked === 0) throw createInvitationWrongStateError();
  if (known !== refused.length) throw createInvitationNotFoundError();
  const by = { authorizedBy: actor.personId, authorizedByPost: actor.post ?? actor.name };
  const at = clock.now();
  const authorized = batch.asked - refused.length;
  await commitOrThrow(context.writer, {
    steps: decideRows({ batch: id, seen, refused, by, at }),
    audit: {
      action: 'invitation.authorize',
      actor: { kind: 'person', id: actor.personId },
      subjectKind: 'import',
      subjectId: id,
      at,
      facts: { authorized, refused, ...(reason === undefined ? {} : { reason }) },
    },
  });
  return { id, authorized, refused: refused.length };
}
