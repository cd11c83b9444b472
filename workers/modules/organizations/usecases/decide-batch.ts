import type {
  BatchDecided,
  DecideBatch,
  InvitationBatch,
  LinkBatch,
  SlipPage,
} from '#schema/contracts/invitations.ts';
import { MOST_SLIPS } from '#schema/contracts/invitations.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { hashHex } from '#workers/platform/crypto/hash.driver.ts';
import { assertCan } from '#workers/platform/http/authorization.ts';
import { commitOrThrow } from '#workers/platform/http/commit.ts';
import { assertSeen } from '#workers/platform/http/etag.ts';
import {
  countAskedRows,
  countOwnRows,
  decideRows,
  linkRows,
  listBatchRows,
  listRowsToLink,
} from '../batches.repository.ts';
import { LINK_DAYS, LINK_PREFIX } from '../invitations.domain.ts';
import {
  createBatchNotFoundError,
  createInvitationNotFoundError,
  createInvitationWrongStateError,
  createOwnInvitationError,
} from '../invitations.errors.ts';

/** 批次: what each list of people asked for and what has become of it. */
export async function listBatches(request: {
  context: TenantContext;
}): Promise<{ items: InvitationBatch[] }> {
  const { context } = request;
  assertCan(context.actor, 'identity.manage', {});
  return { items: await listBatchRows(context.db, context.clock.now()) };
}

/** 批量授权: one decision on a list as it was seen, but for those refused; not by who asked. */
export async function decideBatch(request: {
  context: TenantContext;
  input: DecideBatch & { readonly id: string; readonly version: number };
}): Promise<BatchDecided> {
  const { context, input } = request;
  assertCan(context.actor, 'identity.authorize', {});
  const { db, actor, clock } = context;
  const { id, version: seen, reason } = input;
  const refused = [...new Set(input.refused)];
  const [[batch], own, known] = await Promise.all([
    listBatchRows(db, clock.now(), id),
    countOwnRows(db, id, actor.personId),
    countAskedRows(db, id, refused),
  ]);
  if (batch === undefined) throw createBatchNotFoundError();
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

/** 批量制作链接: some slips at a time, each told once. */
export async function linkBatch(request: {
  context: TenantContext;
  input: LinkBatch & { readonly id: string };
}): Promise<SlipPage> {
  const { context, input } = request;
  assertCan(context.actor, 'identity.enroll', {});
  const { db, clock, ids, actor } = context;
  const { id: batch, after, again = false } = input;
  const now = clock.now();
  const [known] = await listBatchRows(db, now, batch);
  if (known === undefined) throw createBatchNotFoundError();
  const limit = MOST_SLIPS;
  const rows = await listRowsToLink(db, { batch, again, after, now, limit });
  if (rows.length === 0) return { items: [], after: null };
  const expiresAt = now + LINK_DAYS * 86_400_000;
  const made = await Promise.all(
    rows.map(async (row) => {
      const token = ids.random(LINK_PREFIX);
      return { ...row, token, tokenHash: await hashHex(token) };
    }),
  );
  await commitOrThrow(context.writer, {
    steps: linkRows(made, expiresAt),
    audit: {
      action: 'invitation.link',
      actor: { kind: 'person', id: actor.personId },
      subjectKind: 'import',
      subjectId: batch,
      at: now,
      facts: { links: made.length, expiresAt, first: made[0]?.id ?? '', again },
    },
  });
  const items = made.map(({ id, token, addressee, username, post, role, from, ...row }) => ({
    id,
    token,
    expiresAt,
    addressee,
    username,
    post,
    role,
    from,
    unit:
      row.unitId === null
        ? null
        : { id: row.unitId, name: row.unitName ?? row.unitId, order: row.unitOrder ?? 0 },
  }));
  return { items, after: rows.length < limit ? null : (rows.at(-1)?.id ?? null) };
}
