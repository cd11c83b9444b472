import type { LinkBatch, SlipPage } from '#schema/contracts/invitations.ts';
import { MOST_SLIPS } from '#schema/contracts/invitations.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { hashHex } from '#workers/platform/crypto/hash.driver.ts';
import { assertCan } from '#workers/platform/http/authorization.ts';
import { commitOrThrow } from '#workers/platform/http/commit.ts';
import { linkRows, listBatchRows, listRowsToLink } from '../batches.repository.ts';
import { LINK_PREFIX, SLIP_DAYS } from '../invitations.domain.ts';
import { createBatchNotFoundError } from '../invitations.errors.ts';

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
  const expiresAt = now + SLIP_DAYS * 86_400_000;
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
      facts: { links: made.length, expiresAt, invitations: made.map(({ id }) => id), again },
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
