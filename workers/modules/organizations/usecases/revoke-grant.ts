import type { AuditActor } from '#schema/contracts/audit.ts';
import { bumpAuthority } from '#workers/modules/identity/index.ts';
import type { AccountContext } from '#workers/modules/identity/index.ts';
import type { Database } from '#workers/platform/database/database.driver.ts';
import { commitOrThrow } from '#workers/platform/http/commit.ts';
import { findGrantOwner, revokeGrantRow } from '../grants.repository.ts';
import { createGrantNotFoundError } from '../organizations.errors.ts';

/** Takes a post away: at once for writes, within 5 s for reads. */
export async function revokeGrant(request: {
  context: AccountContext & { readonly db: Database };
  input: { readonly grantId: string; readonly reason: string; readonly actor: AuditActor };
}): Promise<void> {
  const { context, input } = request;
  const personId = await findGrantOwner(context.db, input.grantId);
  if (personId === undefined) throw createGrantNotFoundError();
  const at = context.clock.now();
  await commitOrThrow(context.writer, {
    steps: [revokeGrantRow(input.grantId, at), bumpAuthority([personId])],
    audit: {
      action: 'grant.revoke',
      actor: input.actor,
      subjectKind: 'grant',
      subjectId: input.grantId,
      at,
      facts: { reason: input.reason, personId },
    },
  });
}
