import * as v from 'valibot';
import type { Invitation, InvitationPage } from '#schema/contracts/invitations.ts';
import type { TenantContext } from '#workers/modules/tenants/index.ts';
import { assertCan } from '#workers/platform/http/authorization.ts';
import { pageRequestOf, toPage } from '#workers/platform/http/pagination.ts';
import { maskName, standingOf } from '../invitations.domain.ts';
import { listInvitationRows } from '../invitations.repository.ts';
import type { InvitationRow } from '../invitations.repository.ts';

const KeySchema = v.tuple([v.number(), v.string()]);

/** Invitations, the newest first; those that nothing can become of are kept apart. */
export async function listInvitations(request: {
  context: TenantContext;
  input: {
    readonly closed?: 'true' | undefined;
    readonly batch?: string | undefined;
    readonly cursor?: string | undefined;
    readonly limit?: string | undefined;
  };
}): Promise<InvitationPage> {
  const { context, input } = request;
  assertCan(context.actor, 'identity.manage', {});
  const { limit, after } = pageRequestOf(input, KeySchema);
  const states = input.closed
    ? (['used', 'withdrawn'] as const)
    : (['asked', 'authorized'] as const);
  const importId = input.batch;
  const rows = await listInvitationRows(context.db, { states, importId, after, limit: limit + 1 });
  const now = context.clock.now();
  const { items, nextCursor } = toPage(rows, limit, ({ openedAt, id }) => [openedAt, id]);
  return { items: items.map((row) => toInvitation(row, now)), nextCursor, asOf: now };
}

function toInvitation(row: InvitationRow, now: number): Invitation {
  const { id, role, relation, post, addressee, reason, expiresAt, organizationId } = row;
  const { importId, openedByPost, openedAt, authorizedByPost, closedAt, version } = row;
  return {
    id,
    state: standingOf(row, now),
    role,
    organization:
      organizationId === null
        ? null
        : { id: organizationId, name: row.organizationName ?? organizationId },
    relation,
    post,
    addressee: addressee === null || importId === null ? addressee : maskName(addressee),
    username: row.username,
    phone: row.phoneMasked,
    from: row.validFrom,
    importId,
    reason,
    expiresAt,
    openedByPost,
    openedAt,
    authorizedByPost,
    closedAt,
    version,
  };
}
